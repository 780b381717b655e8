// What a step may know: who speaks, what is spoken about, and the house in which it happens. Read in one round trip
// (core/data/read.ts) by the keys that `keysOf` names. Everything but `house` survives JSON.
import type { Catalogue, Meaning } from '../core/model/badge.ts'
import type { Echo } from '../core/model/flags.ts'
import type {
  Account,
  Backpack,
  Claim,
  ClaimCode,
  ClaimTree,
  Counts,
  Endorsement,
  Link,
  Membership,
  Person,
  Project,
  Reading,
  Review,
  SharedProject,
  Workshop,
} from '../core/model/rows.ts'
import type { Instant } from '../core/model/time.ts'
import type { Event } from './event.ts'
import type { Capabilities, InnerPage } from './vocabulary.ts'
import type { Texts } from './texts.ts'
import { spokenCode } from './trainer/spokenCode.ts'
import { command } from './words.ts'
import { parseChoice, type Subject } from './choice.ts'

/** A claim with what it pins. */
export type PinnedClaim = ClaimTree & {
  meaning: Meaning
  badgeNumber: number
  learnerName: string | null
  /** What was done together. */
  project: SharedProject | null
  /** Projects of its workshop, while it is in none. */
  offered: Project[]
  /** Until then « aide » is a button under its questions: the end of its workshop. */
  helpTill: Instant | null
}

/** A person with the places where they can be reached, the one used last first. */
export type Reachable = Person & { accounts: Account[] }

/** `claims`: in short, those that are not withdrawn. `tied`: has a role, or gave a word for somebody. */
export type LinkedPerson = Reachable & { claims: { badgeId: string; sent: boolean }[]; tied: boolean }

export type Structure = { id: string; name: string; organisationId: string; timeZone?: string | null; trial: boolean }

/** A request for an endorsement that waits for this person's word. */
export type OpenRequest = { endorsement: string; claim: string; learner: string | null; badgeId: string }

export type Summary = Pick<Claim, 'id' | 'badgeId' | 'openedAt' | 'touchedAt' | 'withdrawnAt' | 'sendings'> & {
  issued: boolean
  shared: boolean
}

/** A workshop with who can be asked, and whether whoever speaks has joined it. */
export type OpenWorkshop = Workshop & {
  enrolled: boolean
  structure: Structure
  /** Of its structure; whoever opened it first, if they are there still. */
  trainers: Reachable[]
  /** What its members may say that they did together. */
  projects: Project[]
}

/** Where the people of a workshop stand. `left`: would be nudged now; the first of them by name. */
export type Standing = Counts & {
  left: number
  names: { name: string | null; started: boolean }[]
  /** Of the last nudge: how many were told, and how many of them have sent since. */
  told: number
  sentSince: number
  /** Of the last nudge: how many are not known to have arrived. */
  lost: number
}

/** What only turns about workshops read. */
export type Workshops = {
  /** The one that the event is about: named by it, by its code, its spoken code or its group, or by the focus. */
  workshop: OpenWorkshop | null
  /** Those of my structures that are not closed, the last first; only when asked for. */
  workshops: Workshop[]
  /** Where I am a trainer; only when asked for. */
  structures: Structure[]
  /** Of `workshop`; only when asked for. */
  group: Standing | null
  /** Whom I talk with through the bot, as one of us is the other's trainer in a workshop. */
  other: Reachable | null
  /** To whom the link that was opened adds an account. */
  linked: LinkedPerson | null
  /** The project whose link was opened. */
  project: SharedProject | null
}
export const NO_WORKSHOPS: Workshops = {
  workshop: null,
  workshops: [],
  structures: [],
  group: null,
  other: null,
  linked: null,
  project: null,
}

/** A claim code with how often it was used, and the name of its structure. */
export type KnownCode = ClaimCode & { used: number; structure: string }

/** What only turns about claim codes read. */
export type Codes = {
  /** The one that was said, scanned or tapped. */
  claimCode: KnownCode | null
  /** Those of my structures that are not over, the last first; only when asked for. */
  claimCodes: KnownCode[]
  /** How often this person said a code in vain within a day. */
  codeTries: number
}
export const NO_CODES: Codes = { claimCode: null, claimCodes: [], codeTries: 0 }

