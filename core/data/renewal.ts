// A badge and the one that renews it, as far as their owner shows both.
import type { Claim } from '../model/rows.ts'
import type { PrismaClient } from './generated/client.ts'

/** `renewedBy`: the claim of the new badge; `first`: when the one that this renews was issued. */
export type Renewal = { renewedBy?: string; first?: string }

export async function renewalOf(prisma: PrismaClient, { id, renewsId }: Pick<Claim, 'id' | 'renewsId'>): Promise<Renewal> {
  const isShown = { sharedAt: { not: null }, revokedAt: null, issuances: { some: { state: 'issued' } } }
  const [after, before] = await Promise.all([
    prisma.claim.findFirst({ where: { renewsId: id, ...isShown }, select: { id: true }, orderBy: { openedAt: 'desc' } }),
    renewsId
      ? prisma.claim.findFirst({
          where: { id: renewsId, ...isShown },
          select: { issuances: { where: { state: 'issued' }, select: { issuedAt: true } } },
        })
      : null,
  ])
  const first = before?.issuances[0]?.issuedAt
  return { ...(after && { renewedBy: after.id }), ...(first && { first: first.toISOString() }) }
}
