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
      return new URLSearchParams(Buffer.from(await bytes()).toString('utf8'))
    },
    json: async () => {
      try {
        return JSON.parse(Buffer.from(await bytes()).toString('utf8'))
      } catch (cause) {
        if (cause instanceof Refused) throw cause
        throw new Refused(400, 'not JSON')
      }
    },
  }
}

async function bodyOf(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limit) throw new Refused(413, 'body too large')
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) throw new Refused(413, 'body too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
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
