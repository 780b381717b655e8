// When nobody is reminded: before 9:00, from 19:00 on, and on Sundays (chat-ux, rule 14).
import type { Instant } from './time.ts'

export function isQuiet(instant: Instant, timeZone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' }).formatToParts(
    new Date(instant),
  )
  const of = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  const hour = Number(of('hour'))
  return of('weekday') === 'Sun' || hour < 9 || hour >= 19
}
