// The words of a message, as the person meant them: without the mention that brought it here, without the message that it quotes.
import type { InboundEvent } from '../../dialogs/vocabulary.ts'
import type { Activity } from './activity.ts'

export type Words = { text: string; replyTo?: string }

/** What was said, and which message it replies to. */
export function wordsOf(activity: Activity): Words {
  const quoted = quotation(activity)
  if (quoted) return quoted
  return { text: tidy(withoutMentions(activity.text ?? '', activity), activity.textFormat) }
}

const START = /^\/start(?:\s+(\S*))?\s*$/i
const CODE = /^[A-Za-z0-9_-]{1,64}$/

/** `/start CODE` does what a deep link does elsewhere. */
export function eventOf(text: string): InboundEvent {
  const start = START.exec(text)
  if (!start) return { is: 'text', text }
  return { is: 'start', code: CODE.test(start[1] ?? '') ? start[1]! : '' }
}

/** Mentions are named by `entities`: ours goes, somebody else's keeps the name. The text alone does not tell them apart. */
function withoutMentions(text: string, { entities, recipient }: Activity): string {
  let left = text
  for (const entity of entities ?? []) {
    const { mentioned, text: written } = entity as { mentioned?: { id?: unknown; name?: unknown }; text?: unknown }
    if (entity.type !== 'mention' || typeof written !== 'string' || !written) continue
    const name = mentioned?.id === recipient.id ? ' ' : written.replace(/<[^>]*>/g, '')
    left = left.replaceAll(written, name)
  }
  return left
}

const REPLY = /<blockquote[^>]*schema\.skype\.com\/Reply[^>]*itemid="([^"]+)"[^>]*>[\s\S]*?<\/blockquote>([\s\S]*)$/i

/** A reply in a private chat comes with the quoted message inside; only its HTML says where the quotation ends. */
function quotation({ attachments }: Activity): Words | undefined {
  for (const { contentType, content } of attachments ?? []) {
    const found = contentType === 'text/html' && typeof content === 'string' ? REPLY.exec(content) : null
    if (found) return { text: tidy(found[2]!, 'xml'), replyTo: found[1]! }
  }
  return undefined
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

function tidy(text: string, format: string | null | undefined): string {
  const plain =
    format === 'xml'
      ? text
          .replace(/<(br|\/p|\/div|\/li)[^>]*>/gi, '\n')
          .replace(/<[^>]*>/g, '')
          .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, sign: string) => SIGNS[sign]!)
      : text
  return plain
    .replaceAll('\r\n', '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '')
}
