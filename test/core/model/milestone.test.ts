import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../core/catalogue/load.ts'
import { progress } from '../../../core/model/milestone.ts'

const both = (text: string) => ({ fr: text, en: text })
const badges = ['laser-niveau-1', 'laser-niveau-2', 'laser-niveau-3']
const milestones = [
  { id: 'laser', name: both('Le laser'), badges },
  { id: 'deux', name: both('Deux sur trois'), badges, need: 2, opensTowards: { name: 'Un titre', url: 'https://example.org/titre' } },
]
const loaded = await loadCatalogue(fileURLToPath(new URL('../../../catalogue', import.meta.url)))
if (!('catalogue' in loaded)) throw new Error('the project’s own catalogue cannot be read')
const catalogue = { issuers: loaded.catalogue.issuers.map((issuer) => (issuer.id === 'fablab' ? { ...issuer, milestones } : issuer)) }

test.each([
  [[], undefined],
  [['laser-niveau-1'], ['1/3', '1/2']],
  [
    ['laser-niveau-1', 'laser-niveau-3'],
    ['2/3', '2/2 reached'],
  ],
  [
    ['laser-niveau-1', 'laser-niveau-2', 'laser-niveau-3'],
    ['3/3 reached', '2/2 reached'],
  ],
  [['of-somebody-else'], undefined],
])('%j', (held, wanted) => {
  const [found] = progress(catalogue, new Set(held))
  expect(found?.milestones.map(({ have, need, reached }) => `${have}/${need}${reached ? ' reached' : ''}`)).toEqual(wanted)
  if (found) expect(found.stages).toEqual([{ name: expect.anything(), have: held.length, of: 3 }])
})
