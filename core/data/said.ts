// What was said to somebody, for channels whose screen is read from the outbox: pages in a browser.
import type { PrismaClient } from './generated/client.ts'

/** `chat`: without its channel. */
export type SaidMessage = { id: string; seq: number; chat: string; body: unknown; at: Date }

/** What has been said in these chats of a channel after `since` (an Outbox.seq), in order; at most 500. */
export async function messagesSaid(prisma: PrismaClient, channel: string, chats: string[], since: number): Promise<SaidMessage[]> {
  const rows = await prisma.outbox.findMany({
    where: { ...handedOver(channel, chats), seq: { gt: since } },
    orderBy: { seq: 'asc' },
    take: 500,
    select: { id: true, seq: true, to: true, body: true, at: true },
  })
  return rows.map(({ id, seq, to, body, at }) => ({ id, seq: Number(seq), chat: to.slice(channel.length + 1), body, at }))
}

/** One message of these chats; undefined when it is another's. */
export const messageSaid = async (
  prisma: PrismaClient,
  channel: string,
  chats: string[],
  id: string,
): Promise<{ body: unknown } | undefined> =>
  (await prisma.outbox.findFirst({ where: { ...handedOver(channel, chats), id }, select: { body: true } })) ?? undefined

const handedOver = (channel: string, chats: string[]) => ({
  to: { in: chats.map((chat) => `${channel}:${chat}`) },
  OR: [{ sentAt: { not: null } }, { startedAt: { not: null } }],
  failure: null,
})
