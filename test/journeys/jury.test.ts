// A jury of three that decides: two to one, one of each, a juror who never answers. A jury that advises. Two jurors at the same instant.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogueOfDecisions, daysPass, personOf, submits } from './decisions.ts'
import { openDatabase } from '../../core/data/database.ts'
import { removeTrainer } from '../../core/data/trainers.ts'
import { PARTS } from '../../bots/cli/doctorParts.ts'
import { readSettings } from '../../bots/settings.ts'
import { insert } from './followUpSeed.ts'
import { expectTranscript } from './golden.ts'
import { openCast, type Speaker, trainerOf } from './people.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ CATALOGUE_DIR: await catalogueOfDecisions() })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values
    ('atelier-nord', 'Atelier Nord', 'centre-formation'), ('atelier-est', 'Atelier Est', 'centre-formation')`)
})
afterAll(() => journey?.stop())

const texts = (who: Speaker) =>
  who.phone
    .messages()
    .map(({ text }) => text)
    .join('\n')
const decisions = (claim: string) =>
  journey.rows(`select by is null as nobody, "byName", outcome, reason from "Decision" where "claimId" = $1 order by at`, [claim])

test('three trainers, each with a word of their own', { timeout: 60_000 }, async () => {
  const cast = openCast(journey)
  const [lea, karim, nora] = [cast.person('F', 'Léa Roux'), cast.person('F', 'Karim Benali'), cast.person('F', 'Nora Diop')]
  for (const one of [lea, karim, nora]) await trainerOf(journey, one, ['atelier-nord'])
  const [awa, ali, eva] = [cast.person('L', 'Awa Diallo'), cast.person('L', 'Ali Benz'), cast.person('L', 'Eva Noir')]
  for (const one of [awa, ali, eva]) await one.says('bonjour')

  cast.scene('Two to one: the third word makes it certain')
  const first = await submits(journey, awa, 'jury')
  await lea.taps('Voir')
  await lea.taps('Accepter')
  expect(texts(karim)).not.toContain('Léa')
  await karim.taps('Voir')
  await karim.taps('À compléter')
  await karim.taps(1)
  await karim.taps('Changer les mots')
  await karim.says('dites aussi qui était là')
  expect(await decisions(first)).toEqual([])
  expect(texts(awa)).not.toContain('qui était là')
  await nora.taps('Voir')
  expect(texts(nora)).not.toMatch(/Léa|Karim|qui était là/)
  await nora.taps('Accepter')
  await cast.waits()
  expect(await decisions(first)).toEqual([
    { nobody: true, byName: 'Le jury (Léa Roux, Karim Benali et Nora Diop)', outcome: 'accepted', reason: null },
  ])
  expect(awa.last().text).toContain('Voulez-vous le montrer')

  cast.scene('One of each: to complete, with what both said')
  const second = await submits(journey, ali, 'jury')
  await lea.taps('Voir')
  await lea.taps('Accepter')
  await karim.taps('Voir')
  await karim.taps('Refuser')
  await karim.taps('Ce moment ne…')
  await karim.taps('Envoyer')
  await nora.taps('Voir')
  await nora.taps('À compléter')
  await nora.taps(1)
  await nora.taps('Envoyer')
  expect(await decisions(second)).toMatchObject([{ outcome: 'to-complete' }])
  await lea.taps('Accepter', { on: lea.phone.messages().findLast(({ buttons }) => buttons.includes('1 Accepter'))!.message })

  cast.scene('A juror who never answers: after five days those who did are the jury')
  const third = await submits(journey, eva, 'jury')
  await lea.taps('Voir')
  await lea.taps('Refuser')
  await lea.says('ce badge demande une visite. Venez avec nous jeudi.')
  expect(await decisions(third)).toEqual([])
  await daysPass(journey)
  await expectTranscript(cast, 'jury', 'A jury of three decides')
  expect(await decisions(third)).toMatchObject([{ nobody: true, byName: 'Le jury (Léa Roux)', outcome: 'refused' }])
  // every word, and what came of them, by id
  const audited = await journey.rows<{ action: string }>(`select action from "AuditEvent" where subject = $1 order by at, id`, [third])
  expect(audited.map(({ action }) => action)).toEqual(['review refused', 'jury due', 'decision refused'])
})

test('two jurors at the same instant, a word of somebody who is no trainer any more, and of whoever confirmed', async () => {
  const cast = openCast(journey)
  const [max, ida, tom, zoe] = ['Max Blanc', 'Ida Vue', 'Tom Noir', 'Zoé Vert'].map((name) => cast.person('F', name)) as [
    Speaker,
    Speaker,
    Speaker,
    Speaker,
  ]
  for (const one of [max, ida, tom, zoe]) await trainerOf(journey, one, ['atelier-est'])
  const lou = cast.person('L', 'Lou Petit')
  await lou.says('bonjour')
  const claim = await submits(journey, lou, 'jury', { structureId: 'atelier-est' })
  // who confirmed it as a witness has one voice, and it is given
  const zoeId = await personOf(journey, zoe)
  await insert(journey, 'Endorsement', [
    {
      id: zoeId,
      claimId: claim,
      asked: 'trainer',
      askedAt: new Date().toISOString(),
      endorserId: zoeId,
      standing: 'declared',
      anonymous: false,
      verdict: 'yes',
      at: new Date().toISOString(),
      settledAt: new Date().toISOString(),
    },
  ])
  zoe.reads()
  expect((await zoe.says('demandes')).map(({ text }) => text).join()).not.toContain('Lou')
  await max.taps('Voir')
  await max.taps('Refuser')
  await max.says('non, ce n’est pas cela')
  await journey.rows('delete from "Membership" where "personId" = $1', [await personOf(journey, max)])
  for (const one of [ida, tom]) await one.taps('Voir')
  await Promise.all([ida.taps('Accepter'), tom.taps('Accepter')])
  // two of the two who are left: Max's word went with his role
  expect(await decisions(claim)).toEqual([
    { nobody: true, byName: expect.stringMatching(/Ida Vue et Tom Noir|Tom Noir et Ida Vue/), outcome: 'accepted', reason: null },
  ])
  expect(await journey.rows('select 1 from "Review" where "claimId" = $1', [claim])).toHaveLength(3)
  // a juror who is forgotten leaves a word, and no name
  await tom.says('oublier')
  await tom.taps('Oui, tout effacer')
  await journey.settled()
  expect(await decisions(claim)).toMatchObject([{ byName: 'Le jury', outcome: 'accepted' }])
  expect(await journey.rows(`select 1 from "Review" where "byName" like 'Tom%'`)).toEqual([])
})

test('jurors who are trainers no more are not waited for', async () => {
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('ouest', 'Atelier Ouest', 'centre-formation')`)
  const cast = openCast(journey)
  const [lea, max, ida] = ['Léa Brun', 'Max Brun', 'Ida Brun'].map((name) => cast.person('F', name)) as [Speaker, Speaker, Speaker]
  for (const one of [lea, max, ida]) await trainerOf(journey, one, ['ouest'])
  const [lou, ben] = [cast.person('L', 'Lou Gris'), cast.person('L', 'Ben Gris')]
  for (const one of [lou, ben]) await one.says('bonjour')
  const [said, unsaid] = [
    await submits(journey, lou, 'jury', { structureId: 'ouest' }),
    await submits(journey, ben, 'jury', { structureId: 'ouest' }),
  ]
  await lea.says('demandes')
  await lea.taps(1)
  await lea.taps('Accepter')
  const { prisma, stop } = await openDatabase({ dataDir: journey.dataDir, databaseUrl: journey.databaseUrl })
  const leaves = async (who: Speaker) => {
    const leaving = {
      person: await personOf(journey, who),
      structureId: 'ouest',
      role: 'trainer',
      through: 'cli',
    } as const
    await removeTrainer(prisma, leaving)
    await journey.settled()
  }
  await leaves(max)
  expect(await decisions(said), 'two are left, and one has spoken').toEqual([])
  await leaves(ida)
  expect(await decisions(said)).toMatchObject([{ byName: 'Le jury (Léa Brun)', outcome: 'accepted' }])
  expect(await decisions(unsaid)).toEqual([])
  expect(await journey.rows('select "juryOverAt" is null as waits from "Claim" where id = $1', [unsaid])).toEqual([{ waits: true }])
  // nobody is left to sit: it waits for no jury, and whoever comes next decides alone
  await leaves(lea)
  expect(await journey.rows('select "juryOverAt" is null as waits from "Claim" where id = $1', [unsaid])).toEqual([{ waits: false }])
  const nora = cast.person('F', 'Nora Brun')
  await trainerOf(journey, nora, ['ouest'])
  await nora.says('demandes')
  await nora.taps('Refuser')
  expect(nora.last().text).not.toContain('jury')
  await stop()
})

