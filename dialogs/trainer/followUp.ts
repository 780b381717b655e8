// « suivi »: the follow-up page, by a link that signs in once.
import { plusSeconds } from '../../core/model/time.ts'
import type { Scene } from '../scene.ts'

/** A link is for the browser at hand, and for now. */
export const LINK_MINUTES = 15

/** Follows learners of a structure, or, for an issuer, how its badges fare. */
export const followsPeople = (scene: Scene): boolean => scene.world.memberships.some((m) => m.role === 'trainer' || m.role === 'issuer')

/** False: whoever asks follows nobody, and the word is an answer like any other. */
export function openFollowUp(scene: Scene): boolean {
  if (!followsPeople(scene)) return false
  const code = scene.fresh()
  scene.write('Link', {
    code,
    kind: 'trainer-page',
    subject: scene.me.id,
    structureId: null,
    name: null,
    createdAt: scene.now,
    expiresAt: plusSeconds(scene.now, LINK_MINUTES * 60),
    usedAt: null,
    usedBy: null,
  })
  scene.audit('follow-up asked', scene.me.id)
  scene.say([scene.text('trainer-page', { minutes: LINK_MINUTES }), `${scene.world.house.publicUrl}/trainer/in/${code}`].join('\n'))
  return true
}
