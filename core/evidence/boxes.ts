// Boxes of ISO base media and QuickTime (ISO/IEC 14496-12, 4.2): a length, four letters, the content, which may be boxes again.

/** Offsets into the file; `end` is not included. */
export type Span = { start: number; end: number }
/** `at`: where its header starts; `start` and `end`: its content. */
export type Box = Span & { type: string; at: number }

/** The boxes side by side in a span. One that claims to go on after its parent is taken to end there: a recording that was cut. */
export function* boxes(bytes: Uint8Array, { start, end }: Span): Generator<Box> {
  const view = viewOf(bytes)
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

/** The first box at the end of a path: `['mdia', 'hdlr']`. */
export function boxAt(bytes: Uint8Array, within: Span, path: string[]): Span | undefined {
  let here: Span | undefined = within
  for (const type of path) here = here && boxes(bytes, here).find((box) => box.type === type)
  return here
}

const FREE = Buffer.from('free')

/** Makes a box empty space of the same length (8.1.2), so that no offset into the file moves. */
export function emptyBox(bytes: Uint8Array, box: Box): void {
  bytes.set(FREE, box.at + 4)
  bytes.fill(0, box.start, box.end)
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
export const fourLetters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
