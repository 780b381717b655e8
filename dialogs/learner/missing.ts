// Where a learner stands: the next thing missing from the claim (design.md, decision 1).
import type { Question } from '../../core/model/badge.ts'
import type { Answer, Evidence } from '../../core/model/rows.ts'
import { sending, statusOf } from '../../core/model/status.ts'
import type { Scene } from '../scene.ts'
import { evidenceInHand } from '../claimParts.ts'
import type { PinnedClaim } from '../world.ts'
import { wantsEmail } from './address.ts'
import { composed } from './narrative.ts'
import { agreed, offeredPieces, ownPieces } from './together.ts'

/**
 * Prompts of a claim. `q:ID` a question, `f:ID` its one follow-up, `c:ID` the level of a criterion.
 * `project`, `part`, `take`, `give`: of what was done together.
 * `complete` and `more:N` come after « pas encore »; `share` when the badge is there.
 */
export type Prompt =
  | 'sense'
  | 'name'
  | 'project'
  | 'part'
  | `q:${string}`
  | `f:${string}`
  | 'take'
  | 'evidence'
  | 'gathered'
  | 'give'
  | `c:${string}`
  | 'recap'
  | 'witness'
  | 'audience'
  | 'email'
  | 'code'
  | 'send'
  | 'complete'
  | `more:${number}`
  | 'share'

export const current = (claim: Pick<PinnedClaim, 'answers'>, prompt: string): Answer | undefined =>
  claim.answers.findLast((a) => a.prompt === prompt && !a.supersededAt)

/** The questions of a claim, worded as today: the pinned ones, and those that the structure adds. */
export const questionsOf = (scene: Scene): Question[] => scene.once('questions', () => worded(scene))

function worded(scene: Scene): Question[] {
  const { meaning, badgeId, structureId } = scene.pinned
  const today = scene.badge()
  const own = today?.issuer.structures.find((s) => s.id === structureId)?.badges[badgeId]?.questions ?? []
  return (today?.badge.questions ?? []).filter((q) => meaning.questions.some((p) => p.id === q.id) || own.some((o) => o.id === q.id))
}

type Stage = { prompt: Prompt; counted: boolean; done: boolean }

/** Everything that the learner tells, in the order in which it is asked: facts, actions, evidence, results, levels, next time. */
const telling = (scene: Scene): Stage[] => scene.once('telling', () => stagesOf(scene))

function stagesOf(scene: Scene): Stage[] {
  const claim = scene.pinned
  const questions = questionsOf(scene)
  const stages: Stage[] = []
  const ask = (q: Question) => {
    const answer = current(claim, `q:${q.id}`)
    stages.push({ prompt: `q:${q.id}`, counted: true, done: answer !== undefined })
    if (answer && q.followUp && isThin(answer, claim.evidence, guidance(scene))) {
      stages.push({ prompt: `f:${q.id}`, counted: false, done: current(claim, `f:${q.id}`) !== undefined })
    }
  }
  const { project } = claim
  const untold = claim.answers.length === 0 && claim.evidence.length === 0
  if (!project && untold && claim.offered.length > 0)
    stages.push({ prompt: 'project', counted: false, done: agreed(scene, 'project') !== undefined })
  // where and when is told by the project: its member tells their own part
  if (project) stages.push({ prompt: 'part', counted: true, done: current(claim, 'part') !== undefined })
  for (const q of questions) if (q.step === 'action' || (q.step === 'fact' && !project)) ask(q)
  if (project && !agreed(scene, 'take') && !claim.gatheredAt && offeredPieces(scene).length > 0)
    stages.push({ prompt: 'take', counted: false, done: false })
  const sent = evidenceInHand(claim, 'evidence').length
  const { min } = claim.meaning.evidence
  stages.push({ prompt: 'evidence', counted: true, done: sent > 0 ? sent >= min : min === 0 && claim.gatheredAt !== null })
  if (sent > 0) stages.push({ prompt: 'gathered', counted: false, done: claim.gatheredAt !== null })
  if (project && ownPieces(scene).length > 0) stages.push({ prompt: 'give', counted: false, done: agreed(scene, 'give') !== undefined })
  for (const q of questions) if (q.step === 'result' || q.step === 'feeling') ask(q)
  for (const c of claim.meaning.criteria)
    stages.push({ prompt: `c:${c.id}`, counted: true, done: current(claim, `c:${c.id}`) !== undefined })
  for (const q of questions) if (q.step === 'learned' || q.step === 'next') ask(q)
  return stages
}

