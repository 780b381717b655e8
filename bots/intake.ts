// The door of every channel: an event is committed, known already, or set aside when it breaks the program again and again,
// so that it does not block its chat. When the database cannot be reached it throws, and the platform keeps the event.
import type { Jobs } from '../core/data/jobs.ts'
import type { Intake } from '../dialogs/vocabulary.ts'
import type { Log } from './log.ts'
import type { Turn } from './turn.ts'

const TRIES = 3

export function makeIntake({ turn, jobs, log }: { turn: Turn; jobs: Jobs; log: Log }): Intake {
  return async (inbound) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await turn(inbound)
      } catch (error) {
        if (isOutage(error)) throw error
        log.error({ err: error, event: inbound.key, attempt }, 'an event could not be taken in')
        if (attempt < TRIES) continue
        await jobs.send('event', inbound, { once: inbound.key })
        return 'set-aside'
      }
    }
  }
}

/** The database is away, not the event wrong: connection failures (class 08), shutdown (57P), too many connections, and what Node says. */
const isOutage = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  if (code && (/^(08|57P|53)/.test(code) || /^E(CONN|PIPE|NOTFOUND|HOST|AI_AGAIN|TIMEDOUT)/.test(code))) return true
  return /connection terminated|timeout exceeded when trying to connect|cannot use a pool after/i.test(message ?? '')
}
