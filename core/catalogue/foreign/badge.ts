// A badge as another system describes it, before it is a badge of ours: what was said, in the languages in which it was said.
import type { Language } from '../../model/rows.ts'

type Wording = { name: string; description: string }

export type ForeignBadge = {
  /** Its address or id there. */
  from: string
  /** An id that it brings, if it has one of our form. */
  id?: string
  texts: Partial<Record<Language, Wording>>
  /** The language that its texts are in, as it was said there, where that is none of ours: they stand in the place of one. */
  otherLanguage?: string
  /** What one must do, line by line, and as it was written there. */
  criteria: Partial<Record<Language, { items: string[]; whole: string }>>
  /** Behaviours for each criterion, where it brings them: by the criterion's place. */
  levels: Partial<Record<Language, string[]>>[]
  tags: string[]
  alignment: { targetName: string; targetUrl: string; targetFramework?: string; targetCode?: string }[]
  achievementType?: string
  /** P6M */
  expires?: string
  /** As it stands there: a data URI, or an address. */
  image?: string
  backendIds?: { openbadgefactory?: string; badgr?: string }
}

/** « Je travaille en équipe » → je-travaille-en-equipe */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '')

/** `fr-FR`, `eng`, `french`… in our languages; undefined: another one, or none was said. */
export const languageOf = (said: string | null | undefined): Language | undefined =>
  /^fr/i.test(said ?? '') ? 'fr' : /^en/i.test(said ?? '') ? 'en' : undefined

/** `de`: said, and none of ours. */
export const otherLanguage = (said: string | null | undefined): string | undefined => {
  const tag = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.exec(said?.trim() ?? '')?.[0]
  return tag && !languageOf(tag) ? tag : undefined
}

/** French where nothing was said but accents and small words speak for it. */
export const guessLanguage = (text: string): Language =>
  /[àâçéèêëîïôùûœ]|\b(le|la|les|des|une|avec|pour|est|je)\b/i.test(text) ? 'fr' : 'en'
