// What a trainer follows: claims and learners of their structures, and their workshops. Every question here names the structures
// that may be seen, so that nothing of another one can come back. Never on the path of a turn.
//
// With one exception, which is the learner's own act: whoever joins a workshop shows it their name, and where they stand with its badges,
// also in a claim that another structure decides (`membersOf`). It stays that structure's claim: its words, its evidence and its decision are
// not seen here, and nobody but that structure decides.
import { isForTrainers, type Localized, type Meaning } from '../model/badge.ts'
import type { Instant } from '../model/time.ts'
import { isJurysTurn } from '../model/jury.ts'
import type { ClaimTree } from '../model/rows.ts'
import { sending, type Status, statusOf } from '../model/status.ts'
import type { DraftFacts } from '../model/stops.ts'
import { isClosing } from '../model/workshopTimes.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { ARRIVAL } from './outbox.ts'
import { waitsFor } from './waiting.ts'

/** A claim, as a line of a list. */
export type FollowedClaim = {
  id: string
  personId: string
  learner: string | null
  badgeId: string
  badge: Localized
  meaning: Meaning
  structureId: string | null
  /** What was done together, and this claim tells one part of. */
  projectId: string | null
  status: Status
  openedAt: Instant
  touchedAt: Instant
  sentAt: Instant | null
  /** A trainer's decision is what it waits for. */
  waits: boolean
  /** It is a jury's turn: each trainer has a word of their own. */
  jurys: boolean
  /** What a draft holds, to tell where it stands; null: it was sent, or nobody asked. */
  draft: DraftFacts | null
}

export type Learner = { id: string; name: string | null; joinedAt: Instant | null; claims: FollowedClaim[] }

/** What status depends on. */
const STATUS_FACTS = {
  person: { select: { name: true } },
  endorsements: { orderBy: { askedAt: 'asc' } },
  decisions: { orderBy: { at: 'asc' } },
  issuances: { select: { state: true } },
} as const

/** And how far a draft is. */
const FACTS = {
  ...STATUS_FACTS,
  answers: { where: { supersededAt: null }, select: { prompt: true, supersededAt: true } },
  evidence: { where: { prompt: 'evidence', removedAt: null }, select: { prompt: true, state: true, removedAt: true } },
} as const

type Where = NonNullable<Parameters<PrismaClient['claim']['findMany']>[0]>['where']

/** The most lines that one page shows; a search finds the others. */
const MOST = 500

async function claimsWhere(prisma: PrismaClient, where: Where, include: typeof STATUS_FACTS = FACTS): Promise<FollowedClaim[]> {
  const rows = await prisma.claim.findMany({ where, include, orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] })
  const versions = await prisma.badgeVersion.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.badgeVersionId))] } },
    select: { id: true, meaning: true },
  })
  const meanings = new Map(versions.map(({ id, meaning }) => [id, meaning as Meaning]))
  return rows.map(({ person, ...row }) => {
    const claim = JSON.parse(JSON.stringify(row)) as ClaimTree
    const meaning = meanings.get(claim.badgeVersionId)!
    const sent = sending(claim)
    const status = statusOf(claim, meaning.policy)
    return {
      id: claim.id,
      personId: claim.personId,
      learner: person.name,
      badgeId: claim.badgeId,
      badge: meaning.name,
      meaning,
      structureId: claim.structureId,
      projectId: claim.projectId,
      status,
      openedAt: claim.openedAt,
      touchedAt: claim.touchedAt,
      sentAt: sent?.at ?? null,
      jurys: isJurysTurn(claim, meaning.policy),
      waits: isForTrainers(meaning.policy) && (status === 'sent' || status === 'endorsed'),
      draft:
        status === 'draft' && include !== STATUS_FACTS
          ? { gatheredAt: claim.gatheredAt, projectId: claim.projectId, answers: claim.answers, evidence: claim.evidence }
          : null,
    }
  })
}

/** Every claim of these structures, for their stages: how far a draft is, is not read. */
export const claimsOf = (prisma: PrismaClient, structures: string[]): Promise<FollowedClaim[]> =>
  claimsWhere(prisma, { structureId: { in: structures }, person: { erasedAt: null } }, STATUS_FACTS)

