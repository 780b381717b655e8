// Two accounts that turn out to be one person: all of it moves, or nothing does.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import { joinedInto, joinPeople, ownWords } from '../../../core/data/joinPeople.ts'
import { exportPerson } from '../../../core/data/people.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'

const AT = new Date('2026-11-10T10:00:00Z')
const LATER = new Date('2026-11-11T10:00:00Z')
const SENT = [{ at: AT.toISOString(), through: 'telegram' }]

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
  const { prisma } = database
  await prisma.organisation.create({ data: { id: 'o', name: 'O' } })
  await prisma.structure.create({ data: { id: 's', name: 'S', organisationId: 'o' } })
  for (const badge of ['a', 'b']) {
    await prisma.badge.create({ data: { id: badge, organisationId: 'o' } })
    await prisma.badgeVersion.create({ data: { id: badge, badgeId: badge, number: 1, meaning: {} } })
  }
})
afterAll(() => database?.stop())

async function person(name: string): Promise<string> {
  const id = randomUUID()
  await database.prisma.person.create({ data: { id, version: 1, name, nameConfirmed: true, language: 'fr', said: {}, createdAt: AT } })
  await database.prisma.account.create({ data: { channel: 'c', externalId: id, personId: id, chat: id, seenAt: AT } })
  return id
}

async function claim(personId: string, badge: string, sendings: object[] = []): Promise<string> {
  const id = randomUUID()
  const data = { id, version: 1, personId, organisationId: 'o', structureId: 's', badgeId: badge, badgeVersionId: badge, token: id }
  const more = { language: 'fr', openedAt: AT, openedThrough: 'c', reminders: 0, touchedAt: AT, sendings }
  await database.prisma.claim.create({ data: { ...data, ...more } })
  return id
}

const stands = async (personId: string) =>
  (await database.prisma.claim.findMany({ where: { personId, withdrawnAt: null }, select: { id: true } })).map(({ id }) => id).toSorted()

/** A workshop that all of them joined. */
async function workshop(...people: string[]): Promise<string> {
  const id = randomUUID()
  const more = { openedAt: AT, endsAt: AT, followUps: [], boards: [], nudges: 0 }
  await database.prisma.workshop.create({
    data: { id, version: 1, structureId: 's', organisationId: 'o', openedBy: randomUUID(), name: 'W', badges: ['a'], code: id, ...more },
  })
  await database.prisma.enrolment.createMany({ data: people.map((personId) => ({ workshopId: id, personId, at: AT, through: 'c' })) })
  return id
}

test('claims, accounts, workshops and what was said go over, and « mes données » finds them', async () => {
  const { prisma } = database
  const [kept, from] = [await person('Awa'), await person('Awa du navigateur')]
  const [one, two] = [await claim(kept, 'a'), await claim(from, 'b')]
  await workshop(kept, from)
  await workshop(from)
  await prisma.membership.create({ data: { personId: from, structureId: 's', role: 'learner', since: AT } })
  await prisma.outbox.create({ data: { id: randomUUID(), to: 'c:x', personId: from, body: { text: 'Bonjour' }, at: AT } })
  await prisma.auditEvent.create({ data: { id: randomUUID(), at: AT, actor: from, action: 'opened', subject: two } })
  expect(await joinPeople(prisma, { kept, from, drafts: 'kept' }, LATER)).toBe('joined')
  expect(await stands(kept)).toEqual([one, two].toSorted())
  const held = await exportPerson(prisma, kept)
  expect(held.person.accounts).toHaveLength(2)
  expect(held.messages).toHaveLength(1)
  expect(held.audit.some(({ action, actor }) => action === 'opened' && actor === kept)).toBe(true)
  expect(await prisma.enrolment.count({ where: { personId: kept } })).toBe(2)
  expect(await prisma.membership.count({ where: { personId: kept } })).toBe(1)
  expect(await prisma.person.findUnique({ where: { id: from } })).toMatchObject({ name: null, erasedAt: LATER })
  // a second time finds nobody
  expect(await joinPeople(prisma, { kept, from, drafts: 'from' }, LATER)).toBe('refused')
  expect(await stands(kept)).toHaveLength(2)
})

test.each([
  ['kept', 0],
  ['from', 1],
] as const)('of two drafts of one badge, those of « %s » stay', async (drafts, which) => {
  const [kept, from] = [await person('Ali'), await person('Ali')]
  const both = [await claim(kept, 'a'), await claim(from, 'a')]
  expect(await joinPeople(database.prisma, { kept, from, drafts }, LATER)).toBe('joined')
  expect(await stands(kept)).toEqual([both[which]])
  expect(await database.prisma.claim.count({ where: { personId: kept } })).toBe(2)
})

test('what was sent stays, whichever draft was chosen', async () => {
  const [kept, from] = [await person('Eve'), await person('Eve')]
  await claim(kept, 'a')
  const sent = await claim(from, 'a', SENT)
  expect(await joinPeople(database.prisma, { kept, from, drafts: 'kept' }, LATER)).toBe('joined')
  expect(await stands(kept)).toEqual([sent])
})

