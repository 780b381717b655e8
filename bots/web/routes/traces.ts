// An answer on a tutor's page that comes from the learner's own browser or network is told to the trainer, and blocked by nobody.
import type { ShownClaim } from '../../../core/data/pages.ts'
import type { Traces } from '../../../core/model/rows.ts'
import type { Visit } from '../../server/route.ts'
import { sessionOf } from '../chat/session.ts'
import type { Site } from '../site.ts'

const COOKIE = 'declic_own'
const DAYS = 90

/** Goes to tutors' pages alone, and says nothing to anybody but us. */
export const ownCookie = (site: Site, mark: string): string =>
  `${COOKIE}=${mark}; Path=/e/; Max-Age=${DAYS * 24 * 3600}; HttpOnly; SameSite=Lax${site.publicUrl.startsWith('https:') ? '; Secure' : ''}`

export async function tracesOf(site: Site, visit: Visit, { claim }: ShownClaim): Promise<Traces | undefined> {
  if (!site.nearby) return undefined
  const here = await sessionOf(site, visit)
  const device = here?.person === claim.personId || visit.cookies[COOKIE] === site.nearby.markOf(claim.personId)
  const network = await site.nearby.isNear(claim.personId, visit.address, site.now())
  return device || network ? { ...(device && { device }), ...(network && { network }) } : undefined
}
