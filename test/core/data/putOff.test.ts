// A job that asks for a later time gets it, keeps its tries where it was none, and says why it waits.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import { openJobs, type Jobs, type Later } from '../../../core/data/jobs.ts'
import { heldJobs } from '../../../core/data/jobsHeld.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'

let database: Database
let jobs: Jobs
const answers: Later[] = []
beforeAll(async () => {
  database = await freshDatabase()
  jobs = await openJobs(database.pool, () => undefined)
  await jobs.work('forward', async () => answers.shift())
})
afterAll(async () => {
  await jobs?.stop()
  await database?.stop()
})

const SHAPE = `select state, retry_limit as limit, retry_count as tries, output ->> 'message' as why,
  round(extract(epoch from start_after - now()) / 600)::int as "tenMinutes" from pgboss.job where name = 'forward'`
const job = async () => (await database.pool.query(SHAPE)).rows[0]

test('put off, any number of times; then it is a try like others', async () => {
  answers.push({ later: 6000, why: 'refused', uncounted: true })
  await jobs.send('forward', {})
  jobs.wake('forward')
  await expect.poll(job, { timeout: 10_000 }).toEqual({ state: 'retry', limit: 401, tries: 0, why: 'refused', tenMinutes: 10 })
  expect(await heldJobs(database.pool)).toMatchObject([{ what: 'forward', state: 'waiting', error: 'refused' }])

  answers.push({ later: 12_000, why: 'answered 429' })
  await database.pool.query(`update pgboss.job set start_after = now() where name = 'forward'`)
  jobs.wake('forward')
  await expect.poll(job, { timeout: 10_000 }).toEqual({ state: 'retry', limit: 401, tries: 1, why: 'answered 429', tenMinutes: 20 })

  // no try is left
  answers.push({ later: 10, why: 'answered 500' })
  await database.pool.query(`update pgboss.job set start_after = now(), retry_limit = 2 where name = 'forward'`)
  jobs.wake('forward')
  await expect.poll(job, { timeout: 10_000 }).toMatchObject({ state: 'failed', why: 'answered 500' })
})
