// Waiting until the program has come to rest: nothing on its way to it, no job due, nothing left to say.
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

/** Seconds ahead that count as now: an album's acknowledgement waits a little for its last picture. */
export const SOON = 3

const PATIENCE_MS = 20_000
/** A turn takes a few milliseconds; what takes longer is asked for ever less often, because asking takes the cores from what we wait for. */
const PAUSE_MS = { first: 4, growth: 1.4, longest: 40 }

const today = () => new Date().toISOString()

type Open = { said: number; due: number }

/** Rejects after a long while. `pending`: what the platform has not brought yet, or is not answered; `clock`: the program's. */
export async function comeToRest(pool: Pick<pg.Pool, 'query'>, pending: () => number, clock = today): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  let before = ''
  for (let milliseconds = PAUSE_MS.first; ; milliseconds = Math.min(milliseconds * PAUSE_MS.growth, PAUSE_MS.longest)) {
    const coming = pending()
    const open = coming ? undefined : await left(pool, clock())
    if (open && open.said + open.due === 0) return
    if (Date.now() > deadline) throw new Error('the program has not come to rest')
    // whatever moves may soon be done
    const now = JSON.stringify([coming, open])
    if (now !== before) milliseconds = PAUSE_MS.first
    before = now
    await pause(milliseconds)
  }
}

/** Prepared once a connection: planning over the partitions of the jobs costs more than the answer. */
async function left(pool: Pick<pg.Pool, 'query'>, clock: string): Promise<Open> {
  const { rows } = await pool.query<Open>({ name: 'open', text: OPEN, values: [SOON, clock] })
  return rows[0]!
}

/**
 * Messages that have not left and may (by the program's clock, as in core/data/outbox.ts: a test's may be months ahead of the database's),
 * and jobs that are due (by the database's).
 */
const OPEN = `select
  (select count(*)::int from "Outbox" where "sentAt" is null and failure is null
     and ("nextAt" is null or "nextAt" < $2::timestamptz + $1 * interval '1 s')) as said,
  (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'
     and start_after <= now()) as due`
