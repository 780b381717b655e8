// multipart/form-data as bots send it (RFC 7578), names quoted or not.
import type { Params, Uploads } from './types.ts'

export function readMultipart(body: Buffer, contentType: string): { params: Params; uploads: Uploads } {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  const params: Params = {}
  const uploads: Uploads = new Map()
  if (!boundary) return { params, uploads }
  const mark = Buffer.from(`--${boundary}`)
  let at = body.indexOf(mark)
  while (at >= 0) {
    const start = at + mark.length + 2
    const next = body.indexOf(mark, start)
    if (next < 0) break
    const part = body.subarray(start, next - 2)
    const gap = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, gap).toString()
    const content = part.subarray(gap + 4)
    const name = field(head, 'name')
    const file = field(head, 'filename')
    if (name !== undefined && file !== undefined) uploads.set(name, { name: file, bytes: Buffer.from(content) })
    else if (name !== undefined) params[name] = content.toString()
    at = next
  }
  return { params, uploads }
}

const field = (head: string, name: string): string | undefined =>
  new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(head)?.[1] ?? new RegExp(`[;\\s]${name}=([^;\\r\\n]+)`, 'i').exec(head)?.[1]
