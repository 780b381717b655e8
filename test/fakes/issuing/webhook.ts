// An integrator's own system behind the webhook: checks the signature as docs/webhook.md says, and knows a key again.
import { createHmac } from 'node:crypto'
import { type Answer, type Asked, type FakePlatform, openPlatform } from './server.ts'

export type FakeWebhook = FakePlatform & {
  secret: string
  /** Key → reference, one for each badge that was made. */
  made: Map<string, string>
  revoked: string[]
  /** It answers 202 until `ready`. */
  later: (later: boolean) => void
  deny: (denied: boolean) => void
}

export async function openFakeWebhook(secret = 'webhook-secret-of-the-test'): Promise<FakeWebhook> {
  const made = new Map<string, string>()
  const revoked: string[] = []
  let denied = false
  let later = false

  function answer({ method, headers, body }: Asked): Answer {
    if (method === 'HEAD') return { status: 405 }
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['declic-signature'])) ?? []
    if (denied || !t || v1 !== createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')) return { status: 401 }
    const key = String(headers['idempotency-key'])
    if (method === 'DELETE') {
      if (!made.has(key)) return { status: 404 }
      if (!revoked.includes(key)) revoked.push(key)
      return { status: 204 }
    }
    if (!made.has(key)) made.set(key, `R-${made.size + 1}`)
    const reference = made.get(key)!
    if (later) return { status: 202, body: { reference } }
    return { status: 200, body: { state: 'issued', reference, url: `https://badges.example.org/${reference}` } }
  }

  const platform = await openPlatform({ issues: ({ method }) => method === 'POST', answer })
  return Object.assign(platform, {
    secret,
    made,
    revoked,
    later(now: boolean) {
      later = now
    },
    deny(now: boolean) {
      denied = now
    },
  })
}
