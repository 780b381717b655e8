// What a tutor’s reply means. One rule above all: never a false yes (contract: an unclear reply records nothing).
// By meaning: letter.ts leaves what they wrote themselves, spelling.ts makes clauses of it, the lists in understanding/ say what a clause may
// express, and here those signs become one reading. A yes needs somebody who affirms or vouches, and nothing that limits it: the small words
// that limit are few and listed (limits.ts, doubts.ts), the nouns and verbs of a story are not (remainder.ts). What contradicts itself is asked back.
import type { Verdict } from '../../core/model/rows.ts'
import { CONFIRM, TRUE, YES } from './understanding/affirming.ts'
import { namesAnother, speaksOfAnother } from './understanding/another.ts'
import { LATER, MORE, QUESTION } from './understanding/asking.ts'
import { answering } from './understanding/background.ts'
import { CIRCUMSTANCES, CONDITION } from './understanding/limits.ts'
import { ALWAYS_LIMITS, DOUBT, HESITATION, IRONY, NEGATION } from './understanding/doubts.ts'
import { GOOD_HABITS, HARMLESS } from './understanding/harmless.ts'
import { isAutomatic, written } from './understanding/letter.ts'
import { LEARNED, type Model, opinionOf } from './understanding/learned/opinion.ts'
import { secondOpinion } from './understanding/learned/secondOpinion.ts'
import { ABSENT, NOT_ME, REFERS } from './understanding/notMe.ts'
import { NOT_YET } from './understanding/notYet.ts'
import { NOTHING_WRONG } from './understanding/nothingWrong.ts'
import { has, isEmpty, unaccounted, unexplained, without } from './understanding/phrases.ts'
import { NICE, PRAISE, WEAK } from './understanding/praise.ts'
import { DENIES, NO } from './understanding/refusing.ts'
import { isPast, isWork, remaindersOf, toldOf } from './understanding/remainder.ts'
import { clausesOf } from './understanding/spelling.ts'
import { CAME, DID, MEANWHILE, SAW, THERE } from './understanding/witness.ts'

/** `condition`: a yes with something that limits it. `more`: they ask for something first. Neither records anything, nor does `unclear`. */
export type Understood =
  | { verdict: Verdict; comment: string | null }
  | { verdict: 'condition' | 'unclear'; comment: string }
  | { verdict: 'more'; comment: string }

/** With all that it quotes. */
const LONGEST_LETTER = 20_000
const LONGEST = 2000
const LONGEST_CLAUSE = 400

/**
 * `learner`: as they are called, so that « Moussa oui » is not taken for a word on Awa.
 * `model`: what the second opinion was learnt from, another one only to measure it.
 */
export function understand(text: string, learner?: string, model: Model = LEARNED): Understood {
  if (text.length > LONGEST_LETTER) return { verdict: 'unclear', comment: '' }
  const comment = written(text)
  if (!comment || comment.length > LONGEST || isAutomatic(text)) return { verdict: 'unclear', comment: text.trim() }
  const clauses = clausesOf(comment, learner)
  if (clauses.some((clause) => clause.length > LONGEST_CLAUSE)) return { verdict: 'unclear', comment }
  const signs = readingOf(comment, clauses, learner)
  const verdict = secondOpinion(signs, opinionOf(clauses, comment, model), clauses, comment, learner)
  switch (verdict) {
    case 'more':
    case 'condition':
      return { verdict, comment }
    case 'unclear':
      // a question is no comment, nor is « ok »: whatever they answer next, it is not kept with it
      return { verdict, comment: isQuestion(comment) || clauses.every(isCourtesy) ? '' : comment }
    // whoever is not the one says nothing of her
    case 'not-me':
      return { verdict, comment: null }
    default:
      return { verdict, comment: isBare(clauses) ? null : comment }
  }
}

const isCourtesy = (clause: string): boolean => isEmpty(unaccounted(clause, WEAK, ...HARMLESS))
const isQuestion = (comment: string): boolean => /[?？]/.test(comment)

/** One clause, what it says once idioms are out of it, and whether one was in it. */
type Clause = { said: string; rest: string; nothingWrong: boolean }

const AFFIRMING = [CONFIRM, TRUE, SAW, THERE, DID, PRAISE, NICE, YES]
/** Said, and not only part of a yes word, of praise or of politeness. */
const says = (rest: string, ...signs: readonly RegExp[]): boolean =>
  signs.some((sign) => unexplained(rest, sign, ...AFFIRMING, ...HARMLESS))
const isDenied = (rest: string): boolean => has(DENIES, rest) || says(rest, NEGATION)

