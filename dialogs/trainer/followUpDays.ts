// Days after a workshop, as people say them: « dans 3 jours », « 2 et 10 jours », « mardi », « le 12 mars ».
import { localTime } from '../../core/model/localTime.ts'
import type { Instant } from '../../core/model/time.ts'
import { plain } from '../words.ts'

const LONGEST = 60
const DAY = 86_400_000

const NUMBERS = ['zero', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']
const NUMBERS_EN = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const WEEKDAYS_EN = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')
const MONTHS_EN = 'january february march april may june july august september october november december'.split(' ')

const NOTHING = /^(?:aucune?(?: relance)?|jamais|pas de relance|rien|none|never|no follow up|no follow ups|nothing)$/
/** What may stand around the days. */
const AROUND = new Set(
  'dans et puis ou a au le la les l en jour jours apres prochain prochaine relance relances in and then on the at day days after next follow up ups later plus tard'.split(
    ' ',
  ),
)

const numberOf = (word: string): number => {
  if (/^\d+$/.test(word)) return Number(word)
  if (word === 'une' || word === 'a') return 1
  return Math.max(NUMBERS.indexOf(word), NUMBERS_EN.indexOf(word))
}
const indexIn = (lists: string[][], word: string): number => Math.max(...lists.map((list) => list.indexOf(word)))
const NUMBER = `\\d{1,2}|une|${[...NUMBERS, ...NUMBERS_EN].join('|')}`

/** So many days after the local day of `end`, in order; none: []. Undefined: no days are said here. */
export function daysSaid(text: string, end: Instant, timeZone: string): number[] | undefined {
  const said = plain(text)
  if (NOTHING.test(said)) return []
  const { year, month, day } = localTime(end, timeZone)
  const today = Date.UTC(year, month - 1, day)
  const weekday = new Date(today).getUTCDay()
  const till = (at: number) => Math.round((at - today) / DAY)
  const days = new Set<number>()
  const take = (found: number) => {
    days.add(found)
    return ' '
  }
  const rest = said
    .replace(new RegExp(`\\b(\\d{1,2})(?:er)? (${[...MONTHS, ...MONTHS_EN].join('|')})\\b`, 'g'), (_, date, name) => {
      const at = Date.UTC(year, indexIn([MONTHS, MONTHS_EN], name), Number(date))
      return take(till(at > today ? at : Date.UTC(year + 1, indexIn([MONTHS, MONTHS_EN], name), Number(date))))
    })
    .replace(/\ble (\d{1,2})\b(?! (?:jour|semaine))/g, (_, date) => {
      const at = Date.UTC(year, month - 1, Number(date))
      return take(till(at > today ? at : Date.UTC(year, month, Number(date))))
    })
    .replace(/\b(?:apres demain|day after tomorrow)\b/g, () => take(2))
    .replace(/\b(?:demain|lendemain|tomorrow|next day)\b/g, () => take(1))
    .replace(/\b(?:semaine prochaine|next week)\b/g, () => take(7))
    .replace(new RegExp(`\\b(${NUMBER}|a) (?:semaines?|weeks?)\\b`, 'g'), (_, number) => take(numberOf(number) * 7))
    .replace(new RegExp(`\\b(${[...WEEKDAYS, ...WEEKDAYS_EN].join('|')})\\b`, 'g'), (_, name) =>
      take((indexIn([WEEKDAYS, WEEKDAYS_EN], name) - weekday + 7) % 7 || 7),
    )
    .replace(new RegExp(`\\b(${NUMBER})\\b`, 'g'), (_, number) => take(numberOf(number)))
  const found = [...days].toSorted((a, b) => a - b)
  const isClear = rest.split(' ').every((word) => word === '' || AROUND.has(word))
  return isClear && found.length > 0 && found.every((n) => n >= 1 && n <= LONGEST) ? found : undefined
}
