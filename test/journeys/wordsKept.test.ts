// What a decision is about, and whose words count for it: a text that changed after it was read, a person who is juror and then tutor,
// jurors who were asked, who leave, who come back, and what the learner hears of a no.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogueWith } from './catalogueWith.ts'
import { daysPass } from './decisions.ts'
import { personOf } from './decisions.ts'
import { openDatabase } from '../../core/data/database.ts'
import { joinPeople } from '../../core/data/joinPeople.ts'
import { codeIn, openCast, type Speaker, trainerOf } from './people.ts'
import { BADGE, walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({
    CATALOGUE_DIR: await catalogueWith('  endorsements: 1\n  decision: trainer\n  jury:\n    reviewers: 3\n    says: decides\n    days: 5'),
  })
  await journey.rows(`insert into "Structure" (id, name, "organisationId")
    select 's' || n, 'Structure ' || n, 'insertion-reseau' from generate_series(1, 9) n`)
})
afterAll(() => journey?.stop())

async function sent(learner: Speaker, structure: string): Promise<string> {
  const code = randomBytes(16).toString('hex')
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, 'badge', $2, $3, now(), now() + interval '1 day')`,
    [code, BADGE, structure],
  )
  await learner.starts(code)
  await learner.taps('Oui')
  await learner.taps('Oui')
  return codeIn(await walk(learner, undefined, { from: 'moment' }))
}

const claimOf = async (name: string) =>
  (await journey.rows<{ id: string }>(`select c.id from "Claim" c join "Person" p on p.id = c."personId" where p.name = $1`, [name]))[0]!.id
const reviews = (claim: string) => journey.rows('select "byName", outcome from "Review" where "claimId" = $1 order by at', [claim])
const decisions = (claim: string) => journey.rows('select "byName", outcome from "Decision" where "claimId" = $1 order by at', [claim])
const post = (where: string, fields: Record<string, string>, Cookie = '') =>
  journey.get(where, { method: 'POST', body: new URLSearchParams(fields), headers: { 'Sec-Fetch-Site': 'same-origin', Cookie } })

async function cookieOf(who: Speaker): Promise<string> {
  const said = (await who.says('suivi')).map(({ text }) => text).join()
  const entered = await post(/\/trainer\/in\/[0-9a-f]{32}/.exec(said)![0], {})
  return entered.headers.get('set-cookie')!.split(';')[0]!
}
const formOf = (html: string) => ({
  once: /name="once" value="([0-9a-f]{32})"/.exec(html)?.[1] ?? '',
  read: /name="read" value="([0-9a-z]+)"/.exec(html)?.[1] ?? '',
})

test('a decision counts for the text that was read: an old button, a reason being written, an old page show the new one', {
  timeout: 60_000,
}, async () => {
  const cast = openCast(journey)
  const [gus, hal] = [cast.person('F', 'Gus Page'), cast.person('F', 'Hal Page')]
  for (const one of [gus, hal]) await trainerOf(journey, one, ['s1'])
  const mia = cast.person('L', 'Mia Change')
  await sent(mia, 's1')
  const claim = await claimOf('Mia Change')
  const Cookie = await cookieOf(hal)
  const page = async () => (await journey.get(`/trainer/claims/${claim}`, { headers: { Cookie } })).text()
  const before = formOf(await page())
  await gus.says('demandes')
  await gus.taps('Refuser')
  await mia.taps('Annuler')
  await mia.taps('Corriger')
  await mia.taps(1)
  await mia.says('J’ai préparé les légumes pour toute la brigade, samedi.')
  for (
    let n = 0;
    n < 5 &&
    !/envoyée/.test(
      mia.phone
        .messages()
        .slice(-3)
        .map(({ text }) => text)
        .join(),
    );
    n++
  )
    await mia.taps(1)

  await gus.says('ce n’est pas le bon moment')
  expect(gus.phone.messages().at(-2)!.text).toContain('vient de changer son texte')
  expect(gus.last().text).toContain('toute la brigade')
  await gus.taps('1 Accepter', { on: gus.phone.messages().find(({ buttons }) => buttons.includes('1 Accepter'))!.message })
  expect(gus.last().text).toContain('toute la brigade')
  const late = await post(`/trainer/claims/${claim}`, { outcome: 'accepted', ...before }, Cookie)
  expect(late.status).toBe(409)
  const shown = await late.text()
  expect(shown).toContain('Le texte a changé, le voici')
  expect(shown).toContain('toute la brigade')
  expect(await reviews(claim)).toEqual([])

  await gus.taps('Accepter')
  await post(`/trainer/claims/${claim}`, { outcome: 'accepted', ...formOf(await page()) }, Cookie)
  await journey.idle()
  expect(await reviews(claim)).toHaveLength(2)
})

test('whoever had their word in deciding a claim is not the one who confirms it; its link stays good', { timeout: 60_000 }, async () => {
  const cast = openCast(journey)
  const [ana, bob] = [cast.person('F', 'Ana Juge'), cast.person('F', 'Bob Juge')]
  for (const one of [ana, bob]) await trainerOf(journey, one, ['s2'])
  const lou = cast.person('L', 'Lou Voix')
  const code = await sent(lou, 's2')
  await journey.settled()
  await ana.says('demandes')
  await ana.taps('Accepter')
  await ana.starts(code)
  expect(ana.last().text).toContain('Une autre personne doit confirmer')
  const tim = cast.person('T', 'Tim Vu')
  await tim.starts(code)
  expect(tim.last().text).toContain('légumes')
  expect(await reviews(await claimOf('Lou Voix'))).toEqual([{ byName: 'Ana Juge', outcome: 'accepted' }])
})

test('a juror who turns out to be the learner: their word, and what the jury decided with it, is void; their codes go with them', {
  timeout: 60_000,
}, async () => {
  const cast = openCast(journey)
  const [ida, jon] = [cast.person('F', 'Ida Une'), cast.person('F', 'Jon Deux')]
  for (const one of [ida, jon]) await trainerOf(journey, one, ['s3'])
  const her = cast.person('L', 'Ida Elle')
  await sent(her, 's3')
  await journey.settled()
  for (const one of [ida, jon]) {
    await one.says('demandes')
    await one.taps('Accepter')
  }
  const claim = await claimOf('Ida Elle')
  expect(await decisions(claim)).toHaveLength(1)
  const [kept, from] = [await personOf(journey, her), await personOf(journey, ida)]
  await journey.rows(
    `insert into "ClaimCode" (id, code, spoken, "badgeId", "structureId", "madeBy", "madeByName", "madeAt", "endsAt")
     values (gen_random_uuid(), $1, 'lune panda 12', $2, 's3', $3, 'Ida Une', now(), now() + interval '1 hour')`,
    [randomBytes(16).toString('hex'), BADGE, from],
  )
  const db = await openDatabase({ dataDir: journey.dataDir, databaseUrl: journey.databaseUrl, connections: 1 } as never)
  expect(await joinPeople(db.prisma, { kept, from, drafts: 'kept', both: true }, new Date())).toBe('joined')
  await db.stop()
  expect(await decisions(claim)).toEqual([])
  expect(await reviews(claim)).toEqual([{ byName: 'Jon Deux', outcome: 'accepted' }])
  expect(await journey.rows(`select "madeBy" from "ClaimCode" where "madeByName" = 'Ida Une'`)).toEqual([{ madeBy: kept }])
})

test('a no is told as one and leads on; a yes of a witness after it is no good news', { timeout: 60_000 }, async () => {
  const cast = openCast(journey)
  const ola = await trainerOf(journey, cast.person('F', 'Ola Seule'), ['s6'])
  const [pia, rob] = [cast.person('L', 'Pia Non'), cast.person('T', 'Rob Témoin')]
  const code = await sent(pia, 's6')
  await journey.settled()
  await ola.says('demandes')
  await ola.taps('Refuser')
  await ola.says('ce badge demande une visite')
  pia.reads()
  await journey.settled()
  expect(pia.last().text).toMatch(/Ola Seule.* a répondu non pour ce badge/)
  expect(pia.last().buttons).toEqual(['1 Raconter', '2 Plus tard', '3 Un autre badge', '4 Retirer'])

  await rob.starts(code)
  await rob.says('oui, je confirme')
  await rob.taps('C’est bon')
  await journey.settled()
  const heard = pia
    .reads()
    .map(({ text }) => text)
    .join('\n')
  expect(heard).toContain('Rob Témoin a aussi confirmé votre travail')
  expect(heard).not.toContain('Bonne nouvelle')

  await pia.says('mes demandes')
  await pia.taps(1)
  await pia.taps('Retirer')
  await pia.taps('Oui, retirer')
  expect(await journey.rows('select "withdrawnAt" is not null as gone from "Claim" where id = $1', [await claimOf('Pia Non')])).toEqual([
    { gone: true },
  ])
})

test('a juror who taps again reads how the jury stands; a tie goes to a trainer who had no word in it', { timeout: 60_000 }, async () => {
  const cast = openCast(journey)
  const [una, vic, wim] = [cast.person('F', 'Una Juge'), cast.person('F', 'Vic Juge'), cast.person('F', 'Wim Libre')]
  for (const one of [una, vic, wim]) await trainerOf(journey, one, ['s7'])
  const [zac, rob] = [cast.person('L', 'Zac Égal'), cast.person('T', 'Rob Égal')]
  await rob.starts(await sent(zac, 's7'))
  await rob.says('oui, je confirme')
  await rob.taps('C’est bon')
  await journey.settled()
  await una.says('demandes')
  const shown = una.last().message
  await una.taps('Accepter')
  await una.taps('1 Accepter', { on: shown })
  expect(una.last().text).toContain('1 mot sur 3 pour l’instant')
  await vic.says('demandes')
  await vic.taps('Refuser')
  await vic.says('ce n’est pas le bon moment')
  for (const one of [una, vic, wim]) one.reads()

  await daysPass(journey)
  const told = [una, vic, wim].map((one) => one.reads().filter(({ text }) => text.includes('Le jury est partagé')).length)
  expect(told).toEqual([0, 0, 1])
})

test('asking another person leaves what jurors said of the same words', { timeout: 60_000 }, async () => {
  const cast = openCast(journey)
  const [ida, jul] = [cast.person('F', 'Ida Juge'), cast.person('F', 'Jul Juge')]
  for (const one of [ida, jul]) await trainerOf(journey, one, ['s8'])
  const kim = cast.person('L', 'Kim Autre')
  await sent(kim, 's8')
  await journey.settled()
  await ida.says('demandes')
  await ida.taps('Accepter')
  await kim.says('mes demandes')
  await kim.taps(1)
  await kim.taps('Ne plus demander')
  await kim.taps('Une autre personne')
  await ida.says('demandes')
  expect(ida.last().text).toContain('Aucune demande ne vous attend')
  await jul.says('demandes')
  expect(
    jul.phone
      .messages()
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('Kim Autre')
})
