// One nudge to one learner, who reads where they really are. Whoever finished or stopped meanwhile reads nothing.
import type { Nudge, NudgeOutcome } from '../../core/model/rows.ts'
import { statusOf } from '../../core/model/status.ts'
import { plusSeconds } from '../../core/model/time.ts'
import type { Option, Subject } from '../choice.ts'
import type { Scene } from '../scene.ts'
import { remaining } from './missing.ts'
import { firstName } from './view.ts'

/** Follow-ups count as reminders; the nudge at the end, in the trainer's presence, does not (chat-ux, rule 14). */
const MOST_REMINDERS = 2
/** A claim that a workshop looks after is not reminded of beside it. */
const LOOKED_AFTER = 10 * 86400

export function nudged(scene: Scene, nudge: Nudge, claim: string | undefined): void {
  // paused, ended or dropped since it was taken: it waits again with the others, or ends with them
  const isDropped = nudge.round < (scene.workshop?.cancelled ?? 0)
  if (scene.workshop?.pausedAt || scene.workshop?.closedAt || isDropped) return scene.write('Nudge', { ...nudge, markedAt: null })
  const outcome = outcomeOf(scene, nudge, claim)
  scene.write('Nudge', { ...nudge, outcome })
}

function outcomeOf(scene: Scene, { round }: Nudge, id: string | undefined): NudgeOutcome {
  if (scene.me.stoppedAt || scene.me.erasedAt) return 'stopped'
  const claim = id && scene.claim?.id === id ? scene.claim : null
  if (!claim) {
    // the others of this claim do not concern this message
    scene.claim = null
    return scene.workshop?.enrolled && tell(scene, { is: 'workshop', id: scene.workshop.id }) ? 'told' : 'unreachable'
  }
  if (claim.personId !== scene.me.id || statusOf(claim, claim.meaning.policy) !== 'draft') return 'done'
  const follows = round > 0
  if (follows && claim.reminders >= MOST_REMINDERS) return 'reminded'
  if (!tell(scene, { is: 'claim', id: claim.id })) return 'unreachable'
  const reminders = claim.reminders + (follows ? 1 : 0)
  scene.changeClaim({ reminders, remindAt: reminders >= MOST_REMINDERS ? null : plusSeconds(scene.now, LOOKED_AFTER) })
  return 'told'
}

/** « Bonjour Awa. »; whoever has not said a name yet is greeted without one. */
export const helloTo = (name: string | null, text: Scene['text']): string =>
  name ? text('nudge-hello', { name: firstName(name) }) : text('nudge-hello-nameless')

/**
 * Where they are, the trainer's sentence, and a button that goes on there. Whoever is at this claim, or at nothing, answers it by a digit
 * too; where something else is in focus, the buttons bear no numbers, since a typed digit belongs to that.
 */
function tell(scene: Scene, subject: Subject): boolean {
  const left = scene.claim ? remaining(scene) : undefined
  const key = !left ? 'nudge-begin' : left.questions > 0 ? 'nudge' : 'nudge-almost'
  const prompt = left ? 'resume' : 'join'
  const { workshop, focus } = scene
  const isFree = !focus || focus.subject.is === 'self' || ('id' in focus.subject && 'id' in subject && focus.subject.id === subject.id)
  const control = isFree ? undefined : true
  const optionsIn = (text: Scene['text']): Option[] => [
    { key: left ? 'yes' : 'go', label: text('button-continue'), also: ['oui'], control },
    { key: 'later', label: text('button-later'), also: ['non'], control },
    { key: 'stop', label: text('button-stop'), control },
  ]
  const told = scene.tell(scene.me, (text) => {
    const own = workshop?.sentenceIn === scene.me.language ? workshop.sentence : null
    const sentence = own ?? text('nudge-sentence')
    return {
      text: text(key, { hello: helloTo(scene.me.name, text), questions: left?.questions ?? 0, minutes: left?.minutes ?? 0, sentence }),
      broadcast: true,
      choices: { subject, prompt, options: optionsIn(text) },
    }
  })
  if (told && isFree) scene.look(subject, prompt, { pending: { options: optionsIn(scene.text.bind(scene)) } })
  return told
}
