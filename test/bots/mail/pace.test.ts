import { expect, test } from 'vitest'
import { makePace } from '../../../bots/mail/pace.ts'

test('a thousand letters leave evenly, and none is asked to wait again and again', () => {
  let clock = 0
  const pace = makePace(60, () => clock)
  const waiting = Array.from({ length: 1000 }, (_, n) => ({ id: `m${n}`, at: 0, asked: 0 }))
  const left: number[] = []
  while (waiting.length && clock < 3_600_000) {
    for (const letter of waiting.filter(({ at }) => at <= clock)) {
      const seconds = pace(letter.id)
      letter.asked++
      if (seconds > 0) letter.at = clock + seconds * 1000
      else {
        left.push(clock)
        waiting.splice(waiting.indexOf(letter), 1)
        expect(letter.asked).toBeLessThanOrEqual(2)
      }
    }
    clock += 250
  }
  expect(left.length).toBe(1000)
  for (let minute = 0; minute < left.at(-1)!; minute += 60_000)
    expect(left.filter((at) => at >= minute && at < minute + 60_000).length).toBeLessThanOrEqual(70)
})

test('after a quiet time a few leave at once', () => {
  let clock = 0
  const pace = makePace(60, () => clock)
  expect(['a', 'b', 'c'].map(pace)).toEqual([0, 0, 0])
  clock += 600_000
  expect(Array.from({ length: 12 }, (_, n) => pace(`x${n}`)).filter((wait) => wait === 0)).toHaveLength(10)
})
