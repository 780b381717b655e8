// When nobody is reminded: before 9:00, from 19:00 on, and on Sundays (chat-ux, rule 14).
import { atLocalTime, localTime } from './localTime.ts'
import { type Instant, isBefore } from './time.ts'

const FROM = 9
const TO = 19

export const isQuiet = (instant: Instant, timeZone: string): boolean => {
  const local = localTime(instant, timeZone)
  return isSunday(dayOf(local)) || local.hour < FROM || local.hour >= TO
}

/** What clocks show in a zone. Days are local: 2026-11-21. */
export type Clock = {
  zone: string
  today: string
  /** Whoever is there may be reminded now. */
  awake: boolean
  /** The day on which they are reminded of what is due now: today, unless the hours of today are over. */
  tellOn: string
}

export function clockIn(zone: string, instant: Instant): Clock {
  const local = localTime(instant, zone)
  let days = local.hour < TO ? 0 : 1
  const after = (n: number) => dayOf(localTime(atLocalTime(instant, zone, { hour: 12, days: n }), zone))
  if (isSunday(after(days))) days++
  return { zone, today: dayOf(local), awake: !isQuiet(instant, zone), tellOn: after(days) }
}

/** The first moment from `instant` on at which whoever is there may be written to. */
export function awakeFrom(instant: Instant, timeZone: string): Instant {
  if (!isQuiet(instant, timeZone)) return instant
  const mornings = [0, 1, 2].map((days) => atLocalTime(instant, timeZone, { hour: FROM, days }))
  return mornings.find((morning) => !isBefore(morning, instant) && !isQuiet(morning, timeZone))!
}

const dayOf = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

const isSunday = (day: string): boolean => new Date(day).getUTCDay() === 0
