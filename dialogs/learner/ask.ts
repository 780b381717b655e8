// Asking: the next thing that is missing, in one message.
import type { Message } from '../changes.ts'
import type { Option, Subject } from '../choice.ts'
import type { Pending } from '../focus.ts'
import type { Scene } from '../scene.ts'
import type { InnerPage } from '../vocabulary.ts'
import { type Prompt, guidance, missing } from './missing.ts'
import { viewOf } from './view.ts'

export type Asking = {
  /** Says that the last input was taken: « C'est noté ✍️ ». */
  ack?: string
  /** The prompt that this turn ended. */
  previous?: string
  album?: string
  tries?: number
  when?: Pick<Message, 'delay' | 'replaces'>
  slot?: string
  editOf?: string
}

/** Asks what is missing from the claim in hand; says where it stands when nothing is. */
export function askNext(scene: Scene, asking: Asking = {}): void {
  const prompt = missing(scene)
  if (prompt) ask(scene, prompt, asking)
  else restNow(scene, asking)
}

export function ask(scene: Scene, prompt: Prompt, asking: Asking = {}): void {
  const view = viewOf(scene, prompt)
  const subject = { is: 'claim', id: scene.pinned.id } as const
  const text = lead(scene, view.text, asking.ack)
  const message = scene.say(
    text,
    { choices: { subject, prompt, options: view.options }, attachments: view.attachments, editOf: asking.editOf },
    asking.when,
  )
  scene.look(subject, prompt, { message, tries: asking.tries, previous: asking.previous, album: asking.album })
}

/** The same question, the same buttons, in words that help. */
export function askInOtherWords(scene: Scene, prompt: Prompt, text: string): void {
  const subject = { is: 'claim', id: scene.pinned.id } as const
  const message = scene.say(text, { choices: { subject, prompt, options: viewOf(scene, prompt).options } })
  scene.look(subject, prompt, { message, tries: scene.focus?.tries, previous: scene.focus?.previous })
}

/** Offers options that the claim does not name: a list, a card, a yes or no. They are kept with the focus, so that a typed digit finds them. */
export function offer(
  scene: Scene,
  subject: Subject,
  prompt: string,
  text: string,
  options: Option[],
  pending: Pending = {},
  page?: InnerPage,
): void {
  const message = scene.say(text, { choices: { subject, prompt, options }, page })
  scene.look(subject, prompt, { message, pending: { ...pending, options } })
}

/** The same by itself, while somebody may be at something else: then what they type stays an answer to that. */
export function offerAside(scene: Scene, subject: Subject, prompt: string, text: string, options: Option[]): void {
  const { focus } = scene
  const isFree = !focus || (focus.pending?.options?.length && JSON.stringify(focus.subject) === JSON.stringify(subject))
  if (isFree) return offer(scene, subject, prompt, text, options)
  // without numbers: a typed digit belongs to what is in focus
  scene.say(text, { choices: { subject, prompt, options: options.map((option) => ({ ...option, control: true })) } })
}

/** `ack` before `text`: in the same message while it stays short (chat-ux, rule 1), else in one of its own. */
export function lead(scene: Scene, text: string, ack: string | undefined): string {
  if (!ack) return text
  // « C'est noté ✍️ Question 2 sur 6. » is one sentence
  const joined = `${ack} ${text}`
  if (joined.length <= 240 && sentences(joined) <= 3) return joined
  scene.say(ack)
  return text
}

/** Nothing is missing: say where the claim stands. */
function restNow(scene: Scene, asking: Asking): void {
  offer(scene, { is: 'self' }, 'menu', lead(scene, scene.text('nothing-missing', { badge: scene.badgeName() }), asking.ack), [
    { key: 'mine', label: scene.text('button-my-requests') },
    { key: 'new', label: scene.text('button-another-badge') },
  ])
}

/** First words of a claim: what is coming. Shorter for who has done it before. */
export function introduction(scene: Scene): string {
  const badge = scene.badgeName()
  return scene.varied(guidance(scene) === 'first' ? 'claim-intro' : 'claim-intro-short', {
    badge,
    name: scene.me.name ? scene.me.name.split(' ')[0]! : '',
  })
}

/** How many sentences a text has; marks inside « » belong to the quotation. */
export const sentences = (text: string): number =>
  text.replace(/«[^»]*»/g, 'x').match(/[^.!?…\n]*[\p{L}\p{N}][^.!?…\n]*(?:[.!?…]+|\n|$)/gu)?.length ?? 0
