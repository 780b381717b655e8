// Becoming a trainer, or an issuer's eye: a single-use link, and one yes.
import type { Link } from '../../core/model/rows.ts'
import { isBefore } from '../../core/model/time.ts'
import { hearGiver, hearOpener } from '../linking.ts'
import { hearMove, hearNotMe } from '../moving.ts'
import { offer } from '../learner/ask.ts'
import type { Scene } from '../scene.ts'

/** An invitation is for a trainer, a known tutor, or for whoever follows the badges of the whole organisation. */
const roleOf = ({ kind }: Link): 'trainer' | 'tutor' | 'issuer' => (kind === 'issuer' || kind === 'tutor' ? kind : 'trainer')

/** A code of another kind, a workshop's or a tutor's, makes nobody anything, whatever a button says that carries it. */
const INVITATIONS = new Set<Link['kind']>(['trainer', 'tutor', 'issuer'])

const isGood = (scene: Scene): boolean => {
  const { link } = scene.world
  return link !== null && INVITATIONS.has(link.kind) && !link.usedAt && (!link.expiresAt || isBefore(scene.now, link.expiresAt))
}

export function openInvite(scene: Scene): void {
  const { link, linkStructure } = scene.world
  if (!link || !linkStructure || !isGood(scene)) {
    scene.say(scene.text(link?.usedBy === scene.me.id ? 'trainer-already' : 'link-over'))
    return
  }
  offer(scene, { is: 'invite', id: link.code }, 'join', scene.text(`${roleOf(link)}-invited`, { structure: linkStructure.name }), [
    { key: 'yes', label: scene.text('button-yes') },
    { key: 'no', label: scene.text('button-no') },
  ])
}

export function hearInvite(scene: Scene, prompt: string, key: string): void {
  const { link, linkStructure } = scene.world
  if (link?.kind === 'channel') return hearMove(scene, prompt, key)
  if (link?.kind === 'both-sides') return hearOpener(scene, key)
  if (link?.kind === 'first-side') return hearGiver(scene, key)
  if (link?.kind === 'added') return hearNotMe(scene)
  if (key === 'no') {
    scene.say(scene.text('trainer-declined'))
    return scene.lookAway()
  }
  if (!link || !linkStructure || !isGood(scene)) return openInvite(scene)
  scene.write('Link', { ...link, usedAt: scene.now, usedBy: scene.me.id })
  const role = roleOf(link)
  scene.write('Membership', { personId: scene.me.id, structureId: linkStructure.id, role, since: scene.now })
  scene.change({ structureId: scene.me.structureId ?? linkStructure.id, name: scene.me.name ?? link.name })
  // learners find a tutor by the name and the role that the structure gave
  if (role === 'tutor')
    scene.change({ name: scene.me.nameConfirmed ? scene.me.name : (link.name ?? scene.me.name), role: link.role ?? scene.me.role })
  scene.audit(`${role} joined`, linkStructure.id)
  scene.say(scene.text(`${role}-welcome`, { structure: linkStructure.name }))
  scene.lookAway()
}
