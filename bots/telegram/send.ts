// An Outbound becomes calls: pieces first, then the text with its buttons under the last part.
import type { Api } from 'grammy'
import type { EvidenceStore } from '../../core/evidence/port.ts'
import type { Outbound, Sent } from '../../dialogs/vocabulary.ts'
import type { Log } from '../log.ts'
import { type Call, calls, load, type Pictures } from './attach.ts'
import { sortFailure } from './failure.ts'
import { keyboard, textWithLinks } from './keyboard.ts'
import { splitText } from './split.ts'

export type Sources = { api: Api; evidence: EvidenceStore; pictures: Pictures; log: Log }

/** What Telegram shows in its bubble when a tap is answered. */
const BUBBLE = 200
/** Back-off where Telegram names no time: 1, 2, 4… seconds, at most this, over all chats, since it is Telegram or the way to it that fails. */
const LONGEST_BACK_OFF = 60
/** Half-sent messages that we remember. */
const REMEMBERED = 1000

export function makeSend(sources: Sources): (chat: string, message: Outbound) => Promise<Sent> {
  const { api, log } = sources
  let troubles = 0
  /** Calls already made of a message that must be tried again, so that its first part is not said twice. */
  const done = new Map<string, number>()

  return async (chat, message) => {
    if (message.slot) answerTap(api, message.slot, message.editOf)
    const key = `${chat}\n${message.slot ?? ''}\n${message.text}`
    let to = chat
    let made = done.get(key) ?? 0
    let steps: Call[]
    try {
      steps = await stepsOf(message, sources)
    } catch (error) {
      log.error({ err: error }, 'the attachments of a message could not be read; trying again')
      return { outcome: 'retry', after: Math.min(2 ** troubles++, LONGEST_BACK_OFF), why: 'attachments could not be read' }
    }
    if (steps.length === 0) return { outcome: 'gave-up', why: 'nothing to say' }
    let last: Awaited<ReturnType<Call>> | undefined
    while (made < steps.length) {
      try {
        last = await steps[made]!(to)
        made++
        troubles = 0
      } catch (error) {
        const failure = sortFailure(error)
        if (failure.is === 'moved' && to === chat) {
          to = failure.chat
          continue
        }
        done.delete(key)
        if (failure.is === 'later') {
          if (made > 0) remember(done, key, made)
          const after = failure.after ?? Math.min(2 ** troubles++, LONGEST_BACK_OFF)
          return { outcome: 'retry', after, why: failure.why }
        }
        const why = failure.is === 'moved' ? 'the group moved twice' : failure.why
        log.warn({ why }, 'a message could not be sent')
        return { outcome: failure.is === 'gone' ? 'gone' : 'gave-up', why }
      }
    }
    done.delete(key)
    return {
      outcome: 'sent',
      platformId: last && String(last.message_id),
      platformAt: last && new Date(last.date * 1000).toISOString(),
      ...(to === chat ? {} : { chat: to }),
    }
  }
}

async function stepsOf(message: Outbound, sources: Sources): Promise<Call[]> {
  const attachments = message.attachments ?? []
  const pieces = await Promise.all(attachments.map((attachment) => load(attachment, sources)))
  const missing = pieces.filter((piece) => !piece).length
  if (missing > 0) sources.log.warn({ missing }, 'attachments are no longer there; the message goes without them')
  const shown = pieces.flatMap((piece, n) => (piece ? [{ ...piece, asFile: isFile(attachments[n]!) }] : []))
  return [...calls(sources.api, shown), ...texts(message, sources.api)]
}

const isFile = (attachment: NonNullable<Outbound['attachments']>[number]): boolean =>
  attachment.is === 'archive' || (attachment.is === 'badge' && attachment.as === 'file')

/** Previews stay off: a preview is a machine that opens a private link. */
function texts(message: Outbound, api: Api): Call[] {
  const parts = splitText(textWithLinks(message))
  const buttons = keyboard(message)
  return parts.map((part, n) => (chat) => {
    const reply_markup = n === parts.length - 1 ? buttons : undefined
    return api.sendMessage(chat, part, { link_preview_options: { is_disabled: true }, reply_markup })
  })
}

/** Stops the spinner on the button. A tap that waited too long cannot be answered any more, and that is fine. */
function answerTap(api: Api, slot: string, line: string | undefined): void {
  api.answerCallbackQuery(slot, line ? { text: line.slice(0, BUBBLE) } : undefined).catch(() => {})
}

function remember(done: Map<string, number>, key: string, made: number): void {
  if (done.size >= REMEMBERED) done.delete(done.keys().next().value!)
  done.set(key, made)
}
