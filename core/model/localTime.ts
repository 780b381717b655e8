// Clock times as people say them, in a time zone: « à 16 h 30 », « demain à 17 h ».
import type { Instant } from './time.ts'

type Local = { year: number; month: number; day: number; hour: number; minute: number }

const NUMERIC = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const

/** By time zone, of which there are a few hundred: making one costs six times what reading a clock with it does. */
const clocks = new Map<string, Intl.DateTimeFormat>()

export function localTime(instant: Instant, timeZone: string): Local {
  const parts = clockOf(timeZone).formatToParts(new Date(instant))
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') }
}

/** Throws where there is no such zone. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, ...NUMERIC, hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  return clock
}

/** The instant at which clocks there show `hour`:`minute`, so many days after the local day of `instant`. */
export function atLocalTime(
  instant: Instant,
  timeZone: string,
  { hour, minute = 0, days = 0 }: { hour: number; minute?: number; days?: number },
): Instant {
  const { year, month, day } = localTime(instant, timeZone)
  const wanted = Date.UTC(year, month - 1, day + days, hour, minute)
  // clocks differ from UTC by an offset that depends on the instant itself: the second guess is right
  let guess = wanted
  for (let n = 0; n < 2; n++) {
    const shown = localTime(new Date(guess).toISOString(), timeZone)
    guess += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute)
  }
  return new Date(guess).toISOString()
}
