// GET and POST /e/:token. A GET changes nothing; a POST is one inbound event of the channel « page », so the same turn decides.
import { randomBytes } from 'node:crypto'
import { personOfAccount, requestByCode, type ShownClaim } from '../../../core/data/pages.ts'
import { isSameMailbox } from '../../../core/model/sameMailbox.ts'
import { sending } from '../../../core/model/status.ts'
import { CAPACITIES, type Endorsement, type Verdict } from '../../../core/model/rows.ts'
import type { InboundEvent } from '../../../dialogs/vocabulary.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { Refused, redirect, type Reply, type Route, type Visit } from '../../server/route.ts'
import { sessionOf } from '../chat/session.ts'
import { languageOf } from '../language.ts'
import { pageReply } from '../layout.ts'
import { formKey, newOnce } from '../once.ts'
import { type TutorForm, tutorAnsweredPage, tutorClosedPage, tutorFormPage, tutorStopPage, VERDICTS } from '../pages/tutor.ts'
import { freshIds } from '../../freshIds.ts'
import type { Site } from '../site.ts'
import { evidenceReply } from './evidence.ts'
import { tracesOf } from './traces.ts'

const COOKIE = 'declic_tutor'
const YEAR = 365 * 24 * 3600

export function tutorRoutes(site: Site): Route[] {
  return [
    { method: 'GET', path: '/e/:token', handle: (visit) => read(site, visit) },
    { method: 'POST', path: '/e/:token', handle: (visit) => answer(site, visit) },
    { method: 'GET', path: '/e/:token/stop', handle: (visit) => askToStop(site, visit) },
    { method: 'POST', path: '/e/:token/stop', handle: (visit) => stop(site, visit) },
    {
      method: 'GET',
      path: '/e/:token/evidence/:id',
      pace: 'none',
      handle: async (visit) => {
        const view = await viewOf(site, visit)
        // once their word stands they need it no longer
        const reads = view.is === 'open' || (view.is === 'mine' && !view.endorsement.settledAt)
        if (!reads || view.request.shown.claim.withdrawnAt) throw new Refused(404, 'nothing to read here')
        return evidenceReply(site, view.request.shown, visit)
      },
    },
  ]
}

/** How a request stands for whoever visits. `reader`: the random id of this browser, once it has answered. */
async function viewOf(site: Site, visit: Visit) {
  const request = await requestByCode(site.prisma, visit.params.token!)
  if (!request) {
    // the token itself is never written down: a wrong one is nobody's, a mistyped one is somebody's
    site.log.info({ route: '/e/:token' }, 'a link of no request was refused')
    throw new Refused(404, 'no such request')
  }
  const { claim } = request.shown
  const endorsement = claim.endorsements.find((e) => e.id === request.endorsement)!
  // whoever has the link of a letter reads the mails of its address: they are the one who may have replied to it
  const letter = endorsement.mailTo ? await site.letterReader?.(endorsement.id) : undefined
  const reader = /^[0-9a-f]{32}$/.exec(visit.cookies[COOKIE] ?? '')?.[0]
  const account = letter ? letter.from : reader ? { channel: 'page', externalId: reader } : undefined
  const person = account && (await personOfAccount(site.prisma, account.channel, account.externalId))
  const mine = endorsement.endorserId !== null && endorsement.endorserId === person?.id
  // who claims in this browser is known by its session: their own account, not somebody who happens to sit beside them
  const claims = (await sessionOf(site, visit))?.person === claim.personId
  if (claims || isOwn(request.shown, person, endorsement)) return { request, endorsement, letter, reader, person, is: 'own' as const }
  const shared = { request, endorsement, letter, reader, person }
  if (endorsement.verdict) return { ...shared, is: mine ? ('mine' as const) : ('answered' as const) }
  if (endorsement.withdrawnAt || claim.withdrawnAt || claim.revokedAt || !sending(claim)) return { ...shared, is: 'withdrawn' as const }
  if (claim.expiredAt || isOver(request.link.expiresAt, site.now())) return { ...shared, is: 'expired' as const }
  if (endorsement.endorserId && !mine) return { ...shared, is: 'taken' as const }
  return { ...shared, is: 'open' as const }
}
/** The learner themself, by the account of this browser or by the address that the letter went to. */
const isOwn = ({ claim, learner }: ShownClaim, person: { id: string } | undefined, { mailTo }: Endorsement): boolean =>
  person?.id === claim.personId || [claim.email, learner.email].some((own) => isSameMailbox(own, mailTo))

type View = Awaited<ReturnType<typeof viewOf>>

const isOver = (instant: string | null, now: Date): boolean => instant !== null && Date.parse(instant) < now.getTime()

const GONE = { answered: 200, taken: 200, own: 200, withdrawn: 410, expired: 410 }

async function read(site: Site, visit: Visit): Promise<Reply> {
  const view = await viewOf(site, visit)
  // the choice of a letter is made beforehand, and confirmed here: machines that open every link of a mail change nothing
  const chosen = VERDICTS.find((verdict) => verdict === visit.query.get('verdict'))
  return show(site, visit, view, {
    verdict: chosen,
    comment: '',
    name: view.person?.name ?? '',
    role: view.person?.role ?? '',
    organisation: view.person?.organisation ?? '',
    anonymous: false,
  })
}

