// A badge that ends: some weeks before, one question, and a new claim of the same badge that is linked to the old one.
import { isBefore, plusSeconds } from '../../core/model/time.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Option } from '../choice.ts'
import type { Scene } from '../scene.ts'
import type { Heard } from './heard.ts'
import { openBadge } from './welcome.ts'

const WEEK = 7 * 86400
/** Time enough to do it again and to be seen; of a short badge, its last third. */
const BEFORE = 6 * WEEK

export function renewalTime(issued: Instant, validUntil: Instant): Instant {
  const lasts = (Date.parse(validUntil) - Date.parse(issued)) / 1000
  return plusSeconds(validUntil, -Math.round(Math.min(BEFORE, Math.max(lasts, 0) / 3)))
}

/** The same badge was claimed again since. */
const successor = (scene: Scene) =>
  scene.world.mine.find((c) => c.badgeId === scene.pinned.badgeId && !c.withdrawnAt && isBefore(scene.pinned.openedAt, c.openedAt))

/** From the day of the reminder on, and after the end too; not what was taken back. */
export function canRenew(scene: Scene): boolean {
  const { validUntil, revokedAt, issuances, badgeId } = scene.pinned
  const issued = issuances.find((i) => i.state === 'issued')
  if (!validUntil || revokedAt || !issued?.issuedAt || !scene.world.house.catalogue.badge(badgeId)) return false
  return !isBefore(scene.now, renewalTime(issued.issuedAt, validUntil)) && !successor(scene)
}

const options = (scene: Scene): Option[] => [
  { key: 'yes', label: scene.text('button-tell'), also: ['oui'] },
  { key: 'later', label: scene.text('button-later'), also: ['non'] },
]

/** Once: who has renewed it already, or said stop, reads nothing. */
export function askToRenew(scene: Scene, at: Instant): void {
  const claim = scene.pinned
  if (!claim.renewAt || Date.parse(claim.renewAt) !== Date.parse(at)) return
  const due = canRenew(scene) && !scene.me.stoppedAt
  scene.changeClaim({ renewAt: null })
  if (!due) return
  const subject = { is: 'claim', id: claim.id } as const
  const { focus } = scene
  const isFree = !focus || focus.subject.is === 'self' || ('id' in focus.subject && focus.subject.id === claim.id)
  // a typed digit belongs to what is in focus
  const shown = options(scene).map((option) => (isFree ? option : { ...option, control: true }))
  const message = scene.say(scene.text('ask-renew', { badge: scene.badgeName() }), {
    choices: { subject, prompt: 'renew', options: shown },
  })
  if (isFree) scene.look(subject, 'renew', { message, pending: { options: shown } })
}

export function hearRenew(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') {
    // told right away: it is what they have done since, and is kept as a moment told before a badge was chosen
    if (heard.is !== 'words' || !canRenew(scene)) return false
    const moment = { text: heard.text, asked: scene.text('ask-renew', { badge: scene.badgeName() }) }
    scene.look({ is: 'claim', id: scene.pinned.id }, 'renew', { pending: { moment } })
    return renew(scene)
  }
  if (heard.key === 'later') {
    scene.say(scene.text('renew-later'))
    scene.lookAway()
    return true
  }
  return heard.key === 'yes' && renew(scene)
}

/** A new claim beside the old one, which stays as it is until its end. False: there is nothing to renew. */
export function renew(scene: Scene): boolean {
  const found = scene.badge()
  const after = successor(scene)
  if (!found || (!after && !canRenew(scene))) return false
  // begun already, perhaps through another button
  openBadge(scene, found, undefined, undefined, undefined, after ? undefined : scene.pinned.id)
  return true
}
