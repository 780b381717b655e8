// A visit, read from a request: cookies, address and body, each read only when somebody asks.
import type { IncomingMessage } from 'node:http'
import { Refused, type Visit } from './route.ts'

const USUAL_BODY = 64 * 1024
const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/** `params` are what the router matched. */
export function visitOf(request: IncomingMessage, params: Record<string, string>, bodyLimit = USUAL_BODY): Visit {
  let read: Promise<Uint8Array> | undefined
  const bytes = () => (read ??= bodyOf(request, bodyLimit))
  return {
    method: request.method ?? 'GET',
    params,
    // read only by those who ask: a platform's webhook is a turn, and turns are many
    get query() {
      return new URL(request.url ?? '/', 'http://host').searchParams
    },
    headers: request.headers,
    get cookies() {
      return cookiesOf(request.headers.cookie)
    },
    get address() {
      return addressOf(request)
    },
    bytes,
    form: async () => {
      if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) throw new Refused(415, 'not a form')
      return new URLSearchParams(textOf(await bytes()))
    },
    json: async () => {
      try {
        return JSON.parse(textOf(await bytes()))
      } catch (cause) {
        if (cause instanceof Refused) throw cause
        throw new Refused(400, 'not JSON')
      }
    },
  }
}

/** Without a copy of the bytes. */
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

async function bodyOf(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limit) throw new Refused(413, 'body too large')
  // by its events: an iterator over a stream costs more than all else that happens to a small body
  return new Promise((resolve, reject) => {
    if (request.destroyed) return reject(new Refused(400, 'the request ended before it was read'))
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size > limit) {
        request.pause()
        reject(new Refused(413, 'body too large'))
      } else parts.push(part)
    })
    request.on('end', () => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts)))
    request.on('error', reject)
    // also when all is well: an error costs its stack
    request.on('close', () => request.complete || reject(new Refused(400, 'the request ended before its body did')))
  })
}

function cookiesOf(header: string | undefined): Record<string, string> {
  const found: Record<string, string> = {}
  for (const pair of header?.split(';') ?? []) {
    const [name, ...value] = pair.split('=')
    if (name?.trim() && value.length > 0) found[name.trim()] = value.join('=').trim()
  }
  return found
}

/** Behind a reverse proxy on the same machine, the address that the proxy saw: the last one of the list, which nobody but the proxy wrote. */
function addressOf(request: IncomingMessage): string {
  const direct = request.socket.remoteAddress ?? ''
  const forwarded = request.headers['x-forwarded-for']
  return LOOPBACK.test(direct) && forwarded ? (String(forwarded).split(',').at(-1)?.trim() ?? direct) : direct
}

/** Comes from this very machine, through no proxy. */
export const isLocal = (visit: Visit): boolean => LOOPBACK.test(visit.address)
