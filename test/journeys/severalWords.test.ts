// Badges that wait for more than one word: two people, or a tutor and a trainer. A word counts for the text that was read, and a person once.
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { catalogueWith as catalogueOf } from './catalogueWith.ts'
import { codeIn, openCast, type Speaker } from './people.ts'
import { BADGE, walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
const folders: string[] = []
afterEach(async () => {
  await journey?.stop()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

const catalogueWith = async (policy: string): Promise<string> => {
  const folder = await catalogueOf(policy)
  folders.push(folder)
  return folder
}

const confirm = async (tutor: Speaker, code: string) => {
  await tutor.starts(code)
  await tutor.says('oui')
  await tutor.taps('C’est bon')
}
const issued = async () => (await journey.rows(`select 1 from "Issuance" where state = 'issued'`)).length

test('two people confirm, each through a link of their own, and nobody counts twice', async () => {
  journey = await openJourney({ CATALOGUE_DIR: await catalogueWith('  endorsements: 2\n  decision: none') })
  const cast = openCast(journey)
  const [awa, paul, rosa] = [cast.person('L', 'Awa Diallo'), cast.person('T', 'Paul Martin'), cast.person('T', 'Rosa Lima')]
  await confirm(paul, codeIn(await walk(awa)))
  await cast.waits()
  expect(await issued()).toBe(0)
  const second = codeIn(awa.reads())

  await paul.starts(second)
  expect(paul.last().text).toContain('Vous avez déjà répondu')
  await confirm(rosa, second)
  await cast.waits()
  expect(await issued()).toBe(1)
})

test('a text that changed after the tutor’s yes is read by the tutor again', async () => {
  journey = await openJourney({ CATALOGUE_DIR: await catalogueWith('  endorsements: 1\n  decision: trainer') })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'insertion-reseau')`)
  const cast = openCast(journey)
  const [awa, paul, lea] = [cast.person('L', 'Awa Diallo'), cast.person('T', 'Paul Martin'), cast.person('F', 'Léa Roux')]
  await lea.starts(await link('trainer', 'atelier-nord'))
  await lea.taps('Oui')
  await awa.starts(await link('badge', BADGE))
  await awa.taps('Oui')
  await awa.taps('Oui')
  for (const words of ['à la cuisine, jeudi matin', 'j’ai coupé les légumes et j’ai aidé Rosa']) await awa.says(words)
  await awa.taps('Passer')
  await awa.says('tout le monde a mangé à l’heure')
  await awa.taps('Sans aide')
  await awa.says('je demanderai plus vite de l’aide')
  await awa.taps('Oui, c’est moi')
  await awa.taps('Mon tuteur')
  await confirm(paul, codeIn(await awa.taps('Envoyer à mon tuteur')))
  await paul.says('collègue')
  await cast.waits()

  await lea.says('demandes')
  await lea.taps('À compléter')
  await lea.says('dites aussi comment vous vous êtes parlé')
  await lea.says('demandes')
  expect(lea.last().text, 'it is the learner’s turn').toContain('Aucune demande')
  await awa.taps('Oui')
  await awa.says('on s’est mis d’accord avant de commencer')
  await awa.taps('Oui, c’est moi')
  await awa.taps('Envoyer à mon tuteur')
  await lea.says('demandes')
  await lea.taps('Accepter')
  await cast.waits()
  expect(await issued(), 'what Paul confirmed was another text').toBe(0)

  await paul.taps('Voir')
  expect(paul.last().text).toContain('mis d’accord')
  await paul.says('oui')
  await paul.taps('C’est bon')
  await cast.waits()
  expect(await issued()).toBe(1)
})

test('a word that was said anew has the whole undo time again', async () => {
  journey = await openJourney({ UNDO_SECONDS: '5' })
  const cast = openCast(journey)
  const [awa, paul] = [cast.person('L', 'Awa Diallo'), cast.person('T', 'Paul Martin')]
  const code = codeIn(await walk(awa))
  await paul.starts(code)
  await paul.says('oui')
  await paul.taps('Annuler')
  // the first word's time comes now
  await paul.says('pas encore, il manque la vaisselle')
  const jobs = `update pgboss.job set start_after = now() where id = (select id from pgboss.job where name = 'settle-verdict' order by created_on, start_after limit 1)`
  await journey.rows(jobs)
  await journey.idle()
  expect(await journey.rows('select verdict, "settledAt" from "Endorsement"')).toEqual([{ verdict: 'not-yet', settledAt: null }])
})

async function link(kind: 'trainer' | 'badge', subject: string): Promise<string> {
  const code = randomBytes(24).toString('base64url')
  const values = [code, kind, subject, new Date(Date.now() + 86_400_000)]
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, $2, $3, 'atelier-nord', now(), $4)`,
    values,
  )
  return code
}

test('who is forgotten is forgotten in what their tutor was shown, too', async () => {
  journey = await openJourney()
  const cast = openCast(journey)
  const [awa, paul] = [cast.person('L', 'Awa Diallo'), cast.person('T', 'Paul Martin')]
  await paul.starts(codeIn(await walk(awa)))
  const quoting = () => journey.rows(`select 1 from "Outbox" where body->>'text' like '%coupé les légumes%'`)
  expect(await quoting()).not.toEqual([])
  await awa.says('oublier')
  await awa.taps(2)
  expect(await journey.rows('select 1 from "Claim"')).toEqual([])
  expect(await quoting()).toEqual([])
})
