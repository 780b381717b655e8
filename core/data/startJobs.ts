/**
 * The insert that starts jobs inside another statement, through the table that pg-boss offers for this ("SQL support"): `source` has rows
 * `j` (queue text, data jsonb, at timestamptz), each with the retry policy of its queue.
 */
export const startJobs = (source: string, condition = 'true'): string =>
  `insert into pgboss.job (name, data, start_after, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, policy, dead_letter)
        select q.name, j.data, coalesce(j.at, now()), coalesce(j.at, now()) + q.retention_seconds * interval '1 s', q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
          q.expire_seconds, q.deletion_seconds, q.policy, q.dead_letter
        from ${source} join pgboss.queue q on q.name = j.queue where ${condition}`
