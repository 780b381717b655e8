// An organisation whose folder has left the catalogue: what it signed is still checked by its keys.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIdentity } from '../../bots/identity.ts'
import { readSettings } from '../../bots/settings.ts'
import type { Database } from '../../core/data/database.ts'
import { openBackends } from '../../core/issuing/index.ts'
import { temporaryFolder } from '../setup/cluster.ts'
import { freshDatabase } from '../setup/freshDatabase.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.stop())

test('its keys stay in did.json, its names are ours, and a trial’s are known for what they are', async () => {
  const dataDir = await temporaryFolder()
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir, PUBLIC_URL: 'https://badges.example.org', TELEGRAM: 'off' })
  await database.prisma.organisation.createMany({
    data: [
      { id: 'partie', name: 'École partie', trial: false, createdAt: new Date('2026-01-01') },
      { id: 'essai', name: 'Essai', trial: true, createdAt: new Date('2026-01-02') },
    ],
  })
  const identity = openIdentity({ settings, database, catalogue: { issuers: [], badge: () => undefined } })
  const backends = openBackends({ dataDir, publicUrl: settings.publicUrl, organisation: identity.organisation })
  const pages = identity.pages(backends)
  const [former, trial] = await Promise.all(['partie', 'essai'].map((id) => backends.issuerOf(id)))
  const document = (await pages.didDocument()) as { id: string; assertionMethod: string[] }
  expect(document.id).toBe('did:web:badges.example.org')
  const [key] = (await former!.didDocument()).assertionMethod
  expect(document.assertionMethod).toEqual([key])
  const names = new Map(await pages.names())
  expect(names.get('did:web:badges.example.org')).toBe('real')
  expect(names.get('https://badges.example.org/issuers/partie.json')).toBe('real')
  expect(names.get(await trial!.did())).toBe('trial')
  // but it issues nothing any more, and is not shown as who does
  expect(await pages.profile()).toEqual([])
})
