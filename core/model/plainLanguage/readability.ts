// How hard a whole conversation is to read. Thresholds of chat-ux rule 7; on one short message these scores mean nothing.
import { error, type Remark } from './finding.ts'
import { sentencesOf, wordsOf } from './sentences.ts'
import { englishSyllables, frenchSyllables } from './syllables.ts'

export type Readability = {
  /** Kandel and Moles 1958 in French, Flesch reading ease 1948 in English: the one is the other, fitted to French. 100 is very easy. */
  ease: number
  /** Björnsson's LIX 1968: words a sentence, plus words of more than 6 letters in a hundred. Under 30 is very easy, in any language. */
  lix: number
  words: number
}

/** English is held to the French thresholds: both scores put the same texts at the same place. */
const LEAST_EASE = 75
const MOST_LIX = 30

/** Below this, one long name changes everything. */
const ENOUGH_WORDS = 80

/** Scores of all that somebody reads in one conversation. Undefined: no words. */
export function readabilityOf(texts: string[], language: 'fr' | 'en'): Readability | undefined {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  if (words.length === 0) return undefined
  const wordsPerSentence = words.length / sentences.length
  const syllablesOf = language === 'fr' ? frenchSyllables : englishSyllables
  const syllablesPerWord = words.reduce((sum, word) => sum + syllablesOf(word), 0) / words.length
  const ease =
    language === 'fr'
      ? 207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord
      : 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord
  return { ease, lix: wordsPerSentence + (100 * words.filter(isLong).length) / words.length, words: words.length }
}

/** « avez-vous » is two short words to whoever spells them out. */
const isLong = (word: string): boolean => word.split(/[^\p{L}\p{N}]+/u).some((part) => part.length > 6)

/** Remarks on all that somebody reads in one conversation. */
export function checkReadability(texts: string[], language: 'fr' | 'en'): Remark[] {
  const scores = readabilityOf(texts, language)
  if (!scores || scores.words < ENOUGH_WORDS) return []
  const name = language === 'fr' ? 'Kandel-Moles' : 'Flesch'
  const remarks: Remark[] = []
  if (scores.ease < LEAST_EASE)
    remarks.push(
      error('readability', `${language}: ${name} ${scores.ease.toFixed(1)}, at least ${LEAST_EASE}`, 'shorter words, shorter sentences'),
    )
  if (scores.lix > MOST_LIX)
    remarks.push(
      error('readability', `${language}: LIX ${scores.lix.toFixed(1)}, at most ${MOST_LIX}`, 'fewer words of more than 6 letters'),
    )
  return remarks
}
