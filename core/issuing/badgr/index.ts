// Badgr / Canvas Credentials, API v2: an assertion of the organisation's own badge class, to the learner's address. The badge's address
// here stands in its evidence, and by it an assertion is found again before anything is issued.
import { z } from 'zod'
import { after } from '../builtin/credential.ts'
import type { ClaimDocument } from '../../model/document.ts'
import { type Call, openExchange } from '../exchange.ts'
import { checkMapping } from '../mapping.ts'
import type { Backend, Check, Trouble } from '../port.ts'
import { claimIdOf, emailOf, summaryOf } from '../summary.ts'
import { readAs, troubleOf, unreadable } from '../trouble.ts'

export type BadgrSettings = {
  /** Without trailing slash. */
  apiRoot: string
  token: string
  /** Of this program, without trailing slash. */
  publicUrl: string
  /** Milliseconds until an answer must be there; 20 s unless said otherwise. */
  timeout?: number
}

const wrapped = <Schema extends z.ZodType>(result: Schema) =>
  z.object({ status: z.object({ success: z.boolean() }), result: z.array(result) })

const Assertion = wrapped(
  z.object({
    entityId: z.string().min(1),
    openBadgeId: z
      .url({ protocol: /^https?$/ })
      .nullish()
      .catch(null),
    revoked: z.boolean().nullish(),
    evidence: z.array(z.object({ url: z.string().nullish() })).nullish(),
  }),
)
const Named = wrapped(z.object({ entityId: z.string().min(1), name: z.string() }))

type Got<Value> = { ok: Value } | { trouble: Trouble }

export function badgrBackend({ apiRoot, token, publicUrl, timeout }: BadgrSettings): Backend {
  const exchange = openExchange({ timeout })

  async function ask<Schema extends z.ZodType<{ status: { success: boolean }; result: unknown[] }>>(
    schema: Schema,
    method: Call['method'],
    path: string,
    body?: unknown,
  ): Promise<Got<z.infer<Schema>>> {
    const reply = await exchange({
      method,
      url: `${apiRoot}/v2${path}`,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    // an assertion is looked for before it is made
    const again = method === 'POST' ? 'looked-up' : 'harmless'
    const trouble = troubleOf(reply, again)
    if (trouble || reply.is !== 'answer') return { trouble: trouble ?? { state: 'retry', why: 'no answer' } }
    const answer = readAs(schema, reply.text)
    if (!answer) return { trouble: unreadable(reply.status, again) }
    return answer.status.success ? { ok: answer } : { trouble: { state: 'failed', why: 'answered that it did nothing' } }
  }

  const evidenceUrl = (claim: ClaimDocument) => `${publicUrl}/b/${claimIdOf(claim)}`
  const assertionsOf = (badge: string) => `/badgeclasses/${encodeURIComponent(badge)}/assertions`

  return {
    name: 'badgr',
    async issue(claim, details) {
      const badge = details.backendBadge
      const email = emailOf(claim)
      if (!badge) return { state: 'failed', why: `badge "${claim.badge.id}" has no backendIds.badgr in its file` }
      if (!email) return { state: 'failed', why: 'the claim came without an e-mail address' }
      const known = await ask(Assertion, 'GET', `${assertionsOf(badge)}?${new URLSearchParams({ recipient: email })}`)
      if ('trouble' in known) return known.trouble
      const summary = summaryOf(claim)
      let [assertion] = known.ok.result.filter(({ evidence }) => evidence?.some(({ url }) => url === evidenceUrl(claim)))
      if (!assertion) {
        const made = await ask(Assertion, 'POST', assertionsOf(badge), {
          recipient: { identity: email, type: 'email', hashed: true },
          narrative: summary,
          evidence: [{ url: evidenceUrl(claim), narrative: WHERE[claim.learner.language] }],
          issuedOn: details.now,
          ...(details.meaning.expires && { expires: after(details.now, details.meaning.expires) }),
          notify: true,
        })
        if ('trouble' in made) return made.trouble
        assertion = made.ok.result[0]
      }
      if (!assertion) return { state: 'retry', why: 'answered without the assertion' }
      return { state: 'issued', reference: assertion.entityId, url: assertion.openBadgeId ?? null }
    },
    async revoke({ reference }, reason) {
      if (!reference) return { state: 'failed', why: 'nothing is kept by which it could be found there' }
      const path = `/assertions/${encodeURIComponent(reference)}`
      const now = await ask(Assertion, 'GET', path)
      if ('trouble' in now) return now.trouble
      if (now.ok.result[0]?.revoked) return { state: 'revoked' }
      const done = await ask(wrapped(z.unknown()), 'DELETE', path, { revocation_reason: reason })
      return 'trouble' in done ? done.trouble : { state: 'revoked' }
    },
    async check(badges): Promise<Check[]> {
      const { host } = new URL(apiRoot)
      const issuers = await ask(Named, 'GET', '/issuers')
      if ('trouble' in issuers) return [notReady(host, issuers.trouble)]
      const known: { id: string; name: string }[] = []
      for (const { entityId } of issuers.ok.result) {
        const classes = await ask(Named, 'GET', `/issuers/${encodeURIComponent(entityId)}/badgeclasses`)
        if ('trouble' in classes) return [notReady(host, classes.trouble)]
        known.push(...classes.ok.result.map((one) => ({ id: one.entityId, name: one.name })))
      }
      const names = issuers.ok.result.map(({ name }) => name).join(', ') || 'no issuer'
      return [{ is: 'good', says: `${host} lets us in: ${names}` }, ...checkMapping('badgr', badges, known)]
    },
  }
}

function notReady(host: string, trouble: Trouble): Check {
  if (trouble.state === 'locked-out')
    return { is: 'bad', says: `${host} does not let us in (${trouble.why}): make a new token and set BADGR_TOKEN` }
  // refused, with credentials that nobody minded: something else is at that address
  const hint = trouble.state === 'failed' ? ': is BADGR_API_ROOT the root of the API, without /v2?' : ''
  return { is: 'bad', says: `${host}: ${trouble.why}${hint}` }
}

/** What stands beside the address of the badge's page, which is there for everyone once the learner shows it. */
const WHERE = {
  fr: 'La page du badge, si la personne la montre.',
  en: 'The badge’s page, if the person shows it.',
}
