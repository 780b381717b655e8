// An Outbound becomes calls: pieces first, then the text, with its buttons under the last part.
import { setTimeout as pause } from 'node:timers/promises'
import type { Outbound, Sent } from '../../dialogs/vocabulary.ts'
import type { Log } from '../log.ts'
import { draftOf, load, type Sources } from './attach.ts'
import { composeText } from './compose.ts'
import type { Connector, Draft } from './connector.ts'
import type { Consents } from './consent.ts'
import { type Failure, sortFailure } from './failure.ts'
import type { Pace } from './pace.ts'
import type { Reference, References } from './reference.ts'

/** `elsewhere`: where a chat is looked for that nobody wrote from, or that was erased with its person; undefined: nowhere. */
export type Sending = {
  elsewhere?: Reference
  connector: Connector
  references: References
  consents: Consents
  sources: Sources
  pace: Pace
  log: Log
}

/** Back-off where nobody names a time: 1, 2, 4… seconds, at most this, over all chats, since it is Teams or the way to it that fails. */
const LONGEST_BACK_OFF = 60
/** What the pace asks for is waited for here, up to so many milliseconds; longer is written down for later. */
const SHORT_WAIT = 2500
/** Half-sent messages that we remember. */
const REMEMBERED = 1000

export function makeSend(sending: Sending): (chat: string, message: Outbound) => Promise<Sent> {
  const { references, log } = sending
  let troubles = 0
  /** Steps left of a message that must be tried again, so that its beginning is not said twice. */
  const left = new Map<string, number>()
  const later = (why: string, after = Math.min(2 ** troubles++, LONGEST_BACK_OFF)): Sent => ({
    outcome: 'retry',
    // not all at once: what failed for many chats would fail for them together again
    after: after * (1 + Math.random() / 4),
    why,
  })

  return async (chat, message) => {
    const reference = (await references.of(chat)) ?? sending.elsewhere
    if (!reference) return { outcome: 'gone', why: 'nobody has written from there' }
    const steps = await stepsOf(chat, reference, message, sending).catch((error) => {
      log.error({ err: error }, 'the attachments of a message could not be read; trying again')
    })
    if (!steps) return later('attachments could not be read')
    if (steps.length === 0) return { outcome: 'gave-up', why: 'nothing to say' }

    const key = `${chat}\n${message.text}`
    const walk: Walk = { next: Math.max(0, steps.length - (left.get(key) ?? steps.length)) }
    const failure = await walkThrough(steps, walk, { ...sending, chat, reference })
    left.delete(key)
    if (failure?.is === 'later') {
      if (walk.next > 0) remember(left, key, steps.length - walk.next)
      return later(failure.why, failure.after)
    }
    troubles = 0
    if (failure) {
      log.warn({ why: failure.why }, 'a message could not be sent')
      return { outcome: failure.is === 'gone' ? 'gone' : 'gave-up', why: failure.why }
    }
    return { outcome: 'sent', platformId: walk.last, platformAt: timeIn(walk.last) }
  }
}

/** An attachment that Teams refuses does not take the words with it; words that it refuses are the end. */
type Step = { draft: Draft; needed: boolean; editOf?: string }
type Walk = { next: number; last?: string }
type Way = Sending & { chat: string; reference: Reference }

/** Makes the calls one after the other; undefined once all are made. */
async function walkThrough(steps: Step[], walk: Walk, way: Way): Promise<Failure | undefined> {
  while (walk.next < steps.length) {
    const step = steps[walk.next]!
    const wait = await paced(way)
    if (wait > 0) return { is: 'later', after: wait / 1000, why: 'as many messages as Teams allows in this chat' }
    try {
      walk.last = await call(step, way)
    } catch (error) {
      const failure = sortFailure(error)
      if (failure.is === 'missing' && step.editOf !== undefined) {
        // deleted, or too old: said anew
        step.editOf = undefined
        continue
      }
      if (failure.is === 'later' || failure.is === 'gone' || step.needed) return failure
      way.log.warn({ why: failure.why }, 'an attachment was refused; the message goes on without it')
    }
    walk.next++
  }
  return undefined
}

async function call({ draft, editOf }: Step, { connector, chat, reference }: Way): Promise<string | undefined> {
  if (editOf === undefined) return connector.post(chat, reference, draft)
  await connector.put(chat, reference, editOf, draft)
  return editOf
}

/** Waits for the pace where that is short; milliseconds that are left to wait where it is long. */
async function paced({ pace, chat, reference }: Way): Promise<number> {
  for (;;) {
    const wait = pace.take(chat, reference.tenant)
    if (wait === 0 || wait > SHORT_WAIT) return wait
    await pause(wait)
  }
}

async function stepsOf(chat: string, reference: Reference, message: Outbound, { sources, consents, log }: Sending): Promise<Step[]> {
  const words = composeText(message)
  const steps: Step[] = []
  for (const attachment of message.attachments ?? []) {
    const piece = await load(attachment, sources)
    const draft = piece && (await draftOf(attachment, piece, { chat, place: reference.place, consents, words: message.text.slice(0, 200) }))
    if (draft) steps.push({ draft, needed: words.length === 0 })
    else log.warn({ kind: attachment.is }, 'an attachment is not there, or cannot be shown in Teams; the message goes without it')
  }
  const editOf = words.length === 1 ? message.editOf : undefined
  return [...steps, ...words.map((draft) => ({ draft, needed: true, editOf }))]
}

/** Teams' ids of messages are their time, in milliseconds. */
function timeIn(id: string | undefined): string | undefined {
  return id && /^1\d{12}$/.test(id) ? new Date(Number(id)).toISOString() : undefined
}

function remember(left: Map<string, number>, key: string, steps: number): void {
  if (left.size >= REMEMBERED) left.delete(left.keys().next().value!)
  left.set(key, steps)
}
