// Microsoft's side over HTTP: the connector that bots write to, files, uploads, and what tokens are checked against.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { faultOf } from './card.ts'
import type { Rate } from './rate.ts'
import { type Key, keySet } from './signing.ts'
import type { Attachment, Chat } from './types.ts'
import type { World } from './world.ts'

export type Call = { method: string; chat: string; status: number; authorization?: string; body?: Sent }
type Sent = { type: string; text?: string; textFormat?: string; summary?: string; attachments?: Attachment[]; from?: { id: string } }

export type Fault = { status: number; code?: string; retryAfter?: string; method?: string; times?: number; drop?: boolean }

export type Service = {
  world: World
  rate: Rate | undefined
  /** Signing keys, as published now. */
  keys: Key[]
  bot: string
  /** Undefined: nobody asks for a token. */
  knowsToken: ((token: string) => boolean) | undefined
  /** The bot's password, and the token that it gets for it now. */
  secret: string
  botToken: () => string
  calls: Call[]
  faults: Fault[]
  /** Addresses that were asked, of every kind. */
  asked: { path: string; authorization?: string }[]
}

type Answer = { status: number; body?: object | Buffer; headers?: Record<string, string> }

/** Teams takes 100 KB in UTF-16; the documents say to stay under 28 KB. */
const MOST = 28 * 1024

export function serve(service: Service, base: () => string): Server {
  return createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const answer = await react(service, base(), request, Buffer.concat(chunks))
    if (!answer) return request.socket.destroy()
    const raw = Buffer.isBuffer(answer.body)
    response.writeHead(answer.status, { 'content-type': raw ? 'application/octet-stream' : 'application/json', ...answer.headers })
    response.end(raw ? answer.body : JSON.stringify(answer.body ?? {}))
  })
}

async function react(service: Service, base: string, request: IncomingMessage, body: Buffer): Promise<Answer | undefined> {
  const { world, keys, knowsToken } = service
  const { pathname } = new URL(request.url!, base)
  const authorization = request.headers.authorization
  service.asked.push({ path: pathname, authorization })
  if (pathname === '/.well-known/openidconfiguration')
    return { status: 200, body: { issuer: 'https://api.botframework.com', jwks_uri: `${base}/keys` } }
  if (pathname === '/keys') return { status: 200, body: keySet(keys) }
  const login = /^\/([\w.-]+)\/(oauth2\/v2\.0\/token|\.well-known\/openid-configuration)$/.exec(pathname)
  if (login) return login[2]!.startsWith('oauth2') ? grant(service, body) : tenantMetadata(base, login[1]!)
  const allowed = !knowsToken || knowsToken(authorization?.replace(/^Bearer /, '') ?? '')

  const file = /^\/(files|v3\/attachments)\/([^/]+)/.exec(pathname)
  if (file) {
    const found = world.files.get(file[2]!)
    if (!found) return problem(404, 'NotFound')
    if (found.needsToken && !allowed) return problem(401, 'Unauthorized')
    return { status: 200, body: found.bytes }
  }
  const upload = /^\/upload\/([^/]+)$/.exec(pathname)
  if (upload && request.method === 'PUT') {
    if (request.headers['content-range'] !== `bytes 0-${body.length - 1}/${body.length}`) return problem(400, 'invalidRange')
    world.uploads.set(upload[1]!, body)
    return { status: 201 }
  }
  const activities = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(pathname)
  if (!activities) return problem(404, 'NotFound')
  const chatId = decodeURIComponent(activities[1]!)
  const sent = body.length ? (JSON.parse(body.toString()) as Sent) : undefined
  const answer = allowed
    ? connector(service, request.method!, chatId, activities[2] && decodeURIComponent(activities[2]), sent, body.length)
    : problem(401, 'Unauthorized')
  service.calls.push({ method: request.method!, chat: chatId, status: answer?.status ?? 0, authorization, body: sent })
  return answer
}

/** Of a tenant, as Entra publishes it; Microsoft's library takes https alone, so it is said so. */
function tenantMetadata(base: string, tenant: string): Answer {
  const https = `${base.replace('http:', 'https:')}/${tenant}`
  return {
    status: 200,
    body: {
      issuer: `${https}/v2.0`,
      authorization_endpoint: `${https}/oauth2/v2.0/authorize`,
      token_endpoint: `${https}/oauth2/v2.0/token`,
      jwks_uri: `${https}/keys`,
    },
  }
}

/** A token for the bot's own messages, against its password. */
function grant({ secret, botToken }: Service, body: Buffer): Answer {
  const form = new URLSearchParams(body.toString())
  const good = form.get('client_secret') === secret && form.get('scope')?.includes('https://api.botframework.com/.default')
  if (!good) return { status: 401, body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' } }
  return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: botToken() } }
}

const problem = (status: number, code: string, headers?: Record<string, string>): Answer => ({
  status,
  headers,
  body: { error: { code, message: `${code} (${status})` } },
})

function connector(
  service: Service,
  method: string,
  chatId: string,
  id: string | undefined,
  sent: Sent | undefined,
  size: number,
): Answer | undefined {
  const { world, rate, faults, bot } = service
  const chat = world.chats.get(chatId)
  const fault = faults.find((one) => (one.method ?? method) === method && (one.times ?? 1) > 0)
  if (fault) {
    fault.times = (fault.times ?? 1) - 1
    if (fault.drop) return undefined
    return problem(fault.status, fault.code ?? 'ServiceError', fault.retryAfter ? { 'retry-after': fault.retryAfter } : {})
  }
  if (!chat) return problem(404, 'ConversationNotFound')
  if (chat.refuses) return problem(chat.refuses.status, chat.refuses.code)
  const wait = rate?.wait(chat.id, chat.tenant)
  if (wait !== undefined) return problem(429, 'TooManyRequests', { 'retry-after': String(Math.ceil(wait)) })
  if (size > MOST) return problem(413, 'MessageSizeTooBig')
  const wrong = sent?.attachments?.map(faultOf).find(Boolean)
  if (wrong) return problem(400, `BadSyntax: ${wrong}`)
  return speak(service, chat, method, id, sent, bot)
}

function speak({ world }: Service, chat: Chat, method: string, id: string | undefined, sent: Sent | undefined, bot: string): Answer {
  if (method === 'POST' && sent?.type === 'typing') return { status: 201, body: {} }
  if (method === 'POST') {
    if (sent?.type !== 'message' || !(sent.text || sent.attachments?.length)) return problem(400, 'BadSyntax')
    if (sent.text && sent.attachments?.length) return problem(400, 'BadSyntax: text and attachment count twice')
    return { status: 201, body: { id: world.add(chat, bot, sent).id } }
  }
  const message = chat.messages.get(id ?? '')
  if (!message || message.by !== bot) return problem(404, 'ActivityNotFoundInConversation')
  if (method === 'DELETE') {
    chat.messages.delete(message.id)
    return { status: 200 }
  }
  world.replace(message, { text: sent?.text, markdown: sent?.textFormat === 'markdown', attachments: sent?.attachments ?? [] })
  world.changes.emit('story', chat.id)
  return { status: 200, body: { id: message.id } }
}
