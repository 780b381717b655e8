// What a jury's words come to, and from which word on that is certain.
import { describe, expect, test } from 'vitest'
import { isJurysTurn, type Jury, maySit, reasonsOf, standing, wordsOf } from '../../../core/model/jury.ts'
import type { Decision, Endorsement, Outcome, Review } from '../../../core/model/rows.ts'

const DAY = (n: number) => `2026-03-0${n}T10:00:00.000Z`
const SHORT = { a: 'accepted', c: 'to-complete', r: 'refused' } as const
const said = (words: string) => [...words].map((one) => ({ outcome: SHORT[one as 'a'] as Outcome }))
const jury = (reviewers: number, says: Jury['says'] = 'decides'): Jury => ({ reviewers, says, days: 7 })
const open = (seats: number) => (words: string) => ({ is: 'open', said: words.length, seats })
const decided = (outcome: Outcome) => () => ({ is: 'decided', outcome })
const over = (tie: boolean) => () => ({ is: 'over', tie })

describe('a jury that decides', () => {
  test.each<[string, number, number, string, boolean, (words: string) => object]>([
    ['nobody spoke yet', 3, 5, '', false, open(3)],
    ['one of three', 3, 5, 'a', false, open(3)],
    ['two of three say yes: the third changes nothing', 3, 5, 'aa', false, decided('accepted')],
    ['two to one', 3, 5, 'aca', false, decided('accepted')],
    ['to complete and refused: the third word tells', 3, 5, 'cr', false, open(3)],
    ['one of each: to complete, as two of three say no yes', 3, 5, 'acr', false, decided('to-complete')],
    ['two refuse', 3, 5, 'rr', false, decided('refused')],
    ['refused twice of three, with « to complete »', 3, 5, 'rcr', false, decided('refused')],
    ['of five, three are enough', 5, 9, 'aaa', false, decided('accepted')],
    ['of five, two and two', 5, 9, 'aarr', false, open(5)],
    ['of five, two yes, two no, one to complete', 5, 9, 'aarrc', false, decided('to-complete')],
    ['of two, one yes', 2, 9, 'a', false, open(2)],
    ['of two, both', 2, 9, 'aa', false, decided('accepted')],
    ['of two, a tie', 2, 9, 'ar', false, over(true)],
    ['of two, « to complete » and « refused »', 2, 9, 'cr', false, decided('to-complete')],
    ['of four, two and two', 4, 9, 'aacr', false, over(true)],
    ['of four, three that are no yes', 4, 9, 'ccr', false, decided('to-complete')],
    ['of four, one of each', 4, 9, 'acr', false, open(4)],
    ['fewer trainers than seats: those whom there are', 3, 2, 'a', false, open(2)],
    ['fewer trainers than seats, both spoke', 3, 2, 'aa', false, decided('accepted')],
    ['one trainer alone', 3, 1, 'r', false, decided('refused')],
    ['nobody who may sit', 3, 0, '', false, over(false)],
    ['late, one word', 3, 5, 'c', true, decided('to-complete')],
    ['late, a tie of those who came', 3, 5, 'ar', true, over(true)],
    ['late, and nobody came', 3, 5, '', true, over(false)],
    ['a juror more than seats, as two spoke at once', 2, 9, 'aac', false, decided('accepted')],
  ])('%s', (_, reviewers, able, words, due, expected) => {
    expect(standing(jury(reviewers), said(words), able, due)).toEqual(expected(words))
  })

  test('no word that is still to come changes what was certain', () => {
    for (const seats of [2, 3, 4, 5])
      for (let n = 0; n < 3 ** seats; n++) {
        const words = Array.from({ length: seats }, (_, at) => 'acr'[Math.floor(n / 3 ** at) % 3]).join('')
        const steps = words.split('').map((_, at) => standing(jury(seats), said(words.slice(0, at + 1)), 9))
        const first = steps.find((one) => one.is !== 'open')
        expect(steps.at(-1), words).toEqual(first)
        expect(steps.at(-1)!.is, words).not.toBe('open')
      }
  })
})

