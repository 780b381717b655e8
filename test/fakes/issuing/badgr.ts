// Badgr / Canvas Credentials, API v2, as its public facts describe it.
import { type Answer, type Asked, type FakePlatform, openPlatform } from './server.ts'

type Assertion = {
  entityId: string
  badgeclass: string
  openBadgeId: string
  recipient: { identity: string }
  evidence: { url: string; narrative: string }[]
  narrative: string
  revoked: boolean
  revocationReason: string | null
}

export type FakeBadgr = FakePlatform & {
  token: string
  classes: { entityId: string; name: string }[]
  assertions: Assertion[]
  deny: (denied: boolean) => void
}

export async function openFakeBadgr(): Promise<FakeBadgr> {
  const token = 'badgr-token-of-the-test'
  const classes: FakeBadgr['classes'] = []
  const assertions: Assertion[] = []
  let denied = false

  const wrap = (status: number, result: unknown[], success = true): Answer => ({
    status,
    body: { status: { success, description: success ? 'ok' : 'error' }, result },
  })

  function answer({ method, path, query, headers, body }: Asked): Answer {
    if (denied || headers.authorization !== `Bearer ${token}`) return wrap(401, [], false)
    const rest = path.replace('/v2/', '')
    if (rest === 'issuers') return wrap(200, [{ entityId: 'ISSUER', name: 'Réseau Clairevoie' }])
    if (rest === 'issuers/ISSUER/badgeclasses') return wrap(200, classes)
    const badge = /^badgeclasses\/(.+)\/assertions$/.exec(rest)?.[1]
    if (badge) {
      if (!classes.some(({ entityId }) => entityId === badge)) return wrap(404, [], false)
      if (method === 'GET')
        return wrap(
          200,
          assertions.filter((a) => a.badgeclass === badge && (!query.get('recipient') || a.recipient.identity === query.get('recipient'))),
        )
      const given = JSON.parse(body) as Pick<Assertion, 'recipient' | 'evidence' | 'narrative'>
      const entityId = `A${assertions.length + 1}`
      const made = { ...given, entityId, badgeclass: badge, openBadgeId: `https://badgr.example.org/public/assertions/${entityId}` }
      assertions.push({ ...made, revoked: false, revocationReason: null })
      return wrap(201, [assertions.at(-1)])
    }
    const one = assertions.find(({ entityId }) => rest === `assertions/${entityId}`)
    if (!one) return wrap(404, [], false)
    if (method === 'DELETE') {
      one.revoked = true
      one.revocationReason = (JSON.parse(body) as { revocation_reason: string }).revocation_reason
      return wrap(200, [])
    }
    return wrap(200, [one])
  }

  const platform = await openPlatform({ issues: ({ method, path }) => method === 'POST' && path.endsWith('/assertions'), answer })
  return Object.assign(platform, {
    token,
    classes,
    assertions,
    deny(now: boolean) {
      denied = now
    },
  })
}
