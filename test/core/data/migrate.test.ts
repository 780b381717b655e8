import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../../core/data/migrate.ts'
import { freshDatabase, freshDatabaseUrl } from '../../setup/freshDatabase.ts'

const OURS = path.join(import.meta.dirname, '../../../prisma/migrations')
const said: string[] = []
const log = { info: (line: string) => void said.push(line), warn: (line: string) => void said.push(line) }

describe('migrations', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'declic-migrations-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const emptyPool = async () => new pg.Pool({ connectionString: await freshDatabaseUrl(), max: 2 })
  const migrationsWith = async (name: string, sql: string) => {
    const copy = path.join(folder, name)
    await cp(OURS, copy, { recursive: true })
    await mkdir(path.join(copy, '29991231000000_more'))
    await writeFile(path.join(copy, '29991231000000_more/migration.sql'), sql)
    return copy
  }

  test('are recorded as Prisma would record them', async () => {
    const database = await freshDatabase()
    const { rows } = await database.pool.query('select * from "_prisma_migrations" order by migration_name')
    const names = (await readdir(OURS, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    expect(rows.map((row) => row.migration_name)).toEqual(names.sort())
    for (const row of rows) {
      const sql = await readFile(path.join(OURS, row.migration_name, 'migration.sql'))
      expect(row.checksum).toBe(createHash('sha256').update(sql).digest('hex'))
      expect(row).toMatchObject({ rolled_back_at: null, logs: null, applied_steps_count: 1 })
      expect(row.finished_at).toBeInstanceOf(Date)
    }
    await database.stop()
  })

  test('run once when several processes start together', async () => {
    const url = await freshDatabaseUrl()
    const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: url, max: 1 }))
    await Promise.all(pools.map((pool) => migrate(pool, log)))
    const { rows } = await pools[0]!.query('select count(*)::int as n from "_prisma_migrations"')
    expect(rows[0].n).toBe((await readdir(OURS, { withFileTypes: true })).filter((entry) => entry.isDirectory()).length)
    await Promise.all(pools.map((pool) => pool.end()))
  })

  test('that were changed after they were applied are refused', async () => {
    const pool = await emptyPool()
    const changed = await migrationsWith('changed', 'create table "More" (id text)')
    await migrate(pool, log, changed)
    await writeFile(path.join(changed, '29991231000000_more/migration.sql'), 'create table "Other" (id text)')
    await expect(migrate(pool, log, changed)).rejects.toThrow('29991231000000_more was changed after it was applied')
    await pool.end()
  })

  test('that fail leave nothing behind, and pass once they are mended', async () => {
    const pool = await emptyPool()
    const broken = await migrationsWith('broken', 'create table "More" (id text); select 1 / 0')
    await expect(migrate(pool, log, broken)).rejects.toThrow('29991231000000_more failed, and was undone')
    expect((await pool.query(`select to_regclass('"More"') as found`)).rows[0].found).toBeNull()
    await writeFile(path.join(broken, '29991231000000_more/migration.sql'), 'create table "More" (id text)')
    await migrate(pool, log, broken)
    expect((await pool.query(`select to_regclass('"More"') as found`)).rows[0].found).toBe('"More"')
    await pool.end()
  })

  test('of a newer program are refused by an older one', async () => {
    const pool = await emptyPool()
    await migrate(pool, log, await migrationsWith('newer', 'select 1'))
    await expect(migrate(pool, log)).rejects.toThrow('newer than the program')
    await pool.end()
  })
})

describe('declic_expect', () => {
  test('lets a statement through when what it read is unchanged, else rolls it back as stale', async () => {
    const { pool, stop } = await freshDatabase()
    const guarded = (found: number | null, wanted: number) =>
      pool.query(
        `with guard as (select declic_expect($1, $2) as ok)
         insert into "Inbound" (key, at) select concat('k', $2::bigint), now() from guard where ok`,
        [found, wanted],
      )
    await guarded(2, 2)
    await expect(guarded(1, 3)).rejects.toMatchObject({ code: '40001', message: 'stale' })
    await expect(guarded(null, 4)).rejects.toMatchObject({ code: '40001' })
    expect((await pool.query('select key from "Inbound"')).rows).toEqual([{ key: 'k2' }])
    await stop()
  })
})
