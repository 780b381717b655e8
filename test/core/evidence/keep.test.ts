import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type Claimed, keepEvidence, type Limits } from '../../../core/evidence/keep.ts'
import { ascii, blackPng, office, pdf, phonePhoto, photo } from './files.ts'

const asPhoto: Claimed = { kind: 'photo', mediaType: 'image/jpeg', name: 'photo.jpg' }
const kept = async (bytes: Uint8Array, claimed = asPhoto) => {
  const outcome = await keepEvidence(bytes, claimed)
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`)
  return outcome.kept
}
const refusal = async (bytes: Uint8Array, claimed = asPhoto, limits?: Partial<Limits>) => {
  const outcome = await keepEvidence(bytes, claimed, limits)
  return 'refused' in outcome ? outcome.refused : outcome.kept.mediaType
}

describe('a picture', () => {
  test('loses its place, its owner and its profile, and stands upright', async () => {
    const source = await phonePhoto()
    const before = await sharp(source).metadata()
    expect(before.exif).toBeDefined()
    expect(before.xmp).toBeDefined()
    const { bytes, mediaType, kind, thumbnail, sha256, sourceSha256, size } = await kept(source)
    expect({ mediaType, kind, size }).toEqual({ mediaType: 'image/jpeg', kind: 'photo', size: bytes.length })
    for (const picture of [bytes, thumbnail!]) {
      const after = await sharp(picture).metadata()
      expect(after).toMatchObject({ format: 'jpeg' })
      for (const trace of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const) expect(after[trace]).toBeUndefined()
      for (const word of ['Awa', 'Telephone', '48.8583', 'Exif', 'xmpmeta']) expect(Buffer.from(picture).includes(word)).toBe(false)
    }
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 600, height: 800 })
    expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 360, height: 480 })
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(sourceSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(sha256).not.toBe(sourceSha256)
  })

  test('is at most 2560 pixels a side', async () => {
    const { bytes } = await kept(await photo(4000, 1000))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 2560, height: 640 })
  })

  test.each(['png', 'webp', 'gif'] as const)('of type %s becomes a JPEG, transparent turned white', async (format) => {
    const source = await sharp({ create: { width: 64, height: 64, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } })
      .toFormat(format)
      .toBuffer()
    const { bytes, mediaType } = await kept(source, { kind: 'document', name: 'capture.bin' })
    expect(mediaType).toBe('image/jpeg')
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    expect(Math.min(...data)).toBeGreaterThan(245)
  })

  test('of an animation is its first', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer()
    const source = await sharp([await frame('#ff0000'), await frame('#0000ff')], { join: { animated: true } })
      .gif()
      .toBuffer()
    expect((await sharp(source).metadata()).pages).toBe(2)
    const { bytes } = await kept(source)
    const [red, , blue] = await sharp(bytes).raw().toBuffer()
    expect(red).toBeGreaterThan(240)
    expect(blue).toBeLessThan(15)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 20, height: 20 })
  })

  test('brings nothing of what hides in it', async () => {
    const hidden = Buffer.concat([await photo(), ascii('<script>alert(1)</script>'), office()])
    const { bytes } = await kept(hidden)
    expect(Buffer.from(bytes).includes('<script>')).toBe(false)
    expect(Buffer.from(bytes).includes('PK\x03\x04')).toBe(false)
  })

  test('cut short is unreadable', async () => {
    const whole = await photo(1600, 1200)
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('unreadable')
    expect(await refusal(whole.subarray(0, 100))).toBe('unreadable')
    expect(await refusal(ascii('\xff\xd8\xff\xe0<html><script>alert(1)</script></html>'))).toBe('unreadable')
  })

  test('that unfolds without end is a bomb, told by its header', async () => {
    const bomb = blackPng(30_000, 30_000)
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusal(bomb)).toBe('bomb')
    expect(await refusal(blackPng(7200, 7200))).toBe('bomb')
    expect(await refusal(await photo(100, 100), asPhoto, { maxPixels: 9_999 })).toBe('bomb')
  })
})

describe('a text', () => {
  test.each([
    ['UTF-8', Buffer.from('J’ai rangé l’atelier.')],
    ['UTF-16', Buffer.from('\ufeffJ’ai rangé l’atelier.', 'utf16le')],
    ['Windows', Buffer.from('4a926169 2072616e67e9206c926174656c6965722e'.replace(' ', ''), 'hex')],
  ])('in %s is kept as UTF-8', async (_, source) => {
    const { bytes, mediaType, kind } = await kept(source, { kind: 'document', name: 'texte.txt' })
    expect({ mediaType, kind }).toEqual({ mediaType: 'text/plain', kind: 'document' })
    expect(Buffer.from(bytes).toString()).toBe('J’ai rangé l’atelier.')
  })

  test('may begin like a program', async () => {
    expect(await refusal(ascii('MZ est mon collegue. Il a tout vu.'))).toBe('text/plain')
  })
})

describe('sounds and documents', () => {
  const ogg = Buffer.concat([ascii('OggS\0\x02'), Buffer.alloc(20), ascii('\x01\x13OpusHead\x01\x01'), Buffer.alloc(40)])
  const wav = Buffer.concat([ascii('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0'), Buffer.alloc(64)])
  test.each([
    ['a voice note', ogg, 'audio/ogg', 'voice'],
    ['a WAV', wav, 'audio/wav', 'voice'],
    ['an MP3', Buffer.concat([ascii('ID3\x04\0\0\0\0\0\0'), ascii('\xff\xfb\x90\x64'), Buffer.alloc(600)]), 'audio/mpeg', 'voice'],
    ['an AMR', Buffer.concat([ascii('#!AMR\n'), Buffer.alloc(64, 0x3c)]), 'audio/amr', 'voice'],
    ['a PDF, also with a script in it', pdf, 'application/pdf', 'document'],
  ])('%s is known by its content and kept as it is', async (_, source, mediaType, kind) => {
    const found = await kept(source)
    expect(found).toMatchObject({ mediaType, kind, size: source.length })
    expect(found.sha256).toBe(found.sourceSha256)
    expect(found.thumbnail).toBeUndefined()
  })
})

describe('what cannot be taken is said by its reason, whatever its name', () => {
  const nul = Buffer.alloc(200)
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['only spaces', ascii(' \r\n\t '), 'empty'],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, 0xff), 'too-big'],
    ['an ELF program', Buffer.concat([ascii('\x7fELF\x02\x01\x01'), nul]), 'program'],
    ['a Windows program', Buffer.concat([ascii('MZ\x90\0\x03'), nul]), 'program'],
    ['a Mac program', Buffer.concat([ascii('\xcf\xfa\xed\xfe'), nul]), 'program'],
    ['a Java class', Buffer.concat([ascii('\xca\xfe\xba\xbe\0\0\0\x41'), nul]), 'program'],
    ['an Android program', ascii('dex\n035\0'), 'program'],
    [
      'a Windows installer',
      Buffer.concat([ascii('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), nul, Buffer.from('84100c0000000000c000000000000046', 'hex')]),
      'program',
    ],
    ['a shell script', ascii('#!/bin/sh\nrm -rf /\n'), 'program'],
    ['a shell script after a byte-order mark', ascii('\xef\xbb\xbf#!/bin/sh\n'), 'program'],
    ['a batch file', ascii('@echo off\r\nformat c:\r\n'), 'program'],
    ['a PHP script', ascii('<?php system($_GET["c"]);'), 'program'],
    ['a web page', ascii('<!DOCTYPE html><html><script>alert(1)</script></html>'), 'web-page'],
    ['a web page after spaces and a comment', ascii('\n\n <!-- photo --><body onload=alert(1)>'), 'web-page'],
    ['a web page in UTF-16', Buffer.from('\ufeff<html><body>', 'utf16le'), 'web-page'],
    ['a web page behind words', ascii('ma photo <script>alert(1)</script>'), 'web-page'],
    ['a web page saved whole', ascii('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n'), 'web-page'],
    ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'web-page'],
    ['an SVG as XML', ascii('<?xml version="1.0"?>\n<svg onload="alert(1)"/>'), 'web-page'],
    ['a TIFF', Buffer.concat([ascii('II*\0\x08\0\0\0'), nul]), 'unknown-type'],
    ['a HEIC', Buffer.concat([ascii('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), nul]), 'unknown-type'],
    ['an AVIF', Buffer.concat([ascii('\0\0\0\x18ftypavif\0\0\0\0mif1avif'), nul]), 'unknown-type'],
    ['a 7z archive', Buffer.concat([ascii("7z\xbc\xaf'\x1c"), nul]), 'unknown-type'],
    ['RTF', ascii('{\\rtf1 bonjour}'), 'unknown-type'],
    ['anything else', Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 37 + 11) % 256)), 'unknown-type'],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason)
  })

  test('a kind that the badge does not take, by what it is and not by what it is called', async () => {
    expect(await refusal(pdf, asPhoto, { kinds: ['photo', 'voice'] })).toBe('not-this-kind')
    expect(await refusal(await photo(), { kind: 'document' }, { kinds: ['photo'] })).toBe('image/jpeg')
  })
})
