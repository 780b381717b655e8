// An Open Badge 3.0, or an endorsement that stands alone: what it says, and what of it can be believed.
import { checkProof } from './proof.ts'
import type { Reach } from './reach.ts'
import type { CheckedEndorsement, Integrity, Profile, Report } from './report.ts'
import { checkStatus } from './status.ts'
import { checkToken, credentialIn, payloadOf } from './token.ts'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const json = (value: unknown): Json => (isJson(value) ? value : {})
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null)
/** Open Badges says nearly everything in one or several. */
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)
const instant = (value: unknown): string | null => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null)
const typesOf = (value: Json): unknown[] => [value.type ?? []].flat()

export const isCredential = (value: Json): boolean => typesOf(value).includes('VerifiableCredential')

export const profileOf = (issuer: unknown): Profile =>
  typeof issuer === 'string'
    ? { id: issuer, name: null, url: null }
    : { id: text(json(issuer).id), name: text(json(issuer).name), url: text(json(issuer).url) }

/** So many are looked at one by one; a badge with more is nobody’s. */
const MOST_ENDORSEMENTS = 20

/** `token`: the credential came signed from outside, as a JSON Web Token. */
export async function checkCredential(credential: Json, token: string | undefined, reach: Reach): Promise<Report> {
  const subject = json(first(credential.credentialSubject))
  const achievement = json(first(subject.achievement))
  const issuer = profileOf(credential.issuer)
  const isEndorsement = typesOf(credential).includes('EndorsementCredential')
  return {
    what: isEndorsement ? 'endorsement' : 'badge',
    standard: '3.0',
    id: text(credential.id),
    name: text(credential.name) ?? text(achievement.name),
    description: text(achievement.description) ?? text(credential.description),
    criteria: text(json(achievement.criteria).narrative),
    narrative: isEndorsement ? text(subject.endorsementComment) : text(subject.narrative),
    issuer,
    recipient: text(subject.name) ?? nameIn(subject.identifier),
    validFrom: instant(credential.validFrom ?? credential.issuanceDate),
    validUntil: instant(credential.validUntil ?? credential.expirationDate ?? endOf(token)),
    integrity: await (token ? checkToken(token, issuer.id, reach) : checkProof(credential, reach)),
    revocation: await checkStatus(credential, issuer.id, reach),
    endorsements: isEndorsement ? [] : await endorsementsOf(credential, achievement, reach),
  }
}

/** When the token itself ends (RFC 7519, `exp`: seconds). */
function endOf(token: string | undefined): string | null {
  const { exp } = (token && payloadOf(token)) || {}
  return typeof exp === 'number' && Math.abs(exp) < 1e11 ? new Date(exp * 1000).toISOString() : null
}

/** A name in the clear among the identifiers; digests are nobody’s business here. */
function nameIn(identifiers: unknown): string | null {
  const named = [identifiers ?? []]
    .flat()
    .map(json)
    .find((one) => one.identityType === 'name' && one.hashed !== true)
  return named ? text(named.identityHash) : null
}

async function endorsementsOf(credential: Json, achievement: Json, reach: Reach): Promise<CheckedEndorsement[]> {
  const places = [
    { of: credential, about: 'badge', target: credential.id },
    { of: achievement, about: 'achievement', target: achievement.id },
    { of: json(credential.issuer), about: 'issuer', target: json(credential.issuer).id },
  ] as const
  const found = places.flatMap(({ of, about, target }) => [
    ...[of.endorsement ?? []].flat().map((given) => ({ given: json(given), token: undefined, about, target })),
    ...[of.endorsementJwt ?? []].flat().flatMap((token) => {
      const payload = typeof token === 'string' ? payloadOf(token) : undefined
      return payload ? [{ given: credentialIn(payload), token: token as string, about, target }] : []
    }),
  ])
  const checked: CheckedEndorsement[] = []
  for (const { given, token, about, target } of found.slice(0, MOST_ENDORSEMENTS)) {
    const subject = json(first(given.credentialSubject))
    const issuer = profileOf(given.issuer)
    const integrity: Integrity =
      subject.id !== target
        ? { is: 'broken', why: 'other-subject' }
        : await (token ? checkToken(token, issuer.id, reach) : checkProof(given, reach))
    checked.push({
      name: text(given.name),
      comment: text(subject.endorsementComment),
      issuer,
      about,
      integrity,
      revocation: await checkStatus(given, issuer.id, reach),
      validUntil: instant(given.validUntil ?? given.expirationDate),
    })
  }
  return checked
}
