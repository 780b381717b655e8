// Whether somebody other than the learner is the one spoken of: « Moussa oui, il est super ».

import { isName } from './names.ts'

const IS_SAID_OF =
  /(?<![\p{L}])(\p{Lu}[\p{L}-]+),?\s+(oui|non|yes|no|est|a(?!\s+\p{L}+(?:er|ir|re)(?!\p{L}))|l['’]a|fait|le fait|sait|peut|travaille|bosse|gère|is|has|did|does|can|was|works|knows)(?![\p{L}])/gu

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function speaksOfAnother(text: string, learner: string): boolean {
  const names = plain(learner).split(/[^\p{L}]+/u)
  return [...text.matchAll(IS_SAID_OF)].some(([, name]) => !names.includes(plain(name!)) && isName(name!))
}
