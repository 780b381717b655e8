import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../core/data/database.ts'
import { on, TEMPLATE } from './cluster.ts'

/**
 * A database of its own with the schema in place, in a few tens of milliseconds. Stop it in `afterAll`; the cluster goes away with the run.
 * Its `url` fits `DATABASE_URL`.
 */
export async function freshDatabase(): Promise<Database> {
  const databaseUrl = await freshDatabaseUrl(TEMPLATE)
  return openDatabase({ dataDir: tmpdir(), databaseUrl })
}

/** The address of a new database: empty, or a copy of `template`. */
export async function freshDatabaseUrl(template = 'template0'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    await client.query(`create database ${name} template ${template}`)
  } finally {
    await client.end()
  }
  return on(inject('serverUrl'), name)
}
