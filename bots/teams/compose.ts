// An Outbound's words as messages: plain ones, and a card where there are buttons, under the end of the text.
import type { Outbound } from '../../dialogs/vocabulary.ts'
import { splitText } from '../split.ts'
import { CARD, cardOf } from './card.ts'
import type { Draft } from './connector.ts'

/** UTF-16 units: with its buttons a card stays under the 28 KB that Teams takes (platforms.md). */
const TEXT_LIMIT = 4000
/** What a phone shows while it is locked. */
const SUMMARY = 150

/** The parts of a text; the last one has the buttons. */
export const partsOf = (text: string): string[] => splitText(text, TEXT_LIMIT)

export function composeText(message: Outbound): Draft[] {
  const parts = partsOf(message.text)
  const withCard = Boolean(message.choices?.length || message.links?.length)
  return parts.map((part, n) => (withCard && n === parts.length - 1 ? cardMessage(cardOf(part, message), part) : plain(part)))
}

/** Plain text has neither lines nor links in Teams (Microsoft's Agents Playground draws it so); Markdown has, and is kept from reading more. */
function plain(text: string): Draft {
  if (!/\n|https?:\/\//.test(text)) return { type: 'message', textFormat: 'plain', text }
  const lines = text.split('\n').filter((line) => line.trim())
  return { type: 'message', textFormat: 'markdown', text: lines.map(literally).join('\n\n') }
}

/** A line as it stands: what Markdown would take for signs is marked; links stay as they are. */
const literally = (line: string): string =>
  line
    .split(/(https?:\/\/\S+)/)
    .map((part, n) => (n % 2 ? part : part.replace(/[\\`*_~[\]<>]/g, '\\$&')))
    .join('')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/, (_, before: string, sign: string) =>
      /\d/.test(sign) ? `${before}${sign}\\` : `${before}\\${sign}`,
    )

/** Text beside an attachment would be a second message to Teams, so all words are in the card. */
export const cardMessage = (content: object, words: string): Draft => ({
  type: 'message',
  summary: words.length > SUMMARY ? `${words.slice(0, SUMMARY - 1).trimEnd()}…` : words,
  attachments: [{ contentType: CARD, content }],
})
