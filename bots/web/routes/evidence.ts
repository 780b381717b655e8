// A piece of evidence over HTTP: whole, a part of it (players ask for parts), or its thumbnail.
import type { ShownClaim } from '../../../core/data/pages.ts'
import { headersFor, rangeOf } from '../../../core/evidence/serve.ts'
import { Refused, type Reply, type Visit } from '../../server/route.ts'
import { piecesOf } from '../pages/story.ts'
import type { Site } from '../site.ts'

/**
 * The piece `visit.params.id` of this claim; whether the visitor may see it was decided before. Throws a `Refused` 404.
 * @param viewer `?view` shows it inside the page, where it would be a download
 */
export async function evidenceReply(site: Site, shown: ShownClaim, visit: Visit, id = visit.params.id, viewer = false): Promise<Reply> {
  const piece = piecesOf(shown).find((e) => e.id === id && e.state === 'kept')
  const thumb = visit.query.has('thumb') && piece?.thumbnail
  const name = thumb || piece?.file
  const kept = name ? await site.evidence.get(name) : undefined
  if (!piece || !kept) throw new Refused(404, 'no such evidence')
  const digest = thumb ? `${piece.sha256}-thumb` : piece.sha256!
  const viewed = viewer && visit.query.has('view')
  return fileReply(kept.bytes, headersFor(thumb ? kept.mediaType : (piece.mediaType ?? kept.mediaType), digest, viewed), visit)
}

/** Bytes with their headers, or the part that the visitor asked for. */
export function fileReply(bytes: Uint8Array, headers: Record<string, string>, visit: Visit): Reply {
  if (headers.ETag && visit.headers['if-none-match'] === headers.ETag) return { status: 304, headers }
  const range = rangeOf(visit.headers.range, bytes.length)
  if (range === undefined) return { status: 200, headers, body: bytes }
  if (range === 'unsatisfiable') return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${bytes.length}` } }
  return {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${range.start}-${range.end}/${bytes.length}` },
    body: bytes.subarray(range.start, range.end + 1),
  }
}
