// A journey: the whole program over HTTP, with a Telegram of our own beside it, a real database, and people who talk.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Program, startProgram } from '../../bots/program.ts'
import { readSettings, type Environment } from '../../bots/settings.ts'
import { type FakeTelegram, openFakeTelegram } from '../fakes/telegram/index.ts'
import { freshDatabaseUrl } from '../setup/freshDatabase.ts'
import { TEMPLATE } from '../setup/cluster.ts'

export type Journey = {
  telegram: FakeTelegram
  program: Program
  /** Of the database of this journey. */
  databaseUrl: string
  dataDir: string
  environment: Environment
  /** Stops the program and starts it again on the same data. */
  restart: (changes?: Environment) => Promise<void>
  /** A request to the program. */
  get: (path: string, init?: RequestInit) => Promise<Response>
  stop: () => Promise<void>
}

export async function openJourney(changes: Environment = {}): Promise<Journey> {
  const telegram = await openFakeTelegram()
  const databaseUrl = await freshDatabaseUrl(TEMPLATE)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'declic-journey-'))
  const environment: Environment = {
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    PUBLIC_URL: 'http://localhost:3978',
    UNDO_SECONDS: '1',
    LOG_LEVEL: 'warn',
    ...changes,
  }
  const start = (more: Environment = {}) => startProgram(readSettings({ ...environment, ...more }))
  let program = await start()
  return {
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
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
