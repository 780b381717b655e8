// Turns of phrase that are hard to read: passive voice, double negation (chat-ux rule 6). Found by their shape, so these are warnings.
import { type Remark, warning } from './finding.ts'
import { sentencesOf } from './sentences.ts'

const FRENCH_PARTICIPLE = '\\p{L}+(?:é|ée|és|ées|is|ise|ises|it|ite|its|ites|u|ue|us|ues|ert|erte|erts|ertes|aint|ainte)'
/** « est gardé », « est envoyée » say a state and read well; an agent, or a compound tense, makes a passive. */
const FRENCH_PASSIVE = [
  new RegExp(
    `(?<!\\p{L})(?:est|sont|était|étaient|sera|seront|êtes|es|suis|sommes|être) (?:\\p{L}+ment |bien |déjà |aussi )?${FRENCH_PARTICIPLE} (?:par|de la part) (?!exemple|ici|terre|cœur|écrit|mail|message|téléphone)`,
    'iu',
  ),
  new RegExp(`(?<!\\p{L})été (?:\\p{L}+ment |bien |déjà )?${FRENCH_PARTICIPLE}(?!\\p{L})`, 'iu'),
  /(?<!\p{L})(?:sera|seront) (?:\p{L}+ment |bien |ensuite )?\p{L}+(?:é|ée|és|ées)(?!\p{L})/iu,
]

/** Participles that are as good as adjectives: « I was tired ». */
const ENGLISH_STATES = 'tired|interested|pleased|excited|worried|needed|scared|surprised|stressed|bored|used|allowed|supposed|finished'
const ENGLISH_IRREGULAR =
  'sent|seen|done|made|given|taken|told|shown|kept|written|read|held|found|known|put|chosen|brought|built|hidden|lost|said|thrown'
const ENGLISH_PARTICIPLE = `(?!(?:${ENGLISH_STATES})\\b)(?:[a-z]{3,}ed|${ENGLISH_IRREGULAR})`
const ENGLISH_PASSIVE = [
  new RegExp(`\\b(?:was|were|been|being|will be|gets?|got) (?:[a-z]+ly |not )?${ENGLISH_PARTICIPLE}\\b`, 'iu'),
  new RegExp(`\\b(?:is|are|am|be) (?:[a-z]+ly |not )?${ENGLISH_PARTICIPLE} by\\b`, 'iu'),
]

export function checkPassive(text: string, language: 'fr' | 'en'): Remark[] {
  for (const pattern of language === 'fr' ? FRENCH_PASSIVE : ENGLISH_PASSIVE) {
    const found = pattern.exec(text)
    if (found)
      return [
        warning(
          'passive',
          `"${found[0].trim()}" looks passive`,
          language === 'fr' ? 'dites qui fait : « votre tuteur confirme »' : 'say who does it',
        ),
      ]
  }
  return []
}

const FRENCH_NEGATION = /(?<!\p{L})(?:ne |n[’'])/giu
const FRENCH_DOUBLE =
  /(?<!\p{L})(?:ne |n[’'])[^.!?]{0,40}(?:pas|jamais|rien) (?:sans|impossible|inutile|interdit)(?!\p{L})|(?<!\p{L})non sans(?!\p{L})/iu
const ENGLISH_NEGATION = /\b(?:not|never|no one|nobody|nothing|cannot)\b|n[’']t\b/giu
const ENGLISH_DOUBLE = /\b(?:not|never|n[’']t) (?:without|impossible|unlike\w*|unusual|un\w+ed)\b/iu

export function checkNegation(text: string, language: 'fr' | 'en'): Remark[] {
  const [single, double] = language === 'fr' ? [FRENCH_NEGATION, FRENCH_DOUBLE] : [ENGLISH_NEGATION, ENGLISH_DOUBLE]
  const found = sentencesOf(text).find((sentence) => double.test(sentence) || (sentence.match(single)?.length ?? 0) > 1)
  return found ? [warning('double-negation', `"${found}" denies twice`, 'say what is, not what is not')] : []
}
