// Calls to Open Badge Factory, API v2: with a token, and again with a new one when the platform has forgotten it.
import type { z } from 'zod'
import { openExchange } from '../exchange.ts'
import type { Trouble } from '../port.ts'
import { readAs, troubleOf, unreadable } from '../trouble.ts'
import { openTokens } from './token.ts'

export type ObfSettings = {
  /** Without trailing slash; also https://factory.cancred.ca. */
  apiRoot: string
  clientId: string
  clientSecret: string
  /** Milliseconds until an answer must be there; 20 s unless said otherwise. */
  timeout?: number
  /** Milliseconds; the machine's unless a test brings one. */
  clock?: () => number
}

export type Got<Value> = { ok: Value } | { trouble: Trouble }

export type Client = {
  /** `path` begins after `/v2`, and `{cid}` in it is the client's id. */
  ask: <Schema extends z.ZodType>(
    schema: Schema,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
  ) => Promise<Got<z.infer<Schema>>>
}

export function openClient({ apiRoot, clientId, clientSecret, timeout, clock = Date.now }: ObfSettings): Client {
  const exchange = openExchange({ timeout })
  const tokens = openTokens(exchange, { url: `${apiRoot}/v2/client/oauth2/token`, clientId, clientSecret, clock })

  return {
    async ask(schema, method, path, body) {
      for (let renewed = false; ; renewed = true) {
        const token = await tokens.get()
        if (typeof token !== 'string') return { trouble: token }
        const reply = await exchange({
          method,
          url: `${apiRoot}/v2${path.replace('{cid}', encodeURIComponent(clientId))}`,
          headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
          body: body === undefined ? undefined : JSON.stringify(body),
        })
        // refused before anything was done: a token that ended early is asked for anew
        if (reply.is === 'answer' && (reply.status === 401 || reply.status === 403)) {
          tokens.drop(token)
          if (!renewed) continue
        }
        // what is issued is looked up before it is issued again
        const again = method === 'POST' ? 'looked-up' : 'harmless'
        const trouble = troubleOf(reply, again)
        if (trouble || reply.is !== 'answer') return { trouble: trouble ?? { state: 'retry', why: 'no answer' } }
        const answer = readAs(schema, reply.text)
        return answer === undefined ? { trouble: unreadable(reply.status, again) } : { ok: answer }
      }
    },
  }
}
