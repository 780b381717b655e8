// What a step may know: who speaks, what is spoken about, and the house in which it happens. Read in one round trip
// (core/data/read.ts) by the keys that `keysOf` names. Everything but `house` survives JSON.
import type { Catalogue, Meaning } from '../core/model/badge.ts'
import type { Account, Claim, ClaimTree, Endorsement, Link, Membership, Person } from '../core/model/rows.ts'
import type { Instant } from '../core/model/time.ts'
import type { Event } from './event.ts'
import type { Capabilities } from './vocabulary.ts'
import type { Texts } from './texts.ts'
import { command } from './words.ts'
import { parseChoice } from './choice.ts'

/** A claim with what it pins. */
export type PinnedClaim = ClaimTree & { meaning: Meaning; badgeNumber: number; learnerName: string | null }

/** A person with the places where they can be reached, the one used last first. */
export type Reachable = Person & { accounts: Account[] }

export type Structure = { id: string; name: string; organisationId: string; trial: boolean }

/** A request for an endorsement that waits for this person's word. */
export type OpenRequest = { endorsement: string; claim: string; learner: string | null; badgeId: string }

export type Summary = Pick<Claim, 'id' | 'badgeId' | 'openedAt' | 'touchedAt' | 'withdrawnAt' | 'sendings'> & { issued: boolean }

export type World = {
  /** Whoever speaks, or, for an event of our own, the learner it is about. Null: never seen. */
  me: Reachable | null
  memberships: Membership[]
  structure: Structure | null
  /** The claim that the event is about: named by it, by its code, or by the focus. */
  claim: PinnedClaim | null
  /** Whose claim it is. */
  owner: Reachable | null
  /** Everything that I claim, latest first, in short. */
  mine: Summary[]
  /** What waits for my word as a tutor, oldest first. */
  requests: OpenRequest[]
  /** Claims that wait for a decision of mine, oldest first; only when asked for, or when decisions are in focus. */
  waiting: PinnedClaim[]
  /** Trainers of the learner's structure. */
  trainers: Reachable[]
  /** Whoever was asked to confirm this claim and has spoken to us. */
  endorsers: Reachable[]
  /** What the event's code stands for. */
  link: Link | null
  /** The links of this claim's requests. */
  links: Link[]
  /** The structure that `link` names. */
  linkStructure: Structure | null
  /** What the first button carried of the message that this one replies to. */
  repliedTo: string | null
  /** What became of the message that asked the current question. */
  asked: { startedAt: Instant | null; platformId: string | null; platformAt: Instant | null } | null
  house: House
}

/** What is the same for every turn; not part of the world's JSON. */
export type House = {
  catalogue: Catalogue
  texts: Texts
  publicUrl: string
  /** Links that start a chat with a code, one a configured channel. */
  startLinks: (code: string, channel: string) => string[]
  capabilities: (channel: string) => Capabilities
  /** Seconds in which a sender or a tutor can take back. */
  undoSeconds: (channel: string) => number
  helpContact: string | null
  timeZone: string
  locale: 'fr' | 'en'
  /** The id of the version that a new claim of this badge pins. */
  versionOf: (badgeId: string) => { id: string; number: number }
}

export type Keys = {
  /** Who: an account, a person, or the owner of the claim. */
  who: { account: { channel: string; externalId: string } } | { owner: true }
  claim?: string
  endorsement?: string
  /** A start code. */
  code?: string
  /** The private token of a claim. */
  token?: string
  /** The message that this one replies to. */
  replyTo?: { chat: string; id: string }
  waiting?: true
}

/** What the world must hold for this event. */
export function keysOf(event: Event): Keys {
  if ('about' in event) return { who: { owner: true }, claim: event.about.claim }
  const who = { account: { channel: event.from.channel, externalId: event.from.externalId } }
  const inner = event.event
  switch (inner.is) {
    case 'start':
      return { who, code: inner.code }
    case 'verdict':
    case 'settle':
      return { who, code: inner.code }
    case 'share':
      return { who, token: inner.token }
    case 'choice': {
      const choice = parseChoice(inner.data)
      if (!choice) return { who }
      if (choice.subject.is === 'claim' || choice.subject.is === 'decision')
        return { who, claim: choice.subject.id, waiting: choice.subject.is === 'decision' || undefined }
      if (choice.subject.is === 'endorsement') return { who, endorsement: choice.subject.id }
      if (choice.subject.is === 'decisions') return { who, waiting: true }
      if (choice.subject.is === 'invite') return { who, code: choice.subject.id }
      return { who }
    }
    case 'text':
      return {
        who,
        code: codeIn(inner.text),
        waiting: command(inner.text) === 'waiting' || undefined,
        replyTo: event.replyTo ? { chat: `${event.from.channel}:${event.from.chat}`, id: event.replyTo } : undefined,
      }
    case 'media':
    case 'edited':
    case 'other':
    case 'reachable':
      return { who }
    default:
      return inner satisfies never
  }
}

/** A code that somebody typed or pasted instead of tapping its link: alone, and long enough to be no word. */
export const codeIn = (text: string): string | undefined => {
  const found = /^(?:\/start\s+)?([A-Za-z0-9_-]{22,64})$/.exec(text.trim())
  return found?.[1]
}

export const endorsementOf = (claim: PinnedClaim | null, id: string): Endorsement | undefined =>
  claim?.endorsements.find((e) => e.id === id)
