import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../core/data/database.ts'
import { exportPerson } from '../../../core/data/people.ts'
import { importRoster } from '../../../core/data/roster.ts'
import { type FakeTelegram, openFakeTelegram } from '../../fakes/telegram/index.ts'
import { temporaryFolder } from '../../setup/cluster.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { childEnvironment } from '../../setup/childEnvironment.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
let database: Database
let telegram: FakeTelegram
let dataDir: string
beforeAll(async () => {
  ;[database, telegram, dataDir] = await Promise.all([freshDatabase(), openFakeTelegram(), temporaryFolder()])
  await database.prisma.organisation.create({ data: { id: 'fablab', name: 'Fab lab' } })
  await database.prisma.structure.createMany({
    data: ['Atelier Nord', 'Atelier Sud', 'Atelier Est'].map((name) => ({
      id: name.toLowerCase().replace(' ', '-'),
      name,
      organisationId: 'fablab',
    })),
  })
})
afterAll(async () => {
  await Promise.all([database.stop(), telegram.close()])
  await rm(dataDir, { recursive: true })
})

const declic = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = {
      ...childEnvironment(),
      NODE_OPTIONS: process.env.NODE_OPTIONS ?? '',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
    }
    execFile(process.execPath, [path.join(ROOT, 'bots/main.ts'), ...args], { cwd: ROOT, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })

async function file(name: string, content: string | Buffer): Promise<string> {
  const where = path.join(dataDir, name)
  await writeFile(where, content)
  return where
}

const people = () => database.prisma.person.count()

test('a tutor is invited to a structure that is there, with a role', async () => {
  const { out, code } = await declic('tutor', 'invite', '--structure', 'atelier nord', '--name', 'Rosa', '--role', 'cheffe', '--no-qr')
  expect(code).toBe(0)
  const start = new URL(out.trim()).searchParams.get('start')!
  expect(await database.prisma.link.findUnique({ where: { code: start } })).toMatchObject({
    kind: 'tutor',
    subject: 'atelier-nord',
    name: 'Rosa',
    role: 'cheffe',
    usedAt: null,
  })
  expect(await declic('tutor', 'invite', '--structure', 'nowhere', '--name', 'Rosa')).toMatchObject({ code: 1, out: '' })
})

test('faults are told by line and nothing is imported', async () => {
  const before = await people()
  const bad = await file('bad.csv', 'name,role\nAwa,learner\n,tutor\nAli,boss\n')
  const { code, out, err } = await declic('roster', 'import', bad, '--structure', 'atelier-nord')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toBe(`${bad}:3: no name\n${bad}:4: role "boss"; expected learner, tutor, trainer, or nothing\nNothing was imported\n`)
  const latin = await file('latin.csv', Buffer.from('nom\nIn\u00e8s\n', 'latin1'))
  expect((await declic('roster', 'import', latin, '--structure', 'atelier-nord')).err).toContain('is not UTF-8')
  expect((await declic('roster', 'import', `${latin}.gone`, '--structure', 'atelier-nord')).err).toContain('cannot be read')
  expect(await people()).toBe(before)
})

