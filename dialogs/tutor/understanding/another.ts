// Whether somebody other than the learner is the one spoken of: « Moussa oui, il est super ».

import { isName, isUnknown } from './names.ts'

const SAID_OF =
  /(?<![\p{L}])(\p{Lu}[\p{L}-]+),?\s+(oui|non|yes|no|est|a(?!\s+\p{L}+(?:er|ir|re)(?!\p{L}))|l['’]a|fait|le fait|sait|peut|travaille|bosse|gère|is|has|did|does|can|was|works|knows)(?![\p{L}])/gu
/** In capitals every word looks like a name; the one that begins counts. */
const SHOUTED_OF =
  /^(?:(?:oui|yes|ah|oh)[,!\s]+)?([\p{L}-]{3,}),?\s+(?:oui|yes|a(?!\s*\d)|est|l['’]a|fait|sait|peut|is|has|did|does|can)(?![\p{L}'’])/giu

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function speaksOfAnother(text: string, learner: string): boolean {
  const names = plain(learner).split(/[^\p{L}]+/u)
  return [...text.matchAll(/\p{Ll}/u.test(text) ? SAID_OF : SHOUTED_OF)].some(([, name]) => !names.includes(plain(name!)) && isName(name!))
}

const SHE = '(?:il|elle|he|she|lui il|lui|ils)'
/** « Mon collègue il l’a fait », « karim il gère »: whoever stands before « il » is meant by it. */
const STANDS_BEFORE = new RegExp(
  `^ (?:(?:oui|yes|et|mais|ah|bien sur|alors) )*(?:(?:le|la|les|mon|ma|mes|son|sa|un|une|my|the|his|l|notre|cette|ce|other|autre) (?!petite?|gamine|demoiselle|jeune|dame|girl|lady|lad|fois|semaine|derniere|fin|suite|jour|journee|week)(\\p{L}{3,}) ${SHE} (?!qui))|^ (?:oui |yes |mais |et )?(\\p{L}{3,}) ${SHE} `,
  'u',
)
const NOBODY = new Set(
  'que qui puis quand ensuite apres avant lundi mardi mercredi jeudi vendredi samedi dimanche comme where when then and but because that what how since while here there est c'.split(
    ' ',
  ),
)

/** « L’équipe a très bien travaillé », « sa sœur l’a fait ». */
const NOUN_SUBJECT =
  /^ (?:(?:oui|yes|et|mais|ah|bien sur|alors|c est) )*(?:le|la|l|les|mon|ma|son|sa|un|une|my|the|his|her|notre|our|cette|ce) (?:autre |other )?(\p{L}{3,})(?: qui| who)? (?:l a|les a|a|ont|est|is|was|l ont|le fait|fait|did|does|do|sait) /u
const HERS =
  /^(candidate?|stagiaire|trainee|apprentice|intern|learner|student|personne|petite?|gamine?|demoiselle|jeune|dame|girl|lady|lad|texte|text|travail|work|job|boulot|verite|truth|reponse|answer|statement|claim|account|story|badge)$/

export function namesAnother(clause: string): boolean {
  const noun = NOUN_SUBJECT.exec(clause)?.[1]
  if (noun && !HERS.test(noun)) return true
  if (/ (lui il|elle elle) /.test(clause)) return true
  const found = STANDS_BEFORE.exec(clause)
  if (!found) return false
  if (found[1]) return true
  return !NOBODY.has(found[2]!) && isUnknown(found[2]!)
}
