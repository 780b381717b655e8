// A badge that was revoked here is taken back where it was issued, once; what cannot be taken back there waits for an operator.
import { z } from 'zod'
import { loadClaimTree } from '../../core/data/claims.ts'
import type { Database } from '../../core/data/database.ts'
import type { Handler } from '../../core/data/jobs.ts'
import type { Backends } from '../../core/issuing/index.ts'
import type { BackendName } from '../../core/model/backends.ts'
import { handedOf } from './follow.ts'
import type { Happen } from './happen.ts'
import { LOCKED_OUT_SECONDS, type Lockouts } from './lockout.ts'

/** `reference`: the badge there, for whoever must take it back by hand. */
const Data = z.object({ claim: z.uuid(), issuance: z.string(), backend: z.string().optional(), reference: z.string().nullish() })

type Parts = { database: Database; backends: Backends; happen: Happen; lockouts: Lockouts }

export function makeRevoke({ database, backends, happen, lockouts }: Parts): Handler {
  return async (data) => {
    const due = Data.parse(data)
    const claim = await loadClaimTree(database.prisma, due.claim)
    const issuance = claim?.issuances.find((i) => i.id === due.issuance)
    // by whom it was issued there went with them
    if (!claim && due.backend)
      return { dead: `its learner was forgotten: take it back at ${due.backend} by hand, ${due.reference ?? 'of unknown id'}` }
    if (!claim?.revokedAt || !issuance || issuance.revokedAt) return undefined
    const name = issuance.backend as BackendName
    const backend = await backends.backendFor(name)
    const outcome = backend.revoke
      ? await backend.revoke(handedOf(issuance), claim.revokedReason ?? 'revoked')
      : { state: 'revoked' as const }
    switch (outcome.state) {
      case 'revoked':
        lockouts.letIn(name)
        await happen(`revoked:${issuance.id}`, { is: 'revoked-there', claim: claim.id, issuance: issuance.id })
        return undefined
      case 'retry':
        return { later: outcome.after ?? 0, why: outcome.why }
      case 'locked-out':
        lockouts.refused(name, outcome.why)
        return { later: LOCKED_OUT_SECONDS, why: outcome.why, uncounted: true }
      case 'failed':
      case 'unknown':
        return { dead: `it is still good at ${name}: ${outcome.why}` }
      default:
        return outcome satisfies never
    }
  }
}
