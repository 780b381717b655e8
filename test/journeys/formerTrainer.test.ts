// A trainer leaves: the operator takes the role away, and from then on learners of the workshops that they opened are somebody else's to hear of.
import { execFile } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeIn, openCast, type Speaker, trainerOf } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'
import { childEnvironment } from '../setup/childEnvironment.ts'

const ROOT = path.join(import.meta.dirname, '../..')
let clock = Date.parse('2026-03-03T13:00:00Z') // a Tuesday, 14:00 in Paris
let journey: Journey

beforeAll(async () => {
  journey = await openJourney({ HELP_CONTACT: '01 23 45 67 89' }, { now: () => new Date(clock).toISOString(), remindersMs: 20 })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'insertion-reseau')`)
})
afterAll(() => journey?.stop())

/** As an operator types it. */
const declic = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = {
      ...childEnvironment(),
      NODE_OPTIONS: process.env.NODE_OPTIONS ?? '',
      DATABASE_URL: journey.databaseUrl,
      DATA_DIR: journey.dataDir,
      TELEGRAM_BOT_TOKEN: journey.telegram.token,
      TELEGRAM_API_ROOT: journey.telegram.apiRoot,
    }
    execFile(process.execPath, [path.join(ROOT, 'bots/main.ts'), ...args], { cwd: ROOT, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })

const said = (speaker: Speaker) => speaker.phone.messages().map(({ text }) => text)

test('learners, counts and follow-ups are another trainer’s; and when nobody is left, the contact of the settings is said', async () => {
  const cast = openCast(journey)
  const lea = await trainerOf(journey, cast.person('F', 'Léa Roux'), ['atelier-nord'], clock)
  const nora = await trainerOf(journey, cast.person('F', 'Nora Blanc'), ['atelier-nord'], clock)
  const [awa, ben] = [cast.person('L', 'Awa Diallo'), cast.person('L', 'Ben Ali')]
  await lea.says('atelier')
  await lea.says('équipe')
  const code = codeIn(await lea.taps(1))
  await walk(awa, 'action', { code })
  await awa.says('aide')
  await awa.says('je bloque ici')
  expect(said(lea).at(-1)).toContain('je bloque ici')
  await lea.says('suivi')
  const page = /\/trainer\/in\/\S+/.exec(said(lea).at(-1)!)![0]

  const nobody = await declic('trainer', 'remove', '--structure', 'atelier-nord', '--name', 'Max')
  expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining('Nora Blanc') })
  expect(await declic('trainer', 'remove', '--structure', 'Atelier Nord', '--name', 'lea roux')).toMatchObject({
    code: 0,
    out: expect.stringContaining('removed '),
  })
  expect((await journey.get(page)).status, 'her page is closed').toBe(410)
  const before = said(lea)

  await awa.says('et maintenant ?')
  expect(said(awa).filter((text) => text.includes('Je ne peux pas joindre'))).toHaveLength(1)
  expect(said(awa).at(-1), 'told once, and the claim goes on').toContain('Question 2 sur 6')
  await awa.says('j’ai coupé les légumes et après j’ai aidé Rosa')
  expect(said(awa).at(-1)).toContain('Question 3 sur 6')

  await awa.says('aide')
  expect(said(nora).at(-1)).toContain('Awa Diallo demande de l’aide')
  await awa.says('continuer')
  await ben.starts(code)
  clock += 60_000
  clock = Date.parse('2026-03-03T15:01:00Z')
  await expect.poll(async () => (await journey.rows('select 1 from "Nudge" where outcome is not null')).length, { timeout: 10_000 }).toBe(2)
  await cast.waits()
  expect(said(nora).at(-1)).toContain('relance de 2 personnes')
  expect(said(lea), 'she hears nothing more, and her count stands still').toEqual(before)
  const [{ boards }] = (await journey.rows('select boards from "Workshop"')) as [{ boards: unknown }]
  expect(boards).toMatchObject([{ counts: { joined: 0 } }])

  await declic('trainer', 'remove', '--structure', 'atelier-nord', '--name', 'Nora Blanc')
  await awa.says('aide')
  expect(said(awa).at(-1)).toContain('01 23 45 67 89')
})

test('two of one name: the ids are listed, and an id removes one', async () => {
  const cast = openCast(journey)
  await trainerOf(journey, cast.person('F', 'Eva Petit'), ['atelier-nord'], clock)
  await trainerOf(journey, cast.person('F', 'Éva Petit'), ['atelier-nord'], clock)
  const { code, err } = await declic('trainer', 'remove', '--structure', 'atelier-nord', '--name', 'Eva Petit')
  expect(code).toBe(1)
  const ids = err.match(/^[0-9a-f-]{36}/gm)!
  expect(ids).toHaveLength(2)
  await declic('trainer', 'remove', '--structure', 'atelier-nord', '--name', ids[0]!)
  const left = await journey.rows<{ personId: string }>(`select "personId" from "Membership" where role = 'trainer'`)
  expect(left.map(({ personId }) => personId)).toEqual([ids[1]])
})
