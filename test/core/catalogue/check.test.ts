import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkCatalogueFolder } from '../../../core/catalogue/check.ts'
import { findingLine } from '../../../core/model/plainLanguage/finding.ts'
import { badgeYaml, catalogueFolder, ISSUER, STRUCTURE } from './catalogueFolder.ts'

const BADGE = 'reseau/badges/en-equipe.yaml'

const check = async (changes: Record<string, string | null>) => {
  const dir = await catalogueFolder(changes)
  const { findings } = await checkCatalogueFolder(dir)
  return findings.map(({ file, line, rule }) => `${relative(dir, file)}:${line} ${rule}`)
}
const worded = (from: string, to: string) => check({ [BADGE]: badgeYaml().replace(from, to) })

test('the project’s own catalogue has no errors', async () => {
  const { findings } = await checkCatalogueFolder(join(import.meta.dirname, '../../../catalogue'))
  expect(findings.filter(({ severity }) => severity === 'error').map(findingLine)).toEqual([])
})

describe('how a catalogue speaks', () => {
  test('the small one is plain', async () => {
    expect(await check({})).toEqual([])
  })

  test('a question counts the words « Question 2 sur 6. » before it', async () => {
    expect(await worded('Pensez à un travail avec d’autres.', 'Fermez les yeux. Pensez à un travail.')).toEqual([`${BADGE}:18 sentences`])
  })

  test('a criterion is read with its question', async () => {
    const long = 'Demander de l’aide à temps à la bonne personne du chantier'
    expect(await worded('Demander de l’aide,', `${long},`)).toEqual([`${BADGE}:8 sentence-length`])
  })

  test('evidence is asked for, not about', async () => {
    expect(await worded('Envoyez une photo.', 'Avez-vous une photo\u00a0?')).toEqual([`${BADGE}:29 question`])
  })

  test('« pourquoi » is not asked', async () => {
    expect(await worded('Par quoi avez-vous commencé', 'Pourquoi avez-vous fait ça')).toEqual([`${BADGE}:23 why`])
  })

  test('ready-made reasons are read by learners', async () => {
    const reasons = "reasons: { complete: [{ fr: 'Validez votre formulaire.', en: 'Say more.' }] }"
    expect(await worded('picture:', `${reasons}\npicture:`)).toEqual([`${BADGE}:30 banned-word`, `${BADGE}:30 banned-word`])
  })

  test('a milestone groups badges that are there, each once, and no more than there are', async () => {
    const milestones = (badges: string, more = '') =>
      check({
        'reseau/badges/autre.yaml': badgeYaml('autre'),
        'reseau/issuer.yaml': `${ISSUER}milestones:\n  - { id: m, name: { fr: Ensemble, en: Together }, badges: ${badges}${more} }\n`,
      })
    expect(await milestones('[en-equipe, autre]')).toEqual([])
    expect(await milestones('[en-equipe, nulle-part]')).toEqual(['reseau/issuer.yaml:11 milestone'])
    expect(await milestones('[en-equipe, en-equipe]')).toEqual(['reseau/issuer.yaml:11 milestone'])
    expect(await milestones('[en-equipe, autre]', ', need: 3')).toEqual(['reseau/issuer.yaml:11 milestone'])
    expect(await milestones('[en-equipe, autre]', ", opensTowards: { name: X, url: 'http://x.example' }")).toEqual([
      'reseau/issuer.yaml:11 schema',
    ])
  })

  test('four levels fit one message', async () => {
    const long = 'Je montre à toute l’équipe comment demander de l’aide à temps ici'
    const yaml = ['Je reste sans rien dire.', 'Je demande si on m’aide.', 'Je demande à temps.', 'Je montre comment demander.'].reduce(
      (text, level) => text.replace(level, `${long}.`),
      badgeYaml(),
    )
    expect(await check({ [BADGE]: yaml })).toEqual([`${BADGE}:9 length`])
  })

  test('learners are said « vous » in fr, and « tu » in fr-tu', async () => {
    expect(await worded('Par quoi avez-vous commencé', 'Par quoi as-tu commencé')).toEqual([`${BADGE}:23 address`])
    const says = { 'reseau/issuer.yaml': ISSUER.replace('stages:', 'address: tu\nstages:') }
    expect(await check(says)).toContain(`${BADGE}:23 address`)
  })

  test('descriptions are for employers, who read other words', async () => {
    expect(await worded('Travaille en équipe.', 'Valide son formulaire à 90\u00a0%.')).toEqual([])
    expect(await worded('Faire sa part avec les autres.', 'Valider sa part.')).toEqual([`${BADGE}:3 banned-word`])
  })

  test('a broken issuer hides nothing in its badges', async () => {
    const found = await check({ 'reseau/issuer.yaml': 'id: reseau\n', [BADGE]: badgeYaml().replace('Envoyez', 'Uploadez') })
    expect(found).toContain(`${BADGE}:29 banned-word`)
  })
})

describe('who must confirm, and who is known by where they write from', () => {
  const POLICY = 31
  const policy = (lines: string) => check({ [BADGE]: `${badgeYaml()}policy:\n${lines}` })
  const structure = (lines: string) => check({ 'reseau/structures/cuisine.yaml': `${STRUCTURE}${lines}` })
  const FILE = 'reseau/structures/cuisine.yaml'
  const line = STRUCTURE.split('\n').length

  test('one of a role', async () => {
    expect(await policy('  endorsements: 2\n  roles: [trainer, association]\n')).toEqual([])
    expect(await policy('  endorsements: 0\n  roles: [trainer]\n')).toEqual([`${BADGE}:${POLICY + 2} policy`])
    expect(await policy('  endorsements: 1\n  roles: [trainer, trainer]\n')).toEqual([`${BADGE}:${POLICY + 2} policy`])
    expect(await policy('  endorsements: 1\n  roles: [boss]\n')).toEqual([`${BADGE}:${POLICY + 2} schema`])
    expect(await policy('  endorsements: 1\n  roles: []\n')).toEqual([`${BADGE}:${POLICY + 2} schema`])
  })

  test('domains and tenants', async () => {
    const tenant = '11111111-2222-4333-8444-555555555555'
    expect(await structure(`domains: [cuisine.example.org]\ntenants: [${tenant}]\n`)).toEqual([])
    expect(await structure('domains: [gmail.com]\n')).toEqual([`${FILE}:${line} domain`])
    for (const wrong of ['Cuisine.example', '"@cuisine.example"', 'cuisine', '"*.cuisine.example"'])
      expect(await structure(`domains: [${wrong}]\n`), wrong).toEqual([`${FILE}:${line} schema`])
    expect(await structure('tenants: [contoso]\n')).toEqual([`${FILE}:${line} schema`])
    const both = { 'reseau/issuer.yaml': `${ISSUER}domains: [reseau.example]\n`, [FILE]: `${STRUCTURE}domains: [reseau.example]\n` }
    expect(await check(both)).toEqual([`${FILE}:${line} unique`])
  })
})
