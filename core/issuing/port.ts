// An issuing backend: takes a whole claim, once, and says what came of it. One contract test runs against every one of them
// (test/core/issuing/backendContract.ts).
import type { BackendName } from '../model/backends.ts'
import type { Badge, Meaning } from '../model/badge.ts'
import type { ClaimDocument } from '../model/document.ts'
import type { Instant } from '../model/time.ts'

/** Why nothing came of it. `why` has no personal data and no secret: it is logged, and shown to operators. */
export type Trouble =
  /** Try again later, not before `after` seconds. */
  | { state: 'retry'; why: string; after?: number }
  /** Our credentials are refused: no claim can pass until an operator has mended them, and then all do. */
  | { state: 'locked-out'; why: string }
  /** An operator must look: nothing was taken in. */
  | { state: 'failed'; why: string }
  /** An operator must look: nobody knows whether it was taken in. */
  | { state: 'unknown'; why: string }

export type IssueOutcome =
  | { state: 'issued'; reference: string | null; url: string | null; credential?: unknown; statusIndex?: number }
  /** Taken in; its outcome comes later. */
  | { state: 'forwarded'; reference: string | null; url: string | null }
  | Trouble

/** What an issuer must know beyond the claim. */
export type IssueDetails = {
  /** Of the claim (`Claim.organisationId`): the catalogue's issuer, or the playground's. */
  organisation: string
  /** What the badge means, as the claim pinned it. */
  meaning: Meaning
  /** From today's catalogue: what may be improved without changing the meaning. */
  badge: Pick<Badge, 'picture' | 'tags' | 'alignment'>
  /** The badge's id at this backend, the same on every retry; only where the backend keeps badges of its own. */
  backendBadge?: string
  /** When it is issued. */
  now: Instant
  /** When everything had come that the badge waits for (`Issuance.at`): the same on every retry, as the claim must be. */
  settledAt: Instant
  /** The place in the issuer's status list that the database gave to this issuance, and to no other. */
  statusIndex: number
}

/** What a backend was handed, and what it said then. */
export type Handed = {
  claim: ClaimDocument
  settledAt: Instant
  reference: string | null
  url: string | null
  credential: unknown
}

export type RevokeOutcome = { state: 'revoked' } | Trouble

/** What `issuer test` and `doctor` say, a line each. */
export type Check = { is: 'good' | 'note' | 'bad'; says: string }

export type Backend = {
  name: BackendName
  /** Called again after `retry` and after a kill: it may be that the claim arrived and the answer was lost. */
  issue: (claim: ClaimDocument, details: IssueDetails) => Promise<IssueOutcome>
  /** Offers neither key nor look-up: what was begun and never answered is not tried again, an operator looks. */
  blind?: true
  /** What became of a claim that was taken in, `forwarded`. Absent: nothing is ever only taken in. */
  promised?: (handed: Handed) => Promise<IssueOutcome>
  /** Whether the learner has taken the badge there. Absent: that cannot be asked. */
  accepted?: (handed: Handed) => Promise<{ state: 'accepted' | 'waiting' } | Trouble>
  /** Takes the badge back there; again when it was, harmlessly. Absent: what the program keeps itself is enough. */
  revoke?: (handed: Handed, reason: string) => Promise<RevokeOutcome>
  /** Tries the configuration without issuing anything. `badges`: those that go there. Absent: nothing to try. */
  check?: (badges: { id: string; backendBadge?: string }[]) => Promise<Check[]>
}
