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

const plain = (text: string): Draft => ({ type: 'message', textFormat: 'plain', text })

/** Text beside an attachment would be a second message to Teams, so all words are in the card. */
export const cardMessage = (content: object, words: string): Draft => ({
  type: 'message',
  summary: words.length > SUMMARY ? `${words.slice(0, SUMMARY - 1).trimEnd()}…` : words,
  attachments: [{ contentType: CARD, content }],
})
