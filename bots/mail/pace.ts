// So many letters a minute: whoever comes too early is given a turn of their own, and is let through when they come again then.

/** Gives the seconds that this letter must wait; 0: now. `clock`: milliseconds. */
export function makePace(perMinute: number, clock: () => number): (letter: string) => number {
  const spacing = 60_000 / perMinute
  /** A few at once, and then evenly. */
  const burst = Math.max(0, Math.floor(perMinute / 6) - 1) * spacing
  const turns = new Map<string, number>()
  let next = Number.NEGATIVE_INFINITY

  return (letter) => {
    const now = clock()
    const turn = turns.get(letter) ?? Math.max(next, now - burst)
    if (!turns.has(letter)) next = turn + spacing
    if (turn > now) {
      turns.set(letter, turn)
      return Math.ceil((turn - now) / 1000)
    }
    turns.delete(letter)
    return 0
  }
}
