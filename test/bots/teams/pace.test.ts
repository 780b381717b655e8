// The limits of Teams, by a clock of the test's own: whatever is asked, no window ever holds more calls than Teams allows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPace } from '../../../bots/teams/pace.ts'

const CHAT = [
  { calls: 7, ms: 1000 },
  { calls: 8, ms: 2000 },
  { calls: 60, ms: 30_000 },
  { calls: 1800, ms: 3_600_000 },
]

/** When the calls to these chats are made, if each waits for as long as it is told. */
function times(chats: { chat: string; tenant: string }[], pauses: number[] = []): { chat: string; tenant: string; at: number }[] {
  let clock = 1000
  const pace = openPace(() => clock)
  return chats.map((one, n) => {
    clock += pauses[n] ?? 0
    for (let wait = pace.take(one.chat, one.tenant); wait > 0; wait = pace.take(one.chat, one.tenant)) clock += wait
    return { ...one, at: clock }
  })
}

/** The most calls that fall into any stretch of `ms`. */
const fullest = (at: number[], ms: number): number =>
  Math.max(0, ...at.map((start) => at.filter((time) => time >= start && time < start + ms).length))

test('in one chat: 7 in a second, 8 in two, 60 in half a minute, 1800 an hour', () => {
  const made = times(Array.from({ length: 2000 }, () => ({ chat: 'a', tenant: 't' }))).map(({ at }) => at)
  for (const { calls, ms } of CHAT) expect(fullest(made, ms), `${ms} ms`).toBe(calls)
})

test('whatever the pauses between them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 150 }), (pauses) => {
      const made = times(
        pauses.map(() => ({ chat: 'a', tenant: 't' })),
        pauses,
      ).map(({ at }) => at)
      for (const { calls, ms } of CHAT) expect(fullest(made, ms)).toBeLessThanOrEqual(calls)
    }),
    { numRuns: 60 },
  )
})

test('over all chats of a tenant: 30 in a second; another tenant waits for nobody', () => {
  const many = Array.from({ length: 200 }, (_, n) => ({ chat: `chat ${n}`, tenant: 't' }))
  const made = times(many).map(({ at }) => at)
  expect(fullest(made, 1000)).toBe(30)
  const pace = openPace(() => 1000)
  for (let n = 0; n < 30; n++) expect(pace.take(`chat ${n}`, 't')).toBe(0)
  expect(pace.take('one more', 't')).toBeGreaterThan(0)
  expect(pace.take('elsewhere', 'other')).toBe(0)
})
