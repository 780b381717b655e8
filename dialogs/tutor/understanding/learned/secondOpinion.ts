// Where the signs leave a reply open, what it looks like decides, if that is sure enough and no guard speaks against it. A guard is a short list
// that a yes never passes, however much it looks like one. Where a word that often limits is left over, the opinion has to be surer.
// The thresholds were chosen on replies of authors whom the model had not read (docs/understanding.md).
import { namesAnother, speaksOfAnother } from '../another.ts'
import { CONFIRM, TRUE, YES } from '../affirming.ts'
import { LATER } from '../asking.ts'
import { DOUBT, IRONY, NEGATION } from '../doubts.ts'
import { HARMLESS } from '../harmless.ts'
import { CONDITION, NARROWS } from '../limits.ts'
import { ABSENT } from '../notMe.ts'
import { NOTHING_WRONG } from '../nothingWrong.ts'
import { NOT_YET } from '../notYet.ts'
import { anyOf, has, unexplained, words } from '../phrases.ts'
import { NICE, PRAISE } from '../praise.ts'
import { DENIES, NO } from '../refusing.ts'
import { DID, SAW, THERE } from '../witness.ts'
import type { Opinion, Reading } from './opinion.ts'

const SURE = 0.8
const SURE_DESPITE = 0.9
/** For the verdicts that give no badge. */
const SURE_OF_ANOTHER = 0.85
/** Of two or three words every one counts, and the signs know them. */
const FEWEST_WORDS = 4

const EXPLANATIONS = [CONFIRM, TRUE, SAW, THERE, DID, PRAISE, NICE, YES, NOTHING_WRONG, ...HARMLESS]
const says = (clauses: readonly string[], signs: RegExp): boolean => clauses.some((clause) => unexplained(clause, signs, ...EXPLANATIONS))

/** What others say, or only seems so. */
const HEARSAY = anyOf([
  ...words('parait semblerait apparemment apparently allegedly supposedly pretend pretends claims claimed reckons presumably kinda sorta'),
  '(entendu|heard|told|d apres|according|selon|dit|dise|disent|said|says|say) (que|qu|that|she|he|they|to|elle|lui|les|dire|me|moi)',
  '(m a|m ont|was|been) (dit|told|raconte)',
])

/** `reading`: what the signs made of it. Returns that, or what it looks like. */
export function secondOpinion(
  reading: Reading,
  { yes, ...others }: Opinion,
  clauses: readonly string[],
  comment: string,
  learner: string | undefined,
): Reading {
  // a no that says what is still missing
  if (reading === 'no' && others['not-yet'] > SURE_DESPITE) return 'not-yet'
  if (reading !== 'unclear' && reading !== 'condition') return reading
  if (laughs(clauses, comment)) return reading
  if (yes > (reading === 'condition' || isLimited(clauses) ? SURE_DESPITE : SURE))
    return isGuarded(clauses, comment, learner) ? reading : 'yes'
  if (reading === 'condition') return reading
  const sure = (['not-yet', 'no', 'not-me', 'condition', 'more'] as const).find((other) => others[other] > SURE_OF_ANOTHER)
  return sure ?? reading
}

const laughs = (clauses: readonly string[], comment: string): boolean =>
  clauses.some((clause) => clause.includes(' 🤔 ') || has(IRONY, clause)) || /(…|\.\.\.)\s*$/.test(comment)

const isLimited = (clauses: readonly string[]): boolean =>
  [CONDITION, NARROWS, NEGATION, DOUBT, NOT_YET, ABSENT].some((signs) => says(clauses, signs))

function isGuarded(clauses: readonly string[], comment: string, learner: string | undefined): boolean {
  if (clauses.join(' ').trim().split(/ +/).length < FEWEST_WORDS) return true
  if (/[?？]/.test(comment)) return true
  if (clauses.some(namesAnother) || (learner !== undefined && speaksOfAnother(comment, learner))) return true
  if (clauses.some((clause) => has(DENIES, clause) || has(HEARSAY, clause))) return true
  return says(clauses, NO) || says(clauses, LATER)
}
