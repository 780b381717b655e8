// Evidence in a credential: described, and fixed by its digest. Only what everyone may see has an address.
import { createHash } from 'node:crypto'
import type { ClaimDocument } from '../../model/document.ts'
import { WORDING } from './wording.ts'

export type CredentialEvidence = { id?: string; type: string[]; name: string; digestSRI?: string; [property: string]: unknown }

/** W3C's spelling of a digest (https://www.w3.org/TR/SRI/), from the hex of SHA-256. */
export const sriOf = (sha256: string): string => `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`

/** The badges that a milestone rests on go by the ids of their credentials. A private piece keeps its caption to itself: that is the learner's words about something that only few may see. */
export function evidenceOf(claim: ClaimDocument): CredentialEvidence[] {
  const words = WORDING[claim.learner.language]
  const rests = (claim.restsOn ?? []).map(({ id, name }) => ({ id, type: ['Evidence'], name, genre: 'badge', description: words.below }))
  const pieces = claim.evidence.map((evidence) => ({
    ...(evidence.url && { id: evidence.url }),
    type: ['Evidence'],
    name: words.evidence[evidence.kind],
    genre: evidence.kind,
    ...(evidence.url ? evidence.caption && { description: evidence.caption } : { description: words.private }),
    audience: words.audience[evidence.consent ?? 'tutor'],
    ...(evidence.sha256 && { digestSRI: sriOf(evidence.sha256) }),
  }))
  return [...rests, ...pieces]
}

/** Whether `file` is one of the pieces that the credential was issued on, byte for byte. */
export function isEvidenceOf(credential: { evidence?: unknown }, file: Uint8Array): boolean {
  const digest = sriOf(createHash('sha256').update(file).digest('hex'))
  return [credential.evidence ?? []].flat().some((evidence) => (evidence as CredentialEvidence).digestSRI === digest)
}
