// An assertion of Open Badges 2.0: what it says is true where its issuer hosts it, or where its issuer's key signed it.
// https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html (verification)
import { compactVerify, importSPKI } from 'jose'
import type { Reach, Reached } from './reach.ts'
import type { Integrity, Profile, Report, Revocation } from './report.ts'
import { ALGORITHMS } from './token.ts'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const json = (value: unknown): Json => (isJson(value) ? value : {})
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null)
/** ISO 8601, or the seconds of first issuers. */
const instant = (value: unknown): string | null => {
  const date = new Date(typeof value === 'number' ? value * 1000 : String(value ?? ''))
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

export const isAssertion = (value: Json): boolean =>
  [value.type ?? []].flat().includes('Assertion') ||
  ('recipient' in value && 'badge' in value && ('verification' in value || 'verify' in value))

type Part = { value: Json; integrity: Integrity }

/** `token`: it came signed, as a JSON Web Signature. */
export async function checkAssertion(assertion: Json, token: string | undefined, reach: Reach): Promise<Report> {
  const hosted = token ? undefined : await hostedCopy(assertion, reach)
  const said = hosted?.value ?? assertion
  const badge = await part(said.badge, reach, { value: said, integrity: hosted?.integrity ?? { is: 'holds' } })
  const issuer = await part(badge.value.issuer, reach, badge)
  const profile: Profile = { id: text(issuer.value.id), name: text(issuer.value.name), url: text(issuer.value.url) }
  const integrity = token
    ? await checkSigned(token, said, issuer, reach)
    : belongs(said, issuer, worst([hosted!.integrity, badge.integrity, issuer.integrity]))
  return {
    what: 'badge',
    standard: '2.0',
    id: text(said.id),
    name: text(badge.value.name),
    description: text(badge.value.description),
    criteria: text(json(badge.value.criteria).narrative) ?? text(badge.value.criteria),
    narrative: text(said.narrative) ?? text(json([said.evidence ?? []].flat()[0]).narrative),
    issuer: profile,
    recipient: null,
    validFrom: instant(said.issuedOn),
    validUntil: instant(said.expires),
    integrity,
    revocation: hosted ? hosted.revocation : await revocationOf(said, issuer.value, reach),
    endorsements: [],
  }
}

/** What stands at the assertion’s own address is what counts; what somebody carries around is only a copy. */
async function hostedCopy(assertion: Json, reach: Reach): Promise<Part & { revocation: Revocation }> {
  const address = text(assertion.id) ?? text(json(assertion.verification ?? assertion.verify).url)
  if (!address || !/^https?:/i.test(address)) {
    return { value: assertion, integrity: { is: 'broken', why: 'unsigned' }, revocation: { is: 'none' } }
  }
  const reached = await reach(address)
  const integrity = integrityOf(reached)
  if (reached.is !== 'found' && reached.is !== 'gone') {
    return { value: assertion, integrity, revocation: integrity.is === 'unchecked' ? integrity : { is: 'in-force' } }
  }
  const nobodys: Integrity & Revocation = { is: 'unchecked', why: 'unknown-key' }
  if (!isAt(reached, address)) return { value: assertion, integrity: nobodys, revocation: nobodys }
  const hosted = reached.content.is === 'json' ? reached.content.value : {}
  if (hosted.revoked === true || reached.is === 'gone') {
    return { value: assertion, integrity: { is: 'holds' }, revocation: { is: 'revoked', reason: text(hosted.revocationReason) } }
  }
  const isSame = (text(hosted.id) ?? address) === address && sameRecipient(hosted.recipient, assertion.recipient)
  return isSame
    ? { value: hosted, integrity, revocation: { is: 'in-force' } }
    : { value: assertion, integrity: { is: 'broken', why: 'differs' }, revocation: { is: 'in-force' } }
}

const sameRecipient = (one: unknown, other: unknown): boolean =>
  other === undefined || (json(one).identity ?? one) === (json(other).identity ?? other)

/** A badge class or an issuer: given whole, or by its address. `within`: what gives it. */
async function part(given: unknown, reach: Reach, within: Part): Promise<Part> {
  const address = text(given) ?? text(json(given).id)
  if (!address || !/^https?:/i.test(address)) {
    // what is written inside is as good as what it is written in; what is not there to be read, as what would name it
    const isThere = isJson(given) || within.integrity.is !== 'holds'
    return { value: json(given), integrity: isThere ? within.integrity : { is: 'broken', why: 'unsigned' } }
  }
  const reached = await reach(address)
  const read = reached.is === 'found' && reached.content.is === 'json' ? reached.content.value : undefined
  // it is who stands at that address, whatever it writes of itself
  const isIt = !read || (isAt(reached, address) && (text(read.id) ?? address) === address)
  return {
    value: { ...(read ?? json(given)), id: address },
    integrity: isIt ? integrityOf(reached) : { is: 'unchecked', why: 'unknown-key' },
  }
}

/** An answer from another site than the one that was asked (an open redirect is enough) proves nothing of that one. */
const isAt = (reached: Reached, address: string): boolean =>
  !('url' in reached) || !URL.canParse(address) || new URL(reached.url).host === new URL(address).host

function integrityOf(reached: Reached): Integrity {
  if (reached.is === 'missing') return { is: 'unchecked', why: reached.why }
  if (reached.is === 'none') return { is: 'unchecked', why: 'unreachable' }
  return reached.content.is === 'json' ? { is: 'holds' } : { is: 'broken', why: 'differs' }
}

const worst = (all: Integrity[]): Integrity =>
  all.find(({ is }) => is === 'broken') ?? all.find(({ is }) => is === 'unchecked') ?? { is: 'holds' }

/** Anybody can host an assertion that names somebody else as its issuer: both must live at the same place, or the issuer must say otherwise. */
function belongs(assertion: Json, issuer: Part, integrity: Integrity): Integrity {
  const id = text(assertion.id)
  const home = text(issuer.value.id)
  if (integrity.is !== 'holds') return integrity
  // an issuer without an address is a name, and anybody can write one
  if (!id || !home || !URL.canParse(id) || !URL.canParse(home)) return { is: 'unchecked', why: 'unknown-key' }
  const { allowedOrigins, startsWith } = json(issuer.value.verification)
  const begins = [startsWith ?? []].flat().filter((one) => typeof one === 'string')
  const origins = [allowedOrigins ?? []].flat().map((one) => String(one).replace(/^https?:\/\//, ''))
  const isThere = begins.length
    ? begins.some((one) => id.startsWith(one))
    : (origins.length ? origins : [new URL(home).host]).includes(new URL(id).host)
  return isThere ? integrity : { is: 'broken', why: 'elsewhere' }
}

async function checkSigned(token: string, assertion: Json, issuer: Part, reach: Reach): Promise<Integrity> {
  const named = json(assertion.verification ?? assertion.verify)
  const creator = text(named.creator) ?? text(named.url) ?? text([issuer.value.publicKey ?? []].flat()[0])
  if (!creator) return { is: 'unchecked', why: 'unknown-key' }
  if (issuer.integrity.is !== 'holds') return issuer.integrity
  const reached = await reach(creator)
  if (reached.is === 'missing') return { is: 'unchecked', why: reached.why }
  const key = reached.is === 'found' && reached.content.is === 'json' ? reached.content.value : {}
  const pem = text(key.publicKeyPem)
  const isTheirs =
    key.owner === issuer.value.id && [issuer.value.publicKey ?? []].flat().some((one) => (text(one) ?? json(one).id) === creator)
  if (!pem || !isTheirs) return { is: 'unchecked', why: 'unknown-key' }
  try {
    const { alg } = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString('utf8')) as { alg?: string }
    if (!alg || !ALGORITHMS.includes(alg)) return { is: 'unchecked', why: 'unknown-proof' }
    await compactVerify(token, await importSPKI(pem, alg), { algorithms: ALGORITHMS })
    return { is: 'holds' }
  } catch {
    return { is: 'broken', why: 'signature' }
  }
}

/** Of a signed one: the issuer’s list of what it took back, when it has one. */
async function revocationOf(assertion: Json, issuer: Json, reach: Reach): Promise<Revocation> {
  const list = text(issuer.revocationList)
  if (!list) return Object.keys(issuer).length > 1 ? { is: 'none' } : { is: 'unchecked', why: 'unknown-key' }
  const reached = await reach(list)
  if (reached.is !== 'found') return { is: 'unchecked', why: reached.is === 'missing' ? reached.why : 'unreachable' }
  const named = reached.content.is === 'json' ? [reached.content.value.revokedAssertions ?? []].flat() : []
  const found = named.find((one) => (text(one) ?? json(one).id ?? json(one).uid) === assertion.id)
  return found === undefined ? { is: 'in-force' } : { is: 'revoked', reason: text(json(found).revocationReason) }
}
