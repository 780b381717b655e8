// How updates leave: by long polling, or by webhook; never by both.
import { setTimeout as pause } from 'node:timers/promises'
import { Agent } from 'undici'
import { badRequest, conflict } from './refusal.ts'
import type { Params, Update } from './types.ts'

export type Webhook = { url: string; secret?: string; maxConnections: number }
type Pending = { chat: number; update: Update; attempts: number; flying: boolean }
type Poll = { limit: number; answer: (updates: Update[]) => void; refuse: (error: Error) => void }

export type UpdatesOptions = {
  firstUpdateId: number
  /** Milliseconds before a webhook that failed is tried again; doubles with each failure. */
  webhookBackOff: number
  /** Milliseconds that a webhook may take. */
  webhookPatience: number
}

export class Updates {
  webhook: Webhook | undefined
  /** As getWebhookInfo tells it. */
  lastError: { date: number; message: string } | undefined
  /** Updates that a webhook or a poll has acknowledged. */
  acknowledged = 0
  #pending: Pending[] = []
  #allowed: string[] | undefined
  #poll: Poll | undefined
  #nextId: number
  #flying = 0
  #closed = false
  readonly #options: UpdatesOptions
  readonly #agent = new Agent({ connections: 128, keepAliveTimeout: 30_000 })

  constructor(options: UpdatesOptions) {
    this.#options = options
    this.#nextId = options.firstUpdateId
  }

  get pendingCount(): number {
    return this.#pending.length
  }

  /** Ids of the updates that left and were acknowledged, from the first on. */
  acknowledgedIds(): number[] {
    const pending = new Set(this.#pending.map(({ update }) => update.update_id))
    const { firstUpdateId } = this.#options
    return Array.from({ length: this.#nextId - firstUpdateId }, (_, n) => firstUpdateId + n).filter((id) => !pending.has(id))
  }

  /** Undefined: a kind that the bot did not ask for. */
  add(chat: number, kind: string, content: unknown): Update | undefined {
    if (this.#allowed && !this.#allowed.includes(kind)) return undefined
    return this.bring(chat, { [kind]: content })
  }

  /** Any update as it is, even one that was brought before; without an id it gets the next. */
  bring(chat: number, content: Partial<Update>): Update {
    const update = { ...content, update_id: content.update_id ?? this.#nextId++ }
    this.#pending.push({ chat, update, attempts: 0, flying: false })
    if (this.webhook) this.#deliver()
    else this.#answerPoll()
    return update
  }

  /** From here on the next update id; the real server jumps after a quiet week. */
  jumpTo(updateId: number): void {
    this.#nextId = updateId
  }

  async getUpdates(params: Params, gone: AbortSignal): Promise<Update[]> {
    if (this.webhook) throw conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
    this.#poll?.refuse(conflict('terminated by other getUpdates request; make sure that only one bot instance is running'))
    this.#poll = undefined
    this.#allow(params.allowed_updates)
    const offset = Number(params.offset ?? 0)
    const before = this.#pending.length
    this.#pending = offset < 0 ? this.#pending.slice(offset) : this.#pending.filter(({ update }) => update.update_id >= offset)
    this.acknowledged += before - this.#pending.length
    const limit = Math.min(Math.max(Number(params.limit ?? 100), 1), 100)
    if (this.#pending.length > 0) return this.#first(limit)
    const seconds = Math.min(Number(params.timeout ?? 0), 50)
    if (seconds <= 0) return []
    return new Promise((resolve, reject) => {
      const poll: Poll = {
        limit,
        answer: (updates) => settle(() => resolve(updates)),
        refuse: (error) => settle(() => reject(error)),
      }
      const timer = setTimeout(() => poll.answer([]), seconds * 1000)
      const leave = () => poll.answer([])
      const settle = (act: () => void) => {
        clearTimeout(timer)
        gone.removeEventListener('abort', leave)
        if (this.#poll === poll) this.#poll = undefined
        act()
      }
      gone.addEventListener('abort', leave)
      this.#poll = poll
    })
  }

  setWebhook(params: Params): true {
    const url = String(params.url ?? '')
    if (url === '') return this.deleteWebhook(params)
    const read = URL.parse(url)
    const loopback = read?.hostname === '127.0.0.1' || read?.hostname === 'localhost'
    if (!read || (read.protocol !== 'https:' && !loopback)) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
    const secret = params.secret_token as string | undefined
    if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
      throw badRequest('secret token contains unallowed characters')
    }
    this.#allow(params.allowed_updates)
    this.#poll?.refuse(conflict('terminated by setWebhook request'))
    this.webhook = { url, secret, maxConnections: Number(params.max_connections ?? 40) }
    if (params.drop_pending_updates) this.#pending = []
    this.#deliver()
    return true
  }

  deleteWebhook(params: Params): true {
    this.webhook = undefined
    if (params.drop_pending_updates) this.#pending = []
    return true
  }

  async close(): Promise<void> {
    this.#closed = true
    this.webhook = undefined
    this.#poll?.answer([])
    await this.#agent.destroy()
  }

  #allow(kinds: unknown): void {
    if (kinds === undefined) return
    const list = (typeof kinds === 'string' ? JSON.parse(kinds) : kinds) as string[]
    this.#allowed = list.length > 0 ? list : undefined
  }

  #first(limit: number): Update[] {
    return this.#pending
      .slice(0, limit)
      .map(({ update }) => update)
      .sort((a, b) => a.update_id - b.update_id)
  }

  #answerPoll(): void {
    this.#poll?.answer(this.#first(this.#poll.limit))
  }

  /** The oldest of every chat goes, side by side; the next of a chat waits for the answer. */
  #deliver(): void {
    const busy = new Set<number>()
    for (const pending of this.#pending) {
      if (busy.has(pending.chat)) continue
      busy.add(pending.chat)
      if (pending.flying || this.#flying >= (this.webhook?.maxConnections ?? 0)) continue
      pending.flying = true
      this.#flying++
      void this.#bringToWebhook(pending).finally(() => {
        pending.flying = false
        this.#flying--
        if (!this.#closed) this.#deliver()
      })
    }
  }

  async #bringToWebhook(pending: Pending): Promise<void> {
    const trouble = await this.#postTo(this.webhook!, pending.update)
    if (trouble === undefined) {
      this.acknowledged++
      this.#pending = this.#pending.filter((other) => other !== pending)
      return
    }
    this.lastError = { date: Math.floor(Date.now() / 1000), message: trouble }
    const wait = this.#options.webhookBackOff * 2 ** Math.min(pending.attempts++, 6)
    await pause(wait, undefined, { ref: false })
  }

  /** Undefined: taken. */
  async #postTo({ url, secret }: Webhook, update: Update): Promise<string | undefined> {
    const { origin, pathname, search } = new URL(url)
    try {
      const { statusCode, body } = await this.#agent.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}) },
        body: JSON.stringify(update),
        headersTimeout: this.#options.webhookPatience,
        bodyTimeout: this.#options.webhookPatience,
      })
      await body.dump()
      return statusCode >= 200 && statusCode < 300 ? undefined : `Wrong response from the webhook: ${statusCode}`
    } catch (error) {
      return `Connection failed: ${error instanceof Error ? error.message : 'unknown'}`
    }
  }
}
