// What ends while somebody has it in hand, and what waited for nobody.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BADGES, catalogueOfDecisions } from './decisions.ts'
import { codeIn, openCast, trainerOf } from './people.ts'
import { tell, walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ CATALOGUE_DIR: await catalogueOfDecisions() })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('s1', 'Atelier Nord', 'centre-formation')`)
})
afterAll(() => journey?.stop())

test('a claim that its learner withdrew is shown to nobody any more, and nobody’s word is taken', async () => {
  const cast = openCast(journey)
  const ina = cast.person('L', 'Ina Petit')
  const tom = cast.person('T', 'Tom Grand')
  const code = codeIn(await walk(ina))
  await tom.starts(code)
  await ina.says('mes demandes')
  await ina.taps(1)
  await ina.taps('Retirer')
  await ina.taps('Oui, retirer')
  expect(tom.reads().map(({ text }) => text)).toEqual([expect.stringContaining('n’attend plus votre mot')])
  for (const words of ['répéter', 'oui, elle est top'])
    expect((await tom.says(words)).map(({ text }) => text).join()).not.toMatch(/cuisine|Merci pour|montrer ce badge/)
  const [request] = await journey.rows('select verdict, "withdrawnAt" is not null as over from "Endorsement"')
  expect(request).toEqual({ verdict: null, over: true })
})

test('a link that has run out is over for whoever opened it in time, too', async () => {
  const cast = openCast(journey)
  const lou = cast.person('L', 'Lou Moyen')
  const tim = cast.person('T', 'Tim Petit')
  const code = codeIn(await walk(lou))
  await tim.starts(code)
  await journey.rows(`update "Link" set "expiresAt" = now() - interval '1 minute' where code = $1`, [code])
  expect((await tim.says('oui')).map(({ text }) => text).join()).toContain('Ce lien ne marche plus')
  expect(
    await journey.rows(
      'select 1 from "Endorsement" e join "Link" l on l.subject = e.id::text where l.code = $1 and e.verdict is not null',
      [code],
    ),
  ).toEqual([])
})

test('a badge that a trainer decides, and no place: the learner knows what to do, and the first workshop takes it along', async () => {
  const cast = openCast(journey)
  const zoe = cast.person('L', 'Zoé Seule')
  await tell(zoe, BADGES.trainer, /J’envoie/)
  const sent = await zoe.taps(1)
  const said = sent.map(({ text }) => text).join('\n')
  expect(said).toContain('Votre demande est envoyée.')
  expect(said).toContain('Demandez le code de l’atelier')
  await cast.waits()

  const lea = await trainerOf(journey, cast.person('F', 'Léa Roux'), ['s1'])
  await lea.says('atelier')
  await lea.says('changements')
  await lea.taps('Dans 2 heures')
  const [{ code }] = (await journey.rows<{ code: string }>('select code from "Workshop"')) as [{ code: string }]
  const joined = (await zoe.starts(code)).map(({ text }) => text).join('\n')
  expect(joined).toContain('est maintenant chez votre formateur')
  await cast.waits()
  expect(await journey.rows(`select "structureId" from "Claim" where "badgeId" = $1`, [BADGES.trainer])).toEqual([{ structureId: 's1' }])
  expect((await lea.says('demandes')).map(({ text }) => text).join()).toContain('Zoé Seule')
})
