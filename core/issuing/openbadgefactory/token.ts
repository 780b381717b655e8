// Open Badge Factory's access token: kept as long as it is good, and asked for by one caller at a time. The platform gives at most one
// in ten seconds (shared facts, "Open Badge Factory, API v2").
import { z } from 'zod'
import type { Exchange } from '../exchange.ts'
import type { Trouble } from '../port.ts'
import { readAs, troubleOf, unreadable } from '../trouble.ts'

const Answer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(3600) })

/** Seconds between two tokens. */
const APART = 10
/** Seconds before its end at which a token is no longer used: it must last for the call. */
const SPARE = 60

export type Tokens = {
  get: () => Promise<string | Trouble>
  /** The platform does not know this one any more. */
  drop: (token: string) => void
}

/** `clock`: milliseconds. */
export function openTokens(exchange: Exchange, at: { url: string; clientId: string; clientSecret: string; clock: () => number }): Tokens {
  let held: { token: string; till: number } | undefined
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<string | Trouble> | undefined

  async function ask(): Promise<string | Trouble> {
    const rested = (at.clock() - askedAt) / 1000
    if (rested < APART) return { state: 'retry', why: 'the next token is due in some seconds', after: Math.ceil(APART - rested) }
    askedAt = at.clock()
    const form = { grant_type: 'client_credentials', client_id: at.clientId, client_secret: at.clientSecret }
    const reply = await exchange({
      method: 'POST',
      url: at.url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
    const trouble = troubleOf(reply, 'harmless')
    if (trouble?.state === 'failed') return { state: 'locked-out', why: `no token: ${trouble.why}` }
    if (trouble || reply.is !== 'answer') return trouble ?? { state: 'retry', why: 'no token' }
    const answer = readAs(Answer, reply.text)
    if (!answer) return unreadable(reply.status, 'harmless')
    held = { token: answer.access_token, till: at.clock() + (answer.expires_in - SPARE) * 1000 }
    return held.token
  }

  return {
    async get() {
      if (held && at.clock() < held.till) return held.token
      asking ??= ask().finally(() => {
        asking = undefined
      })
      return asking
    },
    drop(token) {
      if (held?.token === token) held = undefined
    },
  }
}
