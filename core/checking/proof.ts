// A signature inside a credential, checked with the libraries of those who wrote the proofs. What a proof covers is what the contexts give
// a meaning to, so only contexts that are installed here count: one that a stranger wrote could make words mean something else.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { Ed25519Signature2020, suiteContext } from '@digitalbazaar/ed25519-signature-2020'
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import statusList from '@digitalbazaar/vc-status-list-context'
import { MULTIKEY_CONTEXT } from '../issuing/builtin/did.ts'
import { installedContexts } from '../issuing/builtin/offline.ts'
import { type Identity, identityOf, type Key, multibaseOf } from './identity.ts'
import type { Reach } from './reach.ts'
import type { Integrity, Unchecked } from './report.ts'

type Json = Record<string, unknown>

const contexts = new Map<string, object>([
  ...dataIntegrity.contexts,
  ...statusList.contexts,
  ...suiteContext.contexts,
  ...installedContexts,
])

/** The proofs that we can check, by their names; each is a signature of Ed25519 or of P-256 and P-384. */
const SUITES: Record<string, () => object> = {
  'eddsa-rdfc-2022': () => new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 }),
  'ecdsa-rdfc-2019': () => new DataIntegrityProof({ cryptosuite: ecdsaRdfc2019 }),
  Ed25519Signature2020: () => new Ed25519Signature2020(),
}

const nameOf = ({ type, cryptosuite }: Json): string => String(type === 'DataIntegrityProof' ? cryptosuite : type)

/** Signature, and that it is its issuer’s; dates and revocation are looked at elsewhere. Never throws. */
export async function checkProof(credential: Json, reach: Reach): Promise<Integrity> {
  const proofs = [credential.proof ?? []].flat().filter((one): one is Json => typeof one === 'object' && one !== null)
  if (proofs.length === 0) return { is: 'broken', why: 'unsigned' }
  if (!knowsWords(credential)) return { is: 'unchecked', why: 'unknown-words' }
  // one that can be checked is enough; the others are left out rather than believed
  const proof = proofs.find((one) => Object.hasOwn(SUITES, nameOf(one)))
  if (!proof) return { is: 'unchecked', why: 'unknown-proof' }
  const missing: Unchecked[] = []
  try {
    const result = await verifyCredential({
      credential: { ...credential, proof },
      suite: SUITES[nameOf(proof)]!(),
      documentLoader: loaderOf(reach, proof.type === 'Ed25519Signature2020', (why) => missing.push(why)),
      checkStatus: async () => ({ verified: true }),
      // as on the day of its beginning: whether it has ended is said apart from whether it was changed
      now: dayOf(credential),
    })
    if (result.verified) return { is: 'holds' }
  } catch {
    // not the shape of a credential: nothing that anybody signed
  }
  return missing[0] ? { is: 'unchecked', why: missing[0] } : { is: 'broken', why: 'signature' }
}

const dayOf = ({ validFrom, issuanceDate }: Json): Date => {
  const day = new Date(String(validFrom ?? issuanceDate))
  return Number.isNaN(day.getTime()) ? new Date() : day
}

/** Every context, of the parts too, by a name that is installed here. */
function knowsWords(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, part]) =>
    key === '@context' ? [part].flat().every((one) => typeof one === 'string' && contexts.has(one)) : knowsWords(part),
  )
}

function loaderOf(reach: Reach, of2020: boolean, lacks: (why: Unchecked) => void): DocumentLoader {
  return async (url) => {
    const known = contexts.get(url)
    if (known) return { contextUrl: null, documentUrl: url, document: known }
    const found = await identityOf(url, reach)
    if ('missing' in found) {
      lacks(found.missing)
      throw new Error(`${url}: ${found.missing}`)
    }
    const { identity } = found
    if (url === identity.id) return { contextUrl: null, documentUrl: url, document: documentOf(identity) }
    const key = identity.keys.find(({ id }) => id === url)
    // an issuer that does not name this key did not sign with it
    if (!key) throw new Error(`${url} is no key of its issuer`)
    return { contextUrl: null, documentUrl: url, document: await methodOf(key, of2020) }
  }
}

const documentOf = ({ id, assertion }: Identity) => ({ '@context': ['https://www.w3.org/ns/did/v1'], id, assertionMethod: assertion })

/** The same key, in the words of the proof’s own suite. */
async function methodOf(key: Key, of2020: boolean): Promise<object> {
  const { id, controller } = key
  const publicKeyMultibase = await multibaseOf(key)
  const [context, type] = of2020 ? [suiteContext.constants.CONTEXT_URL, 'Ed25519VerificationKey2020'] : [MULTIKEY_CONTEXT, 'Multikey']
  return { '@context': context, id, type, controller, publicKeyMultibase }
}
