// Showing a badge, or not: by consent, and taken back at once.
import type { Scene } from '../scene.ts'
import { consent } from './answer.ts'
import { offerMilestone } from './milestone.ts'

export function shareBadge(scene: Scene, share: boolean): void {
  const claim = scene.pinned
  const first = !claim.consents.some((c) => c.what === 'share')
  if (share && !claim.issuances.some((i) => i.state === 'issued')) {
    scene.say(scene.text('no-badge-yet'))
    return
  }
  scene.changeClaim({ sharedAt: share ? (claim.sharedAt ?? scene.now) : null })
  consent(scene, 'share', share ? 'yes' : 'no')
  scene.audit(share ? 'shared' : 'unshared')
  const { publicUrl } = scene.world.house
  if (share) scene.say([scene.text('shared'), `${publicUrl}/b/${claim.id}`].join('\n'))
  else scene.say([scene.text('not-shared'), `${publicUrl}/c/${claim.token}`].join('\n'))
  scene.lookAway()
  if (first) offerMilestone(scene)
}
