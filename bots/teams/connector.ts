// The Bot Framework's REST interface for messages, over one undici agent: botbuilder's own client retries in memory, and says nothing of
// how long a service asks us to wait. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
import { Agent } from 'undici'
import { z } from 'zod'
import type { Reference } from './reference.ts'

/** What is sent: an Activity without what the service fills in. */
export type Draft = {
  type: 'message' | 'typing'
  text?: string
  textFormat?: 'plain' | 'markdown'
  /** What a phone shows before the chat is opened. */
  summary?: string
  attachments?: { contentType: string; content?: object; contentUrl?: string; name?: string }[]
}

/** What the service answered, other than yes. Never what was sent. */
export class ConnectorError extends Error {
  override name = 'ConnectorError'
  readonly status: number
  /** ConversationBlockedByUser… */
  readonly code: string
  /** Seconds that the service asks us to wait. */
  readonly retryAfter?: number
  constructor(method: string, status: number, code: string, retryAfter?: number) {
    super(`${method}: ${status} ${code}`.trimEnd())
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}

export type Connector = {
  /** The new message's id. */
  post: (chat: string, reference: Reference, draft: Draft) => Promise<string | undefined>
  put: (chat: string, reference: Reference, id: string, draft: Draft) => Promise<void>
  remove: (chat: string, reference: Reference, id: string) => Promise<void>
}

/** The bot's token; undefined: none is needed (TEAMS=dev). `fresh`: the one before was refused. */
export type Token = (fresh?: boolean) => Promise<string | undefined>

/** Of silence, which is the agent's own business: an abort signal for every call costs as much as the call. */
const CALL_MS = 30_000

const Problem = z.object({ error: z.object({ code: z.string().optional() }).optional(), code: z.string().optional() })
const Posted = z.object({ id: z.string().nullish() })

export const openAgent = (): Agent =>
  new Agent({ connections: 64, keepAliveTimeout: 60_000, headersTimeout: CALL_MS, bodyTimeout: CALL_MS })

export function openConnector({ agent, token, trusts }: { agent: Agent; token: Token; trusts: (url: string) => boolean }): Connector {
  async function call(method: 'POST' | 'PUT' | 'DELETE', chat: string, reference: Reference, id?: string, draft?: Draft, again = false) {
    const { serviceUrl, bot, user } = reference
    // it was looked at when it came; it is looked at again because the token goes there
    if (!trusts(serviceUrl)) throw new ConnectorError(method, 0, 'the service URL is not one of Microsoft’s')
    const service = serviceOf(serviceUrl)
    const activities = `${service.path}v3/conversations/${encodeURIComponent(chat)}/activities`
    const body = draft && { ...draft, from: { id: bot }, conversation: { id: chat }, ...(user ? { recipient: { id: user } } : {}) }
    const bearer = await token(again)
    const response = await agent.request({
      origin: service.origin,
      path: id === undefined ? activities : `${activities}/${encodeURIComponent(id)}`,
      method,
      headers: {
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...(body ? { 'content-type': 'application/json; charset=utf-8' } : {}),
      },
      body: body && JSON.stringify(body),
    })
    const answer: unknown = await response.body.json().catch(() => undefined)
    const { statusCode } = response
    if (statusCode === 401 && !again) return call(method, chat, reference, id, draft, true)
    if (statusCode >= 300) throw refused(method, statusCode, response.headers['retry-after'], answer)
    return Posted.safeParse(answer).data?.id ?? undefined
  }

  return {
    post: (chat, reference, draft) => call('POST', chat, reference, undefined, draft),
    put: async (chat, reference, id, draft) => void (await call('PUT', chat, reference, id, draft)),
    remove: async (chat, reference, id) => void (await call('DELETE', chat, reference, id)),
  }
}

/** There are a few services, and each is read once. */
const services = new Map<string, { origin: string; path: string }>()
const SERVICES = 100

function serviceOf(url: string): { origin: string; path: string } {
  const known = services.get(url)
  if (known) return known
  const { origin, pathname } = new URL(url)
  const service = { origin, path: pathname.replace(/\/?$/, '/') }
  if (services.size >= SERVICES) services.clear()
  services.set(url, service)
  return service
}

function refused(method: string, status: number, retryAfter: string | string[] | undefined, answer: unknown): ConnectorError {
  const problem = Problem.safeParse(answer).data
  const code = problem?.error?.code ?? problem?.code ?? ''
  return new ConnectorError(method, status, code.slice(0, 100), secondsOf(retryAfter))
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function secondsOf(header: string | string[] | undefined): number | undefined {
  const value = Array.isArray(header) ? header[0] : header
  if (!value) return undefined
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}