describe('a jury that advises', () => {
  test.each<[string, number, string, boolean, (words: string) => object]>([
    ['one of two', 5, 'a', false, open(2)],
    ['both: one trainer decides', 5, 'aa', false, over(false)],
    ['both, divided', 5, 'ar', false, over(false)],
    ['as many as came', 5, 'a', true, over(false)],
    ['nobody came', 5, '', true, over(false)],
    ['one trainer alone advises nobody', 1, '', false, over(false)],
  ])('%s', (_, able, words, due, expected) => {
    expect(standing(jury(2, 'advises'), said(words), able, due)).toEqual(expected(words))
  })
})

const CLAIM = { personId: 'awa', sendings: [{ at: DAY(2), through: 't' }], endorsements: [], decisions: [], juryOverAt: null }
const word = (by: string | null, day: number, outcome: Outcome = 'accepted', reason: string | null = null): Review => ({
  id: `${by} ${day}`,
  claimId: 'c',
  by,
  byName: by,
  outcome,
  reason,
  at: DAY(day),
  through: 't',
})
const yes = (endorserId: string, changes: Partial<Endorsement> = {}) =>
  ({ endorserId, verdict: 'yes', withdrawnAt: null, ...changes }) as Endorsement

test('words count of trainers of today, since it was sent, each once, and of nobody who has another voice', () => {
  const trainers = ['lea', 'karim', 'nora', 'awa', 'max']
  const claim = { ...CLAIM, endorsements: [yes('max')] }
  const words = [
    word('lea', 1),
    word('lea', 3),
    word('lea', 4),
    word('karim', 3),
    word('gone', 3),
    word('awa', 3),
    word('max', 3),
    word(null, 3),
  ]
  expect(wordsOf(claim, words, trainers).map(({ id }) => id)).toEqual(['lea 3', 'karim 3'])
  expect(maySit(claim, 'awa')).toBe(false)
  expect(maySit({ ...claim, endorsements: [yes('lea', { verdict: 'not-yet' }), yes('nora', { withdrawnAt: DAY(3) })] }, 'lea')).toBe(true)
  expect(wordsOf({ ...CLAIM, sendings: [] }, words, trainers)).toEqual([])
})

test('it is the jury’s turn until it is over, or decided; a claim that is sent again has a jury of its own', () => {
  const policy = { endorsements: 0, decision: 'trainer' as const, jury: jury(3) }
  const again = [...CLAIM.sendings, { at: DAY(5), through: 't' }]
  const made = { outcome: 'to-complete', at: DAY(3) } as Decision
  expect(isJurysTurn(CLAIM, policy)).toBe(true)
  expect(isJurysTurn(CLAIM, { endorsements: 0, decision: 'trainer' })).toBe(false)
  expect(isJurysTurn({ ...CLAIM, juryOverAt: DAY(3) }, policy)).toBe(false)
  expect(isJurysTurn({ ...CLAIM, decisions: [made] }, policy)).toBe(false)
  expect(isJurysTurn({ ...CLAIM, juryOverAt: DAY(3), decisions: [made], sendings: again }, policy)).toBe(true)
  expect(isJurysTurn({ ...CLAIM, sendings: [] }, policy)).toBe(false)
})

test('the learner reads each reason once, of those who said what was decided', () => {
  const words = [
    word('lea', 3, 'to-complete', 'une photo '),
    word('karim', 3, 'refused', 'un autre badge'),
    word('nora', 3, 'to-complete', 'une photo'),
  ]
  expect(reasonsOf(words, 'to-complete')).toBe('une photo un autre badge')
  expect(reasonsOf(words, 'refused')).toBe('un autre badge')
  expect(reasonsOf(words, 'accepted')).toBeNull()
})
