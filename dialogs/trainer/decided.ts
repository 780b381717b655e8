// A decision as a fact, whoever made it, and what the learner hears of it.
import type { Decision, Outcome } from '../../core/model/rows.ts'
import { isWhole } from '../../core/model/status.ts'
import { cardOptions } from '../learner/claims.ts'
import { forwardIfWhole } from '../learner/send.ts'
import { viewOf } from '../learner/view.ts'
import type { Scene } from '../scene.ts'

export function recordDecision(
  scene: Scene,
  made: Pick<Decision, 'by' | 'byName' | 'outcome' | 'reason' | 'through'> & Partial<Pick<Decision, 'codeId'>>,
): void {
  scene.record('Decision', { id: scene.id('decision'), claimId: scene.pinned.id, at: scene.now, ...made })
  scene.audit(`decision ${made.outcome}`)
  if (made.outcome === 'accepted') forwardIfWhole(scene)
}

/** Accepted, and still without the word of whoever was there: the badge waits for it. */
export const isLacking = (scene: Scene, outcome: Outcome): boolean =>
  outcome === 'accepted' && !isWhole(scene.pinned, scene.pinned.meaning.policy)

/** The learner hears of it at once, where they are. */
export function tellLearner(scene: Scene, outcome: Outcome): void {
  const { owner } = scene.world
  if (!owner) return
  const words = (text: Scene['text']) => wordsFor(scene, outcome, text)
  if (owner.id !== scene.me.id) return void scene.tell(owner, words)
  const { text, choices } = words(scene.text.bind(scene))
  scene.say(text, { choices })
}

function wordsFor(scene: Scene, outcome: Outcome, text: Scene['text']) {
  const stands = scene.pinned.decisions.at(-1)
  const subject = { is: 'claim', id: scene.pinned.id } as const
  if (outcome !== 'accepted') {
    const view = viewOf(scene, 'complete')
    return { text: view.text, choices: { subject, prompt: 'complete', options: view.options } }
  }
  const name = stands?.byName ?? text('your-trainer')
  const badge = scene.badgeName()
  if (isLacking(scene, outcome)) {
    const options = cardOptions(scene, text).filter((o) => o.key === 'link' || o.key === 'ask')
    const news = stands?.through === 'automatic' ? text('news-accepted-automatic-lacking') : text('news-accepted-lacking', { name })
    return { text: news, choices: { subject, prompt: 'card', options } }
  }
  if (stands?.through === 'automatic') return { text: text('news-accepted-automatic', { badge }) }
  return { text: text(stands?.through === 'code' ? 'news-accepted-code' : 'news-accepted', { name, badge }) }
}
