// The follow-up page, /trainer: what a trainer sees of their own structures, and nothing of another one (404, as if it were not there).
// Decisions are inbound events like those of the chat, so the same turn records them and tells the learner.
import { createHash } from 'node:crypto'
import { readEchoes } from '../../../core/data/echoes.ts'
import {
  badgeNames,
  claimsOf,
  type FollowedClaim,
  type FollowedWorkshop,
  learnersOf,
  membersOf,
  nextNudge,
  nudgesOf,
  projectsOf,
  waitingClaims,
  workshopsOf,
} from '../../../core/data/followUp.ts'
import { practices, stageCounts } from '../../../core/data/issuerCounts.ts'
import { helpersOf } from '../../../core/data/peers.ts'
import { claimById, lastAccountOf, type ShownClaim } from '../../../core/data/pages.ts'
import { acceptedByRule, holdersOf, reviewingOf } from '../../../core/data/reviewing.ts'
import { isForTrainers } from '../../../core/model/badge.ts'
import { isJurysTurn } from '../../../core/model/jury.ts'
import { badgeFor } from '../../../core/model/overlay.ts'
import type { Outcome } from '../../../core/model/rows.ts'
import { decision, isWhole, sending, trainerMaySee } from '../../../core/model/status.ts'
import { textMark } from '../../../core/model/textMark.ts'
import { type Sentence, sentencesFor } from '../../../dialogs/trainer/sentences.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { Refused, redirect, type Reply, type Route, type Visit } from '../../server/route.ts'
import { timeIn } from '../dates.ts'
import { formKey, newOnce } from '../once.ts'
import { claimPage, claimsPage, type ClaimView, type Last } from '../pages/trainer/claims.ts'
import { type Desk, to } from '../pages/trainer/frame.ts'
import { homePage } from '../pages/trainer/home.ts'
import { issuerPage } from '../pages/trainer/issuer.ts'
import { learnersPage } from '../pages/trainer/learners.ts'
import type { BadgeNow } from '../pages/trainer/stages.ts'
import { sheetPage, workshopPage } from '../pages/trainer/workshop.ts'
import { freshIds } from '../../freshIds.ts'
import type { Site } from '../site.ts'
import { evidenceReply } from './evidence.ts'
import { endCodeOnPage, makeCode, showCodes } from './trainerCodes.ts'
import { askToRevoke, revokeBadge } from './trainerRevoke.ts'
import { learnersTable } from './trainerTable.ts'
import { deskOf, doorRoutes, livePage } from './trainerDoor.ts'

/** `secret`: of the session. */
type Handler = (desk: Desk, visit: Visit, secret: string) => Promise<Reply>

