// The labelled replies. Those in sets were each written by one hand and are what is measured; those in training.txt are ours, to learn from.
import { readFileSync } from 'node:fs'
import type { Reading } from '../../dialogs/tutor/understanding/learned/opinion.ts'

/** `clear`: whoever reads it has no doubt. */
export type Reply = { text: string; label: Reading; clear: boolean; learner?: string }
export type ReplySet = { name: string; replies: readonly Reply[] }

/** By people who had not seen the code. */
export const BY_OTHERS = ['strangers', 'kitchen', 'warehouse', 'site', 'salon'] as const
/** By those who wrote it: the first ones, and those that are meant to break it. */
export const BY_US = ['first', 'ours'] as const

export const setOf = (name: string): ReplySet => ({
  name,
  replies: JSON.parse(readFileSync(new URL(`../dialogs/replies/${name}.json`, import.meta.url), 'utf8')),
})

/** In training.txt the learner is called by either name. */
const EITHER = 'Awa Diallo Sam Carter'

export function trainingReplies(): Reply[] {
  const replies: Reply[] = []
  let label: Reading | undefined
  for (const line of readFileSync(new URL('training.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('= ')) label = line.slice(2) as Reading
    else if (label && line) replies.push({ text: line, label, clear: true, learner: EITHER })
  }
  return replies
}

export const setsOfAll = (): ReplySet[] => [...BY_OTHERS, ...BY_US].map(setOf)

/** What the weights are learnt from. */
export const allReplies = (): Reply[] => [...setsOfAll().flatMap(({ replies }) => replies), ...trainingReplies()]

/** Without what is word for word the same as in `held`, or nothing would be measured. */
export function othersThan(held: ReplySet, sets: readonly ReplySet[]): Reply[] {
  const known = new Set(held.replies.map(({ text }) => text.trim().toLowerCase()))
  return [...sets.filter(({ name }) => name !== held.name).flatMap(({ replies }) => replies), ...trainingReplies()].filter(
    ({ text }) => !known.has(text.trim().toLowerCase()),
  )
}

const TURNS: Record<'fr' | 'en', readonly string[]> = {
  fr: ['Mais ', 'Par contre, ', '', 'Cependant, ', ''],
  en: ['But ', 'However, ', '', 'Still, ', ''],
}
const COMPOSED = 200

/** A yes and then something that is none: that is what counts. Few people who wrote for us are that cunning, and the one mistake that must not be made is here. */
export function composed(replies: readonly Reply[]): Reply[] {
  const short = replies.filter(({ text, clear }) => clear && text.length < 200 && text.split(' ').length > 3 && !text.includes('\n'))
  return (['fr', 'en'] as const).flatMap((language) => {
    const own = short.filter(({ text }) => languageOf(text) === language)
    const yes = own.filter(({ label }) => label === 'yes')
    const none = own.filter(({ label }) => label === 'no' || label === 'not-yet' || label === 'not-me' || label === 'condition')
    if (!yes.length || !none.length) return []
    return Array.from({ length: COMPOSED / 2 }, (_, i): Reply => {
      const last = none[(i * 59) % none.length]!
      const first = yes[(i * 41 + 3) % yes.length]!.text.trim().replace(/[.!…]+$/, '')
      return { ...last, text: `${first}. ${TURNS[language][i % 5]}${last.text}`, learner: EITHER }
    })
  })
}

const languageOf = (text: string): 'fr' | 'en' => (/\b(the|she|he|her|him|yes|is|was|it|i)\b/i.test(text) ? 'en' : 'fr')
