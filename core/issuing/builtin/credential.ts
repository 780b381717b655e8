// A whole claim as an Open Badge, not yet signed. https://www.imsglobal.org/spec/ob/v3p0/ (OpenBadgeCredential)
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { ClaimDocument } from '../../model/document.ts'
import type { Instant } from '../../model/time.ts'
import type { IssueDetails } from '../port.ts'
import { achievementOf, badgeName, resultsOf } from './achievement.ts'
import { evidenceOf } from './evidence.ts'
import { OB_CONTEXTS } from './offline.ts'
import type { IssuingOrganisation } from './organisation.ts'
import type { Credential, Unsigned } from './sign.ts'
import { statusEntry } from './statusList.ts'
import { WORDING } from './wording.ts'

const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

export function credentialOf(
  claim: ClaimDocument,
  details: IssueDetails,
  from: { organisation: IssuingOrganisation; issuer: { id: string }; publicUrl: string; endorsements: Credential[] },
): Unsigned {
  const achievement = achievementOf(claim, details, from.organisation, from.publicUrl)
  const evidence = evidenceOf(claim)
  const result = resultsOf(claim, details, from.publicUrl)
  return {
    '@context': OB_CONTEXTS,
    id: claim.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: badgeName(claim, from.organisation),
    description: achievement.description,
    issuer: from.issuer,
    validFrom: seconds(details.now),
    ...(details.meaning.expires && { validUntil: after(details.now, details.meaning.expires) }),
    credentialSubject: {
      ...subject(claim),
      type: ['AchievementSubject'],
      achievement,
      ...(claim.narrative && { narrative: narrativeOf(claim, claim.narrative.text) }),
      ...(result.length > 0 && { result }),
    },
    ...(evidence.length > 0 && { evidence }),
    ...(from.endorsements.length > 0 && { endorsement: from.endorsements }),
    credentialStatus: statusEntry(from.publicUrl, from.organisation.id, details.statusIndex),
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  }
}

/** The learner's own words; what was done together stands before them. */
const narrativeOf = ({ project, learner }: ClaimDocument, told: string): string =>
  project ? `${WORDING[learner.language].project(project.context)}\n\n${told}` : told

/**
 * Who earned it: a name that means nothing elsewhere, or the digest of an address that the learner agreed to give
 * (Open Badges: `sha256$` and hex SHA-256 of e-mail followed by salt).
 */
function subject({ learner }: ClaimDocument) {
  if (!learner.contact || !('email' in learner.contact)) return { id: `urn:uuid:${randomUUID()}` }
  const salt = randomBytes(16).toString('hex')
  const hash = createHash('sha256').update(`${learner.contact.email.trim().toLowerCase()}${salt}`).digest('hex')
  return {
    identifier: [{ type: 'IdentityObject', hashed: true, identityHash: `sha256$${hash}`, identityType: 'emailAddress', salt }],
  }
}

/** Credentials speak in whole seconds. */
export const seconds = (instant: Instant): Instant => `${new Date(instant).toISOString().slice(0, 19)}Z`

/** `instant` plus `P2Y` or `P6M`, UTC; where the month is too short, its last day. */
export function after(instant: Instant, duration: string): Instant {
  const [, count, unit] = /^P(\d+)([YM])$/.exec(duration) ?? []
  if (!count) throw new Error(`${duration} is not a duration in years or months`)
  const date = new Date(instant)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + Number(count) * (unit === 'Y' ? 12 : 1))
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return seconds(date.toISOString())
}
