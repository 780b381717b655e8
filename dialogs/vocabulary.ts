// The small vocabulary in which channels and dialogs meet. A channel turns what its platform sends into an `Inbound`, and an
// `Outbound` into what its platform understands. Nothing here knows a platform.
import type { BackpackItem, Capacity, MailProof, MediaRef, Outcome, Traces, Verdict } from '../core/model/rows.ts'
import type { Instant } from '../core/model/time.ts'

/** Who, where, what, when. */
export type Inbound = {
  /** Once-only key, made from the platform's own id: `telegram:update:42`. */
  key: string
  from: Sender
  /** The organisation's directory in which the platform itself knows them: its id. Absent where it vouches for none. */
  directory?: string
  event: InboundEvent
  /** The platform's own time of the message, when it has one. */
  platformAt?: Instant
  /** The platform's own id of this message (an edit bears the id of the message that it edits). */
  messageId?: string
  /** The platform's id of the message that this one replies to. */
  replyTo?: string
  /** The request that this answers, where a channel knows it by itself: the letter that was replied to. */
  request?: AnsweredRequest
  /** When our process got it. */
  receivedAt: Instant
  /** What the dialog may not make itself: unguessable ids, 32 hexadecimal digits each, at least 8. */
  fresh: string[]
}

/** `endorsement`: of the letter; `code`: of its link today. */
export type AnsweredRequest = { endorsement: string; code: string; proof: MailProof | null }

export type Sender = {
  channel: string
  /** The person's id on the platform. */
  externalId: string
  /** Where to answer. */
  chat: string
  place: 'private' | 'group'
  /** As the platform shows them: first name, full name. */
  firstName?: string
  fullName?: string
  /** IETF tag of the platform's interface: fr, en-GB. */
  locale?: string
  /** Where the device is, as the platform or the device says it: Indian/Reunion. What is no zone is ignored. */
  timeZone?: string
}

export type InboundEvent =
  | { is: 'text'; text: string }
  /** A button: `data` is what Choice.data held. `slot` names what the platform wants answered (a callback query, an invoke). */
  | { is: 'choice'; data: string; slot?: string }
  | { is: 'media'; kind: 'photo' | 'voice' | 'video' | 'document'; media: MediaRef; caption?: string; album?: string; seconds?: number }
  /** `/start CODE`, a deep link; code is empty for a bare start. */
  | { is: 'start'; code: string }
  | { is: 'edited'; text: string }
  /** A message that cannot be an answer: a sticker, a place, a poll… */
  | { is: 'other'; what: string }
  /**
   * The form of a tutor's page, /e/:token. `anonymous`: without their name on the badge; `digest`: of the text that they read; `traces`:
   * what the page itself notices of where it came from.
   */
  | {
      is: 'verdict'
      code: string
      verdict: Verdict
      comment?: string
      name?: string
      role?: string
      /** As chosen from the list of the page. */
      capacity?: Capacity
      organisation?: string
      anonymous?: boolean
      digest?: string
      traces?: Traces
    }
  /** The tutor's page again, within the undo time: take back, or « c'est bon ». */
  | { is: 'settle'; code: string; how: 'undo' | 'done' }
  /** « Do not write to me again », from a letter's own page. */
  | { is: 'unwanted'; code: string }
  /** The learner's page, /c/:token. */
  | { is: 'share'; token: string; share: boolean }
  /** From the page /c/:token/sac: opened or closed, or what is in it, in this order. */
  | { is: 'backpack'; token: string; change: { open: boolean } | { items: BackpackItem[] } }
  /** A trainer's page, /trainer/claims/:id. The reason is null only for « accepted »; `read`: the mark of the text on it. */
  | { is: 'decide'; claim: string; outcome: Outcome; reason: string | null; read: string }
  /** The same page is open in front of somebody who may decide. */
  | { is: 'look'; claim: string }
  /** A trainer's page, /trainer/codes. */
  | { is: 'make-code'; badge: string; structure: string; endsAt: Instant }
  | { is: 'end-code'; id: string }
  /** The person blocked or unblocked us. */
  | { is: 'reachable'; reachable: boolean }

