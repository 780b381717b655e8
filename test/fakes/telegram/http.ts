// HTTP as the Bot API speaks it: /bot<token>/<method> and /file/bot<token>/<path>.
import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Faults, refusalOf } from './faults.ts'
import { METHODS, type Server } from './methods.ts'
import { readMultipart } from './multipart.ts'
import { Refusal } from './refusal.ts'
import type { Params, Uploads } from './types.ts'

/** A call as it came, and what was answered. `status` 0: the connection was dropped. `at`: really; `clock`: by the fake's own clock. */
export type Recorded = { method: string; params: Params; uploads: string[]; status: number; at: number; clock: number }

export type Api = { token: string; server: Server; faults: Faults; record: (call: Recorded) => void }

export function serve(api: Api): HttpServer {
  const server = createServer((request, response) => {
    handle(api, request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  return server
}

async function handle(api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url!, 'http://fake')
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(pathname)
  if (file) return download(api, file[1]!, decodeURI(file[2]!), response)
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? []
  const body = await readBody(request)
  if (token === undefined || method === undefined) return answer(response, new Refusal(404, 'Not Found'))
  if (token !== api.token) return answer(response, new Refusal(401, 'Unauthorized'))
  const { params, uploads } = readParams(body, request.headers['content-type'] ?? '', searchParams)

  const fault = api.faults.strike(method, params.chat_id)
  if (fault?.is === 'slow') await pause(fault.milliseconds)
  const record = (status: number) =>
    api.record({
      method,
      params,
      uploads: [...uploads.values()].map(({ name }) => name),
      status,
      at: Date.now(),
      clock: api.server.world.now(),
    })
  if (fault?.is === 'dropped') {
    record(0)
    response.destroy()
    return
  }
  if (fault?.is === 'html') {
    record(fault.code)
    response.writeHead(fault.code, { 'content-type': 'text/html' })
    response.end('<html><body>Bad Gateway</body></html>')
    return
  }
  const result = refusalOf(fault) ?? (await run(api.server, method, params, uploads, response))
  if (fault?.is === 'answer-lost') {
    record(0)
    response.destroy()
    return
  }
  record(result instanceof Refusal ? result.code : 200)
  answer(response, result)
}

async function run(server: Server, method: string, params: Params, uploads: Uploads, response: ServerResponse): Promise<unknown> {
  const known = Object.keys(METHODS).find((name) => name.toLowerCase() === method.toLowerCase())
  if (!known) return new Refusal(404, 'Not Found: method not found')
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    return await METHODS[known]!(server, { params, uploads, gone: gone.signal })
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function answer(response: ServerResponse, result: unknown): void {
  if (response.destroyed) return
  const body =
    result instanceof Refusal
      ? { ok: false, error_code: result.code, description: result.message, parameters: result.parameters }
      : { ok: true, result }
  const text = JSON.stringify(body)
  response.writeHead(result instanceof Refusal ? result.code : 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

/** As the real one: a plain 404 for whoever has not the token, or asks for what is not there. */
function download({ token, server, faults }: Api, given: string, path: string, response: ServerResponse): void {
  const file = given === token ? [...server.world.files.values()].find((stored) => stored.path === path) : undefined
  const fault = faults.strike('download', undefined)
  if (fault?.is === 'dropped') {
    response.destroy()
    return
  }
  const refusal = refusalOf(fault) ?? (file ? undefined : new Refusal(404, 'Not Found'))
  if (refusal) {
    answer(response, refusal)
    return
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file!.bytes.length })
  response.end(file!.bytes)
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function readParams(body: Buffer, contentType: string, query: URLSearchParams): { params: Params; uploads: Uploads } {
  const asked = Object.fromEntries(query)
  if (contentType.startsWith('multipart/form-data')) {
    const { params, uploads } = readMultipart(body, contentType)
    return { params: { ...asked, ...params }, uploads }
  }
  if (body.length === 0) return { params: asked, uploads: new Map() }
  if (contentType.startsWith('application/json')) {
    return { params: { ...asked, ...(JSON.parse(body.toString()) as Params) }, uploads: new Map() }
  }
  return { params: { ...asked, ...Object.fromEntries(new URLSearchParams(body.toString())) }, uploads: new Map() }
}
