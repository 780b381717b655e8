// An organisation that signs: its keys, its name for verifiers, what it issues.
import { isDeepStrictEqual } from 'node:util'
import type { ClaimDocument } from '../../model/document.ts'
import type { Instant } from '../../model/time.ts'
import type { IssueDetails } from '../port.ts'
import { credentialOf, seconds } from './credential.ts'
import { type DidDocument, didDocumentOf, didKeyOf, didWebOf, keyIdOf } from './did.ts'
import { type Endorsement, endorsementCredentialOf } from './endorsement.ts'
import { type KeyRing, openKeys, rotateKeys } from './keys.ts'
import { OB_CONTEXTS } from './offline.ts'
import type { IssuingOrganisation } from './organisation.ts'
import { type Credential, type SigningKey, sign, type Unsigned } from './sign.ts'
import { parseListId, statusListOf } from './statusList.ts'
import { type Verification, type VerifyOptions, verify } from './verify.ts'

export type Issuer = {
  organisation: IssuingOrganisation
  /** The identity that signs now. A did:key changes with the key; a did:web stays. */
  did: () => Promise<string>
  didDocument: () => Promise<DidDocument>
  /** Every name under which it signs or has signed: the did:key of each key, and the did:web where there is one. */
  names: () => Promise<string[]>
  /** What `/issuer` tells: an Open Badges Profile. */
  profile: () => Promise<Profile>
  /** The claim as a signed Open Badge. Throws an Error in plain words when it cannot be signed. */
  issue: (claim: ClaimDocument, details: IssueDetails) => Promise<{ credential: Credential }>
  /**
   * The same badge, signed again with whatever confirmations the claim has now; undefined: it carries them all. Id, dates and the place in
   * the status list stay, so what was signed before is superseded, not revoked.
   */
  reissue: (credential: Credential, claim: ClaimDocument, now: Instant) => Promise<Credential | undefined>
  /** What an endorser said, signed on their behalf. Throws when they did not say yes. */
  endorse: (claim: ClaimDocument, endorsementId: string, now: Instant) => Promise<Credential>
  /** The signed list `/status/:id`; undefined when it is not one of ours. `revoked`: every revoked statusIndex. */
  statusList: (id: string, revoked: number[], now: Instant) => Promise<Credential | undefined>
  verify: (credential: unknown, options: VerifyOptions) => Promise<Verification>
  /** A new key signs from now on; what was issued stays good. */
  rotateKey: () => Promise<void>
}

export type Profile = {
  '@context': string[]
  id: string
  type: string[]
  name: string
  url: string
  email?: string
  description?: string
}

export type IssuerSettings = { dataDir: string; publicUrl: string; organisation: IssuingOrganisation }

/** Makes the organisation's key when it has none. Keys are read again each time: another process may have changed them. */
export async function openIssuer({ dataDir, publicUrl, organisation }: IssuerSettings): Promise<Issuer> {
  // A trial never signs under the house's own name, even where the house has one.
  const web = organisation.trial ? undefined : didWebOf(publicUrl)
  const keys = () => openKeys(dataDir, organisation.id)
  const didOf = (ring: KeyRing) => web ?? didKeyOf(ring.current.publicKeyMultibase)
  await keys()

  async function signing() {
    const ring = await keys()
    const did = didOf(ring)
    const { publicKeyMultibase, secretKeyMultibase } = ring.current
    const key: SigningKey = { id: keyIdOf(did, publicKeyMultibase), controller: did, publicKeyMultibase, secretKeyMultibase }
    const { name, url, email, description } = organisation
    const profile = { id: did, type: ['Profile'], name, url, ...(email && { email }), ...(description && { description }) }
    return { key, issuer: profile }
  }

  const didDocument = async () => {
    const ring = await keys()
    const all = web ? [ring.current, ...ring.retired] : [ring.current]
    return didDocumentOf(
      didOf(ring),
      all.map((key) => key.publicKeyMultibase),
    )
  }

  async function endorse(claim: ClaimDocument, endorsement: Endorsement, now: Instant): Promise<Credential> {
    const { key, issuer } = await signing()
    return sign(endorsementCredentialOf(claim, endorsement, issuer, seconds(endorsement.at ?? now)), key, now)
  }

  return {
    organisation,
    did: async () => didOf(await keys()),
    didDocument,
    names: async () => {
      const ring = await keys()
      return [...(web ? [web] : []), ...[ring.current, ...ring.retired].map((key) => didKeyOf(key.publicKeyMultibase))]
    },
    profile: async () => ({ '@context': OB_CONTEXTS.slice(0, 2), ...(await signing()).issuer }),
    async issue(claim, details) {
      const { key, issuer } = await signing()
      const yes = claim.endorsements.filter(({ verdict }) => verdict === 'yes')
      const endorsements = await Promise.all(yes.map(async (e) => (e.credential as Credential | null) ?? endorse(claim, e, details.now)))
      return { credential: await sign(credentialOf(claim, details, { organisation, issuer, publicUrl, endorsements }), key, details.now) }
    },
    async reissue({ proof: _, ...before }, claim, now) {
      const carried = [before.endorsement ?? []].flat() as Credential[]
      const yes = claim.endorsements.filter(({ verdict }) => verdict === 'yes')
      // its own credential, where it has one by now, takes the place of what was signed along with the badge
      const latest = await Promise.all(
        yes.map(
          async (e) =>
            (e.credential as Credential | null) ?? carried.find(({ id }) => id === `urn:uuid:${e.id}`) ?? (await endorse(claim, e, now)),
        ),
      )
      if (isDeepStrictEqual(latest, before.endorsement ?? [])) return undefined
      const { key, issuer } = await signing()
      const { endorsement: __, ...bare } = before
      return sign({ ...bare, issuer, ...(latest.length > 0 && { endorsement: latest }) } as Unsigned, key, now)
    },
    async endorse(claim, endorsementId, now) {
      const endorsement = claim.endorsements.find(({ id }) => id === endorsementId)
      if (endorsement?.verdict !== 'yes') throw new Error(`endorsement ${endorsementId} does not confirm ${claim.id}`)
      return endorse(claim, endorsement, now)
    },
    async statusList(id, revoked, now) {
      const asked = parseListId(id)
      if (asked?.organisation !== organisation.id) return undefined
      const { key, issuer } = await signing()
      return sign(statusListOf(`${publicUrl}/status/${id}`, asked.list, revoked, issuer, seconds(now)), key, now)
    },
    verify: async (credential, options) =>
      verify(credential, { ...options, identities: [await didDocument(), ...(options.identities ?? [])] }),
    rotateKey: async () => void (await rotateKeys(dataDir, organisation.id)),
  }
}

/**
 * What `/.well-known/did.json` tells. Organisations that share a did:web stand in one document, each with its keys;
 * without https there is no did:web, and the first one's own did:key stands there.
 */
export async function wellKnownDid(issuers: Issuer[]): Promise<DidDocument | undefined> {
  const documents = await Promise.all(issuers.map((issuer) => issuer.didDocument()))
  const [first] = documents.filter(({ id }) => id.startsWith('did:web:')).concat(documents)
  if (!first) return undefined
  const shared = documents.filter(({ id }) => id === first.id)
  const methods = shared.flatMap(({ verificationMethod }) => verificationMethod)
  return { ...first, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id) }
}
