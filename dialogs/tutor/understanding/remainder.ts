// What is left of a clause once the yes, the praise and the politeness are taken out of it. A yes is only a yes when nothing is left that could
// take something away from it; and as nobody can list all that could, what is left must be known, or be the telling of something seen.
import { CONFIRM, TRUE, YES } from './affirming.ts'
import { HARMLESS } from './harmless.ts'
import { NOTHING_WRONG } from './nothingWrong.ts'
import { anyOf, has, isEmpty, unaccounted, words } from './phrases.ts'
import { NICE, PRAISE, WEAK } from './praise.ts'
import { DID, SAW } from './witness.ts'

/** Something that happened, told: « Awa a préparé 80 repas », "she organised the whole table". What belongs to it is place and time, not a limit. */
const TOLD = anyOf([
  '(SHE) (SO )*(l |s |y |les |nous |m |lui |nous l )?(a|ont|est|has|have|s) (SO )*\\p{L}{2,}(e|ee|es|ees|i|ie|u|ue|is|ise|it|ite|ert|erte|int|ed|one|ade|ept|ought|elt|un|ld|en)( .*)?',
  '(SHE) (SO )*\\p{L}{3,}ed( .*)?',
  '(SHE) (SO )*(made|took|ran|led|came|went|kept|taught|gave|built|brought|held|stood|spoke|got|set|put|sat|did|told|showed|cut|wrote|found)( .*)?',
])

/** A restriction in French or English is most often one of these and what follows it: « en binôme », "with me", « le matin ». */
const LIMITS = anyOf([
  ...words(`
    avec sous en pour a au aux dans sur chez par selon vers sans hors pendant durant avant apres depuis contre cote niveau
    de du des d le la les l un une ma mon mes sa son ses chaque quelques tous with for at in on under over during before
    after by from of to through within without the my our some most seule? alone qui que qu who which where ou \\d+
  `),
  'point de vue',
  'a few',
  'that part',
])

/** Seen doing, but what? « Je l’ai vue dormir ». */
const OTHER_ACT = anyOf([
  '(vue?|vois|voit) (@ |elle )?(?!(hier|derriere|encore|premiere|derniere|notre|votre|autre|WORK) )\\p{L}+(er|ir|re)',
  '(saw|seen|see|watched|watch) (HER) (?!(during|evening|morning|WORK) )\\p{L}+ing',
])

/** What narrows even what was seen: « je l’ai vue faire pour le tri ». Where and when it was seen does not. */
const PURPOSE = anyOf(words('pour for en sous sans par contre selon que qu without alone seule?'))

export type Remainder = 'nothing' | 'limit' | 'unknown'

/** `clause` comes without its idioms; `confirmed`: a yes was said, here or beside it, so that what is told illustrates it. */
export function remainderOf(clause: string, confirmed: boolean): Remainder {
  const left = unaccounted(clause, CONFIRM, TRUE, DID, PRAISE, NICE, YES, NOTHING_WRONG, ...HARMLESS, WEAK)
  if (isEmpty(left)) return 'nothing'
  if (has(PURPOSE, left)) return 'limit'
  if (has(SAW, clause) ? !has(OTHER_ACT, clause) : confirmed && has(TOLD, clause) && !has(DID, clause)) return 'nothing'
  if (has(LIMITS, left)) return 'limit'
  return 'unknown'
}
