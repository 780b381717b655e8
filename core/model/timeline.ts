// How a claim's status came to be: the facts are replayed in time, and each change is kept. Nothing is stored for it.
import type { Policy } from './badge.ts'
import type { ClaimTree, Endorsement, Issuance, Sending } from './rows.ts'
import { type Status, type StatusFacts, statusOf } from './status.ts'
import { type Instant, isBefore, iso } from './time.ts'

/** A status, since when, and through which channel it came; null where nobody said it on a channel (time ran out, a backend answered). */
export type TimelineEntry = { status: Status; at: Instant; through: string | null }

type Facts = StatusFacts & Pick<ClaimTree, 'openedAt' | 'openedThrough' | 'approvedAt'>

/** Every change of status, oldest first; the first is the draft. */
export function timelineOf(claim: Facts, policy: Policy): TimelineEntry[] {
  const changes: TimelineEntry[] = []
  for (const moment of moments(claim)) {
    const { at, through } = moment
    const status = statusOf(asOf(claim, moment), policy)
    if (changes.at(-1)?.status !== status) changes.push({ status, at: iso(at), through })
  }
  return changes
}

/** `issuing`: of what came at one instant, issuing is last, since the same commit says « endorsed » and starts it. */
type Moment = { at: Instant; through: string | null; issuing: boolean }

/** When something happened that may have changed the status, in order. */
function moments(claim: Facts): Moment[] {
  const said = (at: Instant | null | undefined, through: string | null = null) => (at ? [{ at, through, issuing: false }] : [])
  const done = (at: Instant | null) => (at ? [{ at, through: null, issuing: true }] : [])
  const all: Moment[] = [
    said(claim.openedAt, claim.openedThrough),
    ...claim.sendings.flatMap((s) => [said(s.at, s.through), said(s.takenBackAt, s.through)]),
    ...claim.endorsements.flatMap((e) => [said(e.settledAt, e.channel), said(e.withdrawnAt, e.channel)]),
    ...claim.decisions.map((d) => said(d.at, d.through)),
    ...claim.issuances.flatMap((i) => [done(i.at), done(i.issuedAt)]),
    said(claim.expiredAt),
    said(claim.withdrawnAt),
    said(claim.revokedAt),
  ].flat()
  return all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(a.issuing) - Number(b.issuing))
}

/** The facts as they stood at that moment: what came later is not there yet. */
function asOf(claim: Facts, { at: now, issuing }: Moment): StatusFacts {
  const known = (at: Instant | null | undefined) => (at && !isBefore(now, at) ? at : null)
  const done = (at: Instant) => (issuing ? known(at) : isBefore(at, now))
  const sending = ({ takenBackAt, ...sent }: Sending): Sending => (known(takenBackAt) ? { ...sent, takenBackAt: takenBackAt! } : sent)
  const endorsement = (e: Endorsement): Endorsement => ({ ...e, settledAt: known(e.settledAt), withdrawnAt: known(e.withdrawnAt) })
  const issuance = (i: Issuance): Issuance => (i.state === 'issued' && i.issuedAt && !done(i.issuedAt) ? { ...i, state: 'waiting' } : i)
  return {
    sendings: claim.sendings.filter((s) => known(s.at)).map(sending),
    // before it was approved there was another text, and what was confirmed then was that one
    digest: known(claim.approvedAt) ? claim.digest : null,
    endorsements: claim.endorsements.map(endorsement),
    decisions: claim.decisions.filter((d) => known(d.at)),
    issuances: claim.issuances.filter((i) => done(i.at)).map(issuance),
    withdrawnAt: known(claim.withdrawnAt),
    expiredAt: known(claim.expiredAt),
    revokedAt: known(claim.revokedAt),
  }
}
