// The jobs of a rehearsal, in memory: each is done once its time has come, in the order in which they are due.
import type { JobRow } from '../../core/data/commit.ts'
import type { Handler } from '../../core/data/jobs.ts'
import type { Log } from '../log.ts'

export type Agenda = {
  add: (jobs: JobRow[]) => void
  /** Does everything that is due at `now`, and what that brings about. */
  work: (handlers: Record<string, Handler>, now: string) => Promise<void>
  /** When the next one is due, in milliseconds since 1970. */
  next: () => number | undefined
}

export function openAgenda(log: Log): Agenda {
  let jobs: (JobRow & { due: number; id: string })[] = []
  let count = 0

  return {
    add(more) {
      const added = more.map((job) => ({ ...job, due: job.at ? Date.parse(job.at) : 0, id: `talk-${++count}` }))
      jobs = [...jobs, ...added].toSorted((a, b) => a.due - b.due)
    },
    async work(handlers, now) {
      const until = Date.parse(now)
      while (jobs[0] && jobs[0].due <= until) {
        const { queue, data, id } = jobs.shift()!
        try {
          // there is no second try: what cannot be done is said at once
          const came = await handlers[queue]?.(data, { id, last: true })
          if (came) log.warn({ queue, why: 'dead' in came ? came.dead : came.why }, 'an operator would have to look')
        } catch (error) {
          log.error({ err: error, queue }, 'this could not be done')
        }
      }
    },
    next: () => jobs[0]?.due,
  }
}
