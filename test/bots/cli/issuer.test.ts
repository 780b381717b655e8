// `declic issuer test NAME`, and what the other commands say of who issues.
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { catalogueCommand } from '../../../bots/cli/catalogueCheck.ts'
import { catalogueOf } from '../../../bots/cli/catalogueOf.ts'
import { issuerCommand } from '../../../bots/cli/issuer.ts'
import { openLog } from '../../../bots/log.ts'
import { readSettings } from '../../../bots/settings.ts'
import { badgeYaml, catalogueFolder } from '../../core/catalogue/catalogueFolder.ts'
import { openFakeBadgr } from '../../fakes/issuing/badgr.ts'
import { type FakeObf, openFakeObf } from '../../fakes/issuing/openBadgeFactory.ts'
import { openPlatform } from '../../fakes/issuing/server.ts'

let obf: FakeObf
let now = Date.parse('2026-03-02T09:00:00Z')
beforeAll(async () => {
  obf = await openFakeObf(() => now)
  obf.badges.push({ id: 'PEQUIPE', name: 'Je travaille en équipe' }, { id: 'PDRAFT', name: 'Brouillon', draft: true })
})
afterAll(() => obf.close())
afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const folder = (lines: string) => catalogueFolder({ 'reseau/badges/en-equipe.yaml': `${badgeYaml().trimEnd()}\n${lines}` })

async function run(command: 'issuer' | 'catalogue', args: string[], settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  now += 60_000
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  await (command === 'issuer' ? issuerCommand() : catalogueCommand()).parseAsync(args, { from: 'user' })
  return { said: log.mock.calls.map(([line]) => String(line)), code: process.exitCode ?? 0 }
}
const configured = () => ({ OBF_API_ROOT: obf.url, OBF_CLIENT_ID: obf.clientId, OBF_CLIENT_SECRET: obf.clientSecret })

test('everything is there: exit code 0, and nothing was issued', async () => {
  const CATALOGUE_DIR = await folder('backend: openbadgefactory\nbackendIds:\n  openbadgefactory: PEQUIPE\n')
  const { said, code } = await run('issuer', ['test', 'openbadgefactory'], { ...configured(), CATALOGUE_DIR })
  expect(code).toBe(0)
  expect(said).toEqual([
    expect.stringMatching(/^ok {4}127\.0\.0\.1:\d+ lets ORG42 in: Réseau Clairevoie$/),
    'ok    badge en-equipe is « Je travaille en équipe » (PEQUIPE) there',
    'note  of its badges, no file here names: PDRAFT « Brouillon »',
    'note  issues en-equipe',
    '\nReady. Nothing was issued.',
  ])
  expect(obf.events).toEqual([])
})

test.each([
  ['no id', 'backend: openbadgefactory\n', 'backendIds: { openbadgefactory: … }'],
  [
    'an id that is not there',
    'backend: openbadgefactory\nbackendIds: { openbadgefactory: NOWHERE }\n',
    'PEQUIPE « Je travaille en équipe »',
  ],
  ['a draft', 'backend: openbadgefactory\nbackendIds: { openbadgefactory: PDRAFT }\n', 'is a draft there'],
])('%s: exit code 1, and what to write', async (_, lines, words) => {
  const { said, code } = await run('issuer', ['test', 'openbadgefactory'], { ...configured(), CATALOGUE_DIR: await folder(lines) })
  expect(code).toBe(1)
  expect(said[1]).toContain('BAD')
  expect(said.join('\n')).toContain(words)
})

test('wrong credentials, and none: which settings to look at, and never their values', async () => {
  const CATALOGUE_DIR = await folder('backend: openbadgefactory\nbackendIds: { openbadgefactory: PEQUIPE }\n')
  obf.deny(true)
  const wrong = await run('issuer', ['test', 'openbadgefactory'], { ...configured(), CATALOGUE_DIR })
  obf.deny(false)
  expect(wrong.code).toBe(1)
  expect(wrong.said[0]).toContain('OBF_CLIENT_SECRET')
  expect(wrong.said.join('\n')).not.toContain(obf.clientSecret)
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  const none = await run('issuer', ['test', 'badgr'], { CATALOGUE_DIR })
  expect(none.said[0]).toBe('BAD   not configured: set BADGR_API_ROOT and BADGR_TOKEN')
})

test.each([
  [404, 1, /^BAD {3}127\.0\.0\.1:\d+ answers 404: is WEBHOOK_ISSUER_URL the whole address, with its path\?/],
  [410, 1, /^BAD .* answers 410: is WEBHOOK_ISSUER_URL/],
  [301, 1, /^BAD .* answers 301 and leads elsewhere, where claims do not follow/],
  [500, 1, /^BAD .* answers 500: look at what it says there/],
  // it takes POST alone, or wants a signature: it is there
  [405, 0, /^ok {4}.* answers$/],
  [401, 0, /^ok {4}.* answers$/],
])('a webhook that answers %i: exit code %i', async (status, code, words) => {
  const webhook = await openPlatform({ issues: () => false, answer: () => ({ status }) })
  onTestFinished(() => webhook.close())
  const settings = { WEBHOOK_ISSUER_URL: `${webhook.url}/badges`, WEBHOOK_ISSUER_SECRET: 'a-secret-of-the-test' }
  const { said, code: left } = await run('issuer', ['test', 'webhook'], { ...settings, CATALOGUE_DIR: await folder('') })
  expect(said[0]).toMatch(words)
  expect(left).toBe(code)
  expect(said.at(-1)).toContain(code ? '1 to mend' : 'Ready')
})

test('Badgr at a wrong address: which setting to look at', async () => {
  const badgr = await openFakeBadgr()
  onTestFinished(() => badgr.close())
  const settings = { BADGR_API_ROOT: `${badgr.url}/wrong`, BADGR_TOKEN: badgr.token, CATALOGUE_DIR: await folder('') }
  const { said, code } = await run('issuer', ['test', 'badgr'], settings)
  expect(said[0]).toMatch(/^BAD {3}127\.0\.0\.1:\d+: refused with 404: is BADGR_API_ROOT the root of the API, without \/v2\?$/)
  expect(code).toBe(1)
})

test('a badge that nobody can issue is told by file and line, by `catalogue check` and at the start', async () => {
  const CATALOGUE_DIR = await folder('backend: badgr\n')
  const { said, code } = await run('catalogue', ['check'], { CATALOGUE_DIR })
  expect(code).toBe(1)
  const line =
    /badges\/en-equipe\.yaml:\d+: error backend: "badgr" is not configured → set BADGR_API_ROOT and BADGR_TOKEN, or name another: builtin/
  expect(said[0]).toMatch(line)
  await expect(catalogueOf(readSettings({ CATALOGUE_DIR }))).rejects.toThrow(line)
  // one that goes where all go may wait for its id: the program runs, and says so
  const byDefault = { ...configured(), CATALOGUE_DIR: await folder(''), ISSUER: 'openbadgefactory' }
  const logged: string[] = []
  await catalogueOf(readSettings(byDefault), openLog('warn', { write: (line) => void logged.push(line) }))
  expect(logged.join('')).toContain('is issued by openbadgefactory (ISSUER), and says nothing of its id there')
})
