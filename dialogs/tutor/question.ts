// « C’est pour quel poste ? », « je voudrais voir la photo »: before they answer, a tutor asks. The request stays open and nothing is recorded
// as a word. Their question goes to the learner once they say so, and the learner's answer, words or voice or picture, comes back to them
// beside the question that is still theirs.
import type { Endorsement } from '../../core/model/rows.ts'
import type { Heard } from '../learner/heard.ts'
import { offer } from '../learner/ask.ts'
import { firstName } from '../learner/view.ts'
import type { Scene } from '../scene.ts'
import type { Attachment } from '../vocabulary.ts'
import { learnerOf, showRequest, verdictOptions } from './request.ts'

/** Of an endorsement's id: enough to tell the requests of one claim apart, and short enough for a button. */
const SHORT = 8

/** What was asked is read back: a question to the bot, or a slip of the tongue, reaches nobody. */
export function offerToAsk(scene: Scene, id: string, words: string): void {
  const learner = firstName(learnerOf(scene))
  const options = [
    { key: 'send', label: scene.text('button-send-question'), also: ['oui'] },
    { key: 'see', label: scene.text('button-see-again'), also: ['non'] },
  ]
  offer(scene, { is: 'endorsement', id }, 'question', scene.text('tutor-question', { learner }), options, { text: words })
}

/** What becomes of the question; false: it was something else. */
export function hearQuestion(scene: Scene, id: string, key: string): boolean {
  if (key === 'see') {
    showRequest(scene, id)
    return true
  }
  // the button of a question that was left behind
  const words = scene.focus?.subject.is === 'endorsement' && scene.focus.subject.id === id ? scene.focus.pending?.text : undefined
  if (key !== 'send' || !words) return false
  const { owner } = scene.world
  const choices = {
    subject: { is: 'claim', id: scene.pinned.id } as const,
    prompt: 'reply',
    options: [] as { key: string; label: string }[],
  }
  const told =
    owner &&
    scene.tell(owner, (text) => ({
      text: text('news-question', { name: scene.me.name ?? text('somebody'), words }),
      choices: { ...choices, options: [{ key: id.slice(0, SHORT), label: text('button-reply') }] },
    }))
  if (told) scene.audit('question asked', id)
  scene.say(scene.text(told ? 'tutor-question-sent' : 'handover-unreachable', { name: firstName(learnerOf(scene)) }))
  showRequest(scene, id)
  return true
}

const isOpen = (e: Endorsement): boolean => !!e.endorserId && !e.verdict && !e.withdrawnAt

/** The learner taps « Répondre »; false: the tutor has answered meanwhile. */
export function openReply(scene: Scene, key: string): boolean {
  const asked = scene.pinned.endorsements.find((e) => e.id.startsWith(key) && isOpen(e))
  if (!asked || key.length !== SHORT) return false
  const message = scene.say(scene.text('handover-write', { name: firstName(asked.name ?? scene.text('somebody')) }))
  scene.look({ is: 'claim', id: scene.pinned.id }, 'reply', { message, pending: { options: [], text: asked.id } })
  return true
}

/** One message goes to whoever asked. Nothing of the claim changes by it. */
export function hearReply(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'option') return openReply(scene, heard.key)
  const open = scene.pinned.endorsements.filter(isOpen)
  // a reply to the message itself names nobody: only one can be meant, or they choose by the button
  const asked = open.find((e) => e.id === scene.focus?.pending?.text) ?? (open.length === 1 ? open[0] : undefined)
  const tutor = scene.world.endorsers.find((p) => p.id === asked?.endorserId)
  scene.lookAway()
  const words = heard.is === 'words' ? heard.text : (heard.media.caption ?? '')
  const sent: Attachment[] = heard.is === 'media' ? [{ is: 'relay', media: heard.media.media }] : []
  const learner = scene.me.name ?? ''
  const told =
    asked &&
    tutor &&
    scene.tell(tutor, (text) => ({
      text: [text(words ? 'tutor-reply' : 'tutor-reply-sent', { learner, words }), text('tutor-ask', { learner: firstName(learner) })].join(
        '\n',
      ),
      attachments: sent,
      choices: { subject: { is: 'endorsement', id: asked.id }, prompt: 'verdict', options: verdictOptions(text) },
    }))
  if (told) scene.audit('question answered', asked.id)
  const name = firstName(asked?.name ?? scene.text('somebody'))
  scene.say(scene.text(told ? 'handover-passed' : 'handover-unreachable', { name }))
  return true
}
