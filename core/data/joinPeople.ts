// Two accounts turn out to be one person: everything of the one goes to the other, in one transaction, or nothing does. Claims stay what
// they are; only whose they are changes. By one yes nobody's role or word for others is moved: a link may come from anybody. With a yes on both sides they are: whoever
// gave the code was asked about the one who opened it, and the other way round, each by the name and the place that the platform says, so neither a
// code that was overheard nor one that was sent to somebody as bait joins two people.
import type { PrismaClient } from './generated/client.ts'
import { tieOf } from './tie.ts'

/** `kept` goes on as the person, `from` is nobody afterwards. `drafts`: whose stay, where both have begun the same badge. `both`: each side said yes to the other by name. */
export type Joining = { kept: string; from: string; drafts: 'kept' | 'from'; both?: boolean }

type Transaction = Pick<PrismaClient, '$executeRaw' | '$queryRaw' | '$queryRawUnsafe' | 'auditEvent'>

/** `refused`: one of them is gone, `from` has a role or gave a word, or both sent the same badge and it is not issued; nothing was changed then. */
export async function joinPeople(prisma: PrismaClient, joining: Joining, at: Date): Promise<'joined' | 'refused'> {
  const { kept, from } = joining
  return prisma.$transaction(async (transaction) => {
    // a turn of either that has read them before is lost, and is taken again: their version changes
    const alive = await transaction.$queryRaw<{ id: string }[]>`
      select id from "Person" where id in (${kept}::uuid, ${from}::uuid) and "erasedAt" is null order by id for update`
    if (alive.length < 2 || (!joining.both && (await isTied(transaction, from)))) return 'refused'
    const drop = await dropped(transaction, joining)
    if (!drop) return 'refused'
    await transaction.$executeRaw`
      update "Claim" set "withdrawnAt" = ${at}, "remindAt" = null, version = version + 1 where id = any(${drop}::uuid[])`
    await voidOwnWords(transaction, joining, at)
    await transaction.$executeRaw`update "Endorsement" set "endorserId" = ${kept}::uuid where "endorserId" = ${from}::uuid`
    await transaction.$executeRaw`update "Decision" set "by" = ${kept}::uuid where "by" = ${from}::uuid`
    await transaction.$executeRaw`update "Review" set "by" = ${kept}::uuid where "by" = ${from}::uuid`
    await transaction.$executeRaw`update "ClaimCode" set "madeBy" = ${kept}::uuid where "madeBy" = ${from}::uuid`
    await transaction.$executeRaw`update "Workshop" set "openedBy" = ${kept}::uuid, version = version + 1 where "openedBy" = ${from}::uuid`
    await transaction.$executeRaw`update "Claim" set "witnessId" = ${kept}::uuid, version = version + 1 where "witnessId" = ${from}::uuid`
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
    await transaction.$executeRaw`update "Plea" set "personId" = ${kept}::uuid where "personId" = ${from}::uuid`
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
    await transaction.$executeRaw`update "Link" set subject = ${kept} where subject = ${from} and kind = 'added'`
    await transaction.$executeRaw`delete from "Link" where subject = ${from} and kind in ('channel', 'both-sides', 'first-side', 'trainer-page', 'trainer-session', 'tab-session', 'roster')`
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

async function isTied(transaction: Transaction, person: string): Promise<boolean> {
  const [found] = await transaction.$queryRawUnsafe<{ tie: string | null }[]>(`select ${tieOf('$1::uuid')} as tie`, person)
  return found!.tie !== null
}

/** Where both have begun a badge, the claim that is not gone on with. Undefined: both have sent one, neither is issued, and neither may go. */
async function dropped(transaction: Transaction, { kept, from, drafts }: Joining): Promise<string[] | undefined> {
  const claims = await transaction.$queryRaw<{ id: string; personId: string; badgeId: string; sent: boolean; issued: boolean }[]>`
    select id, "personId", "badgeId", jsonb_array_length(sendings) > 0 and sendings->-1->>'takenBackAt' is null as sent,
      exists(select 1 from "Issuance" i where i."claimId" = "Claim".id and i.state = 'issued') as issued
    from "Claim" where "personId" in (${kept}::uuid, ${from}::uuid) and "withdrawnAt" is null for update`
  const ids: string[] = []
  for (const same of Map.groupBy(claims, (claim) => claim.badgeId).values()) {
    if (new Set(same.map((claim) => claim.personId)).size < 2) continue
    // a badge that is there stays, on both sides too
    const sent = same.filter((claim) => claim.sent && !claim.issued)
    const stays = same.some((claim) => claim.sent || claim.issued)
    if (new Set(sent.map((claim) => claim.personId)).size === 2) return undefined
    const other = drafts === 'kept' ? from : kept
    // what was sent stays, whichever draft was chosen
    ids.push(...same.filter((claim) => !claim.sent && !claim.issued && (stays || claim.personId === other)).map((claim) => claim.id))
  }
  return ids
}

/**
 * A word that the one gave for the other, as a witness or as a juror, and a decision that the one took about the other's claim, was about
 * their own work: it does not count, nor does what a jury decided with it. A request that was only opened was no word yet: it ends, and
 * somebody else is asked. What was issued already stands until somebody revokes it: it is marked, and its trainers are told
 * (bots/jobs/joinPeople.ts).
 */
async function voidOwnWords(transaction: Transaction, { kept, from }: Joining, at: Date): Promise<void> {
  const ended = await transaction.$queryRaw<{ claim: string; given: boolean }[]>`
    update "Endorsement" e set "withdrawnAt" = ${at} from "Claim" c
    where c.id = e."claimId" and e."withdrawnAt" is null
      and ((c."personId" = ${from}::uuid and e."endorserId" = ${kept}::uuid) or (c."personId" = ${kept}::uuid and e."endorserId" = ${from}::uuid))
      and not exists(select 1 from "Issuance" i where i."claimId" = c.id) returning c.id as claim, e.verdict is not null as given`
  const decided = await transaction.$queryRaw<{ claim: string }[]>`
    delete from "Decision" d using "Claim" c
    where c.id = d."claimId" and ((c."personId" = ${from}::uuid and d."by" = ${kept}::uuid) or (c."personId" = ${kept}::uuid and d."by" = ${from}::uuid))
      and not exists(select 1 from "Issuance" i where i."claimId" = c.id) returning c.id as claim`
  // a jury's decision is nobody's: one that was made with such a word goes as well, and the words of the others are counted again
  const byJury = await transaction.$queryRaw<{ claim: string }[]>`
    delete from "Decision" d using "Claim" c
    where c.id = d."claimId" and d."by" is null and d.through <> 'automatic' and not exists(select 1 from "Issuance" i where i."claimId" = c.id)
      and exists(select 1 from "Review" r where r."claimId" = c.id and r.at <= d.at and r.at >= (c.sendings->-1->>'at')::timestamptz and ((c."personId" = ${from}::uuid and r."by" = ${kept}::uuid) or (c."personId" = ${kept}::uuid and r."by" = ${from}::uuid))) returning c.id as claim`
  const spoken = await transaction.$queryRaw<{ claim: string }[]>`
    delete from "Review" r using "Claim" c where c.id = r."claimId" and ((c."personId" = ${from}::uuid and r."by" = ${kept}::uuid) or (c."personId" = ${kept}::uuid and r."by" = ${from}::uuid))
      and not exists(select 1 from "Issuance" i where i."claimId" = c.id) returning c.id as claim`
  const given = new Set([...ended.filter((one) => one.given), ...decided, ...byJury, ...spoken].map(({ claim }) => claim))
  const opened = new Set(ended.map(({ claim }) => claim)).difference(given)
  for (const claim of given)
    await mark(transaction, `own-word-void:${from}:${claim}`, { at, actor: kept, action: 'own word void', subject: claim })
  for (const claim of opened)
    await mark(transaction, `own-request-ended:${from}:${claim}`, { at, actor: kept, action: 'own request ended', subject: claim })
  const issued = await transaction.$queryRaw<{ id: string }[]>`
    select distinct c.id from "Claim" c join "Issuance" i on i."claimId" = c.id
    where exists(select 1 from "Endorsement" e where e."claimId" = c.id and e."withdrawnAt" is null and e.verdict = 'yes'
        and ((c."personId" = ${from}::uuid and e."endorserId" = ${kept}::uuid) or (c."personId" = ${kept}::uuid and e."endorserId" = ${from}::uuid)))
      or exists(select 1 from "Review" r where r."claimId" = c.id
        and ((c."personId" = ${from}::uuid and r."by" = ${kept}::uuid) or (c."personId" = ${kept}::uuid and r."by" = ${from}::uuid)))
      or exists(select 1 from "Decision" d where d."claimId" = c.id
        and ((c."personId" = ${from}::uuid and d."by" = ${kept}::uuid) or (c."personId" = ${kept}::uuid and d."by" = ${from}::uuid)))`
  for (const { id } of issued)
    await mark(transaction, `own-word-issued:${from}:${id}`, { at, actor: kept, action: 'own word on an issued badge', subject: id })
}

const mark = (transaction: Transaction, id: string, what: { at: Date; actor: string; action: string; subject: string }) =>
  transaction.auditEvent.create({ data: { id, ...what, through: null } })

/** Claims on which a joining found its person's own word: void, only asked for, or on a badge that was there already. */
export type OwnWords = { voided: string[]; ended: string[]; issued: string[] }

/** The same whenever it is asked. */
export async function ownWords(prisma: PrismaClient, from: string): Promise<OwnWords> {
  const claims = async (what: string) => {
    const marks = await prisma.auditEvent.findMany({ where: { id: { startsWith: `${what}:${from}:` } }, select: { subject: true } })
    return marks.flatMap(({ subject }) => subject ?? [])
  }
  const [voided, ended, issued] = await Promise.all(['own-word-void', 'own-request-ended', 'own-word-issued'].map(claims))
  return { voided: voided!, ended: ended!, issued: issued! }
}

/** Whom they became; undefined: they are themselves. */
export async function joinedInto(prisma: PrismaClient, person: string): Promise<string | undefined> {
  const found = await prisma.auditEvent.findUnique({ where: { id: `joined:${person}` }, select: { actor: true } })
  return found?.actor ?? undefined
}
