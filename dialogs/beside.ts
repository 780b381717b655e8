// « C’est vous ? » comes at any time, about another conversation. It stands beside what is being talked about (focus.ts): a yes or a no
// answers it where it was asked; everything else is heard as if it were not there, and its buttons still answer it.
import { type Option, parseChoice } from './choice.ts'
import { promptOf } from './commands.ts'
import { inHand, isBeside } from './focus.ts'
import { ask } from './learner/ask.ts'
import type { Scene } from './scene.ts'
import { firstSense } from './self.ts'
import { askedOfMe, showRequest } from './tutor/request.ts'
import type { InboundEvent } from './vocabulary.ts'

/** Before an event is heard: is it said to the question, or past it? Words are told apart where they are heard (listen.ts). */
export function passBy(scene: Scene, event: InboundEvent): void {
  const { focus } = scene
  if (!isBeside(focus)) return
  const tapped = event.is === 'choice' ? parseChoice(event.data) : undefined
  if (tapped && JSON.stringify(tapped.subject) === JSON.stringify(focus.subject)) return
  if (focus.pending?.place && focus.pending.place !== scene.place) return scene.passOver('stays')
  if (event.is === 'choice' || event.is === 'start') return scene.passOver('now')
  if (event.is !== 'text') scene.passOver('over')
}

/** Asks beside what is being talked about, in the account `place`. `say` says it. */
export function askBeside(scene: Scene, code: string, place: string | null, options: Option[], say: (choices: Choices) => string): void {
  const subject = { is: 'invite', id: code } as const
  const before = inHand(scene.focus)
  const message = say({ subject, prompt: 'both', options })
  if (message) scene.look(subject, 'both', { message, pending: { options, before, ...(place && { place }) } })
}
type Choices = { subject: { is: 'invite'; id: string }; prompt: string; options: Option[] }

/** The question is answered, or over: what was being talked about goes on. `again`: it is asked once more. */
export function goBack(scene: Scene, again?: 'again'): void {
  scene.passOver('over')
  if (!again) return
  const { focus } = scene
  const prompt = promptOf(scene)
  if (prompt) ask(scene, prompt, { previous: focus?.previous, tries: focus?.tries })
  else if (focus?.subject.is === 'endorsement' && askedOfMe(scene, focus.subject.id)) showRequest(scene, focus.subject.id)
  else if (focus?.subject.is === 'self' && focus.prompt === 'sense') firstSense(scene)
}

export function codeIsOver(scene: Scene): void {
  scene.say(scene.text('link-code-over'))
  goBack(scene, 'again')
}
