// Microsoft's sign-in, as far as a tab needs it: a list of signing keys on loopback that can change or fall silent, and tokens as Teams
// hands them out, right ones and wrong ones.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'

export const APP_ID = '11111111-2222-4333-8444-555555555555'
export const TENANT = 'aaaaaaaa-0000-4000-8000-00000000000a'
export const OTHER_TENANT = 'bbbbbbbb-0000-4000-8000-00000000000b'
export const RESOURCE = `api://declic.example/${APP_ID}`
/** The tenant of everybody's private accounts. */
const PERSONAL = '9188040d-6c67-4c5b-b112-36a304b66dad'

type Signer = { kid: string; key: CryptoKey; shown: JWK }

async function newSigner(kid: string, issuer?: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  return { kid, key: privateKey, shown: { ...(await exportJWK(publicKey)), kid, use: 'sig', ...(issuer && { issuer }) } }
}

export type TokenOptions = {
  /** Who is meant, where they sit, and whatever else the token should say; undefined takes a claim away. */
  claims?: Record<string, unknown>
  /** Signs with a key that nobody publishes, under the id of one that is published. */
  forged?: boolean
  kid?: string
  alg?: 'none' | 'HS256'
  /** Signs with the key of private accounts. */
  personal?: boolean
}

export type FakeSignIn = Awaited<ReturnType<typeof openFakeSignIn>>

/** `now`: the clock of the tokens. */
export async function openFakeSignIn(now: () => Date = () => new Date()) {
  const anyTenant = 'https://login.microsoftonline.com/{tenantid}/v2.0'
  let signer = await newSigner('key-1', anyTenant)
  const personal = await newSigner('key-personal', `https://login.microsoftonline.com/${PERSONAL}/v2.0`)
  const forger = await newSigner('nobody')
  let rotations = 1
  const state = { down: false, asked: 0 }
  const server = createServer((_request, response) => {
    state.asked++
    // not in one chain: restify changes writeHead for the whole process
    response.statusCode = state.down ? 503 : 200
    response.end(JSON.stringify({ keys: [signer.shown, personal.shown] }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))

  return {
    state,
    keys: `http://127.0.0.1:${(server.address() as AddressInfo).port}/common/discovery/v2.0/keys`,
    /** From now on another key signs, and the former one is not published any more. */
    async rotate() {
      signer = await newSigner(`key-${++rotations}`, anyTenant)
    },
    /** For the person `oid`, as version 1 unless `claims` say otherwise. */
    async token(oid: string, { claims = {}, forged, kid, alg, personal: byPersonal }: TokenOptions = {}): Promise<string> {
      const seconds = Math.floor(now().getTime() / 1000)
      const tid = (claims.tid as string | undefined) ?? TENANT
      const payload = {
        aud: RESOURCE,
        iss: `https://sts.windows.net/${tid}/`,
        iat: seconds,
        nbf: seconds,
        exp: seconds + 3600,
        tid,
        oid,
        scp: 'access_as_user',
        ver: '1.0',
        name: 'Léa Roux',
        upn: 'lea.roux@instep.example',
        ...claims,
      } as JWTPayload
      if (alg === 'none') return new UnsecuredJWT(payload).encode().replace(/^[^.]+/, part({ alg: 'none', kid: signer.kid }))
      const by = forged ? forger : byPersonal ? personal : signer
      const header = { alg: alg ?? 'RS256', kid: kid ?? (forged ? signer.kid : by.kid), typ: 'JWT' }
      // the old trick: the public key, which everybody knows, taken for a shared secret
      const key = alg === 'HS256' ? new TextEncoder().encode(JSON.stringify(signer.shown).padEnd(64)) : by.key
      return new SignJWT(payload).setProtectedHeader(header).sign(key)
    },
    close: () => new Promise((closed) => server.close(closed)),
  }
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
