// Claims with everything that belongs to them, for exports and issuing backends. Never on the path of a turn.
import { createHash } from 'node:crypto'
import type { Meaning } from '../model/badge.ts'
import type { DocumentSource } from '../model/document.ts'
import type { ClaimTree } from '../model/rows.ts'
import type { PrismaClient } from './generated/client.ts'

const PAGE = 200

const WHOLE = {
  answers: { orderBy: { at: 'asc' } },
  evidence: { orderBy: { at: 'asc' } },
  consents: { orderBy: { at: 'asc' } },
  endorsements: { orderBy: { askedAt: 'asc' } },
  decisions: { orderBy: { at: 'asc' } },
  issuances: { orderBy: { at: 'asc' } },
  person: { select: { name: true } },
  structure: { select: { id: true, name: true } },
  workshop: { select: { id: true, name: true } },
  project: { select: { id: true, context: true } },
  badgeVersion: { select: { number: true, meaning: true } },
} as const

/** The claim with its parts in the order in which they came, instants as the model writes them. */
export async function loadClaimTree(prisma: PrismaClient, id: string): Promise<ClaimTree | undefined> {
  const row = await prisma.claim.findUnique({ where: { id }, include: WHOLE })
  if (!row) return undefined
  const { person: _person, structure: _structure, workshop: _workshop, project: _project, badgeVersion: _version, ...claim } = row
  return withInstants<ClaimTree>(claim)
}

/** What `documentOf` needs for one claim. */
export async function loadDocumentSource(prisma: PrismaClient, id: string, publicUrl: string): Promise<DocumentSource | undefined> {
  const row = await prisma.claim.findUnique({ where: { id }, include: WHOLE })
  return row ? sourceOf(row, await organisationNames(prisma), publicUrl) : undefined
}

/** Every claim, drafts included, oldest first, a page at a time: memory stays small however many there are. */
export async function* documentSources(prisma: PrismaClient, publicUrl: string): AsyncGenerator<DocumentSource> {
  const names = await organisationNames(prisma)
  let last: string | undefined
  do {
    const from = { cursor: last ? { id: last } : undefined, skip: last ? 1 : 0 }
    const rows = await prisma.claim.findMany({ include: WHOLE, orderBy: [{ openedAt: 'asc' }, { id: 'asc' }], take: PAGE, ...from })
    for (const row of rows) yield sourceOf(row, names, publicUrl)
    last = rows.length === PAGE ? rows.at(-1)?.id : undefined
  } while (last)
}

type Row = NonNullable<Awaited<ReturnType<typeof findOne>>>
const findOne = (prisma: PrismaClient) => prisma.claim.findFirst({ include: WHOLE })

const organisationNames = async (prisma: PrismaClient): Promise<Map<string, string>> =>
  new Map((await prisma.organisation.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [id, name]))

function sourceOf(row: Row, organisations: Map<string, string>, publicUrl: string): DocumentSource {
  const { person, structure, workshop, project, badgeVersion, ...rest } = row
  const claim = withInstants<ClaimTree>(rest)
  return {
    claim,
    meaning: badgeVersion.meaning as Meaning,
    badgeVersionNumber: badgeVersion.number,
    learnerName: person.name,
    issuerName: organisations.get(claim.organisationId) ?? claim.organisationId,
    structure,
    workshop,
    project,
    publicUrl,
    contactHash: claim.email ? saltedHash(claim.email, claim.token) : null,
  }
}

/**
 * Stands for an address that the learner keeps to themself. The salt comes from the claim's private token, so that every copy of the
 * document says the same and no two claims do.
 */
function saltedHash(email: string, token: string): { hash: string; salt: string } {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const salt = sha256(`salt ${token}`).slice(0, 32)
  return { hash: sha256(email.trim().toLowerCase() + salt), salt }
}

/** Prisma's dates as the model's instants. */
const withInstants = <Model>(row: unknown): Model => JSON.parse(JSON.stringify(row)) as Model