export type World = Workshops &
  Codes & {
    /** Whoever speaks, or, for an event of our own, the learner it is about. Null: never seen. */
    me: Reachable | null
    memberships: Membership[]
    structure: Structure | null
    /** The claim that the event is about: named by it, by its code, or by the focus. */
    claim: PinnedClaim | null
    /** Whose claim it is. */
    owner: Reachable | null
    /** The badges that I show together; null: I never opened it. */
    backpack: Backpack | null
    /** Everything that I claim, latest first, in short. */
    mine: Summary[]
    /** What waits for my word as a tutor, oldest first. */
    requests: OpenRequest[]
    /** Claims that wait for a decision of mine, oldest first; only when asked for, or when decisions are in focus. */
    waiting: PinnedClaim[]
    /** Other words of those who confirmed this claim; only where `waiting` is read. */
    echoes: Echo[]
    /** What jurors said of `claim`; only where decisions are spoken about. */
    reviews: Review[]
    /** What other trainers of my structures have open; only where decisions are spoken about. */
    readings: (Reading & { name: string | null })[]
    /** Trainers of the learner's structure. */
    trainers: Reachable[]
    /** Known tutors of the claim's structure who can be written to, at most three: the one that the learner named first, then who confirmed for them before. */
    tutors: Reachable[]
    /** Whoever was asked to confirm this claim and has spoken to us. */
    endorsers: Reachable[]
    /** What the event's code stands for. */
    link: Link | null
    /** What the person is in their structure whose link of a list `link` is. */
    listed: Membership[]
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
  /** The links among them, and our own page, that lead elsewhere than `channel`: for somebody who goes on there. */
  elsewhere: (code: string, channel: string) => string[]
  /** The one that leads where one can speak; undefined: nowhere, or one can here. */
  speaking: (code: string, channel: string) => string | undefined
  /** Undefined where the channel shows no pages inside itself. */
  pageLink: (page: InnerPage, channel: string) => string | undefined
  capabilities: (channel: string) => Capabilities
  /** The channel that writes to an address which somebody gives; absent: none does. */
  letters?: () => string | undefined
  /** What whoever reads the mails of an address is called on that channel. */
  addressee?: (address: string) => string | undefined
  /** Seconds in which a sender or a tutor can take back. */
  undoSeconds: (channel: string) => number
  helpContact: string | null
  /** The backend that would issue it sends the badge by e-mail; absent: none does. */
  issuesByEmail?: (meaning: Meaning, organisation: string) => boolean
  timeZone: string
  locale: 'fr' | 'en'
  /** The id of the version that a new claim of this badge pins. */
  versionOf: (badgeId: string) => { id: string; number: number }
}

export type Keys = {
  /** Who: an account, a person, or the owner of the claim. */
  who: { account: { channel: string; externalId: string } } | { owner: true } | { person: string }
  claim?: string
  endorsement?: string
  /** A start code. */
  code?: string
  /** The private token of a claim. */
  token?: string
  /** The message that this one replies to. */
  replyTo?: { chat: string; id: string }
  waiting?: true
  workshop?: string
  /** Said aloud: « lune 42 ». */
  spoken?: string
  /** Channel and chat of a group. */
  inGroup?: string
  workshops?: true
  people?: true
  /** The workshop that I joined last, where no other is named. */
  latest?: true
  /** The other side of a hand-over. */
  other?: string
  /** A claim code: `id:…`, or as it was said. */
  claimCode?: string
  claimCodes?: true
}

