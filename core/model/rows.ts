// The facts as they are kept: one type a table, the same names as prisma/schema.prisma.
import type { Instant } from './time.ts'

export type Language = 'fr' | 'en'
export type Verdict = 'yes' | 'not-yet' | 'no' | 'not-me'
export type Outcome = 'accepted' | 'to-complete' | 'refused'
export type Audience = 'tutor' | 'trainer' | 'everyone'
export type Witness = 'tutor' | 'trainer' | 'nobody'
/** In which capacity somebody saw it: what a badge's policy can ask for. */
export const CAPACITIES = ['tutor', 'colleague', 'trainer', 'association', 'manager'] as const
export type Capacity = (typeof CAPACITIES)[number]

export type Person = {
  id: string
  version: number
  name: string | null
  nameConfirmed: boolean
  role: string | null
  /** As a tutor, where they say that they work. Null: not asked yet; '': preferred not to say. */
  organisation?: string | null
  language: Language
  address: 'tu' | 'vous' | null
  structureId: string | null
  /** IANA, as a device of theirs said last; see `zoneOf`. */
  timeZone: string | null
  focus: unknown
  said: Record<string, number>
  email: string | null
  stoppedAt: Instant | null
  seenAt: Instant | null
  erasedAt: Instant | null
  createdAt: Instant
}

export type Account = {
  channel: string
  externalId: string
  personId: string
  chat: string
  profileName: string | null
  unreachableAt: Instant | null
  seenAt: Instant
}

/** `issuer`: sees counts over every structure of the organisation, and no names. */
export type Membership = {
  personId: string
  structureId: string
  role: 'trainer' | 'tutor' | 'learner' | 'issuer'
  since: Instant
  /** As the structure's list has it. */
  note?: string | null
}

export type Link = {
  code: string
  /** `workshop`, `project`: joins it. `claim-code`: of that id. `trainer`, `tutor`, `issuer`: an invitation. `roster`: whoever opens it is the person of that id. `trainer-page`: signs in to /trainer once; `trainer-session`: of a browser that did; `tab-session`: of a tab in Teams (both codes are digests). `channel`: adds an account, by one yes where that is nobody's yet. `both-sides`: of somebody who says they have another account; `first-side`: asks them (`usedBy`) about whoever opened that. `added`: an account was added, and can be cut off again. */
  kind:
    | 'endorse'
    | 'workshop'
    | 'project'
    | 'trainer'
    | 'tutor'
    | 'issuer'
    | 'badge'
    | 'roster'
    | 'trainer-page'
    | 'trainer-session'
    | 'tab-session'
    | 'channel'
    | 'both-sides'
    | 'first-side'
    | 'claim-code'
    | 'added'
  subject: string
  structureId: string | null
  name: string | null
  /** Of an invited tutor, for the learners: « chef de cuisine ». */
  role?: string | null
  createdAt: Instant
  expiresAt: Instant | null
  usedAt: Instant | null
  usedBy: string | null
  /** Of a code for another conversation: the account in which it was given, or opened (`first-side`), as `channel:id`. */
  place?: string | null
  /** Of `both-sides`: the code of the question to the first side. Of `first-side`: the account that is asked. Of `added`: the one that was added. */
  leadsTo?: string | null
}

export type Sending = { at: Instant; through: string; takenBackAt?: Instant }

export type Claim = {
  id: string
  version: number
  personId: string
  organisationId: string
  structureId: string | null
  badgeId: string
  badgeVersionId: string
  token: string
  language: Language
  openedAt: Instant
  openedThrough: string
  witness: Witness | null
  /** The known tutor whom the learner named. */
  witnessId: string | null
  /** The address that the learner gave, until the claim is sent. */
  witnessMail?: string | null
  audience: Audience | null
  email: string | null
  gatheredAt: Instant | null
  narrative: string | null
  digest: string | null
  approvedAt: Instant | null
  sendings: Sending[]
  settledAt: Instant | null
  withdrawnAt: Instant | null
  expiredAt: Instant | null
  revokedAt: Instant | null
  revokedReason: string | null
  /** When the badge ends, as it was signed. */
  validUntil?: Instant | null
  /** When its learner is asked what they have done since; null: asked, or nothing to ask. */
  renewAt?: Instant | null
  /** The claim of the same badge that this one renews. */
  renewsId?: string | null
  sharedAt: Instant | null
  remindAt: Instant | null
  reminders: number
  touchedAt: Instant
  /** The jury has said what it could: one trainer decides, with every word in view. */
  juryOverAt?: Instant | null
  /** The workshop in which it was opened or taken up. */
  workshopId: string | null
  /** What was done together, and this claim tells one part of. */
  projectId: string | null
  /** Of a milestone: the badges that it rests on, as its text names them; an empty list when it has lost them all. */
  restsOn?: { claim: string; badge: string }[] | null
}

/** What a group did together. Written once, so that nothing of it changes under a text that was approved. */
export type Project = {
  id: string
  structureId: string | null
  /** Its members choose it there; null: they are invited by its link. */
  workshopId: string | null
  /** Of whoever comes by the link. */
  badgeId: string
  openedBy: string | null
  /** In the words of whoever opened it. */
  context: string
  language: Language
  code: string
  openedAt: Instant
}

