// « Where do people stop? » must be where the conversation asks: the step that a trainer is shown and the question that a learner is asked.
import { expect, test } from 'vitest'
import { isClaimable, meaningOf } from '../../core/model/badge.ts'
import { sending } from '../../core/model/status.ts'
import { stopOf, stopsOf } from '../../core/model/stops.ts'
import { readFocus } from '../../dialogs/focus.ts'
import { act, SENSIBLE } from './firstButton.ts'
import { catalogue, openTown } from './town.ts'

const badges = catalogue.issuers.flatMap((issuer) => issuer.badges.map((badge) => ({ badge, issuer })))

// of a milestone nothing is told
const ids = badges.filter(({ badge }) => isClaimable(badge)).map(({ badge }) => badge.id)
test.each(ids)('%s: a trainer is shown the step that is asked', (id) => follow(id))
test.each(ids)('%s: and when it is a part of what a group did', (id) => follow(id, { together: true }))

function follow(id: string, { together = false } = {}): void {
  const { badge, issuer } = badges.find((one) => one.badge.id === id)!
  const meaning = meaningOf(badge, issuer)
  const stops = stopsOf(meaning, badge, together)
  const town = openTown({ locale: 'fr' })
  const learner = town.person()
  learner.starts(id)
  if (together) {
    learner.says('oui')
    learner.says('oui')
    for (const words of ['projet', 'un repas pour 80 personnes', 'oui']) learner.says(words)
  }
  const passed = new Set<string>()
  for (let n = 0; n < 60; n++) {
    const [claim] = town.all('Claim')
    if (claim && sending(claim)) break
    const prompt = readFocus(town.all('Person')[0]!.focus)?.prompt ?? ''
    // a follow-up question belongs to the question before it
    if (claim && /^(part$|q:|c:|evidence$|gathered$|recap$|audience$|send$)/.test(prompt)) {
      const expected = prompt === 'gathered' ? 'evidence' : /^([qc]:|evidence|part)/.test(prompt) ? prompt : 'send'
      expect(stopOf({ ...claim, answers: town.all('Answer'), evidence: town.all('Evidence') }, stops, meaning.evidence.min), prompt).toBe(
        expected,
      )
      passed.add(expected)
    }
    act(learner, SENSIBLE.fr)
  }
  expect([...passed]).toEqual(stops)
}
