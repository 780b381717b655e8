// A text with buttons as an Adaptive Card (1.5). Words are text runs, which read no Markdown: what people wrote stays as they wrote it.
// Each choice has a line of its own, so that a phone shows all of it; colours are the theme's own, which holds in dark and high contrast.
import type { Choice, Outbound } from '../../dialogs/vocabulary.ts'

export const CARD = 'application/vnd.microsoft.card.adaptive'

export type Card = { type: 'AdaptiveCard'; version: '1.5'; $schema: string; speak?: string; body: object[] }

/** What our buttons do: an invoke whose answer takes the card's place. Clients that cannot send a message instead. */
const VERB = 'choice'

/** The buttons under `text`: numbered choices, controls, links. */
export function cardOf(text: string, { choices = [], links = [] }: Pick<Outbound, 'choices' | 'links'>): Card {
  const controls = choices.filter((choice) => choice.control)
  return card([
    ...paragraphs(text),
    ...numbered(choices).map(({ shown, data }, n) => actions([button(shown, data)], n === 0 ? 'medium' : 'small')),
    ...(controls.length ? [actions(controls.map(({ label, data }) => button(label, data)))] : []),
    ...(links.length ? [actions(links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })))] : []),
  ])
}

/** The same message once it was answered: no buttons, and what was chosen; `taken` is what its button held. */
export function answeredCard(text: string, { choices = [], links = [] }: Pick<Outbound, 'choices' | 'links'>, taken: string | null): Card {
  const chosen = labelOf(choices, taken)
  return card([
    ...paragraphs(text),
    ...(chosen ? [line(`✓ ${chosen}`, { weight: 'bolder', spacing: 'medium' })] : []),
    ...(links.length ? [actions(links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })))] : []),
  ])
}

function labelOf(choices: Choice[], taken: string | null): string | undefined {
  const found = choices.find(({ data }) => data === taken)
  return found && (numbered(choices).find(({ data }) => data === taken)?.shown ?? found.label)
}

const numbered = (choices: Choice[]) =>
  choices.filter((choice) => !choice.control).map(({ label, data }, n) => ({ data, shown: `${n + 1} ${label}` }))

const card = (body: object[]): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  body,
})

const actions = (list: object[], spacing: string = 'medium') => ({ type: 'ActionSet', spacing, actions: list })

const button = (title: string, choice: string) => ({
  type: 'Action.Execute',
  title,
  verb: VERB,
  data: { choice },
  fallback: { type: 'Action.Submit', title, data: { choice } },
})

/** An empty line becomes a larger distance. */
function paragraphs(text: string): object[] {
  let spacing = 'none'
  return text.split('\n').flatMap((words) => {
    if (!words.trim()) {
      spacing = 'medium'
      return []
    }
    const shown = line(words, { spacing })
    spacing = 'small'
    return [shown]
  })
}

const LINK = /(https?:\/\/[^\s«»"]+[^\s«»".,;:!?)])/

function line(words: string, { spacing, ...style }: { spacing: string; weight?: string }): object {
  const runs = words
    .split(LINK)
    .filter(Boolean)
    .map((part) => ({
      type: 'TextRun',
      text: part,
      ...style,
      ...(LINK.test(part) ? { selectAction: { type: 'Action.OpenUrl', url: part } } : {}),
    }))
  return { type: 'RichTextBlock', spacing, inlines: runs }
}
