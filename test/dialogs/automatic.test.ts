// Accepted by itself, and what happens when the evidence that was sent turns out to be none.
import { expect, test } from 'vitest'
import { act, goOn, SENSIBLE } from './firstButton.ts'
import { openTown } from './town.ts'

const BADGE = 'creer-un-grand-jeu'

function automaticTown() {
  const town = openTown()
  town.edit((before) => {
    const found = before.badge(BADGE)!
    const badge = { ...found.badge, policy: { endorsements: 0, decision: 'automatic' as const } }
    return { ...before, badge: (id) => (id === BADGE ? { ...found, badge } : before.badge(id)) }
  })
  const learner = town.person()
  learner.starts(BADGE)
  expect(goOn(learner, SENSIBLE.fr)).toBe(true)
  return { town, learner }
}

const made = (town: ReturnType<typeof openTown>) => town.all('Decision').map(({ by, outcome, through }) => [by, outcome, through])

test('nothing is decided while it can be taken back; then it is, by nobody', () => {
  const { town, learner } = automaticTown()
  town.work()
  expect(made(town)).toEqual([])
  town.work({ later: true })
  expect(made(town)).toEqual([[null, 'accepted', 'automatic']])
  expect(learner.heard().some((m) => m.body.text.includes('Tout est là'))).toBe(true)
  // once, whatever comes later
  town.work({ later: true })
  expect(made(town)).toHaveLength(1)
})

test('a file that is none is asked for again, and then it is accepted', () => {
  const { town, learner } = automaticTown()
  town.work({ later: true, refuse: true })
  expect(made(town)).toEqual([[null, 'to-complete', 'automatic']])
  expect(learner.last().text).toMatch(/Il manque une preuve.*On l’ajoute/s)
  learner.chooses(1)
  learner.sends('photo')
  for (let n = 0; n < 10 && town.all('Claim')[0]!.sendings.length < 2; n++) act(learner, SENSIBLE.fr)
  town.work({ later: true })
  expect(made(town)).toEqual([
    [null, 'to-complete', 'automatic'],
    [null, 'accepted', 'automatic'],
  ])
})

test('what was taken back in time is not accepted', () => {
  const { town, learner } = automaticTown()
  const undo = learner.heard().findLast((m) => m.body.choices?.some((c) => c.data.includes('.undo.')))!
  learner.taps(undo.body.choices!.find((c) => c.data.includes('.undo.'))!.data)
  town.work({ later: true })
  expect(made(town)).toEqual([])
})
