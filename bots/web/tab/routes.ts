// The tab in Teams: its doors (/teams/follow-up, /teams/claims), who comes in (/teams/session), and a learner's own claims (/teams/mine).
// Behind the door a trainer is on the follow-up page (/trainer) and a learner on the private page (/c/…): the same pages as in a browser.
import { z } from 'zod'
import { openSession, visitorOf } from '../../../core/data/trainerSession.ts'
import { followsPeople, ownClaims, ownToken, personOnTeams } from '../../../core/data/tab.ts'
import { TAB_PAGE } from '../../server/headers.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { json, Refused, redirect, type Reply, type Route, type Visit } from '../../server/route.ts'
import { tabAssetRoutes } from '../assets.ts'
import { dateIn } from '../dates.ts'
import { languageOf } from '../language.ts'
import { pageReply } from '../layout.ts'
import type { Site } from '../site.ts'
import { KeysUnreachable } from './keys.ts'
import { aboutPage, type DoorState, doorPage, minePage } from './pages.ts'
import { tabCookies, tabOf, type TabPage, themeOf, toDoor } from './session.ts'
import { type TokenProblem, verifyToken } from './token.ts'

type TabSite = Site & { tab: NonNullable<Site['tab']> }

export function tabRoutes(site: TabSite, contact?: string): Route[] {
  const door = (page: TabPage): Route => ({
    method: 'GET',
    path: `/teams/${page}`,
    handle: async (visit) => {
      const language = languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language'])
      const claim = UUID.exec(visit.query.get('claim') ?? '')?.[0]
      return pageReply(doorPage({ language, page, appId: site.tab.appId, claim }), 200, TAB_PAGE)
    },
  })
  return [
    ...tabAssetRoutes(),
    door('follow-up'),
    door('claims'),
    { method: 'POST', path: '/teams/session', handle: (visit) => enter(site, visit) },
    { method: 'GET', path: '/teams/session', handle: async (visit) => ({ status: (await visitor(site, visit)) ? 204 : 401 }) },
    { method: 'GET', path: '/teams/mine', handle: (visit) => mine(site, visit) },
    {
      method: 'GET',
      path: '/teams/about',
      handle: async (visit) =>
        pageReply(aboutPage(languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language']), contact)),
    },
  ]
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const Entering = z.object({
  page: z.enum(['follow-up', 'claims']),
  theme: z.string().max(20).optional(),
  /** Of a link to one claim. */
  claim: z.string().max(64).optional(),
  /** Where they were when their session was over. */
  to: z.string().max(500).optional(),
})
type Entering = z.infer<typeof Entering>

/** RFC 6750, 3.1: what is wrong with the token itself, and what this person may not do with a good one. */
const REFUSALS: Record<TokenProblem, { status: 401 | 403; state: DoorState }> = {
  malformed: { status: 401, state: 'refused' },
  signature: { status: 401, state: 'refused' },
  issuer: { status: 401, state: 'refused' },
  audience: { status: 401, state: 'refused' },
  time: { status: 401, state: 'refused' },
  scope: { status: 403, state: 'refused' },
  tenant: { status: 403, state: 'tenant' },
}

const no = (status: number, state: DoorState): Reply => json({ problem: state }, {}, status)

/** The token comes in and a session goes out, with where to go; or what the door has to say. */
async function enter(site: TabSite, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const asked = Entering.safeParse(await visit.json())
  if (!asked.success) throw new Refused(400, 'not what the door says')
  const verdict = await verdictOn(site, visit)
  if ('reply' in verdict) return verdict.reply
  const person = await personOnTeams(site.prisma, verdict.externalId)
  if (!person) return no(403, 'unknown')
  const to = await wayOf(site, asked.data, person)
  if (!to) return no(403, 'not-trainer')
  const secret = await openSession(site.prisma, 'tab-session', person, site.now())
  const reply = json({ to })
  return { ...reply, headers: { ...reply.headers, 'Set-Cookie': tabCookies(secret, themeOf(asked.data.theme)) } }
}

async function verdictOn(site: TabSite, visit: Visit): Promise<{ externalId: string } | { reply: Reply }> {
  const [, token = ''] = /^Bearer (\S+)$/.exec(visit.headers.authorization ?? '') ?? []
  try {
    const verdict = await verifyToken(token, { ...site.tab, publicUrl: site.publicUrl }, site.now())
    if ('externalId' in verdict) return verdict
    const { status, state } = REFUSALS[verdict.problem]
    // an operator sees what is set up wrongly; who it was is nobody's business
    site.log.warn({ problem: verdict.problem, status }, 'the tab in Teams refused a token')
    return { reply: no(status, state) }
  } catch (error) {
    if (!(error instanceof KeysUnreachable)) throw error
    site.log.error({ err: error }, 'the tab in Teams cannot check tokens')
    return { reply: no(503, 'busy') }
  }
}

/** Where this person goes on; undefined: it is not for them. */
async function wayOf(site: TabSite, { page, claim, to }: Entering, person: string): Promise<string | undefined> {
  const follows = await followsPeople(site.prisma, person)
  const back = to ? inside(to, site) : undefined
  if (back && (await mayGo(site, back, person, follows))) return back
  if (page === 'claims') {
    const token = claim && (await ownToken(site.prisma, person, { id: claim }))
    if (token) return `/c/${token}`
    if (!claim || !follows) return '/teams/mine'
  }
  if (!follows) return undefined
  return claim && UUID.test(claim) ? `/trainer/claims/${claim}` : '/trainer'
}

/** An address of the tab's own pages; undefined for any other, however it is spelt. */
function inside(to: string, { publicUrl }: Site): string | undefined {
  const url = URL.parse(to, publicUrl)
  if (!url || url.origin !== new URL(publicUrl).origin || !/^\/(trainer(\/|$)|c\/|teams\/mine$)/.test(url.pathname)) return undefined
  return url.pathname + url.search
}

/** A page that would send them back to the door is none to go back to. */
async function mayGo(site: Site, to: string, person: string, follows: boolean): Promise<boolean> {
  const [, place, token = ''] = /^\/(trainer|c|teams)\/?([^/?]*)/.exec(to) ?? []
  if (place === 'trainer') return follows
  return place === 'teams' || (await ownToken(site.prisma, person, { token })) !== undefined
}

const visitor = async (site: Site, visit: Visit) => {
  const tab = tabOf(visit)
  const person = tab && (await visitorOf(site.prisma, tab.secret, site.now()))
  return person && { ...person, theme: tab.theme }
}

async function mine(site: TabSite, visit: Visit): Promise<Reply> {
  const me = await visitor(site, visit)
  if (!me) return toDoor(site, visit, 'claims', '/teams/mine') ?? redirect('/teams/claims')
  const language = languageOf(visit.query.get('lang'), me.language, undefined)
  const claims = await ownClaims(site.prisma, me.id)
  const date = dateIn(language, site.timeZone)
  return pageReply(minePage({ language, theme: me.theme, claims, date, appId: site.tab.appId }), 200, TAB_PAGE)
}