export type Answer = {
  id: string
  claimId: string
  prompt: string
  asked: string
  text: string | null
  level: number | null
  skipped: boolean
  at: Instant
  through: string
  source: string | null
  supersededAt: Instant | null
}

/** Where a channel can fetch a file: its own id of it, and what it says of it (checked again by content). */
export type MediaRef = { channel: string; file: string; name?: string; mediaType?: string; size?: number }

export type EvidenceState = 'fetching' | 'kept' | 'refused'
/** Why a file cannot be taken; each has a kind sentence in the texts (`refused-*`). */
export type Refusal = 'too-big' | 'empty' | 'program' | 'web-page' | 'bomb' | 'unknown-type' | 'not-this-kind' | 'unreadable' | 'lost'

export type Evidence = {
  id: string
  claimId: string
  prompt: string
  kind: 'photo' | 'voice' | 'video' | 'document' | 'link'
  caption: string | null
  at: Instant
  through: string
  source: string | null
  media: MediaRef | null
  album: string | null
  seconds: number | null
  state: EvidenceState
  refusal: Refusal | null
  mediaType: string | null
  size: number | null
  sha256: string | null
  sourceSha256: string | null
  /** Unguessable name in the evidence store. */
  file: string | null
  thumbnail: string | null
  /** Of a link. */
  url: string | null
  removedAt: Instant | null
  /** Given to everybody in this project. */
  projectId: string | null
  /** The piece of another member that this one repeats: the same file, under this claim's own consent. */
  originId: string | null
}

export type Consent = {
  id: string
  claimId: string
  /** `project`: told of none of those that were offered. `take`, `give`: what a group's members gave to all. `code`: has the code of that id, or none. `found`: may be asked for help in that structure. */
  what: 'audience' | 'email' | 'share' | 'add' | 'project' | 'take' | 'give' | 'code' | 'found'
  choice: string
  asked: string
  at: Instant
  through: string
  endedAt: Instant | null
}

/** Somebody asks for help whoever holds a badge and agreed to be asked. */
export type Plea = {
  id: string
  /** Who asks. */
  personId: string
  /** Of the badge of whoever is asked. */
  claimId: string
  /** What they wrote, or sent, until it was passed on. */
  words: string | null
  media: MediaRef | null
  at: Instant
  through: string
  /** When it is passed on; null: it was. */
  dueAt: Instant | null
  toldAt: Instant | null
  /** The last answer: from the first on, whoever asked may write back. */
  answeredAt: Instant | null
  /** Whoever was asked wants no more of it. */
  endedAt: Instant | null
}

/** How we know who answered a request that went to an address: what the receiving server says of the reply, or that they had the link. */
export type MailProof = {
  by: 'reply' | 'link'
  /** Of the address; the address itself is not kept. */
  domain: string
  /** The receiving server that the settings name said something. */
  checked: boolean
  spf?: string
  dkim?: string
  dmarc?: string
  /** A signature that holds is of the address's own domain. */
  aligned?: boolean
}

/**
 * How it is known that somebody belongs where they are said to: the structure named them; they answered from an address of a domain that
 * the organisation's file names, by reply or by the link that went there; or Teams knows them in a directory that it names.
 */
export type Verified =
  | { by: 'structure'; structure: string }
  | { by: 'domain'; domain: string; through: 'reply' | 'link' }
  | { by: 'tenant'; tenant: string }

/** An answer came from where the learner was: facts for the trainer, and for nobody else. */
export type Traces = { device?: true; network?: true }

export type Endorsement = {
  id: string
  claimId: string
  asked: 'tutor' | 'trainer'
  askedAt: Instant
  endorserId: string | null
  boundAt: Instant | null
  name: string | null
  role: string | null
  /** Chosen by a button, or as the structure knows them; null: other words, or none. */
  capacity?: Capacity | null
  organisation: string | null
  standing: 'declared' | 'verified'
  verified?: Verified | null
  anonymous: boolean
  channel: string | null
  shownDigest: string | null
  verdict: Verdict | null
  comment: string | null
  unclear: string | null
  at: Instant | null
  settledAt: Instant | null
  withdrawnAt: Instant | null
  credential: unknown
  /** Where the request goes by mail; erased as soon as it is needed no more (core/data/mail.ts). */
  mailTo?: string | null
  mailedAt?: Instant | null
  /** It did not arrive: what the learner was told. */
  mailProblem?: MailProblem | null
  proof?: MailProof | null
  traces?: Traces | null
  /** When whoever was asked is reminded next, and how often they were. */
  remindAt?: Instant | null
  reminders?: number | null
}

/** `address`: it does not exist or takes nothing; `unwanted`: they asked us not to write. */
export type MailProblem = 'address' | 'unwanted'

export type Decision = {
  id: string
  claimId: string
  by: string | null
  byName: string | null
  outcome: Outcome
  reason: string | null
  at: Instant
  /** A channel, `page`; `code`: whoever made the code of the event; `automatic`: nobody. */
  through: string
  /** The claim code that stood for the trainer. */
  codeId?: string | null
}

