// Sentences and words, as a reader meets them. French and English share one splitter: what ends a sentence is the same in both,
// apart from French spaces before ! ? and inside « ».

/** A web address; its dots and question marks are no punctuation. */
const ADDRESS = /\b(?:https?:\/\/|www\.|t\.me\/)[^\s»]+/gu

/** Abbreviations whose full stop ends nothing. */
const ABBREVIATION = /(?:^|[\s(«"'’\u00a0])(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Pr|St|Ste|ex|p|env|tél|min|vs|e\.g|i\.e|\p{Lu})\.$/u

const CLOSERS = '[\\s\\u00a0\\u202f]?[»”")\\]]'
/** A terminator with what closes around it, then a space. */
const END = new RegExp(`([.!?…]+)((?:${CLOSERS})*)([\\s\\u00a0\\u202f]+|$)`, 'gu')

/** A list's number at the start of a line: « 1. Oui ». */
const LIST_NUMBER = /^\d{1,2}\.$/u

/**
 * The sentences of a text, trimmed, with their punctuation. A line break ends a sentence; an emoji does not
 * (« C’est noté ✍️ Question 2 sur 6. » is one), nor does a terminator followed by a small letter. What holds no word is no sentence.
 */
export function sentencesOf(text: string): string[] {
  return text.replaceAll(ADDRESS, 'lien').split(/\n+/u).flatMap(sentencesOfLine).filter(hasWord)
}

function sentencesOfLine(line: string): string[] {
  const found: string[] = []
  let from = 0
  for (const match of line.matchAll(END)) {
    const end = match.index + match[0].length
    const sentence = line.slice(from, match.index + match[1]!.length + match[2]!.length).trim()
    if (LIST_NUMBER.test(sentence) || ABBREVIATION.test(sentence)) continue
    if (/^[\p{Ll}»]/u.test(line.slice(end))) continue
    found.push(sentence)
    from = end
  }
  const rest = line.slice(from).trim()
  return rest ? [...found, rest] : found
}

/** Words: what stands between spaces and holds a letter or a digit. « C’est » and « avez-vous » are one, a lone « ! » or emoji none. */
export const wordsOf = (text: string): string[] => text.split(/[\s\u00a0\u202f]+/u).filter(hasWord)

export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Whether a sentence asks, whatever closes or smiles after its question mark. */
export const isQuestion = (sentence: string): boolean => /\?[^\p{L}\p{N}]*$/u.test(sentence)
