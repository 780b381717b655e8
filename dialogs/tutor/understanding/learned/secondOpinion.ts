// Where the signs leave a reply open, what it looks like decides, if that is sure enough and no guard speaks against it. A guard is a short list
// that a yes never passes, however much it looks like one. Where a word that often limits is left over, the opinion has to be surer.
// The thresholds were chosen on replies of authors whom the model had not read (docs/understanding.md).
import { namesAnother, speaksOfAnother } from '../another.ts'
import { CONFIRM, TRUE, YES } from '../affirming.ts'
import { LATER } from '../asking.ts'
import { ALWAYS_LIMITS, DOUBT, IRONY, NEGATION } from '../doubts.ts'
import { GOOD_HABITS, HARMLESS } from '../harmless.ts'
import { CIRCUMSTANCES, CONDITION, NARROWS } from '../limits.ts'
import { ABSENT, NOT_ME } from '../notMe.ts'
import { NOTHING_WRONG } from '../nothingWrong.ts'
import { NOT_YET } from '../notYet.ts'
import { anyOf, has, unexplained, without, words } from '../phrases.ts'
import { NICE, PRAISE } from '../praise.ts'
import { DENIES, NO } from '../refusing.ts'
import { DID, SAW, THERE } from '../witness.ts'
import type { Opinion, Reading } from './opinion.ts'

const SURE = 0.85
const SURE_DESPITE = 0.9
/** A short reply has little to go by, and traps are short. */
const SURE_OF_FEW = 0.98
const FEW = 8
/** For the verdicts that give no badge. */
const SURE_OF_ANOTHER = 0.9
const OTHERS = ['not-yet', 'no', 'not-me', 'condition', 'more'] as const
/** One or two words are for the signs to know. */
const FEWEST_WORDS = 3

const ANSWERS = [CONFIRM, TRUE, SAW, THERE, DID, PRAISE, YES]
const AFFIRMING = [...ANSWERS, NICE]
const EXPLANATIONS = [...AFFIRMING, NOTHING_WRONG, ...HARMLESS]
const says = (clauses: readonly string[], signs: RegExp): boolean => clauses.some((clause) => unexplained(clause, signs, ...EXPLANATIONS))

/** What others say, what only seems so, what is not meant. */
const UNSURE = anyOf([
  ...words(
    'parait semblerait apparemment apparently allegedly supposedly pretend pretends claims claimed reckons presumably kinda sorta lol mdr ptdr',
  ),
  '(entendu|heard|told|d apres|according|selon|dit|dise|disent|said|says|say) (que|qu|that|she|he|they|to|elle|lui|les|dire|me|moi)',
  '(m a|m ont|was|been) (dit|told|raconte)',
  '(je|j|i) (SO )*(crois|pense|suppose|imagine|presume|think|guess|reckon|assume|believe)',
  '(ou|or) (pas|not|non|no)',
])

/** `reading`: what the signs made of it. Returns that, or what it looks like. */
export function secondOpinion(
  reading: Reading,
  { yes, ...others }: Opinion,
  clauses: readonly string[],
  comment: string,
  learner: string | undefined,
): Reading {
  const sure = OTHERS.find((other) => others[other] > SURE_OF_ANOTHER)
  // a no that says what is still missing, a not me that says how it really was
  if (reading === 'no' || reading === 'not-me') return sure ?? reading
  if (reading !== 'unclear' && reading !== 'condition') return reading
  if (laughs(clauses, comment)) return reading
  const enough = wordsOf(clauses) <= FEW ? SURE_OF_FEW : reading === 'condition' || isDoubtful(clauses) ? SURE_DESPITE : SURE
  if (yes > enough) return isGuarded(clauses, comment, learner) ? reading : 'yes'
  if (reading === 'condition') return reading
  return sure ?? reading
}

const laughs = (clauses: readonly string[], comment: string): boolean =>
  clauses.some((clause) => clause.includes(' 🤔 ') || has(IRONY, clause)) || /(…|\.\.\.)\s*$/.test(comment)

const isDoubtful = (clauses: readonly string[]): boolean => [NARROWS, NEGATION, DOUBT, ABSENT].some((signs) => says(clauses, signs))

/** « quand le four a lâché » only tells; « quand elle veut » limits. */
const isLimited = (clauses: readonly string[]): boolean =>
  clauses.some((clause) => has(ALWAYS_LIMITS, clause)) ||
  says(
    clauses.map((clause) => without(CIRCUMSTANCES, without(GOOD_HABITS, clause))),
    CONDITION,
  ) ||
  clauses.slice(-1).some((last) => has(NARROWED_AT_LAST, last))
const NARROWED_AT_LAST = anyOf(['(pour|for) (le|la|les|l(?! avoir)|un|une|des|ce|cette|the|an?|this|these) WORD(?= $)'])

/** « l’escalier n’était pas facile » tells; a negation beside the word of a yes, or in a short reply, denies. */
const isDenied = (clauses: readonly string[]): boolean =>
  says(wordsOf(clauses) < LONG ? clauses : clauses.filter((clause) => AFFIRMING.some((signs) => has(signs, clause))), NEGATION)
const LONG = 16
const wordsOf = (clauses: readonly string[]): number => clauses.join(' ').trim().split(/ +/).length

function isGuarded(clauses: readonly string[], comment: string, learner: string | undefined): boolean {
  if (wordsOf(clauses) < FEWEST_WORDS) return true
  if (/[?？]/.test(comment)) return true
  if (clauses.some(namesAnother) || (learner !== undefined && speaksOfAnother(comment, learner))) return true
  if (clauses.some((clause) => has(DENIES, clause) || has(UNSURE, clause))) return true
  // kindness says neither
  if (clauses.some((clause) => has(NICE, clause)) && !ANSWERS.some((signs) => clauses.some((clause) => has(signs, clause)))) return true
  return isLimited(clauses) || isDenied(clauses) || [NO, LATER, NOT_YET, NOT_ME].some((signs) => says(clauses, signs))
}
