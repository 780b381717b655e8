// How PostgreSQL goes about a turn's statements in a full database: by key, or through whole tables?
import type { Statement, Talk } from './conversation.ts'
import { actOn } from './learner.ts'

export type Plans = {
  claims: number
  statements: number /** Statement and table of each sequential scan of more than a few rows. */
  scans: string[]
}

const CLAIMS = 100_000
/** Tables that stay this small (queues, badges) are read whole, and that is right. */
const SMALL = 500

export async function inspectPlans(talk: Talk): Promise<Plans> {
  const statements = await statementsOfOneConversation(talk)
  await fill(talk)
  const scans = new Set<string>()
  for (const { name, text, values } of statements) {
    for (const mode of ['force_custom_plan', 'force_generic_plan'])
      for (const scan of await scansOf(talk, text, values, mode)) scans.add(`${name}: ${scan}`)
  }
  return { claims: CLAIMS, statements: statements.length, scans: [...scans] }
}

async function statementsOfOneConversation(talk: Talk): Promise<Statement[]> {
  const learner = talk.person()
  const seen = new Map<string, Statement>()
  talk.watch((statement) => seen.set(statement.name, statement))
  await learner.does({ is: 'start', code: 'l-heure-compte' })
  for (let turns = 0; !learner.sent && turns < 60; turns++) await learner.does(actOn(learner.asked(), learner.turns)!)
  talk.watch(undefined)
  return [...seen.values()]
}

/** Copies of the people and claims that the conversation left, with all that belongs to them. */
async function fill({ pool }: Talk): Promise<void> {
  const columns = async (table: string) => {
    const sql =
      'select column_name as name from information_schema.columns where table_name = $1 and table_schema = current_schema() order by ordinal_position'
    return (await pool.query<{ name: string }>(sql, [table])).rows.map(({ name }) => name)
  }
  const copy = async (table: string, from: string, changed: Record<string, string>) => {
    const all = await columns(table)
    const values = all.map((name) => changed[name] ?? `s."${name}"`)
    await pool.query(`insert into "${table}" (${all.map((n) => `"${n}"`)}) select ${values} from ${from}`)
  }
  const one = `generate_series(1, ${CLAIMS}) n`
  const id = (kind: string) => `md5('${kind}' || n)::uuid`
  const sample = '(select * from "Claim" order by "touchedAt" desc limit 1)'
  await pool.query('begin')
  await copy('Person', `${one}, (select p.* from "Person" p join ${sample} c on c."personId" = p.id) s`, { id: id('person') })
  await copy('Account', `${one}, (select * from "Account" limit 1) s`, { externalId: "'x' || n", personId: id('person'), chat: "'x' || n" })
  await copy('Claim', `${one}, ${sample} s`, { id: id('claim'), personId: id('person'), token: "md5('token' || n)" })
  await copy('Answer', `${one}, (select a.* from "Answer" a join ${sample} c on c.id = a."claimId" limit 3) s`, {
    id: "s.id || ':' || n",
    claimId: id('claim'),
  })
  await copy('Endorsement', `${one}, (select * from "Endorsement" limit 1) s`, { id: id('endorsement'), claimId: id('claim') })
  await copy('Link', `${one}, (select * from "Link" limit 1) s`, { code: "md5('code' || n)", subject: `${id('endorsement')}::text` })
  await copy('Outbox', `${one}, (select * from "Outbox" where "sentAt" is not null limit 1) s`, {
    id: "'x' || n",
    seq: `nextval(pg_get_serial_sequence('"Outbox"', 'seq'))`,
    to: "'telegram:x' || n",
    platformId: "'x' || n",
    personId: id('person'),
  })
  await copy('Inbound', `${one}, (select * from "Inbound" limit 1) s`, { key: "'x' || n" })
  await pool.query('commit')
  await pool.query('vacuum analyze')
}

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Plan Rows': number; Plans?: Node[] }

async function scansOf({ pool }: Talk, text: string, values: unknown[], mode: string): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query(`set plan_cache_mode = ${mode}`)
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (format json) ${text}`, values)
    const big = await client.query<{ relname: string }>('select relname from pg_class where relkind = $1 and reltuples > $2', ['r', SMALL])
    const names = new Set(big.rows.map(({ relname }) => relname))
    const walk = (node: Node): string[] => [
      ...(node['Node Type'] === 'Seq Scan' && names.has(node['Relation Name'] ?? '') ? [node['Relation Name']!] : []),
      ...(node.Plans ?? []).flatMap(walk),
    ]
    return walk(rows[0]!['QUERY PLAN'][0]!.Plan)
  } finally {
    await client.query('reset plan_cache_mode')
    client.release()
  }
}
