// Whoever claims on our own page: an account whose id is the digest of what their browser's cookie holds, so that whoever reads
// the table, a log or an archive is nobody.
import { createHash, randomBytes } from 'node:crypto'
import type { Language } from '../model/rows.ts'
import { LINK_DAYS } from '../model/workshopTimes.ts'
import type { PrismaClient } from './generated/client.ts'
import { tieOf } from './tie.ts'

export const BROWSER = 'browser'
/** Of a link that puts two of somebody's accounts together. */
const LINK_MS = 3600_000

/** The account's id and the address of the chat, of a session's secret. */
export const chatOf = (secret: string): string => createHash('sha256').update(secret).digest('hex').slice(0, 32)

export type Guest = { person: string; name: string | null; language: Language }

/** Who speaks from this chat; undefined: nobody (any more). */
export async function guestOf(prisma: PrismaClient, chat: string): Promise<Guest | undefined> {
  const account = await prisma.account.findUnique({
    where: { channel_externalId: { channel: BROWSER, externalId: chat } },
    select: { person: { select: { id: true, name: true, language: true, erasedAt: true } } },
  })
  if (!account || account.person.erasedAt) return undefined
  const { id, name, language } = account.person
  return { person: id, name, language: language as Language }
}

/** `name`: of the workshop, or what a group did together. */
export type Invitation = { code: string; is: 'workshop' | 'project'; name: string; badges: string[] }

/** The workshop of a long code, or of one said aloud (as `spokenCode` reads it), or a group's project. Undefined: none, or over for a day and more; by its link, for half a year. */
export async function invitationOf(
  prisma: PrismaClient,
  code: { long: string; spoken: string | undefined },
  now: Date,
): Promise<Invitation | undefined> {
  const found = await prisma.workshop.findFirst({
    where: {
      OR: [
        { code: code.long, endsAt: { gt: new Date(now.getTime() - LINK_DAYS * 24 * 3600_000) } },
        ...(code.spoken ? [{ spoken: code.spoken, closedAt: null, endsAt: { gt: new Date(now.getTime() - 24 * 3600_000) } }] : []),
      ],
    },
    select: { code: true, name: true, badges: true },
  })
  if (found) return { ...found, is: 'workshop', badges: found.badges as string[] }
  const project = await prisma.project.findUnique({ where: { code: code.long }, select: { code: true, context: true, badgeId: true } })
  return project ? { code: project.code, is: 'project', name: project.context, badges: [project.badgeId] } : undefined
}

/** What a code from a chat does in a browser: `channel` adds the browser to that person, `both-sides` asks both. Undefined: it is over. */
export async function chatCodeOf(prisma: PrismaClient, code: string, now: Date): Promise<'channel' | 'both-sides' | undefined> {
  if (!/^[0-9a-f]{32}$/.test(code)) return undefined
  // whoever is more than themself is asked, whatever they were when they gave it; a newer code ends the former
  const [found] = await prisma.$queryRawUnsafe<{ kind: 'channel' | 'both-sides' }[]>(
    `select case when ${tieOf('p.id')} is null then l.kind else 'both-sides' end as kind
     from "Link" l join "Person" p on p.id = case when l.kind in ('channel', 'both-sides') then l.subject::uuid end and p."erasedAt" is null
     where l.code = $1 and l.kind in ('channel', 'both-sides') and l."usedAt" is null and l."expiresAt" > $2
       and (l.kind <> 'channel' or not exists(select 1 from "Link" n where n.subject = l.subject and n.kind = 'channel' and n."createdAt" > l."createdAt"))`,
    code,
    now,
  )
  return found?.kind
}

/** This browser's chat is that of the person of the code. */
export async function isIn(prisma: PrismaClient, code: string, chat: string): Promise<boolean> {
  const [link, guest] = await Promise.all([prisma.link.findUnique({ where: { code }, select: { subject: true } }), guestOf(prisma, chat)])
  return guest !== undefined && guest.person === link?.subject
}

/** A code of 32 hexadecimal digits, for one use within an hour, that adds an account to this person; the former ones end. `chat`: where it is given. */
export async function newChannelLink(prisma: PrismaClient, { person, chat }: { person: string; chat: string }, now: Date): Promise<string> {
  const code = randomBytes(16).toString('hex')
  await prisma.$transaction([
    prisma.link.deleteMany({ where: { kind: 'channel', subject: person, usedAt: null } }),
    prisma.link.create({
      data: {
        code,
        kind: 'channel',
        subject: person,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LINK_MS),
        place: `${BROWSER}:${chat}`,
      },
    }),
  ])
  return code
}
