// `catalogue import` and `catalogue export`: drafts that the program can read, nothing overwritten, nothing taken at its word.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { catalogueCommand } from '../../../bots/cli/catalogueCheck.ts'
import { loadCatalogue } from '../../../core/catalogue/load.ts'
import type { Badge } from '../../../core/model/badge.ts'
import { badgeYaml, catalogueFolder } from '../../core/catalogue/catalogueFolder.ts'
import { openFakeObf } from '../../fakes/issuing/openBadgeFactory.ts'

afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

async function run(args: string[], settings: Record<string, string>): Promise<{ said: string[]; code: number }> {
  process.exitCode = undefined
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  log.mockClear()
  await catalogueCommand().parseAsync(args, { from: 'user' })
  return { said: log.mock.calls.map(([line]) => String(line)), code: Number(process.exitCode ?? 0) }
}

/** The badges of a folder as the program serves it; a mistake fails. */
async function badgesIn(dir: string): Promise<Record<string, Badge>> {
  const loaded = await loadCatalogue(dir)
  if ('findings' in loaded) throw new Error(JSON.stringify(loaded.findings))
  return Object.fromEntries(loaded.catalogue.issuers.flatMap(({ badges }) => badges.map((badge) => [badge.id, badge])))
}

async function fileWith(json: unknown): Promise<string> {
  const dir = await catalogueFolder()
  const file = path.join(dir, '..', `${path.basename(dir)}.json`)
  await writeFile(file, typeof json === 'string' ? json : JSON.stringify(json))
  onTestFinished(async () => void (await import('node:fs/promises').then(({ rm }) => rm(file))))
  return file
}

const PNG = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('Open Badge Factory: languages, criteria, alignment, picture and its id come over', async () => {
  let now = 0
  const obf = await openFakeObf(() => (now += 60_000))
  onTestFinished(() => obf.close())
  obf.badges.push(
    {
      id: 'PTRI',
      name: 'Je trie les déchets',
      image: PNG,
      primary_language: 'fr',
      expires: 24,
      content: [
        {
          language: 'fr',
          name: 'Je trie les déchets',
          description: 'La personne trie les déchets du chantier. Elle explique pourquoi.',
          criteria: '<p>Il faut&nbsp;:</p><ul><li>Reconnaître les bacs</li><li>Expliquer à d’autres</li></ul><script>alert(1)</script>',
          tag: ['déchets'],
          alignment: [{ name: 'Gérer les déchets', url: 'https://rome.example.org/42', framework: 'ROME', code: '42' }],
        },
        {
          language: 'en',
          name: 'I sort waste',
          description: 'The person sorts the waste.',
          criteria: '- Know the bins\n- Explain to others',
        },
      ],
    },
    { id: 'PDRAFT', name: 'Brouillon', draft: true },
  )
  const dir = await catalogueFolder()
  const settings = { CATALOGUE_DIR: dir, OBF_API_ROOT: obf.url, OBF_CLIENT_ID: obf.clientId, OBF_CLIENT_SECRET: obf.clientSecret }
  const { said, code } = await run(['import', 'openbadgefactory'], settings)
  expect(code).toBe(0)
  expect(said[0]).toBe('left out: « Brouillon » (PDRAFT) is a draft there')
  expect(said[1]).toBe(`written: ${path.join(dir, 'reseau/badges/je-trie-les-dechets.yaml')}`)
  expect(said.join('\n')).toContain('questions: they are the same for every badge')
  expect(said.join('\n')).toContain('its picture is kept beside, je-trie-les-dechets.png')
  const { 'je-trie-les-dechets': badge } = await badgesIn(dir)
  expect(badge).toMatchObject({
    name: { fr: 'Je trie les déchets', en: 'I sort waste' },
    summary: { fr: 'La personne trie les déchets du chantier.' },
    criteria: [
      { name: { fr: 'Reconnaître les bacs', en: 'Know the bins' } },
      { name: { fr: 'Expliquer à d’autres', en: 'Explain to others' } },
    ],
    alignment: [{ targetName: 'Gérer les déchets', targetUrl: 'https://rome.example.org/42', targetFramework: 'ROME', targetCode: '42' }],
    tags: ['déchets'],
    expires: 'P24M',
    backend: 'openbadgefactory',
    backendIds: { openbadgefactory: 'PTRI' },
  })
  const yaml = await readFile(path.join(dir, 'reseau/badges/je-trie-les-dechets.yaml'), 'utf8')
  expect(yaml).toContain('#   - Reconnaître les bacs')
  expect(yaml).not.toContain('alert')

  // once more: nothing is touched
  await writeFile(path.join(dir, 'reseau/badges/je-trie-les-dechets.yaml'), `${yaml}# mine\n`)
  const again = await run(['import', 'openbadgefactory'], settings)
  expect(again.said[1]).toMatch(/^left as it is: .*je-trie-les-dechets\.yaml is there already$/)
  expect(again.code).toBe(1)
  expect(await readFile(path.join(dir, 'reseau/badges/je-trie-les-dechets.yaml'), 'utf8')).toBe(`${yaml}# mine\n`)
})

