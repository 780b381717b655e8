// A trainer takes a badge of their structure back: on a page of its own, with a reason that the learner will read.
import { statusOf } from '../../../core/model/status.ts'
import type { ShownClaim } from '../../../core/data/pages.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { Refused, redirect, type Reply, type Visit } from '../../server/route.ts'
import { type Desk, to } from '../pages/trainer/frame.ts'
import { revokePage } from '../pages/trainer/revoke.ts'
import type { Site } from '../site.ts'
import { claimOf } from './trainer.ts'
import { livePage } from './trainerDoor.ts'

/** Quoted in a chat message, and wherever the badge is checked. */
export const MOST_REASON = 200

export async function askToRevoke(site: Site, desk: Desk, visit: Visit): Promise<Reply> {
  return livePage(visit, revokePage(desk, await issuedOne(site, desk, visit)))
}

export async function revokeBadge(site: Site, desk: Desk, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const shown = await issuedOne(site, desk, visit)
  const reason = ((await visit.form()).get('reason') ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, MOST_REASON)
  if (!reason) return livePage(visit, revokePage(desk, shown, true), 422)
  await site.revoke({ claim: shown.claim.id, reason, actor: desk.me.id, through: 'page' })
  return redirect(to(desk, `/trainer/claims/${shown.claim.id}`))
}

/** With a badge in force: there is nothing else to take back. */
async function issuedOne(site: Site, desk: Desk, visit: Visit): Promise<ShownClaim> {
  const shown = await claimOf(site, desk, visit.params.id!)
  if (statusOf(shown.claim, shown.meaning.policy) !== 'issued') throw new Refused(404, 'no badge in force')
  return shown
}
