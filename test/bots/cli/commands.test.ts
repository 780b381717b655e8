import { execFile } from 'node:child_process'
import { access, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import { claimSchema } from '../../../core/model/document.ts'
import { CLAIM, claimTree, meaning } from '../../core/issuing/claim.ts'
import { type FakeTelegram, openFakeTelegram } from '../../fakes/telegram/index.ts'
import { temporaryFolder } from '../../setup/cluster.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { insertClaim } from '../../setup/insertClaim.ts'
import { childEnvironment } from '../../setup/childEnvironment.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
const PERSON = claimTree().personId

let database: Database
let telegram: FakeTelegram
let dataDir: string

beforeAll(async () => {
  ;[database, telegram, dataDir] = await Promise.all([freshDatabase(), openFakeTelegram(), temporaryFolder()])
})
afterAll(async () => {
  await Promise.all([database.stop(), telegram.close()])
  await rm(dataDir, { recursive: true })
})

type Ran = { code: number; out: string; err: string }

/** Runs the program as an operator would, with Telegram configured unless `env` says otherwise. */
const declic = (args: string[], env: Record<string, string> = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const settings = {
      ...childEnvironment(),
      // the guard against connections beyond loopback
      NODE_OPTIONS: process.env.NODE_OPTIONS ?? '',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      ...env,
    }
    execFile(process.execPath, [path.join(ROOT, 'bots/main.ts'), ...args], { cwd: ROOT, env: settings }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })

const codeOf = (link: string): string => new URL(link).searchParams.get('start') ?? ''

describe('the command line', () => {
  test('rotates a key: the new one signs, the former one stays known, and says which organisation it needs', async () => {
    const keys = path.join(dataDir, 'keys/fablab.json')
    const rotated = await declic(['key', 'rotate', '--organisation', 'fablab'])
    expect(rotated).toMatchObject({ code: 0, out: expect.stringMatching(/^z6Mk\w+\n$/) })
    const { current, retired } = JSON.parse(await readFile(keys, 'utf8'))
    expect(current.publicKeyMultibase).toBe(rotated.out.trim())
    expect(retired).toHaveLength(1)
    expect((await stat(keys)).mode & 0o077).toBe(0)
    expect(await declic(['key', 'rotate'])).toMatchObject({ code: 1, err: expect.stringContaining('--organisation') })
  })

  test('helps with every command', async () => {
    const { out } = await declic(['--help'])
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== 'help')
    expect(commands).toEqual(
      expect.arrayContaining(['serve', 'catalogue', 'structure', 'link', 'trainer', 'claims', 'person', 'jobs', 'doctor']),
    )
    for (const help of await Promise.all(commands.map((name) => declic([String(name), '--help'])))) {
      expect(help).toMatchObject({ code: 0, out: expect.stringContaining('Usage: declic ') })
    }
  })

  test('tells a wrong setting, an unknown database and an unknown command in a line', async () => {
    expect(await declic(['claims', 'export'], { PORT: 'x' })).toEqual({
      code: 1,
      out: '',
      err: 'PORT: found "x", expected a number from 0 to 65535\n',
    })
    const gone = { DATABASE_URL: 'postgresql://declic:hush@127.0.0.1:1/declic' }
    expect(await declic(['claims', 'export'], gone)).toEqual({
      code: 1,
      out: '',
      err: 'DATABASE_URL: found 127.0.0.1:1/declic, expected a PostgreSQL server that can be reached\n',
    })
    expect(await declic(['dance'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining("unknown command 'dance'") })
  })

  test('invites a trainer with a single-use link that ends after seven days, making the structure when it is new', async () => {
    const before = Date.now()
    const args = ['trainer', 'invite', '--structure', 'Atelier Nord', '--name', 'Zoé', '--no-qr']
    expect(await declic(args)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--organisation') })
    const { out, code } = await declic([...args, '--organisation', 'fablab'])
    expect(code).toBe(0)
    expect(out).toMatch(/^https:\/\/t\.me\/declic_bot\?start=[\w-]{22,64}\n$/)
    const link = await database.prisma.link.findUniqueOrThrow({ where: { code: codeOf(out.trim()) } })
    expect(link).toMatchObject({ kind: 'trainer', structureId: 'atelier-nord', name: 'Zoé', usedAt: null })
    expect(link.expiresAt!.getTime() - before).toBeGreaterThan(6.99 * 24 * 3600_000)
    const again = await declic(args)
    expect(codeOf(again.out.trim())).not.toBe(codeOf(out.trim()))
    expect(await database.prisma.structure.findMany({ select: { id: true, name: true, organisationId: true } })).toEqual([
      { id: 'atelier-nord', name: 'Atelier Nord', organisationId: 'fablab' },
    ])
  })

  test('keeps the time zone of a structure that the catalogue does not describe', async () => {
    const add = (name: string, zone: string) =>
      declic(['structure', 'add', name, '--organisation', 'insertion-reseau', '--time-zone', zone])
    expect(await add('Saint-Denis', 'indian/reunion')).toEqual({ code: 0, out: 'saint-denis\n', err: '' })
    expect(await add('Saint-Denis', 'Mars/Olympus')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Indian/Reunion') })
    expect(await add('jardin-partage', 'Indian/Reunion')).toMatchObject({
      code: 1,
      err: expect.stringContaining('timeZone: Indian/Reunion'),
    })
    const where = { where: { id: { in: ['saint-denis', 'jardin-partage'] } } }
    expect(await database.prisma.structure.findMany({ ...where, select: { id: true, timeZone: true }, orderBy: { id: 'asc' } })).toEqual([
      { id: 'jardin-partage', timeZone: null },
      { id: 'saint-denis', timeZone: 'Indian/Reunion' },
    ])
    await database.prisma.structure.deleteMany(where)
  })

  test('gives the link of the playground where that is on', async () => {
    const web = { PLAYGROUND: 'on', TELEGRAM_BOT_TOKEN: '', PUBLIC_URL: 'http://localhost:4000/' }
    const { out } = await declic(['link', 'badge', 'laser-niveau-1', '--no-qr'], web)
    expect(out).toBe('http://localhost:4000/#start=laser-niveau-1\n')
    const both = await declic(['link', 'badge', 'laser-niveau-1'], { PLAYGROUND: 'on' })
    expect(both.out.split('\n').slice(0, 2)).toEqual([
      'https://t.me/declic_bot?start=laser-niveau-1',
      'http://localhost:3978/#start=laser-niveau-1',
    ])
    expect(both.out).toContain('▄')
  })

  test('ties a badge link to a structure by a random code', async () => {
    expect((await declic(['structure', 'add', 'Atelier Sud', '--organisation', 'fablab'])).out).toBe('atelier-sud\n')
    const { out } = await declic(['link', 'badge', 'laser-niveau-1', '--structure', 'atelier sud', '--no-qr'])
    const link = await database.prisma.link.findUniqueOrThrow({ where: { code: codeOf(out.trim()) } })
    expect(link).toMatchObject({ kind: 'badge', subject: 'laser-niveau-1', structureId: 'atelier-sud', expiresAt: null })
    expect(await declic(['link', 'badge', 'nowhere'])).toMatchObject({ code: 1, out: '', err: 'No badge nowhere in the catalogue\n' })
  })

  test('says so when Telegram does not know the token, and keeps the token to itself', async () => {
    const ran = await declic(['link', 'badge', 'laser-niveau-1'], { TELEGRAM_BOT_TOKEN: '1:hush' })
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toMatch(/^Telegram does not know TELEGRAM_BOT_TOKEN/)
    expect(ran.err).not.toContain('hush')
  })

  test('exports claims as documents and as a table that no spreadsheet runs', async () => {
    expect((await declic(['claims', 'export'])).out).toBe('[]\n')
    const endorsements = claimTree().endorsements.map((e) => ({ ...e, comment: '=HYPERLINK("http://x")' }))
    await insertClaim(database, claimTree({ endorsements }), meaning, '@Awa "la cheffe", Diallo')
    const { out } = await declic(['claims', 'export', '--format', 'json'])
    const documents = claimSchema.array().parse(JSON.parse(out))
    expect(documents).toMatchObject([{ id: `urn:uuid:${CLAIM}`, learner: { name: '@Awa "la cheffe", Diallo' } }])
    const { out: table } = await declic(['claims', 'export', '--format', 'csv'])
    const [head = '', row = ''] = table.split('\r\n')
    expect(head).toMatch(/^\uFEFFid,status,/)
    expect(row).toContain(`urn:uuid:${CLAIM},`)
    expect(table).toContain(`,"'@Awa ""la cheffe"", Diallo",`)
    expect(table).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  test('exports what is held of a person, then erases it with its files', async () => {
    const files = path.join(dataDir, 'evidence')
    await mkdir(files, { recursive: true })
    const name = 'unguessableunguessable.jpg'
    await writeFile(path.join(files, name), 'a photo')
    await database.prisma.evidence.updateMany({ where: { claimId: CLAIM }, data: { file: name } })
    const { out } = await declic(['person', 'export', `urn:uuid:${CLAIM}`])
    expect(JSON.parse(out)).toMatchObject({ person: { id: PERSON, accounts: [{ channel: 'telegram' }], claims: [{ id: CLAIM }] } })
    expect(await declic(['person', 'erase', PERSON])).toMatchObject({ code: 0, out: `erased ${PERSON}\n` })
    expect(await database.prisma.claim.count()).toBe(0)
    expect(await database.prisma.account.count({ where: { personId: PERSON } })).toBe(0)
    await expect(access(path.join(files, name))).rejects.toThrow('ENOENT')
    const { rows } = await database.pool.query(`select action, subject, through from "AuditEvent"`)
    expect(rows).toEqual([{ action: 'person.erased', subject: PERSON, through: 'cli' }])
    expect(await declic(['person', 'erase', PERSON])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Nobody here') })
  })

  test('lists jobs and messages that failed, and runs them again', async () => {
    expect((await declic(['jobs', 'list'])).out).toBe('')
    const boss = new PgBoss({ connectionString: database.url, supervise: false, schedule: false })
    await boss.start()
    await boss.createQueue('forward', { retryLimit: 0 })
    const [waits, fails] = [await boss.send('forward', {}, { startAfter: 3600 }), await boss.send('forward', {})]
    await boss.fail('forward', (await boss.fetch('forward'))![0]!.id, new Error('the backend\nis away'))
    await boss.stop({ graceful: false })
    const message = { id: 'e:1', to: 'telegram:7', body: { text: 'Bonjour' }, at: new Date(), attempts: 3, failure: 'Bad Request' }
    await database.prisma.outbox.create({ data: message })
    const lines = async () => (await declic(['jobs', 'list'])).out.split('\n').map((line) => line.split('\t'))
    expect(await lines()).toEqual([
      [fails, 'forward', 'failed', expect.any(String), '1', 'the backend is away'],
      ['e:1', 'message telegram', 'failed', expect.any(String), '3', 'Bad Request'],
      [waits, 'forward', 'waiting', expect.any(String), '0'],
      [''],
    ])
    for (const id of [String(fails), 'e:1']) expect((await declic(['jobs', 'retry', id])).out).toBe(`again: ${id}\n`)
    expect((await lines()).map(([, , state]) => state)).toEqual(['waiting', 'waiting', 'waiting', undefined])
    expect(await declic(['jobs', 'retry', String(waits)])).toMatchObject({ code: 1, err: expect.stringContaining('Nothing that failed') })
  })

  test('looks at the whole installation', async () => {
    const { code, out } = await declic(['doctor'])
    expect(code).toBe(0)
    expect(out).toMatch(/^ok {4}database {6}PostgreSQL 18/m)
    expect(out).toMatch(/^ok {4}Telegram {6}t\.me\/declic_bot, by long polling/m)
    expect(out).toMatch(/^ok {4}catalogue {5}\d+ badges/m)
    expect(out).not.toContain(telegram.token)
    const ill = await declic(['doctor'], { DATABASE_URL: 'postgresql://declic:hush@127.0.0.1:1/declic', CATALOGUE_DIR: dataDir })
    expect(ill.code).toBe(1)
    expect(ill.out).toMatch(/^BAD {3}database {6}DATABASE_URL: found 127\.0\.0\.1:1\/declic/m)
    expect(ill.out).toMatch(/^BAD {3}catalogue/m)
    expect(ill.out).not.toContain('hush')
  })
})
