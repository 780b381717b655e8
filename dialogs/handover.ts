// « Aide » in a workshop: learner and trainer talk through the bot, and nothing of it is an answer of the claim. Who asked somebody of
// their place for help (plea.ts) is answered the same way.
import { askNext } from './learner/ask.ts'
import type { Heard } from './learner/heard.ts'
import { begin } from './learner/join.ts'
import { missing, remaining } from './learner/missing.ts'
import { firstName } from './learner/view.ts'
import type { Option } from './choice.ts'
import { readFocus } from './focus.ts'
import { mayWrite } from './plea.ts'
import type { Scene } from './scene.ts'
import type { Attachment } from './vocabulary.ts'
import type { Reachable, World } from './world.ts'

/** The trainer gets who and where, and the learner may write at once. False: nobody could be told. */
export function askTrainer(scene: Scene): boolean {
  const trainers = (scene.workshop?.trainers ?? []).filter((t) => t.id !== scene.me.id)
  const workshop = scene.workshop!
  const { key, at, badge } = whereabouts(scene)
  const trainer = trainers.find((one) =>
    scene.tell(one, (text) => ({
      text: text(key, { learner: scene.me.name ?? text('somebody'), badge, at, workshop: workshop.name }),
      choices: { subject: { is: 'handover', id: scene.me.id }, prompt: 'talk', options: [{ key: 'talk', label: text('button-reply') }] },
    })),
  )
  if (!trainer) return false
  const options = [goesOn(scene)]
  const subject = { is: 'handover', id: trainer.id } as const
  const message = scene.say(scene.text('help-open', { name: nameOf(scene, trainer) }), { choices: { subject, prompt: 'talk', options } })
  const back = key === 'trainer-help-workshop-choosing' ? workshop.id : undefined
  scene.look(subject, 'stay', { message, pending: { options, back } })
  return true
}

/** At which question of the workshop, or before the first. */
function whereabouts(scene: Scene): { key: string; at: number; badge: string } {
  const workshop = scene.workshop!
  const own = scene.claim?.personId === scene.me.id && scene.claim.workshopId === workshop.id && scene.focus?.subject.is !== 'workshop'
  if (own) {
    const at = missing(scene) ? remaining(scene).next : 0
    return { key: at ? 'trainer-help-workshop' : 'trainer-help-workshop-almost', at, badge: scene.badgeName() }
  }
  const begun = scene.world.mine.some((claim) => !claim.withdrawnAt && workshop.badges.includes(claim.badgeId))
  return { key: begun ? 'trainer-help-workshop-anywhere' : 'trainer-help-workshop-choosing', at: 0, badge: '' }
}

const goesOn = (scene: Scene, text: Scene['text'] = scene.text.bind(scene)): Option => ({ key: 'end', label: text('button-continue') })
const nameOf = (scene: Scene, { name }: Reachable): string => firstName(name ?? scene.text('your-trainer'))

/** `stay`: what is written goes to the trainer until « continuer ». `once`: the next message does. */
export function hearHandover(scene: Scene, id: string, prompt: string, heard: Heard): boolean {
  if (heard.is !== 'option') {
    const told = passOn(scene, id, heard)
    // whoever cannot be reached is not written to again and again: the claim goes on
    if (prompt === 'once' || !told) goOn(scene)
    return true
  }
  if (heard.key === 'end') {
    if (!isOtherSide(scene, id)) return false
    if (!goOn(scene)) scene.say(scene.text('handover-over'))
    return true
  }
  const other = otherSide(scene, id)
  if (heard.key !== 'talk' || !other) return scene.isShort
  const message = scene.say(scene.text('handover-write', { name: nameOf(scene, other) }))
  scene.look({ is: 'handover', id }, 'once', { message, pending: { options: [] } })
  return true
}

/** The claim, or the choice of a badge, goes on where it was; false: there is none. */
function goOn(scene: Scene): boolean {
  const back = scene.focus?.pending?.back
  if (back && scene.workshop?.id !== back && scene.need({ workshop: back })) return true
  scene.lookAway()
  if (back && scene.workshop?.enrolled) {
    begin(scene)
    return true
  }
  if (scene.claim?.personId !== scene.me.id || !missing(scene)) return false
  askNext(scene)
  return true
}

/** Somebody in whose workshop I am, or who is in mine; or with whom I was talking just now. */
export const isOtherSide = (scene: Scene, id: string): boolean =>
  scene.world.other?.id === id || (scene.focus?.subject.is === 'handover' && scene.focus.subject.id === id)

const otherSide = (scene: Scene, id: string): NonNullable<World['other']> | undefined => {
  const { other } = scene.world
  if (other?.id === id) return other
  scene.need({ other: id })
  return undefined
}

/** To the other side, in their language around it; words and voices as they came. False: they cannot be reached, and that was said. */
export function passOn(scene: Scene, id: string, heard: Exclude<Heard, { is: 'option' }>): boolean {
  const other = otherSide(scene, id)
  if (scene.isShort) return true
  if (other && !mayWrite(scene, other)) {
    scene.say(scene.text('peers-rests', { first: nameOf(scene, other) }))
    return false
  }
  const words = heard.is === 'words' ? heard.text : (heard.media.caption ?? '')
  const attachments: Attachment[] = heard.is === 'media' ? [{ is: 'relay', media: heard.media.media }] : []
  const told =
    other !== undefined &&
    scene.tell(other, (text) => {
      // who asked or was asked for help is known by their first name
      const { name } = scene.me
      const from = { name: (name && other.plea ? firstName(name) : name) ?? text('somebody'), words }
      const theirs = readFocus(other.focus)
      const talking = theirs?.subject.is === 'handover' && theirs.prompt === 'stay'
      const option = talking ? goesOn(scene, text) : { key: 'talk', label: text('button-reply') }
      return {
        text: text(words ? 'handover-from' : 'handover-sent', from),
        attachments,
        choices: { subject: { is: 'handover', id: scene.me.id }, prompt: 'talk', options: [option] },
      }
    })
  // from the first answer on, whoever asked may write back
  if (told && other.plea?.personId === other.id) scene.write('Plea', { ...other.plea, answeredAt: scene.now })
  const here = told && scene.focus?.subject.is === 'handover' && scene.focus.prompt === 'stay'
  const choices = here ? { subject: { is: 'handover', id } as const, prompt: 'talk', options: [goesOn(scene)] } : undefined
  const name = other ? nameOf(scene, other) : scene.text('somebody')
  scene.say(scene.text(told ? 'handover-passed' : 'handover-unreachable', { name }), choices ? { choices } : {})
  return told
}
