// GET and POST /c/:token: the learner's own claim and badge. Its address is a secret of theirs; sharing is one inbound event.
import { heldBadges, restingOn } from '../../../core/data/milestone.ts'
import { claimByToken, lastAccountOf, type ShownClaim } from '../../../core/data/pages.ts'
import { visitorOf } from '../../../core/data/trainerSession.ts'
import { progress } from '../../../core/model/milestone.ts'
import type { InboundEvent } from '../../../dialogs/vocabulary.ts'
import { TAB_PAGE } from '../../server/headers.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { Refused, redirect, type Reply, type Route, type Visit } from '../../server/route.ts'
import { dateIn } from '../dates.ts'
import { languageOf } from '../language.ts'
import { pageReply, type Theme } from '../layout.ts'
import { formKey, markOf, newOnce } from '../once.ts'
import { sessionOf } from '../chat/session.ts'
import { inFrame, tabOf, toDoor } from '../tab/session.ts'
import { badgeReply, issuedOf } from './badgeFile.ts'
import { learnerPage } from '../pages/learner.ts'
import { freshIds } from '../../freshIds.ts'
import type { Site } from '../site.ts'
import { evidenceReply } from './evidence.ts'
import { ownCookie } from './traces.ts'

export function learnerRoutes(site: Site): Route[] {
  return [
    { method: 'GET', path: '/c/:token', handle: async (visit) => read(site, visit, await claimOf(site, visit)) },
    { method: 'POST', path: '/c/:token', handle: async (visit) => share(site, visit, await claimOf(site, visit)) },
    {
      method: 'GET',
      path: '/c/:token/badge/:file',
      handle: async (visit) => badgeReply(site, await claimOf(site, visit), visit.params.file!, visit),
    },
    {
      method: 'GET',
      path: '/c/:token/evidence/:id',
      pace: 'none',
      handle: async (visit) => evidenceReply(site, await claimOf(site, visit), visit),
    },
  ]
}

export async function claimOf(site: Site, visit: Visit): Promise<ShownClaim> {
  const shown = await claimByToken(site.prisma, visit.params.token!)
  if (!shown) throw new Refused(404, 'no such claim')
  return shown
}

async function read(site: Site, visit: Visit, shown: ShownClaim): Promise<Reply> {
  // the address alone opens no conversation: only the browser in which it was held
  const here = await sessionOf(site, visit)
  const language = languageOf(visit.query.get('lang'), shown.learner.language, undefined)
  const address = `/c/${encodeURIComponent(visit.params.token!)}`
  const theme = await themeInTab(site, visit, shown)
  // in a window of its own the address is enough, in Teams or not
  const door = !theme && inFrame(visit) ? toDoor(site, visit, 'claims', address) : undefined
  if (door) return door
  const now = site.now()
  const held = await heldBadges(site.prisma, shown.claim, now)
  const issuers = site.catalogue.issuers.filter(({ id }) => id === shown.meaning.issuer)
  const reply = pageReply(
    learnerPage({
      shown,
      language,
      address,
      theme,
      publicAddress: `${site.publicUrl}/b/${shown.claim.id}`,
      far: progress({ issuers }, held),
      rests: await restingOn(site.prisma, shown.claim, now),
      opensTowards: site.catalogue.badge(shown.claim.badgeId)?.badge.groups?.opensTowards,
      once: newOnce(),
      chat: here?.person === shown.claim.personId,
      date: dateIn(language, site.timeZone),
    }),
    200,
    theme && TAB_PAGE,
  )
  return { ...reply, headers: { ...reply.headers, ...(await remembered(site, visit, shown)) } }
}

/** The browser that opens somebody's own page keeps a mark, read by the page on which others answer for them (routes/tutor.ts). */
async function remembered(site: Site, visit: Visit, { claim }: ShownClaim): Promise<Record<string, string>> {
  if (!site.nearby) return {}
  await site.nearby.note(claim.personId, visit.address, site.now())
  return { 'Set-Cookie': ownCookie(site, site.nearby.markOf(claim.personId)) }
}

/** What Teams looks like, when the learner reads their own page in its tab; the address alone puts no page into a frame. */
async function themeInTab(site: Site, visit: Visit, { claim }: ShownClaim): Promise<Theme | undefined> {
  const tab = site.tab && tabOf(visit)
  const reader = tab && (await visitorOf(site.prisma, tab.secret, site.now()))
  return reader?.id === claim.personId ? tab?.theme : undefined
}

/** Said as the learner themself: whoever holds this link is them, and what follows is told where they were last seen. */
async function share(site: Site, visit: Visit, shown: ShownClaim): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const fields = await visit.form()
  const wish = fields.get('share')
  if (!issuedOf(shown) || (wish !== 'on' && wish !== 'off')) return read(site, visit, shown)
  const token = visit.params.token!
  await asLearner(site, shown, fields, token, { is: 'share', token, share: wish === 'on' })
  const lang = visit.query.get('lang')
  return redirect(`/c/${encodeURIComponent(token)}${lang === 'fr' || lang === 'en' ? `?lang=${lang}` : ''}#share`)
}

/** Said as the learner, once for each form, and heard where they were last. */
export async function asLearner(
  site: Site,
  shown: ShownClaim,
  fields: URLSearchParams,
  token: string,
  event: Extract<InboundEvent, { is: 'share' | 'backpack' }>,
): Promise<void> {
  const mark = markOf(token)
  const account = (await lastAccountOf(site.prisma, shown.claim.personId)) ?? { channel: 'page', externalId: mark, chat: mark }
  await site.intake({
    key: formKey(token, fields),
    from: { ...account, place: 'private' },
    event,
    receivedAt: site.now().toISOString(),
    fresh: freshIds(),
  })
}
