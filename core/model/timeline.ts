// How a claim's status came to be: the facts are replayed in time, and each change is kept. Nothing is stored for it.
import type { Policy } from './badge.ts'
import type { ClaimTree, Endorsement, Issuance, Sending } from './rows.ts'
import { type Status, type StatusFacts, statusOf } from './status.ts'
import { type Instant, isBefore, iso } from './time.ts'

/** A status, since when, and through which channel it came; null where nobody said it on a channel (time ran out, a backend answered). */
export type TimelineEntry = { status: Status; at: Instant; through: string | null }

type Facts = StatusFacts & Pick<ClaimTree, 'openedAt' | 'openedThrough'>

/** Every change of status, oldest first; the first is the draft. */
export function timelineOf(claim: Facts, policy: Policy): TimelineEntry[] {
  const changes: TimelineEntry[] = []
  for (const { at, through } of moments(claim)) {
    const status = statusOf(asOf(claim, at), policy)
    if (changes.at(-1)?.status !== status) changes.push({ status, at: iso(at), through })
  }
  return changes
}

type Moment = { at: Instant; through: string | null }

/** When something happened that may have changed the status, in order. */
function moments(claim: Facts): Moment[] {
  const all: { at: Instant | null | undefined; through: string | null }[] = [
    { at: claim.openedAt, through: claim.openedThrough },
    ...claim.sendings.flatMap((s) => [
      { at: s.at, through: s.through },
      { at: s.takenBackAt, through: s.through },
    ]),
    ...claim.endorsements.flatMap((e) => [
      { at: e.settledAt, through: e.channel },
      { at: e.withdrawnAt, through: e.channel },
    ]),
    ...claim.decisions,
    ...claim.issuances.flatMap((i) => [
      { at: i.at, through: null },
      { at: i.issuedAt, through: null },
    ]),
    { at: claim.expiredAt, through: null },
    { at: claim.withdrawnAt, through: null },
    { at: claim.revokedAt, through: null },
  ]
  return all.filter((moment): moment is Moment => !!moment.at).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** The facts as they stood at `now`: what came later is not there yet. */
function asOf(claim: Facts, now: Instant): StatusFacts {
  const known = (at: Instant | null | undefined) => (at && !isBefore(now, at) ? at : null)
  const sending = ({ takenBackAt, ...sent }: Sending): Sending => (known(takenBackAt) ? { ...sent, takenBackAt: takenBackAt! } : sent)
  const endorsement = (e: Endorsement): Endorsement => ({ ...e, settledAt: known(e.settledAt), withdrawnAt: known(e.withdrawnAt) })
  const issuance = (i: Issuance): Issuance => (i.state === 'issued' && i.issuedAt && !known(i.issuedAt) ? { ...i, state: 'waiting' } : i)
  return {
    sendings: claim.sendings.filter((s) => known(s.at)).map(sending),
    endorsements: claim.endorsements.map(endorsement),
    decisions: claim.decisions.filter((d) => known(d.at)),
    issuances: claim.issuances.filter((i) => known(i.at)).map(issuance),
    withdrawnAt: known(claim.withdrawnAt),
    expiredAt: known(claim.expiredAt),
    revokedAt: known(claim.revokedAt),
  }
}
