// How far somebody is: in each milestone of an issuer of whom they have a badge, and in each of its stages.
import type { Catalogue, Localized, Milestone } from './badge.ts'

export type Progress = {
  issuer: { id: string; name: string }
  milestones: { milestone: Milestone; have: number; need: number; reached: boolean }[]
  stages: { name: Localized; have: number; of: number }[]
}

/** `held`: ids of badges that are there and have not ended. */
export function progress(catalogue: Pick<Catalogue, 'issuers'>, held: ReadonlySet<string>): Progress[] {
  return catalogue.issuers
    .filter(({ badges }) => badges.some(({ id }) => held.has(id)))
    .map(({ id, name, badges, stages, milestones = [] }) => ({
      issuer: { id, name },
      milestones: milestones.map((milestone) => {
        const have = milestone.badges.filter((badge) => held.has(badge)).length
        const need = milestone.need ?? milestone.badges.length
        return { milestone, have: Math.min(have, need), need, reached: have >= need }
      }),
      stages: stages.map((stage) => {
        const of = badges.filter((badge) => badge.stage === stage.id)
        return { name: stage.name, have: of.filter((badge) => held.has(badge.id)).length, of: of.length }
      }),
    }))
}
