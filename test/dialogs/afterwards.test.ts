// What a learner hears of a badge that waits for them at another platform: once, never after stop; and how long one asks there.
import { expect, test } from 'vitest'
import type { Issuance } from '../../core/model/rows.ts'
import { issued } from './house.ts'
import { openTown, type Town } from './town.ts'

const DAY = 86_400

/** A claim that somebody else issued, or promised. */
function elsewhere(state: Issuance['state']) {
  const town = openTown()
  const awa = town.person()
  awa.starts('travailler-en-equipe')
  const claim = town.all('Claim')[0]!.id
  const url = state === 'issued' ? 'https://obf.example.org/c/receive?tk=1' : null
  const issuance = {
    ...issued(claim, town.now()),
    backend: 'openbadgefactory',
    state,
    url,
    issuedAt: state === 'issued' ? town.now() : null,
  }
  town.put('Issuance', issuance)
  const follow = (found: 'accepted' | 'waiting' | 'over') => town.happen({ is: 'followed', claim, issuance: issuance.id, found }) ?? []
  return { town, awa, follow }
}
const now = (town: Town) => town.all('Issuance')[0]!
const days = (town: Town) => (now(town).followAt ? (Date.parse(now(town).followAt!) - Date.parse(town.now())) / 1000 / DAY : null)

test('one word, however often it is not there yet, and none after it was taken', () => {
  const { town, follow } = elsewhere('issued')
  town.pass(3 * DAY)
  expect(follow('waiting').map((m) => m.body.text)).toEqual([expect.stringContaining('https://obf.example.org/c/receive?tk=1')])
  expect(Math.round(days(town)!)).toBe(7)
  town.pass(7 * DAY)
  expect(follow('waiting')).toEqual([])
  expect(follow('accepted')).toEqual([])
  expect(now(town)).toMatchObject({ acceptedAt: expect.any(String), followAt: null })
  expect(follow('waiting')).toEqual([])
  expect(now(town).followAt).toBeNull()
})

test('whoever said stop is not told; after sixty days nobody asks any more', () => {
  const { town, awa, follow } = elsewhere('issued')
  awa.says('stop')
  town.pass(3 * DAY)
  expect(follow('waiting')).toEqual([])
  expect(now(town).nudgedAt ?? null).toBeNull()
  town.pass(60 * DAY)
  follow('waiting')
  expect(days(town)).toBeNull()
})

test('a badge that was promised is asked for less and less often, thirty days long, and nobody is told that it is late', () => {
  const { town, follow } = elsewhere('forwarded')
  const asked: number[] = []
  for (let n = 0; n < 60; n++) {
    expect(follow('waiting')).toEqual([])
    const next = days(town)
    if (next === null) break
    asked.push(next)
    town.pass(next * DAY)
  }
  expect(asked[0]! * 24).toBeCloseTo(1, 1)
  expect(asked.every((next, n) => n === 0 || next >= asked[n - 1]! - 0.001)).toBe(true)
  expect(Math.max(...asked)).toBeCloseTo(1, 1)
  expect(asked.length).toBeLessThan(40)
  expect(days(town)).toBeNull()
})

test('a badge that was taken back there is asked about no more', () => {
  const { town } = elsewhere('issued')
  const { claimId: claim, id: issuance } = now(town)
  town.happen({ is: 'revoked-there', claim, issuance })
  expect(now(town)).toMatchObject({ revokedAt: expect.any(String), followAt: null })
})
