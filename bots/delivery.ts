// Sending what was committed: one chat after the other within itself, all chats side by side. What a platform asks us to
// try later is written down, not slept over; whatever this process does not finish, the next poll of any process finds.
import { setTimeout as wait } from 'node:timers/promises'
import { type Outbox, type Delivered, NOT_KNOWN } from '../core/data/outbox.ts'
import { plusSeconds } from '../core/model/time.ts'
import type { Channel, Outbound } from '../dialogs/vocabulary.ts'
import type { Log } from './log.ts'
import { openPace, type Pace } from './pace.ts'

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
/** Well within a lease of 30 s. */
const RENEW_MS = 8000
const ACK_RETRY_MS = 500
/** A commit's answer may be on its way for so long; what it leased is an orphan then, because its connection broke in between. */
const ORPHAN_SECONDS = 2
/** A message that failed this often, over about a day, is given up. */
const MOST_ATTEMPTS = 30

export function openDelivery(parts: {
  outbox: Outbox
  channel: (name: string) => Channel | undefined
  /** Messages for any other channel wait. Without it: all. */
  channels?: () => string[]
  log: Log
  now: () => string
  /** Whoever sends to many asks it. */
  pace?: Pace
}): Delivery {
  const { outbox, channel, channels, log, now, pace = openPace() } = parts
  const chats = new Map<string, ToSend[]>()
  const running = new Set<Promise<void>>()
  let acks: Delivered[] = []
  /** On their way into the database. */
  let writing: Delivered[] = []
  let acking: Promise<void> | undefined
  /** Chats that a platform told to wait, and until when. */
  const waiting = new Map<string, number>()
  let renewed = Date.now()
  let looked = 0
  let stopping = false
  let timer: NodeJS.Timeout | undefined

  /** Many acknowledgements, one statement. */
  function acknowledge(delivered: Delivered): void {
    acks.push(delivered)
    acking ??= wait(ACK_MS).then(flush)
  }

  /** What cannot be written down now is kept and tried again: without it, the messages would be sent a second time. */
  async function flush(): Promise<void> {
    writing = acks
    acks = []
    acking = undefined
    if (!writing.length) return
    try {
      await outbox.sent(writing)
    } catch (error) {
      log.error({ err: error }, 'what was sent could not be written down')
      acks.unshift(...writing)
      if (!stopping) acking ??= wait(ACK_RETRY_MS).then(flush)
    }
    writing = []
  }

  /** What this process is sending, or has sent and not written down. */
  const inHand = (): string[] => [...[...chats.values()].flat(), ...acks, ...writing].map(({ id }) => id)

  function track(work: Promise<void>): void {
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  function deliver(messages: ToSend[]): void {
    // leased by a commit that did not see its chat begin to wait: sent now, it would overtake
    const early = messages.filter((m) => waiting.has(m.to)).map((m) => m.id)
    if (early.length) track(outbox.giveBack(early).catch((error) => log.error({ err: error }, 'a message waits until its lease runs out')))
    for (const message of messages) {
      if (waiting.has(message.to)) continue
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
        if (!(await sendOne(to, queue[0]!))) {
          // what came while it was being sent
          if (queue.length > 1) await outbox.giveBack(queue.slice(1).map((m) => m.id))
          return
        }
        queue.shift()
      }
      // we stop: what was not begun is as good as never leased, and no message to many is thought lost for it
      if (queue.length) await outbox.giveBack(queue.map((m) => m.id))
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
    if (!via) return waitFor(to, message.id, 60)
    pace.leaves()
    const about = { id: message.id, last: message.attempts + 1 >= MOST_ATTEMPTS }
    const sent = await via.send(to.slice(colon + 1), message.body, about)
    switch (sent.outcome) {
      case 'sent':
        acknowledge({ id: message.id, at: now(), platformId: sent.platformId ?? null, platformAt: sent.platformAt ?? null })
        if (sent.chat) await outbox.moved(name, to.slice(colon + 1), sent.chat)
        return true
      case 'retry':
        if (message.body.broadcast) pace.slowDown(sent.after)
        if (message.body.broadcast && sent.unclear) {
          await outbox.failed(message.id, NOT_KNOWN)
          return true
        }
        if (message.attempts + 1 >= MOST_ATTEMPTS) {
          await outbox.failed(message.id, sent.why)
          return true
        }
        return waitFor(to, message.id, Math.max(sent.after, Math.min(2 ** message.attempts * 0.5, 3600)))
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

  async function waitFor(to: string, id: string, seconds: number): Promise<false> {
    waiting.set(to, Date.parse(now()) + seconds * 1000)
    await outbox.later(id, to, plusSeconds(now(), seconds))
    return false
  }

  /** What takes longer than its lease is not sent by somebody else meanwhile; what was leased and never came to hand is free. */
  async function keepLeases(): Promise<void> {
    for (const [to, until] of waiting) if (until <= Date.parse(now())) waiting.delete(to)
    if (Date.now() - looked > ORPHAN_SECONDS * 1000) {
      looked = Date.now()
      await outbox.takeBack(ORPHAN_SECONDS, inHand())
    }
    if (!chats.size || Date.now() - renewed < RENEW_MS) return
    renewed = Date.now()
    await outbox.renew(inHand())
  }

  async function poll(): Promise<void> {
    try {
      await keepLeases()
      const leased = await outbox.lease(now(), channels?.())
      for (const { to } of leased) waiting.delete(to)
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
