// The table of contents of a ZIP archive (APPNOTE.TXT 6.3, 4.3): what is in it, before anything of it is unfolded.
import type { Refusal } from '../model/rows.ts'

export type ZipEntry = {
  name: string
  encrypted: boolean
  /** false: stored as it is. */
  deflated: boolean
  /** As it stands in the archive. */
  bytes: Uint8Array
  /** How many bytes it says it unfolds to. */
  unfolded: number
}

/** No document of people has as many parts. */
const MAX_ENTRIES = 5000
const END_OF_CONTENTS = 0x06054b50
const CONTENTS_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
/** The archive's comment, at most, stands after the end record of 22 bytes. */
const FARTHEST_END = 22 + 0xffff

/** `bomb`: more entries than sane, or entries that share their bytes. `unreadable`: not whole, or a method that no document uses. */
export function readZip(bytes: Uint8Array): ZipEntry[] | Extract<Refusal, 'bomb' | 'unreadable'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfContents(view)
  if (end === undefined) return 'unreadable'
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) return 'bomb'
  try {
    const entries: ZipEntry[] = []
    let at = view.getUint32(end + 16, true)
    let held = 0
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== CONTENTS_ENTRY) return 'unreadable'
      const method = view.getUint16(at + 10, true)
      const packed = view.getUint32(at + 20, true)
      const nameLength = view.getUint16(at + 28, true)
      const local = view.getUint32(at + 42, true)
      if (method !== 0 && method !== 8) return 'unreadable'
      if (view.getUint32(local, true) !== LOCAL_ENTRY) return 'unreadable'
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      if (start + packed > bytes.length) return 'unreadable'
      held += packed
      // Overlapping entries make a bomb that no ratio shows (D. Fifield, « A better zip bomb »).
      if (held > bytes.length) return 'bomb'
      entries.push({
        name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString(),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        deflated: method === 8,
        bytes: bytes.subarray(start, start + packed),
        unfolded: view.getUint32(at + 24, true),
      })
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return entries
  } catch (error) {
    // Reading past the end: an offset that points nowhere.
    if (error instanceof RangeError) return 'unreadable'
    throw error
  }
}

function endOfContents(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - FARTHEST_END); at--) {
    if (view.getUint32(at, true) === END_OF_CONTENTS) return at
  }
  return undefined
}
