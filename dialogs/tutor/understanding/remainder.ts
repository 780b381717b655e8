// What is left of a reply once the yes, the praise and the politeness are taken out of it. Nobody can list what people tell of a kitchen or a
// building site, so nouns and verbs of a story do not disturb a yes. What limits one are small words, of which a language has few: those
// are listed (limits.ts), and where they stand decides. « Oui, en cuisine » limits; « je l’ai vue faire en cuisine » only says where it was.
import { CONFIRM, TRUE, YES } from './affirming.ts'
import { HESITATION } from './doubts.ts'
import { HARMLESS } from './harmless.ts'
import { NARROWS, PLACES } from './limits.ts'
import { NOTHING_WRONG } from './nothingWrong.ts'
import { anyOf, has, isEmpty, unaccounted, words } from './phrases.ts'
import { NICE, PRAISE, WEAK } from './praise.ts'
import { DID, SAW, THERE } from './witness.ts'

/** Something that happened to her, told: « Awa a préparé 80 repas », "she organised the whole table". */
const HAPPENED = anyOf([
  '(?<=^ |^ and |^ et )(\\p{L}{3,}ed|met|took|made|got|ran|kept|held|a \\p{L}+e) \\p{L}{2,}( .*)?',
  '(c est )?(HERSELF) ((SO|qui|y|l|s|en|les|nous|m|lui|le|la|c est|me|myself|just|even|then|who) )*(((a|ont|est|has|have|s) (SO )*(?!the |une |le |les |des |some |more |this |envie |hate )(su(?= )|\\p{L}{2,}(e|ee|es|ees|i|ie|u|ue|is|ise|it|ite|ert|erte|int|ed|one|ade|ept|ought|elt|un|ld|en|er|lu|vu|su|eu|mis|pris|dit)))|etait|avait|(?!connait|parait|plait|sait|fait)\\p{L}{3,}ait|had|was|were|did|\\p{L}{3,}ed|made|took|ran|led|dug|drew|grew|threw|drove|rode|swept|came|went|kept|taught|gave|built|brought|held|stood|spoke|got|set|put|sat|told|showed|cut|wrote|found|read|knew|drove|wore|chose|swept|dealt|felt|met|fed|won|pulled|got|said)( .*)?',
])

/** The same of me or of us: it proves nothing of her, and disturbs nobody who vouched. */
const OF_ME = anyOf([
  '(j|je|nous|on|i|we|m) ((SO|y|n|en|l|les|nous|lui|le|la|just|even|ve|d|m) )*(ai|a|avons|suis|sommes|etais|etait|avais|avait|avions|etions|\\p{L}{3,}(ais|ait|ions)|was|were|had|did|got|have|been|am|\\p{L}{3,}ed|checked|saw) (\\p{L}{2,})( .*)?',
])

/** Somebody does something in it: a sentence, not something hung on to the one before. */
const SENTENCE = anyOf(
  words('elle il iel elles ils on nous je j vous tu ca cela c @ she he they i we you it that there y everyone who qui'),
)

/** What she is, has, wants, says or knows is no work, and answers nothing. */
const STATE =
  '(etait|est|is|was|s|connait|knows?|travaille|works?|parle|talks?|mentioned|asked|said|says?|told|tells?|got|gets?|went|goes|came|comes?|called|looked|looks?|seems?|veut|voulait|wants?|cherche|aime|adore|habite|vit|lives?|attend|waits?|raconte|dit|croit|pense|thinks?|espere|reste|stays?|likes?|loves?|feels?|va|vient|passe|part|arrive|mange|eats?|fume|smokes?|boit|drinks?|dort|sleeps?|chante|finit|finishes|starts?|has|have|had|a|ont|avait)(?= )'
/** Articles and what else may stand between a verb and its object. */
const BEFORE =
  '(SO|le|la|l|les|the|un|une|a|an|des|du|de|d|son|sa|ses|her|his|their|our|nos|notre|mes|mon|ma|my|all|tous|lot|of|plus|how|to|comment)'
const OBJECT =
  '(?!(avec|with|pour|for|sous|sans|dans|chez|quand|when|apres|after|avant|before|toute?s?|bien|par|selon|sur|from|under|depuis|while|alone|like|comme|beaucoup|trop|fort|much|lot|more|mieux|here|ici|\\p{L}+di|\\p{L}+day|demain|lunch|dinner) )(\\p{L}{3,}|\\d+)( .*)?'

