// Any other issuing backend: the claim goes to its address, signed. What integrators build on is written in docs/webhook.md.
import { createHmac } from 'node:crypto'
import { Agent, request } from 'undici'
import { z } from 'zod'
import type { ClaimDocument } from '../model/document.ts'
import type { Backend, IssueDetails, IssueOutcome } from './port.ts'

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

/** Bytes of an answer that are read; more is no answer of ours. */
const MAX_ANSWER = 64 * 1024

export function webhookBackend({ url, secret, timeout = 20_000 }: WebhookSettings): Backend {
  const agent = new Agent({ connectTimeout: Math.min(timeout, 5_000), keepAliveTimeout: 1_000 })
  return {
    name: 'webhook',
    async issue(claim, details) {
      const body = bodyOf(claim)
      try {
        const answer = await request(url, {
          method: 'POST',
          dispatcher: agent,
          headers: {
            'content-type': 'application/json',
            'user-agent': 'Declic',
            'idempotency-key': claim.id,
            'declic-signature': signatureOf(body, secret, details.settledAt),
          },
          body,
          signal: AbortSignal.timeout(timeout),
        })
        const text = await read(answer.body)
        return outcomeOf(answer.statusCode, text, answer.headers['retry-after'])
      } catch (error) {
        // The key makes a second POST harmless: when nobody knows whether the first arrived, we simply ask again.
        return { state: 'retry', why: `no answer (${codeOf(error)})` }
      }
    },
  }
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

function outcomeOf(status: number, text: string, retryAfter: string | string[] | undefined): IssueOutcome {
  // 409: another attempt with this key is under way, or just was; its answer will be given to the next one.
  if (status === 409 || status === 425 || status === 429 || status === 408 || status >= 500) {
    return { state: 'retry', why: `answered ${status}`, after: secondsOf(retryAfter) }
  }
  if (status < 200 || status >= 300) return { state: 'failed', why: `refused with ${status}` }
  const answer = Answer.safeParse(text.trim() ? parse(text) : {})
  if (!answer.success)
    return { state: 'unknown', why: `took it with ${status}, but its answer is not the JSON that docs/webhook.md describes` }
  // 202 means « accepted for later », whatever the body leaves out.
  const { state, reference, url } = answer.data
  return { state: status === 202 ? 'forwarded' : state, reference, url }
}

/** Retry-After: seconds, or nothing that we follow (the dates of other clocks). At most a day. */
function secondsOf(header: string | string[] | undefined): number | undefined {
  const seconds = Number(Array.isArray(header) ? header[0] : header)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 86_400) : undefined
}

async function read(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > MAX_ANSWER) return '<more than was asked for>'
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The fault's code, without addresses or contents. */
const codeOf = (error: unknown): string => {
  const { code, name } = error as { code?: string; name?: string }
  return code && typeof code === 'string' ? code : (name ?? 'unknown')
}
