// Nudges in the database: planned once, marked before they are sent, and a broadcast that was on its way when its process ended is lost.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCommitter } from '../../../core/data/commit.ts'
import type { Database } from '../../../core/data/database.ts'
import { openJobs } from '../../../core/data/jobs.ts'
import { dueReminders } from '../../../core/data/due.ts'
import { dropNudges, dueWorkshops, planNudges, takeNudges } from '../../../core/data/nudges.ts'
import { openOutbox } from '../../../core/data/outbox.ts'
import { PROGRESS } from '../../../core/data/progress.ts'
import { readWorkshops } from '../../../core/data/readWorkshop.ts'
import type { Account, Claim, Person, Workshop } from '../../../core/model/rows.ts'
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
  // five to midnight in Paris is still the same day, on which a nudge at the end would be told; a follow-up is the next day's
  expect(await plan(B, '2026-03-04T22:55:00.000Z', 0)).toBe(0)
  expect(await plan(B, '2026-03-04T22:55:00.000Z', 1)).toBe(1)
  expect(await plan(A, '2026-03-05T09:00:00.000Z', 1)).toBe(0)
  expect(await plan(A, '2026-03-05T23:05:00.000Z', 1)).toBe(1)
})

test('who is out of it: finished, stopped, blocked, erased, reminded twice; whatever a group’s progress says, planning says too', async () => {
  // each person is one combination of what can be true of them; claims of another workshop, another badge, withdrawn ones among them
  const sent = { sendings: [{ at: NOW, through: 'telegram' }] }
  const takenBack = { sendings: [{ at: NOW, through: 'telegram', takenBackAt: NOW }] }
  const kinds: Partial<Claim>[] = [
    ...[{}, sent, takenBack].flatMap((one) => [one, { ...one, workshopId: B }, { ...one, workshopId: null }]),
    ...[1, 2, 3].map((reminders) => ({ reminders })),
    ...[
      { ...sent, withdrawnAt: NOW },
      { withdrawnAt: NOW, reminders: 2 },
      { ...sent, badgeId: 'autre' },
      { ...sent, reminders: 2 },
    ],
  ]
  const sets = [[], ...kinds.flatMap((one, n) => [[one], ...kinds.slice(0, n).map((other) => [other, one])])]
  const C = uuid(9, 3)
  const people = [
    ...sets.map((claims) => ({ changes: {}, accounts: [null], claims })),
    ...[{ stoppedAt: NOW }, { erasedAt: NOW }].map((changes) => ({ changes, accounts: [null], claims: [{}] })),
    ...[[], [NOW], [NOW, null]].map((accounts) => ({ changes: {}, accounts, claims: [{}] })),
  ].map((one, n) => ({ ...one, id: 1000 + n }))
  await insert(
    database,
    'Person',
    people.map(({ id, changes }) => person(id, changes)),
  )
  await insert(
    database,
    'Account',
    people.flatMap(({ id, accounts }) => accounts.map((at, n) => account(id, at, `${id}-${n}`))),
  )
  await insert(database, 'Workshop', [workshop(C, 'sel 7')])
  await insert(
    database,
    'Enrolment',
    people.map(({ id }) => ({ workshopId: C, personId: uuid(1, id), at: NOW, through: 'telegram' })),
  )
  await insert(
    database,
    'Claim',
    people.flatMap(({ id, claims }) =>
      claims.map((changes, n) => ({ ...claim(id * 10 + n, { workshopId: C, ...changes }), personId: uuid(1, id) })),
    ),
  )

  for (const round of [0, 1]) {
    const { rows } = await database.pool.query<{ id: string }>(
      `select p.id from "Workshop" w join "Enrolment" e on e."workshopId" = w.id join "Person" p on p.id = e."personId", ${PROGRESS} g
       where w.id = $1 and not g.finished and ($2 = 0 or g.reminders < 2) and p."stoppedAt" is null and p."erasedAt" is null
         and exists(select 1 from "Account" a where a."personId" = p.id and a."unreachableAt" is null) order by 1`,
      [C, round],
    )
    expect(await plan(C, NOW, round)).toBe(rows.length)
    const planned = await database.prisma.nudge.findMany({ where: { workshopId: C }, orderBy: { personId: 'asc' } })
    expect(planned.map(({ personId }) => personId)).toEqual(rows.map(({ id }) => id))
    expect(planned.length).toBeGreaterThan(people.length / 3)
    expect(planned.length).toBeLessThan(people.length - 10)
    expect(await plan(C, NOW, round), 'again').toBe(0)
    await database.pool.query('delete from "Nudge"')
  }
  // the five that no combination of claims decides, one by one
  await plan(C)
  const odd = people.slice(-5).map(({ id }) => uuid(1, id))
  const reached = await database.prisma.nudge.findMany({ where: { personId: { in: odd } } })
  expect(
    reached.map(({ personId }) => odd.indexOf(personId)),
    'only who still has a way in',
  ).toEqual([4])
  await database.prisma.workshop.delete({ where: { id: C } })
})

