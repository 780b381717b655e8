// Whether somebody other than the learner is the one spoken of: « Moussa oui, il est super ».

import { TRUE, YES } from './affirming.ts'
import { HARMLESS } from './harmless.ts'
import { isEmpty, unaccounted } from './phrases.ts'
import { PRAISE, WEAK } from './praise.ts'

/** Begins a sentence with a capital, and is nobody's name. */
const NO_NAME = new Set(
  'qui what who everyone everybody everything tous tout tous texte equipe equipier travail job work aucun aucune rien personne nobody nothing we you they les un une his et but no non euh mme this'.split(
    ' ',
  ),
)
const IS_SAID_OF =
  /(?<![\p{L}])(\p{Lu}[\p{L}-]+),?\s+(oui|non|yes|no|est|a|l['’]a|fait|le fait|sait|peut|travaille|bosse|gère|is|has|did|does|can|was|works|knows)(?![\p{L}])/gu

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** « Ah oui », « Ben oui », « Bonjour, oui »: a word that begins many a sentence. */
const isCommon = (word: string): boolean => NO_NAME.has(word) || isEmpty(unaccounted(` ${word} `, YES, PRAISE, WEAK, TRUE, ...HARMLESS))

export function speaksOfAnother(text: string, learner: string): boolean {
  const names = plain(learner).split(/[^\p{L}]+/u)
  return [...text.matchAll(IS_SAID_OF)].some(([, name]) => !names.includes(plain(name!)) && !isCommon(plain(name!)))
}