test('what is exported comes back: both languages, criteria with their levels, alignment', async () => {
  const first = await catalogueFolder({
    'reseau/badges/en-equipe.yaml': `${badgeYaml()}tags: [équipe]\nalignment: [{ targetName: Équipe, targetUrl: 'https://example.org/1', targetCode: '7' }]\n`,
  })
  const { said } = await run(['export'], { CATALOGUE_DIR: first, PUBLIC_URL: 'https://declic.example.org' })
  const file = await fileWith(said.join('\n'))
  const second = await catalogueFolder({ 'reseau/badges/en-equipe.yaml': null, 'reseau/structures/cuisine.yaml': null })
  expect((await run(['import', file], { CATALOGUE_DIR: second })).said.at(-1)).toContain('1 of 1 written')
  const [{ 'en-equipe': before }, { 'en-equipe': after }] = await Promise.all([badgesIn(first), badgesIn(second)])
  const said_ = ({ id, name, description, tags, alignment, achievementType }: Badge) => ({
    id,
    name,
    description,
    tags,
    alignment,
    achievementType,
  })
  expect(said_(after!)).toEqual(said_(before!))
  expect(after!.criteria.map(({ name, levels }) => ({ name, levels }))).toEqual(
    before!.criteria.map(({ name, levels }) => ({ name, levels })),
  )
})

