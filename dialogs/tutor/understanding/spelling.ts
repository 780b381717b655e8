// One spelling for what is written in many: as people speak into a phone, shout, forget accents, or write as in a text message.
// Gives clauses: lower case, no accents, single spaces, « @ » where the learner is named.
import { ACCENTED, limitingSpelling, UNACCENTED } from './textMessages.ts'

/** Runs of words that only mean something together. */
const TOGETHER: [RegExp, string][] = [
  [/ c est (est|etait|etaient) /g, ' c $1 '],
  [/ (trop|tro) to(?= )/g, ' trop tot'],
  [/ (ses|s est|ces) vrai /g, ' c est vrai '],
  [/ vrai (se|ce) qu/g, ' vrai ce qu'],
  [/ (je|tu) c (pas|plus) /g, ' je sais $2 '],
  [/ je c est (pas|plus) /g, ' je sais $1 '],
  [/ que l (a|est|y|avait) /g, ' qu elle $1 '],
  [/ quel (a|est allee?|avait|fait|dit|sait) /g, ' qu elle $1 '],
  [/ pas que(?= $)/g, ' pas que'],
  [/ pas pr /g, ' pas pour '],
  [/ c ki /g, ' c est qui '],
  [/ y en a pas /g, ' y en a pas '],
  [/ (fait|fais) sa /g, ' $1 ca '],
  [/ che vrai /g, ' c est vrai '],
  [/ un peut /g, ' un peu '],
  [/ oui+ /g, ' oui '],
  [/ (i|we|you|they) ain t (?=seen|met|got|had|done|worked)/g, ' $1 haven t '],
  [/ ain t /g, ' isn t '],
  [/ (ly|do|work|help|tell|jok|kidd|mak|com|go|try|learn|watch)in(?= )/g, ' $1ing'],
  [/ g (?=(rien|pas|jamais|bien|tout|deja|\p{L}{2,}(e|i|u|it|is)) )/gu, ' j ai '],
  [/ (j|je) peu /g, ' je peux '],
  [/ (j )?jetai[ts]? /g, ' j etais '],
  [/(?<=^| vu| oui) jete (?=(a|au|dans|avec|sur|la) )/g, ' j etais '],
  [/ j le /g, ' je le '],
  [/ pour sa(?= (\||$))/g, ' pour ca'],
  [/ pas? encor(?= )/g, ' pas encore'],
  [/ tou(t|s)? le temps? /g, ' tout le temps '],
  [/(?<= \p{L}+) est (elle|il|je|j|on|nous) (?!qu)/gu, ' et $1 '],
  [/ mi (?=confirme|valide|la vu)/g, ' je '],
  [/ mi see /g, ' i see '],
  [/ (she|he|@) do (?=it|that|this|so|good)/g, ' $1 does '],
  [/ (g|ge|jai) (tou |tout |tt |bien )?(vue?) /g, ' j ai $2$3 '],
  [/ j (l|les|la) /g, ' je $1 '],
  [/ d (mes|ses|la) /g, ' de $1 '],
  [/ (?<!of )course (she|he|i|yes|they) /g, ' of course $1 '],
  [/ sa (fait|fais|va|marche) /g, ' ca $1 '],
  [/ (elle|il|@) (c est|c|ses) (le |la )?faire /g, ' $1 sait $3faire '],
  [/ quel (sait|peut) /g, ' qu elle $1 '],
  [/ tou(t|s)? (le|les) (jours?|matins?|soirs?|midis?|semaines?) /g, ' tous les $3 '],
  [/ (netai|netais|netait)s? /g, ' n etais '],
  [/ comme y /g, ' comme il '],
  [/ (j )?y ai vue? /g, ' je l ai vu '],
  [/ j etai[ts]? /g, ' j etais '],
  [/ (elle|il|@) ce (?!qui|que|qu)/g, ' $1 se '],
  [/ (elle|il|@) ma (?=\p{L}+(e|er|i|u) )/gu, ' $1 m a '],
  [/ la desu /g, ' la dessus '],
  [/ est meme mieux /g, ' et meme mieux '],
]

/** Marks that were spoken into a telephone. */
const SPOKEN =
  / (virgule|point a la ligne|point à la ligne|point d['’ ]exclamation|point d['’ ]interrogation|full stop|comma|(?<!(?:sur|ce|un|le|au|de|ton|son|mon|bon|à|a|quel|point) )point(?! (de|d|sur)\b))(?= |$)/g

const EMOJI: [RegExp, string][] = [
  [/[👍✅💯👌👏🙌✔☑]/gu, ' 👍 '],
  [/[👎❌🚫✖⛔]/gu, ' 👎 '],
  [/[🤔😕🙄😬🤷😂🤣😅😒🙃😏🤨😐😑🫤🤡🤞😜😉😳🤥]/gu, ' 🤔 '],
]

/** The clauses of `text`, each with a space before and after it, so that whole words are found by their spaces. */
export function clausesOf(text: string, learner?: string): string[] {
  let said = text
    .normalize('NFC')
    // « Ms » is « mais » in a text message
    .replace(/\b(Ms|Mr|Mrs|Miss|Mme|Mlle|M)\.? (?=\p{Lu})/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
  said = said.replace(/(^|\s)\+\s?1(?=\s|$|[.!])/g, '$1 je confirme ')
  // « Si, elle l’a fait » contradicts a no: it says yes
  said = said.replace(/(^|[\n.!?]\s*)((?:ah |mais |ben |bah )*)si\s*[,!.]+\s*(?=$|elle |il |je |j'|c'est |oui|on |nous |si )/, '$1$2oui, ')
  for (const [found, word] of EMOJI) said = said.replace(found, word)
  said = said.replace(/(?![👍👎🤔])\p{Extended_Pictographic}+/gu, ' | ').replace(SPOKEN, ' | ')
  said = said
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[\p{L}]+/gu, (word) => ACCENTED.get(word) ?? word)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/(\d)[.,](\d)/g, '$1 $2')
    .replace(/\bw\//g, 'with ')
    .replace(/\bn°/g, 'numero ')
    .replace(/[.!?;:,…()\n«»"“”|*•]+|\s[-–—]+\s|^[-–—]+\s/g, ' | ')
    .replace(/[^\p{L}\p{N}|%👍👎🤔]+/gu, ' ')
  said = ` ${said} `.replace(/ +/g, ' ')
  said = said
    .split(' ')
    .map((word) => UNACCENTED.get(word) ?? limitingSpelling(word) ?? word)
    .join(' ')
  for (const name of namesOf(learner)) said = said.replaceAll(` ${name} `, ' @ ')
  said = said.replace(/ @ @ /g, ' @ ')
  for (const [found, words] of TOGETHER) said = said.replace(found, words)
  // what follows a turn in thought is a clause of its own, and keeps the turn
  said = said.replace(
    / (mais|but|par contre|en revanche|however|cependant|pourtant|toutefois|neanmoins|sauf que|although|though|except that) /g,
    ' | $1 ',
  )
  return said.split('|').flatMap((clause) => (clause.trim() ? [` ${clause.trim()} `] : []))
}

const namesOf = (learner?: string): string[] =>
  (learner ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((name) => name.length > 1)
