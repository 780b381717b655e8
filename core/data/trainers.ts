// Who follows the learners of a structure, as the command line names them and takes the role away.
import type { PrismaClient } from './generated/client.ts'
import { startJobs } from './startJobs.ts'

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

/**
 * The role ends, and so does every page that they have open (where they are still a trainer, a new link opens it again) and every claim code
 * that they gave there. A jury that has lost them is counted again at once.
 */
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
    ...(role === 'trainer'
      ? [
          prisma.claimCode.updateMany({ where: { madeBy: person, structureId, endedAt: null }, data: { endedAt: at } }),
          prisma.$executeRawUnsafe(startJobs(`(${FEWER}) j`), structureId),
        ]
      : []),
  ])
}

/** The claims of a structure ($1) that a jury may be deciding, each to be counted again. */
const FEWER = `select 'jury-due' as queue, null::timestamptz as at, jsonb_build_object('claim', c.id) as data
  from "Claim" c join "BadgeVersion" v on v.id = c."badgeVersionId"
  where c."structureId" = $1 and c."withdrawnAt" is null and c."revokedAt" is null and jsonb_array_length(c.sendings) > 0 and v.meaning->'policy' ? 'jury'
    and not exists(select 1 from "Decision" d where d."claimId" = c.id and d.at >= (c.sendings->-1->>'at')::timestamptz)`
