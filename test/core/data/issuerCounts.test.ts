// Stages counted in SQL against the one place that says where a claim stands.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import { stageCounts } from '../../../core/data/issuerCounts.ts'
import type { ClaimTree, Outcome } from '../../../core/model/rows.ts'
import { type Status, statusOf } from '../../../core/model/status.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { insert, insertClaim } from '../../setup/insertClaim.ts'
import { claimTree, meaning } from '../issuing/claim.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.stop())

const STAGE: Record<Status, 'started' | 'sent' | 'issued' | 'ended'> = {
  draft: 'started',
  sent: 'sent',
  endorsed: 'sent',
  'to-complete': 'sent',
  accepted: 'sent',
  forwarded: 'sent',
  issued: 'issued',
  refused: 'ended',
  withdrawn: 'ended',
  expired: 'ended',
  revoked: 'ended',
}

const BEFORE = '2026-01-01T09:00:00.000Z'
const SENT = '2026-01-02T09:00:00.000Z'
const AFTER = '2026-01-03T09:00:00.000Z'
const SENDINGS = [[], [{ at: SENT, through: 'telegram' }], [{ at: SENT, through: 'telegram', takenBackAt: AFTER }]]
const DECISIONS: [Outcome, string][][] = [
  [],
  [['accepted', AFTER]],
  [['refused', AFTER]],
  [['to-complete', AFTER]],
  [['refused', BEFORE]],
  [
    ['refused', SENT],
    ['accepted', AFTER],
  ],
]
const ISSUANCES = [[], ['forwarded'], ['issued']] as const
const ENDS = [{}, { withdrawnAt: AFTER }, { expiredAt: AFTER }, { revokedAt: AFTER }]

test('every combination of facts is counted where its status says', async () => {
  const base = claimTree()
  await insertClaim(database, base, meaning)
  const trees: ClaimTree[] = SENDINGS.flatMap((sendings) =>
    DECISIONS.flatMap((decided) =>
      ISSUANCES.flatMap((issued) =>
        ENDS.map((end) => {
          const id = randomUUID()
          const decisions = decided.map(([outcome, at]) => ({
            id: randomUUID(),
            claimId: id,
            by: null,
            byName: null,
            outcome,
            reason: null,
            at,
            through: 'page',
          }))
          const issuances = issued.map((state) => ({ ...blank, id: randomUUID(), claimId: id, state, at: AFTER }))
          return {
            ...base,
            ...end,
            id,
            token: id,
            sendings,
            decisions,
            issuances,
            answers: [],
            evidence: [],
            consents: [],
            endorsements: [],
          }
        }),
      ),
    ),
  )
  const rows = trees.map(
    ({ answers: _a, evidence: _e, consents: _c, endorsements: _n, decisions: _d, issuances: _i, ...row }) => row as ClaimTree,
  )
  await insert(database, 'Claim', rows)
  await insert(
    database,
    'Decision',
    trees.flatMap((tree) => tree.decisions),
  )
  await insert(
    database,
    'Issuance',
    trees.flatMap((tree) => tree.issuances),
  )
  const told = { started: 0, sent: 0, issued: 0, ended: 0 }
  for (const tree of [base, ...trees]) told[STAGE[statusOf(tree, meaning.policy)]]++
  const [counted, ...others] = await stageCounts(database.prisma, base.organisationId)
  expect(others).toEqual([])
  expect(counted).toMatchObject(told)
})

const blank = {
  backend: 'builtin',
  reference: null,
  url: null,
  credential: null,
  document: null,
  error: null,
  statusIndex: null,
  issuedAt: null,
}
