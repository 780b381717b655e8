// Why: a ready-made sentence, shown back before it leaves, or one's own words. The learner reads it as it is.
import { textMark } from '../../core/model/textMark.ts'
import type { Heard } from '../learner/heard.ts'
import { firstName } from '../learner/view.ts'
import { brief } from '../page.ts'
import type { Scene } from '../scene.ts'
import { sentencesFor } from './sentences.ts'

type Why = 'to-complete' | 'refused'

export const isAboutReason = (prompt: string): prompt is 'reason' | 'ready' => prompt === 'reason' || prompt === 'ready'

/** A reason is being asked for the claim in hand. */
export const isReasonFor = ({ focus, pinned }: Scene): boolean =>
  focus?.subject.is === 'decision' && focus.subject.id === pinned.id && focus.pending?.outcome !== undefined

const learnerOf = (scene: Scene): string => firstName(scene.world.owner?.name ?? '')

/** The sentences in the language of whoever reads them, numbered; a typed one is as good. */
export function askReason(scene: Scene, outcome: Why): void {
  const sentences = readyFor(scene, outcome)
  const options = sentences.map(({ key, text }) => ({ key, label: brief(text), also: [text] }))
  const lines = [
    ...sentences.map(({ text }, n) => `${n + 1}. ${text}`),
    scene.text(`trainer-why-${outcome}`, { learner: learnerOf(scene) }),
  ]
  const subject = { is: 'decision', id: scene.pinned.id } as const
  const message = scene.say(lines.join('\n'), { choices: { subject, prompt: 'reason', options } })
  scene.look(subject, 'reason', { message, pending: { outcome, read: textMark(scene.pinned), options } })
}

function readyFor(scene: Scene, outcome: Why) {
  const { owner, house } = scene.world
  const found = scene.badge()
  const structure = found?.issuer.structures.find((s) => s.id === scene.pinned.structureId)
  const speech = scene.speech(owner ?? scene.me)
  return sentencesFor(outcome, { claim: scene.pinned, meaning: scene.pinned.meaning, badge: found?.badge, structure }, speech, house.texts)
}

/** True: it was about the reason. `decide`: with these words. */
export function hearReason(scene: Scene, prompt: 'reason' | 'ready', heard: Heard, decide: (outcome: Why, words: string) => void): boolean {
  const { focus } = scene
  const isHere = focus?.subject.is === 'decision' && focus.subject.id === scene.pinned.id
  const outcome = isHere ? focus.pending?.outcome : undefined
  // a list of a while ago: what it was about is not known any more
  if (!outcome) return false
  if (heard.is === 'media') {
    // a voice is not text, and nobody hears it here
    scene.say(scene.text('trainer-words-only', { learner: learnerOf(scene) }))
    return true
  }
  if (heard.is === 'words') {
    const words = heard.text.trim().slice(0, MOST)
    if (!words) return false
    decide(outcome, words)
    return true
  }
  const ready = prompt === 'ready' ? scene.focus?.pending?.text : undefined
  if (prompt === 'ready' && heard.key === 'send' && ready) {
    decide(outcome, ready)
    return true
  }
  if (prompt === 'ready' && heard.key === 'own' && ready) {
    change(scene, outcome, ready)
    return true
  }
  // a button of the list, also once another sentence of it is shown
  const chosen = prompt === 'reason' ? readyFor(scene, outcome).find(({ key }) => key === heard.key) : undefined
  if (chosen) showBack(scene, outcome, chosen.text)
  return chosen !== undefined
}

/** Longer than any sentence that somebody reads on a phone. */
const MOST = 500

function showBack(scene: Scene, outcome: Why, text: string): void {
  const options = [
    { key: 'send', label: scene.text('button-send-reason'), also: ['oui'] },
    { key: 'own', label: scene.text('button-change-words'), also: ['non'] },
  ]
  const subject = { is: 'decision', id: scene.pinned.id } as const
  const said = `${scene.text('quote', { text })}\n${scene.text('trainer-ready-send', { learner: learnerOf(scene) })}`
  const message = scene.say(said, { choices: { subject, prompt: 'ready', options } })
  scene.look(subject, 'ready', { message, pending: { outcome, read: textMark(scene.pinned), text, options } })
}

/** The sentence alone, to be copied and changed. */
function change(scene: Scene, outcome: Why, text: string): void {
  scene.say(text)
  const message = scene.say(scene.text('trainer-own-words'))
  scene.look({ is: 'decision', id: scene.pinned.id }, 'reason', {
    message,
    pending: { outcome, read: textMark(scene.pinned), options: [] },
  })
}
