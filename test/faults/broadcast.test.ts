// SIGKILL while nudges are on their way: nobody gets two messages of one nudge. The few that were marked and never told, or perhaps told,
// are counted, and the count holds against what Telegram saw. FAULT_KILLS and FAULT_SEED as in kill.test.ts.
import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../core/data/database.ts'
import { nudgesOf } from '../../core/data/followUp.ts'
import { type FakeTelegram, openFakeTelegram, type Person } from '../fakes/telegram/index.ts'
import { whereItIsNoon } from '../setup/noon.ts'
import { temporaryFolder, TEMPLATE } from '../setup/cluster.ts'
import { freshDatabaseUrl } from '../setup/freshDatabase.ts'
import { fullWorkshop } from '../setup/fullWorkshop.ts'
import { type RunningProgram, startProcess } from './process.ts'
import { seeded } from './storm.ts'

const KILLS = Math.min(Number(process.env.FAULT_KILLS ?? 2), 20)
const SEED = Number(process.env.FAULT_SEED ?? 20_250_103)
/** Enough that some are left at each kill: about twenty leave in a second, and no kill comes later than this after the first of its round. */
const LATEST_MS = 600
const LEARNERS = 30 + KILLS * 20
/** Marked at once, and said in that moment (bots/jobs/nudges.ts). */
const MOST_LOST = 6
const NUDGE = /^Bonjour .* Il vous reste/

let dataDir: string
let telegram: FakeTelegram
let database: Database
let program: RunningProgram | undefined
beforeEach(async () => {
  dataDir = await temporaryFolder()
  telegram = await openFakeTelegram({ overall: { messages: 30, seconds: 1 } })
  database = await openDatabase({ dataDir, databaseUrl: await freshDatabaseUrl(TEMPLATE) })
})
afterEach(async () => {
  await program?.stop()
  await telegram.close()
  await database.stop()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const start = (folder = dataDir, args: string[] = []) =>
  startProcess(
    {
      ...{ PORT: '0', DATA_DIR: folder, DATABASE_URL: database.url, TIME_ZONE: whereItIsNoon() },
      ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot },
    },
    args,
  )
const received = ({ id }: Person) =>
  telegram
    .callsOf('sendMessage')
    .filter(({ params, status }) => Number(params.chat_id) === id && status === 200 && NUDGE.test(String(params.text))).length
/** Marked, neither received nor waiting to leave; while no program runs. */
const missing = async (): Promise<number> => {
  const marked = await database.prisma.nudge.count({ where: { markedAt: { not: null } } })
  const waiting = await database.prisma.outbox.count({
    where: { sentAt: null, failure: null, startedAt: null, id: { startsWith: 'nudge:' } },
  })
  return marked - left() - waiting
}
const left = () => telegram.callsOf('sendMessage').filter(({ params }) => NUDGE.test(String(params.text))).length

test(`${KILLS} kills in the middle of a broadcast double nothing, and lose few, counted (seed ${SEED})`, {
  timeout: 60_000 + KILLS * 20_000,
}, async () => {
  const random = seeded(SEED)
  // the first start writes the catalogue
  program = await start()
  await program.stop()
  const phones = Array.from({ length: LEARNERS }, (_, n) => telegram.user({ first_name: `P${n}x` }))
  const workshop = await fullWorkshop(database.pool, phones, {
    nudgeAt: new Date().toISOString(),
    trainer: telegram.user({ first_name: 'Léa' }),
  })
  const inMiddle: boolean[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const before = left()
    program = await start()
    await expect.poll(left, { timeout: 20_000, interval: 5 }).toBeGreaterThan(before)
    await pause(random() * LATEST_MS)
    await program.kill()
    inMiddle.push((await database.prisma.nudge.count({ where: { markedAt: null } })) > 0)
  }
  // SIGTERM in the middle: what was in hand still leaves, or waits for the next start
  const killed = await missing()
  const before = left()
  program = await start()
  await expect.poll(left, { timeout: 20_000, interval: 5 }).toBeGreaterThan(before)
  await program.stop()
  expect(await database.prisma.nudge.count({ where: { markedAt: null } })).toBeGreaterThan(0)
  expect(await missing(), 'an end in good order loses nothing').toBe(killed)
  program = await start()
  await expect.poll(() => database.prisma.nudge.count({ where: { markedAt: null } }), { timeout: 60_000 }).toBe(0)
  const unsent = () => database.prisma.outbox.count({ where: { sentAt: null, failure: null } })
  await expect.poll(unsent, { timeout: 30_000 }).toBe(0)
  // what was marked last is said, and every process that could be saying one has ended
  await program.stop()
  expect(inMiddle).toEqual(inMiddle.map(() => true))
  const counts = phones.map(received)
  expect(
    counts.filter((count) => count > 1),
    'told twice',
  ).toEqual([])
  const never = counts.filter((count) => count === 0).length
  const [round] = await nudgesOf(database.prisma, workshop)
  const { told = 0, lost = 0, ...others } = round!.outcomes
  expect(others).toEqual({})
  expect(told + lost).toBe(LEARNERS)
  // whatever is not known to have arrived is counted, whether it did or not
  expect(lost).toBeGreaterThanOrEqual(never)
  expect(lost).toBeLessThanOrEqual(KILLS * MOST_LOST)
  console.log(`${KILLS} kills: ${LEARNERS} nudges, ${told} told, ${lost} counted as lost, ${never} of them never arrived, none twice`)
})

test('two processes share one lease: together they keep to the limit of one bot, and when one is killed the other goes on', {
  timeout: 90_000,
}, async () => {
  program = await start()
  const phones: Person[] = []
  const other = await start(`${dataDir}/other`, ['--role', 'worker'])
  try {
    phones.push(...Array.from({ length: 60 }, (_, n) => telegram.user({ first_name: `P${n}x` })))
    const trainer = telegram.user({ first_name: 'Léa' })
    await fullWorkshop(database.pool, phones, { trainer })
    trainer.says('relance')
    await trainer.taps('Envoyer', { within: 15_000 })
    await expect.poll(left, { timeout: 20_000, interval: 5 }).toBeGreaterThan(20)
    // the first one holds it
    await program.kill()
    await expect.poll(() => database.prisma.nudge.count({ where: { markedAt: null } }), { timeout: 30_000 }).toBe(0)
  } finally {
    await other.stop()
  }
  const counts = phones.map(received)
  expect(counts.filter((count) => count > 1)).toEqual([])
  expect(counts.filter((count) => count === 0).length).toBeLessThanOrEqual(MOST_LOST)
  expect(telegram.calls.filter(({ status }) => status === 429)).toEqual([])
})
