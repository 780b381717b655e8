// What a person is talking about just now. Everything else is computed from the claim (design.md, decision 1): a focus that
// cannot be read any more is dropped, and what is missing is asked again.
import type { MediaRef } from '../core/model/rows.ts'
import type { Option, Subject } from './choice.ts'

export type Focus = {
  subject: Subject
  prompt: string
  /** How often in a row we did not understand. */
  tries: number
  /** The outbox id of the message that asked. */
  message?: string
  /** The prompt that the turn which asked this one had ended: what comes too early belongs to it. */
  previous?: string
  /** The album whose pictures are coming in. */
  album?: string
  pending?: Pending
}

/** Something that was done, told before anybody asked for it. */
export type Moment = {
  text: string | null
  asked: string
  media?: { media: MediaRef; kind: 'photo' | 'voice' | 'video' | 'document'; seconds?: number }
}

export type Pending = {
  /** An edited message that may replace an answer. */
  answer?: string
  text?: string
  /** A moment that was told before the badge was chosen. */
  moment?: Moment
  /** What was offered, where it cannot be computed from the claim. */
  options?: Option[]
  /** The reason of a decision is being asked. */
  outcome?: 'to-complete' | 'refused'
  /** The text that it is about (core/model/textMark.ts). */
  read?: string
  /** A claim code that is being made: the structure and the badge that were chosen. */
  code?: { structure?: string; badge?: string }
  /** The workshop whose badges one was choosing among. */
  back?: string
  /** A workshop that is being opened. */
  opening?: Opening
  /** Of a question that stands beside another one: what was being talked about, and the account in which it was asked. */
  before?: Focus | null
  place?: string
}

/** `group`: the chat in which it was asked for. */
export type Opening = {
  group?: { channel: string; chat: string }
  structure?: string
  badges: string[] /** Of the list of badges. */
  stage?: number
}

/** « C’est vous ? » about another conversation comes at any time: it stands beside what is being talked about, and takes nothing of it. */
export const isBeside = (focus: Focus | null): focus is Focus => focus?.subject.is === 'invite' && focus.prompt === 'both'

/** What is being talked about, whatever stands beside it. */
export const inHand = (focus: Focus | null): Focus | null => (isBeside(focus) ? (focus.pending?.before ?? null) : focus)

export function readFocus(stored: unknown): Focus | null {
  if (typeof stored !== 'object' || stored === null) return null
  const focus = stored as Partial<Focus>
  if (typeof focus.prompt !== 'string' || typeof focus.tries !== 'number') return null
  if (typeof focus.subject !== 'object' || focus.subject === null || typeof focus.subject.is !== 'string') return null
  return focus as Focus
}
