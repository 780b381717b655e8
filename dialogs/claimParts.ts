// A claim and the rows that belong to it.
import type { Claim, Evidence } from '../core/model/rows.ts'
import type { Attachment } from './vocabulary.ts'
import type { PinnedClaim } from './world.ts'

/** The parts of a claim that are rows of their own. */
export const PARTS = {
  Answer: 'answers',
  Evidence: 'evidence',
  Consent: 'consents',
  Endorsement: 'endorsements',
  Decision: 'decisions',
  Issuance: 'issuances',
} as const
export type Part = keyof typeof PARTS

/** The claim without what belongs to it. */
export function claimRow(claim: PinnedClaim, version: number): Claim {
  const {
    answers: _a,
    evidence: _e,
    consents: _c,
    endorsements: _n,
    decisions: _d,
    issuances: _i,
    meaning: _m,
    badgeNumber: _b,
    learnerName: _l,
    project: _p,
    offered: _o,
    helpTill: _h,
    ...row
  } = claim
  return { ...row, version }
}

/** What was sent and not taken back or refused; of one prompt, or of all. */
export const evidenceInHand = (claim: PinnedClaim, prompt?: string): Evidence[] =>
  claim.evidence.filter((e) => e.state !== 'refused' && !e.removedAt && (prompt === undefined || e.prompt === prompt))

/** What came as a file and is kept. Whether whoever is written to may see it is for the caller to know. */
export const attachmentsOf = (evidence: Evidence[]): Attachment[] =>
  evidence.flatMap((e) =>
    e.state === 'kept' && !e.removedAt && e.file && e.mediaType && e.kind !== 'link'
      ? [{ is: 'evidence' as const, id: e.id, kind: e.kind, file: e.file, mediaType: e.mediaType }]
      : [],
  )
