import { expect, test } from 'vitest'
import { keepEvidence } from '../../../core/evidence/keep.ts'
import { actionFilm, box, film, PLACE, webm } from './files.ts'

const keep = (bytes: Uint8Array, kind: 'voice' | 'video' = 'video') => keepEvidence(bytes, { kind })

test.each([
  ['mp42', ['vide', 'soun'], 'video/mp4', 'video'],
  ['qt  ', ['vide', 'soun'], 'video/quicktime', 'video'],
  ['3gp4', ['vide'], 'video/3gpp', 'video'],
  ['M4A ', ['soun'], 'audio/mp4', 'voice'],
  ['mp42', ['soun'], 'audio/mp4', 'voice'],
  ['3gp4', ['soun'], 'audio/3gpp', 'voice'],
])('a film of brand %s with tracks %s is %s, and says no place', async (brand, tracks, mediaType, kind) => {
  const source = film(brand, tracks)
  const before = Buffer.from(source)
  const outcome = await keep(source)
  expect(outcome).toMatchObject({ kept: { mediaType, kind, size: source.length } })
  if (!('kept' in outcome)) return
  const bytes = Buffer.from(outcome.kept.bytes)
  expect(bytes.includes(PLACE)).toBe(false)
  expect(bytes.includes('location')).toBe(false)
  // Offsets into the sound and pictures still hold.
  expect(bytes.indexOf('pictures and sounds')).toBe(source.indexOf('pictures and sounds'))
  expect(source.equals(before)).toBe(true)
})

test('a film loses the places that it holds as a track, and nothing of what is seen and heard', async () => {
  const outcome = await keep(actionFilm())
  if (!('kept' in outcome)) throw new Error(outcome.refused)
  const bytes = Buffer.from(outcome.kept.bytes)
  expect(bytes.includes('GPS')).toBe(false)
  expect(bytes.includes('meta')).toBe(false)
  expect(bytes.includes('\0\0\0\0\0\0\0\0seen\0\0\0\0heard')).toBe(true)
})

test('a film with tracks without number over the same bytes is unreadable', async () => {
  expect(await keep(actionFilm(600, 2, 'sound'.repeat(120)))).toMatchObject({ kept: { kind: 'video' } })
  expect(await keep(actionFilm(600, 40, 'sound'.repeat(120)))).toEqual({ refused: 'unreadable' })
})

test('a film whose tables point out of it is unreadable', async () => {
  expect(await keep(actionFilm(0x7fffffff))).toEqual({ refused: 'unreadable' })
})

test('a film whose last box was cut, or says that it goes to the end, is still a film', async () => {
  const source = film('mp42', ['vide'])
  expect(await keep(source.subarray(0, -5))).toMatchObject({ kept: { kind: 'video' } })
  const open = Buffer.from(source)
  open.writeUInt32BE(0, source.lastIndexOf('mdat') - 4)
  expect(await keep(open)).toMatchObject({ kept: { kind: 'video' } })
})

test('a film without its table of contents is unreadable', async () => {
  expect(await keep(Buffer.concat([box('ftyp', 'mp42', 'mp42', 'isom'), box('mdat', 'pictures')]))).toEqual({ refused: 'unreadable' })
})

test.each([
  [[1, 2], false, 'video/webm', 'video'],
  [[1], true, 'video/webm', 'video'],
  [[2], false, 'audio/webm', 'voice'],
  [[2], true, 'audio/webm', 'voice'],
])('a WebM with tracks %s, live %s, is %s, and says no place', async (types, live, mediaType, kind) => {
  const source = webm(types, live)
  const outcome = await keep(source)
  expect(outcome).toMatchObject({ kept: { mediaType, kind, size: source.length } })
  if (!('kept' in outcome)) return
  const bytes = Buffer.from(outcome.kept.bytes)
  expect(bytes.includes('LOCATION')).toBe(false)
  expect(bytes.includes('pictures and sounds')).toBe(true)
  // The tags became a Void element of the same length.
  const at = source.indexOf(Buffer.from('1254c367', 'hex'))
  expect(bytes[at]).toBe(0xec)
  expect(at + 9 + Number(bytes.readBigUInt64BE(at + 1) & 0xffffffffffffffn)).toBe(source.length)
})

test('a recording cut before its tracks is what its sender says', async () => {
  const cut = webm([], true)
  expect(await keep(cut, 'voice')).toMatchObject({ kept: { kind: 'voice', mediaType: 'audio/webm' } })
  expect(await keep(cut, 'video')).toMatchObject({ kept: { kind: 'video', mediaType: 'video/webm' } })
})
