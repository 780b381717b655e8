// Two accounts turn out to be one person: everything of the one goes to the other, in one transaction, or nothing does. Claims stay what
// they are; only whose they are changes. Nobody's role or word for others is moved: whoever has one stays who they are.
import type { PrismaClient } from './generated/client.ts'

/** `kept` goes on as the person, `from` is nobody afterwards. `drafts`: whose stay, where both have begun the same badge. */
export type Joining = { kept: string; from: string; drafts: 'kept' | 'from' }

type Transaction = Pick<PrismaClient, '$executeRaw' | '$queryRaw'>

/** `refused`: one of them is gone, `from` has a role or gave a word, or both sent the same badge; nothing was changed then. */
export async function joinPeople(prisma: PrismaClient, joining: Joining, at: Date): Promise<'joined' | 'refused'> {
  const { kept, from } = joining
  return prisma.$transaction(async (transaction) => {
    // a turn of either that has read them before is lost, and is taken again: their version changes
    const alive = await transaction.$queryRaw<{ id: string }[]>`
      select id from "Person" where id in (${kept}::uuid, ${from}::uuid) and "erasedAt" is null order by id for update`
    if (alive.length < 2 || (await isTied(transaction, from))) return 'refused'
    const drop = await dropped(transaction, joining)
    if (!drop) return 'refused'
    await transaction.$executeRaw`
      update "Claim" set "withdrawnAt" = ${at}, "remindAt" = null, version = version + 1 where id = any(${drop}::uuid[])`
    await voidOwnWords(transaction, joining, at)
    await transaction.$executeRaw`update "Claim" set "personId" = ${kept}::uuid, version = version + 1 where "personId" = ${from}::uuid`
    await transaction.$executeRaw`update "Account" set "personId" = ${kept}::uuid where "personId" = ${from}::uuid`
    await transaction.$executeRaw`
      update "Enrolment" e set "personId" = ${kept}::uuid where e."personId" = ${from}::uuid
        and not exists(select 1 from "Enrolment" o where o."workshopId" = e."workshopId" and o."personId" = ${kept}::uuid)`
    await transaction.$executeRaw`
      update "Nudge" n set "personId" = ${kept}::uuid where n."personId" = ${from}::uuid
        and not exists(select 1 from "Nudge" o where o.day = n.day and o."personId" = ${kept}::uuid)`
    await transaction.$executeRaw`
      update "Membership" m set "personId" = ${kept}::uuid where m."personId" = ${from}::uuid and not exists(
        select 1 from "Membership" o where o."structureId" = m."structureId" and o.role = m.role and o."personId" = ${kept}::uuid)`
    await transaction.$executeRaw`
      update "Backpack" b set "personId" = ${kept}::uuid where b."personId" = ${from}::uuid
        and not exists(select 1 from "Backpack" o where o."personId" = ${kept}::uuid)`
    await transaction.$executeRaw`update "ImportedBadge" set "personId" = ${kept}::uuid where "personId" = ${from}::uuid`
    for (const table of ['Enrolment', 'Nudge', 'Membership', 'Backpack'] as const)
      await transaction.$executeRawUnsafe(`delete from "${table}" where "personId" = $1::uuid`, from)
    await transaction.$executeRaw`update "Project" set "openedBy" = ${kept}::uuid where "openedBy" = ${from}::uuid`
    // what was said and done is held of the person who stays: « mes données » and « oublier » find it
    await transaction.$executeRaw`update "Outbox" set "personId" = ${kept}::uuid where "personId" = ${from}::uuid`
    await transaction.$executeRaw`
      update "AuditEvent" set actor = case actor when ${from} then ${kept} else actor end, subject = case subject when ${from} then ${kept} else subject end
      where actor = ${from} or subject = ${from}`
    await transaction.$executeRaw`update "Link" set "usedBy" = ${kept}::uuid where "usedBy" = ${from}::uuid`
    await transaction.$executeRaw`delete from "Link" where subject = ${from} and kind in ('channel', 'trainer-page', 'trainer-session', 'roster')`
    await transaction.$executeRaw`
      update "Person" p set version = p.version + 1, name = coalesce(p.name, f.name), email = coalesce(p.email, f.email),
        "structureId" = coalesce(p."structureId", f."structureId"), "seenAt" = coalesce(p."seenAt", f."seenAt"), "stoppedAt" = null
      from "Person" f where p.id = ${kept}::uuid and f.id = ${from}::uuid`
    await transaction.$executeRaw`
      update "Person" set version = version + 1, name = null, email = null, focus = null, "erasedAt" = ${at} where id = ${from}::uuid`
    const mark = { id: `joined:${from}`, at, actor: kept, action: 'people joined', subject: kept, through: null }
    await transaction.auditEvent.create({ data: mark })
    return 'joined'
  })
}

/** Has a role, or gave a word for somebody. The same rule as `linked` in core/data/readWorkshop.ts, which asks before. */
async function isTied(transaction: Transaction, person: string): Promise<boolean> {
  const [found] = await transaction.$queryRaw<{ tied: boolean }[]>`
    select exists(select 1 from "Membership" where "personId" = ${person}::uuid and role <> 'learner')
      or exists(select 1 from "Endorsement" where "endorserId" = ${person}::uuid) as tied`
  return found!.tied
}

/** Where both have begun a badge, the claim that is not gone on with. Undefined: both have sent one, and neither may go. */
async function dropped(transaction: Transaction, { kept, from, drafts }: Joining): Promise<string[] | undefined> {
  const claims = await transaction.$queryRaw<{ id: string; personId: string; badgeId: string; sent: boolean }[]>`
    select id, "personId", "badgeId", jsonb_array_length(sendings) > 0 and sendings->-1->>'takenBackAt' is null as sent
    from "Claim" where "personId" in (${kept}::uuid, ${from}::uuid) and "withdrawnAt" is null for update`
  const ids: string[] = []
  for (const same of Map.groupBy(claims, (claim) => claim.badgeId).values()) {
    if (new Set(same.map((claim) => claim.personId)).size < 2) continue
    const sent = same.filter((claim) => claim.sent)
    if (new Set(sent.map((claim) => claim.personId)).size === 2) return undefined
    const other = drafts === 'kept' ? from : kept
    // what was sent stays, whichever draft was chosen
    ids.push(...same.filter((claim) => !claim.sent && (sent.length > 0 || claim.personId === other)).map((claim) => claim.id))
  }
  return ids
}

/** A word that the one gave for the other was about their own work: it does not count. What was issued already is for an operator. */
async function voidOwnWords(transaction: Transaction, { kept, from }: Joining, at: Date): Promise<void> {
  await transaction.$executeRaw`
    update "Endorsement" e set "withdrawnAt" = ${at} from "Claim" c
    where c.id = e."claimId" and c."personId" = ${from}::uuid and e."endorserId" = ${kept}::uuid and e."withdrawnAt" is null
      and not exists(select 1 from "Issuance" i where i."claimId" = c.id)`
}
