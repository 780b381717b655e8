// An issuing backend: takes a whole claim, once, and says what came of it.
import type { Badge, Meaning } from '../model/badge.ts'
import type { ClaimDocument } from '../model/document.ts'
import type { Instant } from '../model/time.ts'

export type IssueOutcome =
  | { state: 'issued'; reference: string | null; url: string | null; credential?: unknown; statusIndex?: number }
  /** Taken in; its outcome comes later. */
  | { state: 'forwarded'; reference: string | null; url: string | null }
  /** Try again later, not before `after` seconds; the message has no personal data. */
  | { state: 'retry'; why: string; after?: number }
  /** An operator must look: nothing was taken in. */
  | { state: 'failed'; why: string }
  /** An operator must look: nobody knows whether it was taken in. */
  | { state: 'unknown'; why: string }

/** What an issuer must know beyond the claim. */
export type IssueDetails = {
  /** Of the claim (`Claim.organisationId`): the catalogue's issuer, or the playground's. */
  organisation: string
  /** What the badge means, as the claim pinned it. */
  meaning: Meaning
  /** From today's catalogue: what may be improved without changing the meaning. */
  badge: Pick<Badge, 'picture' | 'tags' | 'alignment'>
  /** When it is issued. */
  now: Instant
  /** When everything had come that the badge waits for (`Issuance.at`): the same on every retry, as the claim must be. */
  settledAt: Instant
  /** The place in the issuer's status list that the database gave to this issuance, and to no other. */
  statusIndex: number
}

export type Backend = {
  name: string
  issue: (claim: ClaimDocument, details: IssueDetails) => Promise<IssueOutcome>
}
