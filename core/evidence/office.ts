// Word processor, spreadsheet and slides: OOXML and OpenDocument, both ZIP. Taken when they hold no program and unfold to a sane size;
// any other archive is refused. Nothing is unpacked to disk.
import { createInflateRaw } from 'node:zlib'
import type { Refusal } from '../model/rows.ts'
import type { Safe } from './keep.ts'
import { readZip, type ZipEntry } from './zip.ts'

/** By the type of the main part in [Content_Types].xml (ECMA-376): its name is free, its type is not. */
const OOXML: [mark: RegExp, mediaType: string][] = [
  [/wordprocessingml\.document\.main\+xml/, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/spreadsheetml\.sheet\.main\+xml/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/presentationml\.(presentation|slideshow)\.main\+xml/, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]
const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)$/

/** Macros and controls of documents; what Android, Java, Windows and shells run. */
const RUNS =
  /(^|\/)(vbaProject\.bin|AndroidManifest\.xml|MANIFEST\.MF)$|(^|\/)activeX\/|^(Basic|Scripts)\/|\.(exe|dll|msi|bat|cmd|ps1|vbs|js|jar|class|sh|scr|lnk|apk|dex)$/i

const MAX_TYPES_BYTES = 1024 * 1024

/** @param maxUnfolded bytes, over all parts */
export async function keepOffice(bytes: Uint8Array, maxUnfolded: number): Promise<Safe | Refusal> {
  const entries = readZip(bytes)
  if (typeof entries === 'string') return entries
  const said = entries.reduce((total, entry) => total + entry.unfolded, 0)
  if (said > maxUnfolded) return 'bomb'
  if (entries.some((entry) => RUNS.test(entry.name))) return 'program'
  if (entries.some((entry) => entry.encrypted)) return 'unreadable'
  const mediaType = await mediaTypeOf(entries)
  if (typeof mediaType !== 'string') return mediaType.refused
  for (const entry of entries) {
    // An archive may lie about its sizes, so each part is unfolded once, a piece at a time, and dropped.
    const size = await unfold(entry, entry.unfolded)
    if (size !== entry.unfolded) return size === 'more' ? 'bomb' : 'unreadable'
  }
  return { kind: 'document', mediaType, bytes }
}

async function mediaTypeOf(entries: ZipEntry[]): Promise<string | { refused: Refusal }> {
  const types = await textOf(entries.find((entry) => entry.name === '[Content_Types].xml'))
  if (/macroEnabled|vbaProject/i.test(types)) return { refused: 'program' }
  const ooxml = OOXML.find(([mark]) => mark.test(types))
  if (ooxml) return ooxml[1]
  const mimetype = await textOf(entries.find((entry) => entry.name === 'mimetype'))
  return OPEN_DOCUMENT.test(mimetype) ? mimetype : { refused: 'unknown-type' }
}

/** Empty when it is absent, damaged or larger than such a part ever is. */
async function textOf(entry: ZipEntry | undefined): Promise<string> {
  const pieces: Uint8Array[] = []
  const size = entry && (await unfold(entry, MAX_TYPES_BYTES, (piece) => pieces.push(piece)))
  return typeof size === 'number' ? Buffer.concat(pieces).toString() : ''
}

/** How many bytes a part holds; `more` as soon as it passes `most`. */
async function unfold(entry: ZipEntry, most: number, take?: (piece: Uint8Array) => void): Promise<number | 'more' | 'damaged'> {
  if (!entry.deflated) {
    take?.(entry.bytes)
    return entry.bytes.length > most ? 'more' : entry.bytes.length
  }
  const inflate = createInflateRaw()
  inflate.end(entry.bytes)
  let size = 0
  try {
    for await (const piece of inflate) {
      size += piece.length
      if (size > most) return 'more'
      take?.(piece)
    }
    return size
  } catch {
    return 'damaged'
  }
}
