// The answer to a tap: the card that was tapped, as it stands now. Whatever comes of the tap (the next question, a kind word that it came too
// late) is said as a message of its own, so that every process may say it.
import type { Language } from '../../core/model/rows.ts'
import type { Tapped } from '../../core/data/tapped.ts'
import type { Outbound } from '../../dialogs/vocabulary.ts'
import { answeredCard, CARD, type Card, cardOf } from './card.ts'
import { partsOf } from './compose.ts'

/** After the turn `key`: the message that was tapped, and what was taken from it. Undefined: no such message. */
export type SettleTap = (tap: { key: string; chat: string; platformId: string; data: string }) => Promise<Tapped | undefined>

/** The message without its buttons; with them, where they stay. */
export function answered({ body, taken, stays }: Tapped): { card: Card; words: string } {
  const message = body as Outbound
  const words = partsOf(message.text).at(-1) ?? ''
  return { card: stays ? cardOf(words, message) : answeredCard(words, message, taken), words }
}

/** The body of an invoke's response (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format). */
export type TapAnswer = { statusCode: number; type: string; value: unknown }

export const shows = (card: Card): TapAnswer => ({ statusCode: 200, type: CARD, value: card })

/** A card that we know nothing of stays as it is. */
export const NOTED: TapAnswer = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '👍' }

const TROUBLE: Record<Language, string> = {
  fr: 'Un petit souci de mon côté. Touchez encore une fois.',
  en: 'Something is slow on my side. Tap once more.',
}

/** The tap could not be taken in: the card stays, and can be tapped again. */
export const trouble = (locale: string | null | undefined): TapAnswer => ({
  statusCode: 500,
  type: 'application/vnd.microsoft.error',
  value: { code: 'Unavailable', message: TROUBLE[locale?.toLowerCase().startsWith('en') ? 'en' : 'fr'] },
})