/** « Elle le fait » vouches; « elle fait le minimum », « c’est vrai qu’il fait froid » only begins like it. */
const vouches = ({ rest }: Clause): boolean =>
  !isDenied(rest) &&
  !namesAnother(rest) &&
  ((has(CONFIRM, rest) && !(has(CAME, rest) && !has(PRAISE, rest) && !has(TRUE, rest) && !has(YES, rest))) ||
    has(SAW, rest) ||
    (has(TRUE, rest) && !/ (vrai|true) (qu|que|that) /.test(rest)) ||
    (has(DID, rest) && !has(MEANWHILE, rest) && (isPast(rest) || isEmpty(unaccounted(rest, ...AFFIRMING, WEAK, ...HARMLESS)))))
const affirms = ({ rest }: Clause): boolean => has(YES, rest) && !isDenied(rest) && !namesAnother(rest)
/** Of her or her work; « super » alone only says that the message was read. */
const praises = ({ rest }: Clause): boolean =>
  (rest.match(PRAISE) ?? []).some((praise) => OF_THE_WORK.test(` ${praise} `)) && !isDenied(rest)
const OF_THE_WORK =
  / (elle|il|iel|@|she|he|c est une?|travail|boulot|job|work|equipi\p{L}+|coequipi\p{L}+|collegue|worker|colleague|player|fait|done|parfaite?|travaill\p{L}+|boss\p{L}+|works|worked|impeccable|nickel|perfect|perle|pepite|excellent) /u
const TURN = /^ (mais|but|par contre|en revanche|however|cependant|pourtant|toutefois|sauf que|although|though) /

function readingOf(comment: string, spoken: readonly string[], learner: string | undefined): Understood['verdict'] {
  if (spoken.some((clause) => has(IRONY, clause))) return 'unclear'
  const clauses: Clause[] = answering(spoken).map((said) => {
    const rest = without(NOTHING_WRONG, said)
    return { said, rest: without(GOOD_HABITS, rest), nothingWrong: rest !== said }
  })
  const some = (signs: RegExp) => clauses.some(({ rest }) => has(signs, rest))
  const asks = isQuestion(comment)
  const vouched = clauses.some(vouches)
  const affirmed = clauses.some(affirms)
  const positive = vouched || affirmed || clauses.some((c) => c.nothingWrong) || clauses.some(praises)
  const laughs = spoken.some((clause) => clause.includes(' 🤔 ')) || /(…|\.\.\.)\s*$/.test(comment)

  if (some(NOT_ME)) return vouched || laughs || (affirmed && !clauses.some(({ rest }) => TURN.test(rest))) ? 'unclear' : 'not-me'
  if (some(ABSENT) && !vouched && !laughs && (!affirmed || some(REFERS) || clauses.some(({ rest }) => TURN.test(rest)))) return 'not-me'
  if (some(MORE)) return 'more'
  if (asks && !isRhetorical(clauses, comment)) {
    const enquires = spoken.some((clause) => has(QUESTION, clause)) || (!positive && spoken.join('').trim().split(' ').length > 2)
    return enquires ? 'more' : 'unclear'
  }
  if (some(NOT_YET)) {
    const late = clauses.findLastIndex(({ rest }) => has(NOT_YET, rest))
    const turns = clauses.slice(0, late + 1).some(({ rest }) => TURN.test(rest))
    const before = clauses.slice(0, late).some((c) => vouches(c) || (c.nothingWrong && !has(NOT_YET, c.rest))) && !turns
    const after =
      clauses.slice(late).some((c) => vouches({ ...c, rest: without(NOT_YET, c.rest) })) ||
      clauses.slice(late + 1).some((c) => c.nothingWrong)
    const contradicted =
      affirmed ||
      before ||
      after ||
      clauses.some((c) => (has(CONFIRM, c.rest) && !isDenied(c.rest)) || (/^ (oui|yes) /.test(c.rest) && has(NOT_YET, c.rest)))
    if (!contradicted) return laughs ? 'unclear' : 'not-yet'
  }
  if (some(NO) || some(DENIES)) {
    const confirms = !some(NO) && clauses.some(({ rest }) => has(CONFIRM, unaccounted(rest, DENIES, NO)))
    if (
      !positive &&
      !confirms &&
      !laughs &&
      !some(LATER) &&
      !/ (d|would|dirais) (say )?(a )?(yes|oui) /.test(spoken.join('')) &&
      !/ (sauf|except|hormis|a part|apart|unless|oui|yes) /.test(clauses.map(({ rest }) => rest).join(''))
    )
      return 'no'
    if (!some(NO) || !affirmed) return 'unclear'
  }
  return readingOfYes(
    clauses,
    positive,
    laughs,
    (!!learner && speaksOfAnother(comment, learner)) || clauses.some(({ rest }) => namesAnother(rest)),
  )
}

