// What a step wants done, as data. Each message and job has an id made from the event's key, so that doing it twice is doing it once.
import type { Rows, Table } from '../core/model/rows.ts'
import type { Instant } from '../core/model/time.ts'
import type { Outbound } from './vocabulary.ts'

/** A row as it shall be; an existing row with the same key is replaced. */
export type Write = { [T in Table]: { table: T; row: Rows[T] } }[Table]

export type Message = {
  /** `<event key>:<n>` */
  id: string
  channel: string
  chat: string
  personId: string | null
  body: Outbound
  /** Not before this many seconds: an album's acknowledgement waits for its last picture. */
  delay?: number
  /** Takes the place of this one, if that has not left yet. */
  replaces?: string
}

export type Job =
  | { id: string; is: 'fetch-evidence'; claim: string; evidence: string }
  /** `given`: when the word was given that it settles; a later one has its own undo time. */
  | {
      id: string
      is: 'settle-verdict'
      claim: string
      endorsement: string
      given: Instant
      /** The word has settled already; now its role is known. */
      late?: true
      at: Instant
    }
  | { id: string; is: 'settle-sending'; claim: string; sentAt: Instant; at: Instant }
  | { id: string; is: 'forward'; claim: string; at?: Instant }
  /** The built-in issuer signs one word as a credential of its own. */
  | { id: string; is: 'sign-endorsement'; claim: string; endorsement: string; at?: Instant }
  /** The days of its jury are over. */
  | { id: string; is: 'jury-due'; claim: string; sentAt: Instant; at: Instant }
  /** The badge is signed again with the confirmations that it lacks. */
  | { id: string; is: 'reissue'; claim: string }
  | { id: string; is: 'erase'; person: string }
  /** Two accounts are one person, who goes on as `kept`; whose drafts stay where both began the same badge; `both` sides said so. */
  | { id: string; is: 'join-people'; kept: string; from: string; drafts: 'kept' | 'from'; both?: true }
  /** The one who gave a code is asked about whoever opened it, in a turn of their own. */
  | { id: string; is: 'ask-first-side'; person: string; code: string }
  /** The person's last way was lost then: their trainer shall know. */
  | { id: string; is: 'unreachable'; person: string; since: Instant; at: Instant }
  /** `round`: 0 at the end, then the follow-ups. */
  | { id: string; is: 'plan-nudges'; workshop: string; round: number }

export type Changes = { writes: Write[]; messages: Message[]; jobs: Job[] }

/** The world must also hold this: read again, step again. */
export type Need = {
  claim?: string
  endorsement?: string
  waiting?: true
  workshop?: string
  people?: true
  workshops?: true
  /** The workshop that I joined last, where no other is named. */
  latest?: true
  other?: string
  claimCode?: string
  claimCodes?: true
}

export type Stepped = Changes | { need: Need }
