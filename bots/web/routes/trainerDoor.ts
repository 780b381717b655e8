// Signing in to the follow-up page and out of it. The link in the chat is opened by whoever previews links too: reading it changes
// nothing, one tap on the page uses it up.
import { createHash } from 'node:crypto'
import { isOpenLink, followerOf, SESSION_SECONDS, signIn, signOut } from '../../../core/data/trainerSession.ts'
import { waitingClaims } from '../../../core/data/followUp.ts'
import { SCRIPTED_PAGE, TAB_PAGE } from '../../server/headers.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { redirect, type Reply, type Route, type Visit } from '../../server/route.ts'
import { dateIn } from '../dates.ts'
import { languageOf } from '../language.ts'
import { type Page, pageReply } from '../layout.ts'
import { type Desk, doorPage } from '../pages/trainer/frame.ts'
import type { Site } from '../site.ts'
import { tabOf, toDoor } from '../tab/session.ts'
import { sayIn } from '../texts.ts'
import { makeableFor } from '../makeable.ts'

const COOKIE = 'declic_trainer'

export const doorRoutes = (site: Site): Route[] => [
  { method: 'GET', path: '/trainer/in/:token', handle: (visit) => knock(site, visit) },
  { method: 'POST', path: '/trainer/in/:token', handle: (visit) => enter(site, visit) },
  { method: 'POST', path: '/trainer/out', handle: (visit) => leave(site, visit) },
]

const languageFor = (visit: Visit) => languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language'])
const inAddress = (visit: Visit): string => `/trainer/in/${encodeURIComponent(visit.params.token!)}`

async function knock(site: Site, visit: Visit): Promise<Reply> {
  const open = await isOpenLink(site.prisma, visit.params.token!, site.now())
  return pageReply(doorPage(languageFor(visit), inAddress(visit), open ? 'enter' : 'over'), open ? 200 : 410)
}

async function enter(site: Site, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const secret = await signIn(site.prisma, visit.params.token!, site.now())
  if (!secret) return pageReply(doorPage(languageFor(visit), inAddress(visit), 'over'), 410)
  return redirect(`/trainer?lang=${languageFor(visit)}`, { 'Set-Cookie': cookie(site, secret, SESSION_SECONDS) })
}

async function leave(site: Site, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const secret = secretOf(visit)
  if (secret) await signOut(site.prisma, secret)
  const page = pageReply(doorPage(languageFor(visit), '/trainer', 'closed'))
  return { ...page, headers: { ...page.headers, 'Set-Cookie': cookie(site, '', 0) } }
}

/** Lax: whoever comes back through a bookmark is still signed in. */
const cookie = (site: Site, secret: string, seconds: number): string =>
  `${COOKIE}=${secret}; Path=/trainer; Max-Age=${seconds}; HttpOnly; SameSite=Lax${site.publicUrl.startsWith('https:') ? '; Secure' : ''}`

const secretOf = (visit: Visit): string | undefined => /^[0-9a-f]{32}$/.exec(visit.cookies[COOKIE] ?? '')?.[0]

/** Who visits the route `path`, with what every page shows; a reply instead where nobody is signed in. */
export async function deskOf(site: Site, visit: Visit, path: string): Promise<{ desk: Desk; secret: string } | { reply: Reply }> {
  const address = path.replace(':id', encodeURIComponent(visit.params.id ?? ''))
  const found = await followerHere(site, visit)
  if (!found) {
    return { reply: toDoor(site, visit, 'follow-up', address) ?? pageReply(doorPage(languageFor(visit), '/trainer', 'closed'), 401) }
  }
  const { secret, me, theme } = found
  const language = languageOf(visit.query.get('lang'), me.language, undefined)
  const query = new URLSearchParams(visit.query)
  for (const passing of ['lang', 'after']) query.delete(passing)
  const structures = me.structures.map((structure) => structure.id)
  const waiting = structures.length > 0 ? (await waitingClaims(site.prisma, me.id, structures)).length : 0
  const codes = makeableFor(site, { me }).length > 0
  return {
    secret,
    desk: { me, language, say: sayIn(language), address, query, date: dateIn(language, site.timeZone), waiting, codes, theme },
  }
}

/** The session of the tab in Teams first, then that of a link from the chat. Only the first makes a page that a frame may show. */
async function followerHere(site: Site, visit: Visit) {
  const tab = site.tab && tabOf(visit)
  const link = secretOf(visit)
  for (const { secret, theme } of [...(tab ? [tab] : []), ...(link ? [{ secret: link, theme: undefined }] : [])]) {
    const me = await followerOf(site.prisma, secret, site.now())
    if (me) return { secret, me, theme }
  }
  return undefined
}

/** The page, and 304 as long as it says the same: it asks again and again (assets/trainer.js). */
export function livePage(visit: Visit, page: Page, status = 200): Reply {
  const headers = page.tab ? TAB_PAGE : SCRIPTED_PAGE
  const reply = pageReply(page, status, headers)
  const etag = `"${createHash('sha256').update(reply.body!).digest('base64url').slice(0, 22)}"`
  if (status === 200 && visit.headers['if-none-match'] === etag) return { status: 304, headers: { ...headers, ETag: etag } }
  return { ...reply, headers: { ...reply.headers, ETag: etag } }
}
