// How a claim is being decided, for the follow-up page: who has it open, and what a jury said. Never on the path of a turn.
import { type Jury, isJurysTurn, maySit, wordsOf } from '../model/jury.ts'
import type { Meaning } from '../model/badge.ts'
import type { ClaimCode, ClaimTree, Review } from '../model/rows.ts'
import { sending } from '../model/status.ts'
import type { Instant } from '../model/time.ts'
import type { Localized } from '../model/badge.ts'
import type { PrismaClient } from './generated/client.ts'

export type Holder = { name: string | null; till: Instant }

export type Reviewing = {
  /** Another trainer has it open. */
  holder: Holder | undefined
  /** Until then the reader has it. */
  mine: Instant | undefined
  /** It is the jury's turn: how many have spoken, of how many; whether the reader has. */
  jury: { says: Jury['says']; said: number; seats: number; spoke: boolean } | undefined
  /** What the jury said, once one trainer may read it: not before. */
  words: Review[]
}

export async function reviewingOf(prisma: PrismaClient, claim: ClaimTree, meaning: Meaning, reader: string, now: Date): Promise<Reviewing> {
  const structure = claim.structureId ?? ''
  const roles = await prisma.membership.findMany({ where: { structureId: structure, role: 'trainer' }, select: { personId: true } })
  const trainers = roles.map(({ personId }) => personId)
  const open = isJurysTurn(claim, meaning.policy)
  const readings = open
    ? []
    : await prisma.reading.findMany({
        where: { claimId: claim.id, personId: { in: trainers }, till: { gt: now } },
        include: { person: { select: { name: true } } },
      })
  const other = readings.find((one) => one.personId !== reader)
  const { jury } = meaning.policy
  const said = jury ? await reviewsOf(prisma, claim.id) : []
  const words = wordsOf(claim, said, trainers)
  const able = trainers.filter((id) => maySit(claim, id)).length
  const sent = sending(claim)?.at
  return {
    holder: other && { name: other.person.name, till: other.till.toISOString() },
    mine: readings.find((one) => one.personId === reader)?.till.toISOString(),
    jury:
      jury && open
        ? {
            says: jury.says,
            said: words.length,
            seats: Math.min(jury.reviewers, Math.max(1, able, words.length)),
            spoke: said.some((one) => one.by === reader && sent !== undefined && Date.parse(one.at) >= Date.parse(sent)),
          }
        : undefined,
    words: open ? [] : words,
  }
}

const reviewsOf = async (prisma: PrismaClient, claimId: string): Promise<Review[]> =>
  JSON.parse(JSON.stringify(await prisma.review.findMany({ where: { claimId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }))) as Review[]

/** Who has which of these claims open, but for the reader. */
export async function holdersOf(prisma: PrismaClient, claims: string[], reader: string, now: Date): Promise<Map<string, string | null>> {
  const found = await prisma.reading.findMany({
    where: { claimId: { in: claims }, personId: { not: reader }, till: { gt: now } },
    include: { person: { select: { name: true, memberships: { where: { role: 'trainer' }, select: { structureId: true } } } } },
  })
  return new Map(found.filter(({ person }) => person.memberships.length > 0).map((one) => [one.claimId, one.person.name]))
}

export type ByRule = {
  id: string
  learner: string | null
  badge: Localized
  at: Instant
  through: 'code' | 'automatic'
  byName: string | null
}

/** Accepted by a code or by itself, the last first: nobody decided just then, and trainers see it here. */
export async function acceptedByRule(prisma: PrismaClient, structures: string[]): Promise<ByRule[]> {
  const found = await prisma.decision.findMany({
    where: {
      through: { in: ['code', 'automatic'] },
      outcome: 'accepted',
      claim: { structureId: { in: structures }, withdrawnAt: null, person: { erasedAt: null } },
    },
    include: {
      claim: { select: { id: true, sendings: true, person: { select: { name: true } }, badgeVersion: { select: { meaning: true } } } },
    },
    orderBy: { at: 'desc' },
    take: 20,
  })
  return found
    .filter(({ claim }) => sending(claim as unknown as ClaimTree))
    .map(({ claim, at, through, byName }) => ({
      id: claim.id,
      learner: claim.person.name,
      badge: (claim.badgeVersion.meaning as Meaning).name,
      at: at.toISOString(),
      through: through as 'code' | 'automatic',
      byName,
    }))
}

export type ShownCode = ClaimCode & { used: number; structure: { id: string; name: string } }

/** Claim codes of these structures, the last first, those that are over too. */
export async function codesOf(prisma: PrismaClient, structures: { id: string; name: string }[]): Promise<ShownCode[]> {
  const rows = await prisma.claimCode.findMany({
    where: { structureId: { in: structures.map(({ id }) => id) } },
    orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
    take: 50,
  })
  const counts = await prisma.decision.groupBy({ by: ['codeId'], where: { codeId: { in: rows.map(({ id }) => id) } }, _count: true })
  const used = new Map(counts.map(({ codeId, _count }) => [codeId, _count]))
  return rows.map((row) => ({
    ...(JSON.parse(JSON.stringify(row)) as ClaimCode),
    used: used.get(row.id) ?? 0,
    structure: structures.find(({ id }) => id === row.structureId)!,
  }))
}