test('nothing is planned for a workshop that has ended', async () => {
  await database.pool.query('update "Workshop" set "closedAt" = $1 where id = $2', [NOW, A])
  expect(await plan(A)).toBe(0)
  await database.pool.query('update "Workshop" set "closedAt" = null where id = $1', [A])
})

test('planned by two processes at once, each person is planned once', async () => {
  const planned = await Promise.all([plan(A), plan(A), plan(B), plan(A)])
  expect(planned.reduce((sum, n) => sum + n)).toBe(2)
})

test('each is taken once, marked before it leaves; a paused or ended workshop sends nothing', async () => {
  await plan(A)
  const set = (column: 'pausedAt' | 'closedAt', at: string | null) =>
    database.pool.query(`update "Workshop" set "${column}" = $1 where id = $2`, [at, A])
  await set('pausedAt', NOW)
  expect(await take()).toEqual([])
  await set('pausedAt', null)
  const taken = [...(await take()), ...(await take('2026-03-03T20:30:00.000Z')), ...(await take())]
  expect(new Set(taken.map(({ nudge }) => nudge.personId)).size).toBe(2)
  expect(taken.map(({ nudge }) => [nudge.day, nudge.markedAt !== null])).toEqual([
    ['2026-03-03', true],
    ['2026-03-03', true],
  ])
  expect(taken.map(({ claim: id }) => id).sort()).toEqual([uuid(2, 1), uuid(2, 5)])
  await plan(A, '2026-03-05T12:00:00.000Z', 1)
  await set('closedAt', NOW)
  expect(await take()).toEqual([])
  await dropNudges(database.pool)
  expect(await database.prisma.nudge.count({ where: { markedAt: null } })).toBe(0)
  await set('closedAt', null)
})

test('each by their own clock: what is due at night waits, and holds up nobody', async () => {
  await live({ 1: 'Indian/Reunion', 5: 'America/Martinique' })
  // Wednesday, 17:30 in Paris: 20:30 in La Réunion, 12:30 in Martinique
  expect(await plan(A, '2026-03-04T16:30:00.000Z', 1)).toBe(2)
  expect(await daysOf()).toEqual({ 1: '2026-03-05', 5: '2026-03-04' })
  expect(await told('2026-03-04T16:30:00.000Z')).toEqual({ 5: '2026-03-04' })
  expect(await told('2026-03-05T04:59:00.000Z')).toEqual({})
  // 9:00 there, and nothing more today from another workshop, nor yesterday's again
  expect(await plan(B, '2026-03-05T04:00:00.000Z', 0)).toBe(0)
  expect(await told('2026-03-05T05:00:00.000Z')).toEqual({ 1: '2026-03-05' })
  expect(await told('2026-03-05T05:00:00.000Z')).toEqual({})
})

test('Sunday is a day of their own', async () => {
  await live({ 1: 'Indian/Reunion', 5: 'America/Martinique' })
  // Saturday, 22:30 in Paris: Sunday in La Réunion, half past five on Saturday in Martinique
  expect(await plan(A, '2026-03-07T21:30:00.000Z', 1)).toBe(2)
  expect(await told('2026-03-07T21:30:00.000Z')).toEqual({ 5: '2026-03-07' })
  expect(await told('2026-03-08T12:00:00.000Z')).toEqual({})
  expect(await told('2026-03-09T05:00:00.000Z')).toEqual({ 1: '2026-03-09' })
})

test('a zone that this program does not know, or not any more, counts as none', async () => {
  await live({ 1: 'Mars/Olympus', 5: 'Indian/Reunion' })
  expect(await plan(A, '2026-03-04T16:30:00.000Z', 1)).toBe(2)
  expect(await told('2026-03-04T16:30:00.000Z')).toEqual({ 1: '2026-03-04' })
})

