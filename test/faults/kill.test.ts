// SIGKILL at random moments. `npm test` kills 5 times, `npm run soak` 50 times; a failure names the seed that repeats its moments.
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, test } from 'vitest'
import { temporaryFolder, TEMPLATE } from '../setup/cluster.ts'
import { freshDatabaseUrl } from '../setup/freshDatabase.ts'
import { storm } from './storm.ts'

const KILLS = Number(process.env.FAULT_KILLS ?? 5)
const SEED = Number(process.env.FAULT_SEED ?? 20_250_101)
/** Milliseconds that one kill may cost, with everything around it. */
const PER_KILL = 15_000

let dataDir: string
beforeAll(async () => {
  dataDir = await temporaryFolder()
})
afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

const onEmbedded = Math.ceil(KILLS / 2)
const onServer = KILLS - onEmbedded

test(`${onEmbedded} kills with the embedded database and long polling`, { timeout: 30_000 + onEmbedded * PER_KILL }, async () => {
  await storm({ dataDir: `${dataDir}/embedded`, webhook: false, rounds: onEmbedded, seed: SEED })
})

test(`${onServer} kills with a database server and a webhook`, { timeout: 30_000 + onServer * PER_KILL }, async () => {
  await storm({
    dataDir: `${dataDir}/server`,
    databaseUrl: await freshDatabaseUrl(TEMPLATE),
    webhook: true,
    rounds: onServer,
    seed: SEED + 1,
  })
})
