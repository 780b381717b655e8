// The live count is edited by a worker while its trainer's turns write the same row: neither may undo the other.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveWorkshops, nextId, showCounts } from '../../../core/data/boards.ts'
import { openCommitter } from '../../../core/data/commit.ts'
import type { Database } from '../../../core/data/database.ts'
import { openJobs } from '../../../core/data/jobs.ts'
import type { Workshop } from '../../../core/model/rows.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'

const AT = '2026-03-03T13:00:00.000Z'
const LATER = '2026-03-03T13:01:00.000Z'
const ID = '00000009-0000-4000-8000-000000000001'
const TRAINER = '00000001-0000-4000-8000-000000000001'
const counts = { joined: 0, started: 0, sent: 0 }
const row: Workshop = {
  ...{ id: ID, version: 1, structureId: 'nord', organisationId: 'o', openedBy: TRAINER, name: 'Atelier', badges: ['b'], code: 'code' },
  ...{ spoken: 'lune 42', openedAt: AT, endsAt: '2026-03-03T15:00:00.000Z', closedAt: null, pausedAt: null, group: null },
  ...{ sentence: null, sentenceIn: null, followUps: [1, 7], nudgeAt: null, tellAt: null, nudges: 0, cancelled: 0 },
  boards: [{ to: 'telegram:1', outbox: 'said', language: 'fr', counts, at: AT }],
}

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
  await (await openJobs(database.pool, () => undefined)).stop()
  await database.prisma.organisation.create({ data: { id: 'o', name: 'O' } })
  await database.prisma.structure.create({ data: { id: 'nord', name: 'Nord', organisationId: 'o' } })
})
afterAll(() => database?.stop())

test('a turn that read the workshop before the count was edited is stale, and writes nothing', async () => {
  const commit = await openCommitter(database.pool, 'here')
  const write = (event: string, workshop: Workshop) =>
    commit({ event, at: AT, clock: AT, writes: [{ table: 'Workshop', row: workshop }], messages: [], jobs: [] })
  await write('opened', row)
  await database.pool.query(`insert into "Outbox" (id, "to", body, at, "platformId") values ('said', 'telegram:1', '{}', $1, '7')`, [AT])

  const [live] = await liveWorkshops(database.pool, AT)
  const [board] = live!.boards
  expect(live!.led, 'whoever opened it is no trainer there').toBe(false)
  const now = { ...counts, joined: 1 }
  const after = [{ ...board!, outbox: nextId(board!, LATER), counts: now, at: LATER }]
  await showCounts(database.pool, { workshop: ID, before: live!.boards, after, board: board!, text: '1 inscrit', now: LATER })

  expect(await write('renamed', { ...row, version: 2, name: 'Cuisine' })).toEqual({ outcome: 'stale' })
  const kept = await database.prisma.workshop.findUniqueOrThrow({ where: { id: ID } })
  expect([kept.name, kept.boards]).toEqual(['Atelier', after])
  expect(await write('renamed', { ...row, version: kept.version + 1, boards: after, name: 'Cuisine' })).toMatchObject({
    outcome: 'committed',
  })
})
