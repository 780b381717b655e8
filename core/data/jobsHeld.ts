// For operators: work that waits or that failed for good, jobs (pg-boss's table) and messages (our outbox) alike.
import type pg from 'pg'

export type HeldJob = {
  id: string
  /** Queue of a job, or `message` and the channel. */
  what: string
  /** waiting: its time will come; running; failed: nothing happens until somebody retries it. */
  state: 'waiting' | 'running' | 'failed'
  /** When it runs next, or when it failed. */
  at: Date
  attempts: number
  error: string | null
}

const JOBS = `select id::text, name as what,
    case state when 'active' then 'running' when 'failed' then 'failed' else 'waiting' end as state,
    case state when 'failed' then coalesce(completed_on, created_on) else start_after end as at,
    case when state = 'created' then 0 else retry_count + 1 end as attempts,
    coalesce(output ->> 'message', output -> 'value' ->> 'message', left(output::text, 200)) as error
  from pgboss.job where state in ('created', 'retry', 'active', 'failed')`

const MESSAGES = `select id, 'message ' || split_part("to", ':', 1) as what,
    case when failure is null then 'waiting' else 'failed' end as state,
    coalesce("nextAt", at) as at, attempts, failure as error
  from "Outbox" where "sentAt" is null`

type Queryable = Pick<pg.Pool, 'query'>

/** Before the first start there is no table of jobs. */
const hasJobs = async (database: Queryable): Promise<boolean> =>
  (await database.query<{ found: boolean }>(`select to_regclass('pgboss.job') is not null as found`)).rows[0]?.found ?? false

/** Failed ones first, then in the order of their time. */
export async function heldJobs(database: Queryable): Promise<HeldJob[]> {
  const both = (await hasJobs(database)) ? `${JOBS} union all ${MESSAGES}` : MESSAGES
  const { rows } = await database.query<HeldJob>(`select * from (${both}) held order by (state = 'failed') desc, at`)
  return rows
}

/** Lets a failed job or message run again at once. False: nothing failed has this id. */
export async function retryHeld(database: Queryable, id: string): Promise<boolean> {
  // what pg-boss's own retry does, by id alone and without its delay
  const job = `update pgboss.job set state = 'retry', retry_limit = retry_limit + 1, completed_on = null, start_after = now()
    where id::text = $1 and state = 'failed'`
  if ((await hasJobs(database)) && (await database.query(job, [id])).rowCount) return true
  const message = `update "Outbox" set failure = null, attempts = 0, "nextAt" = now() where id = $1 and failure is not null and "sentAt" is null`
  return Boolean((await database.query(message, [id])).rowCount)
}
