// The second opinion: that what is kept is what the replies teach, that it holds for somebody whom it has not read, and that it can say why.
import { expect, test } from 'vitest'
import { featuresOf } from '../../dialogs/tutor/understanding/learned/features.ts'
import weights from '../../dialogs/tutor/understanding/learned/weights.json' with { type: 'json' }
import { opinionOf, reasonsFor } from '../../dialogs/tutor/understanding/learned/opinion.ts'
import { secondOpinion } from '../../dialogs/tutor/understanding/learned/secondOpinion.ts'
import { clausesOf } from '../../dialogs/tutor/understanding/spelling.ts'
import { leavingOut, VERDICTS } from './leaveOneOut.ts'
import { kept, learn } from './learn.ts'
import { allReplies, setOf, setsOfAll } from './replies.ts'

test('the weights are those that the replies teach: after a change, `npm run understanding:train`', () => {
  expect(kept(learn(allReplies())).weights === weights.weights).toBe(true)
})

test('of an author whom it has not read, no false yes, hardly another wrong word, and most is taken', () => {
  const { taken, falseYes, wrong } = leavingOut(setOf('salon'), setsOfAll())
  expect(falseYes.map(({ text }) => text)).toEqual([])
  expect(wrong.length).toBeLessThanOrEqual(4) // 2 in a hundred
  const sum = (what: 'taken' | 'of') => VERDICTS.reduce((total, verdict) => total + taken[verdict][what], 0)
  expect(sum('taken') / sum('of')).toBeGreaterThanOrEqual(0.75)
})

const clausesAndOpinion = (text: string) => {
  const clauses = clausesOf(text, 'Awa Diallo')
  return { clauses, opinion: opinionOf(clauses, text) }
}

test('it says which words decided', () => {
  const { clauses } = clausesAndOpinion('Elle doit encore apprendre')
  const strongest = reasonsFor('not-yet', featuresOf(clauses, 'Elle doit encore apprendre')).slice(0, 6)
  expect(strongest.map(({ feature }) => feature).join(' ')).toMatch(/encore/)
  expect(strongest[0]!.weight).toBeGreaterThan(0)
})

/** As if nothing could look more like a yes. */
const LOOKS_LIKE_YES = { yes: 1, 'not-yet': 0, no: 0, 'not-me': 0, condition: 0, more: 0, unclear: 0 }

test.each([
  'Elle a porté tous les cartons avec nous, sauf le samedi',
  'Elle a porté tous les cartons, à condition qu’on l’aide',
  'Elle n’a jamais porté les cartons',
  'Moussa oui, il a porté tous les cartons',
  'Ma sœur a porté tous les cartons',
  'Paraît qu’elle a porté tous les cartons',
  'Je crois qu’elle a porté tous les cartons',
  'Elle a porté tous les cartons ?',
  'Elle a porté tous les cartons lol',
  'Elle a porté tous les cartons…',
  'Elle portera les cartons, je vous réponds demain',
  'She carried the boxes with us, apart from the heavy ones',
  'She carried the boxes when she felt like it',
  'She did not carry the boxes',
  'I was told she carried the boxes',
  'She is lovely with everyone',
])('a guard stands whatever it looks like: %s', (text) => {
  const { clauses } = clausesAndOpinion(text)
  for (const signs of ['unclear', 'condition', 'no', 'not-yet', 'not-me', 'more'] as const)
    expect(secondOpinion(signs, LOOKS_LIKE_YES, clauses, text, 'Awa Diallo')).not.toBe('yes')
})

test('what the signs did not know is taken when it looks like what people write', () => {
  const text = 'Elle a porté tous les cartons avec nous'
  const { clauses } = clausesAndOpinion(text)
  expect(secondOpinion('unclear', LOOKS_LIKE_YES, clauses, text, 'Awa Diallo')).toBe('yes')
  expect(secondOpinion('unclear', { ...LOOKS_LIKE_YES, yes: 0.8, unclear: 0.2 }, clauses, text, 'Awa Diallo')).toBe('unclear')
  expect(secondOpinion('yes', { ...LOOKS_LIKE_YES, yes: 0, no: 1 }, clauses, text, 'Awa Diallo')).toBe('yes')
})
