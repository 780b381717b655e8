// Badges that group others: how far somebody is, in each of an issuer and in each of its stages, and on which badges of theirs one rests.
import { type Catalogue, isClaimable, type Issuer, type Localized, type Meaning, type Milestone } from './badge.ts'
import type { Claim, Language } from './rows.ts'
import { type Instant, isBefore } from './time.ts'

export type Progress = {
  issuer: { id: string; name: string }
  milestones: { milestone: Milestone; have: number; need: number; reached: boolean }[]
  stages: { name: Localized; have: number; of: number }[]
}

/** A badge that a milestone rests on: the claim whose credential it is. */
export type Below = { claim: string; badge: string }

/** Those that are only counted (issuer.yaml), and those that are badges themselves; the id of these is the badge's. */
export const milestonesOf = ({ milestones = [], badges }: Pick<Issuer, 'milestones' | 'badges'>): Milestone[] => [
  ...milestones,
  ...badges.flatMap(({ id, name, groups }) => (groups ? [{ id, name, ...groups }] : [])),
]

/** `held`: ids of badges that are there and have not ended. */
export function progress(catalogue: Pick<Catalogue, 'issuers'>, held: ReadonlySet<string>): Progress[] {
  return catalogue.issuers
    .filter(({ badges }) => badges.some(({ id }) => held.has(id)))
    .map((issuer) => ({
      issuer: { id: issuer.id, name: issuer.name },
      milestones: milestonesOf(issuer).map((milestone) => {
        const have = milestone.badges.filter((badge) => held.has(badge)).length
        const need = milestone.need ?? milestone.badges.length
        return { milestone, have: Math.min(have, need), need, reached: have >= need }
      }),
      stages: issuer.stages.map((stage) => {
        const of = issuer.badges.filter((badge) => badge.stage === stage.id && isClaimable(badge))
        return { name: stage.name, have: of.filter((badge) => held.has(badge.id)).length, of: of.length }
      }),
    }))
}

/** What counting needs of a claim. */
export type Countable = Pick<Claim, 'id' | 'badgeId' | 'organisationId' | 'openedAt' | 'revokedAt' | 'validUntil'> & { issued: boolean }

/** Issued, not taken back, not over. */
export const isInForce = (
  { issued, revokedAt, validUntil }: Pick<Countable, 'issued' | 'revokedAt' | 'validUntil'>,
  now: Instant,
): boolean => issued && !revokedAt && (!validUntil || isBefore(now, validUntil))

/** Those of `claims` on which a milestone of this organisation rests, each badge once, in the milestone's order; of a renewed one the latest. */
export const below = (badges: string[], organisation: string, claims: Countable[], now: Instant): Below[] =>
  badges.flatMap((badge) => {
    const held = claims.filter((c) => c.badgeId === badge && c.organisationId === organisation && isInForce(c, now))
    const [latest] = held.toSorted((a, b) => (isBefore(a.openedAt, b.openedAt) ? 1 : -1))
    return latest ? [{ claim: latest.id, badge }] : []
  })

/** The names under which the claim pinned them. */
export const belowNamed = ({ groups }: Pick<Meaning, 'groups'>, rests: Below[], language: Language): (Below & { name: string })[] =>
  rests.map((one) => ({ ...one, name: groups?.badges.find(({ id }) => id === one.badge)?.name[language] ?? one.badge }))
