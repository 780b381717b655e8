// Who issues, with which keys, what was revoked, and the shape of a claim: public, and readable from any site.
import { claimJsonSchema } from '../../../core/model/document.ts'
import { json, Refused, type Reply, type Route } from '../../server/route.ts'
import type { Site } from '../site.ts'

export const PUBLIC = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=300',
}

export function issuerRoutes(site: Site): Route[] {
  const { issuer } = site
  return [
    { method: 'GET', path: '/.well-known/did.json', handle: async () => found(await issuer.didDocument(), 'application/did+json') },
    // did:web has it there where PUBLIC_URL has a path of its own
    { method: 'GET', path: '/did.json', handle: async () => found(await issuer.didDocument(), 'application/did+json') },
    { method: 'GET', path: '/issuer', handle: async () => found(await issuer.profile(), 'application/json; charset=utf-8') },
    {
      method: 'GET',
      path: '/status/:id',
      pace: 'none',
      handle: async (visit) => found(await issuer.statusList(visit.params.id!), 'application/vc+ld+json'),
    },
    { method: 'GET', path: '/schemas/claim-1.json', handle: async () => found(claimJsonSchema, 'application/schema+json') },
  ]
}

function found(value: unknown, type: string): Reply {
  if (value === undefined) throw new Refused(404, 'unknown')
  return json(value, { ...PUBLIC, 'Content-Type': type })
}