export function trainerRoutes(site: Site): Route[] {
  const signedIn = (path: string, handler: Handler, more: Partial<Pick<Route, 'method' | 'pace'>> = {}): Route => ({
    method: 'GET',
    path,
    ...more,
    handle: async (visit) => {
      const found = await deskOf(site, visit, path)
      return 'reply' in found ? found.reply : handler(found.desk, visit, found.secret)
    },
  })
  const { prisma } = site
  const badgeNow: BadgeNow = (badge, structure) => badgeFor(site.catalogue, badge, structure)?.badge
  const search = (visit: Visit): string => (visit.query.get('q') ?? '').trim().slice(0, 100)

  const workshopView = async (desk: Desk, visit: Visit) => {
    const workshop = await workshopOf(site, desk, visit)
    const [people, nudges, next] = await Promise.all([
      membersOf(prisma, workshop),
      nudgesOf(prisma, workshop.id),
      nextNudge(prisma, workshop.id, site.timeZone),
    ])
    return { workshop, people, projects: await projectsOf(prisma, workshop.id, people), nudges, next }
  }

  return [
    ...doorRoutes(site),
    signedIn('/trainer', async (desk, visit) => {
      if (mine(desk).length === 0) return redirect(to(desk, '/trainer/issuer'))
      const [workshops, claims] = await Promise.all([workshopsOf(prisma, mine(desk)), claimsOf(prisma, mine(desk))])
      return livePage(visit, homePage(desk, workshops, claims))
    }),
    signedIn('/trainer/learners', async (desk, visit) => {
      const [found, helpers] = await Promise.all([learnersOf(prisma, mine(desk), search(visit)), helpersOf(prisma, mine(desk), site.now())])
      const names = await badgeNames(prisma, [...new Set(helpers.map(({ badgeId }) => badgeId))])
      return livePage(visit, learnersPage(desk, found, search(visit), badgeNow, { helpers, names }))
    }),
    signedIn('/trainer/learners.csv', async (desk, visit) => {
      const { learners } = await learnersOf(prisma, mine(desk), search(visit))
      return learnersTable(desk, learners, badgeNow)
    }),
    signedIn('/trainer/w/:id', async (desk, visit) => livePage(visit, workshopPage(desk, await workshopView(desk, visit), badgeNow))),
    signedIn('/trainer/w/:id/sheet', async (desk, visit) => livePage(visit, sheetPage(desk, await workshopView(desk, visit), badgeNow))),
    signedIn('/trainer/w/:id/learners.csv', async (desk, visit) =>
      learnersTable(desk, await membersOf(prisma, await workshopOf(site, desk, visit)), badgeNow),
    ),
    signedIn('/trainer/claims', async (desk, visit) => {
      const waiting = await waitingClaims(prisma, desk.me.id, mine(desk))
      const [held, byRule, last] = await Promise.all([
        heldBy(site, desk, waiting),
        acceptedByRule(prisma, mine(desk)),
        lastOf(site, desk, visit),
      ])
      return livePage(visit, claimsPage(desk, { waiting, held, byRule, last }))
    }),
    signedIn('/trainer/claims/:id', async (desk, visit, secret) => showClaim(site, desk, visit, secret)),
    signedIn('/trainer/claims/:id', async (desk, visit, secret) => decide(site, desk, visit, secret), { method: 'POST' }),
    {
      method: 'GET',
      path: '/trainer/claims/:id/evidence/:piece',
      pace: 'none',
      handle: async (visit) => {
        const found = await deskOf(site, visit, '/trainer')
        if ('reply' in found) return found.reply
        const shown = await claimOf(site, found.desk, visit.params.id!)
        if (!trainerMaySee(shown.claim)) throw new Refused(404, 'not for trainers')
        return evidenceReply(site, shown, visit, visit.params.piece, true)
      },
    },
    signedIn('/trainer/codes', (desk, visit) => showCodes(site, desk, visit)),
    signedIn('/trainer/codes', (desk, visit) => makeCode(site, desk, visit), { method: 'POST' }),
    signedIn('/trainer/codes/:id', (desk, visit) => endCodeOnPage(site, desk, visit), { method: 'POST' }),
    signedIn('/trainer/claims/:id/revoke', async (desk, visit) => askToRevoke(site, desk, visit)),
    signedIn('/trainer/claims/:id/revoke', async (desk, visit) => revokeBadge(site, desk, visit), { method: 'POST' }),
    signedIn('/trainer/issuer', async (desk, visit) => {
      if (desk.me.organisations.length === 0) throw new Refused(404, 'not an issuer')
      const views = await Promise.all(
        desk.me.organisations.map(async ({ id, name }) => {
          const [stages, how] = await Promise.all([stageCounts(prisma, id), practices(prisma, id)])
          return { name, stages, practices: how, badges: await badgeNames(prisma, [...new Set(stages.map((row) => row.badgeId))]) }
        }),
      )
      return livePage(visit, issuerPage(desk, views))
    }),
  ]
}

