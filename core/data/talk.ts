// `declic talk`: its people are those of the playground, on the channel `cli`. It takes its messages out of the outbox itself,
// also those that a running server put there, and takes everything away at the end.
import type pg from 'pg'
import type { PrismaClient } from './generated/client.ts'
import { erasePerson } from './people.ts'
import { chatOf, PHONES, type Phone, structureOf } from './playground.ts'

const chats = (session: string): string[] => PHONES.map((phone) => chatOf(session, phone))

export type Said = { id: string; phone: Phone; body: unknown }

/** What waits to be said on the session's phones, in order; from now on it counts as sent. */
export async function takeSaid(pool: pg.Pool, session: string, now: string): Promise<Said[]> {
  const { rows } = await pool.query<{ id: string; to: string; body: unknown; seq: string }>(
    `update "Outbox" set "sentAt" = $2, "startedAt" = coalesce("startedAt", $2), "leasedBy" = null, "leasedTill" = null
     where "to" = any($1) and "sentAt" is null and failure is null returning id, "to", body, seq`,
    [chats(session).map((chat) => `cli:${chat}`), now],
  )
  return rows
    .toSorted((a, b) => Number(a.seq) - Number(b.seq))
    .map(({ id, to, body }) => ({ id, body, phone: to.split(':').at(-1) as Phone }))
}

/** Nobody will read there any more: nothing is said, nobody is reminded. */
export async function leaveTalk(prisma: PrismaClient, session: string, now: Date): Promise<void> {
  const mine = { channel: 'cli', externalId: { in: chats(session) } }
  await prisma.account.updateMany({ where: mine, data: { unreachableAt: now } })
  await prisma.claim.updateMany({ where: { person: { accounts: { some: mine } } }, data: { remindAt: null, version: { increment: 1 } } })
}

/** Removes the session's people, claims, files (`removeFile` takes a name in the evidence store), messages, and every trace of them. */
export async function removeTalk(prisma: PrismaClient, session: string, removeFile: (name: string) => Promise<void>): Promise<void> {
  const people = await prisma.person.findMany({
    where: { accounts: { some: { channel: 'cli', externalId: { in: chats(session) } } } },
    select: { id: true, claims: { select: { id: true } } },
  })
  const ids = people.flatMap((person) => [person.id, ...person.claims.map((claim) => claim.id)])
  for (const { id } of people) await erasePerson(prisma, id, { removeFile, through: 'cli' })
  await prisma.$transaction([
    prisma.auditEvent.deleteMany({ where: { OR: [{ actor: { in: ids } }, { subject: { in: ids } }] } }),
    prisma.outbox.deleteMany({ where: { to: { in: chats(session).map((chat) => `cli:${chat}`) } } }),
    prisma.inbound.deleteMany({ where: { key: { startsWith: `cli:${session}:` } } }),
    prisma.structure.deleteMany({ where: { id: structureOf(session) } }),
  ])
}
