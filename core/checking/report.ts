// What a check found, as data: the page says it in plain words. Nothing is ever called good that was not looked at.

/** Why something could not be looked at, or what is wrong with it; each has a sentence in the texts (`check-why-*`). */
export type Unchecked =
  /** It stands on the network, and the visitor did not ask to go and get it. */
  | 'not-asked'
  | 'unreachable'
  /** Signed in a way that we cannot check. */
  | 'unknown-proof'
  /** It uses words (JSON-LD contexts) that are not installed here: what they mean is not ours to guess. */
  | 'unknown-words'
  /** Whose key signed it cannot be told: the issuer’s name is not bound to it. */
  | 'unknown-key'

export type Broken =
  /** The signature does not hold: changed since, or never signed by that key. */
  | 'signature'
  /** Nobody signed it, and it names no place where it could be read. */
  | 'unsigned'
  /** The place that it names does not know it, or tells something else. */
  | 'differs'
  /** The issuer that it names has another address than the badge. */
  | 'elsewhere'
  /** It is about something else than the badge in which it stands. */
  | 'other-subject'

export type Integrity = { is: 'holds' } | { is: 'broken'; why: Broken } | { is: 'unchecked'; why: Unchecked }

export type Revocation =
  /** It names no list: it cannot be taken back. */
  { is: 'none' } | { is: 'in-force' } | { is: 'revoked'; reason: string | null } | { is: 'unchecked'; why: Unchecked }

export type Profile = { name: string | null; id: string | null; url: string | null }

export type CheckedEndorsement = {
  name: string | null
  comment: string | null
  issuer: Profile
  /** About the badge as one earned it, about what it means, or about who issues it. */
  about: 'badge' | 'achievement' | 'issuer'
  integrity: Integrity
  revocation: Revocation
  validUntil: string | null
}

export type Report = {
  what: 'badge' | 'endorsement'
  standard: '3.0' | '2.0'
  /** Of the credential or assertion itself. */
  id: string | null
  name: string | null
  description: string | null
  criteria: string | null
  /** The learner’s or the issuer’s words. */
  narrative: string | null
  issuer: Profile
  /** Who earned it, where the badge says it in the clear. */
  recipient: string | null
  /** Instants, as the badge has them and as they can be read. */
  validFrom: string | null
  validUntil: string | null
  integrity: Integrity
  revocation: Revocation
  endorsements: CheckedEndorsement[]
}

/** Where it stands now, dates and all. `good` says that everything that can be said was looked at. */
export type Standing = 'good' | 'broken' | 'revoked' | 'expired' | 'not-yet' | 'unchecked'

export function standingOf(report: Report, now: Date): Standing {
  if (report.integrity.is === 'broken') return 'broken'
  if (report.revocation.is === 'revoked') return 'revoked'
  if (report.validUntil && Date.parse(report.validUntil) < now.getTime()) return 'expired'
  if (report.validFrom && Date.parse(report.validFrom) > now.getTime() + CLOCKS_APART_MS) return 'not-yet'
  if (report.integrity.is === 'unchecked' || report.revocation.is === 'unchecked') return 'unchecked'
  return 'good'
}

/** Two clocks are never quite the same. */
const CLOCKS_APART_MS = 300_000
