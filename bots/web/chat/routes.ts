// GET and POST /w/:code, and /chat: a claim in the browser, without Telegram or Teams. The same turn and dialogs as everywhere; the
// page is a channel of its own.
import { chatCodeOf, invitationOf, isIn, newChannelLink } from '../../../core/data/browser.ts'
import { choiceData } from '../../../dialogs/choice.ts'
import type { InboundEvent } from '../../../dialogs/vocabulary.ts'
import { learnerName } from '../../../dialogs/learner/welcome.ts'
import { spokenCode } from '../../../dialogs/trainer/spokenCode.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { SCRIPTED_PAGE } from '../../server/headers.ts'
import { json, Refused, redirect, type Reply, type Route, type Visit } from '../../server/route.ts'
import { phoneAssetRoutes } from '../assets.ts'
import type { WebChannel } from '../channel.ts'
import { languageOf } from '../language.ts'
import { pageReply } from '../layout.ts'
import { newOnce } from '../once.ts'
import { phoneRoutes } from '../phones/routes.ts'
import { freshIds } from '../../freshIds.ts'
import type { Site } from '../site.ts'
import { chatPage, enterPage, joinPage, nothingHere } from './pages.ts'
import { BROWSER, chatCookie, chatOf, holderOf, ownSession, secretFor, secretOf, type Session, sessionOf } from './session.ts'

export function chatRoutes(site: Site, browser: WebChannel): Route[] {
  return [
    ...phoneAssetRoutes('/chat'),
    // spoken codes are short: guessing is slow, and a room of learners behind one address still comes in
    { method: 'GET', path: '/w/:code', pace: 'form', whose: () => undefined, handle: (visit) => showJoin(site, visit) },
    { method: 'POST', path: '/w/:code', pace: 'form', whose: secretOf, handle: (visit) => join(site, visit) },
    { method: 'GET', path: '/chat/in/:code', pace: 'form', whose: () => undefined, handle: (visit) => knock(site, visit) },
    { method: 'POST', path: '/chat/in/:code', pace: 'form', whose: secretOf, handle: (visit) => enter(site, visit) },
    { method: 'GET', path: '/chat', whose: secretOf, handle: (visit) => showChat(site, visit) },
    { method: 'POST', path: '/chat/telegram', whose: secretOf, handle: (visit) => toTelegram(site, visit) },
    { method: 'POST', path: '/chat/out', whose: secretOf, handle: async (visit) => leave(site, visit) },
    ...phoneRoutes(site, {
      web: browser,
      base: '/chat',
      holder: async (visit) => holderOf(await ownSession(site, visit)),
      pace: { pace: 'chat', whose: secretOf },
      uploadPace: { pace: 'upload', whose: secretOf },
    }),
  ]
}

const languageFor = (visit: Visit, session?: Session) =>
  languageOf(visit.query.get('lang'), session?.language, visit.headers['accept-language'])
const addressOf = (visit: Visit): string => `/w/${encodeURIComponent(visit.params.code!)}`

const invited = (site: Site, visit: Visit) => {
  const long = visit.params.code!
  return invitationOf(site.prisma, { long, spoken: spokenCode(long) }, site.now())
}

async function showJoin(site: Site, visit: Visit, wrong = false): Promise<Reply> {
  const [invitation, session] = await Promise.all([invited(site, visit), sessionOf(site, visit)])
  const language = languageFor(visit, session)
  const address = addressOf(visit)
  if (!invitation) return pageReply(nothingHere(language, 'lost', address), 404)
  const badges = invitation.badges.flatMap((id) => site.catalogue.badge(id)?.badge.name[language] ?? [])
  const page = joinPage({ language, address, what: invitation, badges, known: session ? session.name : undefined, wrong })
  return pageReply(page, wrong ? 400 : 200, SCRIPTED_PAGE)
}

