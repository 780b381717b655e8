// How a check reads what stands elsewhere: our own addresses without any network, others only when the visitor asked for it.
import type { Network } from './network.ts'
import type { Unchecked } from './report.ts'
import { unpack, type Unpacked } from './unpack.ts'

export type Reached =
  | { is: 'found' | 'gone'; content: Unpacked; url: string }
  | { is: 'missing'; why: Extract<Unchecked, 'not-asked' | 'unreachable'> }
  /** Ours, and there is no such thing. */
  | { is: 'none' }

export type Reach = ((url: string) => Promise<Reached>) & {
  /** Whether this platform signs under this name. */
  isOurs: (name: string | null) => boolean
}

/** What we know ourselves: a document; null: the address is ours and says nothing; undefined: it is not ours. */
export type Own = (url: string) => Promise<{ is: 'found' | 'gone'; bytes: Uint8Array } | null | undefined>

/** `names`: under which this platform signs, or has signed. */
export type ReachOptions = { own: Own; network: Network; asked: boolean; names?: { has: (name: string) => boolean } }

/** A check goes to so many places at most, and no longer than this. */
const MOST = 12
const TOGETHER_MS = 20_000

export function openReach({ own, network, asked, names }: ReachOptions): Reach {
  const known = new Map<string, Promise<Reached>>()
  const until = performance.now() + TOGETHER_MS
  let left = MOST

  async function go(url: string): Promise<Reached> {
    const ours = await own(url)
    if (ours === null) return { is: 'none' }
    if (ours) return { is: ours.is, content: unpack(ours.bytes), url }
    if (!asked) return { is: 'missing', why: 'not-asked' }
    if (left-- <= 0 || performance.now() > until) return { is: 'missing', why: 'unreachable' }
    const fetched = await network(url)
    if (fetched.is === 'found' || fetched.is === 'gone') return { is: fetched.is, content: unpack(fetched.bytes), url: fetched.url }
    return { is: 'missing', why: 'unreachable' }
  }

  const reach = (address: string) => {
    const url = address.split('#', 1)[0]!
    const before = known.get(url)
    if (before) return before
    const going = go(url)
    known.set(url, going)
    return going
  }
  return Object.assign(reach, { isOurs: (name: string | null) => name !== null && names?.has(name) === true })
}
