// Words that learners do not read here (chat-ux rule 6), with what to say instead. One word per thing.
import { error, type Remark, warning } from './finding.ts'

type Banned = { pattern: RegExp; instead: string }

/** Whole words: JavaScript's \b does not know accents. */
const word = (stem: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${stem})(?![\\p{L}\\p{N}])`, 'iu')

/** chat-ux rule 6, and « Words that matter » of field.md. */
const FRENCH: Banned[] = [
  { pattern: word('soumett\\p{L}+|soumis(?:e|es)?|soumission'), instead: '« envoyer »' },
  {
    pattern: word('valid(?:er|ez|é|ée|és|ées|ation|ations|era|erez|ent|ons)'),
    instead: '« confirmer » (un tuteur), « accepter » (un formateur)',
  },
  { pattern: word('uploade?\\p{L}*'), instead: '« envoyer »' },
  { pattern: word('formulaires?'), instead: '« questions »' },
  { pattern: word('justificatifs?'), instead: '« preuve »' },
  { pattern: word('cliqu\\p{L}+|clics?'), instead: '« appuyer », « toucher »' },
  { pattern: word('urls?'), instead: '« lien »' },
  { pattern: word('assertions?|credentials?'), instead: '« badge »' },
  { pattern: word('claims?'), instead: '« demande »' },
  { pattern: word('endoss\\p{L}+'), instead: '« votre tuteur confirme »' },
]

/** The same things in English. */
const ENGLISH: Banned[] = [
  { pattern: word('submit\\p{L}*|submission'), instead: '"send"' },
  { pattern: word('validat\\p{L}+'), instead: '"confirm" (a tutor), "accept" (a trainer)' },
  { pattern: word('upload\\p{L}*'), instead: '"send"' },
  { pattern: word('forms?(?! of)'), instead: '"questions"' },
  { pattern: word('supporting documents?|evidence'), instead: '"proof"' },
  { pattern: word('click\\p{L}*'), instead: '"tap"' },
  { pattern: word('urls?'), instead: '"link"' },
  { pattern: word('assertions?|credentials?'), instead: '"badge"' },
  { pattern: word('claims?'), instead: '"request"' },
  { pattern: word('endors\\p{L}+'), instead: '"your tutor confirms"' },
]

export function checkBannedWords(text: string, language: 'fr' | 'en'): Remark[] {
  return (language === 'fr' ? FRENCH : ENGLISH).flatMap(({ pattern, instead }) => {
    const found = pattern.exec(text)
    return found ? [error('banned-word', `"${found[0]}" is not for learners`, `say ${instead}`)] : []
  })
}

/** Dotted or clipped words, which nobody learns to read. */
const ABBREVIATION = word(
  'etc\\.|p\\. ?ex\\.|ex\\.|cf\\.?|tél\\.?|n°|nb|rdv|svp|stp|min\\.|sec\\.|max\\.|qqch|qqn|e\\.g\\.|i\\.e\\.|asap|approx\\.|vs\\.?',
)
const DOTTED = /(?<!\p{L})(?:etc|ex|cf|tél|min|sec|max|env|e\.g|i\.e|approx)\.(?=\s|\u00a0|$)/iu

/** Capitals that everybody meets every day; STOP is a word that we teach. */
const KNOWN_CAPITALS = new Set(['CV', 'QR', 'SMS', 'STOP', 'OK', 'PDF', 'TV', 'USB', 'DVD'])

export function checkAbbreviations(text: string): Remark[] {
  const remarks: Remark[] = []
  const short = DOTTED.exec(text) ?? ABBREVIATION.exec(text)
  if (short) remarks.push(error('abbreviation', `"${short[0]}" is an abbreviation`, 'write the word out'))
  const roman = /(?<![\p{L}\p{N}])[IVX]{2,}(?:e|er|ème)?(?![\p{L}\p{N}])/u.exec(text)
  if (roman) remarks.push(error('roman-numeral', `"${roman[0]}" is a roman numeral`, 'write it in figures'))
  for (const [capitals] of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu))
    if (capitals !== roman?.[0] && !KNOWN_CAPITALS.has(capitals))
      remarks.push(warning('abbreviation', `"${capitals}" is not known to everybody`, 'write it out, or say what it is'))
  return remarks
}

export function checkPercentages(text: string): Remark[] {
  const found = /\d[\s\u00a0\u202f]?%|pour[\s-]?cents?(?!\p{L})|per ?cent(?!\p{L})/iu.exec(text)
  return found ? [error('percentage', `"${found[0]}"`, 'say it in numbers of people or things: « 3 sur 4 »')] : []
}
