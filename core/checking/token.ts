// A signature around a credential: VC-JWT of Open Badges 3.0 and signed assertions of 2.0, both JSON Web Signatures.
// https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { identityOf, jwkOf } from './identity.ts'
import type { Reach } from './reach.ts'
import type { Integrity } from './report.ts'

type Json = Record<string, unknown>

/** Never `none`, nothing with a shared secret. */
export const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'RS256', 'PS256']

/** What stands in the token, not yet believed; undefined: no JSON object. */
export function payloadOf(token: string): Json | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8'))
    return typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? (payload as Json) : undefined
  } catch {
    return undefined
  }
}

/** The credential in a token: Open Badges 3.0 has it bare, older tokens under `vc`. */
export const credentialIn = (payload: Json): Json =>
  typeof payload.vc === 'object' && payload.vc !== null
    ? { ...(payload.vc as Json), ...('jti' in payload && { id: payload.jti }) }
    : payload

/** That the issuer’s own key signed it. Never throws. */
export async function checkToken(token: string, issuer: string | null, reach: Reach): Promise<Integrity> {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    if (!alg || !ALGORITHMS.includes(alg)) return { is: 'unchecked', why: 'unknown-proof' }
    // a key that came along with the badge is anybody’s
    if (!kid || !issuer) return { is: 'unchecked', why: 'unknown-key' }
    const name = kid.startsWith('#') ? `${issuer}${kid}` : kid
    const found = await identityOf(name, reach)
    if ('missing' in found) return { is: 'unchecked', why: found.missing }
    const { identity } = found
    const key =
      identity.keys.find(({ id }) => id === name) ?? (name === identity.id && identity.keys.length === 1 ? identity.keys[0] : undefined)
    if (!key || !identity.assertion.includes(key.id) || identity.id !== issuer) return { is: 'broken', why: 'signature' }
    const jwk = await jwkOf(key)
    if (!jwk) return { is: 'unchecked', why: 'unknown-proof' }
    await compactVerify(token, await importJWK(jwk, alg), { algorithms: ALGORITHMS })
    return { is: 'holds' }
  } catch {
    return { is: 'broken', why: 'signature' }
  }
}
