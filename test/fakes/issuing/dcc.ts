// Digital Credentials Consortium's issuer coordinator: signs what it is given, each time that it is given.
import { type Answer, type Asked, type FakePlatform, openPlatform } from './server.ts'

type Given = { id: string; credentialStatus?: unknown }

export type FakeDcc = FakePlatform & {
  tenant: string
  token: string
  /** Everything that it signed. */
  signed: Given[]
  revoked: string[]
  deny: (denied: boolean) => void
}

export async function openFakeDcc(): Promise<FakeDcc> {
  const tenant = 'clairevoie'
  const token = 'dcc-token-of-the-test'
  const signed: Given[] = []
  const revoked: string[] = []
  let denied = false
  const error = (code: number, message: string): Answer => ({ status: code, body: { code, message } })

  function answer({ path, headers, body }: Asked): Answer {
    if (path === '/') return { status: 200, body: { message: 'issuer-coordinator, status-service, and signing-service all ok.' } }
    const [, named, what] = /^\/instance\/([^/]+)\/credentials\/(issue|status)$/.exec(path) ?? []
    if (named !== tenant) return error(404, 'Tenant not found')
    if (denied || headers.authorization !== `Bearer ${token}`) return error(403, 'Token is invalid')
    const given = JSON.parse(body) as Given & { credentialId?: string }
    if (!Object.keys(given).length) return error(400, 'Something must be provided in the body')
    if (what === 'status') {
      revoked.push(given.credentialId!)
      return { status: 200, body: { code: 200, message: 'Credential status successfully updated.' } }
    }
    const credentialStatus = { id: `https://status.example.org/1#${signed.length}`, type: 'BitstringStatusListEntry' }
    signed.push(given)
    const proof = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofValue: 'z-of-the-test' }
    return { status: 200, body: { ...given, issuer: { id: 'did:web:dcc.example.org' }, credentialStatus, proof } }
  }

  const platform = await openPlatform({ issues: ({ path }) => path.endsWith('/issue'), answer })
  return Object.assign(platform, {
    tenant,
    token,
    signed,
    revoked,
    deny(now: boolean) {
      denied = now
    },
  })
}
