import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { Prisma } from '../../../core/data/generated/client.ts'
import { freshDatabase, freshDatabaseUrl } from '../../setup/freshDatabase.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
/** A stand-in for Prisma's schema engine, kept outside this repository (docs/developing.md). */
const ENGINE = path.join(ROOT, '../shared/tools/prisma-schema-engine.mjs')

const prismaCommand = (args: string[], env: Record<string, string>) =>
  promisify(execFile)(process.execPath, [path.join(ROOT, 'node_modules/prisma/build/index.js'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  })

const contents = async (folder: string): Promise<Record<string, string>> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const names = files.map((file) => path.relative(folder, path.join(file.parentPath, file.name))).sort()
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')])))
}

describe('the schema', () => {
  test('is what the client in core/data/generated was generated from', async () => {
    // beside prisma/, so that the output is as far from the schema as ours
    const folder = await mkdtemp(path.join(tmpdir(), 'declic-schema-'))
    try {
      await mkdir(path.join(folder, 'prisma'))
      await cp(path.join(ROOT, 'prisma/schema.prisma'), path.join(folder, 'prisma/schema.prisma'))
      await prismaCommand(['generate', '--schema', path.join(folder, 'prisma/schema.prisma')], {})
      const [made, kept] = [
        await contents(path.join(folder, 'core/data/generated')),
        await contents(path.join(ROOT, 'core/data/generated')),
      ]
      const names = [...new Set([...Object.keys(made), ...Object.keys(kept)])]
      expect(
        names.filter((name) => made[name] !== kept[name]),
        'run "npx prisma generate"',
      ).toEqual([])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('and the migrations make the same tables and columns', async () => {
    const { pool, stop } = await freshDatabase()
    const { rows } = await pool.query<{ model: string; columns: string[] }>(
      `select table_name as model, array_agg(column_name::text order by column_name::text) as columns
       from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations' group by 1`,
    )
    await stop()
    const wanted = Object.keys(Prisma.ModelName).map((model) => {
      const columns = Object.keys((Prisma as unknown as Record<string, object>)[`${model}ScalarFieldEnum`] ?? {})
      return [model, columns.sort()]
    })
    expect(Object.fromEntries(rows.map(({ model, columns }) => [model, columns.sort()]))).toEqual(Object.fromEntries(wanted))
  })

  test.skipIf(!existsSync(ENGINE))(
    'has in the migrations whatever a database made from it at once would have (needs a schema engine)',
    async () => {
      const engine = { DATABASE_URL: await freshDatabaseUrl(), PRISMA_SCHEMA_ENGINE_BINARY: ENGINE }
      const { stdout } = await prismaCommand(['migrate', 'diff', '--from-empty', '--to-schema', 'prisma/schema.prisma', '--script'], engine)
      const atOnce = new pg.Pool({ connectionString: engine.DATABASE_URL, max: 1 })
      await atOnce.query(stdout)
      const migrated = await freshDatabase()
      const [wanted, found] = [await traits(atOnce), new Set(await traits(migrated.pool))]
      await Promise.all([atOnce.end(), migrated.stop()])
      expect(wanted.length).toBeGreaterThan(100)
      expect(
        wanted.filter((trait) => !found.has(trait)),
        'write a migration (docs/developing.md)',
      ).toEqual([])
    },
  )

  test.skipIf(!existsSync(ENGINE))('is up to date in the eyes of "prisma migrate status" (needs a schema engine)', async () => {
    const { url, stop } = await freshDatabase()
    const { stdout } = await prismaCommand(['migrate', 'status'], { DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: ENGINE })
    expect(stdout).toContain('Database schema is up to date!')
    await stop()
  })
})

/** Columns, indexes and constraints, a line each. */
const traits = async (pool: pg.Pool): Promise<string[]> => {
  const { rows } = await pool.query<{ trait: string }>(`
    select concat_ws(' ', table_name, column_name, data_type, datetime_precision, is_nullable, column_default) as trait
      from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
    union all select indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'
    union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text not like '%_prisma_migrations%'`)
  return rows.map(({ trait }) => trait)
}
