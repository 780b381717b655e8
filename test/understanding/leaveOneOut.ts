// What is understood of an author whom the model has not read: it learns from all others, and is measured on that one. The lists of signs were
// written with these sets in view, so the figures flatter them; a set that nobody has looked at says more (docs/understanding.md).
import type { Reading } from '../../dialogs/tutor/understanding/learned/opinion.ts'
import { understand } from '../../dialogs/tutor/understand.ts'
import { learn } from './learn.ts'
import { othersThan, type Reply, type ReplySet } from './replies.ts'

export const VERDICTS = ['yes', 'not-yet', 'no', 'not-me'] as const
const isVerdict = (reading: Reading): boolean => (VERDICTS as readonly Reading[]).includes(reading)

export type Measured = {
  name: string
  /** Clear verdicts that are taken at once, by the verdict. */
  taken: Record<(typeof VERDICTS)[number], { taken: number; of: number }>
  falseYes: Reply[]
  /** Another verdict than was given, a false yes apart. */
  wrong: Reply[]
}

export function leavingOut(held: ReplySet, sets: readonly ReplySet[]): Measured {
  const model = learn(othersThan(held, sets))
  const heard = held.replies.map((reply) => ({ reply, as: understand(reply.text, reply.learner ?? 'Awa Diallo', model).verdict }))
  const of = (verdict: Reading) => heard.filter(({ reply }) => reply.clear && reply.label === verdict)
  const share = (verdict: Reading) => ({ taken: of(verdict).filter(({ as }) => as === verdict).length, of: of(verdict).length })
  const mistaken = heard.filter(({ reply, as }) => isVerdict(as) && as !== reply.label)
  return {
    name: held.name,
    taken: { yes: share('yes'), 'not-yet': share('not-yet'), no: share('no'), 'not-me': share('not-me') },
    falseYes: mistaken.filter(({ as }) => as === 'yes').map(({ reply }) => reply),
    wrong: mistaken.filter(({ as }) => as !== 'yes').map(({ reply }) => reply),
  }
}
