// What a backpack shows: badges that are shared anyway, and badges from elsewhere that their owner brought, in the order that was chosen.
import type { Report } from '../checking/report.ts'
import type { Backpack, BackpackItem, Language } from '../model/rows.ts'
import type { PrismaClient } from './generated/client.ts'
import { type ShownClaim, sharedBadgesOf } from './pages.ts'

export type Imported = { id: string; report: Report; addedAt: string }
export type Carried = { is: 'claim'; shown: ShownClaim } | { is: 'imported'; imported: Imported }

export type ShownBackpack = {
  token: string | null
  open: boolean
  owner: { id: string; name: string | null; language: Language }
  /** In the order in which they are shown. */
  items: Carried[]
  /** What could be shown too. */
  left: Carried[]
}

/** Undefined: no such backpack, or its owner does not show it. */
export async function backpackByToken(prisma: PrismaClient, token: string): Promise<ShownBackpack | undefined> {
  const row = await prisma.backpack.findUnique({ where: { token }, select: { personId: true, sharedAt: true } })
  return row?.sharedAt ? backpackOf(prisma, row.personId) : undefined
}

/** Undefined: nobody has this id any more. */
export async function backpackOf(prisma: PrismaClient, personId: string): Promise<ShownBackpack | undefined> {
  const [person, shared, imported] = await Promise.all([
    prisma.person.findUnique({ where: { id: personId }, include: { backpack: true } }),
    sharedBadgesOf(prisma, personId),
    prisma.importedBadge.findMany({ where: { personId }, orderBy: { addedAt: 'desc' }, select: { id: true, report: true, addedAt: true } }),
  ])
  if (!person || person.erasedAt) return undefined
  const kept = person.backpack as (Omit<Backpack, 'sharedAt'> & { sharedAt: Date | null }) | null
  const carried: Carried[] = [
    ...shared.map((one) => ({ is: 'claim' as const, shown: one })),
    ...imported.map(({ id, report, addedAt }) => ({
      is: 'imported' as const,
      imported: { id, report: report as Report, addedAt: addedAt.toISOString() },
    })),
  ]
  const { items, left } = arranged(carried, kept?.items ?? null)
  const owner = { id: person.id, name: person.name, language: person.language as Language }
  return { token: kept?.token ?? null, open: Boolean(kept?.sharedAt), owner, items, left }
}

const keyOf = (one: Carried): string => (one.is === 'claim' ? `claim:${one.shown.claim.id}` : `imported:${one.imported.id}`)
const keyOfItem = (item: BackpackItem): string => ('claim' in item ? `claim:${item.claim}` : `imported:${item.imported}`)

/** Until somebody chooses, everything is in it. What is chosen and not shared any more is left out without a word. */
function arranged(carried: Carried[], chosen: BackpackItem[] | null): Pick<ShownBackpack, 'items' | 'left'> {
  if (!chosen) return { items: carried, left: [] }
  const by = new Map(carried.map((one) => [keyOf(one), one]))
  const items = chosen.flatMap((item) => by.get(keyOfItem(item)) ?? [])
  return { items, left: carried.filter((one) => !items.includes(one)) }
}

export const itemOf = (one: Carried): BackpackItem => (one.is === 'claim' ? { claim: one.shown.claim.id } : { imported: one.imported.id })

/** So many badges from elsewhere, and no more. */
export const MOST_IMPORTED = 30

/**
 * `full`: there are as many as anybody may bring; `known`: it is there already. `issuedHere`: the claim that it names, if it was signed
 * here: `own`, it is theirs and needs no copy; `not-theirs`, it is somebody else's.
 */
export async function keepImported(
  prisma: PrismaClient,
  personId: string,
  { id, badge, report, at, issuedHere }: { id: string; badge: object | string; report: Report; at: Date; issuedHere?: string },
): Promise<'kept' | 'full' | 'known' | 'own' | 'not-theirs'> {
  if (issuedHere) {
    const claim = await prisma.claim.findUnique({ where: { id: issuedHere }, select: { personId: true } })
    if (claim) return claim.personId === personId ? 'own' : 'not-theirs'
  }
  const there = await prisma.importedBadge.findMany({ where: { personId }, select: { report: true } })
  if (report.id && there.some((one) => (one.report as Report).id === report.id)) return 'known'
  if (there.length >= MOST_IMPORTED) return 'full'
  await prisma.importedBadge.create({ data: { id, personId, badge, report: report as object, addedAt: at } })
  return 'kept'
}

export async function removeImported(prisma: PrismaClient, personId: string, id: string): Promise<void> {
  await prisma.importedBadge.deleteMany({ where: { personId, id } })
}
