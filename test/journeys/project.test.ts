// A project that a group did together: one claim a member, each with its own part, levels, consent, decision and badge. Joining, leaving and
// being forgotten touch nobody else's.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast, type Speaker, trainerOf } from './people.ts'
import { walk, WORDS } from './walk.ts'
import { whereItIsNoon } from '../setup/noon.ts'
import { type Journey, openJourney } from './world.ts'

const CONTEXT = 'Un repas pour 80 personnes, au centre, le 12 mars'
const NOON = whereItIsNoon()
let journey: Journey

beforeAll(async () => {
  journey = await openJourney({ TIME_ZONE: NOON })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'insertion-reseau')`)
})
afterAll(() => journey?.stop())

const claimOf = async (name: string) =>
  (
    await journey.rows<{
      id: string
      projectId: string | null
      digest: string
      narrative: string
      audience: string
      version: number
      files: string[]
    }>(
      `select c.*, (select array_agg(e.file order by e.at) from "Evidence" e where e."claimId" = c.id and e."removedAt" is null) as files
       from "Claim" c join "Person" p on p.id = c."personId" where p.name = $1`,
      [name],
    )
  )[0]!

const filesKept = async () => readdir(path.join(journey.dataDir, 'evidence'), { recursive: true })

test('a project of the workshop: each member tells their part, and they give each other their photos', async () => {
  const cast = openCast(journey)
  const lea = await trainerOf(journey, cast.person('F', 'Léa Roux'), ['atelier-nord'])
  const [awa, ben, eve] = ['Awa Diallo', 'Ben Ali', 'Eve Costa'].map((name) => cast.person('L', name)) as [Speaker, Speaker, Speaker]
  const paul = cast.person('T', 'Paul Martin')

  cast.scene('The trainer tells the project once')
  await lea.says('atelier')
  await lea.says('équipe')
  const code = codeIn(await lea.taps('Dans 2 heures'))
  await lea.says('projet')
  await lea.says(CONTEXT)
  await lea.taps('Oui')

  cast.scene('Awa chooses it, tells her part, and gives her photo to the group')
  await walk(awa, 'moment', { code })
  await awa.taps('Un repas pour 80…')
  await awa.says('j’étais à la découpe, et je faisais la liste')
  await awa.says(WORDS.fr.action)
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  await awa.does((phone) => phone.sendsPhoto(photo))
  await awa.taps('Oui, c’est tout')
  await awa.taps('Oui, avec le groupe')

  cast.scene('Ben takes it over, under his own consent')
  await walk(ben, 'moment', { code })
  await ben.taps('Un repas pour 80…')
  await ben.says('moi c’était la vaisselle')
  await ben.says(WORDS.fr.action)
  await ben.taps('Oui')
  await ben.taps('Oui, c’est tout')
  await ben.says(WORDS.fr.result)
  await ben.taps('Sans aide')
  await ben.says(WORDS.fr.next)
  await ben.taps('Oui, c’est moi')
  await ben.taps('Mon tuteur')
  await ben.taps('Juste mon tuteur')
  const sent = await ben.taps('Envoyer à mon tuteur')

  cast.scene('The tutor reads what they did together, and Ben’s part')
  const asked = await paul.starts(codeIn(sent))
  expect(asked.map(({ text }) => text).join('\n')).toContain(CONTEXT)
  expect(asked.some(({ file }) => file)).toBe(true)

  cast.scene('Eve was not there')
  await walk(eve, 'moment', { code })
  await eve.taps('Un autre moment')
  expect(eve.last().text).toContain('Question 1 sur')
  expect((await claimOf('Eve Costa')).projectId).toBeNull()

  const before = await claimOf('Ben Ali')
  expect(before.files).toHaveLength(1)
  expect(before.files).toEqual((await claimOf('Awa Diallo')).files)

  cast.scene('Awa leaves: what Ben has sent stays as it was read')
  await awa.says('projet')
  await awa.taps('Quitter le projet')
  expect(await claimOf('Awa Diallo')).toMatchObject({ projectId: null })
  expect(await claimOf('Ben Ali')).toEqual(before)

  cast.scene('Awa is forgotten: Ben’s photo is still his')
  await awa.says('oublier')
  await awa.taps('Oui, tout effacer')
  await cast.waits()
  expect(await claimOf('Awa Diallo')).toBeUndefined()
  expect(await claimOf('Ben Ali')).toEqual(before)
  const kept = await filesKept()
  expect(before.files.every((file) => kept.some((one) => one.endsWith(file)))).toBe(true)

  cast.scene('Paul confirms, and the badge says what was done together')
  await paul.taps('Oui, je confirme')
  await paul.taps('C’est bon')
  await cast.waits()
  const [document] = await journey.rows<{ document: { project: { context: string }; workshop: { name: string } } }>(
    `select i.document from "Issuance" i where i."claimId" = $1`,
    [before.id],
  )
  expect(document?.document).toMatchObject({ project: { context: CONTEXT }, workshop: { name: expect.stringContaining('Atelier') } })

  cast.scene('Ben is forgotten too: now the photo is nobody’s')
  await ben.says('oublier')
  await ben.taps('Oui, tout effacer')
  await cast.waits()
  const left = await filesKept()
  expect(before.files.every((file) => left.every((one) => !one.endsWith(file)))).toBe(true)

  // a workshop bears the name of its day
  const today = new Intl.DateTimeFormat('fr', { day: 'numeric', month: 'long', timeZone: NOON }).format()
  const page = (title: string) => cast.page(title).replaceAll(`Atelier du ${today}`, 'Atelier du 12 mars')
  await expectTranscript({ ...cast, page }, 'project', 'A project of a group')
})

test('a project that learners tell themselves: the link brings the others in, and nobody loses what they had told', async () => {
  const cast = openCast(journey)
  const [ana, tom] = ['Ana Silva', 'Tom Petit'].map((name) => cast.person('L', name)) as [Speaker, Speaker]

  cast.scene('Ana tells it, and passes it on')
  await walk(ana, 'moment')
  await ana.says('projet')
  await ana.says('Le grand jeu du quartier')
  const told = await ana.taps('Oui')
  const code = codeIn(told)
  expect(ana.last().text).toContain('Quel était votre rôle')

  cast.scene('Tom had begun alone')
  await walk(tom, 'evidence')
  await tom.starts(code)
  expect(tom.last().text).toContain('Quel était votre rôle')
  await tom.says('je tenais le stand des crêpes')
  const [tomClaim] = await journey.rows<{ answers: string[] }>(
    `select array_agg(a.text order by a.at) as answers from "Answer" a join "Claim" c on c.id = a."claimId" join "Person" p on p.id = c."personId" where p.name = 'Tom Petit'`,
  )
  expect(tomClaim!.answers).toEqual([WORDS.fr.moment, WORDS.fr.action, 'je tenais le stand des crêpes'])
  expect(tom.last().text).toContain('Question 3 sur 6')

  cast.scene('With how many, and the link again')
  await ana.says('notre projet')
  expect(ana.last().text).toContain('2 personnes')
  expect(codeIn(await ana.taps('Inviter'))).toBe(code)
  await expectTranscript(cast, 'project-learners', 'A project that learners tell themselves')
})
