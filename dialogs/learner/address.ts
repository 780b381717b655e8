// An address for the badge, where whoever issues it sends it by e-mail: one more missing thing, with a way out for who has none.
import type { Scene } from '../scene.ts'
import { consent } from './answer.ts'
import { ask, askNext, offer } from './ask.ts'
import type { Heard } from './heard.ts'

/** The badge's issuing backend cannot do without an address. */
export const issuedByEmail = ({ pinned, world }: Scene): boolean =>
  world.house.issuesByEmail?.(pinned.meaning, pinned.organisationId) ?? false

export const wantsEmail = (scene: Scene): boolean => scene.pinned.meaning.contact === 'email' || issuedByEmail(scene)

/** Of the learner's structure, for badges of those who have no address. */
function structureAddress(scene: Scene): { name: string; email: string } | undefined {
  const { name, email } = scene.badge()?.issuer.structures.find((s) => s.id === scene.pinned.structureId) ?? {}
  return name && email ? { name, email } : undefined
}

export function hearEmail(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && heard.key === 'known') return scene.me.email !== null && giveEmail(scene, scene.me.email)
  if (heard.is === 'option') {
    const structure = issuedByEmail(scene) ? structureAddress(scene) : undefined
    if (!structure) return goWithout(scene)
    offer(scene, { is: 'claim', id: scene.pinned.id }, 'address', scene.text('ask-structure-email', { structure: structure.name }), [
      { key: 'yes', label: scene.text('button-yes'), also: ['oui'] },
      { key: 'no', label: scene.text('button-no'), also: ['non'] },
    ])
    return true
  }
  const email = addressIn(heard.text)
  if (email) return giveEmail(scene, email)
  if (!isHalfAnAddress(scene, heard.text)) return false
  ask(scene, 'email', { ack: scene.text('email-incomplete'), tries: triesOf(scene) + 1 })
  return true
}

/** « Votre badge peut arriver chez … » */
export function hearStructureAddress(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'words') {
    const email = addressIn(heard.text)
    if (email) return giveEmail(scene, email)
    if (!isHalfAnAddress(scene, heard.text)) return false
    const { focus } = scene
    scene.say(scene.text('email-incomplete'))
    if (focus) scene.look(focus.subject, focus.prompt, { ...focus, tries: focus.tries + 1 })
    return true
  }
  const structure = structureAddress(scene)
  if (heard.key !== 'yes' || !structure) return goWithout(scene)
  scene.changeClaim({ email: structure.email })
  consent(scene, 'email', 'structure')
  askNext(scene, { ack: scene.text('structure-email-noted', { structure: structure.name }) })
  return true
}

function goWithout(scene: Scene): boolean {
  scene.changeClaim({ email: '' })
  consent(scene, 'email', 'no')
  // then the built-in issuer makes it (bots/jobs/forward.ts)
  askNext(scene, { ack: scene.text(issuedByEmail(scene) ? 'no-email-here' : 'no-email') })
  return true
}

const addressIn = (text: string): string | undefined => {
  const email = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-zA-Z]{2,}/.exec(text)?.[0]
  return email && email.length <= 200 ? email : undefined
}

const triesOf = (scene: Scene): number => scene.focus?.tries ?? 0

/** « ana@ », meant as one; after two of them other words help more (notUnderstood). */
export const isHalfAnAddress = (scene: Scene, text: string): boolean => text.includes('@') && triesOf(scene) < 2

function giveEmail(scene: Scene, email: string): boolean {
  scene.changeClaim({ email })
  consent(scene, 'email', 'yes')
  askNext(scene, { ack: scene.text('email-noted', { email }) })
  return true
}
