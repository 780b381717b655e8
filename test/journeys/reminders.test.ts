// Reminders: two at most, by day, never on Sunday, never after stop (chat-ux, rule 14). The clock is the test's own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { openCast, type Speaker } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const REMINDERS_MS = 20
let clock = Date.parse('2026-03-02T09:00:00Z') // a Monday, 10:00 in Paris
let journey: Journey

beforeAll(async () => {
  journey = await openJourney({}, { now: () => new Date(clock).toISOString(), remindersMs: REMINDERS_MS })
})
afterAll(() => journey?.stop())

const at = (instant: string) => {
  clock = Date.parse(instant)
}
const reminders = (learner: Speaker) =>
  learner.phone.messages().filter((m) => m.text.startsWith('Bonjour') && m.buttons.includes('3 Stop')).length
/** Long enough for several looks at what is due. */
const looks = () => pause(REMINDERS_MS * 15)

test('two reminders, within hours, and one tap goes on where it was', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await walk(awa, 'action')

  at('2026-03-04T05:00:00Z') // Wednesday, 6:00
  await looks()
  expect(reminders(awa)).toBe(0)
  at('2026-03-04T19:00:00Z') // 20:00: too late in the day
  await looks()
  expect(reminders(awa)).toBe(0)
  at('2026-03-05T09:00:00Z')
  await expect.poll(() => reminders(awa)).toBe(1)
  expect(awa.last().text).toContain('5 questions')

  at('2026-03-15T10:00:00Z') // a Sunday
  await looks()
  expect(reminders(awa)).toBe(1)
  at('2026-03-16T10:00:00Z')
  await expect.poll(() => reminders(awa)).toBe(2)
  await awa.taps('Continuer')
  expect(awa.last().text).toContain('Question 2 sur 6')

  at('2026-05-18T10:00:00Z')
  await looks()
  expect(reminders(awa)).toBe(2)
})

test('who said stop is left alone, and is welcome back', async () => {
  at('2026-06-01T09:00:00Z')
  const cast = openCast(journey)
  const sami = cast.person('L', 'Sami Bel')
  await walk(sami, 'action')
  await sami.says('STOP')
  at('2026-06-08T09:00:00Z')
  await looks()
  expect(reminders(sami)).toBe(0)
  await sami.says('bonjour')
  expect(sami.last().text).toContain('question 2')
})
