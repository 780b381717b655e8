// What became of a claim at somebody else's platform: the badge that was promised, and whether the learner has taken it.
import { loadClaimTree } from '../../core/data/claims.ts'
import type { Database } from '../../core/data/database.ts'
import { type DueFollowUp, takeFollowUps } from '../../core/data/issuances.ts'
import type { Backends } from '../../core/issuing/index.ts'
import type { Handed } from '../../core/issuing/port.ts'
import type { BackendName } from '../../core/model/backends.ts'
import { claimSchema } from '../../core/model/document.ts'
import type { Issuance } from '../../core/model/rows.ts'
import { iso } from '../../core/model/time.ts'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import type { Happen } from './happen.ts'
import type { Lockouts } from './lockout.ts'

type Parts = {
  settings: Settings
  database: Database
  backends: Backends
  now: () => string
  happen: Happen
  lockouts: Lockouts
  log: Log
}

/** As the backend got it. */
export const handedOf = (issuance: Issuance): Handed => ({
  claim: claimSchema.parse(issuance.document),
  settledAt: iso(issuance.at),
  reference: issuance.reference,
  url: issuance.url,
  credential: issuance.credential,
})

/** Looks after everything that is due. One that brings nothing holds up no other; it is asked again an hour later. */
export function makeFollow(parts: Parts): () => Promise<void> {
  const { settings, database, now, log } = parts
  return async () => {
    for (const due of await takeFollowUps(database.pool, now(), settings.timeZone))
      await follow(parts, due).catch((error) =>
        log.error({ err: error, claim: due.claimId }, 'a backend could not be asked; it is tried again'),
      )
  }
}

async function follow({ database, backends, now, happen, lockouts, log }: Parts, { id, claimId, at }: DueFollowUp): Promise<void> {
  const claim = await loadClaimTree(database.prisma, claimId)
  const issuance = claim?.issuances.find((i) => i.id === id)
  if (!claim || !issuance) return
  const over = () => happen(`followed:${id}:${at}`, { is: 'followed', claim: claimId, issuance: id, found: 'over' })
  if (claim.revokedAt) return over()
  const name = issuance.backend as BackendName
  const backend = await backends.backendFor(name)
  const asked = issuance.state === 'forwarded' ? backend.promised : backend.accepted
  if (!asked) return over()
  const found = await asked(handedOf(issuance))
  switch (found.state) {
    case 'issued': {
      lockouts.letIn(name)
      const { reference, url } = found
      return happen(`followed:${id}:${at}`, {
        is: 'issuance',
        claim: claimId,
        issuance: { ...issuance, reference, url, state: 'issued', error: null, issuedAt: now(), followAt: null },
      })
    }
    case 'accepted':
    case 'waiting':
    case 'forwarded':
      lockouts.letIn(name)
      return happen(`followed:${id}:${at}`, {
        is: 'followed',
        claim: claimId,
        issuance: id,
        found: found.state === 'accepted' ? 'accepted' : 'waiting',
      })
    case 'locked-out':
      return lockouts.refused(name, found.why)
    case 'retry':
    case 'unknown':
      return
    case 'failed':
      log.warn({ claim: claimId, backend: name, why: found.why }, 'what became of a claim cannot be asked any more')
      return over()
    default:
      found satisfies never
  }
}
