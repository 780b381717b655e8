// When what belongs to a workshop happens: the nudge at its end, its follow-ups, its closing, and what the trainer is shown before.
import { atLocalTime, localTime } from './localTime.ts'
import { isQuiet } from './quietHours.ts'
import { type Instant, isBefore, plusSeconds, secondsBetween } from './time.ts'

/** So long after its end a workshop can be joined by its link. */
export const LINK_DAYS = 180

type Times = { openedAt: Instant; endsAt: Instant; followUps: number[] }

/** In minutes of the day: people are written to from 9:00 to 19:00, and a trainer reads before what will leave. */
const EARLIEST = 9 * 60 + 30
const LATEST = 18 * 60 + 59
const MORNING = { hour: 9 }

const dayNumber = (at: Instant, timeZone: string): number => {
  const { year, month, day } = localTime(at, timeZone)
  return Date.UTC(year, month - 1, day) / 86_400_000
}
const isSunday = (at: Instant, timeZone: string): boolean => new Date(dayNumber(at, timeZone) * 86_400_000).getUTCDay() === 0

/** So many days after the local day of `at`, at the hour given; a Sunday's is on Monday. */
function workday(at: Instant, timeZone: string, days: number, clock: { hour: number; minute?: number }): Instant {
  const then = atLocalTime(at, timeZone, { ...clock, days })
  return isSunday(then, timeZone) ? atLocalTime(at, timeZone, { ...clock, days: days + 1 }) : then
}

/** Opened on the day on which it ends: the trainer is there, and so the hours are theirs (chat-ux, rule 14). */
export const isTrainerPresent = ({ openedAt, endsAt }: Times, timeZone: string): boolean =>
  dayNumber(openedAt, timeZone) === dayNumber(endsAt, timeZone)

/** When the nudge at the end leaves by itself. */
export function endNudgeAt(workshop: Times, timeZone: string): Instant {
  const { endsAt } = workshop
  if (isTrainerPresent(workshop, timeZone) || !isQuiet(endsAt, timeZone)) return endsAt
  const { hour, minute } = localTime(endsAt, timeZone)
  const early = { hour: Math.floor(EARLIEST / 60), minute: EARLIEST % 60 }
  if (hour >= 19) return workday(endsAt, timeZone, 1, early)
  return workday(endsAt, timeZone, 0, hour < 9 ? early : { hour, minute })
}

/** On their days, at the hour of the end as far as people are written to then. */
export function followUpTimes({ endsAt, followUps }: Times, timeZone: string): Instant[] {
  const { hour, minute } = localTime(endsAt, timeZone)
  const minutes = Math.min(Math.max(hour * 60 + minute, EARLIEST), LATEST)
  const clock = { hour: Math.floor(minutes / 60), minute: minutes % 60 }
  const times = followUps.toSorted((a, b) => a - b).map((days) => workday(endsAt, timeZone, days, clock))
  return [...new Set(times)]
}

const allTimes = (workshop: Times, timeZone: string): Instant[] =>
  [endNudgeAt(workshop, timeZone), ...followUpTimes(workshop, timeZone)].toSorted()

/** When this workshop is looked at again: its end, a follow-up, or, two days after the last of them, its closing. */
export function nextTime(workshop: Times, now: Instant, timeZone: string): Instant {
  const times = allTimes(workshop, timeZone)
  // one that comes within half a day of what was just sent is that one
  const soon = plusSeconds(now, 12 * 3600)
  const last = times.at(-1)!
  return times.find((time) => isBefore(soon, time)) ?? plusSeconds(isBefore(last, now) ? now : last, 2 * 86400)
}

/** Nothing is sent at this time any more: the workshop closes. */
export const isClosing = (workshop: Times, at: Instant, timeZone: string): boolean =>
  isBefore(plusSeconds(allTimes(workshop, timeZone).at(-1)!, 86400), at)

/** When the trainer is shown what will leave at `nudgeAt`: in the morning of a follow-up's day, a quarter of an hour before the end. */
export function tellTime(workshop: Times, nudgeAt: Instant, now: Instant, timeZone: string): Instant | null {
  if (isClosing(workshop, nudgeAt, timeZone) || !isBefore(now, nudgeAt)) return null
  const morning = atLocalTime(nudgeAt, timeZone, MORNING)
  const quarter = plusSeconds(nudgeAt, -15 * 60)
  const isEnd = Date.parse(nudgeAt) === Date.parse(endNudgeAt(workshop, timeZone))
  const halfway = plusSeconds(now, secondsBetween(now, nudgeAt) / 2)
  return [...(isEnd ? [] : [morning]), quarter].find((time) => isBefore(now, time) && isBefore(time, nudgeAt)) ?? halfway
}

/** The next instant at which people are written to. */
export function nextHours(now: Instant, timeZone: string): Instant {
  if (!isQuiet(now, timeZone)) return now
  return workday(now, timeZone, localTime(now, timeZone).hour < 19 ? 0 : 1, MORNING)
}