/** « Pourquoi je dirais non ? Elle le fait. »: the only question is a turn of phrase, and an answer follows. */
const isRhetorical = (clauses: readonly Clause[], comment: string): boolean =>
  (comment.match(/[?？]+/g) ?? []).length === 1 &&
  !/[?？][^\p{L}]*$/u.test(comment) &&
  (clauses.some((c) => c.nothingWrong && / (pourquoi|why|how) /.test(c.said)) || clauses.some(({ said }) => said === ' @ ')) &&
  clauses.every(({ rest }) => !has(QUESTION, rest))

function readingOfYes(
  clauses: readonly Clause[],
  positive: boolean,
  laughs: boolean,
  another: boolean,
): 'yes' | 'condition' | 'more' | 'unclear' {
  const weak = clauses.some(({ rest }) => has(WEAK, rest) || has(YES, rest) || has(CONFIRM, rest))
  if (!positive && clauses.some(({ said }) => has(QUESTION, said))) return 'more'
  if (!positive && !weak) return 'unclear'
  if (clauses.some(({ rest }) => says(rest, LATER)) && !clauses.some(vouches)) return 'unclear'
  if (clauses.some(({ said }) => has(ALWAYS_LIMITS, said))) return 'condition'
  const rests = clauses.map(({ rest }) => rest)
  const told = toldOf(rests)
  if (rests.some((rest, i) => says(told[i] ? without(CIRCUMSTANCES, rest) : rest, CONDITION))) return 'condition'
  const works = rests.some((rest) => isPast(rest) && isWork(rest))
  const confirmed = clauses.some(
    ({ rest, nothingWrong }) => (nothingWrong && works) || [YES, CONFIRM, TRUE, SAW].some((signs) => has(signs, rest)),
  )
  const vouching = clauses.map(
    (c) =>
      vouches(c) ||
      (confirmed && (praises(c) || (has(THERE, c.rest) && !isDenied(c.rest)) || (isPast(c.rest) && isWork(c.rest) && !isDenied(c.rest)))),
  )
  const remainders = remaindersOf(rests, vouching, confirmed)
  if (remainders.includes('limit')) return 'condition'
  if (laughs || another || remainders.includes('unknown')) return 'unclear'
  if (!vouching.includes(true) && clauses.some(({ rest }) => says(rest, HESITATION) || has(ABSENT, rest))) return 'unclear'
  if (clauses.some(({ rest }) => says(rest, DOUBT, NEGATION, LATER, NO, NOT_YET))) return 'unclear'
  return answers(clauses) || (works && clauses.some(({ nothingWrong }) => nothingWrong)) ? 'yes' : 'unclear'
}

/** Said the learner’s thing was so, or said yes to it. Kindness and « pas de souci » alone do not, nor « oui, je suis son tuteur ». */
function answers(clauses: readonly Clause[]): boolean {
  if (clauses.some(vouches)) return true
  if (clauses.some(affirms)) return !clauses.some(({ rest }) => PRESENTS.test(rest))
  if (clauses.some(praises)) return !clauses.some(({ rest }) => THANKS.test(rest))
  const fine = clauses.filter(({ nothingWrong }) => nothingWrong)
  return fine.length > 1 || fine.some(({ said, rest }) => isEmpty(unaccounted(rest, WEAK, ...HARMLESS)) && !OBLIGING.test(said))
}
const OBLIGING = / (souci|soucis|probleme|problem|worries|worry|bother) /
const PRESENTS =
  / (je|j|i|we|on|nous) (la |l ai |l |ve |have )?(supervise|encadre|formee?|trained|manage|travaille|bosse|work|worked) | (elle|@|she|il|he) (travaille|bosse|works?) (avec|with|chez|here|ici) | (je suis|i m|i am|c est|that s|this is) (son|sa|ma|mon|her|his|my|moi|me|@ s) /
const THANKS = / (merci|thanks|thank you) /

/** Nothing but the words of the verdict, politeness and emoji. */
const isBare = (clauses: readonly string[]): boolean =>
  clauses.every((clause) =>
    /^\s*((je|i) )?(confirme?|encore|pas|not|yet|👍|👎| )*\s*$/.test(
      [YES, NO, ...HARMLESS].reduce((said, signs) => without(signs, said), clause),
    ),
  )
