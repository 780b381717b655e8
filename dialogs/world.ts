// What a step may know: who speaks, what is spoken about, and the house in which it happens. Read in one round trip
// (core/data/read.ts) by the keys that `keysOf` names (worldKeys.ts). Everything but `house` survives JSON.
import type { Catalogue, Meaning } from '../core/model/badge.ts'
import type { Echo } from '../core/model/flags.ts'
import type {
  Account,
  Backpack,
  Claim,
  ClaimCode,
  ClaimTree,
  Consent,
  Counts,
  Endorsement,
  Link,
  Membership,
  Person,
  Plea,
  Project,
  Reading,
  Review,
  SharedProject,
  Workshop,
} from '../core/model/rows.ts'
import type { Instant } from '../core/model/time.ts'
import type { Capabilities, InnerPage } from './vocabulary.ts'
import type { Texts } from './texts.ts'

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

/** More than oneself: the role that weighs most; whoever was asked for a word is a tutor, too. */
export type Tie = 'trainer' | 'issuer' | 'tutor'

/** `claims`: in short, those that are not withdrawn; `left`: for a backend. `newest`: the last code of theirs that adds an account. */
export type LinkedPerson = Reachable & {
  claims: { badgeId: string; sent: boolean; left: boolean; issued: boolean }[]
  tie: Tie | null
  newest: string | null
}

export type Structure = { id: string; name: string; organisationId: string; timeZone?: string | null; trial: boolean }

/** A request for an endorsement that waits for this person's word. */
export type OpenRequest = { endorsement: string; claim: string; learner: string | null; badgeId: string }

export type Summary = Pick<
  Claim,
  'id' | 'badgeId' | 'organisationId' | 'openedAt' | 'touchedAt' | 'withdrawnAt' | 'revokedAt' | 'validUntil' | 'restsOn' | 'sendings'
> & {
  issued: boolean
  shared: boolean
  left: boolean
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
  /** Whom I talk with through the bot, as one of us is the other's trainer in a workshop, or asked the other for help (`plea`). */
  other: (Reachable & { plea?: Plea }) | null
  /** To whom the link that was opened adds an account. */
  linked: LinkedPerson | null
  /** What I am besides myself; read where `linked` is. */
  tie: Tie | null
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
  tie: null,
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

/** Somebody who agreed to be asked for help, with the badge that they hold. `channels`: where they can be reached. */
export type Peer = {
  claim: string
  badgeId: string
  name: string | null
  place: Pick<Structure, 'id' | 'name' | 'timeZone'>
  channels: string[]
}

/** What only turns about asking each other for help read. */
export type Peers = {
  /** It was read. */
  sought: boolean
  /** Where I learn or form: there I may ask. */
  places: Peer['place'][]
  /** People of these places, by badge. */
  peers: Peer[]
  /** The one who is meant. */
  peer: (Peer & { person: Reachable }) | null
  /** My own yeses that are in force. */
  agreed: Consent[]
  /** A request that is answered, or passed on; `holder`: who is asked. */
  plea: (Plea & { asker: Reachable; holder: string; badgeId: string }) | null
  /** What I was asked, and is still open. */
  pleas: Plea[]
  /** How often I have asked within a day. */
  pleasToday: number
}
export const NO_PEERS: Peers = { sought: false, places: [], peers: [], peer: null, agreed: [], plea: null, pleas: [], pleasToday: 0 }

export type World = Workshops &
  Peers &
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

export const endorsementOf = (claim: PinnedClaim | null, id: string): Endorsement | undefined =>
  claim?.endorsements.find((e) => e.id === id)
