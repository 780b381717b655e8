// MP4, QuickTime, 3GP and M4A. Phones write the place of a film in several boxes (`udta/©xyz`, `udta/loci`, `meta` with
// com.apple.quicktime.location, XMP in `uuid`, `gps `…), action cameras in a track of its own; so what stays is a list of what a player
// needs, and the rest becomes empty space. Lengths and offsets stay the same, so nothing is encoded anew.
import type { Refusal } from '../model/rows.ts'
import { boxAt, boxes, type Box, emptyBox, fourLetters, type Span } from './boxes.ts'
import type { Safe } from './keep.ts'
import { samplesOf } from './samples.ts'

const PLAYED: Record<'file' | 'moov' | 'trak', ReadonlySet<string>> = {
  file: new Set(['ftyp', 'styp', 'moov', 'moof', 'mdat', 'mfra', 'sidx', 'ssix', 'prft']),
  moov: new Set(['mvhd', 'iods', 'trak', 'mvex', 'clip', 'ctab']),
  trak: new Set(['tkhd', 'tref', 'trgr', 'edts', 'mdia', 'load', 'clip', 'matt', 'tapt', 'txas']),
}
/** What is seen and heard. Subtitles are not here: some drones write where they fly in them. */
const PLAYED_TRACKS = new Set(['vide', 'soun', 'tmcd'])

/** @param mediaType of the container as a film; without pictures in it, it is a voice, of the matching audio type. */
export function keepFilm(source: Uint8Array, mediaType: string): Safe | Refusal {
  const bytes = Uint8Array.from(source)
  const played = new Set<string>()
  let emptied = 0
  for (const box of strip(bytes, { start: 0, end: bytes.length }, 'file')) {
    if (box.type !== 'moov') continue
    for (const track of strip(bytes, box, 'moov')) {
      if (track.type !== 'trak') continue
      const holds = handlerOf(bytes, track)
      if (PLAYED_TRACKS.has(holds)) {
        played.add(holds)
        for (const _ of strip(bytes, track, 'trak'));
      } else {
        const samples = samplesOf(bytes, track)
        if (!samples) return 'unreadable'
        for (const { start, end } of samples) {
          emptied += end - start
          // Tracks without number over the same bytes would keep us busy for hours.
          if (emptied > bytes.length) return 'unreadable'
          bytes.fill(0, start, end)
        }
        emptyBox(bytes, track)
      }
    }
  }
  if (played.has('vide')) return { kind: 'video', mediaType, bytes }
  if (played.has('soun')) return { kind: 'voice', mediaType: mediaType === 'video/3gpp' ? 'audio/3gpp' : 'audio/mp4', bytes }
  return 'unreadable'
}

/** The boxes of a level that stay; the others are emptied on the way. */
function* strip(bytes: Uint8Array, within: Span, level: keyof typeof PLAYED): Generator<Box> {
  for (const box of boxes(bytes, within)) {
    if (PLAYED[level].has(box.type)) yield box
    else emptyBox(bytes, box)
  }
}

/** What a track holds: after version, flags and a word of QuickTime's. */
function handlerOf(bytes: Uint8Array, track: Span): string {
  const handler = boxAt(bytes, track, ['mdia', 'hdlr'])
  return handler ? fourLetters(bytes, handler.start + 8) : ''
}
