// What a page or a webhook is to the rest of the program: a visit comes in, a reply goes out. restify stays behind it.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

export type Visit = {
  method: string
  /** What the pattern's `:names` matched, decoded. */
  params: Record<string, string>
  query: URLSearchParams
  headers: IncomingHttpHeaders
  cookies: Record<string, string>
  /** The visitor's address, for limits only: never logged. */
  address: string
  /** The body as it came; throws a `Refused` 413 over the route's limit. */
  bytes: () => Promise<Uint8Array>
  /** The fields of a form (application/x-www-form-urlencoded). */
  form: () => Promise<URLSearchParams>
  /** The body as JSON; throws a `Refused` 400 when it is not. */
  json: () => Promise<unknown>
}

export type Reply = {
  status: number
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array
}

export type Route = {
  method: 'GET' | 'POST'
  /** A restify pattern: `/e/:token`. It is what logs and metrics name, so a token never gets there. */
  path: string
  /** How often one address and one link may come: see limits.ts. Webhooks of platforms have none. */
  pace?: 'page' | 'form' | 'chat' | 'upload' | 'none'
  /** Whose visits count together, where their address does not name them: a session. It stays in memory. */
  whose?: (visit: Visit) => string | undefined
  /** Bytes of a body; 64 KB unless told. */
  bodyLimit?: number
} & (
  | { handle: (visit: Visit) => Promise<Reply> }
  /** Answers by itself, now or over time (server-sent events, a platform's own adapter). `request` has not been read. */
  | { serve: (visit: Visit, request: IncomingMessage, response: ServerResponse) => Promise<void> }
)

/** An expected refusal: its status becomes a kind page, and nothing is logged as an error. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, why: string) {
    super(why)
    this.status = status
  }
}

export const redirect = (to: string, headers: Record<string, string | string[]> = {}): Reply => ({
  status: 303,
  headers: { Location: to, ...headers },
})

export const json = (value: unknown, headers: Record<string, string> = {}, status = 200): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
})
