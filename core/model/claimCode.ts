// Claim codes: a trainer says one aloud at an event, or shows it; whoever has it was there, and is accepted at once.
// The code is the trainer's word, given beforehand: bounded in time, to one badge of one structure, and in how often one may guess.
import type { ClaimCode, ClaimTree } from './rows.ts'
import { type Instant, isBefore } from './time.ts'

/** What a refused code is called in the audit: the tries of a day are counted from it. */
export const CODE_REFUSED = 'claim code refused'

/** In a day, by one person. One in a million is good: who guesses for a year finds one with a chance of one in five hundred. */
export const MOST_TRIES = 5

export type CodeState = 'good' | 'over' | 'wrong' | 'own'

/** What this code is for this claim, said by `person`. A code of another badge or structure is as wrong as none: nothing is told of it. */
export function stateOf(
  code: ClaimCode | null,
  claim: Pick<ClaimTree, 'badgeId' | 'structureId'>,
  person: string,
  now: Instant,
): CodeState {
  if (!code || code.badgeId !== claim.badgeId || (claim.structureId !== null && claim.structureId !== code.structureId)) return 'wrong'
  if (code.endedAt || !isBefore(now, code.endsAt)) return 'over'
  return code.madeBy === person ? 'own' : 'good'
}

/** No code: kept like one, so that it is asked once. */
export const WITHOUT = 'none'

/** The code that the learner gave for this claim. */
export const codeOf = (claim: Pick<ClaimTree, 'consents'>): string | undefined =>
  claim.consents.findLast((c) => c.what === 'code' && !c.endedAt && c.choice !== WITHOUT)?.choice
