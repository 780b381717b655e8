// The badges that somebody has: what counts towards a milestone, and what has become of those that one rests on. Never on the path of a turn.
import { type Countable, isInForce } from '../model/milestone.ts'
import type { Claim } from '../model/rows.ts'
import type { PrismaClient } from './generated/client.ts'

/** `shown`: its owner shows it to everyone. */
export type Resting = { claim: string; badge: string; state: 'good' | 'over' | 'revoked'; shown: boolean }

/** Ids of the badges of theirs that this organisation issued and that are in force. */
export async function heldBadges(
  prisma: PrismaClient,
  { personId, organisationId }: Pick<Claim, 'personId' | 'organisationId'>,
  now: Date,
): Promise<Set<string>> {
  const claims = await issued(prisma, { personId, organisationId })
  return new Set(claims.filter((claim) => isInForce(claim, now.toISOString())).map(({ badgeId }) => badgeId))
}

/** In the order in which its text names them. One that is not there any more is left out. */
export async function restingOn(
  prisma: PrismaClient,
  { personId, restsOn }: Pick<Claim, 'personId' | 'restsOn'>,
  now: Date,
): Promise<Resting[]> {
  if (!restsOn?.length) return []
  const claims = await issued(prisma, { personId, id: { in: restsOn.map(({ claim }) => claim) } })
  return restsOn.flatMap(({ claim, badge }) => {
    const found = claims.find(({ id }) => id === claim)
    if (!found) return []
    const state = found.revokedAt ? 'revoked' : isInForce(found, now.toISOString()) ? 'good' : 'over'
    return [{ claim, badge, state, shown: found.shown && !found.revokedAt }]
  })
}

async function issued(
  prisma: PrismaClient,
  where: { personId: string; organisationId?: string; id?: { in: string[] } },
): Promise<(Countable & { shown: boolean })[]> {
  const rows = await prisma.claim.findMany({
    where: { ...where, withdrawnAt: null, issuances: { some: { state: 'issued' } } },
    select: { id: true, badgeId: true, organisationId: true, openedAt: true, revokedAt: true, validUntil: true, sharedAt: true },
  })
  return rows.map(({ sharedAt, openedAt, revokedAt, validUntil, ...row }) => ({
    ...row,
    issued: true,
    shown: sharedAt !== null,
    openedAt: openedAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    validUntil: validUntil?.toISOString() ?? null,
  }))
}
