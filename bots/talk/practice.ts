import type { Catalogue } from '../../core/model/badge.ts'

/** The catalogue in which the structure `as` asks as `structure` does: its questions, its examples. */
export function withPracticeOf({ issuers }: Catalogue, structure: string, as: string): Catalogue {
  const adapted = issuers.map((issuer) => ({
    ...issuer,
    structures: issuer.structures.map((its) => (its.id === structure ? { ...its, id: as } : its)),
  }))
  const badges = new Map(adapted.flatMap((issuer) => issuer.badges.map((badge) => [badge.id, { badge, issuer }])))
  return { issuers: adapted, badge: (id) => badges.get(id) }
}
