// Who signs, as verifiers look it up: did:web where the world reaches us over https, did:key everywhere else.
// did:web: https://w3c-ccg.github.io/did-method-web/ · did:key: https://w3c-ccg.github.io/did-method-key/

export const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1'
const DID_CONTEXT = 'https://www.w3.org/ns/did/v1'

export type VerificationMethod = { id: string; type: 'Multikey'; controller: string; publicKeyMultibase: string }
export type DidDocument = {
  '@context': string[]
  id: string
  verificationMethod: VerificationMethod[]
  assertionMethod: string[]
}

/** `https://badges.example.org` → `did:web:badges.example.org`; undefined where did:web cannot work. A port's colon is escaped. */
export function didWebOf(publicUrl: string): string | undefined {
  const { protocol, host, pathname } = new URL(publicUrl)
  if (protocol !== 'https:') return undefined
  const path = pathname.split('/').filter(Boolean)
  return ['did:web', host.replace(':', '%3A'), ...path].join(':')
}

export const didKeyOf = (publicKeyMultibase: string): string => `did:key:${publicKeyMultibase}`

/** The key's own name, with the fragment that verifiers insist on. */
export const keyIdOf = (did: string, publicKeyMultibase: string): string => `${did}#${publicKeyMultibase}`

/** The keys may sign credentials, and nothing else. */
export function didDocumentOf(did: string, publicKeys: string[]): DidDocument {
  const verificationMethod = publicKeys.map((publicKeyMultibase) => ({
    id: keyIdOf(did, publicKeyMultibase),
    type: 'Multikey' as const,
    controller: did,
    publicKeyMultibase,
  }))
  return {
    '@context': [DID_CONTEXT, MULTIKEY_CONTEXT],
    id: did,
    verificationMethod,
    assertionMethod: verificationMethod.map(({ id }) => id),
  }
}

/** The document that a did:key stands for; undefined for anything else. */
export function resolveDidKey(did: string): DidDocument | undefined {
  const key = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]+)$/.exec(did)?.[1]
  return key ? didDocumentOf(did, [key]) : undefined
}