function show(site: Site, visit: Visit, view: View, form: TutorForm, problem?: 'verdict' | 'changed'): Reply {
  const language = languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language'])
  const address = `/e/${visit.params.token}`
  const { shown } = view.request
  const asked = { shown, language, address, once: newOnce() }
  switch (view.is) {
    case 'open':
      return pageReply(tutorFormPage(asked, form, problem), problem ? 422 : 200)
    case 'mine':
      return pageReply(tutorAnsweredPage(asked, view.endorsement, visit.query.has('done') ? 0 : secondsLeft(site, view)))
    default:
      site.log.info({ request: view.endorsement.id, why: view.is }, 'a link of a request was refused')
      return pageReply(tutorClosedPage(shown, language, address, view.is), GONE[view.is])
  }
}

function secondsLeft(site: Site, { endorsement, request }: View): number {
  if (endorsement.settledAt || !endorsement.at) return 0
  return (Date.parse(endorsement.at) - site.now().getTime()) / 1000 + site.undoSeconds(request.shown.claim.openedThrough)
}

async function answer(site: Site, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const fields = await visit.form()
  const view = await viewOf(site, visit)
  const { token } = visit.params
  const settle = fields.get('settle')
  if (settle) {
    if (view.is !== 'mine' || (settle !== 'undo' && settle !== 'done')) return show(site, visit, view, emptyForm)
    await say(site, visit, view, view.reader ?? '', fields, { is: 'settle', code: token!, how: settle })
    // the verdict is settled by a job, a moment later: the page says so already
    return redirect(backTo(visit, settle === 'done' ? { done: '' } : {}))
  }
  const form: TutorForm = {
    verdict: fields.get('verdict') ?? undefined,
    comment: text(fields, 'comment', 2000),
    name: text(fields, 'name', 100),
    role: text(fields, 'role', 100),
    capacity: CAPACITIES.find((capacity) => capacity === fields.get('capacity')),
    organisation: text(fields, 'organisation', 100),
    anonymous: fields.has('anonymous'),
  }
  if (view.is !== 'open') return show(site, visit, view, form)
  if (!VERDICTS.includes(form.verdict as Verdict)) return show(site, visit, view, form, 'verdict')
  const read = fields.get('digest')
  if (read !== null && read !== (view.request.shown.claim.digest ?? '')) return show(site, visit, view, form, 'changed')
  const reader = view.reader ?? randomBytes(16).toString('hex')
  await say(site, visit, view, reader, fields, {
    is: 'verdict',
    code: token!,
    verdict: form.verdict as Verdict,
    comment: form.comment || undefined,
    name: form.name || undefined,
    role: form.role || undefined,
    capacity: form.capacity,
    organisation: form.organisation || undefined,
    traces: await tracesOf(site, visit, view.request.shown),
    anonymous: form.anonymous,
    digest: read ?? undefined,
  })
  return redirect(backTo(visit), view.letter ? {} : { 'Set-Cookie': cookie(site, reader) })
}

/** « Ne plus m'écrire »: asked back, because machines open links. */
async function askToStop(site: Site, visit: Visit): Promise<Reply> {
  const view = await viewOf(site, visit)
  const language = languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language'])
  return pageReply(tutorStopPage(`/e/${visit.params.token}/stop`, language, newOnce(), view.letter === undefined))
}

async function stop(site: Site, visit: Visit): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const fields = await visit.form()
  const view = await viewOf(site, visit)
  if (view.letter) await say(site, visit, view, '', fields, { is: 'unwanted', code: visit.params.token! })
  return redirect(`/e/${encodeURIComponent(visit.params.token!)}/stop`)
}

const emptyForm: TutorForm = { comment: '', name: '', role: '', organisation: '', anonymous: false }

const text = (fields: URLSearchParams, name: string, longest: number): string =>
  (fields.get(name) ?? '').replaceAll('\r\n', '\n').trim().slice(0, longest)

/** The form's own once-only number makes a double click one event. */
async function say(
  site: Site,
  visit: Visit,
  { letter, endorsement }: View,
  reader: string,
  fields: URLSearchParams,
  event: InboundEvent,
): Promise<void> {
  await site.intake({
    key: formKey(visit.params.token!, fields),
    request: letter && {
      endorsement: endorsement.id,
      code: visit.params.token!,
      proof: { by: 'link', domain: letter.domain, checked: true },
    },
    from: letter?.from ?? {
      channel: 'page',
      externalId: reader,
      chat: reader,
      place: 'private',
      locale: languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language']),
    },
    event,
    receivedAt: site.now().toISOString(),
    fresh: freshIds(),
  })
}

function backTo(visit: Visit, more: Record<string, string> = {}): string {
  const lang = visit.query.get('lang')
  const query = new URLSearchParams({ ...(lang === 'fr' || lang === 'en' ? { lang } : {}), ...more }).toString()
  return `/e/${encodeURIComponent(visit.params.token!)}${query ? `?${query}` : ''}`
}

/** Lax: whoever comes back through the link in their mail is recognised. */
const cookie = (site: Site, reader: string): string =>
  `${COOKIE}=${reader}; Path=/e/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax${site.publicUrl.startsWith('https:') ? '; Secure' : ''}`
