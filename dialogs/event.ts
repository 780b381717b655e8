// What a step hears: something from a channel, or something of our own whose time has come.
import type { Evidence, Issuance, MailProblem, Nudge, Refusal } from '../core/model/rows.ts'
import type { Instant } from '../core/model/time.ts'
import type { Inbound } from './vocabulary.ts'

/** Ours: a job is done, a time has come. `key` is made from the job, so a repeated one changes nothing. */
export type Occurrence = { key: string; at: Instant; fresh: string[]; about: About }

export type About =
  | {
      is: 'evidence-kept'
      claim: string
      evidence: string
      kept: Pick<Evidence, 'kind' | 'mediaType' | 'size' | 'sha256' | 'sourceSha256' | 'file' | 'thumbnail'>
    }
  | { is: 'evidence-refused'; claim: string; evidence: string; why: Refusal }
  /** The undo window of a verdict is over. */
  | { is: 'verdict-settled'; claim: string; endorsement: string; given?: Instant; late?: true }
  /** The undo window of a sending is over. */
  | { is: 'sending-settled'; claim: string; sentAt: Instant }
  /** The days of its jury are over. */
  | { is: 'jury-due'; claim: string; sentAt: Instant }
  /** One of its trainers is one no more. */
  | { is: 'jury-fewer'; claim: string }
  /** A backend took the claim, issued it, or needs an operator. */
  | { is: 'issuance'; claim: string; issuance: Issuance }
  /** A word that is no part of the issued badge was signed by itself. */
  | { is: 'endorsement-signed'; claim: string; endorsement: string; credential: unknown }
  /** The badge carries confirmations that came later: signed again. */
  | { is: 'reissued'; claim: string; issuance: string; credential: unknown }
  /** The badge was taken back; the claim says it already. */
  | { is: 'revoked'; claim: string }
  /** The badge ends soon. */
  | { is: 'renewal'; claim: string; at: Instant }
  /** What a backend says of a badge since: the learner has taken it, has not; `over`: it is not asked any more. */
  | { is: 'followed'; claim: string; issuance: string; found: 'accepted' | 'waiting' | 'over' }
  /** A revoked badge was taken back where it was issued. */
  | { is: 'revoked-there'; claim: string; issuance: string }
  /** Time to remind. */
  | { is: 'reminder'; claim: string; at: Instant }
  /** A letter did not arrive, or its reader wants none. */
  | { is: 'letter-failed'; claim: string; endorsement: string; why: MailProblem }
  /** A reply came that does not count: from another address, or not from whom it says. */
  | { is: 'reply-doubted'; claim: string; endorsement: string }
  /** Time to remind whoever was asked. */
  | { is: 'request-reminder'; claim: string; endorsement: string; at: Instant }
  /** A workshop is over, or it is time for a follow-up; `person`: its trainer. */
  | { is: 'workshop-due'; workshop: string; person: string; at: Instant }
  /** The trainer sees what will leave by itself; `person`: that trainer. */
  | { is: 'workshop-ahead'; workshop: string; person: string; at: Instant }
  /** One learner is nudged; `claim`: the one that is still open, if any. */
  | { is: 'nudge'; nudge: Nudge; claim?: string }
  /** A way to this person was lost then, perhaps the last one. */
  | { is: 'unreachable'; person: string; since: Instant }
  /** Two accounts became one person, who said so; `done` false: they could not any more. */
  | { is: 'joined'; person: string; done: boolean }
  /** Somebody opened the code that this person gave, and said that they are the same. */
  | { is: 'code-opened'; person: string; code: string }
  /** The time is over in which whoever gave a code could answer; `person`: who opened it. */
  | { is: 'code-over'; person: string; code: string }
  /** The learner's own word, by another account of theirs, counts no more; `given` false: they were only asked. */
  | { is: 'own-word-void'; claim: string; given: boolean }
  /** A request for help that waited for the morning; `person`: whoever is asked. */
  | { is: 'plea-due'; plea: string; person: string }
  /** A badge that was issued on the word of its own learner, by another account of theirs. */
  | { is: 'own-word'; claim: string }

export type Event = Inbound | Occurrence

export const timeOf = (event: Event): Instant => ('about' in event ? event.at : event.receivedAt)
