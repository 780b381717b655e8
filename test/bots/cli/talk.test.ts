import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../core/catalogue/load.ts'
import { type Database, openDatabase } from '../../../core/data/database.ts'
import { type Journey, openJourney } from '../../journeys/world.ts'
import { childEnvironment } from '../../setup/childEnvironment.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

/** A server runs on the same database and the same DATA_DIR all the while. */
let journey: Journey
let database: Database
beforeAll(async () => {
  journey = await openJourney()
  database = await openDatabase({ dataDir: journey.dataDir, databaseUrl: journey.databaseUrl })
})
afterAll(async () => {
  await database.stop()
  await journey.stop()
})

/** Writes all lines at once, as a pipe does, and gives what was printed. */
async function talk(args: string[], lines: string[]): Promise<{ code: number; out: string; err: string }> {
  const { DATA_DIR = '', DATABASE_URL = '', PUBLIC_URL = '' } = journey.environment
  const env = { ...childEnvironment(), DATA_DIR, DATABASE_URL, PUBLIC_URL, LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [path.join(ROOT, 'bots/main.ts'), 'talk', ...args], { cwd: ROOT, env })
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: Number(code), out, err }
}

const TABLES = ['Person', 'Account', 'Structure', 'Claim', 'Answer', 'Evidence', 'Endorsement', 'Link', 'Outbox', 'Inbound', 'AuditEvent']
const counts = async (): Promise<Record<string, number>> => {
  const counted = TABLES.map(async (table) => {
    const { rows } = await database.pool.query<{ count: number }>(`select count(*)::int from "${table}"`)
    return [table, rows[0]!.count] as const
  })
  return Object.fromEntries(await Promise.all(counted))
}

describe('talk', () => {
  test('goes from hello to badge while the server runs, and leaves nothing behind', async () => {
    const photo = path.join(journey.dataDir, 'plat du jour.jpg')
    await writeFile(
      photo,
      await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c88' } })
        .jpeg()
        .toBuffer(),
    )
    const before = await counts()
    const learner = [
      '1',
      '1',
      'au restaurant avec Karim',
      'on a préparé cent repas, j’ai coupé les légumes et j’ai aidé Karim',
      `photo ${photo}`,
      'Oui, c’est tout',
      'les clients étaient contents et la cuisine était propre',
      '3',
      'parler avant de commencer',
      '1',
      '1',
      '1',
      '1',
    ]
    const { code, out, err } = await talk(
      ['travailler-en-equipe'],
      [...learner, '', '@tuteur', 'oui, très bon travail', '', '@apprenant', '1'],
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('1 photo bien reçue')
    expect(out).toContain('Votre demande est envoyée.')
    expect(out).toContain('  1 Oui, je confirme\n')
    expect(out).toContain('  (photo)\n')
    expect(out).toMatch(/\[Awa Diallo\]\n.*«\soui, très bon travail\s»/)
    expect(out).toMatch(/Votre badge «\sJe travaille en équipe\s» est prêt\./)
    expect(out.split('\n').filter((line) => line.startsWith('{'))).toEqual([])
    expect(await counts()).toEqual(before)
    expect(await readdir(path.join(journey.dataDir, 'evidence')).catch(() => [])).toEqual([])
  })

  test('speaks English, and asks as a structure of the catalogue does', async () => {
    const loaded = await loadCatalogue(path.join(ROOT, 'catalogue'))
    if (!('catalogue' in loaded)) throw new Error('the catalogue has mistakes')
    const structures = loaded.catalogue.issuers.flatMap((issuer) => issuer.structures)
    const [structure, badge, own] = structures.flatMap(({ id, badges }) =>
      Object.entries(badges).flatMap(([name, { questions }]) => questions.map((question) => [id, name, question] as const)),
    )[0]!
    const lines = [
      '1',
      '1',
      ...Array.from({ length: 12 }, () => ['skip', 'I cooked a hundred meals with Karim and cleaned everything after']).flat(),
    ]
    const { code, out } = await talk([badge, '--language', 'en', '--structure', structure], lines)
    expect(code).toBe(0)
    expect(out).toContain('Question 1 of ')
    expect(own.ask.some((wording) => out.includes(wording.en))).toBe(true)
  })

  test('keeps what it made when it is asked to, and reminds nobody', async () => {
    expect((await talk(['mon-cv', '--keep'], ['1', '1'])).code).toBe(0)
    const kept = await database.prisma.claim.findMany({
      where: { badgeId: 'mon-cv' },
      include: { person: { include: { accounts: true } } },
    })
    expect(kept).toMatchObject([
      { organisationId: 'essai', remindAt: null, person: { accounts: [{ channel: 'cli', unreachableAt: expect.any(Date) }] } },
    ])
  })

  test('says in a line which badge or structure is unknown', async () => {
    expect(await talk(['nowhere'], [])).toEqual({ code: 1, out: '', err: 'No badge nowhere in the catalogue\n' })
    expect(await talk(['mon-cv', '--structure', 'nowhere'], [])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('(known: '),
    })
  })
})
