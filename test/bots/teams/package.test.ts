// The app package: what is in it, against Microsoft's own schemas where they lie beside the repository.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../../../dialogs/words.ts'
import { APP_ID } from '../../fakes/microsoftSignIn.ts'
import { childEnvironment } from '../../setup/childEnvironment.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
const SCHEMAS = path.join(ROOT, '../shared/data/teams')
const hasSchemas = existsSync(SCHEMAS)
if (!hasSchemas) console.warn('the app package is not checked against the schemas of Teams: they are not beside the repository')

const run = promisify(execFile)
let folder: string

/** As an operator runs it, with these settings and none from `.env`. */
async function written(settings: Record<string, string>, name = 'app.zip', zone = 'Europe/Paris'): Promise<Uint8Array> {
  const file = path.join(folder, name)
  const script = path.join(ROOT, 'bots/teams/package/write.ts')
  await run(process.execPath, [script, file], { cwd: folder, env: { ...childEnvironment(), TZ: zone, ...settings } })
  return readFile(file)
}

const SETTINGS = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'hush', PUBLIC_URL: 'https://declic.example' }

let files: Record<string, Uint8Array>
const read = (name: string) => JSON.parse(strFromU8(files[name]!))

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'declic-package-'))
  files = unzipSync(await written(SETTINGS))
})
afterAll(() => rm(folder, { recursive: true }))

/** Draft-04 schemas, in the little of the language that later drafts read the same way. */
async function faults(schema: string, document: unknown): Promise<unknown> {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false })
  const { $schema: _, ...rules } = JSON.parse(await readFile(path.join(SCHEMAS, schema), 'utf8'))
  const validate = ajv.compile(rules)
  return validate(document) ? [] : validate.errors
}

describe('the app package', () => {
  it('holds the bot, the tab and single sign-on of these settings, and no secret', () => {
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png'])
    expect(read('manifest.json')).toMatchObject({
      manifestVersion: '1.29',
      id: APP_ID,
      bots: [{ botId: APP_ID, scopes: ['personal', 'team', 'groupChat'], supportsFiles: true }],
      staticTabs: [
        { entityId: 'conversations' },
        { entityId: 'claims', contentUrl: 'https://declic.example/teams/claims' },
        { entityId: 'follow-up', contentUrl: 'https://declic.example/teams/follow-up' },
        { entityId: 'about' },
      ],
      validDomains: ['declic.example'],
      webApplicationInfo: { id: APP_ID, resource: `api://declic.example/${APP_ID}` },
    })
    expect(
      Object.values(files)
        .map((bytes) => strFromU8(bytes, true))
        .join(),
    ).not.toContain('hush')
  })

  it.skipIf(!hasSchemas)('is what the schemas of Teams ask for, in French and in English', async () => {
    expect(await faults('manifest-1.29.schema.json', read('manifest.json'))).toEqual([])
    expect(await faults('localization-1.29.schema.json', read('en.json'))).toEqual([])
    // the check itself finds what is wrong
    expect(await faults('manifest-1.29.schema.json', { ...read('manifest.json'), id: 'declic' })).not.toEqual([])
    expect(await faults('localization-1.29.schema.json', { 'name.short': 'x'.repeat(31) })).not.toEqual([])
  })

  it('says in English everything that it says in French', () => {
    const manifest = read('manifest.json')
    const { $schema: _, ...english } = read('en.json') as Record<string, string>
    const french: Record<string, string> = {
      'name.short': manifest.name.short,
      'name.full': manifest.name.full,
      'description.short': manifest.description.short,
      'description.full': manifest.description.full,
    }
    for (const [n, tab] of manifest.staticTabs.entries()) if (tab.name) french[`staticTabs[${n}].name`] = tab.name
    for (const [n, list] of manifest.bots[0].commandLists.entries()) {
      for (const [m, one] of list.commands.entries()) {
        french[`bots[0].commandLists[${n}].commands[${m}].title`] = one.title
        french[`bots[0].commandLists[${n}].commands[${m}].description`] = one.description
      }
    }
    expect(Object.keys(english).toSorted()).toEqual(Object.keys(french).toSorted())
    const titles = Object.keys(french).filter((key) => key.endsWith('.title'))
    expect(titles.length).toBeGreaterThan(10)
    // the bot understands each of them, and the two languages mean the same by it
    for (const key of titles) {
      expect(command(french[key]!), french[key]).toBeDefined()
      expect(command(english[key]!), english[key]).toBe(command(french[key]!))
    }
    for (const text of Object.values(french)) expect(text).not.toMatch(/ [:;!?]|'/)
  })

  it('has pictures as Teams wants them', async () => {
    const colour = await sharp(files['color.png']).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(colour.info).toMatchObject({ width: 192, height: 192 })
    const outline = await sharp(files['outline.png']).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(outline.info).toMatchObject({ width: 32, height: 32, channels: 4 })
    const pixels = Array.from(
      { length: 32 * 32 },
      (_, n) => [...outline.data.subarray(n * 4, n * 4 + 4)] as [number, number, number, number],
    )
    const drawn = pixels.filter(([, , , alpha]) => alpha > 0)
    expect(drawn.length).toBeGreaterThan(80)
    expect(drawn.length).toBeLessThan(600)
    for (const [red, green, blue] of drawn) expect([red, green, blue]).toEqual([255, 255, 255])
    // nothing is cut off at the edge
    const edge = pixels.filter((_, n) => n < 32 || n >= 31 * 32 || n % 32 === 0 || n % 32 === 31)
    expect(edge.every(([, , , alpha]) => alpha === 0)).toBe(true)
  })

  it('is the same each time, in every time zone', async () => {
    const first = await written(SETTINGS, 'a.zip', 'Europe/Paris')
    const second = await written(SETTINGS, 'b.zip', 'Pacific/Auckland')
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it.each([
    [{ PUBLIC_URL: 'https://declic.example' }, 'MicrosoftAppId is missing'],
    [{ ...SETTINGS, PUBLIC_URL: '' }, 'PUBLIC_URL is http://localhost:3978: Teams opens pages by https only'],
    [{ ...SETTINGS, PUBLIC_URL: 'http://declic.example' }, 'by https only'],
    [{ ...SETTINGS, PUBLIC_URL: 'https://localhost' }, 'at a name that everybody reaches'],
    [{ ...SETTINGS, MicrosoftAppId: 'my-app' }, '"my-app"'],
  ])('is refused in one line without what it needs: %j', async (settings, line) => {
    const failed = await written(settings, 'none.zip').catch((error: { code: number; stderr: string; stdout: string }) => error)
    expect(failed).toMatchObject({ code: 1, stdout: '' })
    const { stderr } = failed as { stderr: string }
    expect(stderr).toContain(line)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(existsSync(path.join(folder, 'none.zip'))).toBe(false)
  })
})
