// What looks like somebody's name: a capital, and no word that says anything here.
import { TRUE, YES } from './affirming.ts'
import { CONDITION } from './limits.ts'
import { DOUBT, NEGATION } from './doubts.ts'
import { HARMLESS } from './harmless.ts'
import { NOT_YET } from './notYet.ts'
import { has, isEmpty, unaccounted } from './phrases.ts'
import { PRAISE, WEAK } from './praise.ts'
import { DENIES, NO } from './refusing.ts'
import { clausesOf } from './spelling.ts'
import { DID } from './witness.ts'

/** Begins many a sentence, and is in no list. */
const NO_NAME = new Set(
  'contrairement contrary big huge firm massive clear definite resounding grand gros immense enorme que on nous je ce cette ces mon ma mes notre votre le la les il elle qui what who everyone everybody everything tous tout texte equipe equipier travail job work rien personne nobody nothing you they les une un his et but mme this valide confirme constate observe'.split(
    ' ',
  ),
)

/** « Ah oui », « Ben oui », « Bonjour, oui »: the first word is nobody. */
export const isName = (word: string): boolean => /^\p{Lu}/u.test(word) && isUnknown(word)

/** Nothing in this line takes a yes back or limits it. */
export const isNoWord = (line: string): boolean =>
  clausesOf(line).every((said) => ![CONDITION, DOUBT, NEGATION, NO, DENIES, NOT_YET].some((signs) => has(signs, said)))

/** A word of no list. */
export function isUnknown(word: string): boolean {
  const said = clausesOf(word)[0] ?? ' '
  if (NO_NAME.has(said.trim()) || [CONDITION, DOUBT, NEGATION, NO, DENIES, NOT_YET].some((signs) => has(signs, said))) return false
  return !isEmpty(unaccounted(said, YES, TRUE, PRAISE, WEAK, DID, ...HARMLESS))
}
