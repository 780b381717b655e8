// Open Badge Factory as its public facts describe API v2: OAuth2 with one new token in ten seconds, badges, events, recipients.
import { type Answer, type Asked, type FakePlatform, openPlatform } from './server.ts'

export type ObfBadge = {
  id: string
  name: string
  draft?: boolean
  image?: string
  primary_language?: string
  content?: { language: string; name: string; description: string; criteria: string; tag?: string[]; alignment?: unknown[] }[]
  tag?: string[]
  expires?: number
}
type Recipient = {
  event_id: string
  email: string
  name: string
  receive_url: string
  received: boolean
  revoked: boolean
  issued_on: number
}
type Event = { id: string; badge_id: string; log_entry: string; criteria_add?: string; expires_on: number | null }

export type FakeObf = FakePlatform & {
  clientId: string
  clientSecret: string
  badges: ObfBadge[]
  events: Event[]
  recipients: Recipient[]
  /** When tokens were given, in milliseconds of the clock. */
  tokens: number[]
  /** The secret is wrong from now on, or right again. */
  deny: (denied: boolean) => void
  /** Tokens that were given are forgotten. */
  forgetTokens: () => void
}

/** `clock`: milliseconds, the test's. */
export async function openFakeObf(clock: () => number = Date.now): Promise<FakeObf> {
  const clientId = 'ORG42'
  const clientSecret = 'obf-secret-of-the-test'
  const badges: ObfBadge[] = []
  const events: Event[] = []
  const recipients: Recipient[] = []
  const tokens: number[] = []
  const known = new Set<string>()
  let denied = false

  const error = (status: number, message: string): Answer => ({
    status,
    body: { timestamp: 0, status, error: 'Error', message, path: '/' },
  })
  const page = (all: unknown[], query: URLSearchParams): Answer => {
    const offset = Number(query.get('offset') ?? 0)
    return { status: 200, body: { result: all.slice(offset, offset + Number(query.get('limit') ?? 1000)), total: all.length } }
  }

  function token({ body }: Asked): Answer {
    const form = new URLSearchParams(body)
    if (form.get('grant_type') !== 'client_credentials') return error(400, 'grant type')
    if (denied || form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) return error(403, 'Forbidden')
    if (clock() - (tokens.at(-1) ?? Number.NEGATIVE_INFINITY) < 10_000) return error(429, 'Too many tokens')
    tokens.push(clock())
    const made = `token-${tokens.length}`
    known.add(made)
    return { status: 200, body: { access_token: made, token_type: 'Bearer', expires_in: 3600 } }
  }

  function issue(badge: string, { body }: Asked): Answer {
    if (!badges.some(({ id, draft }) => id === badge && !draft)) return error(404, 'No such badge')
    const given = JSON.parse(body) as {
      recipient: { email: string; name: string }[]
      log_entry: object
      criteria_add?: string
      issued_on: number
      expires_on?: number
      api_consumer_id: string
    }
    if (!given.api_consumer_id || !given.recipient?.length) return error(400, 'api_consumer_id and recipient are required')
    const id = `EV${events.length + 1}`
    events.push({
      id,
      badge_id: badge,
      log_entry: JSON.stringify(given.log_entry),
      criteria_add: given.criteria_add,
      expires_on: given.expires_on ?? null,
    })
    for (const { email, name } of given.recipient)
      recipients.push({
        event_id: id,
        email,
        name,
        receive_url: `https://obf.example.org/c/receive?tk=${id}`,
        received: false,
        revoked: false,
        issued_on: given.issued_on,
      })
    return { status: 200, body: { success: true, message: 'ok', resource_type: 'event', resource_id: id, count: given.recipient.length } }
  }

  function answer(asked: Asked): Answer {
    const { method, path, query, headers } = asked
    if (path === '/v2/client/oauth2/token') return token(asked)
    const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (denied || !bearer || !known.has(bearer)) return { status: 403, type: 'text/plain', body: 'Forbidden' }
    if (!path.includes(`/${clientId}`)) return error(403, 'Another client')
    const rest = path.replace('/v2/', '').replace(`/${clientId}`, '')
    if (rest === 'client/ping') return { status: 200, body: { success: true } }
    if (rest === 'client') return { status: 200, body: { id: clientId, name: 'Réseau Clairevoie', image: '' } }
    if (rest === 'badge')
      return page(
        badges.map(({ id, name, draft, image, primary_language }) => ({ id, name, draft: draft ?? false, image, primary_language })),
        query,
      )
    const one = /^badge\/(.+)$/.exec(rest)?.[1]
    if (one) {
      const found = badges.find(({ id }) => id === one)
      return found ? { status: 200, body: { draft: false, tag: [], ...found } } : error(404, 'No such badge')
    }
    const issued = /^event\/(.+)\/issue$/.exec(rest)?.[1]
    if (issued && method === 'POST') return issue(issued, asked)
    if (rest === 'event/recipient') {
      const matching = recipients.filter(
        (r) => r.event_id === query.get('event_id') && (!query.get('email') || r.email === query.get('email')),
      )
      return page(matching, query)
    }
    if (rest === 'event') {
      const [key, value] = (query.get('log_entry') ?? ':').split(':')
      const matching = events.filter(
        (e) => (!key || JSON.parse(e.log_entry)[key] === value) && (!query.get('badge_id') || e.badge_id === query.get('badge_id')),
      )
      return page(matching, query)
    }
    const revoked = /^event\/(.+)\/revoke$/.exec(rest)?.[1]
    if (revoked && method === 'PUT') {
      const { recipient } = JSON.parse(asked.body) as { recipient: string[] }
      for (const r of recipients) if (r.event_id === revoked && recipient.includes(r.email)) r.revoked = true
      return { status: 200, body: { success: true } }
    }
    return error(404, 'No such path')
  }

  const platform = await openPlatform({ issues: ({ method, path }) => method === 'POST' && path.endsWith('/issue'), answer })
  return Object.assign(platform, {
    clientId,
    clientSecret,
    badges,
    events,
    recipients,
    tokens,
    deny(now: boolean) {
      denied = now
    },
    forgetTokens: () => known.clear(),
  })
}
