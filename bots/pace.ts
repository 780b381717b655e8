// How fast messages to many may leave: what platforms take from us in a second, less what people are being answered meanwhile, and
// nothing while they tell us to wait. Replies ask nobody and go at once.

export type Pace = {
  /** A message leaves now, whatever it is. */
  leaves: () => void
  /** A message to many was told to come back in so many seconds: the others wait as well. */
  slowDown: (seconds: number) => void
  /** Milliseconds until the next one to many may leave. */
  wait: () => number
}

/** Platforms allow about 30 a second to all chats together (platforms.md): a third is kept free, for replies that come in a burst. */
const IN_A_SECOND = 20
/** Evenly, never in a burst. */
const SPACING_MS = 1000 / IN_A_SECOND

export function openPace(clock: () => number = () => performance.now()): Pace {
  /** When the last ones left. */
  let left: number[] = []
  let rests = 0
  return {
    leaves() {
      left = [...left.slice(1 - IN_A_SECOND), clock()]
    },
    slowDown(seconds) {
      rests = Math.max(rests, clock() + seconds * 1000)
    },
    wait() {
      const now = clock()
      const full = left.length === IN_A_SECOND ? left[0]! + 1000 : 0
      const close = left.length ? left.at(-1)! + SPACING_MS : 0
      return Math.max(0, rests - now, full - now, close - now)
    },
  }
}
