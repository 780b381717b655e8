// Buttons under a message: the numbered choices, then the controls, then the links (contract: a link never comes first).
import type { InlineKeyboardButton } from 'grammy/types'
import type { Choice, Outbound } from '../../dialogs/vocabulary.ts'

/** Two buttons share a row when both labels are at most this long. */
const SHORT = 10

type Button = InlineKeyboardButton & { text: string }

/** Undefined: no buttons. */
export function keyboard({ choices = [], links = [] }: Pick<Outbound, 'choices' | 'links'>): { inline_keyboard: Button[][] } | undefined {
  const numbered = choices.filter((choice) => !choice.control).map((choice, n) => ({ ...choice, shown: `${n + 1} ${choice.label}` }))
  const controls = choices.filter((choice) => choice.control).map((choice) => ({ ...choice, shown: choice.label }))
  const rows = [...inRows(numbered), ...inRows(controls), ...links.filter(canBeButton).map((link) => [{ text: link.label, url: link.url }])]
  return rows.length === 0 ? undefined : { inline_keyboard: rows }
}

/** Telegram refuses a whole message for a button to a host without a dot, such as localhost: those links go into the text. */
export function textWithLinks({ text, links = [] }: Pick<Outbound, 'text' | 'links'>): string {
  const written = links.filter((link) => !canBeButton(link)).map((link) => `${link.label}\u00a0: ${link.url}`)
  return [text, ...written].filter(Boolean).join('\n\n')
}

function canBeButton({ url }: { url: string }): boolean {
  const { protocol, hostname } = URL.parse(url) ?? {}
  return protocol === 'tg:' || ((protocol === 'https:' || protocol === 'http:') && hostname!.includes('.'))
}

function inRows(choices: (Choice & { shown: string })[]): Button[][] {
  const rows: Button[][] = []
  let open = false
  for (const { label, shown, data } of choices) {
    const button = { text: shown, callback_data: data }
    const short = label.length <= SHORT
    if (short && open) rows.at(-1)!.push(button)
    else rows.push([button])
    open = short && !open
  }
  return rows
}