test('a word that the one gave for the other does not count any more', async () => {
  const { prisma } = database
  const [kept, from] = [await person('Tom'), await person('Tom')]
  const mine = await claim(from, 'a', SENT)
  const id = randomUUID()
  const word = { asked: 'tutor', askedAt: AT, standing: 'declared', anonymous: false, verdict: 'yes', at: AT, settledAt: AT }
  await prisma.endorsement.create({ data: { id, claimId: mine, endorserId: kept, ...word } })
  expect(await joinPeople(prisma, { kept, from, drafts: 'kept' }, LATER)).toBe('joined')
  expect(await prisma.endorsement.findUnique({ where: { id } })).toMatchObject({ withdrawnAt: LATER })
})

test('a badge that is there on both sides stays on both; beside one, what was sent stays, and a draft does not', async () => {
  const { prisma } = database
  const [kept, from] = [await person('Kim'), await person('Kim')]
  const there = [await claim(kept, 'a', SENT), await claim(from, 'a', SENT), await claim(from, 'b', SENT)]
  await claim(kept, 'b')
  await prisma.issuance.createMany({
    data: there.map((claimId) => ({ id: randomUUID(), claimId, backend: 'builtin', state: 'issued', at: AT, issuedAt: AT })),
  })
  expect(await joinPeople(prisma, { kept, from, drafts: 'kept', both: true }, LATER)).toBe('joined')
  expect(await stands(kept)).toEqual(there.toSorted())
  expect([await joinedInto(prisma, from), await joinedInto(prisma, kept)]).toEqual([kept, undefined])
})

test('a request that one of the two had only opened ends, and no word is said to be void', async () => {
  const { prisma } = database
  const [kept, from] = [await person('Zoé'), await person('Zoé')]
  const mine = await claim(kept, 'a', SENT)
  const id = randomUUID()
  await prisma.endorsement.create({
    data: { id, claimId: mine, endorserId: from, asked: 'tutor', askedAt: AT, standing: 'declared', anonymous: false },
  })
  expect(await joinPeople(prisma, { kept, from, drafts: 'kept', both: true }, LATER)).toBe('joined')
  expect(await prisma.endorsement.findUnique({ where: { id } })).toMatchObject({ withdrawnAt: LATER, endorserId: kept })
  expect(await ownWords(prisma, from)).toEqual({ voided: [], ended: [mine], issued: [] })
})

test('refused, and nothing changed: a role, a word for somebody, the same badge sent twice, somebody who is gone', async () => {
  const { prisma } = database
  const [trainer, tutor, twice, gone] = [await person('F'), await person('T'), await person('D'), await person('G')]
  await prisma.membership.create({ data: { personId: trainer, structureId: 's', role: 'trainer', since: AT } })
  const kept = await person('K')
  const sent = await claim(kept, 'a', SENT)
  await claim(twice, 'a', SENT)
  await prisma.endorsement.create({
    data: { id: randomUUID(), claimId: sent, endorserId: tutor, asked: 'tutor', askedAt: AT, standing: 'declared', anonymous: false },
  })
  await prisma.person.update({ where: { id: gone }, data: { erasedAt: AT } })
  for (const from of [trainer, tutor, twice, gone]) {
    expect(await joinPeople(prisma, { kept, from, drafts: 'kept' }, LATER)).toBe('refused')
    expect(await prisma.account.count({ where: { personId: from } })).toBe(1)
  }
  expect(await stands(kept)).toEqual([sent])
})

test('with a yes on both sides a role, words for others and workshops go along; a word or a decision for oneself does not', async () => {
  const { prisma } = database
  const [kept, from, other] = [await person('Léa'), await person('Léa'), await person('Max')]
  await prisma.membership.create({ data: { personId: from, structureId: 's', role: 'trainer', since: AT } })
  const [mine, theirs] = [await claim(kept, 'a', SENT), await claim(other, 'a', SENT)]
  const word = {
    asked: 'tutor',
    askedAt: AT,
    standing: 'declared',
    anonymous: false,
    verdict: 'yes',
    at: AT,
    settledAt: AT,
    endorserId: from,
  }
  const [own, given] = [randomUUID(), randomUUID()]
  await prisma.endorsement.createMany({
    data: [
      { id: own, claimId: mine, ...word },
      { id: given, claimId: theirs, ...word },
    ],
  })
  const decided = { by: from, byName: 'Léa', outcome: 'to-complete', at: AT, through: 'c' }
  await prisma.decision.createMany({
    data: [
      { id: randomUUID(), claimId: mine, ...decided },
      { id: randomUUID(), claimId: theirs, ...decided },
    ],
  })
  expect(await joinPeople(prisma, { kept, from, drafts: 'kept', both: true }, LATER)).toBe('joined')
  expect(await prisma.membership.count({ where: { personId: kept, role: 'trainer' } })).toBe(1)
  expect(await prisma.endorsement.findUnique({ where: { id: own } })).toMatchObject({ withdrawnAt: LATER })
  expect(await prisma.endorsement.findUnique({ where: { id: given } })).toMatchObject({ withdrawnAt: null, endorserId: kept })
  expect(await prisma.decision.findMany({ where: { by: { in: [kept, from] } } })).toMatchObject([{ claimId: theirs, by: kept }])
  expect(await ownWords(prisma, from)).toEqual({ voided: [mine], ended: [], issued: [] })
})
