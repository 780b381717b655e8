// A badge that somebody else's platform issued: where it waits, and one word to the learner who has not taken it.
import type { Issuance } from '../../core/model/rows.ts'
import { isBefore, plusSeconds } from '../../core/model/time.ts'
import type { Scene } from '../scene.ts'

const HOUR = 3600
const DAY = 24 * HOUR

/** Seconds until a backend that took a claim in is asked for its badge. */
export const FIRST_LOOK = HOUR
/** Seconds until it is asked whether the learner has taken the badge. */
export const FIRST_ASK = 3 * DAY
const NEXT_ASK = 7 * DAY
/** How long a badge is looked after: then nobody is waiting for it any more. */
const ASKED_FOR = 60 * DAY
/** As docs/webhook.md asks integrators to know a claim again. */
const LOOKED_FOR = 30 * DAY

/** The link by which the learner takes the badge there; where it is on our own page, that was said. */
export function sayWhereItIs(scene: Scene, { url }: Pick<Issuance, 'url'>): void {
  if (url && !url.startsWith(`${scene.world.house.publicUrl}/`)) scene.say([scene.text('news-badge-there'), url].join('\n'))
}

/** Taken back there as well. */
export function revokedThere(scene: Scene, id: string): void {
  const issuance = scene.pinned.issuances.find((i) => i.id === id)
  if (!issuance || issuance.revokedAt) return
  scene.record('Issuance', { ...issuance, revokedAt: scene.now, followAt: null })
  scene.audit('badge revoked there')
}

export function followed(scene: Scene, id: string, found: 'accepted' | 'waiting' | 'over'): void {
  const issuance = scene.pinned.issuances.find((i) => i.id === id)
  if (!issuance || issuance.acceptedAt) return
  const keep = (changes: Partial<Issuance>) => scene.record('Issuance', { ...issuance, ...changes })
  switch (found) {
    case 'accepted':
      scene.audit('badge accepted')
      return keep({ acceptedAt: scene.now, followAt: null })
    case 'over':
      return keep({ followAt: null })
    case 'waiting':
      if (issuance.state === 'forwarded') return keep({ followAt: nextLook(scene, issuance) })
      return keep({ ...(nudge(scene, issuance) && { nudgedAt: scene.now }), followAt: nextAsk(scene, issuance) })
    default:
      found satisfies never
  }
}

/** Once, and not to whoever wants to hear nothing. */
function nudge(scene: Scene, { nudgedAt, url }: Issuance): boolean {
  if (nudgedAt || !url || scene.me.stoppedAt) return false
  const byStructure = scene.pinned.consents.findLast(({ what }) => what === 'email')?.choice === 'structure'
  const key = byStructure ? 'badge-not-taken-structure' : 'badge-not-taken'
  scene.say([scene.text(key, { badge: scene.badgeName() }), url].join('\n'))
  scene.audit('badge reminder')
  return true
}

const nextAsk = (scene: Scene, { issuedAt, at }: Issuance): string | null =>
  isBefore(scene.now, plusSeconds(issuedAt ?? at, ASKED_FOR)) ? plusSeconds(scene.now, NEXT_ASK) : null

/** Less and less often, at most once a day. */
function nextLook(scene: Scene, { at }: Issuance): string | null {
  if (!isBefore(scene.now, plusSeconds(at, LOOKED_FOR))) return null
  const waited = (Date.parse(scene.now) - Date.parse(at)) / 1000
  return plusSeconds(scene.now, Math.min(DAY, Math.max(FIRST_LOOK, waited)))
}