test('Open Badges 2.0, from a file and from an address, one language alone', async () => {
  const badgeClass = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'BadgeClass',
    id: 'https://badges.example.org/laser',
    name: 'Laser cutter, level 1',
    description: 'Uses the laser cutter safely.',
    criteria: { narrative: 'Prepares the file. Checks the fire blanket.' },
    image: 'https://badges.example.org/laser.png',
    tags: ['laser'],
    alignment: [{ targetName: 'Safety', targetUrl: 'not an address' }],
  }
  const assertion = { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', badge: badgeClass, recipient: { identity: 'x' } }
  const server = createServer((_, response) => void response.end(JSON.stringify(assertion)))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/assertion`
  for (const source of [await fileWith(badgeClass), address]) {
    const dir = await catalogueFolder()
    const { said } = await run(['import', source], { CATALOGUE_DIR: dir })
    expect(said.join('\n')).toContain('fr: the texts in en stand there too, translate them')
    expect(said.join('\n')).toContain('its picture is at https://badges.example.org/laser.png')
    expect((await badgesIn(dir))['laser-cutter-level-1']).toMatchObject({
      name: { fr: 'Laser cutter, level 1', en: 'Laser cutter, level 1' },
      criteria: [{ name: { en: 'Prepares the file.' } }, { name: { en: 'Checks the fire blanket.' } }],
      alignment: [],
    })
  }
})

test('what is no badge is said, and a path cannot be smuggled in', async () => {
  const dir = await catalogueFolder()
  const hostile = {
    type: ['Achievement'],
    id: 'https://x.example/#../../../../tmp/evil',
    name: '../../evil: {a: b}\n- x',
    description: 'x "y" \u0007 # z',
    criteria: { narrative: '\n---\nid: other\n<li>a' },
    image: 'data:image/png;base64,bm90IGEgcGljdHVyZQ==',
  }
  const file = await fileWith([
    7,
    { type: 'Assertion', badge: 'https://x.example/badge' },
    { type: 'BadgeClass', name: 'No text' },
    hostile,
  ])
  const { said, code } = await run(['import', file], { CATALOGUE_DIR: dir })
  expect(said[0]).toMatch(/^left out: .*\[1\]: is no badge$/)
  expect(said[1]).toMatch(/\[2\]: names its badge by https:\/\/x\.example\/badge: import that address$/)
  expect(said[2]).toMatch(/\[3\]: is no badge \(description\)$/)
  expect(code).toBe(0)
  expect((await readdir(path.join(dir, 'reseau/badges'))).toSorted()).toEqual(['en-equipe.yaml', 'evil-a-b-x.yaml'])
  expect((await badgesIn(dir))['evil-a-b-x']).toMatchObject({ name: { fr: '../../evil: {a: b} - x' } })
})

test('one that makes no badge keeps no other from being brought; what is long is cut, and what is too long is left out', async () => {
  const dir = await catalogueFolder()
  const badge = (name: string, more: object = {}) => ({ type: 'BadgeClass', name, description: 'Uses it safely.', ...more })
  const file = await fileWith([
    badge('<p><br></p>'),
    badge('Long words', { description: 'A long word. '.repeat(100_000) }),
    badge('Long criteria', { criteria: { narrative: 'One more. '.repeat(120_000) } }),
    badge('Ordinary'),
  ])
  const { said, code } = await run(['import', file], { CATALOGUE_DIR: dir })
  const all = said.join('\n')
  expect(all).toMatch(/left out: .*\[1\]: it makes no badge: name\.fr: /)
  expect(all).toContain('description: the original is longer, it was cut after 4000 characters')
  expect(all).toMatch(/left out: .*\[3\]: its file would have \d+ bytes, at most 262144/)
  expect(said.at(-1)).toContain('2 of 4 written')
  expect(code).toBe(0)
  const { 'long-words': long, ordinary } = await badgesIn(dir)
  expect(long!.description.en).toHaveLength(4000)
  expect(ordinary).toBeDefined()
})

test('a badge in a language that is none of ours is said to be in it, and gives way to one of ours', async () => {
  const dir = await catalogueFolder()
  const one = (id: string, inLanguage: string, name: string, more: object = {}) => ({
    type: ['Achievement'],
    id: `https://x.example/${id}`,
    inLanguage,
    name,
    description: name,
    ...more,
  })
  const file = await fileWith([
    one('de', 'de', 'Im Team arbeiten', { related: [{ id: 'https://x.example/en' }] }),
    one('en', 'en', 'Works in a team'),
    one('alone', 'de-DE', 'Abfall trennen'),
  ])
  const { said } = await run(['import', file], { CATALOGUE_DIR: dir })
  const all = said.join('\n')
  expect(said[0]).toMatch(/^left out: .*\[1\]: its texts are in de, and the same badge is here in another language$/)
  expect(all).toContain('fr, en: the texts in de-DE stand there, translate them')
  expect(all.match(/the texts in en stand there too/g)).toHaveLength(1)
  expect((await badgesIn(dir))['works-in-a-team']).toMatchObject({ name: { fr: 'Works in a team', en: 'Works in a team' } })
})

test.each([
  ['a file that is not there', '/nowhere/badges.json', [], 'cannot be read'],
  ['an issuer that is not there', 'openbadgefactory', ['--issuer', 'nobody'], 'No issuer nobody in the catalogue (known: reseau)'],
  ['a platform that is not configured', 'openbadgefactory', [], 'set OBF_CLIENT_ID and OBF_CLIENT_SECRET'],
])('%s is told in one line', async (_, source, options, words) => {
  const CATALOGUE_DIR = await catalogueFolder()
  await expect(run(['import', source, ...options], { CATALOGUE_DIR })).rejects.toThrow(words)
})
