// Where a claim stands, as a table: facts on the left, status on the right.
import { expect, test } from 'vitest'
import type { Policy } from '../../../core/model/badge.ts'
import type { Decision, Endorsement, Issuance, Sending } from '../../../core/model/rows.ts'
import { isWhole, lacking, type Status, type StatusFacts, statusOf } from '../../../core/model/status.ts'

const DAY = (n: number) => `2026-03-0${n}T10:00:00.000Z`

const OPEN: Policy = { endorsements: 0, decision: 'none' }
const ENDORSED: Policy = { endorsements: 1, decision: 'none' }
const TWICE: Policy = { endorsements: 2, decision: 'none' }
const ONE_OF_A_ROLE: Policy = { endorsements: 1, decision: 'none', roles: ['trainer'] }
const TWO_ONE_OF_TWO_ROLES: Policy = { endorsements: 2, decision: 'none', roles: ['trainer', 'association'] }
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

// Whom each policy still waits for, for everything that can have been said.
const AS = (capacity: Endorsement['capacity'], more: Partial<Endorsement> = {}) =>
  word('yes', 2, { capacity, endorserId: `${capacity}`, ...more })
const NOBODY: Endorsement[] = []
const GIVEN: [string, Endorsement[]][] = [
  ['nobody', NOBODY],
  ['somebody with words of their own', [AS(null)]],
  ['a colleague', [AS('colleague')]],
  ['a trainer', [AS('trainer')]],
  ['a trainer who said « not yet »', [AS('trainer', { verdict: 'not-yet' })]],
  ['a trainer about another text', [AS('trainer', { shownDigest: 'before' })]],
  ['a trainer within the undo time', [AS('trainer', { settledAt: null })]],
  ['a trainer whose word was withdrawn', [AS('trainer', { withdrawnAt: DAY(3) })]],
  ['a colleague and a tutor', [AS('colleague'), AS('tutor')]],
  ['a colleague and an association', [AS('colleague'), AS('association')]],
  ['three, none in the role', [AS('colleague'), AS('tutor'), AS('manager')]],
  ['one trainer, twice', [AS('trainer'), AS('trainer')]],
]
/** Policy by policy, in the order above: how many people are still missing, and `r` where one of them must be in a role. */
const WAITING: [string, Policy, string[]][] = [
  ['none', OPEN, ['0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0']],
  ['one', ENDORSED, ['1', '0', '0', '0', '1', '1', '1', '1', '0', '0', '0', '0']],
  ['two', TWICE, ['2', '1', '1', '1', '2', '2', '2', '2', '0', '0', '0', '1']],
  ['one of a role', ONE_OF_A_ROLE, ['1r', '1r', '1r', '0', '1r', '1r', '1r', '1r', '1r', '1r', '1r', '0']],
  ['two, one of two roles', TWO_ONE_OF_TWO_ROLES, ['2r', '1r', '1r', '1', '2r', '2r', '2r', '2r', '1r', '0', '1r', '1']],
]
const CELLS = WAITING.flatMap(([name, policy, cells]) =>
  cells.map((cell, at) => [name, GIVEN[at]![0], policy, GIVEN[at]![1], cell] as const),
)

test.each(CELLS)('the policy « %s », confirmed by %s', (_policy, _given, policy, endorsements, cell) => {
  const { people, roles } = lacking({ digest: 'text', endorsements }, policy)
  expect(`${people}${roles.length ? 'r' : ''}`).toBe(cell)
  const facts = { ...NOTHING, sendings: [sent(1)], endorsements }
  expect(isWhole(facts, policy)).toBe(cell === '0')
  const asked = endorsements.some((e) => e.verdict === 'not-yet')
  if (!asked) expect(statusOf(facts, policy)).toBe(cell === '0' && policy.endorsements > 0 ? 'endorsed' : 'sent')
})