const mine = (desk: Desk): string[] => desk.me.structures.map((structure) => structure.id)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function workshopOf(site: Site, desk: Desk, visit: Visit): Promise<FollowedWorkshop> {
  const id = visit.params.id!
  const [found] = UUID.test(id) ? await workshopsOf(site.prisma, mine(desk), id) : []
  if (!found) throw new Refused(404, 'no such workshop here')
  return found
}

/** A claim of the reader's structures that was sent, and is not their own. */
export async function claimOf(site: Site, desk: Desk, id: string): Promise<ShownClaim> {
  const shown = await claimById(site.prisma, id)
  const { claim } = shown ?? {}
  const visible = claim && claim.structureId !== null && mine(desk).includes(claim.structureId) && claim.personId !== desk.me.id
  if (!shown || !visible || !sending(claim) || claim.withdrawnAt) throw new Refused(404, 'no such claim here')
  return shown
}

/** Those that another trainer has open; in the jury's turn nobody has one alone. */
async function heldBy(site: Site, desk: Desk, waiting: FollowedClaim[]): Promise<Map<string, string | null>> {
  const alone = waiting.filter((claim) => !claim.jurys).map(({ id }) => id)
  return holdersOf(site.prisma, alone, desk.me.id, site.now())
}

/** What became of the claim that was decided on the page before. */
async function lastOf(site: Site, desk: Desk, visit: Visit): Promise<Last | undefined> {
  const id = visit.query.get('after')
  const shown = id ? await claimOf(site, desk, id).catch(() => undefined) : undefined
  const stands = shown && decision(shown.claim)
  if (!id) return undefined
  if (shown && !stands) {
    const now = await reviewingOf(site.prisma, shown.claim, shown.meaning, desk.me.id, site.now())
    const spoken = { learner: shown.learner.name, badge: shown.meaning.name[desk.language] }
    if (now.jury?.spoke) return { ...spoken, said: now.jury.said, seats: now.jury.seats }
    if (now.words.some((word) => word.by === desk.me.id)) return { ...spoken, over: true }
    if (now.holder) return { ...spoken, holder: now.holder.name }
  }
  if (!shown || !stands) return 'nothing'
  const { outcome, byName, by } = stands
  const lacking = outcome === 'accepted' && !isWhole(shown.claim, shown.meaning.policy)
  return { learner: shown.learner.name, badge: shown.meaning.name[desk.language], outcome, by: byName, mine: by === desk.me.id, lacking }
}

async function viewOf(site: Site, desk: Desk, visit: Visit, secret: string): Promise<ClaimView> {
  const id = visit.params.id!
  const shown = await claimOf(site, desk, id)
  const waiting = await waitingClaims(site.prisma, desk.me.id, mine(desk))
  const at = waiting.findIndex((claim) => claim.id === id)
  const held = await heldBy(site, desk, waiting)
  const after = (at < 0 ? waiting : waiting.slice(at + 1)).filter((claim) => claim.id !== id && !held.has(claim.id))
  const sent = sending(shown.claim)!
  const now = await reviewingOf(site.prisma, shown.claim, shown.meaning, desk.me.id, site.now())
  return {
    shown,
    echoes: await readEchoes(site.prisma, id),
    now,
    time: timeIn(desk.language, site.timeZone),
    ready: { complete: readyFor(site, shown, 'to-complete'), refuse: readyFor(site, shown, 'refused') },
    decidable: at >= 0,
    previous: at > 0 ? waiting[at - 1]!.id : undefined,
    next: after[0]?.id,
    at: at + 1,
    of: waiting.length,
    once: createHash('sha256').update(`${secret} ${id} ${sent.at}`).digest('hex').slice(0, 32),
  }
}

async function showClaim(site: Site, desk: Desk, visit: Visit, secret: string): Promise<Reply> {
  await look(site, desk, visit)
  const [view, last] = await Promise.all([viewOf(site, desk, visit, secret), lastOf(site, desk, visit)])
  return livePage(visit, claimPage(desk, { ...view, last }))
}

