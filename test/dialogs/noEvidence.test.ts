import { expect, test } from 'vitest'
import { openTown } from './town.ts'

test('who has words only, where a trace is asked for, keeps the words and reaches a person', () => {
  const town = openTown()
  const learner = town.person()
  learner.starts('decouvrir-le-marche-du-travail')
  learner.chooses(1)
  learner.chooses(1)
  learner.says('j’ai visité une boulangerie avec mon groupe, jeudi')
  learner.says('j’ai posé des questions au patron et j’ai regardé le four')
  expect(learner.last().text).toContain('Envoyez vos notes')
  for (const words of ['je n’ai pas de photo', 'mon téléphone est cassé', 'je ne peux pas']) learner.says(words)
  expect(learner.heard().some((m) => m.body.text.includes('01 02 03 04 05'))).toBe(true)
  expect(learner.last().text).toContain('Envoyez vos notes')
  const kept = town.all('Answer').filter((a) => a.prompt === 'add:0' && !a.supersededAt)
  expect(kept.map((a) => a.text)).toEqual(['je n’ai pas de photo\nmon téléphone est cassé\nje ne peux pas'])
})