/** A button. The channel numbers those that are not controls: « 1 Oui ». */
export type Choice = {
  label: string
  /** At most 64 bytes, comes back in a `choice` event. */
  data: string
  /** Listen, back, skip, example: after the choices, not numbered. */
  control?: boolean
}

export type Attachment =
  /** A piece of evidence; the channel reads it from the evidence store by its file name there. */
  | { is: 'evidence'; id: string; kind: 'photo' | 'voice' | 'video' | 'document'; file: string; mediaType: string }
  /** The picture of an issued badge, or the same picture with the credential inside, as a file. */
  | { is: 'badge'; claim: string; as: 'picture' | 'file' }
  /** An archive of everything that is held of a person. */
  | { is: 'archive'; person: string }
  /** The picture of a workshop to project: how to join it. */
  | { is: 'poster'; workshop: string }
  /** The same for a claim code. */
  | { is: 'code-poster'; code: string }
  /** What somebody else sent, passed on as it came. */
  | { is: 'relay'; media: MediaRef }

/** One message to one chat. */
export type Outbound = {
  text: string
  choices?: Choice[]
  /** Shown after the choices; never first (contract). */
  links?: { label: string; url: string }[]
  attachments?: Attachment[]
  /** The answer to a tap: platforms show it, or just stop their spinner. */
  slot?: string
  /** The answer to a tap that came too late: nothing was taken from it. */
  over?: boolean
  /** What can be done at any time, and again: its buttons stay, where a platform takes them away once one was tapped. */
  lasting?: boolean
  /** The platform's id of the message that this one takes the place of, where the platform can edit. */
  editOf?: string
  /** Several people are told the same: goes behind what somebody waits for. */
  broadcast?: boolean
}

/** What a channel can do; dialogs read these, never names. */
export type Capabilities = {
  /** It can be written to; a page cannot. */ chat: boolean
  /** It writes letters about a request (`chat` is the request's id), and only those: nothing else is told there. */
  letters?: boolean
  /** Names there are what somebody typed: nobody vouches for them. */
  unnamed?: boolean
  voice: boolean
  photo: boolean
  files: boolean
  deepLinks: boolean
}

export type Sent =
  | { outcome: 'sent'; platformId?: string; platformAt?: Instant; chat?: string }
  /** Try again, not before `after` seconds. `unclear`: it may have arrived all the same. */
  | { outcome: 'retry'; after: number; why: string; unclear?: true }
  /** This message can never be sent; the next one may. */
  | { outcome: 'gave-up'; why: string }
  /** Blocked, deleted: nothing can be sent to this chat. */
  | { outcome: 'gone'; why: string }

/** A page of ours that a platform opens inside itself, where people are signed in already: their own claims, or whom they follow. */
export type InnerPage = { of: 'mine' | 'followed'; claim?: string }

/** A platform. `receive` is the channel's own business: it calls the `Intake` that it was made with. */
export type Channel = {
  name: string
  capabilities: Capabilities
  /** `about`: the message's own id, the same when it is tried again, and whether this is the last try. */
  send: (chat: string, message: Outbound, about?: { id: string; last: boolean }) => Promise<Sent>
  fetchMedia: (media: MediaRef, limit: number) => Promise<Uint8Array>
  /** The link that starts a private chat with `code`; undefined where there is none. */
  startLink: (code: string) => string | undefined
  /** What whoever has this address is called here; absent: the channel knows no addresses. */
  addressee?: (address: string) => string | undefined
  /** Absent: the platform shows no pages inside itself. */
  pageLink?: (page: InnerPage) => string
  stop: () => Promise<void>
}

/** Commits one inbound event, or says that it is known. Resolves after the commit; throws when it could not be committed. */
export type Intake = (inbound: Inbound) => Promise<'committed' | 'known' | 'set-aside'>
