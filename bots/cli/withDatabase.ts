import type { Database } from '../../core/data/database.ts'
import { openLog } from '../log.ts'
import { readSettings, type Settings } from '../settings.ts'

/**
 * Runs a command on the database: the one of the running server when there is one, else started for as long as the command takes.
 * Only warnings are logged, so that a terminal shows the result alone.
 */
export async function withDatabase<Result>(command: (database: Database, settings: Settings) => Promise<Result>): Promise<Result> {
  const settings = readSettings()
  const { openDatabase } = await import('../../core/data/database.ts')
  const log = openLog(settings.logLevel === 'info' ? 'warn' : settings.logLevel)
  const database = await openDatabase({ dataDir: settings.dataDir, databaseUrl: settings.databaseUrl, log, connections: 2 })
  try {
    return await command(database, settings)
  } finally {
    await database.stop()
  }
}
