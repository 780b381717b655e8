// What somebody who saw it said: an EndorsementCredential about the claim. They have no key of their own, so the platform signs for
// them, and the credential says so. https://www.imsglobal.org/spec/ob/v3p0/ (EndorsementCredential)
import type { ClaimDocument } from '../../model/document.ts'
import { sriOf } from './evidence.ts'
import { OB_CONTEXTS } from './offline.ts'
import type { Unsigned } from './sign.ts'
import { WORDING } from './wording.ts'

export type Endorsement = ClaimDocument['endorsements'][number]

export const ENDORSEMENT_SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json'

export function endorsementCredentialOf(
  claim: ClaimDocument,
  endorsement: Endorsement,
  issuer: { id: string },
  validFrom: string,
): Unsigned {
  const words = WORDING[claim.learner.language]
  const { by, shownDigest } = endorsement
  return {
    '@context': OB_CONTEXTS,
    id: `urn:uuid:${endorsement.id}`,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: words.endorsement(by),
    description: words.onBehalf(by),
    issuer,
    validFrom,
    credentialSubject: {
      id: claim.id,
      type: ['EndorsementSubject'],
      endorsementComment: endorsement.comment || words.confirmed,
    },
    ...(shownDigest && { evidence: [{ type: ['Evidence'], name: words.shown, ...shownOf(shownDigest, words.shownDigest) }] }),
    credentialSchema: [{ id: ENDORSEMENT_SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  }
}

const shownOf = (digest: string, description: string) =>
  /^[0-9a-f]{64}$/.test(digest) ? { description, digestSRI: sriOf(digest) } : { description: `${description} ${digest}` }
