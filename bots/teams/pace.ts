// How fast we may speak (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit): to one chat, and to all of a tenant.
// Each process counts what it sends itself. A chat is sent by one process at a time, so that is nearly all; the rest is Teams' own 429.

/** At most so many calls in so many milliseconds. */
type Limit = { calls: number; ms: number }

/** A little longer than Teams says, because what we send evenly arrives unevenly. */
const LATE_MS = 60
const CHAT: Limit[] = [
  { calls: 7, ms: 1000 },
  { calls: 8, ms: 2000 },
  { calls: 60, ms: 30_000 },
  { calls: 1800, ms: 3_600_000 },
]
const TENANT: Limit[] = [{ calls: 30, ms: 1000 }]
/** Chats whose calls are remembered. */
const REMEMBERED = 10_000

export type Pace = {
  /** Milliseconds until one more call to this chat is allowed; 0: now, and it counts as made. */
  take: (chat: string, tenant: string | undefined) => number
}

export function openPace(now: () => number = () => performance.now()): Pace {
  const made = new Map<string, number[]>()

  const callsOf = (key: string): number[] => {
    const calls = made.get(key) ?? []
    made.delete(key)
    if (made.size >= REMEMBERED) made.delete(made.keys().next().value!)
    made.set(key, calls)
    return calls
  }

  return {
    take(chat, tenant) {
      const at = now()
      const counts: [number[], Limit[]][] = [
        [callsOf(`chat ${chat}`), CHAT],
        [callsOf(`tenant ${tenant ?? ''}`), TENANT],
      ]
      const wait = Math.max(...counts.map(([calls, limits]) => waitOf(calls, limits, at)))
      if (wait > 0) return wait
      for (const [calls, limits] of counts) {
        calls.push(at)
        const longest = limits.at(-1)!
        while (calls.length > longest.calls) calls.shift()
      }
      return 0
    },
  }
}

/** The call that is `calls` back must be `ms` ago. */
function waitOf(made: number[], limits: Limit[], at: number): number {
  const waits = limits.map(({ calls, ms }) => {
    const before = made.at(-calls)
    return before === undefined ? 0 : before + ms + LATE_MS - at
  })
  return Math.max(0, ...waits)
}