/** What can be asked again, in the order of the questions. A question that left the catalogue cannot; its answer stays. */
export const tellable = (scene: Scene): Prompt[] =>
  telling(scene).flatMap(({ prompt }): Prompt[] => {
    if (prompt.startsWith('c:') || prompt === 'part') return [prompt]
    const question = questionsOf(scene).find((q) => prompt === `q:${q.id}`)
    return question ? [prompt, ...(question.followUp ? [`f:${question.id}` as const] : [])] : []
  })

/** What is missing next; null: nothing, somebody else's turn. */
export function missing(scene: Scene): Prompt | null {
  const claim = scene.pinned
  const status = statusOf(claim, claim.meaning.policy)
  switch (status) {
    case 'draft':
      return missingFromDraft(scene)
    case 'refused':
    case 'to-complete': {
      const addition = additionPrompt(claim)
      if (!current(claim, addition)) return claim.consents.some((c) => c.what === 'add' && c.choice === addition) ? addition : 'complete'
      return beforeSending(scene)
    }
    case 'issued':
      return claim.consents.some((c) => c.what === 'share') ? null : 'share'
    case 'sent':
    case 'endorsed':
    case 'accepted':
    case 'forwarded':
    case 'withdrawn':
    case 'expired':
    case 'revoked':
      return null
    default:
      return status satisfies never
  }
}

function missingFromDraft(scene: Scene): Prompt | null {
  if (!scene.me.seenAt) return 'sense'
  if (!scene.me.nameConfirmed) return 'name'
  return telling(scene).find((s) => !s.done)?.prompt ?? beforeSending(scene)
}

function beforeSending(scene: Scene): Prompt {
  const claim = scene.pinned
  if (!claim.approvedAt || claim.digest !== composed(scene).digest) return 'recap'
  if (claim.meaning.policy.endorsements > 0 && !claim.witness) return 'witness'
  if (!claim.audience && evidenceInHand(claim).length > 0) return 'audience'
  if (wantsEmail(scene) && claim.email === null) return 'email'
  if (claim.meaning.policy.decision === 'code' && !agreed(scene, 'code')) return 'code'
  return 'send'
}

/** The prompt of what « pas encore » waits for: one for each time that the claim was sent. */
export const additionPrompt = (claim: PinnedClaim): `more:${number}` => `more:${claim.sendings.filter((s) => !s.takenBackAt).length}`

/** « Question 2 sur 6 », for the prompts that are counted. */
export function progress(scene: Scene, prompt: Prompt): { at: number; of: number } | undefined {
  const counted = telling(scene).filter((s) => s.counted)
  const at = counted.findIndex((s) => s.prompt === prompt)
  return at < 0 ? undefined : { at: at + 1, of: counted.length }
}

/** How many questions are left, about how many minutes they take, and the number of the next one. */
export function remaining(scene: Scene): { questions: number; minutes: number; next: number } {
  const stages = telling(scene)
  const next = stages.findIndex((s) => !s.done)
  if (next < 0) return { questions: 0, minutes: 1, next: 0 }
  // a follow-up, or « c'est tout ? », belongs to the question before it
  const counted = stages.slice(0, next + 1).filter((s) => s.counted).length
  const left = stages.filter((s) => s.counted && !s.done).length + (stages[next]!.counted ? 0 : 1)
  return { questions: left, minutes: Math.ceil(left * 1.5), next: counted }
}

/** How much the learner is guided: the guidance fades with each claim that was sent (chat-ux). */
export const guidance = (scene: Scene): 'first' | 'second' | 'practised' => {
  const sent = scene.world.mine.filter((c) => c.id !== scene.pinned.id && sending(c)).length
  return sent === 0 ? 'first' : sent === 1 ? 'second' : 'practised'
}

/** Too short to show anything, or only "on" and "nous": one follow-up helps. A voice note is thin under five seconds. */
export function isThin(answer: Answer, evidence: Evidence[], guided: 'first' | 'second' | 'practised'): boolean {
  if (answer.skipped) return false
  const piece = evidence.find((e) => e.prompt === answer.prompt && !e.removedAt)
  if (piece) return piece.kind === 'voice' && (piece.seconds ?? 60) < 5
  const words = (answer.text ?? '').trim().toLowerCase().split(/\s+/)
  if (words.length < 4) return true
  if (guided === 'practised') return false
  return speaksOfGroupOnly(words) && words.length < 20
}

/** « On a préparé 80 repas »: nobody knows what they did themselves. */
export function speaksOfGroupOnly(words: string[]): boolean {
  const speaksOfAll = words.some((w) => w === 'on' || w === 'nous' || w === 'we')
  const speaksOfSelf = words.some((w) => /^(je|j|j['’].*|moi|m['’].*|jai|jé|g|i|my|i['’].*)$/.test(w))
  return speaksOfAll && !speaksOfSelf
}
