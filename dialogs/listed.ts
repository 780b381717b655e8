// Somebody of a structure's list starts with the link that was made for them: whoever opens it first is that person.
import { isBefore } from '../core/model/time.ts'
import { greet } from './commands.ts'
import { sayHello } from './learner/welcome.ts'
import type { Scene } from './scene.ts'
import { firstSense, isNewcomer } from './self.ts'
import type { Sender } from './vocabulary.ts'

const isGood = (scene: Scene): boolean => {
  const { link } = scene.world
  return link?.kind === 'roster' && !link.usedAt && link.expiresAt !== null && isBefore(scene.now, link.expiresAt)
}

/** Nobody has written from here before, and the link says who it is. */
export const arrives = (scene: Scene): boolean => isGood(scene) && scene.world.link?.subject === scene.me.id

/** From now on they are reached here. */
export function arrive(scene: Scene, from: Sender): void {
  scene.account({
    channel: from.channel,
    externalId: from.externalId,
    personId: scene.me.id,
    chat: from.chat,
    profileName: from.fullName ?? null,
    unreachableAt: null,
    seenAt: scene.now,
  })
}

export function startListed(scene: Scene): void {
  const { link, listed } = scene.world
  const knew = scene.world.mine.length > 0 || scene.me.seenAt !== null
  if (!link || !isGood(scene)) {
    const newcomer = isNewcomer(scene) && link?.usedBy !== scene.me.id
    if (newcomer) sayHello(scene)
    if (link?.usedBy !== scene.me.id) scene.say(scene.text('link-over'))
    return newcomer ? firstSense(scene) : greet(scene)
  }
  if (link.subject !== scene.me.id) become(scene)
  scene.write('Link', { ...link, usedAt: scene.now, usedBy: scene.me.id })
  scene.audit('list joined', link.structureId)
  const role = (['trainer', 'tutor'] as const).find((one) => listed.some((m) => m.role === one))
  if (role) {
    scene.say(scene.text('hello-again', { name: scene.me.name ?? '' }))
    scene.say(scene.text(`${role}-welcome`, { structure: scene.world.linkStructure?.name ?? '' }))
    return scene.lookAway()
  }
  if (knew || !isNewcomer(scene)) return greet(scene)
  if (scene.me.name) scene.say(scene.text('hello-listed', { name: scene.me.name.split(' ')[0]! }))
  else sayHello(scene)
  firstSense(scene)
}

/** We know each other already: what the list says holds for who they are here, and the line of the list goes. */
function become(scene: Scene): void {
  const { link, listed } = scene.world
  for (const membership of listed) scene.write('Membership', { ...membership, personId: scene.me.id, since: scene.now })
  scene.change({ structureId: link!.structureId, ...(!scene.me.nameConfirmed && { name: link!.name ?? scene.me.name }) })
  scene.start({ id: `erase:${link!.subject}`, is: 'erase', person: link!.subject })
}
