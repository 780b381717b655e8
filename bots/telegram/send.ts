// An Outbound becomes calls: pieces first, then the text with its buttons under the last part.
import { type Api, GrammyError } from 'grammy'
import type { EvidenceStore } from '../../core/evidence/port.ts'
import type { Outbound, Sent } from '../../dialogs/vocabulary.ts'
import type { Log } from '../log.ts'
import { splitText } from '../split.ts'
import { type Call, calls, load, type Pictures } from './attach.ts'
import { type Failure, sortFailure } from './failure.ts'
import { keyboard, textWithLinks } from './keyboard.ts'

export type Sources = { api: Api; evidence: EvidenceStore; pictures: Pictures; log: Log }

/** Back-off where Telegram names no time: 1, 2, 4… seconds, at most this, over all chats, since it is Telegram or the way to it that fails. */
const LONGEST_BACK_OFF = 60
/** Telegram counts 1 to 4096 characters; we count UTF-16 units, which are never fewer. */
const TEXT_LIMIT = 4096
/** Half-sent messages that we remember. */
const REMEMBERED = 1000

export function makeSend(sources: Sources): (chat: string, message: Outbound) => Promise<Sent> {
  const { api, log } = sources
  let troubles = 0
  /** Steps left of a message that must be tried again, so that its beginning is not said twice. */
  const left = new Map<string, number>()
  const later = (why: string, after = Math.min(2 ** troubles++, LONGEST_BACK_OFF), unclear?: true): Sent => ({
    ...{ outcome: 'retry', after, why },
    ...(unclear && { unclear }),
  })

  return async (chat, message) => {
    if (message.slot) answerTap(api, message.slot)
    const steps = await stepsOf(message, sources).catch((error) => {
      log.error({ err: error }, 'the attachments of a message could not be read; trying again')
    })
    if (!steps) return later('attachments could not be read')
    if (steps.length === 0) return { outcome: 'gave-up', why: 'nothing to say' }

    const key = `${chat}\n${message.slot ?? ''}\n${message.text}`
    const walk: Walk = { to: chat, next: Math.max(0, steps.length - (left.get(key) ?? steps.length)) }
    const failure = await walkThrough(steps, walk, log)
    left.delete(key)
    if (failure?.is === 'later') {
      if (walk.next > 0) remember(left, key, steps.length - walk.next)
      return later(failure.why, failure.after, failure.unclear)
    }
    troubles = 0
    if (failure) {
      log.warn({ why: failure.why }, 'a message could not be sent')
      return { outcome: failure.is === 'gone' ? 'gone' : 'gave-up', why: failure.why }
    }
    return {
      outcome: 'sent',
      platformId: walk.last && String(walk.last.message_id),
      platformAt: walk.last?.date === undefined ? undefined : new Date(walk.last.date * 1000).toISOString(),
      ...(walk.to === chat ? {} : { chat: walk.to }),
    }
  }
}

/** An attachment that Telegram refuses does not take the words with it; words that it refuses are the end. */
type Step = { call: Call; needed: boolean }
type Walk = { to: string; next: number; last?: Awaited<ReturnType<Call>> }

/** Makes the calls one after the other, following a group that moved; undefined once all are made. */
async function walkThrough(steps: Step[], walk: Walk, log: Log): Promise<Exclude<Failure, { is: 'moved' }> | undefined> {
  const from = walk.to
  while (walk.next < steps.length) {
    const step = steps[walk.next]!
    try {
      walk.last = await step.call(walk.to)
    } catch (error) {
      const failure = sortFailure(error)
      if (failure.is === 'moved') {
        if (walk.to !== from) return { is: 'refused', why: 'the group moved twice' }
        walk.to = failure.chat
        continue
      }
      if (failure.is !== 'refused' || step.needed) return failure
      log.warn({ why: failure.why }, 'an attachment was refused; the message goes on without it')
    }
    walk.next++
  }
  return undefined
}

async function stepsOf(message: Outbound, sources: Sources): Promise<Step[]> {
  const attachments = message.attachments ?? []
  const pieces = await Promise.all(attachments.map((attachment) => load(attachment, sources)))
  const missing = pieces.filter((piece) => !piece).length
  if (missing > 0) sources.log.warn({ missing }, 'attachments are no longer there, or too big; the message goes without them')
  const shown = pieces.flatMap((piece, n) => (piece ? [{ ...piece, asFile: isFile(attachments[n]!) }] : []))
  const words = texts(message, sources.api)
  return [
    ...calls(sources.api, shown).map((call) => ({ call, needed: words.length === 0 })),
    ...words.map((call) => ({ call, needed: true })),
  ]
}

const isFile = (attachment: NonNullable<Outbound['attachments']>[number]): boolean =>
  attachment.is === 'archive' || (attachment.is === 'badge' && attachment.as === 'file')

/** Previews stay off: a preview is a machine that opens a private link. */
const QUIET = { link_preview_options: { is_disabled: true } }

function texts(message: Outbound, api: Api): Call[] {
  const parts = splitText(textWithLinks(message), TEXT_LIMIT)
  const buttons = keyboard(message)
  return parts.map((part, n) => {
    const reply_markup = n === parts.length - 1 ? buttons : undefined
    const say: Call = (chat) => api.sendMessage(chat, part, { ...QUIET, reply_markup })
    if (message.editOf === undefined || parts.length > 1) return say
    return editing(Number(message.editOf), say, (chat, id) => api.editMessageText(chat, id, part, { ...QUIET, reply_markup }))
  })
}

/** The message `id` is said anew in its place; where it is gone or too old for that, as a new one. */
function editing(id: number, say: Call, edit: (chat: string, id: number) => Promise<unknown>): Call {
  return async (chat) => {
    try {
      await edit(chat, id)
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
      if (/to edit not found|can't be edited|identifier is not specified|MESSAGE_ID_INVALID/i.test(error.description)) return say(chat)
      if (!/is not modified/i.test(error.description)) throw error
    }
    return { message_id: id }
  }
}

/** Stops the spinner on the button. A tap that waited too long cannot be answered any more, and that is fine. */
function answerTap(api: Api, slot: string): void {
  api.answerCallbackQuery(slot).catch(() => {})
}

function remember(left: Map<string, number>, key: string, steps: number): void {
  if (left.size >= REMEMBERED) left.delete(left.keys().next().value!)
  left.set(key, steps)
}
