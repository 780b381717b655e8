// Data protection: everything that is held of a person, and its erasure.
import { Prisma, type PrismaClient } from './generated/client.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A person by their own id or, as operators know it, by the id of one of their claims (with or without `urn:uuid:`). */
export async function findPerson(prisma: PrismaClient, id: string): Promise<string | undefined> {
  const uuid = id.toLowerCase().replace(/^urn:uuid:/, '')
  if (!UUID.test(uuid)) return undefined
  const person = await prisma.person.findUnique({ where: { id: uuid }, select: { id: true } })
  return person?.id ?? (await prisma.claim.findUnique({ where: { id: uuid }, select: { personId: true } }))?.personId
}

const PARTS = {
  project: true,
  answers: true,
  evidence: true,
  consents: true,
  endorsements: true,
  decisions: true,
  // what was said of them; who said it is the jury's business
  reviews: { select: { outcome: true, reason: true, at: true } },
  issuances: true,
} as const

/** Every row that is about the person, as it is kept. Files of evidence are named in it, and lie in the evidence store. */
export async function exportPerson(prisma: PrismaClient, id: string) {
  const include = {
    accounts: true,
    memberships: true,
    claims: { include: PARTS },
    endorsements: true,
    backpack: true,
    imported: true,
    pleas: true,
  } as const
  const person = await prisma.person.findUniqueOrThrow({ where: { id }, include })
  const subjects = [id, ...person.claims.map((claim) => claim.id)]
  const [messages, audit, reviewsGiven, codesMade] = await Promise.all([
    prisma.outbox.findMany({ where: { personId: id }, orderBy: { seq: 'asc' }, select: { to: true, body: true, at: true, sentAt: true } }),
    prisma.auditEvent.findMany({ where: { OR: [{ actor: id }, { subject: { in: subjects } }] }, orderBy: { at: 'asc' } }),
    prisma.review.findMany({ where: { by: id }, orderBy: { at: 'asc' } }),
    prisma.claimCode.findMany({ where: { madeBy: id }, orderBy: { madeAt: 'asc' } }),
  ])
  const { endorsements, ...rest } = person
  return { person: rest, endorsementsGiven: endorsements, reviewsGiven, codesMade, messages, audit }
}

/**
 * Erases the person, their claims and everything that belongs to them, files of evidence first (`removeFile` takes a name in the
 * evidence store). What they confirmed for others stays, without their name. Safe to repeat after a failure.
 */
export async function erasePerson(
  prisma: PrismaClient,
  id: string,
  { removeFile, through, at = new Date() }: { removeFile: (name: string) => Promise<void>; through: string; at?: Date },
): Promise<void> {
  for (const name of await filesOf(prisma, id)) await removeFile(name)
  await prisma.$transaction(async (transaction) => {
    const accounts = await transaction.account.findMany({ where: { personId: id }, select: { channel: true, chat: true } })
    for (const { channel, chat } of accounts) await transaction.conversation.deleteMany({ where: { channel, chat } })
    const requests = await transaction.endorsement.findMany({ where: { claim: { personId: id } }, select: { id: true } })
    await forgetQuotations(transaction, id)
    await transaction.link.deleteMany({ where: { subject: { in: requests.map((request) => request.id) } } })
    await transaction.link.deleteMany({
      where: {
        kind: { in: ['trainer-page', 'trainer-session', 'tab-session', 'channel', 'both-sides', 'first-side', 'added'] },
        subject: id,
      },
    })
    await transaction.link.updateMany({ where: { usedBy: id }, data: { usedBy: null, name: null } })
    await transaction.endorsement.updateMany({
      where: { endorserId: id },
      data: {
        ...{ name: null, role: null, organisation: null, anonymous: true, mailTo: null },
        ...{ proof: Prisma.DbNull, verified: Prisma.DbNull, traces: Prisma.DbNull, credential: Prisma.DbNull },
      },
    })
    await transaction.claim.updateMany({ where: { witnessId: id }, data: { witnessId: null } })
    await transaction.link.deleteMany({ where: { kind: 'roster', subject: id } })
    await leaveProjects(transaction, id)
    // a jury's decision stays the jury's, without their name
    await transaction.$executeRaw`
      update "Decision" d set "byName" = case c.language when 'en' then 'The jury' else 'Le jury' end from "Claim" c
      where c.id = d."claimId" and d.by is null and d."byName" is not null
        and exists(select 1 from "Review" r where r."claimId" = c.id and r.by = ${id}::uuid)`
    await transaction.review.updateMany({ where: { by: id }, data: { by: null, byName: null } })
    await transaction.claimCode.updateMany({ where: { madeBy: id }, data: { madeBy: null, madeByName: null, endedAt: at } })
    await transaction.decision.updateMany({ where: { by: id }, data: { by: null, byName: null } })
    await transaction.nudge.deleteMany({ where: { personId: id } })
    // what still waits to be sent says that everything is erased
    await transaction.outbox.deleteMany({ where: { personId: id, OR: [{ sentAt: { not: null } }, { failure: { not: null } }] } })
    await transaction.outbox.updateMany({ where: { personId: id }, data: { personId: null } })
    // a badge that was taken back stays so wherever it was kept: its place in the list says nothing of whose it was
    await transaction.$executeRaw`
      insert into "RevokedPlace" ("statusIndex", "organisationId") select i."statusIndex", c."organisationId" from "Issuance" i join "Claim" c on c.id = i."claimId"
      where c."personId" = ${id}::uuid and c."revokedAt" is not null and i."statusIndex" is not null on conflict do nothing`
    // accounts, memberships, and claims with all their parts go with the row
    await transaction.person.deleteMany({ where: { id } })
    const event = { id: `erased:${id}`, at, action: 'person.erased', subject: id, through }
    await transaction.auditEvent.upsert({ where: { id: event.id }, create: event, update: {} })
  })
}

