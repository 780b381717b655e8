// A claim as a document: what exports and issuing backends get, built from the facts. No platform's id leaves: the document is
// made field by field, and checked on the way out by a schema that takes nothing else.
import type { Meaning } from './badge.ts'
import { type ClaimDocument, claimJsonSchema, claimSchema } from './claimSchema.ts'
import type { Answer, ClaimTree, Consent, Endorsement, Evidence } from './rows.ts'
import { statusOf } from './status.ts'
import { iso } from './time.ts'
import { timelineOf } from './timeline.ts'

export { type ClaimDocument, claimJsonSchema, claimSchema }

export type DocumentSource = {
  claim: ClaimTree
  /** As the claim pinned it. */
  meaning: Meaning
  badgeVersionNumber: number
  learnerName: string | null
  issuerName: string
  structure: { id: string; name: string } | null
  workshop: { id: string; name: string } | null
  /** What was done together, in the words of whoever told it. */
  project: { id: string; context: string } | null
  /** Without trailing slash; links to evidence that everyone may see begin with it. */
  publicUrl: string
  /** Hex SHA-256 of e-mail followed by salt: leaves instead of the address where passing that on was not agreed to. */
  contactHash?: { hash: string; salt: string } | null
}

/** Throws a ZodError when the facts cannot make a valid document: that is a fault of ours. */
export function documentOf(source: DocumentSource): ClaimDocument {
  const { claim, meaning } = source
  const kept = claim.evidence.filter((e) => e.state === 'kept' && !e.removedAt)
  const decided = claim.decisions.at(-1)
  return claimSchema.parse({
    id: `urn:uuid:${claim.id}`,
    status: statusOf(claim, meaning.policy),
    badge: {
      id: meaning.badge,
      version: source.badgeVersionNumber,
      name: meaning.name[claim.language],
      issuer: { id: meaning.issuer, name: source.issuerName },
      structure: source.structure && { id: source.structure.id, name: source.structure.name },
    },
    learner: { name: source.learnerName, contact: contactOf(source), language: claim.language },
    answers: claim.answers.filter((a) => !a.supersededAt && !a.skipped).map((answer) => answerOf(answer, kept)),
    narrative:
      claim.narrative && claim.digest && claim.approvedAt
        ? { text: claim.narrative, digest: claim.digest, approvedAt: iso(claim.approvedAt) }
        : null,
    evidence: kept.map((e) => evidenceOf(e, source)),
    endorsements: claim.endorsements.filter((e) => !e.withdrawnAt).map(endorsementOf),
    decision: decided ? { by: decided.byName, outcome: decided.outcome, reason: decided.reason, at: iso(decided.at) } : null,
    consent: {
      audience: claim.audience,
      email: agreed(claim, 'email'),
      share: claim.sharedAt !== null,
      given: claim.consents.filter(({ what }) => !NOT_CONSENTS.has(what)).map(consentOf),
    },
    workshop: source.workshop && { id: source.workshop.id, name: source.workshop.name },
    ...(source.project && { project: { id: source.project.id, context: source.project.context } }),
    timeline: timelineOf(claim, meaning.policy),
    issuances: claim.issuances.map(({ backend, state, reference, url }) => ({ backend, state, reference, url })),
  })
}

/** Kept as consents too, because they end a prompt; they consent to nothing that leaves. */
const NOT_CONSENTS = new Set<Consent['what']>(['add', 'project', 'take', 'code'])

/** Where a piece of evidence is read by everyone, once the badge is shared. */
export const evidenceUrl = (publicUrl: string, claimId: string, evidenceId: string): string =>
  `${publicUrl}/b/${claimId}/evidence/${evidenceId}`

/** The last word on `what` that was not ended, and is not a no. */
const agreed = (claim: ClaimTree, what: Consent['what']): boolean => {
  const last = claim.consents.filter((c) => c.what === what).at(-1)
  return last !== undefined && last.endedAt === null && last.choice !== 'no'
}

const consentOf = ({ what, choice, asked, at, through, endedAt }: Consent) => ({
  what,
  choice,
  asked,
  at: iso(at),
  through,
  endedAt: endedAt && iso(endedAt),
})

const contactOf = ({ claim, contactHash }: DocumentSource) => {
  if (!claim.email) return null
  if (agreed(claim, 'email')) return { email: claim.email }
  return contactHash ? { hash: contactHash.hash, salt: contactHash.salt } : null
}

/** `q:ID` and `c:ID` are the catalogue's own ids; what we added ourselves (`f:ID`, `more:N`) keeps its prefix. */
const questionOf = (prompt: string): string => prompt.replace(/^[qc]:/, '')

const answerOf = (answer: Answer, kept: Evidence[]) => ({
  question: questionOf(answer.prompt),
  asked: answer.asked,
  text: answer.text,
  media: kept.filter((e) => e.prompt === answer.prompt).map(({ id, kind, mediaType, seconds }) => ({ id, kind, mediaType, seconds })),
  transcript: null,
  level: answer.level,
})

const evidenceOf = (evidence: Evidence, { claim, publicUrl }: DocumentSource) => ({
  id: evidence.id,
  kind: evidence.kind,
  mediaType: evidence.mediaType,
  size: evidence.size,
  sha256: evidence.sha256,
  sourceSha256: evidence.sourceSha256,
  caption: evidence.caption,
  consent: claim.audience,
  url: claim.audience === 'everyone' ? (evidence.url ?? evidenceUrl(publicUrl, claim.id, evidence.id)) : null,
})

const endorsementOf = (e: Endorsement) => {
  const settled = e.settledAt !== null
  return {
    id: e.id,
    by: {
      name: e.anonymous ? null : e.name,
      role: e.role,
      organisation: e.anonymous ? null : e.organisation,
      standing: e.standing,
    },
    channel: e.channel,
    verdict: settled ? e.verdict : null,
    comment: settled ? e.comment : null,
    shownDigest: e.shownDigest,
    at: settled && e.at ? iso(e.at) : null,
    credential: e.credential ?? null,
  }
}
