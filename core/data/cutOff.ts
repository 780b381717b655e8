// An account that somebody else added to a person goes again. Whoever wrote from it is nobody then; a browser's session is its account.
import type { PrismaClient } from './generated/client.ts'

/** `account`: `channel:id`. Safe to repeat; an account that is somebody else's by now stays theirs. */
export async function cutOff(prisma: PrismaClient, { person, account }: { person: string; account: string }, at: Date): Promise<void> {
  const [channel, ...id] = account.split(':')
  const key = { channel: channel!, externalId: id.join(':') }
  await prisma.$transaction(async (transaction) => {
    const found = await transaction.account.findUnique({ where: { channel_externalId: key } })
    if (found?.personId !== person) return
    await transaction.account.delete({ where: { channel_externalId: key } })
    // what waits to be said there is for whoever it was taken from
    await transaction.outbox.deleteMany({ where: { to: `${found.channel}:${found.chat}`, startedAt: null } })
    const mark = { at, actor: person, action: 'account cut off', subject: person, through: channel! }
    await transaction.auditEvent.create({ data: { id: `cut-off:${person}:${at.getTime()}`, ...mark } })
  })
}
