// Words of several people in a real database: what a trainer is told of them, which addresses are still needed, what is left of who is forgotten.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEchoes } from '../../../core/data/echoes.ts'
import { forgetAddresses } from '../../../core/data/mail.ts'
import { erasePerson } from '../../../core/data/people.ts'
import { flagsOf } from '../../../core/model/flags.ts'
import type { Endorsement } from '../../../core/model/rows.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { insert, insertClaim } from '../../setup/insertClaim.ts'
import { claimTree, meaning, tutor } from '../issuing/claim.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.stop())

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const PAUL = tutor.endorserId!
let count = 0
/** A claim of somebody's, with Paul's word at that second. */
async function said(learner: number, second: number, more: Partial<Endorsement> = {}) {
  const id = uuid(++count)
  const at = new Date(Date.parse('2026-01-01T11:05:00.000Z') + second * 1000).toISOString()
  const endorsement: Endorsement = { ...tutor, id: uuid(1000 + count), claimId: id, at, ...more }
  const tree = claimTree({
    id,
    personId: uuid(500 + learner),
    token: `token-${count}`,
    answers: [],
    evidence: [],
    consents: [],
    endorsements: [endorsement],
  })
  await insertClaim(database, tree, meaning, `Learner ${learner}`)
  return tree
}
const flags = async (claim: Awaited<ReturnType<typeof said>>) =>
  flagsOf(claim, await readEchoes(database.prisma, claim.id)).map(({ is }) => is)

test('one person, many claims within a minute; one person, two names for one learner', async () => {
  const first = await said(1, 0)
  for (const learner of [2, 3, 4]) await said(learner, learner * 10)
  expect(await flags(first)).toEqual([])
  await said(5, 50)
  expect(await flags(first)).toEqual(['hurry'])
  const late = await said(1, 7200, { name: 'Rosa Lima' })
  expect(await flags(late)).toEqual(['names'])
  expect(await flags(first)).toEqual(['hurry', 'names'])
  const other = await said(6, 9000, { name: 'Quelqu’un' })
  expect(await flags(other), 'another learner').toEqual([])
})

test('an address is kept for whoever is asked once the badge is there, and erased for whoever was asked before', async () => {
  const claim = await said(7, 0)
  const issuance = {
    backend: 'builtin',
    state: 'issued' as const,
    reference: null,
    url: null,
    credential: null,
    document: null,
    error: null,
  }
  await insert(database, 'Issuance', [
    { ...issuance, id: 'i', claimId: claim.id, statusIndex: 77, at: '2026-01-02T10:00:00Z', issuedAt: '2026-01-02T10:00:00Z' },
  ])
  const open = { ...tutor, claimId: claim.id, endorserId: null, verdict: null, at: null, settledAt: null, mailTo: 'rosa@chantier.fr' }
  const before = { ...open, id: uuid(2001), askedAt: '2026-01-01T10:00:00Z' }
  const after = { ...open, id: uuid(2002), askedAt: '2026-01-03T10:00:00Z' }
  await insert(database, 'Endorsement', [before, after])
  const link = {
    kind: 'endorse' as const,
    structureId: null,
    name: null,
    createdAt: '2026-01-01T10:00:00Z',
    expiresAt: '2026-06-01T10:00:00Z',
    usedAt: null,
    usedBy: null,
  }
  await insert(
    database,
    'Link',
    [before, after].map(({ id }) => ({ ...link, code: `code-${id}`, subject: id })),
  )
  await forgetAddresses(database.pool, '2026-01-04T10:00:00Z')
  const kept = await database.pool.query('select id, "mailTo" from "Endorsement" where id = any($1) order by id', [[before.id, after.id]])
  expect(kept.rows).toEqual([
    { id: before.id, mailTo: null },
    { id: after.id, mailTo: 'rosa@chantier.fr' },
  ])
})

test('of who is forgotten the word stays, without name, place, proof or signature', async () => {
  const word = {
    verified: { by: 'domain', domain: 'chantier.fr', through: 'link' } as const,
    traces: { device: true } as const,
    credential: { name: 'Paul Martin' },
  }
  const claim = await said(8, 0, { ...word, organisation: 'Le Chantier', capacity: 'manager' })
  await erasePerson(database.prisma, PAUL, { removeFile: async () => undefined, through: 'chat' })
  const { rows } = await database.pool.query('select * from "Endorsement" where "claimId" = $1', [claim.id])
  expect(rows).toMatchObject([
    { verdict: 'yes', anonymous: true, name: null, role: null, organisation: null, verified: null, traces: null, credential: null },
  ])
})
