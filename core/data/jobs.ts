// Everything else that happens later: pg-boss, in the same database. A turn writes its jobs in its own statement (commit.ts),
// through the table that pg-boss offers for this ("SQL support"); queues bring their retry policy.
import type pg from 'pg'
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss'
import { storableJson } from './storableJson.ts'

/** Retry policy of each kind of job: `delay` in seconds, doubled each time up to `most`. What has used up its tries waits for an operator. */
const QUEUES = {
  /** Files leave the platform after a while: tries over two hours. */
  'fetch-evidence': { retryLimit: 12, delay: 2, most: 1800 },
  'settle-verdict': { retryLimit: 50, delay: 1, most: 600 },
  'settle-sending': { retryLimit: 50, delay: 1, most: 600 },
  'jury-due': { retryLimit: 50, delay: 2, most: 600 },
  /** A backend may be away for days. */
  forward: { retryLimit: 400, delay: 2, most: 3600 },
  /** Only the database and a key are needed. */
  'sign-endorsement': { retryLimit: 100, delay: 2, most: 3600 },
  reissue: { retryLimit: 50, delay: 2, most: 3600 },
  /** The same, for taking a badge back there. */
  revoke: { retryLimit: 400, delay: 2, most: 3600 },
  /** One statement; the next follow-up says what this one could not. */
  'plan-nudges': { retryLimit: 20, delay: 2, most: 600 },
  'join-people': { retryLimit: 20, delay: 1, most: 600 },
  'ask-first-side': { retryLimit: 20, delay: 1, most: 600 },
  unreachable: { retryLimit: 20, delay: 2, most: 600 },
  erase: { retryLimit: 50, delay: 5, most: 3600 },
  /** An event that could not be taken in is tried again apart, so that it does not block its chat. */
  event: { retryLimit: 4, delay: 5, most: 600 },
} as const
export type Queue = keyof typeof QUEUES
export const QUEUE_NAMES = Object.keys(QUEUES) as Queue[]

const KEEP_DAYS = 90
/** A turn wakes its own process's workers, so the interval is what other processes' jobs and late ones wait. */
const WORK = { pollingIntervalSeconds: 1, includeMetadata: true, perJobResults: true, localConcurrency: 2 } as const

/** No use trying again: an operator must look. */
export type Dead = { dead: string }

/** Tried again at its usual time, and not before so many seconds. `uncounted`: this was no try, and there may be any number of them. */
export type Later = { later: number; why: string; uncounted?: true }

/** A handler that throws is tried again. `last`: no try is left after this one. */
export type Handler = (data: unknown, job: { id: string; last: boolean }) => Promise<void> | Promise<Dead | Later | undefined>

export type Jobs = {
  work: (queue: Queue, handler: Handler) => Promise<void>
  /** Something was put into this queue just now: look at once. */
  wake: (queue: Queue) => void
  /** A job outside any turn. */
  send: (queue: Queue, data: object, options?: { at?: Date; once?: string }) => Promise<void>
  stop: () => Promise<void>
}

export async function openJobs(pool: pg.Pool, onError: (error: Error) => void): Promise<Jobs> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) }, schedule: false })
  boss.on('error', onError)
  await boss.start()
  const existing = new Set((await boss.getQueues()).map((q) => q.name))
  for (const name of QUEUE_NAMES) {
    const { retryLimit, delay, most } = QUEUES[name]
    const options = {
      retryLimit,
      retryDelay: delay,
      retryBackoff: true,
      retryDelayMax: most,
      retentionSeconds: KEEP_DAYS * 86400,
      deleteAfterSeconds: 7 * 86400,
      expireInSeconds: 300,
    }
    if (existing.has(name)) await boss.updateQueue(name, options)
    else await boss.createQueue(name, options)
  }
  const workers = new Map<Queue, string>()
  return {
    async work(queue, handler) {
      const id = await boss.work(queue, WORK, async (batch: JobWithMetadata[]) => {
        const results: JobResult[] = []
        for (const { id, data, retryCount, retryLimit } of batch) {
          const job = { id, last: retryCount >= retryLimit }
          const outcome = await outcomeOf(handler, data, job)
          if (outcome && 'later' in outcome && (await putOff(pool, queue, id, outcome))) continue
          if (!outcome) results.push({ id, status: 'completed' })
          else if ('dead' in outcome) results.push({ id, status: 'deadletter', output: { message: outcome.dead } })
          else results.push({ id, status: 'failed', output: { message: 'later' in outcome ? outcome.why : outcome.failed } })
        }
        return results
      })
      workers.set(queue, id)
    },
    wake(queue) {
      const worker = workers.get(queue)
      if (worker) boss.notifyWorker(worker)
    },
    async send(queue, data, { at, once } = {}) {
      await boss.send(queue, JSON.parse(storableJson(data)), { startAfter: at, singletonKey: once })
    },
    stop: () => boss.stop({ graceful: true, timeout: 8000, close: false }),
  }
}

/**
 * What pg-boss does with a job that failed, and besides keeps the time that a handler asks for: pg-boss itself knows its queue's delay alone.
 * It then leaves the job alone, since it settles only what is running. False: no try is left, or it is not running any more.
 */
async function putOff(pool: pg.Pool, queue: Queue, id: string, { later, why, uncounted }: Later): Promise<boolean> {
  const { delay, most } = QUEUES[queue]
  const { rowCount } = await pool.query(
    `update pgboss.job set state = 'retry', retry_limit = retry_limit + $5::int, output = jsonb_build_object('message', $3::text),
       start_after = now() + greatest($4::float8, least($6::float8 * 2 ^ least(retry_count, 30), $7::float8)) * interval '1 s'
     where name = $1 and id = $2::uuid and state = 'active' and (retry_count < retry_limit or $5::int > 0)`,
    [queue, id, why, later, uncounted ? 1 : 0, delay, most],
  )
  return Boolean(rowCount)
}

async function outcomeOf(
  handler: Handler,
  data: unknown,
  job: { id: string; last: boolean },
): Promise<Dead | Later | { failed: string } | undefined> {
  try {
    return (await handler(data, job)) ?? undefined
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}
