// Two processes on one database: what a lost race must never cost.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Committer, openCommitter, type OutboxRow, type Write } from '../../../core/data/commit.ts'
import type { Database } from '../../../core/data/database.ts'
import { openJobs } from '../../../core/data/jobs.ts'
import { openOutbox } from '../../../core/data/outbox.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'

const AT = '2026-03-02T09:00:00.000Z'
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let database: Database
/** Of the other process. */
let pool: pg.Pool
let here: Committer
let there: Committer
beforeAll(async () => {
  database = await freshDatabase()
  const jobs = await openJobs(database.pool, () => undefined)
  await jobs.stop()
  here = await openCommitter(database.pool, 'here')
  pool = new pg.Pool({ connectionString: database.url, max: 2 })
  there = await openCommitter(pool, 'there')
})
afterAll(async () => {
  await pool?.end()
  await database?.stop()
})

const firstContact = (n: number, externalId: string): Write[] => [
  {
    table: 'Person',
    row: {
      ...{
        id: uuid(n),
        version: 1,
        name: 'Awa',
        nameConfirmed: false,
        role: null,
        language: 'fr',
        address: null,
        structureId: null,
        timeZone: null,
      },
      ...{ focus: null, said: {}, email: null, stoppedAt: null, seenAt: null, erasedAt: null, createdAt: AT },
    },
  },
  {
    table: 'Account',
    row: { channel: 'telegram', externalId, personId: uuid(n), chat: externalId, profileName: null, unreachableAt: null, seenAt: AT },
  },
]
const message = (id: string, to = 'telegram:1', nextAt: string | null = null): OutboxRow => ({
  ...{ id, to, personId: null, body: { text: id }, at: AT, nextAt },
})
const turn = (event: string, writes: Write[] = [], messages: OutboxRow[] = []) => ({
  ...{ event, at: AT, clock: AT, writes, messages, jobs: [] },
})

test('first contact twice at once makes one person', async () => {
  const outcomes = await Promise.all([here(turn('first:1', firstContact(1, '7'))), there(turn('first:2', firstContact(2, '7')))])
  expect(outcomes.map((o) => o.outcome).toSorted()).toEqual(['committed', 'stale'])
  expect((await database.pool.query('select id from "Person"')).rows).toHaveLength(1)
})

test('what JSON can say and PostgreSQL cannot is kept without it', async () => {
  const torn = { ...message('torn', 'telegram:3'), body: { text: `a\u0000b ${'👍'.slice(0, 1)} \\u0000 👍` } }
  expect((await here(turn('torn', [], [torn]))).outcome).toBe('committed')
  const { rows } = await database.pool.query(`select body->>'text' as text from "Outbox" where id = 'torn'`)
  expect(rows[0].text).toBe('a�b � \\u0000 👍')
  await openOutbox(database.pool, 'here').sent([{ id: 'torn', at: AT, platformId: null, platformAt: null }])
})

test('two processes never send from one chat at once, however long it is', async () => {
  await database.pool.query(
    `insert into "Outbox" (id, "to", body, at) select 'long ' || n, 'telegram:2', '{}', now() from generate_series(1, 60) n`,
  )
  const processes = ['a', 'b', 'c', 'd'].map((name) => openOutbox(database.pool, name))
  const now = new Date().toISOString()
  const leased = await Promise.all(processes.map((p) => p.lease(now, ['telegram'])))
  expect(leased.filter((rows) => rows.length > 0)).toHaveLength(1)
  expect((await Promise.all(processes.map((p) => p.lease(now, ['telegram'])))).flat()).toEqual([])
  await database.pool.query(`delete from "Outbox" where "to" = 'telegram:2'`)
})

test('a message that must wait is not overtaken by the next', async () => {
  const outbox = openOutbox(database.pool, 'a')
  const later = new Date(Date.now() + 60_000).toISOString()
  await database.pool.query(
    `insert into "Outbox" (id, "to", body, at, "nextAt") values ('w1', 'telegram:4', '{}', now(), null), ('w2', 'telegram:4', '{}', now(), $1), ('w3', 'telegram:4', '{}', now(), null)`,
    [later],
  )
  expect((await outbox.lease(new Date().toISOString(), ['telegram'])).map((m) => m.id)).toEqual(['w1'])
  await database.pool.query(`delete from "Outbox" where "to" = 'telegram:4'`)
})

test('a channel that is off leaves its messages to wait', async () => {
  await database.pool.query(`insert into "Outbox" (id, "to", body, at) values ('off', 'teams:1', '{}', now())`)
  expect(await openOutbox(database.pool, 'a').lease(new Date().toISOString(), ['telegram'])).toEqual([])
})

test('what is still being sent stays leased, however long it takes', async () => {
  const slow = openOutbox(database.pool, 'slow', 0)
  await database.pool.query(`insert into "Outbox" (id, "to", body, at) values ('slow', 'telegram:5', '{}', now())`)
  expect(await slow.lease(new Date().toISOString(), ['telegram'])).toHaveLength(1)
  await openOutbox(database.pool, 'slow', 30).renew(['slow'])
  expect(await openOutbox(database.pool, 'b').lease(new Date().toISOString(), ['telegram'])).toEqual([])
})

test('what was leased while its chat began to wait is given back, and comes after', async () => {
  const outbox = openOutbox(database.pool, 'here')
  await here(turn('one', [], [message('one', 'telegram:6')]))
  expect(await here(turn('two', [], [message('two', 'telegram:6')]))).toMatchObject({ leased: ['two'] })
  await outbox.giveBack(['two'])
  const { rows } = await database.pool.query(`select "leasedBy", "startedAt" from "Outbox" where id = 'two'`)
  expect(rows).toEqual([{ leasedBy: null, startedAt: null }])
})
