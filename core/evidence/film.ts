// MP4, QuickTime, 3GP and M4A: boxes in boxes (ISO/IEC 14496-12). Phones write the place of a film in several of them (`udta/©xyz`,
// `udta/loci`, `meta` with com.apple.quicktime.location, XMP in `uuid`, `gps `…), so what stays is a list of what a player needs;
// any other box becomes empty space. Lengths and offsets stay the same, so nothing is encoded anew.
import type { Refusal } from '../model/rows.ts'
import type { Safe } from './keep.ts'

const PLAYED: Record<'file' | 'moov' | 'trak', ReadonlySet<string>> = {
  file: new Set(['ftyp', 'styp', 'moov', 'moof', 'mdat', 'mfra', 'sidx', 'ssix', 'prft']),
  moov: new Set(['mvhd', 'iods', 'trak', 'mvex', 'clip', 'ctab']),
  trak: new Set(['tkhd', 'tref', 'trgr', 'edts', 'mdia', 'load', 'clip', 'matt', 'tapt', 'txas']),
}

/** @param mediaType of the container as a film; without pictures in it, it is a voice, of the matching audio type. */
export function keepFilm(source: Uint8Array, mediaType: string): Safe | Refusal {
  const bytes = Uint8Array.from(source)
  let tracks = 0
  let pictures = false
  for (const box of strip(bytes, { start: 0, end: bytes.length }, 'file')) {
    if (box.type !== 'moov') continue
    for (const track of strip(bytes, box, 'moov')) {
      if (track.type !== 'trak') continue
      tracks++
      for (const part of strip(bytes, track, 'trak')) pictures ||= part.type === 'mdia' && isVideo(bytes, part)
    }
  }
  if (tracks === 0) return 'unreadable'
  if (pictures) return { kind: 'video', mediaType, bytes }
  return { kind: 'voice', mediaType: mediaType === 'video/3gpp' ? 'audio/3gpp' : 'audio/mp4', bytes }
}

type Span = { start: number; end: number }
/** `start` and `end` of its content. */
type Box = Span & { type: string }

/** The boxes of a level that stay; the others are emptied on the way. */
function* strip(bytes: Uint8Array, within: Span, level: keyof typeof PLAYED): Generator<Box> {
  for (const box of boxes(bytes, within)) {
    if (PLAYED[level].has(box.type)) yield box
    else {
      bytes.set(FREE, box.at + 4)
      bytes.fill(0, box.start, box.end)
    }
  }
}

const FREE = Buffer.from('free')

/** `at`: where its header starts. A box that claims to go on after its parent is taken to end there: a recording that was cut. */
function* boxes(bytes: Uint8Array, { start, end }: Span): Generator<Box & { at: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = start
  while (at + 8 <= end) {
    const short = view.getUint32(at)
    if (short === 1 && at + 16 > end) return
    const header = short === 1 ? 16 : 8
    // 0: to the end of what holds it.
    const length = short === 0 ? end - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short
    if (length < header) return
    const next = Math.min(at + length, end)
    yield { type: fourLetters(bytes, at + 4), at, start: at + header, end: next }
    at = next
  }
}

/** By the media's handler: version and flags, then a QuickTime word, then what the track holds. */
function isVideo(bytes: Uint8Array, media: Span): boolean {
  for (const box of boxes(bytes, media)) if (box.type === 'hdlr' && fourLetters(bytes, box.start + 8) === 'vide') return true
  return false
}

const fourLetters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
