// So many letters a minute: whoever comes too early is told when it is their turn, each a turn of their own.

/** Gives the seconds to wait; 0: now. `clock`: milliseconds. */
export function makePace(perMinute: number, clock: () => number): () => number {
  const spacing = 60_000 / perMinute
  /** A few at once, and then evenly. */
  const burst = Math.max(1, Math.floor(perMinute / 6)) * spacing
  let next = 0
  return () => {
    const now = clock()
    next = Math.max(next, now - burst)
    // a clock that was set back, or a queue that a restart has emptied
    if (next - now > 3_600_000) next = now
    if (next <= now) {
      next += spacing
      return 0
    }
    // the place in the queue is not kept: whoever waits asks again then
    return Math.ceil((next - now) / 1000)
  }
}
