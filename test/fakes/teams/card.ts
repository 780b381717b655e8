// An Adaptive Card as a client reads it, and what Teams would refuse of it (https://adaptivecards.io/explorer).
import type { Action, Attachment, Message } from './types.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'

type Element = { type: string; spacing?: string; inlines?: { type: string; text: string }[]; actions?: Action[] }

export const elementsOf = (message: Pick<Message, 'attachments'>): Element[] =>
  message.attachments.flatMap(({ contentType, content }) => (contentType === CARD ? (content as { body: Element[] }).body : []))

export const actionsOf = (message: Pick<Message, 'attachments'>): Action[] => elementsOf(message).flatMap(({ actions = [] }) => actions)

/** The words of a message: of its text, or of its card, an empty line where the card leaves a distance. */
export function wordsOf(message: Pick<Message, 'text' | 'attachments' | 'markdown'>): string {
  if (message.text !== undefined) return message.markdown ? read(message.text) : message.text
  return elementsOf(message)
    .filter(({ type }) => type === 'RichTextBlock')
    .map(({ inlines = [], spacing }, n) => (n === 0 ? '' : spacing === 'medium' ? '\n\n' : '\n') + inlines.map(({ text }) => text).join(''))
    .join('')
}

/** Markdown as a client shows it, where nothing of it is meant. */
const read = (text: string): string => text.replaceAll('\n\n', '\n').replace(/\\([^A-Za-z0-9\s])/g, '$1')

/** Why a card is refused; undefined: it is good. */
export function faultOf({ contentType, content }: Attachment): string | undefined {
  if (contentType !== CARD) return undefined
  const { type, version, body } = content as { type?: string; version?: string; body?: Element[] }
  if (type !== 'AdaptiveCard' || !/^1\.[0-5]$/.test(version ?? '') || !body?.length) return 'not a card'
  const actions = body.flatMap(({ actions: some = [] }) => some)
  if (actions[0]?.type === 'Action.OpenUrl' && actions.length > 1) return 'a link comes first'
  for (const action of actions) {
    if (!action.title) return 'a button without words'
    if (action.type === 'Action.OpenUrl' ? !URL.canParse(action.url ?? '') : action.type !== 'Action.Execute') return action.type
    if (action.type === 'Action.Execute' && !action.fallback) return 'no fallback'
  }
  return undefined
}
