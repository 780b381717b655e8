// Writing a turn: one statement, and nothing of it happens when anything that the step read has changed since.
//
// Its first part locks the rows that carry a version and raises when one is not as it was read, so that the whole statement
// rolls back; every other part waits for it. The event's key goes in with the rest: a duplicate stops at its primary key.
import type pg from 'pg'
import { KEYS } from '../model/keys.ts'
import type { Rows, Table } from '../model/rows.ts'
import { startJobs } from './startJobs.ts'
import { storableJson } from './storableJson.ts'

export type Write = { [T in Table]: { table: T; row: Rows[T] } }[Table]

export type OutboxRow = {
  id: string
  to: string
  personId: string | null
  body: unknown
  at: string
  nextAt: string | null
  replaces?: string
}

export type JobRow = { queue: string; data: unknown; at?: string }

/** `clock`: this process's time, when it begins to send what it leases. */
export type Commit = { event: string; at: string; clock: string; writes: Write[]; messages: OutboxRow[]; jobs: JobRow[] }

/** `leased`: messages that this process may send now, in order. */
export type Committed = { outcome: 'committed'; leased: string[] } | { outcome: 'known' } | { outcome: 'stale' }

/** Rows with a version, and what a link that is used for the first time must still be. */
const VERSIONED: Table[] = ['Person', 'Claim', 'Workshop']

/** Opened so far: each has statements of its own, on connections that they may share. */
let committers = 0

export type Committer = (commit: Commit) => Promise<Committed>