/** Claims that wait for a decision, the one sent first comes first: the same rule as « demandes » in the chat (core/data/read.ts). */
export async function waitingClaims(prisma: PrismaClient, trainer: string, structures: string[]): Promise<FollowedClaim[]> {
  const found = await prisma.$queryRaw<{ id: string }[]>`
    select c.id from (select ${trainer}::uuid as id) me, "Claim" c join "BadgeVersion" v on v.id = c."badgeVersionId" join "Person" p on p.id = c."personId"
    where c."structureId" = any(${structures}) and p."erasedAt" is null and ${Prisma.raw(waitsFor('me.id'))}
    order by c.sendings->-1->>'at', c.id limit ${MOST}`
  const order = new Map(found.map(({ id }, at) => [id, at]))
  const claims = await claimsWhere(prisma, { id: { in: [...order.keys()] } })
  return claims.map((claim) => ({ ...claim, waits: true })).toSorted((a, b) => order.get(a.id)! - order.get(b.id)!)
}

/** Accents, case and order of the words do not matter. */
const searchable = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Learners of these structures and of their workshops, by name; `search`: words of which each is in the name. */
export async function learnersOf(prisma: PrismaClient, structures: string[], search = ''): Promise<{ learners: Learner[]; more: number }> {
  const within = { in: structures }
  const people = await prisma.person.findMany({
    where: {
      erasedAt: null,
      OR: [
        { claims: { some: { structureId: within } } },
        { enrolments: { some: { workshop: { structureId: within } } } },
        { structureId: within, memberships: { none: { role: { in: ['trainer', 'issuer'] } } }, endorsements: { none: {} } },
      ],
    },
    select: { id: true, name: true },
  })
  const words = searchable(search).split(/\s+/).filter(Boolean)
  const found = people
    .filter(({ name }) => words.every((word) => searchable(name ?? '').includes(word)))
    .toSorted((a, b) => (a.name ?? '\uffff').localeCompare(b.name ?? '\uffff', 'fr') || (a.id < b.id ? -1 : 1))
  const shown = found.slice(0, MOST)
  const claims = await claimsWhere(prisma, { personId: { in: shown.map((p) => p.id) }, structureId: within })
  const byPerson = Map.groupBy(claims, (claim) => claim.personId)
  return { learners: shown.map((p) => ({ ...p, joinedAt: null, claims: byPerson.get(p.id) ?? [] })), more: found.length - shown.length }
}

export type FollowedWorkshop = {
  id: string
  name: string
  structure: { id: string; name: string }
  badges: { id: string; name: Localized }[]
  openedAt: Instant
  /** Nudges wait until the trainer goes on. */
  paused: boolean
  /** Said aloud to join; null: no longer. */
  spoken: string | null
  joined: number
}

const WORKSHOP = { structure: { select: { id: true, name: true } }, _count: { select: { enrolments: true } } } as const

/** Workshops of these structures, the latest first. */
export async function workshopsOf(prisma: PrismaClient, structures: string[], id?: string): Promise<FollowedWorkshop[]> {
  const rows = await prisma.workshop.findMany({
    where: { structureId: { in: structures }, id },
    include: WORKSHOP,
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: MOST,
  })
  const names = await badgeNames(prisma, [...new Set(rows.flatMap((row) => row.badges as string[]))])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    structure: row.structure,
    badges: (row.badges as string[]).map((badge) => ({ id: badge, name: names.get(badge) ?? { fr: badge, en: badge } })),
    openedAt: row.openedAt.toISOString(),
    paused: row.pausedAt !== null && row.closedAt === null,
    spoken: row.closedAt ? null : row.spoken,
    joined: row._count.enrolments,
  }))
}

/** What a badge is called today. */
export async function badgeNames(prisma: PrismaClient, badges: string[]): Promise<Map<string, Localized>> {
  const rows = await prisma.badgeVersion.findMany({
    where: { badgeId: { in: badges } },
    orderBy: { number: 'asc' },
    select: { badgeId: true, meaning: true },
  })
  return new Map(rows.map(({ badgeId, meaning }) => [badgeId, (meaning as Meaning).name]))
}

/**
 * Whoever joined a workshop, by name, with how far they are with its badges, wherever the claim was begun: a trainer need not help with what
 * is sent already. A claim of another structure comes without that structure, so it is worded as its issuer words it: what a structure
 * adds to its questions is its own.
 */
