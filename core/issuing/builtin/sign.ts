// The signature: a Data Integrity proof, eddsa-rdfc-2022 (https://www.w3.org/TR/vc-di-eddsa/). Safe mode refuses whatever the contexts
// do not define, since a verifier would not see it.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { from } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { issue } from '@digitalbazaar/vc'
import type { Instant } from '../../model/time.ts'
import { offlineLoader } from './offline.ts'

export type Unsigned = { '@context': string[]; id: string; type: string[]; issuer: string | { id: string }; [property: string]: unknown }
export type Proof = {
  type: 'DataIntegrityProof'
  cryptosuite: 'eddsa-rdfc-2022'
  created: string
  verificationMethod: string
  proofPurpose: 'assertionMethod'
  proofValue: string
}
export type Credential = Unsigned & { proof: Proof[] }

/** A key that signs, and the name under which verifiers find its public half. */
export type SigningKey = { id: string; controller: string; publicKeyMultibase: string; secretKeyMultibase: string }

/** Says in plain words what stands in the way of a signature; trying again changes nothing. */
export class Unsignable extends Error {
  override name = 'Unsignable'
}

/** The credential with its proof. Throws an Unsignable that says in plain words which property cannot be signed. */
export async function sign(credential: Unsigned, key: SigningKey, now: Instant, documentLoader = offlineLoader()): Promise<Credential> {
  const suite = new DataIntegrityProof({ signer: (await from(key)).signer(), date: now, cryptosuite })
  try {
    // The strict schema of Open Badges wants a list of proofs.
    const { proof, ...rest } = (await issue({ credential, suite, documentLoader, now: new Date(now) })) as Unsigned & {
      proof: Proof
    }
    return { ...(rest as Unsigned), proof: [proof] }
  } catch (error) {
    throw new Unsignable(`the credential ${credential.id} cannot be signed: ${reason(error)}`, { cause: error })
  }
}

type SafeModeError = Error & { details?: { event?: { code?: string; message?: string; details?: Record<string, unknown> } } }

/** jsonld says « Safe mode validation error » and hides the rest; this says what and where. */
function reason(error: unknown): string {
  const event = (error as SafeModeError).details?.event
  if (!event) return error instanceof Error ? error.message : String(error)
  const { property, value, id, reference, object, type } = event.details ?? {}
  const what = property ?? id ?? reference ?? object ?? type ?? value
  const named = what === undefined ? '' : ` (${JSON.stringify(what)})`
  switch (event.code) {
    case 'invalid property':
      return `none of its contexts defines the property${named}`
    case 'relative @id reference':
    case 'relative object reference':
    case 'relative subject reference':
      return `an identifier is not an absolute address${named}`
    case 'relative @type reference':
      return `none of its contexts defines the type${named}`
    default:
      return `${event.message ?? event.code}${named}`
  }
}