/** `lessee`: the name of this process; `leaseSeconds`: after which another may send what this one leased and never did. */
export async function openCommitter(pool: pg.Pool, lessee: string, leaseSeconds = 30): Promise<Committer> {
  const columns = await columnsOf(pool)
  const committer = ++committers

  /** The statement for a set of tables: there are few sets, and each is prepared once. */
  const statements = new Map<string, { name: string; text: string }>()
  function statement(tables: Table[], locks: string[], meets: boolean, messages: boolean, jobs: boolean): { name: string; text: string } {
    const shape = [...tables, '|', ...locks, meets ? 'n' : '', messages ? 'm' : '', jobs ? 'j' : ''].join(' ')
    const known = statements.get(shape)
    if (known) return known
    let n = 0
    const next = () => `$${++n}`
    const counts = locks.map((lock) => {
      if (lock === 'Link') return `(select count(*) from (select 1 from "Link" where code = ${next()} and "usedAt" is null for update) l)`
      return `(select count(*) from (select 1 from "${lock}" where id = ${next()}::uuid and version = ${next()} for no key update) ${lock.toLowerCase()})`
    })
    const parts = [
      `locked as materialized (select declic_expect(${counts.join(' + ') || '0'}, ${locks.length}) as ok)`,
      `event as (insert into "Inbound" (key, at) select ${next()}, ${next()}::timestamptz from locked where ok)`,
      ...tables.map((table) => {
        const all = columns.get(table)!.map(quote)
        const changing = columns
          .get(table)!
          .filter((c) => !isKey(table, c))
          .map(quote)
        // whoever is new has an account that is new: when it is there already, another turn has met them first
        const clash =
          meets && table === 'Account'
            ? ''
            : `on conflict (${KEYS[table].map(quote)}) do update set ${changing.map((c) => `${c} = excluded.${c}`).join(', ')}`
        return `"w${table}" as (insert into "${table}" (${all}) select ${all.map((c) => `r.${c}`)} from locked, jsonb_populate_recordset(null::"${table}", ${next()}::jsonb) r where locked.ok
          ${clash})`
      }),
    ]
    if (messages) {
      const [list, replaced, to, clock] = [next(), next(), next(), next()]
      parts.push(
        `gone as (delete from "Outbox" o using locked where locked.ok and o.id = any(${replaced}::text[]) and o."startedAt" is null)`,
        // a chat is sent by one process at a time, from its head: only when nothing of it waits elsewhere
        `free as materialized (select t."to" from locked, unnest(${to}::text[]) t("to") where locked.ok and not exists (
           select 1 from "Outbox" o where o."to" = t."to" and o."sentAt" is null and o.failure is null and o.id <> all(${replaced}::text[])
             and (o."leasedBy" is distinct from '${lessee}' or o."leasedTill" < now())))`,
        `said as (insert into "Outbox" (id, "to", "personId", body, at, "nextAt", "leasedBy", "leasedTill", "startedAt")
           select r.id, r."to", r."personId", r.body, r.at, r."nextAt", l.by, l.till, l.clock from locked, jsonb_populate_recordset(null::"Outbox", ${list}::jsonb) with ordinality r
             left join lateral (select '${lessee}' as by, now() + interval '${leaseSeconds} s' as till, ${clock}::timestamptz as clock where r."nextAt" is null and r."to" in (select "to" from free)) l on true
           where locked.ok order by r.ordinality
           returning id, seq, "leasedBy")`,
      )
    }
    if (jobs) {
      const source = `locked, jsonb_to_recordset(${next()}::jsonb) as j(queue text, data jsonb, at timestamptz)`
      parts.push(`started as (${startJobs(source, 'locked.ok')})`)
    }
    const text = `with ${parts.join(',\n')}\nselect ${messages ? `(select coalesce(array_agg(id order by seq), '{}') from said where "leasedBy" is not null)` : `'{}'::text[]`} as leased from locked`
    const prepared = { name: `commit ${committer}.${statements.size}`, text }
    statements.set(shape, prepared)
    return prepared
  }

  return async ({ event, at, clock, writes, messages, jobs }) => {
    const byTable = new Map<Table, Rows[Table][]>()
    const locks: string[] = []
    const values: unknown[] = []
    for (const { table, row } of writes) byTable.set(table, [...(byTable.get(table) ?? []), row])
    for (const table of VERSIONED) {
      for (const row of (byTable.get(table) ?? []) as { id: string; version: number }[]) {
        if (row.version === 1) continue
        locks.push(table)
        values.push(row.id, row.version - 1)
      }
    }
    for (const link of (byTable.get('Link') ?? []) as Rows['Link'][]) {
      if (!link.usedAt) continue
      locks.push('Link')
      values.push(link.code)
    }
    const tables = [...byTable.keys()]
    values.push(event, at, ...tables.map((table) => storableJson(byTable.get(table))))
    if (messages.length) {
      values.push(
        storableJson(messages.map(({ replaces: _, ...m }) => m)),
        messages.flatMap((m) => m.replaces ?? []),
        [...new Set(messages.map((m) => m.to))],
        clock,
      )
    }
    if (jobs.length) values.push(storableJson(jobs))
    const meets = (byTable.get('Person') as Rows['Person'][] | undefined)?.some((person) => person.version === 1) ?? false
    const prepared = statement(tables, locks, meets, messages.length > 0, jobs.length > 0)
    try {
      const { rows } = await pool.query<{ leased: string[] }>({ ...prepared, values })
      return { outcome: 'committed', leased: rows[0]!.leased }
    } catch (error) {
      return lost(error)
    }
  }
}

/** Another turn was faster, or this event was here before: values, not errors. Everything else is thrown on. */
function lost(error: unknown): Committed {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && constraint === 'Inbound_pkey') return { outcome: 'known' }
  // stale version or serialisation, deadlock, first contact twice at once
  // or what a new row belongs to was erased meanwhile
  if (code === '40001' || code === '40P01' || code === '23505' || code === '23503') return { outcome: 'stale' }
  throw error
}

const isKey = (table: Table, column: string): boolean => KEYS[table].some((key) => key === column)

const quote = (name: string): string => `"${name}"`

async function columnsOf(pool: pg.Pool): Promise<Map<Table, string[]>> {
  const { rows } = await pool.query<{ table: Table; columns: string[] }>(
    `select table_name as table, array_agg(column_name::text order by ordinal_position) as columns from information_schema.columns
     where table_schema = current_schema() and table_name = any($1) group by table_name`,
    [Object.keys(KEYS)],
  )
  return new Map(rows.map((r) => [r.table, r.columns]))
}
