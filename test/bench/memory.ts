// Memory of the whole program at rest, as `npm start` runs it with nothing configured; its database is other processes.
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { temporaryFolder } from '../setup/cluster.ts'
import { rm } from 'node:fs/promises'
import { startMeasured } from './measured.ts'

const SETTLE_MS = 8000

/** Megabytes (10⁶ bytes) of resident memory, and milliseconds to the first start. */
export async function measureMemory(): Promise<{ megabytes: number; readyMs: number }> {
  const folder = await temporaryFolder()
  const started = performance.now()
  const settings = { PORT: '0', DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'warn', DATABASE_URL: '', TELEGRAM_BOT_TOKEN: '' }
  const program = await startMeasured(new URL('../../bots/main.ts', import.meta.url).pathname, ['serve'], settings)
  const readyMs = performance.now() - started
  try {
    await fetch(`${program.address}/readyz`)
    await pause(SETTLE_MS)
    return { megabytes: (await program.used()).rss / 1e6, readyMs }
  } finally {
    await program.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
