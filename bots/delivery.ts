// Sending what was committed: one chat after the other within itself, all chats side by side. What a platform asks us to
// try later is written down, not slept over; whatever this process does not finish, the next poll of any process finds.
import type { Outbox, Delivered } from '../core/data/outbox.ts'
import { plusSeconds } from '../core/model/time.ts'
import type { Channel, Outbound } from '../dialogs/vocabulary.ts'
import type { Log } from './log.ts'

export type ToSend = { id: string; to: string; body: Outbound; attempts: number }

export type Delivery = {
  /** Sends these, in order; they are leased by this process. */
  deliver: (messages: ToSend[]) => void
  /** Begins to look for what nobody sends. */
  start: () => void
  /** Finishes what is on its way, writes down what was sent. */
  stop: () => Promise<void>
}

const POLL_MS = 250
const ACK_MS = 15
/** A message that failed this often, over about a day, is given up. */
const MOST_ATTEMPTS = 30

export function openDelivery(parts: {
  outbox: Outbox
  channel: (name: string) => Channel | undefined
  log: Log
  now: () => string
}): Delivery {
  const { outbox, channel, log, now } = parts
  const chats = new Map<string, ToSend[]>()
  const running = new Set<Promise<void>>()
  let acks: Delivered[] = []
  let acking: Promise<void> | undefined
  let stopping = false
  let timer: NodeJS.Timeout | undefined

  /** Many acknowledgements, one statement. */
  function acknowledge(delivered: Delivered): void {
    acks.push(delivered)
    acking ??= new Promise((resolve) => setTimeout(resolve, ACK_MS)).then(flush)
  }

  async function flush(): Promise<void> {
    const batch = acks
    acks = []
    acking = undefined
    if (batch.length)
      await outbox.sent(batch).catch((error) => log.error({ err: error }, 'what was sent could not be written down; it may be sent again'))
  }

  function track(work: Promise<void>): void {
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  function deliver(messages: ToSend[]): void {
    for (const message of messages) {
      const queue = chats.get(message.to)
      if (queue) queue.push(message)
      else {
        chats.set(message.to, [message])
        track(drain(message.to))
      }
    }
  }

  async function drain(to: string): Promise<void> {
    const queue = chats.get(to)!
    try {
      while (queue.length && !stopping) {
        if (!(await sendOne(to, queue[0]!))) return
        queue.shift()
      }
    } catch (error) {
      // the lease runs out, and a poll takes it up again
      log.error({ err: error }, 'a chat could not be sent')
    } finally {
      chats.delete(to)
    }
  }

  /** False: this chat waits. */
  async function sendOne(to: string, message: ToSend): Promise<boolean> {
    const colon = to.indexOf(':')
    const name = to.slice(0, colon)
    const via = channel(name)
    if (!via) {
      await outbox.later(message.id, to, plusSeconds(now(), 60))
      return false
    }
    const sent = await via.send(to.slice(colon + 1), message.body)
    switch (sent.outcome) {
      case 'sent':
        acknowledge({ id: message.id, at: now(), platformId: sent.platformId ?? null, platformAt: sent.platformAt ?? null })
        if (sent.chat) await outbox.moved(name, to.slice(colon + 1), sent.chat)
        return true
      case 'retry':
        if (message.attempts + 1 >= MOST_ATTEMPTS) {
          await outbox.failed(message.id, sent.why)
          return true
        }
        await outbox.later(message.id, to, plusSeconds(now(), Math.max(sent.after, Math.min(2 ** message.attempts * 0.5, 3600))))
        return false
      case 'gave-up':
        log.warn({ message: message.id, why: sent.why }, 'a message cannot be sent')
        await outbox.failed(message.id, sent.why)
        return true
      case 'gone':
        await outbox.gone(to, sent.why, now())
        return false
      default:
        return sent satisfies never
    }
  }

  async function poll(): Promise<void> {
    try {
      const leased = await outbox.lease(now())
      deliver(leased as ToSend[])
    } catch (error) {
      if (!stopping) log.error({ err: error }, 'the outbox could not be read')
    }
    if (!stopping) timer = setTimeout(() => track(poll()), POLL_MS)
  }

  return {
    deliver,
    start: () => track(poll()),
    async stop() {
      stopping = true
      clearTimeout(timer)
      await Promise.allSettled([...running])
      await acking
      await flush()
    },
  }
}