/** One start event, as by the code in a chat: somebody new with their first name, or whoever this browser belongs to. */
async function join(site: Site, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const [invitation, session, fields] = await Promise.all([invited(site, visit), sessionOf(site, visit), visit.form()])
  const language = languageFor(visit, session)
  if (!invitation) return pageReply(nothingHere(language, 'lost', addressOf(visit)), 404)
  const same = fields.get('same') === 'yes' ? session : undefined
  const name = learnerName(fields.get('name') ?? '')
  if (!same && !name) return showJoin(site, visit, true)
  const once = /^[0-9a-f]{32}$/.exec(fields.get('once') ?? '')?.[0] ?? newOnce()
  const secret = same?.secret ?? secretFor(once, name!)
  const chat = chatOf(secret)
  await site.intake({
    key: `${BROWSER}:${chat}:${once}`,
    from: {
      channel: BROWSER,
      externalId: chat,
      chat,
      place: 'private',
      ...(!same && { firstName: name, fullName: name }),
      locale: language,
      timeZone: fields.get('zone')?.slice(0, 64),
    },
    event: { is: 'start', code: invitation.code },
    receivedAt: site.now().toISOString(),
    fresh: freshIds(),
  })
  return redirect(`/chat?lang=${language}`, { 'Set-Cookie': chatCookie(site, secret) })
}

/** A code from another channel. Whoever previews links opens it too: reading it changes nothing, the button uses it up. */
async function knock(site: Site, visit: Visit): Promise<Reply> {
  const [found, session] = await Promise.all([chatCodeOf(site.prisma, visit.params.code!, site.now()), sessionOf(site, visit)])
  const language = languageFor(visit, session)
  const address = `/chat/in/${encodeURIComponent(visit.params.code!)}`
  return found ? pageReply(enterPage(language, address)) : pageReply(nothingHere(language, 'over', address), 410)
}

/**
 * Somebody whom this browser knows already is asked in their conversation, as in Telegram: nothing of theirs is lost. A browser that is
 * nobody's becomes theirs by this one button, where the tap in the chat was the yes of the other side; with `both-sides` both are asked.
 */
async function enter(site: Site, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const code = visit.params.code!
  const [found, session] = await Promise.all([chatCodeOf(site.prisma, code, site.now()), sessionOf(site, visit)])
  const language = languageFor(visit, session)
  const over = () => pageReply(nothingHere(language, 'over', `/chat/in/${encodeURIComponent(code)}`), 410)
  if (!found) return over()
  const secret = session?.secret ?? newOnce()
  const chat = chatOf(secret)
  const asked = session !== undefined || found === 'both-sides'
  const happens = (what: string, event: InboundEvent) =>
    site.intake({
      key: `${BROWSER}:${chat}:${what}:${code}`,
      from: { channel: BROWSER, externalId: chat, chat, place: 'private', locale: language },
      event,
      receivedAt: site.now().toISOString(),
      fresh: freshIds(),
    })
  if (asked) await happens('in', { is: 'start', code })
  else {
    await happens('in', { is: 'choice', data: choiceData({ is: 'invite', id: code }, 'join', 'yes') })
    // another was faster
    if (!(await isIn(site.prisma, code, chat))) return over()
    // whoever was let in reads the question that is open
    await happens('on', { is: 'choice', data: choiceData({ is: 'self' }, 'moved', 'yes') })
  }
  return redirect(`/chat?lang=${language}`, { 'Set-Cookie': chatCookie(site, secret) })
}

async function showChat(site: Site, visit: Visit): Promise<Reply> {
  const session = await sessionOf(site, visit)
  const language = languageFor(visit, session)
  if (!session) return pageReply(nothingHere(language, 'closed', '/chat'), 401)
  await site.nearby?.note(session.person, visit.address, site.now())
  return chatPage(language, session, site.telegramLink('') !== undefined)
}

/** The link that goes on in Telegram: good once, for an hour. */
async function toTelegram(site: Site, visit: Visit): Promise<Reply> {
  const session = await ownSession(site, visit)
  if (site.telegramLink('') === undefined) throw new Refused(404, 'no Telegram here')
  return json({ url: site.telegramLink(await newChannelLink(site.prisma, session, site.now())) })
}

/** This browser forgets; the claim stays. */
function leave(site: Site, visit: Visit): Reply {
  sameOriginOnly(visit, site.publicUrl)
  return redirect(`/chat?lang=${languageFor(visit)}`, { 'Set-Cookie': chatCookie(site) })
}
