// The conversation of a badge, to read: made on the real turn and the real database, of which nothing is left.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogueOf } from '../../../bots/cli/catalogueOf.ts'
import { openLog } from '../../../bots/log.ts'
import { readSettings } from '../../../bots/settings.ts'
import { previewOf } from '../../../bots/talk/preview.ts'
import { pageRoutes, previewRoutes } from '../../../bots/web/index.ts'
import { openCommitter } from '../../../core/data/commit.ts'
import type { Database } from '../../../core/data/database.ts'
import type { Catalogue } from '../../../core/model/badge.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { type House, openHouse } from './house.ts'

let database: Database
let catalogue: Catalogue
let house: House
beforeAll(async () => {
  database = await freshDatabase()
  const settings = readSettings({ DATA_DIR: await mkdtemp(join(tmpdir(), 'declic-preview-')) })
  catalogue = await catalogueOf(settings)
  const commit = await openCommitter(database.pool, 'preview')
  const wanted = { settings, database, catalogue, log: openLog('warn'), commit }
  const preview = (badge: string, language: 'fr' | 'en') => previewOf({ ...wanted, language }, badge)
  house = await openHouse(database, { routes: (site) => [...pageRoutes(site), ...previewRoutes(catalogue, preview)] })
})
afterAll(async () => {
  await house?.server.close()
  await database?.stop()
})

const page = async (path: string) => (await fetch(house.url(path))).text()
const counts = async () => {
  const tables = ['Person', 'Account', 'Claim', 'Answer', 'Evidence', 'Endorsement', 'Outbox', 'Inbound', 'Structure', 'AuditEvent']
  const all = tables.map((table) => `(select count(*)::int from "${table}") as "${table}"`)
  return (await database.pool.query(`select ${all.join(', ')}`)).rows[0]
}

test('every badge has its conversation, from hello to the badge, and nobody is left of it', async () => {
  const list = await page('/playground/preview?lang=fr')
  const badges = catalogue.issuers.flatMap((issuer) => issuer.badges)
  for (const { id } of badges) expect(list).toContain(`/playground/preview/${id}?lang=fr`)

  const [one] = badges
  // the first one brings the catalogue in
  await page(`/playground/preview/${one!.id}?lang=fr`)
  const before = await counts()
  for (const { id } of [one!, badges.find(({ policy }) => policy.decision === 'trainer')!]) {
    const said = await page(`/playground/preview/${id}?lang=fr`)
    expect(said).toContain('Votre demande est envoyée.')
    expect(said).toMatch(/Votre badge «\s[^»]+\s» est prêt/)
    // of the examples of the badge
    const example = catalogue.badge(id)!.badge.questions.find((question) => question.example)!.example!.fr
    expect(said).toContain(example.replace(/^[^:]*:\s*/, '').slice(1, 20))
    expect(said).not.toMatch(/\/start \w{22}/)
  }
  expect(await counts()).toEqual(before)
})

test('a milestone says that it is offered once its badges are there, and promises no whole conversation', async () => {
  const { id } = catalogue.issuers.flatMap(({ badges }) => badges).find(({ groups }) => groups)!
  const said = await page(`/playground/preview/${id}?lang=fr`)
  expect(said).toContain('proposé quand les badges qu’il réunit sont là')
  expect(said).not.toContain('la conversation entière')
  expect(await page(`/playground/preview/${id}?lang=en`)).toContain('offered once the badges that it groups are there')
})

test('in English too; what is no badge is not there', async () => {
  expect(await page(`/playground/preview/${catalogue.issuers[0]!.badges[0]!.id}?lang=en`)).toContain('Your request is sent')
  expect((await fetch(house.url('/playground/preview/no-such-badge'))).status).toBe(404)
})