export async function membersOf(prisma: PrismaClient, { id, badges, structure }: FollowedWorkshop): Promise<Learner[]> {
  const rows = await prisma.enrolment.findMany({
    where: { workshopId: id, person: { erasedAt: null } },
    select: { at: true, person: { select: { id: true, name: true } } },
  })
  const claims = await claimsWhere(prisma, {
    personId: { in: rows.map((row) => row.person.id) },
    badgeId: { in: badges.map((badge) => badge.id) },
    withdrawnAt: null,
  })
  const seen = claims.map((claim) => (claim.structureId === structure.id ? claim : { ...claim, structureId: null }))
  const byPerson = Map.groupBy(seen, (claim) => claim.personId)
  return rows
    .map(({ at, person }) => ({ ...person, joinedAt: at.toISOString(), claims: byPerson.get(person.id) ?? [] }))
    .toSorted((a, b) => (a.name ?? '\uffff').localeCompare(b.name ?? '\uffff', 'fr') || (a.id < b.id ? -1 : 1))
}

/** The projects that a workshop's members choose from, and those that they brought along. */
export const projectsOf = (prisma: PrismaClient, workshop: string, members: Learner[]): Promise<{ id: string; context: string }[]> =>
  prisma.project.findMany({
    where: {
      OR: [{ workshopId: workshop }, { id: { in: members.flatMap((one) => one.claims.flatMap((claim) => claim.projectId ?? [])) } }],
    },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, context: true },
  })

/** `sentSince`: of those who were told, how many sent afterwards, and before the next one told them. */
export type NudgeRound = { round: number; day: string; planned: number; outcomes: Record<string, number>; sentSince: number }

/**
 * Nudges of a workshop by round; `outcomes` counts what became of them: `waiting` those that have not left, `lost` those without a known
 * end, `doubled` those that left twice.
 */
export async function nudgesOf(prisma: PrismaClient, workshop: string): Promise<NudgeRound[]> {
  const rows = await prisma.$queryRaw<{ round: number; day: string; what: string; count: number }[]>`
    select round, to_char(min(day), 'YYYY-MM-DD') as day, what, count(*)::int as count
    from (select n.round, n.day, case when a.lost then 'lost' when a.copies > 1 then 'doubled' when a.refused then 'unreachable' else coalesce(n.outcome, 'waiting') end as what
      from "Nudge" n, ${Prisma.raw(ARRIVAL)} a where n."workshopId" = ${workshop}::uuid) n
    group by round, what order by round, what`
  const since = await prisma.$queryRaw<{ round: number; count: number }[]>`
    select n.round, count(*)::int as count
    from "Nudge" n join "Workshop" w on w.id = n."workshopId"
    where n."workshopId" = ${workshop}::uuid and n.outcome = 'told' and exists(
      select 1 from "Claim" c, lateral (select (c.sendings->-1->>'at')::timestamptz as at) sent
      where c."personId" = n."personId" and c."withdrawnAt" is null and w.badges ? c."badgeId" and c.sendings->-1->>'takenBackAt' is null
        and sent.at > n."markedAt" and not exists(
          select 1 from "Nudge" l where l."workshopId" = n."workshopId" and l."personId" = n."personId" and l.outcome = 'told'
            and l."markedAt" > n."markedAt" and l."markedAt" < sent.at))
    group by n.round`
  return [...Map.groupBy(rows, (row) => row.round)].map(([round, of]) => ({
    round,
    day: of.map((row) => row.day).toSorted()[0]!,
    planned: of.reduce((sum, row) => sum + row.count, 0),
    outcomes: Object.fromEntries(of.map((row) => [row.what, row.count])),
    sentSince: since.find((row) => row.round === round)?.count ?? 0,
  }))
}

/** When the next nudge is due; null: none is, also while the workshop only waits for its closing. */
export async function nextNudge(prisma: PrismaClient, workshop: string, timeZone: string): Promise<Instant | null> {
  const found = await prisma.workshop.findUnique({
    where: { id: workshop },
    select: { nudgeAt: true, openedAt: true, endsAt: true, followUps: true },
  })
  if (!found?.nudgeAt) return null
  const at = found.nudgeAt.toISOString()
  const times = { openedAt: found.openedAt.toISOString(), endsAt: found.endsAt.toISOString(), followUps: found.followUps as number[] }
  return isClosing(times, at, timeZone) ? null : at
}
