// Being found: people of one place who agreed to be asked for help. Who is of a place is one rule, here and in core/data/peers.ts: who has
// a role there as one who learns or forms, or joined it and claims a badge there. A tutor is asked for a word, a former trainer for nothing.
import type { Claim, Membership, Person } from './rows.ts'

export const ROLES_THERE = ['learner', 'trainer'] as const

/** Of this structure, as far as this claim of theirs tells. */
export const isOf = (
  structureId: string,
  person: Pick<Person, 'structureId'>,
  memberships: Pick<Membership, 'structureId' | 'role'>[],
  claim: Pick<Claim, 'structureId'>,
): boolean =>
  memberships.some((m) => m.structureId === structureId && ROLES_THERE.some((role) => role === m.role)) ||
  (person.structureId === structureId && claim.structureId === structureId)

/** Requests that one person may make in a day: help is asked for, and nobody is worn out. */
export const MOST_PLEAS = 3

/** For so many days the two may write to each other through the bot. */
export const PLEA_DAYS = 7
