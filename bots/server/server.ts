// The HTTP server: restify routes, and everything that holds for every answer (headers, limits, log, kind errors).
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import restify from 'restify'
import { problemPage } from '../web/pages/problem.ts'
import { usualHeaders } from './headers.ts'
import { healthRoutes, openMeasure } from './health.ts'
import { openLimits } from './limits.ts'
import { Refused, type Reply, type Route, type Visit } from './route.ts'
import { visitOf } from './visit.ts'

export type ServerOptions = {
  settings: { port: number; host: string; publicUrl: string; metricsToken?: string }
  log: Logger
  /** Reasons why not, in plain words; empty: ready. */
  ready: () => Promise<string[]>
  routes: Route[]
}

export type Server = {
  /** Where it listens: with `PORT=0` the port that the system chose. */
  port: number
  address: string
  /** Takes nothing new, ends what streams, and waits for what is being answered. */
  close: () => Promise<void>
}

/** A visitor who reads very slowly does not hold up the end. */
const CLOSING_MS = 5_000

export async function openServer({ settings, log, ready, routes }: ServerOptions): Promise<Server> {
  // restify's own lines name addresses, tokens and all; its warnings do not.
  const server = restify.createServer({ name: '', log: log.child({}, { level: 'warn' }) as never, handleUncaughtExceptions: false })
  /** Answers that go on: a browser that listens. They end when the server does. */
  const ongoing = new Set<ServerResponse>()
  const answer = answering({ ongoing, headers: usualHeaders(settings.publicUrl.startsWith('https:')), log })
  for (const route of [...healthRoutes(ready, settings.metricsToken), ...routes]) {
    const handler = async (request: IncomingMessage, response: ServerResponse): Promise<void> => answer(route, request, response)
    const options = { path: route.path, name: `${route.method} ${route.path}` }
    if (route.method === 'POST') server.post(options, handler as never)
    else {
      server.get(options, handler as never)
      if ('handle' in route) server.head({ ...options, name: `HEAD ${route.path}` }, handler as never)
    }
  }
  // What no route takes: an unknown address, or a known one with another method.
  server.on('restifyError', (request, response, error, done) => {
    const { statusCode } = error as { statusCode?: number }
    const status = statusCode && statusCode < 500 ? statusCode : 500
    if (status === 500) log.error({ err: error }, 'a request failed outside its route')
    if (!response.headersSent) {
      const page = problemPage(status, request.headers['accept-language'])
      // restify's own way out, so that it does not answer a second time
      response.sendRaw(status, page.body as string, { ...usualHeaders(false), ...page.headers } as Record<string, string>)
    }
    done()
  })
  await new Promise<void>((listening, failed) => {
    server.on('error', failed)
    server.listen(settings.port, settings.host, listening)
  })
  const { port } = server.address() as AddressInfo
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  return {
    port,
    address: `http://${host}:${port}`,
    close: () =>
      new Promise((closed) => {
        for (const response of ongoing) response.end()
        const cut = setTimeout(() => server.server.closeAllConnections(), CLOSING_MS)
        server.close(() => {
          clearTimeout(cut)
          closed()
        })
        server.server.closeIdleConnections()
      }),
  }
}

function answering({ ongoing, headers, log }: { ongoing: Set<ServerResponse>; headers: Record<string, string>; log: Logger }) {
  const limits = openLimits()
  const measure = openMeasure()
  return async (route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now()
    const visit = visitOf(request, (request as IncomingMessage & { params: Record<string, string> }).params, route.bodyLimit)
    try {
      // no link of ours has it, and no database keeps it
      if (request.url?.includes('%00')) throw new Refused(404, 'the character zero')
      const wait = await limits.wait(route, visit)
      if (wait !== undefined) {
        const page = problemPage(429, request.headers['accept-language'])
        send(request, response, headers, { ...page, headers: { ...page.headers, 'Retry-After': String(wait) } })
      } else if ('serve' in route) {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        ongoing.add(response)
        await route.serve(visit, request, response).finally(() => ongoing.delete(response))
      } else send(request, response, headers, await route.handle(visit))
    } catch (error) {
      const status = error instanceof Refused ? error.status : 500
      if (status === 500) log.error({ err: error, route: route.path }, 'a request failed')
      // A body that was not read to its end must not be taken for the next request.
      if (!response.headersSent) send(request, response, { ...headers, Connection: 'close' }, problem(status, visit))
      else response.destroy()
    }
    const ms = Math.round(performance.now() - started)
    measure(route.path, visit.method, response.statusCode, ms / 1000)
    log.debug({ route: route.path, method: visit.method, status: response.statusCode, ms }, 'answered')
  }
}

const problem = (status: number, visit: Visit): Reply => problemPage(status, visit.headers['accept-language'])

function send(request: IncomingMessage, response: ServerResponse, usual: Record<string, string>, reply: Reply): void {
  const length = reply.body === undefined ? 0 : Buffer.byteLength(reply.body)
  const headers: Record<string, string | number | string[]> = { ...usual, 'Content-Length': length, ...reply.headers }
  response.writeHead(reply.status, headers)
  response.end(request.method === 'HEAD' ? undefined : reply.body)
}