test('a link for each new person; a dry run writes nothing; again, nobody is added; later, only who is new', async () => {
  const list = await file('list.csv', '\uFEFFnom;role;note\nAwa Diallo;;\n"=cmd|A";;"=1+1"\nRosa Lima;tutor;\nRosa Lima;learner;\n')
  const dry = await declic('roster', 'import', list, '--structure', 'atelier-nord', '--dry-run')
  expect(dry.out).toContain('Awa Diallo')
  expect(dry.out).not.toContain('start=')
  expect(await people()).toBe(0)

  const { out, err } = await declic('roster', 'import', list, '--structure', 'atelier-nord')
  const lines = out.replace('\uFEFF', '').trimEnd().split('\r\n')
  expect(lines[0]).toBe('name,role,note,is,link')
  expect(lines.slice(1).map((l) => l.replace(/start=[\w-]{22,}/, 'start=…'))).toEqual([
    'Awa Diallo,learner,,new,https://t.me/declic_bot?start=…',
    "'=cmd|A,learner,'=1+1,new,https://t.me/declic_bot?start=…",
    'Rosa Lima,tutor,,new,https://t.me/declic_bot?start=…',
  ])
  expect(err).toContain('Added: 3')
  const rosa = await database.prisma.person.findFirstOrThrow({ where: { name: 'Rosa Lima' }, include: { memberships: true } })
  expect(rosa.memberships.map((m) => m.role).toSorted()).toEqual(['learner', 'tutor'])

  const again = await declic('roster', 'import', list, '--structure', 'atelier-nord')
  expect(again).toMatchObject({ code: 0, out: '', err: expect.stringContaining('There already: 4') })
  const more = await file('more.csv', 'name\nawa DIALLO\nTom Petit\n')
  const later = await declic('roster', 'import', more, '--structure', 'atelier-nord')
  expect(later.out).toContain('Tom Petit')
  expect(later.out).not.toContain('DIALLO')
  expect(await people()).toBe(4)
})

test('a contact comes back beside the link; of it only an e-mail address is kept, and « mes données » holds it', async () => {
  const list = await file('contacts.csv', 'nom;téléphone\nInès Mail;ines@example.org\nPaul Tel;06 12 34 56 78\n')
  const { out, code } = await declic('roster', 'import', list, '--structure', 'atelier-est')
  expect(code).toBe(0)
  const lines = out.replace('\uFEFF', '').trimEnd().split('\r\n')
  expect(lines.map((l) => l.replace(/start=[\w-]{22,}/, 'start=…'))).toEqual([
    'name,role,note,contact,is,link',
    'Inès Mail,learner,,ines@example.org,new,https://t.me/declic_bot?start=…',
    'Paul Tel,learner,,06 12 34 56 78,new,https://t.me/declic_bot?start=…',
  ])
  const [ines, paul] = await Promise.all(
    ['Inès Mail', 'Paul Tel'].map((name) => database.prisma.person.findFirstOrThrow({ where: { name } })),
  )
  expect([ines!.email, paul!.email]).toEqual(['ines@example.org', null])
  expect((await exportPerson(database.prisma, ines!.id)).person.email).toBe('ines@example.org')
  const bad = await file('contacts-bad.csv', 'nom;email\nZoé Bonne;zoe@example.org\nAli Faux;ali@\n')
  const refused = await declic('roster', 'import', bad, '--structure', 'atelier-est')
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain(`${bad}:3: contact "ali@"; not an e-mail address`)
  expect(await database.prisma.person.count({ where: { name: 'Zoé Bonne' } })).toBe(0)
})

test('nobody becomes a trainer by a name: who is known without the role is invited to it, once', async () => {
  const list = await file('trainer.csv', 'name,role\nAwa Diallo,trainer\n')
  const { out } = await declic('roster', 'import', list, '--structure', 'atelier-nord')
  expect(out).toContain('Awa Diallo,trainer,,invited,')
  expect(await database.prisma.membership.count({ where: { role: 'trainer' } })).toBe(0)
  expect((await declic('roster', 'import', list, '--structure', 'atelier-nord')).out).toBe('')
})

test('the same name in another structure is another person; two imports at once add everybody once', async () => {
  const listed = Array.from({ length: 6000 }, (_, n) => ({
    at: n + 2,
    name: `Personne ${n}`,
    language: null,
    role: 'learner' as const,
    note: null,
    contact: null,
    email: null,
  }))
  const sud = () => importRoster(database.prisma, { id: 'atelier-sud' }, listed, { language: 'fr' })
  const both = await Promise.all([sud(), sud()])
  expect(both.map((r) => r.added.length).toSorted()).toEqual([0, 6000])
  const est = await importRoster(database.prisma, { id: 'atelier-est' }, listed.slice(0, 2), { language: 'fr' })
  expect(est.added).toHaveLength(2)
})
