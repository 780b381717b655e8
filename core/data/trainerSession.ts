// Who may see the follow-up page: a link from the chat signs in once, and a browser stays signed in for a working day. The tab in Teams
// signs in without a link, and may be a learner's too.
// Only digests of sessions are kept, so that whoever reads the table is nobody.
import { createHash, randomBytes } from 'node:crypto'
import type { Language } from '../model/rows.ts'
import type { PrismaClient } from './generated/client.ts'

export const SESSION_SECONDS = 12 * 3600

export type Follower = {
  id: string
  name: string | null
  language: Language
  /** Structures whose learners they follow. */
  structures: { id: string; name: string; organisationId: string }[]
  /** Organisations of which they see the counts, over all structures. */
  organisations: { id: string; name: string }[]
}

const SESSIONS = ['trainer-session', 'tab-session'] as const
export type SessionKind = (typeof SESSIONS)[number]

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** The link can still sign in. */
export const isOpenLink = async (prisma: PrismaClient, code: string, now: Date): Promise<boolean> =>
  (await prisma.link.count({ where: { code, kind: 'trainer-page', usedAt: null, expiresAt: { gt: now } } })) === 1

/** Uses the link up and opens a session; resolves to its secret, for a cookie. Undefined: used before, too old, or never given. */
export async function signIn(prisma: PrismaClient, code: string, now: Date): Promise<string | undefined> {
  return prisma.$transaction(async (transaction) => {
    // one statement decides between two browsers
    const [used] = await transaction.$queryRaw<{ subject: string }[]>`
      update "Link" set "usedAt" = ${now}, "usedBy" = subject::uuid
      where code = ${code} and kind = 'trainer-page' and "usedAt" is null and "expiresAt" > ${now} returning subject`
    if (!used) return undefined
    const { subject } = used
    await transaction.link.deleteMany({ where: { kind: 'trainer-page', subject, expiresAt: { lte: now } } })
    return openSession(transaction, 'trainer-session', subject, now)
  })
}

/** A session of somebody who has proved who they are; resolves to its secret, for a cookie. Their old ones that are over go away. */
export async function openSession(prisma: Pick<PrismaClient, 'link'>, kind: SessionKind, subject: string, now: Date): Promise<string> {
  await prisma.link.deleteMany({ where: { kind, subject, expiresAt: { lte: now } } })
  const secret = randomBytes(16).toString('hex')
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000)
  await prisma.link.create({ data: { code: digestOf(secret), kind, subject, createdAt: now, expiresAt } })
  return secret
}

/** Whose session it is; undefined: nobody's (any more). */
async function subjectOf(prisma: PrismaClient, secret: string, now: Date): Promise<string | undefined> {
  const session = await prisma.link.findUnique({ where: { code: digestOf(secret) } })
  const open = SESSIONS.some((kind) => kind === session?.kind) && session?.expiresAt && session.expiresAt > now
  return open ? session.subject : undefined
}

/** Whoever is behind a session, follower or not; undefined: nobody, or somebody who is forgotten. */
export async function visitorOf(prisma: PrismaClient, secret: string, now: Date): Promise<{ id: string; language: Language } | undefined> {
  const id = await subjectOf(prisma, secret, now)
  const person = id ? await prisma.person.findUnique({ where: { id }, select: { id: true, language: true, erasedAt: true } }) : null
  return person && !person.erasedAt ? { id: person.id, language: person.language as Language } : undefined
}

/** Who is behind a session, as their roles are now; undefined: nobody any more, or a role was taken away. */
export async function followerOf(prisma: PrismaClient, secret: string, now: Date): Promise<Follower | undefined> {
  const subject = await subjectOf(prisma, secret, now)
  if (!subject) return undefined
  const person = await prisma.person.findUnique({
    where: { id: subject },
    include: {
      memberships: { where: { role: { in: ['trainer', 'issuer'] } }, include: { structure: { include: { organisation: true } } } },
    },
  })
  if (!person || person.erasedAt || person.memberships.length === 0) return undefined
  const structures = person.memberships
    .filter((m) => m.role === 'trainer')
    .map(({ structure: { id, name, organisationId } }) => ({ id, name, organisationId }))
  const organisations = new Map(
    person.memberships.filter((m) => m.role === 'issuer').map(({ structure: { organisation: o } }) => [o.id, { id: o.id, name: o.name }]),
  )
  return {
    id: person.id,
    name: person.name,
    language: person.language as Language,
    structures: structures.toSorted((a, b) => a.name.localeCompare(b.name)),
    organisations: [...organisations.values()],
  }
}

export const signOut = async (prisma: PrismaClient, secret: string): Promise<void> =>
  void (await prisma.link.deleteMany({ where: { code: digestOf(secret), kind: { in: [...SESSIONS] } } }))
