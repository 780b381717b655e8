// Organisations and their structures, as the command line keeps them.
import type { PrismaClient } from './generated/client.ts'

export type StructureRow = { id: string; organisationId: string; name: string }

/** An organisation as the catalogue names it; its name follows the catalogue. */
export async function keepOrganisation(prisma: PrismaClient, { id, name }: { id: string; name: string }): Promise<void> {
  await prisma.organisation.upsert({ where: { id }, create: { id, name }, update: { name } })
}

/** By id, or by name whatever its case. */
export async function findStructure(prisma: PrismaClient, idOrName: string): Promise<StructureRow | undefined> {
  const select = { id: true, organisationId: true, name: true }
  const byId = await prisma.structure.findUnique({ where: { id: idOrName }, select })
  const byName = { name: { equals: idOrName, mode: 'insensitive' as const } }
  return byId ?? (await prisma.structure.findFirst({ where: byName, select, orderBy: { createdAt: 'asc' } })) ?? undefined
}

/** `id` must be free: see `findStructure`. `timeZone` as `timeZoneNamed` gives it. */
export async function addStructure(prisma: PrismaClient, structure: StructureRow & { timeZone?: string }): Promise<void> {
  await prisma.structure.create({ data: structure })
}

export async function setTimeZone(prisma: PrismaClient, structure: string, timeZone: string): Promise<void> {
  await prisma.structure.update({ where: { id: structure }, data: { timeZone } })
}
