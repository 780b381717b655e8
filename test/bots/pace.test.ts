// How fast messages to many may leave: behind replies, evenly, and not while a platform tells us to wait.
import { expect, test } from 'vitest'
import { openPace } from '../../bots/pace.ts'

/** A clock of our own, and how many messages to many leave until `end`. */
function paced() {
  let now = 0
  const pace = openPace(() => now)
  const broadcastUntil = (end: number): number => {
    let left = 0
    for (;;) {
      const ms = pace.wait()
      if (now + ms >= end) break
      now += ms
      if (ms > 0) continue
      pace.leaves()
      left++
    }
    now = end
    return left
  }
  return { pace, broadcastUntil }
}

test('evenly, two thirds of what Telegram allows', () => {
  const { broadcastUntil } = paced()
  const seconds = [1, 2, 3, 4, 5].map((second) => broadcastUntil(second * 1000))
  expect(seconds).toEqual([20, 20, 20, 20, 20])
  expect(paced().broadcastUntil(200)).toBe(4)
})

test('what people are answered comes first, and out of the same second', () => {
  const { pace, broadcastUntil } = paced()
  for (let replies = 0; replies < 15; replies++) pace.leaves()
  expect(broadcastUntil(1000)).toBe(5)
  for (let replies = 0; replies < 30; replies++) pace.leaves()
  expect(broadcastUntil(2000)).toBe(0)
  expect(broadcastUntil(3000)).toBe(20)
})

test('told to wait, nothing leaves until then; the longest time counts', () => {
  const { pace, broadcastUntil } = paced()
  pace.slowDown(5)
  pace.slowDown(2)
  expect(pace.wait()).toBe(5000)
  expect(broadcastUntil(5000)).toBe(0)
  expect(broadcastUntil(6000)).toBe(20)
})
