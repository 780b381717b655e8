// Whose keys they are: what an issuer’s name stands for. did:key and did:jwk say it themselves; did:web and https addresses are read where
// they stand. https://www.w3.org/TR/did-core/ · https://w3c-ccg.github.io/did-method-web/ · https://github.com/quartzjer/did-jwk
import * as ecdsa from '@digitalbazaar/ecdsa-multikey'
import * as ed25519 from '@digitalbazaar/ed25519-multikey'
import { z } from 'zod'
import type { Reach } from './reach.ts'
import type { Unchecked } from './report.ts'

export type Key = { id: string; controller: string; multibase?: string; jwk?: Record<string, unknown> }
/** `assertion`: the names of the keys that may sign badges. */
export type Identity = { id: string; keys: Key[]; assertion: string[] }

export type Found = { identity: Identity } | { missing: Unchecked }

const Method = z.looseObject({
  id: z.string(),
  controller: z.string().optional(),
  publicKeyMultibase: z.string().optional(),
  publicKeyJwk: z.record(z.string(), z.unknown()).optional(),
})
const list = <T extends z.ZodType>(of: T) => z.union([of.transform((one) => [one]), z.array(of)]).optional()
const Document = z.looseObject({
  id: z.string(),
  verificationMethod: list(Method),
  assertionMethod: list(z.union([z.string(), Method])),
})

/** `name`: a DID or an https address; a key’s fragment is left aside. */
export async function identityOf(name: string, reach: Reach): Promise<Found> {
  const id = name.split('#', 1)[0]!
  const key = /^did:key:(z[1-9A-HJ-NP-Za-km-z]{20,200})$/.exec(id)?.[1]
  if (key) {
    const keyId = `${id}#${key}`
    return { identity: { id, keys: [{ id: keyId, controller: id, multibase: key }], assertion: [keyId] } }
  }
  if (id.startsWith('did:jwk:')) return ofJwk(id)
  const address = id.startsWith('did:web:') ? addressOf(id) : /^https:\/\//i.test(id) ? id : undefined
  if (!address) return { missing: 'unknown-key' }
  const reached = await reach(address)
  if (reached.is === 'missing') return { missing: reached.why }
  if (reached.is !== 'found' || reached.content.is !== 'json') return { missing: 'unreachable' }
  const read = Document.safeParse(reached.content.value)
  // a document about somebody else says nothing about this one
  if (!read.success || read.data.id !== id) return { missing: 'unknown-key' }
  return { identity: identityFrom(read.data) }
}

/** `did:web:example.org:issuers:7` → `https://example.org/issuers/7/did.json`. A port’s colon is escaped in it. */
export function addressOf(did: string): string | undefined {
  const [host, ...path] = did.slice('did:web:'.length).split(':')
  try {
    const place = path.length ? path.map(decodeURIComponent).join('/') : '.well-known'
    const url = new URL(`https://${decodeURIComponent(host ?? '')}`)
    url.pathname = `/${place}/did.json`
    return url.href
  } catch {
    return undefined
  }
}

function ofJwk(id: string): Found {
  try {
    const jwk = JSON.parse(Buffer.from(id.slice('did:jwk:'.length), 'base64url').toString('utf8')) as Record<string, unknown>
    const key = { id: `${id}#0`, controller: id, jwk }
    return { identity: { id, keys: [key], assertion: [key.id] } }
  } catch {
    return { missing: 'unknown-key' }
  }
}

function identityFrom({ id, verificationMethod = [], assertionMethod = [] }: z.infer<typeof Document>): Identity {
  const whole = (name: string) => (name.startsWith('#') ? `${id}${name}` : name)
  const inline = assertionMethod.filter((one) => typeof one !== 'string')
  const keys = [...verificationMethod, ...inline].map((method) => ({
    id: whole(method.id),
    controller: method.controller ?? id,
    multibase: method.publicKeyMultibase,
    jwk: method.publicKeyJwk,
  }))
  return { id, keys, assertion: assertionMethod.map((one) => whole(typeof one === 'string' ? one : one.id)) }
}

/** The key as a Multikey; undefined: it is none of the kinds that we can check with. */
export async function multibaseOf({ multibase, jwk }: Key): Promise<string | undefined> {
  if (multibase) return multibase
  if (!jwk) return undefined
  try {
    return (await (jwk.crv === 'Ed25519' ? ed25519 : ecdsa).fromJwk({ jwk })).publicKeyMultibase
  } catch {
    return undefined
  }
}

/** The key as a JSON Web Key; undefined as above. */
export async function jwkOf({ multibase, jwk }: Key): Promise<Record<string, unknown> | undefined> {
  if (jwk || !multibase) return jwk
  try {
    if (multibase.startsWith('z6Mk')) return await ed25519.toJwk({ keyPair: await ed25519.from({ publicKeyMultibase: multibase }) })
    return await ecdsa.toJwk({ keyPair: await ecdsa.from({ publicKeyMultibase: multibase }) })
  } catch {
    return undefined
  }
}
