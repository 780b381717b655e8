// One message on a person's phone, held against the rules of chat-ux that a program can check.
import { error, type Remark, warning } from './finding.ts'
import { checkGender } from './gender.ts'
import { checkNegation, checkPassive } from './grammar.ts'
import { hasWord, isQuestion, sentencesOf, wordsOf } from './sentences.ts'
import { checkTypography } from './typography.ts'
import { checkAbbreviations, checkBannedWords, checkPercentages } from './words.ts'

export type Language = 'fr' | 'en'

export type MessageRules = {
  language: Language
  /** Who reads it. Tutors and trainers read their trade's words. */
  reader: 'learner' | 'professional'
  /** `asks`: ends with its question. `orders`: asks nothing (« Envoyez une photo »). `says`: may end with a question. */
  kind?: 'asks' | 'orders' | 'says'
  /** What the program puts before it in the same message; counts for length and number of sentences. */
  lead?: string
  /** People's own words in this message: the rules are not for them. */
  own?: string[]
}

const MOST_SENTENCES = 3
const MOST_CHARACTERS = 240
const MOST_WORDS = 12
/** « 12 words a sentence (15 is an error) ». */
const TOO_MANY_WORDS = 15

/** Every rule for one message. */
export function checkMessage(text: string, rules: MessageRules): Remark[] {
  const authored = withoutOwnWords(text, rules.own ?? [])
  return [...checkShape(authored, rules), ...checkWording(authored, rules)]
}

/** Length, sentences, questions. */
function checkShape(text: string, { kind = 'says', lead = '' }: MessageRules): Remark[] {
  const remarks: Remark[] = []
  const whole = lead ? `${lead} ${text}` : text
  const sentences = sentencesOf(whole)
  const including = lead ? ` with "${lead}"` : ''
  if (sentences.length > MOST_SENTENCES)
    remarks.push(error('sentences', `${sentences.length} sentences${including}`, `at most ${MOST_SENTENCES}: say less`))
  remarks.push(...checkLength(whole), ...sentences.flatMap(checkSentenceLength), ...checkQuestions(sentences, kind))
  if (!hasWord(text) && /\p{Extended_Pictographic}/u.test(text))
    remarks.push(error('emoji', 'an emoji without words', 'say it in words, the emoji beside them'))
  return remarks
}

/** What one message holds. */
export function checkLength(text: string): Remark[] {
  const length = characters(text)
  return length > MOST_CHARACTERS ? [error('length', `${length} characters in one message`, `at most ${MOST_CHARACTERS}: say less`)] : []
}

/** Words and typography: for whatever a person reads, be it a message, a name or a label. */
export function checkWording(text: string, { language, reader }: Pick<MessageRules, 'language' | 'reader'>): Remark[] {
  return [
    ...(reader === 'learner' ? [...checkBannedWords(text, language), ...checkAbbreviations(text), ...checkPercentages(text)] : []),
    ...checkPassive(text, language),
    ...checkNegation(text, language),
    ...checkGender(text, language),
    ...checkTypography(text, language),
  ]
}

export function checkSentenceLength(sentence: string): Remark[] {
  const count = wordsOf(sentence).length
  if (count <= MOST_WORDS) return []
  const remark = count >= TOO_MANY_WORDS ? error : warning
  return [remark('sentence-length', `${count} words in "${sentence}"`, `at most ${MOST_WORDS}: make two sentences`)]
}

function checkQuestions(sentences: string[], kind: 'asks' | 'orders' | 'says'): Remark[] {
  const asked = sentences.filter(isQuestion)
  const last = sentences.at(-1)
  if (kind === 'orders' && asked.length > 0) return [error('question', `"${asked[0]}" asks`, 'say what to do: « Envoyez… »')]
  if (asked.length > 1) return [error('question', `${asked.length} questions`, 'one question a message')]
  if (asked.length === 1 && asked[0] !== last) return [error('question', `"${last}" comes after the question`, 'the question comes last')]
  if (kind === 'asks' && asked.length === 0) return [error('question', 'no question at the end', 'end with the question and its "?"')]
  return []
}

const MOST_CHOICES = 4
const LONGEST_LABEL = 20

/** The numbered choices of one message; controls (listen, back, skip, example) are not counted. */
export function checkChoices(labels: string[], language: Language): Remark[] {
  const many =
    labels.length > MOST_CHOICES
      ? [error('choices', `${labels.length} choices`, `at most ${MOST_CHOICES}: make pages of a longer list`)]
      : []
  return [...many, ...labels.flatMap((label) => checkLabel(label, language))]
}

/** The words on a button. */
export function checkLabel(label: string, language: Language): Remark[] {
  const length = characters(label)
  const long = length > LONGEST_LABEL ? [error('label', `"${label}" has ${length} characters`, `at most ${LONGEST_LABEL}`)] : []
  return [...long, ...checkWording(label, { language, reader: 'learner' })]
}

const GRAPHEMES = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** Characters as people count them: an emoji is one. */
export const characters = (text: string): number => [...GRAPHEMES.segment(text)].length

/** Somebody's own words become one word of ours. */
const withoutOwnWords = (text: string, own: string[]): string =>
  own.filter((words) => words !== '').reduce((rest, words) => rest.replaceAll(words, 'texte'), text)