/** Work of hers, told: the verb has an object. « Elle est partie », « elle a pleuré » is no work, and no answer. */
const WORKED = anyOf([
  '(HERSELF) (SO )*((l|les) (a|ont|avait)|(a|ont|avait) (bien |deja |vraiment )?tout) (SO )*\\p{L}{2,}(e|ee|es|ees|i|ie|is|it|u|ue|ert)( .*)?',
  `(HERSELF) ((SO|y|l|les|nous|m|lui|le|la|me|just|even|then) )*(a|ont|avait|has|had|have) (SO )*(?!ete |un |une |deux |the |le |les |des |some |more |this )(\\p{L}+(e|ee|es|ees|i|ie|u|ue|is|ise|it|ite|ert|erte|int|ed|ade|ept|ought|elt|un|ld)|lu|mis|pris|dit|made|run|led|dug|drew|grew|threw|drove|rode|swept|kept|done|cut|set)( ${BEFORE}| au| aux)* ${OBJECT}`,
  `(HERSELF) ((SO|y|l|les|nous|m|lui|le|la|me|just|even|then) )*(?!${STATE})\\p{L}{3,}( ${BEFORE})* ${OBJECT}`,
  '(HERSELF) s est (SO )*(occupee?|chargee?|investie|proposee?|debrouillee?|donnee?|adaptee?|organisee?) (.*)',
  '(HERSELF) (est|came|got) (SO )*(venue?|allee?|arrivee?|rentree?|montee?|here|there|home|in)? ?(SO )*(en (tram|bus|metro|train|velo|voiture|tcl|transports?|car)|by (bus|train|tram|bike)|a pied|a l heure|(toute? )?seule?|on (her|his) own|par ses propres moyens)( .*)?',
  `(?<=^ |^ and |^ et )(?!${STATE})(\\p{L}{3,}ed|made|took|ran|led|dug|drew|grew|threw|drove|rode|swept|kept|taught|gave|built|bought|brought|held|cut|wrote|found|did)( ${BEFORE})* ${OBJECT}`,
])

/** Seen doing, but what? « Je l’ai vue dormir ». */
const OTHER_ACT = anyOf([
  '(vue?|vois|voit) (@ |elle |ca )?(?!(hier|derriere|encore|premiere|derniere|notre|votre|autre|WORK) )\\p{L}+(er|ir|re)',
  '(saw|seen|see|watched|watch) (HER) (?!(during|evening|morning|WORK) )\\p{L}+ing',
])

/** Seen somewhere, which is not seen at it: « je l’ai vue au marché ». */
const SEEN_ABOUT = anyOf([
  '(vue?|saw|seen) ((her|him|@|SO|hier|yesterday|ce matin|this morning|today|aujourd hui) )*(a|au|aux|en|at|in|on|chez|dans|sur) (?!(work|it|action|train|her own))WORD( WORD){0,3}(?= $)',
])

/** A message, an appointment, a delivery: what people also say yes to. */
const OTHER_BUSINESS = anyOf([
  ...words(`
    pause clefs? keys? casque rdv rendez reunion meeting planning schedule rota livraison delivery commande commander order facture invoice devis quote mail mails email
    message messages sms appel call recue? received receipt reception appointment meteo weather locker casier conges?
  `),
  '(elle |il |she |he |@ )?(est|is|arrive|s|vient|part) (SO )*(la|ici|here|there|dans le coin|around)(?= $)',
  '(see|ring|call|talk to|speak to) you',
  'a (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce soir|tout a l heure|plus)',
])

/** Of the past, where when and where are no limit. */
const isTold = (clause: string): boolean => has(SAW, clause) || has(THERE, clause) || has(HAPPENED, clause)
export const isPast = (clause: string): boolean => isTold(clause) || has(OF_ME, clause)
export const isWork = (clause: string): boolean => has(WORKED, clause)

export type Remainder = 'nothing' | 'limit' | 'unknown'

const ANSWERS = [YES, CONFIRM, TRUE, DID, SAW, THERE, PRAISE] as const
const kindsOf = (clause: string): number => ANSWERS.filter((signs) => has(signs, clause)).length

/** What remains of each clause. `vouching`: which of them put a name to it; `affirmed`: the word yes was said. */
export function remaindersOf(clauses: readonly string[], vouching: readonly boolean[], affirmed: boolean): Remainder[] {
  let told = false
  const remainders: Remainder[] = []
  for (const [i, clause] of clauses.entries()) {
    const left = unaccounted(clause, CONFIRM, TRUE, SAW, THERE, DID, PRAISE, NICE, YES, NOTHING_WRONG, ...HARMLESS, WEAK, HESITATION)
    const kinds = kindsOf(clause)
    // « Vu de mes yeux, jeudi, pendant le service »: hung on to what is told, and told with it
    const continues: boolean = told && kinds === 0 && !has(SENTENCE, clause)
    told = isTold(clause) || continues || (told && isEmpty(left))
    const beside = vouching.some((vouches, j) => vouches && j !== i)
    remainders.push(isEmpty(left) ? 'nothing' : has(NARROWS, left) ? 'limit' : continues ? 'nothing' : restOf(clause, left, kinds, beside))
  }
  return remainders

  function restOf(clause: string, left: string, kinds: number, beside: boolean): Remainder {
    const vouched = vouching.includes(true)
    if (has(SAW, clause) || has(THERE, clause))
      return (has(OTHER_ACT, clause) && !affirmed) || (has(SEEN_ABOUT, clause) && !beside) ? 'unknown' : 'nothing'
    if (isTold(clause) && (vouched || (affirmed && (isWork(clause) || has(DID, clause))))) return 'nothing'
    if (has(OTHER_BUSINESS, left)) return 'unknown'
    if (isWork(clause) && (vouched || affirmed)) return 'nothing'
    if (has(OF_ME, clause)) return vouched ? 'nothing' : 'unknown'
    if (has(PLACES, left) && (kinds > 0 || !has(SENTENCE, clause))) return 'limit'
    if (kinds > 0) return beside || kinds > 2 ? 'nothing' : 'unknown'
    return vouched ? 'nothing' : 'unknown'
  }
}

/** Clauses that are hung on to something told. */
export function toldOf(clauses: readonly string[]): boolean[] {
  let told = false
  return clauses.map((clause) => {
    told = isPast(clause) || (told && kindsOf(clause) === 0 && !has(SENTENCE, clause))
    return told
  })
}
