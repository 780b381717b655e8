// The bytes of a file that somebody sent. Addresses come from outside: only known hosts are asked, and the bot's token goes to
// Microsoft's connector alone, not with a redirection either.
import type { Agent, Dispatcher } from 'undici'
import { MediaRefused } from '../../core/model/mediaRefused.ts'
import type { MediaRef } from '../../core/model/rows.ts'
import type { Token } from './connector.ts'
import type { Hosts } from './hosts.ts'
import { readAtMost } from '../readAtMost.ts'

const REDIRECTIONS = 3
const DOWNLOAD_MS = 120_000

/** Throws `MediaRefused` where trying again cannot help, anything else where it may. At most `limit` bytes are read. */
export function makeFetchMedia({ agent, token, hosts }: { agent: Agent; token: Token; hosts: Hosts }) {
  return async (media: MediaRef, limit: number): Promise<Uint8Array> => {
    if (media.size !== undefined && media.size > limit) throw new MediaRefused('too-big', `the file has ${media.size} bytes`)
    const [, how, address] = /^(file|inline) (\S+)$/.exec(media.file) ?? []
    if (!how || !address) throw new MediaRefused('lost', 'no address of a file')
    let url = address
    for (let n = 0; n <= REDIRECTIONS; n++) {
      const withToken = how === 'inline' && hosts.inline(url)
      if (!withToken && !hosts.files(url)) throw new MediaRefused('lost', 'the file lies on a host that is not asked')
      const aborting = new AbortController()
      const response = await get(
        url,
        withToken ? await token() : undefined,
        AbortSignal.any([aborting.signal, AbortSignal.timeout(DOWNLOAD_MS)]),
      )
      const { location } = response.headers
      if (response.statusCode >= 300 && response.statusCode < 400 && typeof location === 'string') {
        await response.body.dump()
        url = new URL(location, url).href
        continue
      }
      if (response.statusCode !== 200) {
        await response.body.dump()
        // an address is good for some minutes; after that Teams says that it is not allowed
        if ([400, 401, 403, 404, 410].includes(response.statusCode))
          throw new MediaRefused('lost', `Teams no longer has the file (${response.statusCode})`)
        throw new Error(`download from Teams: ${response.statusCode}`)
      }
      return readAtMost(response.body, limit, aborting)
    }
    throw new MediaRefused('lost', 'too many redirections')
  }

  function get(url: string, bearer: string | undefined, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const { origin, pathname, search } = new URL(url)
    return agent.request({
      origin,
      path: pathname + search,
      method: 'GET',
      headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
      signal,
    })
  }
}
