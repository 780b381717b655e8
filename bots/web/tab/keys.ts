// The keys with which Microsoft signs its tokens, fetched when they are first needed and kept. They change without notice: a key that
// is not known is looked for again, and not more often than every half minute, so that made-up key ids cost us nothing.
import { type CryptoKey, importJWK } from 'jose'
import { z } from 'zod'

/** The keys of every tenant of the public cloud; each says whose tokens it signs. */
export const MICROSOFT_KEYS = 'https://login.microsoftonline.com/common/discovery/v2.0/keys'

const REST_MS = 30_000
const FRESH_MS = 24 * 3600_000
const TIMEOUT_MS = 5_000

const Published = z.object({
  keys: z.array(z.looseObject({ kid: z.string().optional(), kty: z.string(), issuer: z.string().optional() })),
})
type PublishedKey = z.infer<typeof Published>['keys'][number]

/** `issuer`: whose tokens it signs, `{tenantid}` standing for any tenant; undefined where it does not say. */
export type SigningKey = { key: CryptoKey; issuer?: string }

/** Microsoft cannot be asked, and what is kept does not help. */
export class KeysUnreachable extends Error {
  override name = 'KeysUnreachable'
}

/** `find`: undefined when there is no such key; throws `KeysUnreachable`. */
export type Keys = { find: (id: string) => Promise<SigningKey | undefined> }

export function openKeys(address: string, now: () => number): Keys {
  let kept: PublishedKey[] = []
  let askedAt = Number.NEGATIVE_INFINITY
  let gotAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined

  async function ask(): Promise<void> {
    askedAt = now()
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!response.ok) throw new Error(`the keys' address answered ${response.status}`)
    kept = Published.parse(await response.json()).keys
    gotAt = askedAt
  }

  const known = (id: string) => kept.find((one) => one.kid === id && one.kty === 'RSA')

  return {
    async find(id) {
      const stale = now() - gotAt > FRESH_MS
      if ((stale || !known(id)) && (asking || now() - askedAt > REST_MS)) {
        asking ??= ask().finally(() => {
          asking = undefined
        })
        await asking.catch((cause) => {
          if (!known(id)) throw new KeysUnreachable('the keys of Microsoft cannot be read', { cause })
        })
      }
      const found = known(id)
      // nothing was ever read, and it is too soon to ask again
      if (!found && gotAt === Number.NEGATIVE_INFINITY) throw new KeysUnreachable('the keys of Microsoft could not be read a moment ago')
      return found && { key: (await importJWK(found, 'RS256')) as CryptoKey, issuer: found.issuer }
    },
  }
}
