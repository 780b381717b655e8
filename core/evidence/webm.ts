// WebM (a subset of Matroska, RFC 9559; its coding is EBML, RFC 8794): elements in elements. Tags, attachments and chapters (where a
// recorder may write a place) become empty space of the same length; the tracks tell whether there are pictures.
import type { Refusal } from '../model/rows.ts'
import { viewOf } from './boxes.ts'
import type { FileKind, Safe } from './keep.ts'

const ID = {
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  tags: 0x1254c367,
  attachments: 0x1941a469,
  chapters: 0x1043a770,
}
const OPENED = new Set([ID.segment, ID.tracks, ID.track])
const EMPTIED = new Set([ID.tags, ID.attachments, ID.chapters])
const VIDEO_TRACK = 1

/** @param claimed settles it when a recording was cut before its tracks. */
export function keepWebm(source: Uint8Array, claimed: FileKind): Safe | Refusal {
  const bytes = Uint8Array.from(source)
  const tracks: number[] = []
  for (const element of elements(bytes)) {
    if (element.id === ID.trackType) tracks.push(bytes[element.start] ?? 0)
    if (EMPTIED.has(element.id)) empty(bytes, element)
  }
  const film = tracks.length > 0 ? tracks.includes(VIDEO_TRACK) : claimed === 'video'
  return film ? { kind: 'video', mediaType: 'video/webm', bytes } : { kind: 'voice', mediaType: 'audio/webm', bytes }
}

/** `at`: where its id starts; `start` and `end` of its content. */
type Element = { id: number; at: number; start: number; end: number }

/** In the order of the file, without depth. Elements of unknown length (live recordings) are walked into like those of `OPENED`. */
function* elements(bytes: Uint8Array): Generator<Element> {
  let at = 0
  while (at < bytes.length) {
    const id = variable(bytes, at, true)
    const size = id && variable(bytes, at + id.length, false)
    if (!id || !size) return
    const start = at + id.length + size.length
    const unknown = size.value === 2 ** (7 * size.length) - 1
    const end = unknown ? bytes.length : Math.min(start + size.value, bytes.length)
    yield { id: id.value, at, start, end }
    at = OPENED.has(id.value) || (unknown && !EMPTIED.has(id.value)) ? start : end
  }
}

/** An EBML number: the zeros before its first 1 tell how many bytes follow. An id keeps that 1, a size does not. */
function variable(bytes: Uint8Array, at: number, keepsMarker: boolean): { value: number; length: number } | undefined {
  const first = bytes[at]
  if (!first) return undefined
  const length = Math.clz32(first) - 23
  if (at + length > bytes.length) return undefined
  let value = keepsMarker ? first : first & (0xff >> length)
  for (const byte of bytes.subarray(at + 1, at + length)) value = value * 256 + byte
  return { value, length }
}

const VOID = 0xec

/** A Void element over the whole: one byte of id, then a size of one or of eight bytes, whichever fits. */
function empty(bytes: Uint8Array, { at, end }: Element): void {
  const length = end - at
  bytes.fill(0, at, end)
  bytes[at] = VOID
  if (length < 9) bytes[at + 1] = 0x80 | (length - 2)
  else {
    viewOf(bytes).setBigUint64(at + 1, (1n << 56n) | BigInt(length - 9))
  }
}
