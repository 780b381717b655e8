// A journey: the whole program over HTTP, with a Telegram of our own beside it, a real database, and people who talk.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type Program, type ProgramOptions, startProgram } from '../../bots/program.ts'
import type { Queue } from '../../core/data/jobs.ts'
import { readSettings, type Environment } from '../../bots/settings.ts'
import { type FakeOptions, type FakeTelegram, openFakeTelegram } from '../fakes/telegram/index.ts'
import { freshDatabaseUrl } from '../setup/freshDatabase.ts'
import { TEMPLATE } from '../setup/cluster.ts'
import { comeToRest } from './atRest.ts'

export type Journey = {
  telegram: FakeTelegram
  program: Program
  /** Of the database of this journey. */
  databaseUrl: string
  dataDir: string
  environment: Environment
  /** Stops the program and starts it again on the same data. */
  restart: (changes?: Environment) => Promise<void>
  /** Rows of the database of this journey. */
  rows: <Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
  /** Resolves once every update is taken in, every job done that is due, and everything said that is to be said. */
  idle: () => Promise<void>
  /** The same, once every undo time is over: what waits for its time is done now, however long that would be. */
  settled: () => Promise<void>
  /** What waits for its time is due now; how many jobs. */
  hurry: () => Promise<number>
  /** A request to the program. */
  get: (path: string, init?: RequestInit) => Promise<Response>
  stop: () => Promise<void>
}

/** Long, so that nothing settles by itself in the middle of a conversation, on a slow machine either. */
export const UNDO = 600

/** `options`: a clock of its own, say; `fake`: the same clock for Telegram. */
export async function openJourney(changes: Environment = {}, options: ProgramOptions = {}, fake: FakeOptions = {}): Promise<Journey> {
  const telegram = await openFakeTelegram(fake)
  const databaseUrl = await freshDatabaseUrl(TEMPLATE)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'declic-journey-'))
  // Telegram must know the address of a webhook before we listen
  const port = changes.TELEGRAM_WEBHOOK_SECRET ? await freePort() : 0
  const environment: Environment = {
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    PUBLIC_URL: port ? `http://127.0.0.1:${port}` : 'http://localhost:3978',
    UNDO_SECONDS: String(UNDO),
    LOG_LEVEL: 'warn',
    ...changes,
  }
  const start = (more: Environment = {}) => startProgram(readSettings({ ...environment, ...more }), { fresh, ...options })
  let program = await start()
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  const rows: Journey['rows'] = async (text, values) => (await pool.query(text, values)).rows
  const idle: Journey['idle'] = () => comeToRest(pool, () => telegram.updates.pendingCount, options.now)
  return {
    rows,
    idle,
    async settled() {
      await idle()
      while (await hurry(pool, program)) await idle()
    },
    hurry: () => hurry(pool, program),
    telegram,
    get program() {
      return program
    },
    databaseUrl,
    dataDir,
    environment,
    async restart(more) {
      await program.stop()
      program = await start(more)
    },
    get: (where, init) => fetch(`${program.address}${where}`, { redirect: 'manual', ...init }),
    async stop() {
      await program.stop()
      await telegram.close()
      await pool.end()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The days of a jury are no undo time: whoever wants them over says so. */
const HURRY = `update pgboss.job set start_after = now() where state = 'created' and start_after > now() and name not like '\\_\\_%' and name <> 'jury-due' returning name`

/** Every job that waits for its time is due now, and looked for at once. How many there were. */
export async function hurry(pool: pg.Pool, program: Program): Promise<number> {
  const { rows } = await pool.query<{ name: Queue }>(HURRY)
  for (const name of new Set(rows.map((row) => row.name))) program.wake(name)
  return rows.length
}

/** Unguessable ids that choose the first wording of everything, so that two runs read alike. */
export const fresh = (): string[] => {
  const random = randomBytes(160).toString('hex')
  return Array.from({ length: 10 }, (_, n) => `00${random.slice(n * 32 + 2, n * 32 + 32)}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