/** What the world must hold for this event. */
export function keysOf(event: Event): Keys {
  if ('about' in event) {
    const { about } = event
    if (about.is === 'workshop-due' || about.is === 'workshop-ahead')
      return { who: { person: about.person }, workshop: about.workshop, people: true }
    if (about.is === 'unreachable') return { who: { person: about.person }, latest: true }
    if (about.is === 'jury-due') return { who: { owner: true }, claim: about.claim, waiting: true }
    if (about.is === 'joined') return { who: { person: about.person } }
    if (about.is === 'code-opened') return { who: { person: about.person }, code: about.code }
    if (about.is === 'nudge') return { who: { person: about.nudge.personId }, claim: about.claim, workshop: about.nudge.workshopId }
    return { who: { owner: true }, claim: about.claim }
  }
  const { from } = event
  const who = { account: { channel: from.channel, externalId: from.externalId } }
  const inner = event.event
  const group = from.place === 'group' ? `${from.channel}:${from.chat}` : undefined
  switch (inner.is) {
    case 'start':
      return { who, code: inner.code, inGroup: group }
    case 'verdict':
    case 'settle':
    case 'unwanted':
      return { who, code: inner.code }
    case 'decide':
    case 'look':
      return { who, claim: inner.claim, waiting: true }
    case 'make-code':
      return { who, workshops: true }
    case 'end-code':
      return { who, claimCode: `id:${inner.id}` }
    case 'share':
    case 'backpack':
      return { who, token: inner.token }
    case 'choice': {
      const choice = parseChoice(inner.data)
      if (!choice) return { who }
      if (choice.subject.is === 'claim' || choice.subject.is === 'decision')
        return { who, claim: choice.subject.id, waiting: choice.subject.is === 'decision' || undefined }
      if (choice.subject.is === 'endorsement') return { who, endorsement: choice.subject.id }
      if (choice.subject.is === 'decisions') return { who, waiting: true }
      if (choice.subject.is === 'workshop') return { who, workshop: choice.subject.id, people: choice.prompt === 'nudge' || undefined }
      if (choice.subject.is === 'opening') return { who, workshops: true }
      if (choice.subject.is === 'codes') return { who, workshops: true, claimCodes: true }
      if (choice.subject.is === 'code') return { who, claimCode: `id:${choice.subject.id}` }
      if (choice.subject.is === 'handover') return { who, other: choice.subject.id }
      if (choice.subject.is === 'invite') return { who, code: choice.subject.id }
      return { who }
    }
    case 'text': {
      const word = command(inner.text)
      const workshops = word === 'workshop' || word === 'nudge' || word === 'claim-code' || undefined
      return {
        who,
        spoken: from.place === 'private' ? spokenCode(inner.text) : undefined,
        workshops,
        claimCodes: word === 'claim-code' || undefined,
        people: word === 'nudge' || undefined,
        inGroup: inner.text.startsWith('/') ? group : undefined,
        code: event.request?.code ?? codeIn(inner.text),
        waiting: word === 'waiting' || undefined,
        replyTo: event.replyTo ? { chat: `${from.channel}:${from.chat}`, id: event.replyTo } : undefined,
      }
    }
    case 'media':
      return { who, replyTo: event.replyTo ? { chat: `${from.channel}:${from.chat}`, id: event.replyTo } : undefined }
    case 'other':
      return { who, code: event.request?.code }
    case 'edited':
    case 'reachable':
      return { who }
    default:
      return inner satisfies never
  }
}

/** Links whose subject is somebody who may be whoever opens them. */
const PEOPLE_LINKS = new Set<Link['kind']>(['channel', 'both-sides', 'first-side'])

/** What the world must hold of workshops, once it is known whom we talk with; null: nothing, as in most turns. */
export function workshopKeys(
  keys: Pick<Keys, 'workshop' | 'spoken' | 'inGroup' | 'workshops' | 'people' | 'latest' | 'other'>,
  link: Link | null,
  focus: unknown,
): {
  workshop: string | null
  code: string | null
  spoken: string | null
  group: string | null
  mine: boolean
  people: boolean
  latest: boolean
  other: string | null
  linked: string | null
  project: string | null
} | null {
  const subject = (focus as { subject?: Subject } | null)?.subject
  const code = link?.kind === 'workshop' ? link.code : null
  const workshop = keys.workshop ?? (subject?.is === 'workshop' && !code && !keys.spoken && !keys.inGroup ? subject.id : null)
  const other = keys.other ?? (subject?.is === 'handover' ? subject.id : null)
  const linked = link && PEOPLE_LINKS.has(link.kind) ? link.subject : null
  const project = link?.kind === 'project' ? link.subject : null
  const mine = keys.workshops === true || subject?.is === 'opening' || subject?.is === 'codes'
  if (!workshop && !code && !keys.spoken && !keys.inGroup && !mine && !keys.latest && !other && !linked && !project) return null
  return {
    workshop,
    code,
    spoken: keys.spoken ?? null,
    group: keys.inGroup ?? null,
    mine,
    people: keys.people ?? false,
    latest: keys.latest ?? false,
    other,
    linked,
    project,
  }
}

/** What the world must hold of claim codes; null: nothing, as in most turns. */
export function codeKeys(
  keys: Pick<Keys, 'claimCode' | 'claimCodes'>,
  link: Link | null,
  focus: unknown,
): { id: string | null; spoken: string | null; mine: boolean } | null {
  const subject = (focus as { subject?: Subject } | null)?.subject
  const asked = keys.claimCode
  const id = asked?.startsWith('id:')
    ? asked.slice(3)
    : asked
      ? null
      : link?.kind === 'claim-code'
        ? link.subject
        : subject?.is === 'code'
          ? subject.id
          : null
  const spoken = asked && !asked.startsWith('id:') ? asked : null
  const mine = keys.claimCodes === true || subject?.is === 'codes'
  return id || spoken || mine ? { id, spoken, mine } : null
}

/** A code that somebody typed or pasted instead of tapping its link: alone, and long enough to be no word. */
export const codeIn = (text: string): string | undefined => {
  const found = /^(?:\/start\s+)?([A-Za-z0-9_-]{22,64})$/.exec(text.trim())
  return found?.[1]
}

export const endorsementOf = (claim: PinnedClaim | null, id: string): Endorsement | undefined =>
  claim?.endorsements.find((e) => e.id === id)
