// A decision as a fact, whoever made it, and what the learner hears of it.
import type { Decision, Outcome } from '../../core/model/rows.ts'
import { lacking } from '../../core/model/status.ts'
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

/** Accepted, and still without the word of so many who were there: the badge waits for them. */
export const peopleLacking = (scene: Scene, outcome: Outcome): number =>
  outcome === 'accepted' ? lacking(scene.pinned, scene.pinned.meaning.policy).people : 0

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
  const people = peopleLacking(scene, outcome)
  if (people > 0) {
    const options = cardOptions(scene, text).filter((o) => o.key === 'link' || o.key === 'ask')
    const news = text(stands?.through === 'automatic' ? 'news-accepted-automatic-lacking' : 'news-accepted-lacking', { name, people })
    return { text: news, choices: { subject, prompt: 'card', options } }
  }
  if (stands?.through === 'automatic') return { text: text('news-accepted-automatic', { badge }) }
  return { text: text(stands?.through === 'code' ? 'news-accepted-code' : 'news-accepted', { name, badge }) }
}