/**
 * Whoever opens a claim that waits for them has it for some minutes, and for some more while they work on it. The page asks for itself
 * again and again (assets/trainer.js) and says whether somebody is at work there: one that lies open keeps nothing.
 */
async function look(site: Site, desk: Desk, visit: Visit): Promise<void> {
  if (visit.headers['x-live'] === 'still') return
  const { claim, meaning } = await claimOf(site, desk, visit.params.id!)
  if (decision(claim) || isJurysTurn(claim, meaning.policy) || !isForTrainers(meaning.policy)) return
  const { holder, mine: till } = await reviewingOf(site.prisma, claim, meaning, desk.me.id, site.now())
  if (holder || (till && Date.parse(till) - site.now().getTime() > RENEW_MS)) return
  const account = await lastAccountOf(site.prisma, desk.me.id)
  if (!account) return
  await site.intake({
    key: `page:look:${newOnce()}`,
    from: { ...account, place: 'private' },
    event: { is: 'look', claim: claim.id },
    receivedAt: site.now().toISOString(),
    fresh: freshIds(),
  })
}

/** With less than that left, somebody at work has it anew. */
const RENEW_MS = 5 * 60_000

/** In the learner's language, as they will read it. */
function readyFor(site: Site, { claim, meaning, learner }: ShownClaim, outcome: 'to-complete' | 'refused'): Sentence[] {
  const found = badgeFor(site.catalogue, claim.badgeId, claim.structureId)
  const structure = found?.issuer.structures.find(({ id }) => id === claim.structureId)
  const speech = learner.language === 'fr' && found?.issuer.address === 'tu' ? 'fr-tu' : learner.language
  return sentencesFor(outcome, { claim, meaning, badge: found?.badge, structure }, speech, site.texts)
}

const OUTCOMES: Outcome[] = ['accepted', 'to-complete', 'refused']

async function decide(site: Site, desk: Desk, visit: Visit, secret: string): Promise<Reply> {
  sameOriginOnly(visit, site.publicUrl)
  const fields = await visit.form()
  const view = await viewOf(site, desk, visit, secret)
  const { shown } = view
  const id = shown.claim.id
  const outcome = OUTCOMES.find((one) => one === fields.get('outcome'))
  if (!outcome) throw new Refused(400, 'no decision')
  // the learner changed it since this page was opened: nothing is decided about words that nobody read
  const read = fields.get('read') ?? ''
  if (view.decidable && !view.now.holder && read !== textMark(shown.claim))
    return livePage(visit, claimPage(desk, { ...view, problem: 'changed' }), 409)
  const reason = outcome === 'accepted' ? null : reasonIn(fields, outcome === 'refused' ? view.ready.refuse : view.ready.complete)
  if (reason === '') return livePage(visit, claimPage(desk, { ...view, problem: outcome === 'refused' ? 'refuse' : 'complete' }), 422)
  const account = await lastAccountOf(site.prisma, desk.me.id)
  if (!account) throw new Refused(403, 'nobody to decide as')
  const taken = await site.intake({
    key: formKey(id, fields),
    from: { ...account, place: 'private' },
    event: { is: 'decide', claim: id, outcome, reason, read },
    receivedAt: site.now().toISOString(),
    fresh: freshIds(),
  })
  if (taken === 'set-aside') throw new Error('a decision could not be taken in')
  // what stands now is read again: somebody else may have been faster
  const next = view.next ?? view.previous
  return redirect(to(desk, next ? `/trainer/claims/${next}` : '/trainer/claims', { after: id }))
}

/** Their own words, or a sentence that was chosen, in the learner's language; both one after the other. */
function reasonIn(fields: URLSearchParams, sentences: Sentence[]): string {
  const own = (fields.get('reason') ?? '').replaceAll('\r\n', '\n').trim().slice(0, 500)
  const ready = sentences.find(({ key }) => key === fields.get('ready'))?.text ?? ''
  return [ready, own].filter(Boolean).join(' ')
}
