// When what belongs to a workshop happens, by local clocks. And the days of follow-ups, as trainers type them.
import { expect, test } from 'vitest'
import { endNudgeAt, followUpTimes, isClosing, nextHours, nextTime, tellTime } from '../../../core/model/workshopTimes.ts'
import { daysSaid } from '../../../dialogs/trainer/followUpDays.ts'

const PARIS = 'Europe/Paris'
const workshop = (openedAt: string, endsAt: string, followUps = [1, 7]) => ({ openedAt, endsAt, followUps })
const local = (at: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: PARIS,
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(new Date(at))
    .replace(/,/g, '')

test.each([
  ['an afternoon', '2026-03-03T15:00:00Z', [1, 7], ['Wed 04/03 16:00', 'Tue 10/03 16:00']],
  ['an evening stays on its days', '2026-03-03T19:30:00Z', [1, 7], ['Wed 04/03 18:59', 'Tue 10/03 18:59']],
  ['an early morning waits for the trainer to read it', '2026-03-03T06:00:00Z', [1], ['Wed 04/03 09:30']],
  ['of a Saturday, the next day is a Monday', '2026-03-07T15:00:00Z', [1, 2], ['Mon 09/03 16:00']],
  ['over the change of the clocks', '2026-03-27T15:00:00Z', [3, 7], ['Mon 30/03 16:00', 'Fri 03/04 16:00']],
])('follow-ups of %s', (_, endsAt, followUps, days) => {
  expect(followUpTimes(workshop(endsAt, endsAt, followUps), PARIS).map(local)).toEqual(days)
})

test.each([
  ['opened the same day, at once', '2026-03-03T13:00:00Z', '2026-03-03T20:00:00Z', 'Tue 03/03 21:00'],
  ['opened before, in the hours', '2026-03-01T13:00:00Z', '2026-03-03T15:00:00Z', 'Tue 03/03 16:00'],
  ['opened before, in the evening', '2026-03-01T13:00:00Z', '2026-03-03T20:00:00Z', 'Wed 04/03 09:30'],
  ['opened before, early', '2026-03-01T13:00:00Z', '2026-03-03T06:00:00Z', 'Tue 03/03 09:30'],
  ['opened before, on a Sunday', '2026-03-01T13:00:00Z', '2026-03-08T13:00:00Z', 'Mon 09/03 14:00'],
  ['opened before, on a Saturday evening', '2026-03-01T13:00:00Z', '2026-03-07T20:00:00Z', 'Mon 09/03 09:30'],
])('the nudge at the end: %s', (_, openedAt, endsAt, when) => {
  expect(local(endNudgeAt(workshop(openedAt, endsAt), PARIS))).toBe(when)
})

test('the end, the follow-ups, the closing; and what is shown before', () => {
  const one = workshop('2026-03-03T13:00:00Z', '2026-03-03T15:00:00Z')
  const end = endNudgeAt(one, PARIS)
  expect(local(tellTime(one, end, one.openedAt, PARIS)!)).toBe('Tue 03/03 15:45')
  expect(local(tellTime(one, end, '2026-03-03T14:50:00Z', PARIS)!), 'it ends in ten minutes').toBe('Tue 03/03 15:55')
  const first = nextTime(one, end, PARIS)
  expect([local(first), local(tellTime(one, first, end, PARIS)!)]).toEqual(['Wed 04/03 16:00', 'Wed 04/03 09:00'])
  const last = nextTime(one, first, PARIS)
  const closing = nextTime(one, last, PARIS)
  expect([local(last), local(closing)]).toEqual(['Tue 10/03 16:00', 'Thu 12/03 16:00'])
  expect([isClosing(one, first, PARIS), isClosing(one, last, PARIS), isClosing(one, closing, PARIS)]).toEqual([false, false, true])
  expect(tellTime(one, closing, last, PARIS)).toBeNull()
})

test.each([
  ['2026-03-03T14:00:00Z', 'Tue 03/03 15:00'],
  ['2026-03-03T05:00:00Z', 'Tue 03/03 09:00'],
  ['2026-03-07T19:00:00Z', 'Mon 09/03 09:00'],
  ['2026-03-08T10:00:00Z', 'Mon 09/03 09:00'],
])('from %s, people are written to on %s', (now, then) => {
  expect(local(nextHours(now, PARIS))).toBe(then)
})

test.each<[string, number[] | undefined]>([
  ['dans 3 jours', [3]],
  ['2 et 10 jours', [2, 10]],
  ['demain et dans une semaine', [1, 7]],
  ['deux jours', [2]],
  ['mardi', [7]],
  ['jeudi et lundi prochain', [2, 6]],
  ['le 12 mars', [9]],
  ['le 1er avril', [29]],
  ['le 5', [2]],
  ['le 2', [30]],
  ['après-demain', [2]],
  ['in 3 days', [3]],
  ['next Friday', [3]],
  ['tomorrow and in two weeks', [1, 14]],
  ['1, 3 et 7 jours', [1, 3, 7]],
  ['aucune', []],
  ['pas de relance', []],
  ['dans 90 jours', undefined],
  ['on a vu 3 personnes', undefined],
  ['merci', undefined],
  ['0', undefined],
])('« %s »', (said, days) => {
  expect(daysSaid(said, '2026-03-03T15:00:00Z', PARIS)).toEqual(days)
})
