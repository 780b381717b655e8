import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { keepEvidence } from '../../../core/evidence/keep.ts'
import { contentsEntry, office } from './files.ts'

const outcome = async (bytes: Uint8Array) => {
  const answer = await keepEvidence(bytes, { kind: 'document', name: 'rapport.docx' })
  return 'kept' in answer ? answer.kept.mediaType : answer.refused
}
const ooxml = 'application/vnd.openxmlformats-officedocument.'
const openDocument = (kind: string, more = {}) =>
  zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }], 'content.xml': strToU8('<x/>'), ...more })

test.each([
  ['wordprocessingml.document.main+xml', `${ooxml}wordprocessingml.document`],
  ['spreadsheetml.sheet.main+xml', `${ooxml}spreadsheetml.sheet`],
  ['presentationml.presentation.main+xml', `${ooxml}presentationml.presentation`],
])('%s is kept', async (main, mediaType) => {
  expect(await outcome(office(ooxml + main))).toBe(mediaType)
})

test.each(['text', 'spreadsheet', 'presentation'])('OpenDocument %s is kept', async (kind) => {
  expect(await outcome(openDocument(kind))).toBe(`application/vnd.oasis.opendocument.${kind}`)
})

describe('a document that runs', () => {
  test.each([
    ['a macro', office(undefined, { 'word/vbaProject.bin': strToU8('x') })],
    ['a macro, by its type', office('application/vnd.ms-word.document.macroEnabled.main+xml')],
    ['a control', office(undefined, { 'word/activeX/activeX1.bin': strToU8('x') })],
    ['a macro of OpenDocument', openDocument('text', { 'Basic/Standard/Module1.xml': strToU8('x') })],
    ['an Android program', zipSync({ 'AndroidManifest.xml': strToU8('x'), 'classes.dex': strToU8('x') })],
    ['a Java program', zipSync({ 'META-INF/MANIFEST.MF': strToU8('x') })],
    ['a program in an archive', zipSync({ 'photo.jpg.exe': strToU8('x') })],
  ])('%s is a program', async (_, bytes) => {
    expect(await outcome(bytes)).toBe('program')
  })
})

describe('an archive made to unfold', () => {
  const zeros = { 'word/media/image1.png': new Uint8Array(4_000_000) }

  test('is a bomb by what it says', async () => {
    const bomb = office(undefined, zeros)
    contentsEntry(bomb, 2).writeUInt32LE(0xfffffff0, 24)
    expect(await outcome(bomb)).toBe('bomb')
  })

  test('is a bomb when it says less than it holds', async () => {
    const bomb = office(undefined, zeros)
    contentsEntry(bomb, 2).writeUInt32LE(10, 24)
    expect(await outcome(bomb)).toBe('bomb')
  })

  test('is a bomb when its parts share their bytes', async () => {
    const parts = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`word/${i}.bin`, crypto.getRandomValues(new Uint8Array(900))]))
    const bomb = office(undefined, parts)
    for (let n = 3; n < 11; n++) contentsEntry(bomb, 2).copy(contentsEntry(bomb, n), 42, 42, 46)
    for (let n = 2; n < 11; n++) contentsEntry(bomb, n).writeUInt32LE(2000, 20)
    expect(await outcome(bomb)).toBe('bomb')
  })

  test('is a bomb when it has parts without number', async () => {
    const bomb = office()
    bomb.writeUInt16LE(0xffff, bomb.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 10)
    expect(await outcome(bomb)).toBe('bomb')
  })

  test('is kept when it unfolds much, but sanely', async () => {
    expect(await outcome(office(undefined, zeros))).toBe(`${ooxml}wordprocessingml.document`)
  })
})

test.each([
  ['cut short', office().subarray(0, 300)],
  ['damaged', damaged()],
  ['with contents that point nowhere', astray()],
  ['locked with a password', locked()],
])('a document %s is unreadable', async (_, bytes) => {
  expect(await outcome(bytes)).toBe('unreadable')
})

test('any other archive is of no known type', async () => {
  expect(await outcome(zipSync({ 'notes.txt': strToU8('bonjour') }))).toBe('unknown-type')
})

function damaged(): Buffer {
  const bytes = office(undefined, { 'word/styles.xml': strToU8('style '.repeat(200)) })
  const at = bytes.indexOf('word/styles.xml') + 'word/styles.xml'.length
  return bytes.fill(0xff, at, at + 8)
}
function astray(): Buffer {
  const bytes = office()
  bytes.writeUInt32LE(0xfffffff0, bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
  return bytes
}
function locked(): Buffer {
  const bytes = office()
  contentsEntry(bytes, 1).writeUInt16LE(1, 8)
  return bytes
}
