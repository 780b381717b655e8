// A line that somebody writes in the terminal, and what it means.
import path from 'node:path'
import type { Phone } from '../../core/data/playground.ts'
import type { Choice, InboundEvent } from '../../dialogs/vocabulary.ts'
import { plain } from '../../dialogs/words.ts'

const VOICES: Record<string, Phone> = {
  learner: 'learner',
  apprenant: 'learner',
  awa: 'learner',
  tutor: 'tutor',
  tuteur: 'tutor',
  paul: 'tutor',
  trainer: 'trainer',
  formateur: 'trainer',
  fatou: 'trainer',
}

/** `@tutor` hands the terminal over; what follows on the line is said by them. Undefined: nobody has that name. */
export function voiceOf(line: string): { phone: Phone; rest: string } | 'unknown' | undefined {
  const found = /^@(\p{L}+)\s*(.*)$/u.exec(line)
  if (!found) return undefined
  const phone = VOICES[plain(found[1]!)]
  return phone ? { phone, rest: found[2]! } : 'unknown'
}

const KINDS = {
  photo: 'photo',
  image: 'photo',
  voix: 'voice',
  voice: 'voice',
  video: 'video',
  fichier: 'document',
  file: 'document',
} as const

/** npm runs scripts in the project's folder, and says where it was called. */
const HERE = process.env.INIT_CWD ?? '.'

/** `offered`: the buttons that can be tapped, the newest message's first; `numbered`: those of the last message. */
export function eventOf(line: string, { offered, numbered }: { offered: Choice[]; numbered: Choice[] }): InboundEvent {
  const start = /^\/start(?:\s+([\w-]{1,64}))?$/.exec(line)
  if (start) return { is: 'start', code: start[1] ?? '' }

  const media = /^(\p{L}+)\s+(\S.*)$/u.exec(line)
  const kind = KINDS[plain(media?.[1] ?? '') as keyof typeof KINDS]
  if (media && kind && looksLikeFile(media[2]!)) {
    return { is: 'media', kind, media: { channel: 'cli', file: path.resolve(HERE, media[2]!), name: path.basename(media[2]!) } }
  }

  const digit = /^[1-9]$/.test(line) ? numbered[Number(line) - 1] : undefined
  const tapped = digit ?? offered.find(({ label }) => plain(label) !== '' && plain(label) === plain(line))
  return tapped ? { is: 'choice', data: tapped.data } : { is: 'text', text: line }
}

/** « photo du plat » is an answer, « photo plat.jpg » is a file. */
const looksLikeFile = (rest: string): boolean => /^\.{0,2}\//.test(rest) || /\.\w{1,5}$/.test(rest)
