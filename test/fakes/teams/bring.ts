// How Teams brings activities to a bot: one chat in its order, again when the bot fails or does not answer in time.
import { setTimeout as pause } from 'node:timers/promises'

export type Brought = { activity: Record<string, unknown>; status: number; body: unknown; tries: number }

export type Bringing = {
  /** The bot's /api/messages. */
  endpoint: () => string
  authorization: (activity: Record<string, unknown>) => string | undefined
  /** Milliseconds before an activity that failed comes again; doubles. */
  backOff: number
  /** The real one's is 15 seconds. */
  patience: number
  /** Then it gives up. */
  mostTries: number
}

export class Bringer {
  readonly #how: Bringing
  readonly #tails = new Map<string, Promise<unknown>>()
  readonly #closing = new AbortController()
  pending = 0
  /** Everything that was answered, in order. */
  readonly brought: Brought[] = []

  constructor(how: Bringing) {
    this.#how = how
  }

  /** Resolves with what the bot answered last. */
  bring(chat: string, activity: Record<string, unknown>): Promise<Brought> {
    this.pending++
    const before = this.#tails.get(chat) ?? Promise.resolve()
    const mine = before.then(() => this.#insist(activity)).finally(() => this.pending--)
    this.#tails.set(
      chat,
      mine.catch(() => undefined),
    )
    return mine
  }

  /** At once, whatever is on its way; once. */
  async once(activity: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
    const authorization = this.#how.authorization(activity as Record<string, unknown>)
    const response = await fetch(this.#how.endpoint(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...headers },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      signal: AbortSignal.any([AbortSignal.timeout(this.#how.patience), this.#closing.signal]),
    })
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
  }

  async #insist(activity: Record<string, unknown>): Promise<Brought> {
    for (let tries = 1; ; tries++) {
      const answer = await this.once(activity).catch(() => ({ status: 0, body: undefined }))
      const again = (answer.status === 0 || answer.status >= 500) && answer.status !== 501 && tries < this.#how.mostTries
      if (!again || this.#closing.signal.aborted) {
        const brought = { activity, ...answer, tries }
        this.brought.push(brought)
        return brought
      }
      await pause(this.#how.backOff * 2 ** Math.min(tries, 5))
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.allSettled([...this.#tails.values()])
  }
}
