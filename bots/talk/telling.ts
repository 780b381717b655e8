// What the learner of a preview says: the badge's own examples, as they would be told.
import type { Badge, Localized } from '../../core/model/badge.ts'
import type { Language } from '../../core/model/rows.ts'

/** Told where a badge gives no example. */
const ANYTHING = {
  fr: 'C’était mardi, avec deux collègues. J’ai fait ma part, et j’ai demandé quand je ne savais pas.',
  en: 'It was Tuesday, with two colleagues. I did my part, and I asked when I did not know.',
}

/** To the question in `message`; evidence: a picture is asked for; undefined: nothing is. */
export function tellingOf(badge: Badge, message: string, language: Language): string | 'evidence' | undefined {
  const asks = (words: Localized | undefined) => words !== undefined && Object.values(words).some((one) => message.includes(one))
  if (asks(badge.evidence.ask)) return 'evidence'
  const asked = badge.questions.find(({ ask, again, followUp }) => ask.some(asks) || asks(again) || asks(followUp))
  const example = asked?.example?.[language].replace(/^[^:]{3,20}\s?:\s*/, '')
  if (example) return example.charAt(0).toUpperCase() + example.slice(1)
  return message.trimEnd().endsWith('?') ? ANYTHING[language] : undefined
}
