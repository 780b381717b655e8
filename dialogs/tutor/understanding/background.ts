// What was said on the way to the answer and is not the answer: how it used to be, what others say, what would be nice.
import { CONFIRM, TRUE, YES } from './affirming.ts'
import { NEGATION } from './doubts.ts'
import { NOTHING_WRONG } from './nothingWrong.ts'
import { PRAISE } from './praise.ts'
import { DID, SAW } from './witness.ts'
import { HARMLESS } from './harmless.ts'
import { isPast, isWork } from './remainder.ts'
import { anyOf, has, isEmpty, unaccounted, without } from './phrases.ts'

/** « Au début je doutais »: it was so, and is told to say that it is not so now. */
const AT_FIRST = anyOf([
  'initially',
  'usually',
  'normally',
  'au (tout )?(debut|depart|commencement)',
  'les premiers (jours|temps)',
  'la premiere (semaine|fois)',
  'at first',
  'at the (start|beginning)',
  'to (begin|start) with',
  'in the beginning',
  'd habitude',
  'd ordinaire',
  'en general je',
  'i (had|had had) my doubts',
  'j avais (des|mes) doutes',
  'j ai (longtemps )?(doute|hesite)',
  'i (doubted|hesitated)',
  '(j etais|i was) (pas |un peu |a bit |SO )*(sceptique|skeptical|sceptical|mefiante?|unsure|dubious)',
  'before christmas',
  'avant (noel|l ete)',
  'il y a (\\p{L}+) (mois|semaines|ans)',
  '(months|weeks|a year|a month) ago',
  'used to(?! $)',
  '(i|je) (SO )*(dis|say|reponds|refuse) (souvent|often|usually|rarely|rarement|normalement|jamais) (SO )*(non|no|oui|yes)',
  '(i|je) (often|usually|rarely|never|seldom) (say|give|hand out|write) .*',
  '(desolee?|sorry|pardon|excusez( moi)?|toutes mes excuses|apologies|mes excuses)( (du|de|pour|for|about|the|j|i|d|ma|mon|to)( .*)?)?',
  '(j etais|i was|i ve been|j ai ete) (en (conges?|vacances|deplacement|arret|formation)|malade|absente?|on (leave|holiday|vacation)|away|off|ill|sick|out)( .*)?',
])

const NOW = anyOf([
  '(?<=^ |^ mais |^ but |^ et |^ and )(maintenant|now|aujourd hui|today|desormais|these days|depuis|since then|a present|nowadays|la maintenant|cette annee|this year|puis un jour)',
])

/** Said by somebody else, or only named: no answer of the one who writes. */
const NAMED = anyOf([
  '(SHE|les collegues|le texte|the text|her text) (SO )?(me |vous )?(dit|pretend|affirme|ecrit|raconte|says?|claims?|wrote|writes|said|told|tells?)( me| us| you)? (que |that )?(oui|yes|ca)',
  '(?<!i d |i would |i ll |dirais |happy |happy to |glad |glad to |pleased |pleased to |delighted |delighted to |ravie? |ravie? de |heureux |heureux de |heureuse |heureuse de |plaisir |plaisir de |on peut |je peux )(avant de |before |to |de |d |able to |pour |pouvoir )*(dire|say|saying|repondre|answer|answering|dise|d like to say|love to say|like to say) (un |a )?(oui|yes)( (ou|or) (non|no))?',
  '(oui|yes) (ou|or) (non|no)',
  // what is still to be done is not done by naming it: « prématuré de valider »
  '(?<!(refuse|refuser|decline|regret|heureux|heureuse|ravie?|plaisir|happy|glad|pleased|proud|delighted|tiens|pleasure|willing|ready|pas|fiere?|honneur) )(avant de |de |d |before |to |pour |pouvoir )(valider|confirmer|attester|certifier|signer|approuver|confirm|validate|sign|vouch|endorse|approve)(?= |$)',
  '(j |je |i |i d |we d )?((aimerais|voudrais|would love|would like|love|like|d love|d like|wish|souhaiterais|aurais aime|aurais voulu|wanted|voulais|wish i could)( to)?)( (bien|beaucoup|vraiment|really|so much|to|tellement|pouvoir|i could|t)){0,3} (dire|say|saying|repondre|confirmer|confirm|valider|d)( (un |a )?(oui|yes))?',
])

