// Any other issuing backend: the claim goes to its address, signed. What integrators build on is written in docs/webhook.md.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { ClaimDocument } from '../../model/document.ts'
import { openExchange, type Reply } from '../exchange.ts'
import type { Backend, IssueDetails, IssueOutcome } from '../port.ts'
import { readAs, troubleOf } from '../trouble.ts'

export type WebhookSettings = {
  url: string
  secret: string
  /** Milliseconds until an answer must be there; 20 s unless said otherwise. */
  timeout?: number
}

const Answer = z.object({
  state: z.enum(['issued', 'forwarded']).default('issued'),
  reference: z
    .union([z.string(), z.number().transform(String)])
    .nullable()
    .default(null),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
})

const MOST_BYTES = 64 * 1024

export function webhookBackend({ url, secret, timeout }: WebhookSettings): Backend {
  const exchange = openExchange({ timeout, mostBytes: MOST_BYTES })

  const send = (method: 'POST' | 'DELETE', body: string, key: string, at: IssueDetails['settledAt']): Promise<Reply> =>
    exchange({
      method,
      url,
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'declic-signature': signatureOf(body, secret, at) },
      body,
    })

  /** The key makes a second POST harmless: when nobody knows whether the first arrived, we simply ask again. */
  const hand = async (claim: ClaimDocument, settledAt: IssueDetails['settledAt']) =>
    outcomeOf(await send('POST', bodyOf(claim), claim.id, settledAt))

  return {
    name: 'webhook',
    issue: (claim, { settledAt }) => hand(claim, settledAt),
    async promised({ claim, settledAt, reference, url }) {
      const outcome = await hand(claim, settledAt)
      return outcome.state === 'issued' ? { ...outcome, reference: outcome.reference ?? reference, url: outcome.url ?? url } : outcome
    },
    async revoke({ claim, reference, settledAt }, reason) {
      const reply = await send('DELETE', JSON.stringify({ id: claim.id, reference, reason }), claim.id, settledAt)
      // what is not there, or no longer, needs no taking back
      if (reply.is === 'answer' && (reply.status === 404 || reply.status === 410)) return { state: 'revoked' }
      if (reply.is === 'answer' && (reply.status === 405 || reply.status === 501))
        return { state: 'failed', why: 'takes no revocations: tell whoever runs it (docs/webhook.md)' }
      return troubleOf(reply, 'harmless') ?? { state: 'revoked' }
    },
    async check() {
      const reply = await exchange({ method: 'HEAD', url })
      const { host } = new URL(url)
      if (reply.is !== 'answer') return [{ is: 'bad', says: `${host} does not answer: ${reply.why}` }]
      const wrong = whatIsWrong(reply.status)
      if (wrong) return [{ is: 'bad', says: `${host} answers ${reply.status}${wrong}` }]
      return [
        { is: 'good', says: `${host} answers` },
        { is: 'note', says: 'whether the secret is the same on both sides shows with the first claim alone' },
      ]
    },
  }
}

/** Of a HEAD, which nobody has to know: what takes POST alone answers 405, what wants a signature 401. Undefined: it is there. */
function whatIsWrong(status: number): string | undefined {
  if (status === 404 || status === 410)
    return ': is WEBHOOK_ISSUER_URL the whole address, with its path? What takes POST alone answers 405 to HEAD (docs/webhook.md)'
  if (status >= 300 && status < 400) return ' and leads elsewhere, where claims do not follow: set WEBHOOK_ISSUER_URL to that address'
  return status >= 500 && status !== 501 ? ': look at what it says there' : undefined
}

/**
 * What is sent: the claim as it was settled. What comes of sending it (issuances, and the statuses that follow from them) is left out,
 * so that body and signature are the same on every retry.
 */
function bodyOf(claim: ClaimDocument): string {
  const before = claim.timeline.filter(({ status }) => status !== 'forwarded' && status !== 'issued')
  return JSON.stringify({ ...claim, status: before.at(-1)?.status ?? claim.status, timeline: before, issuances: [] })
}

/** `t=<unix seconds>,v1=<hex HMAC-SHA-256 of "<t>.<body>">`; t is when the claim was settled, not when it is sent. */
export function signatureOf(body: string, secret: string, settledAt: IssueDetails['settledAt']): string {
  const t = Math.floor(Date.parse(settledAt) / 1000)
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}

function outcomeOf(reply: Reply): IssueOutcome {
  // 409: another attempt with this key is under way, or just was; its answer will be given to the next one.
  if (reply.is === 'answer' && reply.status === 409) return { state: 'retry', why: 'answered 409', after: reply.retryAfter }
  const trouble = troubleOf(reply, 'harmless')
  if (trouble || reply.is !== 'answer') return trouble ?? { state: 'retry', why: 'no answer' }
  const { status, text } = reply
  const answer = readAs(Answer, text.trim() || '{}')
  // an integrator that answers the same to the same key would say the same again: somebody must look
  if (!answer) return { state: 'unknown', why: `took it with ${status}, but its answer is not the JSON that docs/webhook.md describes` }
  // 202 means « accepted for later », whatever the body leaves out.
  const { state, reference, url } = answer
  return { state: status === 202 ? 'forwarded' : state, reference, url }
}
