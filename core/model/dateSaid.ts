// A day or an hour as people say it. French says « 1er décembre », which Intl leaves as « 1 ».
import type { Language } from './rows.ts'
import type { Instant } from './time.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

export const dateSaid = (language: Language, format: Intl.DateTimeFormatOptions & { timeZone: string }, at: Instant | Date): string =>
  new Intl.DateTimeFormat(LOCALE[language], format)
    .formatToParts(new Date(at))
    .map(({ type, value }) => (language === 'fr' && type === 'day' && value === '1' ? '1er' : value))
    .join('')
