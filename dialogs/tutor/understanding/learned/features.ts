// What is counted in a reply before it is weighed: its words, neighbours, how it begins, and parts of words, so that a misspelling or another
// ending still looks like what was learnt. None of the signs is in it: this is a second opinion, and must not inherit their gaps.
import { HARMLESS } from '../harmless.ts'
import { isEmpty, unaccounted } from '../phrases.ts'

/** Feature → how much of it, the whole of length `LENGTH` so that a long letter weighs as much as « oui ». */
export type Features = ReadonlyMap<string, number>

const LENGTH = 3
const WORD = 1
const NEIGHBOURS = 1
const ACROSS = 0.7
const FIRST_WORDS = 0.5
const PART = 0.25
const MARK = 2

/** `clauses` as clausesOf gives them; `comment`: the same as it was written, for its marks. */
export function featuresOf(clauses: readonly string[], comment: string): Features {
  const features = new Map<string, number>()
  const count = (feature: string, weight: number) => {
    if (!features.has(feature)) features.set(feature, weight)
  }
  const spoken = withoutPoliteness(clauses)
  for (const [i, clause] of spoken.entries()) {
    const words = clause.trim().split(' ')
    const bounded = ['^', ...words, '$']
    for (const [j, word] of words.entries()) {
      count(word, WORD)
      if (i === 0 && j < 3) count(`^${word}`, FIRST_WORDS)
      for (const part of partsOf(word)) count(`~${part}`, PART)
    }
    for (let j = 0; j + 1 < bounded.length; j++) count(`${bounded[j]} ${bounded[j + 1]}`, NEIGHBOURS)
    for (let j = 0; j + 2 < bounded.length; j++) count(`${bounded[j]} _ ${bounded[j + 2]}`, ACROSS)
  }
  if (/[?？]/.test(comment)) count('?', MARK)
  if (/[?？][^\p{L}]*$/u.test(comment)) count('?$', MARK)
  if (/…|\.\.\./.test(comment)) count('…', WORD)
  if (comment.includes('!')) count('!', WORD)
  const words = spoken.reduce((sum, clause) => sum + clause.trim().split(' ').length, 0)
  count(`#${Math.min(4, Math.floor(Math.log2(words + 1)))}`, WORD)
  return scaled(features)
}

/** A greeting says nothing for or against, nor do thanks; a reply of nothing else is what it is. */
function withoutPoliteness(clauses: readonly string[]): readonly string[] {
  const spoken = clauses.filter((clause) => !isEmpty(unaccounted(clause, ...HARMLESS)))
  return spoken.length ? spoken : clauses
}

/** Three to five letters in a row, with the word’s ends. */
function partsOf(word: string): string[] {
  const bounded = `<${word}>`
  const parts: string[] = []
  for (let size = 3; size <= 5; size++) for (let at = 0; at + size <= bounded.length; at++) parts.push(bounded.slice(at, at + size))
  return parts
}

function scaled(features: Map<string, number>): Features {
  let squares = 0
  for (const value of features.values()) squares += value * value
  const factor = LENGTH / Math.sqrt(squares)
  for (const [feature, value] of features) features.set(feature, value * factor)
  return features
}
