import { expect, test } from 'vitest'
import { checkReadability, readabilityOf } from '../../../../core/model/plainLanguage/readability.ts'

const EASY_FR =
  'Pensez à un jour de travail. C’était où\u00a0? Racontez ce que vous avez fait. Par quoi avez-vous commencé\u00a0? Envoyez une photo. '
const HARD_FR =
  'La reconnaissance institutionnelle des compétences professionnelles nécessite préalablement une documentation particulièrement circonstanciée. '
const EASY_EN = 'Think of a day at work. Where was it? Tell me what you did. What did you do first? Send a photo. '
const HARD_EN = 'Institutional recognition of professional competencies necessitates particularly comprehensive preliminary documentation. '

test('the scores are those of their formulas', () => {
  // 5 sentences; words of more than 6 letters: travail, Racontez, commencé, Envoyez
  const { ease, lix, words } = readabilityOf([EASY_FR], 'fr')!
  expect(words).toBe(21)
  expect(lix).toBeCloseTo(21 / 5 + (100 * 4) / 21, 5)
  // 34 syllables
  expect(ease).toBeCloseTo(207 - (1.015 * 21) / 5 - (73.6 * 34) / 21, 5)
  expect(readabilityOf(['👍'], 'fr')).toBeUndefined()
})

test('a plain conversation passes, an administrative one does not', () => {
  const rules = (text: string, language: 'fr' | 'en') =>
    checkReadability(Array(10).fill(text), language).map(({ message }) => message.slice(0, 8))
  expect(rules(EASY_FR, 'fr')).toEqual([])
  expect(rules(EASY_EN, 'en')).toEqual([])
  expect(rules(HARD_FR, 'fr')).toEqual(['fr: Kand', 'fr: LIX '])
  expect(rules(HARD_EN, 'en')).toEqual(['en: Fles', 'en: LIX '])
})

test('a single short message is not judged', () => {
  expect(checkReadability([HARD_FR], 'fr')).toEqual([])
})
