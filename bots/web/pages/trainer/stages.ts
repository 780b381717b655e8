// Stages, as a trainer reads them: the eleven statuses of a claim in six words.
import type { FollowedClaim } from '../../../../core/data/followUp.ts'
import type { Badge, Meaning } from '../../../../core/model/badge.ts'
import type { Language } from '../../../../core/model/rows.ts'
import type { Status } from '../../../../core/model/status.ts'
import { stopOf, stopsOf } from '../../../../core/model/stops.ts'
import { type Bar, barList } from '../../charts.ts'
import { html } from '../../layout.ts'
import type { Say } from '../../texts.ts'

export const STAGES = ['started', 'sent', 'complete', 'accepted', 'issued', 'ended'] as const
export type Stage = (typeof STAGES)[number]

const STAGE: Record<Status, Stage> = {
  draft: 'started',
  sent: 'sent',
  endorsed: 'sent',
  'to-complete': 'complete',
  accepted: 'accepted',
  forwarded: 'accepted',
  issued: 'issued',
  refused: 'ended',
  withdrawn: 'ended',
  expired: 'ended',
  revoked: 'ended',
}

export const stageOf = ({ status }: Pick<FollowedClaim, 'status'>): Stage => STAGE[status]

/** Badges by stage: a bar a badge, with its numbers. */
export function stageChart(claims: FollowedClaim[], say: Say, language: Language) {
  if (claims.length === 0) return html`<p class="quiet">${say('desk-no-claims')}</p>`
  const bars: Bar[] = [...Map.groupBy(claims, (claim) => claim.badgeId).values()]
    .map((of) => ({
      label: of.at(-1)!.badge[language],
      parts: STAGES.map((key) => ({ key, label: say(`stage-${key}`), count: of.filter((claim) => stageOf(claim) === key).length })),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
  return barList(bars)
}

/** The badge as the catalogue words it today, for a structure. */
export type BadgeNow = (badgeId: string, structureId: string | null) => Badge | undefined

/** Where a draft stands: the number of the step, how many there are, and what is asked there. */
export function standing(claim: FollowedClaim, badgeNow: BadgeNow, say: Say, language: Language) {
  if (!claim.draft) return undefined
  const badge = badgeNow(claim.badgeId, claim.structureId)
  const stops = stopsOf(claim.meaning, badge, claim.draft.projectId !== null)
  const stop = stopOf(claim.draft, stops, claim.meaning.evidence.min)
  return { stop, at: stops.indexOf(stop) + 1, of: stops.length, words: wordsOf(stop, claim.meaning, badge, say, language) }
}

/** What is asked at a step, in a few words. */
export function wordsOf(stop: string, meaning: Meaning, badge: Badge | undefined, say: Say, language: Language): string {
  if (stop === 'evidence' || stop === 'send' || stop === 'part') return say(`stop-${stop}`)
  const id = stop.slice(2)
  if (stop.startsWith('c:')) return meaning.criteria.find((c) => c.id === id)?.name[language] ?? id
  return badge?.questions.find((q) => q.id === id)?.ask[0]?.[language] ?? id
}

/** Where do people stop? For each badge, the steps at which drafts wait, and how many. */
export function stopChart(claims: FollowedClaim[], badgeNow: BadgeNow, say: Say, language: Language) {
  const drafts = Map.groupBy(
    claims.filter((claim) => claim.draft),
    (claim) => claim.badgeId,
  )
  return [...drafts.values()].map((of) => {
    const [first] = of
    const badge = badgeNow(first!.badgeId, first!.structureId)
    const alone = stopsOf(first!.meaning, badge)
    // the own part in a project stands before the questions
    const stops = of.some((claim) => claim.draft?.projectId) ? ['part', ...alone] : alone
    const at = of.map((claim) => standing(claim, badgeNow, say, language)?.stop)
    const bars = stops.flatMap((stop, n) => {
      const count = at.filter((one) => one === stop).length
      const label = `${n + 1}. ${wordsOf(stop, first!.meaning, badge, say, language)}`
      return count > 0 ? [{ label, parts: [{ key: 'started', label: '', count }] }] : []
    })
    const title = first!.badge[language]
    return html`<h3>${title}</h3>${barList(bars)}`
  })
}
