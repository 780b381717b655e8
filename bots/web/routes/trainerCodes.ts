// Claim codes on the follow-up page: made and ended through the same turn as in the chat.
import { codesOf } from '../../../core/data/reviewing.ts'
import { lastAccountOf } from '../../../core/data/pages.ts'
import { atLocalTime } from '../../../core/model/localTime.ts'
import { type Instant, isBefore, plusSeconds } from '../../../core/model/time.ts'
import type { InboundEvent } from '../../../dialogs/vocabulary.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { Refused, redirect, type Reply, type Visit } from '../../server/route.ts'
import { timeIn } from '../dates.ts'
import { makeableFor } from '../makeable.ts'
import { formKey, newOnce } from '../once.ts'
import { codesPage, LASTS, type Lasts } from '../pages/trainer/codes.ts'
import { type Desk, to } from '../pages/trainer/frame.ts'
import { freshIds } from '../../freshIds.ts'
import type { Site } from '../site.ts'
import { livePage } from './trainerDoor.ts'

export async function showCodes(site: Site, desk: Desk, visit: Visit): Promise<Reply> {
  if (desk.me.structures.length === 0) throw new Refused(404, 'no trainer')
  const codes = await codesOf(site.prisma, desk.me.structures)
  const now = site.now().toISOString()
  return livePage(
    visit,
    codesPage(desk, {
      codes: codes.map((code) => ({
        ...code,
        link: site.startLink(code.code),
        name: site.catalogue.badge(code.badgeId)?.badge.name ?? { fr: code.badgeId, en: code.badgeId },
        open: !code.endedAt && isBefore(now, code.endsAt),
      })),
      makeable: makeableFor(site, desk),
      // the same as long as nothing was made, so that a page that is asked for again says the same
      once: onceFor(codes.length, desk),
      time: timeIn(desk.language, site.timeZone),
    }),
  )
}

/** Counts the codes: a form that is sent twice makes one. */
const onceFor = (count: number, { me }: Desk): string => `${me.id.replaceAll('-', '').slice(0, 24)}${count.toString(16).padStart(8, '0')}`

export async function makeCode(site: Site, desk: Desk, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  if (desk.me.structures.length === 0) throw new Refused(404, 'no trainer')
  const fields = await visit.form()
  const chosen = makeableFor(site, desk).find(({ key }) => key === fields.get('for'))
  const lasts = LASTS.find((one) => one === fields.get('lasts'))
  if (!chosen || !lasts) throw new Refused(400, 'no badge to make a code for')
  const endsAt = endOf(lasts, site.now().toISOString(), site.timeZone)
  const event = { is: 'make-code', badge: chosen.badge.id, structure: chosen.structure.id, endsAt } as const
  await happens(site, desk, formKey(`codes ${desk.me.id}`, fields), event)
  return redirect(to(desk, '/trainer/codes'))
}

function endOf(lasts: Lasts, now: Instant, timeZone: string): Instant {
  if (lasts === 'hours') return plusSeconds(now, 2 * 3600)
  const evening = atLocalTime(now, timeZone, { hour: 20, days: lasts === 'day' ? 0 : 7 })
  // an evening workshop
  return isBefore(now, evening) ? evening : plusSeconds(now, 3 * 3600)
}

export async function endCodeOnPage(site: Site, desk: Desk, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const id = visit.params.id!
  const codes = await codesOf(site.prisma, desk.me.structures)
  if (!codes.some((code) => code.id === id)) throw new Refused(404, 'no such code here')
  await happens(site, desk, `page:code-end:${newOnce()}`, { is: 'end-code', id })
  return redirect(to(desk, '/trainer/codes'))
}

/** As if they had said it in their chat. */
async function happens(site: Site, desk: Desk, key: string, event: InboundEvent): Promise<void> {
  const account = await lastAccountOf(site.prisma, desk.me.id)
  if (!account) throw new Refused(403, 'nobody to act as')
  const from = { ...account, place: 'private' as const }
  const taken = await site.intake({ key, from, event, receivedAt: site.now().toISOString(), fresh: freshIds() })
  if (taken === 'set-aside') throw new Error('it could not be taken in')
}
