// Something that only one process may do at a time: it waits for its turn, and is told when it has lost it.
import type { Database } from './database.ts'

/** Calls `run` once this process alone holds the lock `name`; the signal aborts when the connection that holds it is gone. */
export function holdingLock(
  { connect }: Pick<Database, 'connect'>,
  name: string,
): (run: (signal: AbortSignal) => Promise<void>) => Promise<void> {
  return async (run) => {
    const client = await connect(name)
    const lost = new AbortController()
    client.once('end', () => lost.abort())
    try {
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`declic ${name}`])
      await run(lost.signal)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
