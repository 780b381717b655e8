import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../core/catalogue/load.ts'
import { below, belowNamed, type Countable, milestonesOf, progress } from '../../../core/model/milestone.ts'

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

test('a milestone that is a badge is counted like one of issuer.yaml, and is no badge of its stage', () => {
  const network = loaded.catalogue.issuers.find(({ id }) => id === 'insertion-reseau')!
  const { badges: grouped } = milestonesOf(network).find(({ id }) => id === 'prendre-ma-place')!
  const [found] = progress({ issuers: [network] }, new Set([...grouped.slice(1), 'prendre-ma-place']))
  expect(found!.milestones).toMatchObject([{ milestone: { id: 'prendre-ma-place' }, have: 2, need: 3, reached: false }])
  const inStage = network.badges.filter(({ stage, groups }) => stage === 'posture' && !groups).length
  expect(found!.stages[0]).toMatchObject({ have: 2, of: inStage })
})

const NOW = '2026-06-01T00:00:00Z'
const claim = (badgeId: string, changes: Partial<Countable> = {}): Countable => ({
  id: `claim of ${badgeId}`,
  badgeId,
  organisationId: 'here',
  openedAt: '2026-01-01T00:00:00Z',
  revokedAt: null,
  validUntil: null,
  issued: true,
  ...changes,
})

test.each<[string, Countable[], string[]]>([
  ['nothing', [], []],
  ['in the milestone’s order, not in that of the claims', [claim('b'), claim('a')], ['claim of a', 'claim of b']],
  ['not what is not issued yet', [claim('a', { issued: false })], []],
  ['not what was taken back', [claim('a', { revokedAt: NOW })], []],
  ['not what is over', [claim('a', { validUntil: NOW })], []],
  ['what is not over yet', [claim('a', { validUntil: '2026-06-01T00:00:01Z' })], ['claim of a']],
  ['not a badge of another organisation, a trial’s say', [claim('a', { organisationId: 'trial' })], []],
  ['not a badge of something else', [claim('z')], []],
  [
    'one badge twice counts once: the later one',
    [claim('a'), claim('a', { id: 'renewed', openedAt: '2026-02-01T00:00:00Z' })],
    ['renewed'],
  ],
  [
    'the earlier one where the later one was taken back',
    [claim('a'), claim('a', { id: 'renewed', openedAt: '2026-02-01T00:00:00Z', revokedAt: NOW })],
    ['claim of a'],
  ],
])('a milestone rests on: %s', (_, claims, wanted) => {
  expect(below(['a', 'b'], 'here', claims, NOW).map((one) => one.claim)).toEqual(wanted)
})

test('names are those that the claim pinned; an unknown badge goes by its id', () => {
  const groups = { need: 1, badges: [{ id: 'a', name: { fr: 'Un', en: 'One' } }] }
  const rests = ['a', 'b'].map((badge) => ({ claim: 'c', badge }))
  expect(belowNamed({ groups }, rests, 'en').map(({ name }) => name)).toEqual(['One', 'b'])
})
