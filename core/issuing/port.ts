// An issuing backend: takes a whole claim, once, and says what came of it.
import type { ClaimDocument } from '../model/document.ts'

export type IssueOutcome =
  | { state: 'issued'; reference: string | null; url: string | null; credential?: unknown; statusIndex?: number }
  /** Taken in; its outcome comes later. */
  | { state: 'forwarded'; reference: string | null; url: string | null }
  /** Try again later; the message has no personal data. */
  | { state: 'retry'; why: string; after?: number }
  /** An operator must look: nothing was taken in. */
  | { state: 'failed'; why: string }
  /** An operator must look: nobody knows whether it was taken in. */
  | { state: 'unknown'; why: string }

export type Backend = {
  name: string
  /** What the learner must give for this backend. */
  needs: 'email'[]
  issue: (claim: ClaimDocument) => Promise<IssueOutcome>
}
