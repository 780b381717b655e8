// Where a draft stands, for whoever follows it: the steps of a claim in the order in which they are asked, and the first that is open.
import type { Badge, Meaning } from './badge.ts'
import type { Answer, Claim, Evidence } from './rows.ts'

/** `part` the own part in a project, `q:ID` a question, `evidence`, `c:ID` a criterion, `send`: everything is told, and must be read over and sent. */
export type Stop = string

export type DraftFacts = Pick<Claim, 'gatheredAt' | 'projectId'> & {
  answers: Pick<Answer, 'prompt' | 'supersededAt'>[]
  evidence: Pick<Evidence, 'prompt' | 'state' | 'removedAt'>[]
}

/**
 * As the conversation asks (dialogs/learner/missing.ts): facts and actions, evidence, results, levels, next time, sending.
 * `together`: what a project tells is not asked, but the own part in it.
 */
export function stopsOf(meaning: Meaning, badge: Badge | undefined, together = false): Stop[] {
  const questions = badge?.questions ?? meaning.questions.map(({ id }) => ({ id, step: 'fact' as const }))
  const of = (...steps: string[]) => questions.filter((q) => steps.includes(q.step)).map((q) => `q:${q.id}`)
  // of a milestone nothing is told: its text is read and sent
  if (meaning.groups) return ['send']
  return [
    ...(together ? ['part', ...of('action')] : of('fact', 'action')),
    'evidence',
    ...of('result', 'feeling'),
    ...meaning.criteria.map((c) => `c:${c.id}`),
    ...of('learned', 'next'),
    'send',
  ]
}

/** The first step that is not done; the last one when everything is told. */
export function stopOf(draft: DraftFacts, stops: Stop[], least: number): Stop {
  const answered = new Set(draft.answers.filter((a) => !a.supersededAt).map((a) => a.prompt))
  const pieces = draft.evidence.filter((e) => e.prompt === 'evidence' && e.state !== 'refused' && !e.removedAt).length
  const gathered = pieces > 0 ? pieces >= least && draft.gatheredAt !== null : least === 0 && draft.gatheredAt !== null
  return stops.find((stop) => stop === 'send' || !(stop === 'evidence' ? gathered : answered.has(stop)))!
}