test('those that had to wait into the same day are told on one day each', async () => {
  await live({ 1: 'Indian/Reunion', 5: 'Indian/Reunion' })
  const set = (at: string | null) => database.pool.query(`update "Workshop" set "pausedAt" = $1`, [at])
  await plan(A, '2026-03-03T10:00:00.000Z', 1)
  await plan(B, '2026-03-04T10:00:00.000Z', 1)
  await plan(B, '2026-03-05T10:00:00.000Z', 1)
  await set(NOW)
  expect(await told('2026-03-04T11:00:00.000Z')).toEqual({})
  await set(null)
  expect(await told('2026-03-05T11:00:00.000Z')).toEqual({ 1: '2026-03-05', 5: '2026-03-05' })
  expect(await told('2026-03-05T11:00:00.000Z')).toEqual({})
  expect(await told('2026-03-06T11:00:00.000Z')).toEqual({ 1: '2026-03-06' })
  expect(await told('2026-03-07T11:00:00.000Z')).toEqual({ 1: '2026-03-07' })
  expect(await told('2026-03-09T11:00:00.000Z')).toEqual({})
})

test('a structure’s zone counts where a device said none; reminders keep the same hours', async () => {
  await live({ 5: 'America/Martinique' })
  await database.pool.query(`update "Structure" set "timeZone" = 'Indian/Reunion' where id = 'nord'`)
  await database.pool.query(`update "Person" set "structureId" = 'nord' where id = any($1)`, [[uuid(1, 1), uuid(1, 5)]])
  await database.pool.query(`update "Claim" set "remindAt" = $1 where id = any($2)`, [NOW, [uuid(2, 1), uuid(2, 5)]])
  const due = async (now: string) => (await dueReminders(database.pool, now, 'Europe/Paris')).map(({ claim: id }) => id).sort()
  expect(await due('2026-03-06T05:00:00.000Z')).toEqual([uuid(2, 1)])
  expect(await due('2026-03-06T13:30:00.000Z')).toEqual([uuid(2, 1), uuid(2, 5)])
  expect(await due('2026-03-06T16:00:00.000Z')).toEqual([uuid(2, 5)])
  expect(await due('2026-03-06T23:30:00.000Z')).toEqual([])
  // a device that says what the installation is set to is one person all the same
  await live({ 5: 'Europe/Paris' })
  expect(await due('2026-03-06T13:30:00.000Z')).toEqual([uuid(2, 1), uuid(2, 5)])
  // whoever opened the workshop is told of a follow-up by the clock of its structure
  const workshops = async (now: string) => (await dueWorkshops(database.pool, now, 'Europe/Paris')).map(({ workshop: id }) => id).sort()
  expect(await workshops('2026-03-06T15:30:00.000Z')).toEqual([])
  expect(await workshops('2026-03-06T05:30:00.000Z')).toEqual([A, B])
  await database.pool.query(`update "Workshop" set nudges = 0 where id = $1`, [A])
  expect(await workshops('2026-03-06T15:30:00.000Z'), 'its end waits for nobody').toEqual([A])
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

const take = (now = NOW) => takeNudges(database.pool, { now, timeZone: 'Europe/Paris', most: 1 })

/** Who is told at this moment, and the day that it counts for. */
async function told(now: string): Promise<Record<number, string>> {
  const taken = await takeNudges(database.pool, { now, timeZone: 'Europe/Paris', most: 100 })
  return Object.fromEntries(taken.map(({ nudge }) => [Number(nudge.personId.slice(-12)), nudge.day]))
}

async function daysOf(): Promise<Record<number, string>> {
  const { rows } = await database.pool.query<{ id: string; day: string }>('select "personId" as id, day::text from "Nudge"')
  return Object.fromEntries(rows.map(({ id, day }) => [Number(id.slice(-12)), day]))
}

/** Each in their zone, and none of them reminded yet. */
async function live(of: Record<number, string>): Promise<void> {
  await database.pool.query('update "Person" set "timeZone" = null')
  await database.pool.query('update "Claim" set reminders = 0')
  for (const [n, zone] of Object.entries(of))
    await database.pool.query('update "Person" set "timeZone" = $1 where id = $2', [zone, uuid(1, Number(n))])
}

function person(n: number, changes: Partial<Person> = {}): Person {
  return {
    ...{ id: uuid(1, n), version: 1, name: `P${n}`, nameConfirmed: true, role: null, language: 'fr', address: null },
    ...{
      structureId: null,
      timeZone: null,
      focus: null,
      said: {},
      email: null,
      stoppedAt: null,
      seenAt: NOW,
      erasedAt: null,
      createdAt: NOW,
    },
    ...changes,
  }
}

function account(n: number, unreachableAt: string | null = null, chat = `${n}`): Account {
  return { channel: 'telegram', externalId: chat, personId: uuid(1, n), chat, profileName: null, unreachableAt, seenAt: NOW }
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
