// What is around the program fails: the database restarts, Telegram says « not so fast », two processes share the work.
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeTelegram, openFakeTelegram } from '../fakes/telegram/index.ts'
import { temporaryFolder, TEMPLATE } from '../setup/cluster.ts'
import { freshDatabaseUrl } from '../setup/freshDatabase.ts'
import { type Learner, sendLearner } from './learner.ts'
import { type RunningProgram, startProcess } from './process.ts'
import { everyClaimIsWhole, everyMessageArrived, nothingAcknowledgedIsLost } from './proof.ts'
import { embeddedUrl } from './storm.ts'

const BADGE = 'travailler-en-equipe'

let dataDir: string
let telegram: FakeTelegram
let running: RunningProgram[] = []
beforeEach(async () => {
  dataDir = await temporaryFolder()
  telegram = await openFakeTelegram()
})
afterEach(async () => {
  for (const program of running) await program.stop()
  running = []
  await telegram.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function start(more: Record<string, string> = {}, args: string[] = []): Promise<RunningProgram> {
  const settings = { PORT: '0', DATA_DIR: dataDir, TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
  const program = await startProcess({ ...settings, ...more }, args)
  running.push(program)
  return program
}

const crowd = (count: number): Learner[] => Array.from({ length: count }, (_, n) => sendLearner(telegram, `P${n}x`, BADGE))

async function holds(url: string, learners: Learner[]): Promise<void> {
  await Promise.all(learners.map(({ sent }) => sent))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await everyMessageArrived(client, learners)
    await everyClaimIsWhole(client, learners)
    await nothingAcknowledgedIsLost(client, telegram)
  } finally {
    await client.end()
  }
}

/** Conversations are under way: everybody has been asked something. */
const underWay = (learners: Learner[], messages = 3): Promise<void> =>
  expect.poll(() => learners.every(({ phone }) => phone.messages().length >= messages), { timeout: 10_000, interval: 20 }).toBe(true)

test('the embedded database is cut off in the middle of conversations', { timeout: 60_000 }, async () => {
  await start()
  const learners = crowd(4)
  await underWay(learners)
  const postmaster = Number((await readFile(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
  process.kill(postmaster, 'SIGQUIT') // « immediate »: sessions are cut, the journal is replayed at the next start
  await Promise.all(learners.map(({ sent }) => sent))
  await holds(await embeddedUrl(dataDir), learners)
})

test('a database server drops every connection, again and again', { timeout: 60_000 }, async () => {
  const url = await freshDatabaseUrl(TEMPLATE)
  await start({ DATABASE_URL: url })
  const learners = crowd(4)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const cut = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
  for (const messages of [2, 5, 8, 11]) {
    await underWay(learners, messages)
    await client.query(cut)
  }
  await client.end()
  await holds(url, learners)
})

test('Telegram asks to slow down: that chat waits, in order, and the others go on', { timeout: 60_000 }, async () => {
  const url = await freshDatabaseUrl(TEMPLATE)
  await start({ DATABASE_URL: url })
  const learners = crowd(3)
  const slowed = learners[0]!.phone.id
  await underWay(learners)
  for (let times = 0; times < 2; times++) telegram.fails({ method: 'sendMessage', chat: slowed }, { is: 'too-many', retryAfter: 1 })
  await holds(url, learners)

  const calls = telegram.callsOf('sendMessage').filter(({ params }) => Number(params.chat_id) === slowed)
  const refused = calls.flatMap(({ status }, n) => (status === 429 ? [n] : []))
  expect(refused).toHaveLength(2)
  for (const n of refused) {
    expect(calls[n + 1]!.params.text).toBe(calls[n]!.params.text)
    expect(calls[n + 1]!.at - calls[n]!.at).toBeGreaterThanOrEqual(1000)
  }
})

test('two processes, one for the web and one for the work, serve the same people', { timeout: 60_000 }, async () => {
  const url = await freshDatabaseUrl(TEMPLATE)
  await start({ DATABASE_URL: url, UNDO_SECONDS: '1' }, ['--role', 'web'])
  await start({ DATABASE_URL: url, UNDO_SECONDS: '1' }, ['--role', 'worker'])
  const learners = crowd(4)
  await holds(url, learners)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const done = async () => (await client.query(`select 1 from pgboss.job where name = 'settle-sending' and state = 'completed'`)).rowCount
  await expect
    .poll(done, { timeout: 10_000 })
    .toBe(learners.length)
    .finally(() => client.end())
})
