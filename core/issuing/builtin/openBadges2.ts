// The same badge for what reads Open Badges 2.0 alone: three documents that the issuer hosts, and that point at each other.
// https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html
import type { Alignment, Meaning } from '../../model/badge.ts'
import type { Claim, Language } from '../../model/rows.ts'
import type { IssuingOrganisation } from './organisation.ts'
import { WORDING } from './wording.ts'

const CONTEXT = 'https://w3id.org/openbadges/v2'

/** Where each of them stands, for ever. A badge class is one version of a badge, in one language, as one organisation issues it. */
export const assertionUrl = (publicUrl: string, claim: string, ending = 'json'): string => `${publicUrl}/b/${claim}/assertion.${ending}`
export const issuerUrl = (publicUrl: string, organisation: string): string => `${publicUrl}/issuers/${organisation}.json`
export const classUrl = (publicUrl: string, { organisation, badge, number, language }: ClassName, ending = 'json'): string =>
  `${publicUrl}/badges/${organisation}/${badge}.${number}.${language}.${ending}`

export type ClassName = { organisation: string; badge: string; number: number; language: Language }

/** `equipe.2.fr` and its ending; undefined: no badge class is called so. */
export function parseClassFile(file: string): (Omit<ClassName, 'organisation'> & { ending: 'json' | 'png' }) | undefined {
  const [, badge, number, language, ending] = /^([a-z0-9-]{1,56})\.([1-9]\d{0,5})\.(fr|en)\.(json|png)$/.exec(file) ?? []
  return badge ? { badge, number: Number(number), language: language as Language, ending: ending as 'json' | 'png' } : undefined
}

/** What of the 3.0 credential goes into the assertion: both say the same of whom, when and on what. */
type Issued = {
  validFrom?: string
  validUntil?: string
  credentialSubject?: { id?: string; narrative?: string; identifier?: { identityHash: string; salt?: string }[] }
  evidence?: { id?: string; name?: string; description?: string; genre?: string; audience?: string }[]
}

export function assertionOf({
  claim,
  number,
  issued,
  publicUrl,
}: {
  claim: Pick<Claim, 'id' | 'organisationId' | 'badgeId' | 'language'>
  number: number
  issued: Issued
  publicUrl: string
}) {
  const { credentialSubject: subject = {}, evidence = [] } = issued
  const name = { organisation: claim.organisationId, badge: claim.badgeId, number, language: claim.language }
  return {
    '@context': CONTEXT,
    type: 'Assertion',
    id: assertionUrl(publicUrl, claim.id),
    recipient: recipientOf(claim.id, subject),
    image: { type: 'Image', id: assertionUrl(publicUrl, claim.id, 'png') },
    badge: classUrl(publicUrl, name),
    issuedOn: issued.validFrom,
    ...(issued.validUntil && { expires: issued.validUntil }),
    ...(subject.narrative && { narrative: subject.narrative }),
    ...(evidence.length > 0 && { evidence: evidence.map(evidenceOf) }),
    verification: { type: 'hosted' },
  }
}

/** Never a name, never an address: a digest of an address that the learner agreed to give, or a name that means nothing elsewhere. */
function recipientOf(claim: string, { id, identifier }: NonNullable<Issued['credentialSubject']>) {
  const [hashed] = identifier ?? []
  if (hashed) return { type: 'email', hashed: true, identity: hashed.identityHash, ...(hashed.salt && { salt: hashed.salt }) }
  return { type: 'id', hashed: false, identity: id ?? `urn:uuid:${claim}` }
}

const evidenceOf = ({ id, name, description, genre, audience }: NonNullable<Issued['evidence']>[number]) => ({
  type: 'Evidence',
  ...(id && { id }),
  ...(name && { name }),
  ...(description && { description }),
  ...(genre && { genre }),
  ...(audience && { audience }),
})

/** What stands at the assertion’s address once it was taken back; with status 410. */
export const revokedAssertionOf = (publicUrl: string, claim: string, reason: string | null) => ({
  '@context': CONTEXT,
  type: 'Assertion',
  id: assertionUrl(publicUrl, claim),
  revoked: true,
  ...(reason && { revocationReason: reason }),
})

export function badgeClassOf(
  name: ClassName,
  meaning: Meaning,
  from: { publicUrl: string; organisation: IssuingOrganisation; tags: string[]; alignment: Alignment[] },
) {
  const { publicUrl, organisation, tags, alignment } = from
  const { language } = name
  return {
    '@context': CONTEXT,
    '@language': language,
    type: 'BadgeClass',
    id: classUrl(publicUrl, name),
    name: organisation.trial ? `${meaning.name[language]} ${WORDING[language].trial}` : meaning.name[language],
    description: meaning.description[language],
    image: classUrl(publicUrl, name, 'png'),
    criteria: { type: 'Criteria', narrative: WORDING[language].criteria(meaning.criteria.map((criterion) => criterion.name[language])) },
    issuer: issuerUrl(publicUrl, name.organisation),
    ...(tags.length > 0 && { tags }),
    ...(alignment.length > 0 && { alignment: alignment.map((one) => ({ type: 'AlignmentObject', ...one })) }),
  }
}

export const hostedIssuerOf = (publicUrl: string, { id, name, url, email, description }: IssuingOrganisation) => ({
  '@context': CONTEXT,
  type: 'Issuer',
  id: issuerUrl(publicUrl, id),
  name,
  url,
  ...(email && { email }),
  ...(description && { description }),
})
