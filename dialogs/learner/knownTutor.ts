// « Mon tuteur », where the structure knows its tutors: one of them by name is asked in their own chat, without a link to pass on.
import type { Endorsement } from '../../core/model/rows.ts'
import type { Option } from '../choice.ts'
import { brief } from '../page.ts'
import type { Scene } from '../scene.ts'
import type { Reachable } from '../world.ts'
import { askNext, offer } from './ask.ts'
import { structureName } from '../tutor/standing.ts'
import { hearAddress } from './byMail.ts'
import type { Heard } from './heard.ts'

/** A tap carries the beginning of the tutor's id: the list may be in another order by then. */
const keyOf = (tutor: Reachable): string => tutor.id.slice(0, 8)

/** Asks which one. False: the structure knows none. */
export function chooseTutor(scene: Scene): boolean {
  const tutors = scene.world.tutors.filter((t) => t.name !== null)
  if (!tutors.length) return false
  const options: Option[] = [
    ...tutors.map((t) => ({ key: keyOf(t), label: brief(t.name!), also: [t.name!] })),
    { key: 'other', label: scene.text('button-ask-another') },
  ]
  offer(scene, { is: 'claim', id: scene.pinned.id }, 'tutor', scene.text('ask-tutor'), options)
  return true
}

export function hearTutorChoice(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return hearAddress(scene, heard)
  const tutor = scene.world.tutors.find((t) => keyOf(t) === heard.key)
  if (!tutor && heard.key !== 'other') return false
  scene.changeClaim({ witness: 'tutor', witnessId: tutor?.id ?? null })
  askNext(scene)
  return true
}

/** Tells the tutor whom the learner named; the request is theirs from the start. Undefined: none was named, or they cannot be reached. */
export function askKnownTutor(scene: Scene, request: Endorsement): Endorsement | undefined {
  const claim = scene.pinned
  const tutor = scene.world.tutors.find((t) => t.id === claim.witnessId)
  if (!tutor || claim.witness !== 'tutor' || claim.endorsements.some((e) => e.endorserId === tutor.id && !e.withdrawnAt)) return undefined
  const told = scene.tell(tutor, (text) => ({
    text: text('tutor-asked', { learner: scene.me.name ?? text('somebody'), badge: scene.badgeName() }),
    choices: { subject: { is: 'endorsement', id: request.id }, prompt: 'open', options: [{ key: 'see', label: text('button-see') }] },
  }))
  if (!told) return undefined
  return {
    ...request,
    endorserId: tutor.id,
    boundAt: scene.now,
    channel: tutor.accounts[0]?.channel ?? null,
    name: tutor.name,
    role: tutor.role,
    capacity: 'tutor',
    organisation: structureName(scene),
    standing: 'verified',
    verified: { by: 'structure', structure: claim.structureId! },
  }
}