/** What tutors and trainers were shown of the person's claims: their words stand in those messages, whose buttons name the claim. */
async function forgetQuotations(transaction: Pick<PrismaClient, '$executeRaw'>, id: string): Promise<void> {
  await transaction.$executeRaw`
    with mine as (select id, "structureId" from "Claim" where "personId" = ${id}::uuid),
      asked as (select e.id, e."endorserId" from "Endorsement" e join mine on e."claimId" = mine.id),
      readers as (
        select "endorserId" as id from asked where "endorserId" is not null
        union select m."personId" from "Membership" m join mine on m."structureId" = mine."structureId" where m.role = 'trainer'),
      about as (select array_agg('%' || replace(n.id::text, '-', '') || '%') as ids from (select id from mine union select id from asked) n)
    delete from "Outbox" o using readers, about
    where o."personId" = readers.id and readers.id <> ${id}::uuid and o.body::text like any(about.ids)`
  // what they asked others for help, and answered them: those messages' buttons name the person
  await transaction.$executeRaw`
    with pairs as (select c."personId" as id from "Plea" l join "Claim" c on c.id = l."claimId" where l."personId" = ${id}::uuid
      union select l."personId" from "Plea" l join "Claim" c on c.id = l."claimId" where c."personId" = ${id}::uuid)
    delete from "Outbox" o using pairs where o."personId" = pairs.id and o.body::text like ${`%h.${id.replaceAll('-', '')}.%`}`
  // and lists of who can be asked for help, in which their first name stands
  await transaction.$executeRaw`
    with mine as (select c.id, k.choice from "Claim" c join "Consent" k on k."claimId" = c.id where c."personId" = ${id}::uuid and k.what = 'found'),
      readers as (select p.id from "Person" p join mine on p."structureId" = mine.choice
        union select m."personId" from "Membership" m join mine on m."structureId" = mine.choice),
      about as (select array_agg('%f.' || replace(mine.id::text, '-', '') || '.%') as ids from mine)
    delete from "Outbox" o using readers, about where o."personId" = readers.id and o.body::text like any(about.ids)`
  // letters are about a request, and may be to somebody who never spoke to us
  await transaction.$executeRaw`
    delete from "Outbox" o using "Endorsement" e join "Claim" c on c.id = e."claimId"
    where c."personId" = ${id}::uuid and o."to" = 'mail:' || e.id`
}

/** Their files; what they gave to a group stays with whoever took it. */
async function filesOf(prisma: PrismaClient, personId: string): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ file: string; thumbnail: string | null }[]>`
    select e.file, e.thumbnail from "Evidence" e join "Claim" c on c.id = e."claimId" where c."personId" = ${personId}::uuid and e.file is not null
      and not exists(select 1 from "Evidence" o join "Claim" d on d.id = o."claimId" where o.file = e.file and d."personId" <> c."personId")`
  return rows.flatMap(({ file, thumbnail }) => (thumbnail ? [file, thumbnail] : [file]))
}

/** What they told of a project stays for its members, without whose words it was; a project of nobody goes. */
async function leaveProjects(transaction: Pick<PrismaClient, 'project' | 'link'>, id: string): Promise<void> {
  const mine = { OR: [{ openedBy: id }, { claims: { some: { personId: id } } }] }
  const alone = await transaction.project.findMany({
    where: { ...mine, workshopId: null, claims: { none: { personId: { not: id } } } },
    select: { id: true },
  })
  const ids = alone.map((project) => project.id)
  await transaction.link.deleteMany({ where: { kind: 'project', subject: { in: ids } } })
  await transaction.project.deleteMany({ where: { id: { in: ids } } })
  await transaction.project.updateMany({ where: { openedBy: id }, data: { openedBy: null } })
}
