// Correcting: which answer, and what instead. Also « retour », and a message that was edited in the chat.
import { sending } from '../../core/model/status.ts'
import type { Scene } from '../scene.ts'
import { brief, pageKey, pageOf } from '../page.ts'
import { wantsEmail } from './address.ts'
import { ask, askNext, offer } from './ask.ts'
import { answer } from './answer.ts'
import type { Heard } from './heard.ts'
import { type Prompt, current, questionsOf, tellable } from './missing.ts'
import { titleOf } from './view.ts'

/** Answers that can be corrected, in the order of the questions. */
const corrigible = (scene: Scene) => tellable(scene).flatMap((prompt) => current(scene.pinned, prompt) ?? [])

export function chooseCorrection(scene: Scene, page = 0): void {
  const all = corrigible(scene)
  if (!all.length) return askNext(scene, { ack: scene.text('nothing-to-correct') })
  const { shown, more } = pageOf(scene, all, page)
  const lines = shown.map((a, i) => `${i + 1}. ${titleOf(scene, a.prompt)}`)
  const options = shown.map((a) => ({ key: a.prompt, label: brief(titleOf(scene, a.prompt)) }))
  offer(scene, { is: 'claim', id: scene.pinned.id }, 'fix', [...lines, scene.text('ask-which')].join('\n'), [
    ...options,
    ...more,
    { key: 'keep', label: scene.text('button-keep-all'), control: true },
  ])
}

export function hearCorrection(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const page = pageKey(heard.key)
  if (heard.key === 'keep') askNext(scene)
  else if (page !== undefined) chooseCorrection(scene, page)
  else if (corrigible(scene).some((a) => a.prompt === heard.key)) {
    takeBack(scene, heard.key)
    ask(scene, heard.key as Prompt)
  } else return false
  return true
}

/** Asks a prompt again; its answer stays in the history. */
function takeBack(scene: Scene, prompt: string): void {
  for (const a of scene.pinned.answers)
    if (a.prompt === prompt && !a.supersededAt) scene.record('Answer', { ...a, supersededAt: scene.now })
}

/** « Retour »: the last thing told is asked again. */
export function goBack(scene: Scene): void {
  const claim = scene.pinned
  const known = new Set(questionsOf(scene).flatMap((q) => [`q:${q.id}`, `f:${q.id}`]))
  const last = claim.answers.findLast((a) => !a.supersededAt && (known.has(a.prompt) || a.prompt.startsWith('c:') || a.prompt === 'part'))
  // the recap's own questions are taken back one by one, then the answers
  if (claim.email !== null && wantsEmail(scene)) scene.changeClaim({ email: null })
  else if (claim.audience) scene.changeClaim({ audience: null })
  else if (claim.witness) scene.changeClaim({ witness: null })
  else if (claim.approvedAt) scene.changeClaim({ approvedAt: null, digest: null, narrative: null })
  else if (claim.gatheredAt && (!last || last.at <= claim.gatheredAt)) scene.changeClaim({ gatheredAt: null })
  else if (last) takeBack(scene, last.prompt)
  else return askNext(scene, { ack: scene.text('nothing-before') })
  askNext(scene)
}

/** A message was edited on the platform: its answer changes only after a yes (contract). */
export function askAboutEdit(scene: Scene, source: string, text: string): boolean {
  // what was sent stays as it was read; another person's messages have ids of their own
  if (scene.claim?.personId !== scene.me.id || sending(scene.claim)) return false
  const answered = scene.claim.answers.find(
    (a) => a.source === source && a.through === scene.through && !a.supersededAt && a.level === null,
  )
  if (!answered || answered.text === text) return false
  const options = [
    { key: 'yes', label: scene.text('button-yes-replace') },
    { key: 'no', label: scene.text('button-no-keep') },
  ]
  offer(scene, { is: 'claim', id: scene.pinned.id }, 'edit', scene.text('ask-edit', { text }), options, { answer: answered.id, text })
  return true
}

export function hearEdit(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const pending = scene.focus?.pending
  const before = scene.pinned.answers.find((a) => a.id === pending?.answer && !a.supersededAt)
  if (heard.key === 'yes' && before && pending?.text)
    answer(scene, before.prompt, { text: pending.text, source: before.source ?? undefined })
  askNext(scene, { ack: scene.varied('noted') })
  return true
}
