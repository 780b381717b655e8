// Digital Credentials Consortium's issuer coordinator: signs the claim as an Open Badge in the name of a tenant. It offers neither a key nor
// a look-up, so whatever was sent and never answered waits for an operator. What it signs is kept here, and shown as our own badges are.
import { z } from 'zod'
import { credentialOf } from '../builtin/credential.ts'
import type { IssuingOrganisation } from '../builtin/organisation.ts'
import type { Credential } from '../builtin/sign.ts'
import { openExchange } from '../exchange.ts'
import type { Backend, Check } from '../port.ts'
import { claimIdOf } from '../summary.ts'
import { readAs, troubleOf, unreadable } from '../trouble.ts'

export type DccSettings = {
  /** Without trailing slash. */
  url: string
  tenant: string
  /** Of the tenant, where it has one. */
  token?: string
  /** Of this program, without trailing slash. */
  publicUrl: string
  organisation: (id: string) => Promise<IssuingOrganisation | undefined>
  /** Milliseconds until an answer must be there; 20 s unless said otherwise. */
  timeout?: number
}

const Signed = z.looseObject({ id: z.string(), proof: z.union([z.looseObject({}), z.array(z.looseObject({})).min(1)]) })
const Status = z.looseObject({ type: z.string() })

export function dccBackend({ url, tenant, token, publicUrl, organisation, timeout }: DccSettings): Backend {
  const exchange = openExchange({ timeout })
  const post = (what: 'issue' | 'status', body: unknown) =>
    exchange({
      method: 'POST',
      url: `${url}/instance/${encodeURIComponent(tenant)}/credentials/${what}`,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })

  return {
    name: 'dcc',
    blind: true,
    async issue(claim, details) {
      const from = await organisation(details.organisation)
      if (!from) return { state: 'failed', why: `no organisation ${details.organisation} issues badges here` }
      const endorsements = claim.endorsements.flatMap(({ verdict, credential }) =>
        verdict === 'yes' && credential ? [credential as unknown as Credential] : [],
      )
      // the place in a status list is the coordinator's to give
      const { credentialStatus: _ours, ...unsigned } = credentialOf(claim, details, {
        organisation: from,
        issuer: { id: from.url, type: ['Profile'], name: from.name, url: from.url } as { id: string },
        publicUrl,
        endorsements,
      })
      const reply = await post('issue', unsigned)
      const trouble = troubleOf(reply, 'never')
      if (trouble || reply.is !== 'answer') return trouble ?? { state: 'unknown', why: 'no answer' }
      const credential = readAs(Signed, reply.text)
      if (!credential || credential.id !== claim.id) return unreadable(reply.status, 'never')
      return { state: 'issued', reference: credential.id, url: `${publicUrl}/b/${claimIdOf(claim)}`, credential }
    },
    async revoke({ claim, credential }) {
      const given = (credential as { credentialStatus?: unknown } | null)?.credentialStatus
      const [entry] = [given].flat().flatMap((one) => Status.safeParse(one).data ?? [])
      const type = (entry?.type ?? 'BitstringStatusListEntry').replace(/Entry$/, 'Credential')
      const reply = await post('status', { credentialId: claim.id, credentialStatus: [{ type, status: 'revoked' }] })
      if (reply.is === 'answer' && reply.status === 405)
        return { state: 'failed', why: 'its status service is off, so nothing can be revoked there' }
      return troubleOf(reply, 'harmless') ?? { state: 'revoked' }
    },
    async check(): Promise<Check[]> {
      const { host } = new URL(url)
      const alive = await exchange({ method: 'GET', url: `${url}/` })
      const trouble = troubleOf(alive, 'harmless')
      if (trouble) return [{ is: 'bad', says: `${host}: ${trouble.why}` }]
      // an empty change of status is refused as such only after the tenant's token was looked at
      const asked = await post('status', {})
      const status = asked.is === 'answer' ? asked.status : 0
      const ready: Check = { is: 'good', says: `${host} answers` }
      if (status === 401 || status === 403) return [ready, { is: 'bad', says: `tenant ${tenant}: DCC_TOKEN is refused with ${status}` }]
      if (status === 404) return [ready, { is: 'bad', says: `there is no tenant ${tenant} there: compare DCC_TENANT` }]
      if (status === 405)
        return [
          ready,
          { is: 'note', says: 'its status service is off: badges cannot be revoked, and the token shows with the first claim' },
        ]
      if (status === 400) return [ready, { is: 'good', says: `tenant ${tenant} knows us` }]
      return [ready, { is: 'note', says: `tenant ${tenant}: whether it knows us shows with the first claim alone` }]
    },
  }
}
