// Looks at a badge that somebody brings, ours or a stranger's, and says what can be believed of it. Nothing is kept.
import { checkCredential, isCredential } from './credential.ts'
import { checkAssertion, isAssertion } from './openBadges2.ts'
import { openReach, type ReachOptions } from './reach.ts'
import type { Report } from './report.ts'
import { credentialIn, payloadOf } from './token.ts'
import { fromText, type NotABadge, type Unpacked, unpack } from './unpack.ts'

export { type Network, type NetworkRules, openNetwork } from './network.ts'
export type { Own } from './reach.ts'
export * from './report.ts'
export { MOST_BYTES, type NotABadge, unpack } from './unpack.ts'

/** `badge`: the badge itself, so that whoever imports it can keep it and have it checked again. */
export type Checked =
  | { is: 'report'; report: Report; badge: Record<string, unknown> | string }
  | { is: 'nothing'; why: NotABadge | 'not-asked' | 'unreachable' | 'other-json' }

/** A file as it was brought, or what was pasted: the badge itself, or a link to it. Never throws for what it holds. */
export async function check(given: Uint8Array | string, options: ReachOptions): Promise<Checked> {
  const reach = openReach(options)
  let content: Unpacked = typeof given === 'string' ? fromText(given) : unpack(given)
  // a link to a picture that holds a link: two steps, and no more
  for (let step = 0; content.is === 'address'; step++) {
    if (step === 2) return { is: 'nothing', why: 'unreachable' }
    const reached = await reach(content.address)
    if (reached.is === 'missing') return { is: 'nothing', why: reached.why }
    if (reached.is === 'none') return { is: 'nothing', why: 'unreachable' }
    content = reached.content
  }
  switch (content.is) {
    case 'nothing':
      return content
    case 'json': {
      const badge = content.value
      if (isCredential(badge)) return { is: 'report', report: await checkCredential(badge, undefined, reach), badge }
      if (isAssertion(badge)) return { is: 'report', report: await checkAssertion(badge, undefined, reach), badge }
      return { is: 'nothing', why: 'other-json' }
    }
    case 'token': {
      const payload = payloadOf(content.token)
      const credential = payload && credentialIn(payload)
      if (credential && isCredential(credential)) {
        return { is: 'report', report: await checkCredential(credential, content.token, reach), badge: content.token }
      }
      if (payload && isAssertion(payload))
        return { is: 'report', report: await checkAssertion(payload, content.token, reach), badge: content.token }
      return { is: 'nothing', why: 'other-json' }
    }
    default:
      return content satisfies never
  }
}
