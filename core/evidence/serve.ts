// How evidence leaves over HTTP: never as something that a browser would run, never in a cache that others share.

/** What browsers show by themselves without running anything. The rest is a download. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|audio\/[a-z0-9.+-]+|video\/[a-z0-9.+-]+)$/

/** Every type that `keepEvidence` lets in, with the ending of its downloads. */
const ENDINGS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/3gpp': '3gp',
  'audio/webm': 'webm',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/3gpp': '3gp',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'text/plain': 'txt',
}

const isKept = (mediaType: string): boolean => Object.hasOwn(ENDINGS, mediaType)

/**
 * A film or a sound opened by its own link: the browser makes a page around it, which must fetch it again from here. Scripts stay
 * forbidden. (Under the bare policy Chromium shows a dead player.)
 */
const PLAYER_POLICY = "default-src 'none'; media-src 'self'; sandbox allow-same-origin"

/**
 * A PDF inside the page that a trainer decides on. The browser's own viewer shows it, which runs a document's scripts, if at all, apart from
 * every page; nothing is fetched for it, and with `nosniff` it can be nothing but a PDF. Only our own pages may frame it. No `sandbox`:
 * browsers load no viewer in a sandbox, and the trainer would see an empty frame.
 */
const VIEWER = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'", 'X-Frame-Options': 'SAMEORIGIN' }

/** What a page can show in a frame. */
export const isViewable = (mediaType: string | null): boolean => mediaType === 'application/pdf'

/** `jpg` for `image/jpeg`; `bin` for what this program does not keep. */
export const endingOf = (mediaType: string): string => (isKept(mediaType) ? ENDINGS[mediaType]! : 'bin')

/**
 * The headers of a piece of evidence; `Content-Length` (and `Content-Range` of a part) are the caller's.
 * @param mediaType as kept, found by content
 * @param sha256 of the bytes kept, hexadecimal; names the download and lets a browser check that parts belong together
 * @param viewed in a frame of ours, where it can be: see `isViewable`
 */
export function headersFor(mediaType: string, sha256: string, viewed = false): Record<string, string> {
  const known = isKept(mediaType)
  const framed = viewed && isViewable(mediaType)
  const shown = known && (framed || SHOWN.test(mediaType))
  return {
    'Content-Type': !known ? 'application/octet-stream' : mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="declic-${sha256.slice(0, 12)}.${endingOf(mediaType)}"`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': shown && !mediaType.startsWith('image/') ? PLAYER_POLICY : "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
    ETag: `"${sha256}"`,
    ...(framed && VIEWER),
  }
}

/** First and last byte, both included. */
export type Range = { start: number; end: number }

/**
 * The part that a `Range` header asks for (RFC 9110, 14.2). `undefined`: answer 200 with the whole (no header, another unit, several
 * parts); `unsatisfiable`: answer 416. Safari plays no video from a server that ignores it.
 * @param size in bytes
 */
export function rangeOf(header: string | undefined, size: number): Range | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length > 0 ? { start: size - length, end: size - 1 } : 'unsatisfiable'
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return undefined
  if (start >= size) return 'unsatisfiable'
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
