// Our own public addresses, read without any network, by the very routes that answer for them: what they would not show stays unseen.
import type { Own } from '../../../core/checking/index.ts'
import { Refused, type Reply, type Route, type Visit } from '../../server/route.ts'
import type { Site } from '../site.ts'
import { badgeRoutes } from './badge.ts'
import { hostedRoutes } from './hosted.ts'
import { issuerRoutes } from './issuer.ts'

export function openOwn(site: Site): Own {
  const routes = [...badgeRoutes(site), ...hostedRoutes(site), ...issuerRoutes(site)]
    .filter((route) => route.method === 'GET')
    .map(asPattern)

  return async (url) => {
    if (!URL.canParse(url)) return null
    const base = new URL(site.publicUrl)
    const { host, pathname } = new URL(url)
    if (host !== base.host) return undefined
    const path = pathname.startsWith(base.pathname) ? `/${pathname.slice(base.pathname.length).replace(/^\//, '')}` : pathname
    // whoever pastes the address of a badge's page means the badge
    const asked = path.replace(/^(\/b\/[^/.]+)$/, '$1.json')
    for (const { pattern, names, handle } of routes) {
      const found = pattern.exec(asked)
      if (!found) continue
      const params = Object.fromEntries(names.map((name, at) => [name, decode(found[at + 1]!)]))
      return foundIn(await answered(handle, { ...NOBODY, params }))
    }
    return null
  }
}

/** The names under which this platform signs. */
export const ownNames = async (site: Site): Promise<Map<string, 'real' | 'trial'>> => new Map(await site.issuer.names())

function asPattern(route: Route) {
  if (!('handle' in route)) throw new Error(`${route.path} does not answer with a document`)
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  const pattern = new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/:\w+/g, '([^/]+)')}$`)
  return { pattern, names, handle: route.handle }
}

/** A visitor of whom nothing is known. */
const NOBODY: Omit<Visit, 'params'> = {
  method: 'GET',
  query: new URLSearchParams(),
  headers: {},
  cookies: {},
  address: '',
  bytes: async () => new Uint8Array(),
  form: async () => new URLSearchParams(),
  json: async () => undefined,
}

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

async function answered(handle: (visit: Visit) => Promise<Reply>, visit: Visit): Promise<Reply | undefined> {
  try {
    return await handle(visit)
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

function foundIn(reply: Reply | undefined): Awaited<ReturnType<Own>> {
  const is = reply?.status === 200 ? 'found' : reply?.status === 410 ? 'gone' : undefined
  if (!is || reply?.body === undefined) return null
  return { is, bytes: typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body }
}
