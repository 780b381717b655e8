import type { Language } from '../../core/model/rows.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' }

/** « 21 novembre 2026 », where the program is at home. */
export const dateIn =
  (language: Language, timeZone: string) =>
  (instant: string): string =>
    new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone }).format(new Date(instant))

/** « 14:30 », there. */
export const timeIn =
  (language: Language, timeZone: string) =>
  (instant: string): string =>
    new Intl.DateTimeFormat(LOCALE[language], { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant))
