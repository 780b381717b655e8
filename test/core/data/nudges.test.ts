// Nudges in the database: planned once, marked before they are sent, and a broadcast that was on its way when its process ended is lost.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCommitter } from '../../../core/data/commit.ts'
import type { Database } from '../../../core/data/database.ts'
import { openJobs } from '../../../core/data/jobs.ts'
import { dropNudges, planNudges, takeNudges } from '../../../core/data/nudges.ts'
import { openOutbox } from '../../../core/data/outbox.ts'
import { readWorkshops } from '../../../core/data/readWorkshop.ts'
import type { Claim, Person, Workshop } from '../../../core/model/rows.ts'
import { claimTree } from '../issuing/claim.ts'
import { insert } from '../../setup/insertClaim.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'

const NOW = '2026-03-03T17:00:00.000Z'
const uuid = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`
const plan = (workshop: string, now = NOW, round = 0) => planNudges(database.pool, { workshop, round, now, timeZone: 'Europe/Paris' })
const A = uuid(9, 1)
const B = uuid(9, 2)
const TRAINER = uuid(1, 90)

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
  const jobs = await openJobs(database.pool, () => undefined)
  await jobs.stop()
  const { prisma } = database
  await prisma.organisation.create({ data: { id: 'insertion-reseau', name: 'Réseau' } })
  for (const id of ['nord', 'sud']) await prisma.structure.create({ data: { id, name: id, organisationId: 'insertion-reseau' } })
  await prisma.badge.create({ data: { id: 'travailler-en-equipe', organisationId: 'insertion-reseau' } })
  await prisma.badgeVersion.create({ data: { id: 'x', badgeId: 'travailler-en-equipe', number: 1, meaning: {} } })
  await insert(database, 'Person', [person(1), person(2), person(3, { stoppedAt: NOW }), person(4), person(5), person(90), person(91)])
  const account = (n: number, unreachableAt: string | null = null) => ({
    ...{ channel: 'telegram', externalId: `${n}`, personId: uuid(1, n), chat: `${n}`, profileName: null, unreachableAt, seenAt: NOW },
  })
  await insert(database, 'Account', [account(1), account(2), account(3), account(4, NOW), account(5), account(90)])
  await insert(database, 'Membership', [
    { personId: TRAINER, structureId: 'nord', role: 'trainer', since: NOW },
    { personId: uuid(1, 91), structureId: 'sud', role: 'trainer', since: NOW },
  ])
  await insert(database, 'Workshop', [workshop(A, 'lune 42'), workshop(B, 'mer 10')])
  await insert(
    database,
    'Enrolment',
    [1, 2, 3, 4, 5].map((n) => ({ workshopId: A, personId: uuid(1, n), at: NOW, through: 'telegram' })),
  )
  await insert(
    database,
    'Enrolment',
    [1, 2].map((n) => ({ workshopId: B, personId: uuid(1, n), at: NOW, through: 'telegram' })),
  )
  // the second has sent; the fifth took it back, and was reminded twice
  await insert(database, 'Claim', [
    claim(1, {}),
    claim(2, { sendings: [{ at: NOW, through: 'telegram' }] }),
    claim(5, { sendings: [{ at: NOW, through: 'telegram', takenBackAt: NOW }], reminders: 2 }),
  ])
})
afterAll(() => database?.stop())
beforeEach(() => database.pool.query('delete from "Nudge"'))

test('who has not finished and can be reached, once a day, whichever workshop asks', async () => {
  expect(await plan(A)).toBe(2)
  expect(await plan(A)).toBe(0)
  expect(await plan(B), 'nudged by another workshop the same day').toBe(0)
  const rows = await database.prisma.nudge.findMany({ orderBy: { personId: 'asc' } })
  expect(rows.map((n) => n.personId)).toEqual([uuid(1, 1), uuid(1, 5)])
  expect(await plan(A, '2026-03-04T17:00:00.000Z', 1), 'not a third reminder').toBe(1)
  // five to midnight in Paris is still the same day
  expect(await plan(B, '2026-03-04T22:55:00.000Z', 1)).toBe(0)
  expect(await plan(B, '2026-03-04T23:05:00.000Z', 1)).toBe(1)
})

test('planned by two processes at once, each person is planned once', async () => {
  const planned = await Promise.all([plan(A), plan(A), plan(B), plan(A)])
  expect(planned.reduce((sum, n) => sum + n)).toBe(2)
})

test('each is taken once, marked before it leaves; a paused or ended workshop sends nothing', async () => {
  await plan(A)
  const set = (column: 'pausedAt' | 'closedAt', at: string | null) =>
    database.pool.query(`update "Workshop" set "${column}" = $1 where id = $2`, [at, A])
  const take = (quiet = false) => takeNudges(database.pool, { now: NOW, quiet, most: 1 })
  await set('pausedAt', NOW)
  expect(await take()).toEqual([])
  await set('pausedAt', null)
  const taken = [...(await take()), ...(await take(true)), ...(await take())]
  expect(new Set(taken.map(({ nudge }) => nudge.personId)).size).toBe(2)
  expect(taken.map(({ nudge }) => [nudge.day, nudge.markedAt !== null])).toEqual([
    ['2026-03-03', true],
    ['2026-03-03', true],
  ])
  expect(taken.map(({ claim: id }) => id).sort()).toEqual([uuid(2, 1), uuid(2, 5)])
  await plan(A, '2026-03-05T12:00:00.000Z', 1)
  expect(await take(true), 'a follow-up waits for the hours in which people are written to').toEqual([])
  await set('closedAt', NOW)
  expect(await take()).toEqual([])
  await dropNudges(database.pool)
  expect(await database.prisma.nudge.count({ where: { markedAt: null } })).toBe(0)
  await set('closedAt', null)
})

test('a broadcast that was on its way when its process ended is lost, a reply is sent again', async () => {
  const commit = await openCommitter(database.pool, 'here', 0)
  const message = (id: string, broadcast?: true) => ({
    id,
    to: `telegram:${id}`,
    personId: null,
    body: { text: id, broadcast },
    at: NOW,
    nextAt: null,
  })
  await commit({ event: 'e', at: NOW, clock: NOW, writes: [], messages: [message('reply'), message('nudge', true)], jobs: [] })
  const other = openOutbox(database.pool, 'there', 0)
  expect((await other.lease(NOW)).map(({ id }) => id)).toEqual(['reply'])
  await other.takeBack(0, [])
  const lost = await database.prisma.outbox.findUniqueOrThrow({ where: { id: 'nudge' } })
  expect(lost.failure).toContain('on its way')
  expect((await other.lease(NOW)).map(({ id }) => id)).not.toContain('nudge')
})

test('a trainer of another structure reads neither names nor people', async () => {
  const wanted = {
    workshop: null,
    code: null,
    spoken: null,
    group: null,
    mine: true,
    people: false,
    other: uuid(1, 1),
    now: NOW,
    timeZone: 'Europe/Paris',
  }
  const own = await readWorkshops(database.pool, { ...wanted, me: TRAINER })
  expect([own.workshops.length, own.structures.map((s) => s.id), own.other?.id]).toEqual([2, ['nord'], uuid(1, 1)])
  const others = await readWorkshops(database.pool, { ...wanted, me: uuid(1, 91) })
  expect([others.workshops, others.structures.map((s) => s.id), others.other]).toEqual([[], ['sud'], null])
  const learner = await readWorkshops(database.pool, { ...wanted, mine: false, me: uuid(1, 1), other: TRAINER })
  expect(learner.other?.id).toBe(TRAINER)
})

test('what was said aloud ends with the day after its workshop', async () => {
  const read = (now: string) =>
    readWorkshops(database.pool, {
      me: null,
      workshop: null,
      code: null,
      spoken: 'lune 42',
      group: null,
      mine: false,
      people: false,
      other: null,
      now,
      timeZone: 'Europe/Paris',
    })
  expect((await read(NOW)).workshop?.id).toBe(A)
  expect((await read('2026-03-05T17:01:00.000Z')).workshop).toBeNull()
})

function person(n: number, changes: Partial<Person> = {}): Person {
  return {
    ...{ id: uuid(1, n), version: 1, name: `P${n}`, nameConfirmed: true, role: null, language: 'fr', address: null, structureId: null },
    ...{ focus: null, said: {}, email: null, stoppedAt: null, seenAt: NOW, erasedAt: null, createdAt: NOW },
    ...changes,
  }
}

function workshop(id: string, spoken: string): Workshop {
  return {
    ...{
      id,
      version: 1,
      structureId: 'nord',
      organisationId: 'insertion-reseau',
      openedBy: TRAINER,
      name: 'Atelier',
      code: `code ${spoken}`,
    },
    ...{
      badges: ['travailler-en-equipe'],
      spoken,
      openedAt: NOW,
      endsAt: NOW,
      closedAt: null,
      pausedAt: null,
      group: null,
      sentence: null,
      sentenceIn: null,
    },
    ...{ followUps: [1, 7], nudgeAt: NOW, tellAt: null, nudges: 1, cancelled: 0, boards: [] },
  }
}

function claim(n: number, changes: Partial<Claim>): Claim {
  const { answers: _a, evidence: _e, consents: _c, endorsements: _n, decisions: _d, issuances: _i, ...row } = claimTree()
  return {
    ...row,
    id: uuid(2, n),
    personId: uuid(1, n),
    token: `token${n}`,
    structureId: 'nord',
    workshopId: A,
    sendings: [],
    reminders: 0,
    ...changes,
  }
}
