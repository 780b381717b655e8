import { relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../core/catalogue/load.ts'
import { badgeFor } from '../../../core/model/overlay.ts'
import { badgeYaml, catalogueFolder, ISSUER, STRUCTURE } from './catalogueFolder.ts'

const loaded = async (dir: string) => {
  const result = await loadCatalogue(dir)
  if ('findings' in result) throw new Error(result.findings.map(({ message }) => message).join('\n'))
  return result.catalogue
}

/** « reseau/badges/en-equipe.yaml:5 stage » for each finding. */
const places = async (changes: Record<string, string | null>) => {
  const dir = await catalogueFolder(changes)
  const result = await loadCatalogue(dir)
  return 'findings' in result ? result.findings.map(({ file, line, rule }) => `${relative(dir, file)}:${line} ${rule}`) : []
}

const BADGE = 'reseau/badges/en-equipe.yaml'
const broken = (from: string | RegExp, to: string) => ({ [BADGE]: badgeYaml().replace(from, to) })

describe('a catalogue that is right', () => {
  test('is found by badge id, in the order of its stages', async () => {
    const catalogue = await loaded(await catalogueFolder({ 'reseau/badges/avant.yaml': badgeYaml('avant', 'suite') }))
    expect(catalogue.issuers.map(({ id }) => id)).toEqual(['reseau'])
    expect(catalogue.issuers[0]!.badges.map(({ id }) => id)).toEqual(['en-equipe', 'avant'])
    expect(catalogue.badge('avant')?.issuer.name).toBe('Réseau')
    expect(catalogue.badge('toString')).toBeUndefined()
  })

  test('has its defaults filled in, and cannot be changed', async () => {
    const catalogue = await loaded(await catalogueFolder())
    const { badge } = catalogue.badge('en-equipe')!
    expect(badge).toMatchObject({
      policy: { endorsements: 1, decision: 'none' },
      questions: [{ optional: true }, {}, {}],
      evidence: { min: 0 },
    })
    expect(() => badge.questions.pop()).toThrow(TypeError)
  })

  test('is worded by a structure, which adds and never changes meaning', async () => {
    const catalogue = await loaded(await catalogueFolder())
    const { badge } = badgeFor(catalogue, 'en-equipe', 'cuisine')!
    expect(badge.questions.map(({ id }) => id)).toEqual(['moment', 'action', 'resultat', 'hygiene'])
    expect(badge.questions[0]!.example?.en).toBe('For example: at lunch.')
    expect(badge.evidence.example?.fr).toBe('Une photo des plats.')
    const { badge: plain } = badgeFor(catalogue, 'en-equipe', 'elsewhere')!
    expect(plain.questions).toHaveLength(3)
    expect(plain.questions[0]!.example).toBeUndefined()
    expect(badgeFor(catalogue, 'nothing', null)).toBeUndefined()
  })
})

describe('a mistake is named at its line', () => {
  test.each([
    ['a stage that the issuer does not have', broken('stage: debut', 'stage: fin'), `${BADGE}:5 stage`],
    [
      'an id that is not the file’s name',
      { ...broken('id: en-equipe', 'id: a-deux'), 'reseau/structures/cuisine.yaml': null },
      `${BADGE}:1 file-name`,
    ],
    ['a pictogram that nobody drew', broken('pictogram: team', 'pictogram: unicorn'), `${BADGE}:30 pictogram`],
    ['a key that means nothing', broken('stage:', 'etape: x\nstage:'), `${BADGE}:5 unknown-key`],
    ['a missing key', broken(/^summary.*\n/m, ''), `${BADGE}:1 missing`],
    ['a value of the wrong kind', broken('step: fact', 'step: facts'), `${BADGE}:16 schema`],
    ['an open question that does not ask', broken('C’était où\u00a0?', 'Dites où.'), `${BADGE}:18 question`],
    ['two questions of one id', broken('id: action', 'id: moment'), `${BADGE}:20 unique`],
    ['a question named like a criterion', broken('id: action', 'id: aide'), `${BADGE}:20 unique`],
    ['evidence that nobody can give', broken(/^picture/m, '  min: 3\n  max: 2\npicture'), `${BADGE}:30 evidence`],
    [
      'a jury where nobody decides',
      broken(/^picture/m, 'policy: { endorsements: 1, decision: none, jury: { reviewers: 3 } }\npicture'),
      `${BADGE}:30 policy`,
    ],
    [
      'a jury of one',
      broken(/^picture/m, 'policy: { endorsements: 1, decision: trainer, jury: { reviewers: 1 } }\npicture'),
      `${BADGE}:30 schema`,
    ],
    [
      'accepted by itself, with nothing to wait for',
      broken(/^picture/m, 'policy: { endorsements: 0, decision: automatic }\npicture'),
      `${BADGE}:30 policy`,
    ],
    ['what is not YAML', broken('step: fact', 'step: fact: x'), `${BADGE}:16 yaml`],
    ['a key written twice', broken('stage: debut', 'stage: debut\nstage: suite'), `${BADGE}:6 yaml`],
    ['a folder without issuer', { 'autre/badges/autre.yaml': badgeYaml('autre') }, 'autre/issuer.yaml:1 file-name'],
    ['an issuer under another name', { 'reseau/issuer.yaml': ISSUER.replace('id: reseau', 'id: autre') }, 'reseau/issuer.yaml:1 file-name'],
    ['a file that would be passed over', { 'reseau/badges/b.yml': badgeYaml('b') }, 'reseau/badges/b.yml:1 file-name'],
    [
      'the same badge at two issuers',
      { 'zone/issuer.yaml': ISSUER.replace('id: reseau', 'id: zone'), 'zone/badges/en-equipe.yaml': badgeYaml() },
      'zone/badges/en-equipe.yaml:1 unique',
    ],
    [
      'a structure for a badge that is not there',
      { 'reseau/structures/cuisine.yaml': STRUCTURE.replace('en-equipe:', 'seul:') },
      'reseau/structures/cuisine.yaml:4 overlay',
    ],
    [
      'an example for a question that is not there',
      { 'reseau/structures/cuisine.yaml': STRUCTURE.replace('moment:', 'momen:') },
      'reseau/structures/cuisine.yaml:10 overlay',
    ],
    [
      'an added question whose id is taken',
      { 'reseau/structures/cuisine.yaml': STRUCTURE.replace('id: hygiene', 'id: aide') },
      'reseau/structures/cuisine.yaml:6 unique',
    ],
    [
      'a time zone that nobody lives in',
      { 'reseau/structures/cuisine.yaml': STRUCTURE.replace('badges:', 'timeZone: Mars/Olympus\nbadges:') },
      'reseau/structures/cuisine.yaml:3 schema',
    ],
  ])('%s', async (_, changes, place) => {
    expect(await places(changes as Record<string, string | null>)).toEqual([place])
  })

  test('with a guess at what a misspelt key meant', async () => {
    const result = await loadCatalogue(await catalogueFolder(broken('stage:', 'stagge:')))
    expect(result).toHaveProperty('findings')
    const fixes = 'findings' in result ? result.findings.map(({ fix }) => fix) : []
    expect(fixes).toContain('did you mean "stage"?')
  })

  test('all of them, not the first only', async () => {
    const changes = {
      ...broken('stage: debut', 'stage: fin'),
      'reseau/badges/autre.yaml': badgeYaml('autre').replace('step: fact', 'step: x'),
    }
    expect(await places(changes)).toEqual(['reseau/badges/autre.yaml:16 schema', `${BADGE}:5 stage`])
  })

  test('an empty folder, and none', async () => {
    const dir = await catalogueFolder({ 'reseau/issuer.yaml': null, [BADGE]: null, 'reseau/structures/cuisine.yaml': null })
    expect(await loadCatalogue(dir)).toMatchObject({ findings: [{ rule: 'catalogue' }] })
    expect(await loadCatalogue(`${dir}/none`)).toMatchObject({ findings: [{ rule: 'catalogue' }] })
  })
})

test('aliases that unfold without end are refused, a few are welcome', async () => {
  const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`)
  const bomb = `l0: &l0 [x, x]\n${levels.join('\n')}\n`
  expect(await places({ 'reseau/badges/bombe.yaml': bomb })).toEqual(['reseau/badges/bombe.yaml:1 yaml'])
  const huge = `${badgeYaml('enorme')}# ${'x'.repeat(300_000)}\n`
  expect(await places({ 'reseau/badges/enorme.yaml': huge })).toEqual(['reseau/badges/enorme.yaml:1 file-size'])
  const alias = badgeYaml()
    .replace('ask: { fr: Envoyez', 'ask: &photo { fr: Envoyez')
    .replace(/^picture/m, '  example: *photo\npicture')
  expect(await places({ [BADGE]: alias })).toEqual([])
})
