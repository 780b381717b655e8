// Who follows the learners of a structure, as the command line names them and takes the role away.
import type { PrismaClient } from './generated/client.ts'

export type TrainerRow = { id: string; name: string | null; since: Date }
type Role = 'trainer' | 'issuer'

export async function trainersOf(prisma: PrismaClient, structureId: string, role: Role): Promise<TrainerRow[]> {
  const rows = await prisma.membership.findMany({
    where: { structureId, role, person: { erasedAt: null } },
    select: { since: true, person: { select: { id: true, name: true } } },
    orderBy: { since: 'asc' },
  })
  return rows.map(({ since, person }) => ({ ...person, since }))
}

/** The role ends, and so does every page that they have open: where they are still a trainer, a new link opens it again. */
export async function removeTrainer(
  prisma: PrismaClient,
  { person, structureId, role, through }: { person: string; structureId: string; role: Role; through: string },
): Promise<void> {
  const at = new Date()
  await prisma.$transaction([
    prisma.membership.deleteMany({ where: { personId: person, structureId, role } }),
    prisma.link.deleteMany({ where: { kind: { in: ['trainer-page', 'trainer-session'] }, subject: person } }),
    prisma.auditEvent.create({
      data: { id: `${through}:${role}-removed:${person}:${at.getTime()}`, at, action: `${role} removed`, subject: person, through },
    }),
  ])
}
