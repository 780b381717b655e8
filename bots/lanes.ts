// Work in lanes: one person's in order, different persons' side by side.

export class Lanes<Lane> {
  readonly #tails = new Map<Lane, Promise<void>>()

  /** Runs `work` after everything that was put in the same lane before. `work` does not throw. */
  run(lane: Lane, work: () => Promise<void>): Promise<void> {
    const before = this.#tails.get(lane)
    const mine = before ? before.then(work) : work()
    this.#tails.set(lane, mine)
    return mine.finally(() => {
      if (this.#tails.get(lane) === mine) this.#tails.delete(lane)
    })
  }
}
