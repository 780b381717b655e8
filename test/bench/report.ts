// Loaded into a measured process (`node --import`): tells its parent, when asked, what it has used and asked of the database.
import pg from 'pg'

export type Used = {
  /** Microseconds of processor time since its start, and how much of it in the system's own code. */
  cpu: number
  system: number
  /** Bytes. */
  rss: number
  /** Statements sent to the database, by name; the first word where they have none. */
  statements: Record<string, number>
}

const statements: Record<string, number> = {}
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  const said = args[0] as string | { name?: string; text?: string }
  const text = typeof said === 'string' ? said : said.text
  const name = (typeof said === 'string' ? undefined : said.name) ?? text?.trim().split(/\s+/, 3).join(' ').toLowerCase() ?? '?'
  statements[name] = (statements[name] ?? 0) + 1
  return query.apply(this, args)
} as typeof pg.Client.prototype.query

process.on('message', (asked) => {
  if (asked !== 'used') return
  const { user, system } = process.cpuUsage()
  process.send!({ cpu: user + system, system, rss: process.memoryUsage.rss(), statements: { ...statements } } satisfies Used)
})
process.channel?.unref()
