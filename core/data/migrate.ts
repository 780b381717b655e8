// Applies prisma/migrations at start, in Prisma's own table with its own checksums, so that `prisma migrate status` and
// `prisma migrate deploy` agree with us. Each migration is one transaction: all of it or nothing.
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import type { Log } from './database.ts'
import { DatabaseUnusable } from './unusable.ts'

const FOLDER = path.join(import.meta.dirname, '../../prisma/migrations')

/** The advisory lock of Prisma's own schema engine: a `prisma migrate deploy` at the same moment waits too. */
const LOCK = 72707369

const TABLE = `create table if not exists "_prisma_migrations" (
  "id" varchar(36) primary key not null,
  "checksum" varchar(64) not null,
  "finished_at" timestamptz,
  "migration_name" varchar(255) not null,
  "logs" text,
  "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(),
  "applied_steps_count" integer not null default 0
)`

type Migration = { name: string; sql: string; checksum: string }
type Applied = { name: string; checksum: string; finished: boolean }

/**
 * Brings the schema up to date; settles at once when it is. Throws, having changed nothing, when an applied migration was edited,
 * was left unfinished by another tool, or is not known here (the database is newer than the program).
 */
export async function migrate(pool: pg.Pool, log: Log, folder = FOLDER): Promise<void> {
  const migrations = await readMigrations(folder)
  if (missing(migrations, await applied(pool)).length === 0) return
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(TABLE)
    // read again: another process may have done it while we waited
    for (const migration of missing(migrations, await applied(client))) {
      await apply(client, migration)
      log.info(`database migrated: ${migration.name}`)
    }
    await client.query('select pg_advisory_unlock($1)', [LOCK])
    client.release()
  } catch (error) {
    client.release(true) // closing the session gives the lock back
    throw error
  }
}

export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applied(database: Pick<pg.Pool, 'query'>): Promise<Applied[]> {
  const sql = `select migration_name as name, checksum, finished_at is not null as finished
    from "_prisma_migrations" where rolled_back_at is null order by started_at`
  try {
    return (await database.query<Applied>(sql)).rows
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return [] // no such table: an empty database
    throw error
  }
}

function missing(migrations: Migration[], done: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum, finished } of done) {
    const here = known.get(name)
    if (!here)
      throw new DatabaseUnusable(
        `The database has the migration ${name}, which this version of the program does not know: it is newer than the program`,
      )
    if (!finished)
      throw new DatabaseUnusable(`The migration ${name} was left unfinished: settle it with "prisma migrate resolve", then start again`)
    if (here.checksum !== checksum)
      throw new DatabaseUnusable(`The migration ${name} was changed after it was applied: put its file back, and write a new one`)
  }
  const names = new Set(done.map(({ name }) => name))
  return migrations.filter(({ name }) => !names.has(name))
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new DatabaseUnusable(`The migration ${name} failed, and was undone: ${(cause as Error).message}`, { cause })
  }
}
