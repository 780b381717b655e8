// The house of a town: the real catalogue, the real texts, and a backend that issues at once.
import { fileURLToPath } from 'node:url'
import { readTexts } from '../../bots/house.ts'
import { loadCatalogue } from '../../core/catalogue/load.ts'
import type { Catalogue } from '../../core/model/badge.ts'
import type { Issuance } from '../../core/model/rows.ts'
import type { House } from '../../dialogs/world.ts'

const loaded = await loadCatalogue(fileURLToPath(new URL('../../catalogue', import.meta.url)))
if (!('catalogue' in loaded)) throw new Error('the catalogue has mistakes')
export const catalogue: Catalogue = loaded.catalogue
const texts = await readTexts()

/** The house around this catalogue. */
export const houseWith = (now: Catalogue): House => ({
  catalogue: now,
  texts,
  publicUrl: 'http://localhost:3978',
  startLinks: (code) => [`https://t.me/declic_bot?start=${code}`],
  elsewhere: (code) => [`https://t.me/declic_bot?start=${code}`],
  speaking: () => undefined,
  pageLink: () => undefined,
  capabilities: () => ({ chat: true, voice: true, photo: true, files: true, deepLinks: true }),
  letters: () => 'letters',
  undoSeconds: () => 120,
  helpContact: '01 02 03 04 05',
  timeZone: 'Europe/Paris',
  locale: 'fr',
  versionOf: (badge) => ({ id: `${badge}:1`, number: 1 }),
})

/** What the backend answers, one for each claim. */
export const issued = (claim: string, at: string): Issuance => ({
  id: `00000000-0000-4000-8000-${claim.slice(-12)}`,
  claimId: claim,
  backend: 'builtin',
  state: 'issued',
  reference: null,
  url: null,
  credential: {},
  document: {},
  error: null,
  statusIndex: 1,
  at,
  issuedAt: at,
})
