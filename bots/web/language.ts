// Which language a page speaks: what its address asks for (the switch), then the reader's own, then their browser's.
import type { Language } from '../../core/model/rows.ts'

const LANGUAGES: Language[] = ['fr', 'en']

const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language)

export function languageOf(asked: string | null | undefined, reader: Language | undefined, accepted: string | undefined): Language {
  if (isLanguage(asked)) return asked
  return reader ?? acceptedLanguage(accepted)
}

/** The first language of an Accept-Language header that we speak, by its weights (RFC 9110, 12.5.4); French otherwise. */
export function acceptedLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
    const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined)
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  const spoken = wishes.filter((wish) => wish.weight > 0 && isLanguage(wish.language)).sort((a, b) => b.weight - a.weight)
  return (spoken[0]?.language as Language | undefined) ?? 'fr'
}