/** « On ne peut pas dire que… », « je ne dis pas non »: two negations, and only the writer knows what remains. */
const TWISTED = anyOf([
  '.*(jamais|never) (vu|met|seen|known|connu|eu|had|rencontre) (quelqu un|personne|une? WORD|anyone|anybody|someone|an? WORD) (d |de )?(aussi|si|so|as) .*',
  '.*(aucune?|pas (de|une)|no|any|single|nulle) (bonne |good )?(raison|reason) (de|d|to) (dire|say|confirm\\p{L}*|valid\\p{L}*|sign\\p{L}*).*',
  '.*(pas pas|not not|jamais pas) .*',
  '.*(pas (une?|de)|aucune?|not an?|no) \\p{L}+ (ou|when|where) .*(pas|jamais|not|never|t)( .*)?',
  '(c est |it s |not |ce n est )pas que (je|j|elle|il|@|c|on) .*(pas|jamais|not) .*',
  '.* (or|ou) (she |elle |he |il )?(didn t|did not|pas|not)( .*)?',
  '.*(irais|irai|would|wouldn t|d) (pas )?(jusqu a|go (so|as) far).*',
  '.*(can t|couldn t|wouldn t|won t|not going to|ne peux pas|ne peut pas|peux pas|peut pas|pourrais pas|pourrait pas|ne dirais pas|dirais pas|dirai pas|ne dis pas|dis pas|dit pas|not|don t|didn t) (say|saying|dire|deny|nier|que|qu) (que|qu|that|she|he|no|non|oui|yes|elle|il|@|it|ca)( .*)?',
  '.*(if|si) (i|je) (said|say|disais|dis) (no|non|yes|oui)( .*)?',
  '.*(no comment|sans commentaires?|joker|prefere ne pas (repondre|dire|me prononcer)|rather not (say|answer))( .*)?',
  '.*(dis|dirais|dirai|say|saying) (pas|not) (que|qu|non|no|oui|yes|that)( .*)?',
])

const TURN = /^ (mais|but|par contre|en revanche|however|cependant|pourtant|toutefois|although|though) /
const vouches = (clause: string): boolean =>
  !has(NEGATION, without(NOTHING_WRONG, clause)) && [YES, CONFIRM, TRUE, DID, SAW, PRAISE].some((signs) => has(signs, clause))

/** « Now she plans the route herself »: what she did then answers what she could not. */
const told = (clause: string): boolean => isPast(clause) && isWork(clause) && !has(NEGATION, clause)

/** The clauses that answer. */
export function answering(clauses: readonly string[]): string[] {
  const rest = exclaimed(clauses)
    .map((clause) => without(NAMED, has(TWISTED, clause) && !has(NOTHING_WRONG, clause) ? ' 🤔 ' : clause))
    .filter((clause) => clause.trim())
  // « Au début… Elle ne parlait à personne. Maintenant elle aide »: all that lies between is of then
  const now = rest.findIndex(
    (clause, i) => has(NOW, clause) && rest.slice(0, i).some((c) => has(AT_FIRST, c)) && rest.slice(i).some(vouches),
  )
  if (now > 0) return answering(rest.slice(now).map((clause, i) => (i ? clause : clause.replace(TURN, ' '))))
  const confirmed = rest.some((clause) => has(CONFIRM, clause) && !has(NEGATION, clause))
  const kept: string[] = []
  let turned = false
  for (const [i, clause] of rest.entries()) {
    if (has(AT_FIRST, clause) && !vouches(clause) && rest.slice(i + 1).some((later) => vouches(later) || (confirmed && told(later)))) {
      turned = true
      continue
    }
    kept.push(turned ? clause.replace(TURN, ' ') : clause)
    turned = false
  }
  return kept.filter((clause) => clause.trim())
}

/** « Non non mais c’est vrai, elle le fait ! » exclaims: said before two reasons for a yes, it denies nothing. */
function exclaimed(clauses: readonly string[]): readonly string[] {
  const from = clauses.findIndex((clause) => !isEmpty(unaccounted(clause, ...HARMLESS)))
  const [first, second] = from < 0 ? [] : clauses.slice(from)
  const isExclaimed =
    /^( non)+ $/.test(first ?? '') && /^ mais /.test(second ?? '') && has(TRUE, second!) && clauses.filter(vouches).length > 1
  return isExclaimed ? [second!.replace(TURN, ' '), ...clauses.slice(from + 2)] : clauses
}