test('an operator is told where nobody can decide, and where a jury is smaller than its badge asks for', async () => {
  await journey.rows(
    `insert into "Structure" (id, name, "organisationId") values ('seul', 'Seul', 'centre-formation'), ('deux', 'Deux', 'centre-formation')`,
  )
  const cast = openCast(journey)
  const [rita, paul] = [cast.person('F', 'Rita Sol'), cast.person('F', 'Paul Sol')]
  for (const one of [rita, paul]) await trainerOf(journey, one, ['deux'])
  const [una, ugo] = [cast.person('L', 'Una Lee'), cast.person('L', 'Ugo Lee')]
  for (const one of [una, ugo]) await one.says('bonjour')
  await submits(journey, una, 'jury', { structureId: 'seul' })
  const claim = await submits(journey, ugo, 'jury', { structureId: 'deux' })
  const look = () => PARTS.decisions!(readSettings(journey.environment))
  expect(await look()).toEqual({
    is: 'bad',
    says: expect.stringMatching(
      /1 of decouvrir-le-marche-du-travail in Seul wait, and no trainer is there.*decouvrir-le-marche-du-travail in Deux asks for 3 reviewers, 2 are there/,
    ),
  })
  // two of two: it does not wait for a third
  await rita.taps('Voir')
  expect(rita.last().text).toContain('Vous êtes 2 à décider')
  await rita.taps('Accepter')
  await paul.taps('Voir')
  await paul.taps('Accepter')
  expect(await decisions(claim)).toMatchObject([{ outcome: 'accepted' }])
})

