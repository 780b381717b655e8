// The catalogue in the database: who issues, which structures there are, and what each badge means. Meaning is immutable:
// a changed one becomes a new version, and claims keep the one that they pinned.
import { createHash } from 'node:crypto'
import { type Catalogue, type Meaning, meaningOf } from '../model/badge.ts'
import { timeZoneNamed } from '../model/timeZones.ts'
import type { PrismaClient } from './generated/client.ts'

export type Versions = (badgeId: string) => { id: string; number: number }

/** Writes down what is new in the catalogue; several processes may do it at once. Resolves to today's version of each badge. */
export async function writeCatalogue(prisma: PrismaClient, catalogue: Catalogue): Promise<Versions> {
  const today = new Map<string, { id: string; number: number }>()
  for (const issuer of catalogue.issuers) {
    await prisma.organisation.upsert({
      where: { id: issuer.id },
      create: { id: issuer.id, name: issuer.name },
      update: { name: issuer.name },
    })
    for (const { id, name, timeZone } of issuer.structures) {
      const said = { name, timeZone: (timeZone && timeZoneNamed(timeZone)) ?? null }
      await prisma.structure.upsert({ where: { id }, create: { ...said, id, organisationId: issuer.id }, update: said })
    }
    await prisma.badge.createMany({ data: issuer.badges.map(({ id }) => ({ id, organisationId: issuer.id })), skipDuplicates: true })
  }
  const known = await prisma.badgeVersion.findMany({ select: { id: true, badgeId: true, number: true } })
  for (const issuer of catalogue.issuers) {
    for (const badge of issuer.badges) {
      const meaning = meaningOf(badge, issuer)
      const id = digestOf(meaning)
      const same = known.find((v) => v.id === id)
      today.set(badge.id, same ?? (await addVersion(prisma, badge.id, id, meaning)))
    }
  }
  return (badgeId) => {
    const version = today.get(badgeId)
    if (!version) throw new Error(`the catalogue has no badge ${badgeId}`)
    return version
  }
}

async function addVersion(prisma: PrismaClient, badgeId: string, id: string, meaning: Meaning): Promise<{ id: string; number: number }> {
  // the number is chosen by the statement itself; a second process that was faster makes this one read, or take the next number
  for (let attempt = 1; attempt <= 5; attempt++) {
    const known = await prisma.badgeVersion.findUnique({ where: { id }, select: { id: true, number: true } })
    if (known) return known
    await prisma.$executeRaw`insert into "BadgeVersion" (id, "badgeId", number, meaning)
    select ${id}, ${badgeId}, coalesce(max(number), 0) + 1, ${JSON.stringify(meaning)}::jsonb from "BadgeVersion" where "badgeId" = ${badgeId}
      on conflict do nothing`
  }
  return prisma.badgeVersion.findUniqueOrThrow({ where: { id }, select: { id: true, number: true } })
}

/** The same whatever the order of keys. */
const digestOf = (meaning: Meaning): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(meaning)))
    .digest('hex')

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  )
}
