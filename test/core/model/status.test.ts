// Where a claim stands, as a table: facts on the left, status on the right.
import { expect, test } from 'vitest'
import type { Policy } from '../../../core/model/badge.ts'
import type { Decision, Endorsement, Issuance, Sending } from '../../../core/model/rows.ts'
import { isWhole, type Status, type StatusFacts, statusOf } from '../../../core/model/status.ts'

const DAY = (n: number) => `2026-03-0${n}T10:00:00.000Z`

const OPEN: Policy = { endorsements: 0, decision: 'none' }
const ENDORSED: Policy = { endorsements: 1, decision: 'none' }
const TWICE: Policy = { endorsements: 2, decision: 'none' }
const REVIEWED: Policy = { endorsements: 0, decision: 'trainer' }
const BOTH: Policy = { endorsements: 1, decision: 'trainer' }

const sent = (day: number): Sending => ({ at: DAY(day), through: 'telegram' })
const takenBack = (day: number): Sending => ({ ...sent(day), takenBackAt: DAY(day) })
const word = (verdict: Endorsement['verdict'], day: number, more: Partial<Endorsement> = {}): Endorsement =>
  ({ verdict, at: DAY(day), settledAt: DAY(day), shownDigest: 'text', withdrawnAt: null, ...more }) as Endorsement
const decided = (outcome: Decision['outcome'], day: number): Decision => ({ outcome, at: DAY(day) }) as Decision
const issuance = (state: Issuance['state']): Issuance => ({ state }) as Issuance

const NOTHING: StatusFacts = {
  sendings: [],
  digest: 'text',
  endorsements: [],
  decisions: [],
  issuances: [],
  withdrawnAt: null,
  expiredAt: null,
  revokedAt: null,
}

const TABLE: [string, Policy, Partial<StatusFacts>, Status][] = [
  ['nothing yet', ENDORSED, {}, 'draft'],
  ['sent', ENDORSED, { sendings: [sent(1)] }, 'sent'],
  ['sent, nobody decides', OPEN, { sendings: [sent(1)] }, 'sent'],
  ['taken back', ENDORSED, { sendings: [takenBack(1)] }, 'draft'],
  ['taken back, sent again', ENDORSED, { sendings: [takenBack(1), sent(2)] }, 'sent'],
  ['sent, then taken back', ENDORSED, { sendings: [sent(1), takenBack(2)] }, 'draft'],
  ['a yes within its undo time', ENDORSED, { sendings: [sent(1)], endorsements: [word('yes', 2, { settledAt: null })] }, 'sent'],
  ['a yes', ENDORSED, { sendings: [sent(1)], endorsements: [word('yes', 2)] }, 'endorsed'],
  ['a yes of two', TWICE, { sendings: [sent(1)], endorsements: [word('yes', 2)] }, 'sent'],
  ['two of two', TWICE, { sendings: [sent(1)], endorsements: [word('yes', 2), word('yes', 3)] }, 'endorsed'],
  ['a yes that was withdrawn', ENDORSED, { sendings: [sent(1)], endorsements: [word('yes', 2, { withdrawnAt: DAY(3) })] }, 'sent'],
  [
    'a yes for a text that changed since',
    ENDORSED,
    { sendings: [sent(1)], endorsements: [word('yes', 2, { shownDigest: 'before' })] },
    'sent',
  ],
  [
    'two words of one person count once',
    TWICE,
    { sendings: [sent(1)], endorsements: [word('yes', 2, { endorserId: 'paul' }), word('yes', 3, { endorserId: 'paul' })] },
    'sent',
  ],
  ['not yet', ENDORSED, { sendings: [sent(1)], endorsements: [word('not-yet', 2)] }, 'to-complete'],
  ['no', ENDORSED, { sendings: [sent(1)], endorsements: [word('no', 2)] }, 'to-complete'],
  ['not yet, then sent again', ENDORSED, { sendings: [sent(1), sent(3)], endorsements: [word('not-yet', 2)] }, 'sent'],
  ['not me', ENDORSED, { sendings: [sent(1)], endorsements: [word('not-me', 2)] }, 'sent'],
  ['a yes, the trainer’s turn', BOTH, { sendings: [sent(1)], endorsements: [word('yes', 2)] }, 'endorsed'],
  ['the trainer accepts', REVIEWED, { sendings: [sent(1)], decisions: [decided('accepted', 2)] }, 'accepted'],
  ['the trainer accepts before the tutor', BOTH, { sendings: [sent(1)], decisions: [decided('accepted', 2)] }, 'accepted'],
  ['the trainer asks for more', REVIEWED, { sendings: [sent(1)], decisions: [decided('to-complete', 2)] }, 'to-complete'],
  ['the trainer refuses', REVIEWED, { sendings: [sent(1)], decisions: [decided('refused', 2)] }, 'refused'],
  ['refused, then sent again', REVIEWED, { sendings: [sent(1), sent(3)], decisions: [decided('refused', 2)] }, 'sent'],
  [
    'refused, sent again, accepted',
    REVIEWED,
    { sendings: [sent(1), sent(3)], decisions: [decided('refused', 2), decided('accepted', 4)] },
    'accepted',
  ],
  ['a backend has it', ENDORSED, { sendings: [sent(1)], issuances: [issuance('forwarded')] }, 'forwarded'],
  ['a backend failed', ENDORSED, { sendings: [sent(1)], endorsements: [word('yes', 2)], issuances: [issuance('failed')] }, 'endorsed'],
  ['issued', ENDORSED, { sendings: [sent(1)], issuances: [issuance('issued')] }, 'issued'],
  ['issued, whatever came later', ENDORSED, { sendings: [sent(1)], issuances: [issuance('issued')], withdrawnAt: DAY(5) }, 'issued'],
  ['withdrawn', ENDORSED, { sendings: [sent(1)], withdrawnAt: DAY(2) }, 'withdrawn'],
  ['a draft that was withdrawn', ENDORSED, { withdrawnAt: DAY(2) }, 'withdrawn'],
  ['expired', ENDORSED, { sendings: [sent(1)], expiredAt: DAY(9) }, 'expired'],
  ['revoked', ENDORSED, { sendings: [sent(1)], issuances: [issuance('issued')], revokedAt: DAY(9) }, 'revoked'],
]

test.each(TABLE)('%s', (_name, policy, facts, status) => {
  expect(statusOf({ ...NOTHING, ...facts }, policy)).toBe(status)
})

test.each<[string, Policy, Partial<StatusFacts>, boolean]>([
  ['not sent', OPEN, {}, false],
  ['sent, nobody decides', OPEN, { sendings: [sent(1)] }, true],
  ['sent, nobody confirmed', ENDORSED, { sendings: [sent(1)] }, false],
  ['confirmed', ENDORSED, { sendings: [sent(1)], endorsements: [word('yes', 2)] }, true],
  ['confirmed, not decided', BOTH, { sendings: [sent(1)], endorsements: [word('yes', 2)] }, false],
  ['decided, not confirmed', BOTH, { sendings: [sent(1)], decisions: [decided('accepted', 2)] }, false],
  ['both', BOTH, { sendings: [sent(1)], endorsements: [word('yes', 3)], decisions: [decided('accepted', 2)] }, true],
  ['both, and taken back', BOTH, { sendings: [takenBack(1)], endorsements: [word('yes', 3)], decisions: [decided('accepted', 2)] }, false],
])('what the policy waits for: %s', (_name, policy, facts, whole) => {
  expect(isWhole({ ...NOTHING, ...facts }, policy)).toBe(whole)
})
