// Who looks at the tab: Teams gives the page a token of Microsoft's sign-in for our own application, and nothing of it is believed
// before all of it is checked. (learn.microsoft.com: « tab single sign-on », « access tokens in the Microsoft identity platform ».)
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Keys, SigningKey } from './keys.ts'

/** What is wrong with a token; the first five make it worth nothing, the last two say that this person may not come in with it. */
export type TokenProblem = 'malformed' | 'signature' | 'issuer' | 'audience' | 'time' | 'scope' | 'tenant'

/** `externalId`: of the person's account, `<tenant>/<object>` in lower case, as the bot knows them. */
export type TokenVerdict = { externalId: string } | { problem: TokenProblem }

export type TokenRules = {
  appId: string
  publicUrl: string
  /** Tenants that may come in, in lower case; none: all. */
  tenants: string[]
  keys: Keys
}

export const SCOPE = 'access_as_user'
/** Clocks differ a little. */
const TOLERANCE_SECONDS = 60

/** What Teams asks a token for, and the manifest names: `api://host/appId`. */
export const resourceOf = ({ publicUrl, appId }: Pick<TokenRules, 'publicUrl' | 'appId'>): string =>
  `api://${new URL(publicUrl).host}/${appId}`

const Claims = z.object({ iss: z.string(), tid: z.guid(), oid: z.guid(), scp: z.string() })

/** Which issuers speak for a tenant: the second is that of version 1 tokens, which registrations get unless they ask for version 2. */
const issuersOf = (tenant: string): string[] => [`https://login.microsoftonline.com/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`]

/** Throws `KeysUnreachable` when Microsoft's keys cannot be read. */
export async function verifyToken(token: string, rules: TokenRules, now: Date): Promise<TokenVerdict> {
  const header = headerOf(token)
  if (!header?.kid) return { problem: 'malformed' }
  // before any key is looked for: "none", or a secret made of a public key, is no signature
  if (header.alg !== 'RS256') return { problem: 'signature' }
  const key = await rules.keys.find(header.kid)
  if (!key) return { problem: 'signature' }
  const audience = [resourceOf(rules), rules.appId]
  try {
    const { payload } = await jwtVerify(token, key.key, {
      algorithms: ['RS256'],
      audience,
      currentDate: now,
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'nbf'],
    })
    return personIn(payload, key, rules)
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

function personIn(payload: JWTPayload, key: SigningKey, { tenants }: TokenRules): TokenVerdict {
  // an application's own token has no scope: nobody is behind it
  if (typeof payload.scp !== 'string' || !payload.scp.split(' ').includes(SCOPE)) return { problem: 'scope' }
  const parsed = Claims.safeParse(payload)
  if (!parsed.success) return { problem: 'malformed' }
  const { iss, tid, oid } = parsed.data
  if (!issuersOf(tid).includes(iss)) return { problem: 'issuer' }
  // one list of keys serves every tenant: a key for personal accounts must not speak for a company
  const signsFor = key.issuer?.replace('{tenantid}', tid)
  if (signsFor !== undefined && signsFor !== issuersOf(tid)[0]) return { problem: 'issuer' }
  const tenant = tid.toLowerCase()
  if (tenants.length > 0 && !tenants.includes(tenant)) return { problem: 'tenant' }
  return { externalId: `${tenant}/${oid.toLowerCase()}` }
}

function headerOf(token: string): { alg?: string; kid?: string } | undefined {
  try {
    return decodeProtectedHeader(token)
  } catch {
    return undefined
  }
}

function problemOf(error: unknown): TokenProblem {
  if (error instanceof errors.JWTExpired) return 'time'
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'aud' ? 'audience' : ['exp', 'nbf', 'iat'].includes(error.claim) ? 'time' : 'malformed'
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JOSEError) return 'malformed'
  throw error
}
