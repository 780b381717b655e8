// A storm: learners in flight, the program killed at random moments and started again, and then the sum of it.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openFakeTelegram } from '../fakes/telegram/index.ts'
import { type Learner, sendLearner } from './learner.ts'
import { type RunningProgram, startProcess } from './process.ts'
import { everyClaimIsWhole, everyMessageArrived, nothingAcknowledgedIsLost } from './proof.ts'

export type StormOptions = {
  dataDir: string
  /** Without it: the embedded database. */
  databaseUrl?: string
  webhook: boolean
  rounds: number
  seed: number
}

const BADGE = 'travailler-en-equipe'
/** New learners in each round, so that at every kill somebody begins and somebody is nearly done. */
const NEWCOMERS = 3
/** Milliseconds from « ready » to the kill. */
const CALM = { least: 50, most: 900 }

export async function storm({ dataDir, databaseUrl, webhook, rounds, seed }: StormOptions): Promise<void> {
  const random = seeded(seed)
  const telegram = await openFakeTelegram({ record: false })
  const port = webhook ? await freePort() : 0
  const env = {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port || 3978}`,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_WEBHOOK_SECRET: webhook ? 'storm' : '',
  }
  const learners: Learner[] = []
  const newcomers = () => {
    for (let n = 0; n < NEWCOMERS; n++) learners.push(sendLearner(telegram, `P${learners.length}x`, BADGE, () => started))
  }
  let program: RunningProgram | undefined
  let started = 0
  try {
    program = await startProcess(env)
    for (let round = 0; round < rounds; round++) {
      newcomers()
      await pause(CALM.least + random() * (CALM.most - CALM.least))
      await program.kill()
      await asking(databaseUrl ?? (await embeddedUrl(dataDir)), (client) => nothingAcknowledgedIsLost(client, telegram))
      program = await startProcess(env)
      started = performance.now()
    }
    await Promise.all(learners.map(({ sent }) => sent))
    await asking(databaseUrl ?? (await embeddedUrl(dataDir)), async (client) => {
      await everyMessageArrived(client, learners)
      await everyClaimIsWhole(client, learners)
      await nothingAcknowledgedIsLost(client, telegram)
    })
  } catch (cause) {
    throw new Error(`storm with seed ${seed}: ${(cause as Error).message}`, { cause })
  } finally {
    await program?.stop()
    await telegram.close()
  }
}

async function asking(url: string, ask: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await ask(client)
  } finally {
    await client.end()
  }
}

/** The server that a killed program leaves running, without taking a seat at it: whoever takes one and leaves stops it. */
export async function embeddedUrl(dataDir: string): Promise<string> {
  const home = path.join(dataDir, 'postgres')
  const password = await readFile(path.join(home, 'password'), 'utf8')
  const port = (await readFile(path.join(home, 'cluster/postmaster.pid'), 'utf8')).split('\n')[3]
  return `postgresql://declic:${password}@127.0.0.1:${port}/declic`
}

/** mulberry32: the same moments again for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
