// Goes and gets one document for a check, from the public network only: each name is resolved here, and the connection goes to the very
// address that was looked at; each redirect is looked at again; size and time are bounded.
import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './publicAddress.ts'

/** What came of going to `url`. `gone`: whoever answers there says that it is there no more, perhaps with a reason as JSON. */
export type Fetched = { is: 'found' | 'gone'; bytes: Uint8Array; url: string } | { is: 'refused' } | { is: 'unreachable' }

export type Network = (url: string) => Promise<Fetched>

export type NetworkRules = {
  /** Whether an address may be called; tests allow loopback. */
  mayReach?: (address: string) => boolean
  /** Which addresses may be written: https on its usual port, unless tests say otherwise. */
  mayAsk?: (url: URL) => boolean
  /** Milliseconds for one document, redirects included. */
  timeout?: number
  most?: number
}

const REDIRECTS = 3
const ACCEPT =
  'application/vc+ld+json, application/vc, application/did+json, application/ld+json, application/json, application/jwt, image/png, image/svg+xml'

export function openNetwork({
  mayReach = isPublicAddress,
  mayAsk = (url) => url.protocol === 'https:' && url.port === '' && !url.username && !url.password,
  timeout = 6_000,
  most = 4 * 1024 * 1024,
}: NetworkRules = {}): Network {
  let opened: ReturnType<typeof open> | undefined
  /** The client is loaded at the first check. */
  async function open() {
    const { Agent, request } = await import('undici')
    const dispatcher = new Agent({
      connect: { lookup: publicLookup(mayReach), timeout: Math.min(timeout, 4_000) },
      keepAliveTimeout: 1,
      // decompression is not asked for, so a small answer cannot become a large one
      maxResponseSize: most + 1,
      headersTimeout: timeout,
      bodyTimeout: timeout,
    })
    return { dispatcher, request }
  }

  return async (address) => {
    opened ??= open()
    const { dispatcher, request } = await opened
    const signal = AbortSignal.timeout(timeout)
    let url = address
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const asked = URL.canParse(url) ? new URL(url) : undefined
      // a number is not resolved, so the resolver would not see it
      if (!asked || !mayAsk(asked) || isForbiddenNumber(asked, mayReach)) return { is: 'refused' }
      asked.hash = ''
      try {
        const answer = await request(asked, { dispatcher, signal, headers: { accept: ACCEPT, 'user-agent': 'Declic' } })
        const { location } = answer.headers
        if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string' && URL.canParse(location, asked)) {
          await answer.body.dump({ limit: 16_384, signal })
          url = new URL(location, asked).href
          continue
        }
        const bytes = await readAll(answer.body, most)
        if (!bytes) return { is: 'unreachable' }
        if (answer.statusCode === 410) return { is: 'gone', bytes, url: asked.href }
        return answer.statusCode === 200 ? { is: 'found', bytes, url: asked.href } : { is: 'unreachable' }
      } catch (error) {
        return { is: isForbidden(error) ? 'refused' : 'unreachable' }
      }
    }
    return { is: 'unreachable' }
  }
}

const FORBIDDEN = 'EFORBIDDENADDRESS'
const isForbidden = (error: unknown): boolean => (error as { code?: string }).code === FORBIDDEN

function isForbiddenNumber({ hostname }: URL, mayReach: (address: string) => boolean): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) !== 0 && !mayReach(bare)
}

/** One private address among several is enough to refuse: nobody with a public site has one. */
const publicLookup =
  (mayReach: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const first = addresses[0]
      if (!first || !addresses.every(({ address }) => mayReach(address))) {
        return callback(Object.assign(new Error('an address that is not public'), { code: FORBIDDEN }), '')
      }
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }

async function readAll(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}
