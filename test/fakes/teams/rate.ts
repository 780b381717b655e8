// What Teams lets a bot say (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit), counted where it arrives.
const CHAT = [
  { calls: 7, ms: 1000 },
  { calls: 8, ms: 2000 },
  { calls: 60, ms: 30_000 },
  { calls: 1800, ms: 3_600_000 },
]
const TENANT = [{ calls: 30, ms: 1000 }]

export class Rate {
  readonly #made = new Map<string, number[]>()
  /** How often somebody was told to wait. */
  refused = 0

  /** Seconds to wait; undefined: come in. */
  wait(chat: string, tenant: string): number | undefined {
    const at = performance.now()
    for (const [key, limits] of [
      [chat, CHAT],
      [`tenant ${tenant}`, TENANT],
    ] as const) {
      const made = this.#made.get(key) ?? []
      for (const { calls, ms } of limits) {
        const before = made.at(-calls)
        if (before !== undefined && at - before < ms) {
          this.refused++
          return (before + ms - at) / 1000
        }
      }
    }
    for (const key of [chat, `tenant ${tenant}`]) this.#made.set(key, [...(this.#made.get(key) ?? []), at].slice(-1800))
    return undefined
  }
}