/** One juror's word: what they would decide, or advise. Never a decision by itself (jury.ts). */
export type Review = Omit<Decision, 'codeId'>

/** Who has a claim open to decide it, until when. One row a person. */
export type Reading = { personId: string; claimId: string; till: Instant }

/** Whoever has it is accepted for this badge, as if the trainer who made it had decided. */
export type ClaimCode = {
  id: string
  /** Of the link. */
  code: string
  /** « lune panda 42 »; null once it is over. */
  spoken: string | null
  badgeId: string
  structureId: string
  workshopId: string | null
  madeBy: string | null
  madeByName: string | null
  madeAt: Instant
  endsAt: Instant
  endedAt: Instant | null
}

export type IssuanceState = 'waiting' | 'forwarded' | 'issued' | 'failed' | 'unknown'
export type Issuance = {
  id: string
  claimId: string
  backend: string
  state: IssuanceState
  reference: string | null
  url: string | null
  credential: unknown
  /** What the backend was first given: the same on every retry. */
  document: unknown
  error: string | null
  statusIndex: number | null
  /** The badge's id at the backend when the claim was handed over. */
  backendBadge?: string | null
  at: Instant
  issuedAt: Instant | null
  /** Signed again, with confirmations that came later. */
  reissuedAt?: Instant | null
  /** When it was handed over to a backend that must not be asked twice; emptied once its answer is known. */
  triedAt?: Instant | null
  /** When the backend is asked next what became of it. */
  followAt?: Instant | null
  /** When the learner was told that it waits to be accepted there, and when it was. */
  nudgedAt?: Instant | null
  acceptedAt?: Instant | null
  /** When the work began that takes it back there, and when that was done. */
  revokingAt?: Instant | null
  revokedAt?: Instant | null
}

/** One badge in a backpack: earned here, or brought from elsewhere. */
export type BackpackItem = { claim: string } | { imported: string }
/** The badges that somebody shows together. `items`: as they were chosen; null: not yet, so everything is shown. */
export type Backpack = { personId: string; token: string; sharedAt: Instant | null; items: BackpackItem[] | null }

/** What a group has done, counted from the facts. */
export type Counts = { joined: number; started: number; sent: number }

/** A message that shows the live count of a workshop. */
export type Board = {
  /** Channel and chat. */
  to: string
  /** The outbox id of the message that is edited. */
  outbox: string
  language: Language
  /** What it shows, and since when. */
  counts: Counts
  at: Instant
}

export type Workshop = {
  id: string
  version: number
  structureId: string
  organisationId: string
  openedBy: string
  name: string
  /** Badge ids, in the order in which they are proposed. */
  badges: string[]
  code: string
  /** « lune 42 »; null once somebody else may have it. */
  spoken: string | null
  openedAt: Instant
  endsAt: Instant
  closedAt: Instant | null
  pausedAt: Instant | null
  /** Channel and chat of the group in which it was opened; null: in private. */
  group: string | null
  sentence: string | null
  /** In which `sentence` is: others read the usual one. */
  sentenceIn: Language | null
  /** Days after the end. */
  followUps: number[]
  nudgeAt: Instant | null
  /** When the trainer is shown what will leave at `nudgeAt`; null: it was shown, or nothing will leave. */
  tellAt: Instant | null
  /** How many nudges were planned. */
  nudges: number
  /** What still waits of the nudges before this one is not sent any more. */
  cancelled: number
  boards: Board[]
}

export type Enrolment = { workshopId: string; personId: string; at: Instant; through: string }

/** `lost` is nobody's word: marked, and never told, because the program was killed in between. */
export type NudgeOutcome = 'told' | 'done' | 'stopped' | 'reminded' | 'unreachable'
export type Nudge = {
  workshopId: string
  personId: string
  /** 0: at the end; then the follow-ups. */
  round: number
  /** The person's local day on which it is told, 2026-11-21. */
  day: string
  plannedAt: Instant
  markedAt: Instant | null
  outcome: NudgeOutcome | null
}

export type AuditEvent = { id: string; at: Instant; actor: string | null; action: string; subject: string | null; through: string | null }

/** A project as one of its members' claims sees it: how many claims refer to it, and what the others gave to all. */
export type SharedProject = Project & { members: number; pieces: Evidence[] }

/** A claim with everything that belongs to it, in the order in which it came. */
export type ClaimTree = Claim & {
  answers: Answer[]
  evidence: Evidence[]
  consents: Consent[]
  endorsements: Endorsement[]
  decisions: Decision[]
  issuances: Issuance[]
}

export type Rows = {
  Person: Person
  Account: Account
  Membership: Membership
  Link: Link
  Claim: Claim
  Answer: Answer
  Evidence: Evidence
  Consent: Consent
  Endorsement: Endorsement
  Decision: Decision
  Review: Review
  Reading: Reading
  ClaimCode: ClaimCode
  Issuance: Issuance
  AuditEvent: AuditEvent
  Workshop: Workshop
  Enrolment: Enrolment
  Nudge: Nudge
  Project: Project
  Backpack: Backpack
  Plea: Plea
}
export type Table = keyof Rows
