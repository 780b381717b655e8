// Where the samples of a film's track lie in its file (ISO/IEC 14496-12, 8.6 and 8.7): chunks at `stco`, so many samples in each by
// `stsc`, so many bytes in each sample by `stsz`.
import { boxAt, type Span, viewOf } from './boxes.ts'

/** `undefined`: tables that contradict each other or point out of the file. Together the spans are never longer than the file. */
export function samplesOf(bytes: Uint8Array, track: Span): Span[] | undefined {
  const view = viewOf(bytes)
  const tables = boxAt(bytes, track, ['mdia', 'minf', 'stbl'])
  if (!tables) return []
  const wide = boxAt(bytes, tables, ['co64'])
  const chunks = wide ?? boxAt(bytes, tables, ['stco'])
  const runs = boxAt(bytes, tables, ['stsc'])
  const sizes = boxAt(bytes, tables, ['stsz'])
  if (!chunks || !runs || !sizes) return []
  try {
    const spans: Span[] = []
    const same = view.getUint32(sizes.start + 4)
    const samples = view.getUint32(sizes.start + 8)
    const runCount = view.getUint32(runs.start + 4)
    const chunkCount = view.getUint32(chunks.start + 4)
    let sample = 0
    let run = 0
    let covered = 0
    for (let chunk = 0; chunk < chunkCount && sample < samples; chunk++) {
      // A run holds from its first chunk (counted from 1) until the next run begins.
      while (run + 1 < runCount && view.getUint32(runs.start + 8 + 12 * (run + 1)) <= chunk + 1) run++
      const inChunk = Math.min(view.getUint32(runs.start + 8 + 12 * run + 4), samples - sample)
      const start = wide ? Number(view.getBigUint64(chunks.start + 8 + 8 * chunk)) : view.getUint32(chunks.start + 8 + 4 * chunk)
      let end = start + (same > 0 ? same * inChunk : 0)
      if (same === 0) for (let i = 0; i < inChunk; i++) end += view.getUint32(sizes.start + 12 + 4 * (sample + i))
      sample += inChunk
      covered += end - start
      if (end > bytes.length || covered > bytes.length) return undefined
      if (end > start) spans.push({ start, end })
    }
    return spans
  } catch (error) {
    // A count that leads past the end of the file.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
