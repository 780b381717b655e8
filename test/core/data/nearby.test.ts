// Where a learner was of late: what is kept of it, and for how long.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetNearby, type Nearby, networkOf, openNearby } from '../../../core/data/nearby.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'

const AWA = 'c0000000-0000-4000-8000-000000000001'
const ALI = 'c0000000-0000-4000-8000-000000000002'
const NOW = new Date('2026-03-02T10:00:00.000Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

let database: Awaited<ReturnType<typeof freshDatabase>>
let folder: string
let nearby: Nearby
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'declic-nearby-'))
  nearby = await openNearby(database.pool, folder)
  for (const id of [AWA, ALI])
    await database.pool.query(
      `insert into "Person" (id, version, "nameConfirmed", language, said, "createdAt") values ($1, 1, false, 'fr', '{}', now())`,
      [id],
    )
})
afterAll(async () => {
  await database?.stop()
  await rm(folder, { recursive: true })
})

test('the same network is known for a week, of that person alone; no address is written down', async () => {
  await nearby.note(AWA, '203.0.113.7', NOW)
  await nearby.note(AWA, '203.0.113.7', NOW)
  expect(await nearby.isNear(AWA, '203.0.113.7', later(6))).toBe(true)
  expect(await nearby.isNear(AWA, '203.0.113.8', NOW)).toBe(false)
  expect(await nearby.isNear(ALI, '203.0.113.7', NOW)).toBe(false)
  expect(await nearby.isNear(AWA, '203.0.113.7', later(8))).toBe(false)
  const { rows } = await database.pool.query('select * from "Nearby"')
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('203.0')
  await forgetNearby(database.pool, later(8).toISOString())
  expect((await database.pool.query('select 1 from "Nearby"')).rows).toEqual([])
})

test('another installation makes other digests, a second process the same', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'declic-nearby-'))
  expect((await openNearby(database.pool, other)).markOf(AWA)).not.toBe(nearby.markOf(AWA))
  expect((await openNearby(database.pool, folder)).markOf(AWA)).toBe(nearby.markOf(AWA))
  expect(nearby.markOf(ALI)).not.toBe(nearby.markOf(AWA))
  await rm(other, { recursive: true })
})

test('this machine tells nothing, whatever asks', async () => {
  await nearby.note(AWA, '127.0.0.1', NOW)
  await nearby.note(AWA, '::1', NOW)
  expect((await database.pool.query('select 1 from "Nearby"')).rows).toEqual([])
  expect(await nearby.isNear(AWA, '127.0.0.1', NOW)).toBe(false)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', undefined],
  ['::ffff:127.0.0.1', undefined],
  ['', undefined],
  ['nowhere', undefined],
])('the network of %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
