// Nothing assumes a gender (chat-ux rule 17): « Sans aide », not « Tout seul »; « Qui était là ? », not « Qui vous a vue ? ».
// Brackets and middle dots do not help: people who read little stumble over them.
import { error, type Remark, warning } from './finding.ts'

const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'

/** What is said of a person and agrees with them. */
const ADJECTIVES =
  'prête?s?|seule?s?|contente?s?|fier|fière|fiers|fières|sûre?s?|heureux|heureuse|inscrite?s?|satisfaite?s?|surprise?|perdue?s?|occupée?s?|fatiguée?s?|motivée?s?|étonnée?s?|nouveau|nouvelle|bienvenue?s?|débutante?s?|sérieux|sérieuse|attentif|attentive|patiente?s?|gênée?s?|venue?s?|devenue?s?|partie?s?|sortie?s?|sentie?s?|assise?s?|née?s?|absente?s?|présente?s?|apprentie?s?'

/** Verbs whose object is the person: « vous a vu », where a participle must take sides. « vous a dit » does not agree. */
const SEEN =
  'vue?|aidée?|accompagnée?|accueillie?|formée?|encouragée?|félicitée?|soutenue?|regardée?|entendue?|surprise?|étonnée?|touchée?|conduite?|invitée?|appelée?|choisie?|remerciée?|rassurée?|écoutée?|observée?|corrigée?|guidée?|embauchée?|reçue?'

const ADVERB = '(?:(?:pas|plus|bien|très|déjà|aussi|toujours|assez|encore|vraiment|tout|toute|le premier|la première) ){0,2}'
/** « vous êtes arrivée », « je suis prêt ». */
const AGREES = new RegExp(
  `${before}(?:vous|tu|je) (?:n[’'])?(?:êtes|étiez|serez|es|étais|seras|serai|suis|soyez|sois|vous êtes|me suis|t[’']es) ${ADVERB}(?:${ADJECTIVES}|\\p{L}{2,}(?:é|ée|és|ées))${after}`,
  'iu',
)
/** The same after an inversion, where « êtes-vous » asks. */
const ASKS = new RegExp(
  `${before}(?:êtes-vous|es-tu|étiez-vous|étais-tu|serez-vous|vous êtes-vous|t[’']es-tu) ${ADVERB}(?:${ADJECTIVES}|\\p{L}{2,}(?:é|ée|és|ées))${after}`,
  'iu',
)
const OBJECT = new RegExp(`${before}(?:vous |t[’']|m[’'])(?:a|ont|avait|avaient|aura) (?:bien |déjà )?(?:${SEEN})${after}`, 'iu')
const ALONE = new RegExp(`${before}toute? seule?${after}`, 'iu')
/** « prêt(e) », « prêt·e », « prêt.e », « formateur/formatrice », « il/elle ». */
const BRACKETS =
  /\p{L}\((?:e|es|ne|nes|le|se|ve|rice|trice|euse|s)\)|\p{L}[·•]\p{L}{1,5}|\p{Ll}\.(?:e|es|trice|rice|euse)(?!\p{L})|(?<!\p{L})(?:il ?\/ ?elle|elle ?\/ ?il|le ?\/ ?la|un ?\/ ?une|(\p{L}{3,})eur ?\/ ?(?:\1|)(?:euse|rice))(?!\p{L})/iu

const ENGLISH =
  /(?<!\p{L})(?:s\/he|he or she|she or he|his or her|he\/she|his\/her|(?:he|she|his|her|hers|him|himself|herself|chairman|foreman|workman|craftsman))(?!\p{L})/iu

export function checkGender(text: string, language: 'fr' | 'en'): Remark[] {
  if (language === 'en') {
    const found = ENGLISH.exec(text)
    return found ? [warning('gender', `"${found[0]}" assumes a gender`, 'say "they", or name the role')] : []
  }
  const remarks: Remark[] = []
  const brackets = BRACKETS.exec(text)
  if (brackets)
    remarks.push(
      error('gender', `"${around(text, brackets)}" is hard to read`, 'tournez la phrase autrement : « C’est prêt », « Sans aide »'),
    )
  const alone = ALONE.exec(text)
  if (alone) remarks.push(error('gender', `"${alone[0]}" assumes a gender`, '« Sans aide »'))
  const object = OBJECT.exec(text)
  if (object) remarks.push(warning('gender', `"${object[0]}" agrees with a person`, 'dites qui était là : « Qui était là ? »'))
  const agrees = AGREES.exec(text) ?? ASKS.exec(text)
  if (agrees)
    remarks.push(warning('gender', `"${agrees[0]}" agrees with a person`, 'prenez « avoir » ou un nom : « J’ai commencé », « C’est prêt »'))
  return remarks
}

/** The whole word in which a match stands. */
const around = (text: string, match: RegExpExecArray): string => `${/[\p{L}]*$/u.exec(text.slice(0, match.index))?.[0] ?? ''}${match[0]}`
