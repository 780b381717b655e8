// What a page reads: a claim by one of its addresses, with whom it belongs to and what it pins. Never on the path of a turn.
import type { Meaning } from '../model/badge.ts'
import type { ClaimTree, Language, Link } from '../model/rows.ts'
import type { PrismaClient } from './generated/client.ts'

export type ShownClaim = {
  claim: ClaimTree
  meaning: Meaning
  badgeNumber: number
  learner: { name: string | null; language: Language; email?: string | null }
  issuer: { id: string; name: string; trial: boolean }
  structure: { id: string; name: string } | null
  /** What was done together. */
  project: { context: string } | null
}

const WHOLE = {
  answers: { orderBy: { at: 'asc' } },
  evidence: { orderBy: { at: 'asc' } },
  consents: { orderBy: { at: 'asc' } },
  endorsements: { orderBy: { askedAt: 'asc' } },
  decisions: { orderBy: { at: 'asc' } },
  issuances: { orderBy: { at: 'asc' } },
  person: true,
  structure: true,
  project: { select: { context: true } },
  badgeVersion: { include: { badge: { include: { organisation: true } } } },
} as const

/** The learner's own page. */
export const claimByToken = async (prisma: PrismaClient, token: string): Promise<ShownClaim | undefined> =>
  shown(await prisma.claim.findUnique({ where: { token }, include: WHOLE }), prisma)

/** The badge's page; whether it may be seen is for the caller to decide. */
export const claimById = async (prisma: PrismaClient, id: string): Promise<ShownClaim | undefined> =>
  UUID.test(id) ? shown(await prisma.claim.findUnique({ where: { id }, include: WHOLE }), prisma) : undefined

/** A person's badges that are there, shared and in force, the latest first. */
export async function sharedBadgesOf(prisma: PrismaClient, personId: string): Promise<ShownClaim[]> {
  const where = { personId, sharedAt: { not: null }, revokedAt: null, withdrawnAt: null, issuances: { some: { state: 'issued' } } }
  const rows = await prisma.claim.findMany({ where, include: WHOLE, orderBy: { openedAt: 'desc' }, take: MOST_BADGES })
  const found = await Promise.all(rows.map((row) => shown(row, prisma)))
  return found.filter((one) => one !== undefined)
}

/** On one page. */
const MOST_BADGES = 60

/** What one version of a badge means; undefined: there is no such version. */
export async function meaningOfVersion(prisma: PrismaClient, badgeId: string, number: number): Promise<Meaning | undefined> {
  const version = await prisma.badgeVersion.findUnique({ where: { badgeId_number: { badgeId, number } }, select: { meaning: true } })
  return version?.meaning as Meaning | undefined
}

/** A tutor's page: the link, the claim, and which of its endorsements the link asks for. */
export async function requestByCode(
  prisma: PrismaClient,
  code: string,
): Promise<{ link: Link; shown: ShownClaim; endorsement: string } | undefined> {
  const link = await prisma.link.findUnique({ where: { code } })
  if (link?.kind !== 'endorse' || !UUID.test(link.subject)) return undefined
  const asked = await prisma.endorsement.findUnique({ where: { id: link.subject }, include: { claim: { include: WHOLE } } })
  const found = await shown(asked?.claim ?? null, prisma)
  return found && { link: plain(link), shown: found, endorsement: link.subject }
}

/** Who answers through this browser, if anybody did before. */
export const personOfAccount = async (
  prisma: PrismaClient,
  channel: string,
  externalId: string,
): Promise<{ id: string; name: string | null; role: string | null; organisation: string | null } | undefined> => {
  const account = await prisma.account.findUnique({ where: { channel_externalId: { channel, externalId } }, include: { person: true } })
  if (!account) return undefined
  const { id, name, role, organisation } = account.person
  return { id, name, role, organisation }
}

/** The account through which a person was last seen. */
export const lastAccountOf = async (
  prisma: PrismaClient,
  personId: string,
): Promise<{ channel: string; externalId: string; chat: string } | undefined> =>
  (await prisma.account.findFirst({
    where: { personId },
    orderBy: { seenAt: 'desc' },
    select: { channel: true, externalId: true, chat: true },
  })) ?? undefined

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Found = Awaited<ReturnType<typeof find>>
const find = (prisma: PrismaClient) => prisma.claim.findUnique({ where: { id: '' }, include: WHOLE })

async function shown(row: Found, prisma: PrismaClient): Promise<ShownClaim | undefined> {
  if (!row || row.person.erasedAt) return undefined
  const { person, structure, project, badgeVersion, ...claim } = row
  // The playground's organisation borrows the badges of the others: who issues is the claim's own organisation.
  const organisation =
    claim.organisationId === badgeVersion.badge.organisationId
      ? badgeVersion.badge.organisation
      : await prisma.organisation.findUniqueOrThrow({ where: { id: claim.organisationId } })
  return {
    claim: plain<ClaimTree>(claim),
    meaning: badgeVersion.meaning as Meaning,
    badgeNumber: badgeVersion.number,
    learner: { name: person.name, language: person.language as Language, email: person.email },
    issuer: { id: organisation.id, name: organisation.name, trial: organisation.trial },
    structure: structure && { id: structure.id, name: structure.name },
    project,
  }
}

/** Prisma's dates as the model's instants. */
const plain = <Row>(row: unknown): Row => JSON.parse(JSON.stringify(row)) as Row
