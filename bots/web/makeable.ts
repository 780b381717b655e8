// What a trainer can make a claim code for.
import type { Makeable } from './pages/trainer/codes.ts'
import type { Desk } from './pages/trainer/frame.ts'
import type { Site } from './site.ts'

/** Badges that are given by a code, in the reader's own structures. */
export function makeableFor(site: Pick<Site, 'catalogue'>, desk: Pick<Desk, 'me'>): Makeable[] {
  return desk.me.structures.flatMap((structure) =>
    site.catalogue.issuers
      .filter(({ id }) => id === structure.organisationId)
      .flatMap(({ badges }) => badges.filter(({ policy }) => policy.decision === 'code'))
      .map((badge) => ({ key: `${structure.id} ${badge.id}`, structure, badge: { id: badge.id, name: badge.name } })),
  )
}
