// A platform that issues badges, on loopback, and everything that can go wrong on the way to it and back.
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = { method: string; path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: string }
export type Answer = { status: number; body?: unknown; type?: string }

export type Fault =
  /** Refused before anything was done. */
  | { status: number; retryAfter?: number }
  /** Nothing was done, and no answer ever comes; or the line goes dead. */
  | 'silent'
  | 'cut'
  /** It was done: and the line goes dead, no answer comes, half of it comes, somebody's web page comes, JSON of another kind comes. */
  | 'lost'
  | 'late'
  | 'half'
  | 'page'
  | 'garbled'

export type FakePlatform = {
  url: string
  /** Everything that came in, in order. */
  asked: Asked[]
  /** What the next requests that issue something meet, one each. */
  faults: Fault[]
  /** The same for the next requests of any kind; undefined: nothing. */
  anyFaults: (Fault | undefined)[]
  /** Nobody listens any more, until `up`. */
  down: () => Promise<void>
  up: () => Promise<void>
  close: () => Promise<void>
}

/** `answer` does what is asked; `issues`: it would make a badge. */
export async function openPlatform(platform: {
  issues: (asked: Asked) => boolean
  answer: (asked: Asked) => Answer
}): Promise<FakePlatform> {
  const asked: Asked[] = []
  const faults: Fault[] = []
  const anyFaults: (Fault | undefined)[] = []
  let server: Server
  let port = 0

  const up = async () => {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const url = new URL(request.url!, 'http://loopback')
      const one: Asked = {
        method: request.method!,
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
      }
      asked.push(one)
      const fault = (platform.issues(one) ? faults.shift() : undefined) ?? anyFaults.shift()
      if (fault === 'silent') return
      if (fault === 'cut') return void response.socket!.destroy()
      if (typeof fault === 'object') {
        response.writeHead(fault.status, fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) })
        return void response.end('<p>not now</p>')
      }
      const answer = platform.answer(one)
      if (fault) spoil(fault, answer, response)
      else say(answer, response)
    })
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
    port = (server.address() as AddressInfo).port
  }
  const down = () => {
    server.closeAllConnections()
    return new Promise<void>((closed) => void server.close(() => closed()))
  }
  await up()
  return { url: `http://127.0.0.1:${port}`, asked, faults, anyFaults, down, up, close: down }
}

const textOf = ({ body }: Answer): string => (body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body))

function say(answer: Answer, response: ServerResponse): void {
  response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' })
  response.end(textOf(answer))
}

function spoil(fault: 'lost' | 'late' | 'half' | 'page' | 'garbled', answer: Answer, response: ServerResponse): void {
  switch (fault) {
    case 'lost':
      response.socket!.destroy()
      return
    case 'late':
      return
    case 'half': {
      const text = textOf(answer) || '{"state":"issued"}'
      response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) })
      response.write(text.slice(0, Math.ceil(text.length / 2)), () => response.socket!.destroy())
      return
    }
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<!doctype html><title>Connexion au réseau</title>')
      return
    case 'garbled':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('["ok"]')
      return
    default:
      fault satisfies never
  }
}
