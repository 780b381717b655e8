// Where a claim stands, computed from its facts. Tested as a table (test/core/model/status.test.ts).
import type { Policy } from './badge.ts'
import type { Capacity, ClaimTree, Decision, Endorsement, Sending } from './rows.ts'
import { isBefore } from './time.ts'

export const STATUSES = [
  'draft',
  'sent',
  'to-complete',
  'endorsed',
  'refused',
  'accepted',
  'forwarded',
  'issued',
  'withdrawn',
  'expired',
  'revoked',
] as const
export type Status = (typeof STATUSES)[number]

/** The facts that status depends on. */
export type StatusFacts = Pick<
  ClaimTree,
  'sendings' | 'digest' | 'endorsements' | 'decisions' | 'issuances' | 'withdrawnAt' | 'expiredAt' | 'revokedAt'
>

/** The sending in force: the last one, unless it was taken back. */
export const sending = (claim: Pick<ClaimTree, 'sendings'>): Sending | undefined => {
  const last = claim.sendings.at(-1)
  return last?.takenBackAt ? undefined : last
}

/** Verdicts that count: settled (their undo window is over) and not withdrawn. */
export const verdicts = (claim: Pick<ClaimTree, 'endorsements'>): Endorsement[] =>
  claim.endorsements.filter((e) => e.verdict && e.settledAt && !e.withdrawnAt)

/** A word counts for what was read: a text that changed since was not confirmed (design.md, "Words in code"). */
export const isOfThisText = (claim: Pick<ClaimTree, 'digest'>, e: Endorsement): boolean => !claim.digest || e.shownDigest === claim.digest

/** Those who confirmed the text as it stands, each once. */
export const confirmations = (claim: Pick<ClaimTree, 'endorsements' | 'digest'>): Endorsement[] => {
  const yes = verdicts(claim).filter((e) => e.verdict === 'yes' && isOfThisText(claim, e))
  return yes.filter((e, at) => !e.endorserId || yes.findLastIndex((other) => other.endorserId === e.endorserId) === at)
}

/** Whom a policy still waits for: so many more people, and, if nobody of `given` is in one of these roles, one who is. */
export const lackingFrom = (given: Pick<Endorsement, 'capacity'>[], { endorsements, roles = [] }: Policy): Lacking => {
  const inRole = endorsements === 0 || roles.length === 0 || given.some((e) => e.capacity && roles.includes(e.capacity))
  return { people: Math.max(endorsements - given.length, inRole ? 0 : 1), roles: inRole ? [] : roles }
}
export type Lacking = { people: number; roles: Capacity[] }

export const lacking = (claim: Pick<ClaimTree, 'endorsements' | 'digest'>, policy: Policy): Lacking =>
  lackingFrom(confirmations(claim), policy)

/** As many people have confirmed as the policy asks for, in the roles that it asks for. */
export const isConfirmed = (claim: Pick<ClaimTree, 'endorsements' | 'digest'>, policy: Policy): boolean =>
  lacking(claim, policy).people === 0

/** What somebody asked to be added since the claim was last sent: a trainer's « à compléter », or a tutor's « pas encore ». */
export const toComplete = (claim: Pick<ClaimTree, 'sendings' | 'endorsements' | 'decisions'>): Decision | Endorsement | undefined => {
  const sent = sending(claim)
  if (!sent) return undefined
  const decided = claim.decisions.at(-1)
  if (decided?.outcome === 'to-complete' && !isBefore(decided.at, sent.at)) return decided
  return verdicts(claim)
    .filter((e) => (e.verdict === 'not-yet' || e.verdict === 'no') && e.at && !isBefore(e.at, sent.at))
    .at(-1)
}

/** The trainer's word in force: one given since the claim was last sent. */
export const decision = (claim: Pick<ClaimTree, 'sendings' | 'decisions'>): Decision | undefined => {
  const sent = sending(claim)
  const last = claim.decisions.at(-1)
  return sent && last && !isBefore(last.at, sent.at) ? last : undefined
}

/** Everything that the policy waits for has come. */
export const isWhole = (claim: Pick<ClaimTree, 'sendings' | 'digest' | 'endorsements' | 'decisions'>, policy: Policy): boolean =>
  sending(claim) !== undefined && isConfirmed(claim, policy) && (policy.decision === 'none' || decision(claim)?.outcome === 'accepted')

export function statusOf(claim: StatusFacts, policy: Policy): Status {
  if (claim.revokedAt) return 'revoked'
  if (claim.issuances.some((i) => i.state === 'issued')) return 'issued'
  if (claim.withdrawnAt) return 'withdrawn'
  if (claim.issuances.some((i) => i.state === 'forwarded')) return 'forwarded'
  if (claim.expiredAt) return 'expired'
  if (!sending(claim)) return 'draft'
  const decided = decision(claim)
  if (decided?.outcome === 'refused') return 'refused'
  if (decided?.outcome === 'accepted') return 'accepted'
  if (toComplete(claim)) return 'to-complete'
  if (policy.endorsements > 0 && isConfirmed(claim, policy)) return 'endorsed'
  return 'sent'
}

/** The learner lets the trainers see the evidence; where a trainer was named as who was there, « juste mon formateur » is the narrowest choice. */
export const trainerMaySee = ({ audience, witness }: Pick<ClaimTree, 'audience' | 'witness'>): boolean =>
  audience === 'trainer' || audience === 'everyone' || (audience === 'tutor' && witness === 'trainer')