test('an advising jury, in English', { timeout: 60_000 }, async () => {
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('north', 'North', 'centre-formation')`)
  const cast = openCast(journey)
  const [ann, ben, cat] = [cast.person('F', 'Ann Field', 'en'), cast.person('F', 'Ben Hill', 'en'), cast.person('F', 'Cat Wood', 'en')]
  for (const one of [ann, ben, cat]) await trainerOf(journey, one, ['north'])
  const joy = cast.person('L', 'Joy West', 'en')
  await joy.says('hello')

  cast.scene('Two give advice, and a third decides')
  const claim = await submits(journey, joy, 'advice', { structureId: 'north' })
  await ann.taps('See')
  await ann.taps('To complete')
  await ann.taps(1)
  await ann.taps('Send')
  expect(texts(ben)).not.toContain('Ann')
  await ben.taps('See')
  await ben.taps('Accept')
  expect(await decisions(claim)).toEqual([])
  await cat.taps('See')
  expect(cat.last().text).toMatch(/• Ann Field: to complete “/)
  await cat.taps('Accept')
  await cast.waits()
  await expectTranscript(cast, 'jury-advice.en', 'A jury that advises')
  expect(await decisions(claim)).toEqual([{ nobody: false, byName: 'Cat Wood', outcome: 'accepted', reason: null }])
})
