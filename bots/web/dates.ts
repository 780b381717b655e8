import { dateSaid } from '../../core/model/dateSaid.ts'
import type { Language } from '../../core/model/rows.ts'

/** « 21 novembre 2026 », where the program is at home. */
export const dateIn =
  (language: Language, timeZone: string) =>
  (instant: string): string =>
    dateSaid(language, { dateStyle: 'long', timeZone }, instant)

/** « 14:30 », there. */
export const timeIn =
  (language: Language, timeZone: string) =>
  (instant: string): string =>
    dateSaid(language, { hour: '2-digit', minute: '2-digit', timeZone }, instant)
