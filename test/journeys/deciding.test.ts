// Two trainers and the same claims, in the chat and on the page: who has one open, what the other is told, and what happens when time is over.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogueOfDecisions, readNow, submits } from './decisions.ts'
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

const post = (where: string, fields: Record<string, string>, Cookie = '') =>
  journey.get(where, { method: 'POST', body: new URLSearchParams(fields), headers: { 'Sec-Fetch-Site': 'same-origin', Cookie } })

async function cookieOf(who: Speaker): Promise<string> {
  const said = (await who.says('suivi')).map(({ text }) => text).join()
  const entered = await post(/\/trainer\/in\/[0-9a-f]{32}/.exec(said)![0], {})
  return entered.headers.get('set-cookie')!.split(';')[0]!
}

const page = async (where: string, Cookie: string, more: Record<string, string> = {}) =>
  (await journey.get(where, { headers: { Cookie, ...more } })).text()

const timePasses = () => journey.rows(`update "Reading" set till = now() - interval '1 minute'`)

test('one reads, the other takes the next', { timeout: 60_000 }, async () => {
  const cast = openCast(journey)
  const [lea, karim] = [cast.person('F', 'Léa Roux'), cast.person('F', 'Karim Benali')]
  for (const one of [lea, karim]) await trainerOf(journey, one, ['atelier-nord'])
  const [leas, karims] = [await cookieOf(lea), await cookieOf(karim)]
  const [awa, ali] = [cast.person('L', 'Awa Diallo'), cast.person('L', 'Ali Benz')]
  for (const one of [awa, ali]) await one.says('bonjour')
  const first = await submits(journey, awa, 'trainer')
  const second = await submits(journey, ali, 'trainer')

  cast.scene('Léa opens a request; Karim sees that, and takes the next one')
  await lea.says('demandes')
  await lea.taps('Awa Diallo')
  await karim.says('demandes')
  await karim.taps('Awa Diallo')
  await karim.taps('La suivante')
  expect(karim.last().text).toContain('Ali Benz')

  cast.scene('A reason of the badge, changed; what Léa leaves, Karim may open')
  await karim.taps('À compléter')
  await karim.taps('Dites qui vous a…')
  await karim.does((phone) => phone.sendsVoice(Buffer.from('OggS')))
  await karim.taps('Changer les mots')
  await karim.says('Dites qui vous a appris ce geste, et quand.')
  await lea.taps('Plus tard')
  await karim.says('demandes')
  expect(karim.last().text).toContain('Awa Diallo demande')

  cast.scene('Karim has gone away: after ten minutes Léa decides, and Karim hears what was decided')
  await timePasses()
  await lea.says('demandes')
  await lea.taps('Accepter')
  await karim.taps('Accepter')
  await expectTranscript(cast, 'deciding', 'Two trainers, the same requests')
  expect(await journey.rows('select "claimId", outcome, reason, "byName", through from "Decision" order by at')).toEqual([
    {
      claimId: second,
      outcome: 'to-complete',
      reason: 'Dites qui vous a appris ce geste, et quand.',
      byName: 'Karim Benali',
      through: 'telegram',
    },
    { claimId: first, outcome: 'accepted', reason: null, byName: 'Léa Roux', through: 'telegram' },
  ])

  // on the page: whoever opens it has it, as in the chat
  const third = await submits(journey, awa, 'trainer', { sendings: [{ at: new Date().toISOString(), through: 'telegram' }] })
  const where = `/trainer/claims/${third}`
  expect(await page(where, leas)).toContain('name="outcome"')
  const held = await page(where, karims)
  expect(held).toContain('Léa Roux regarde cette demande, jusqu’à')
  expect(held).not.toContain('name="outcome"')
  lea.reads()
  expect((await karim.says('demandes')).map(({ text }) => text).join()).toContain('Léa Roux regarde cette demande')
  // a page that only lies open keeps nothing; one that somebody works on does
  const tillOf = async () =>
    (await journey.rows<{ till: Date }>('select till from "Reading" where "claimId" = $1 order by till desc', [third]))[0]!.till
  await journey.rows(`update "Reading" set till = now() + interval '1 minute' where "claimId" = $1`, [third])
  const short = await tillOf()
  await page(where, leas, { 'X-Live': 'still' })
  expect(await tillOf()).toEqual(short)
  await page(where, leas, { 'X-Live': 'working' })
  expect((await tillOf()).getTime()).toBeGreaterThan(short.getTime())
  await timePasses()
  expect(await page(where, karims)).toContain('name="outcome"')
  const late = await post(where, { outcome: 'refused', reason: 'non' }, leas)
  expect(await page(late.headers.get('location')!, leas)).toContain('Karim Benali regarde la demande')
  const decided = await post(where, { outcome: 'to-complete', ready: 'b0', read: await readNow(journey, third) }, karims)
  expect(await page(decided.headers.get('location')!, karims)).toContain('est à compléter')
  expect(await journey.rows('select reason, through from "Decision" where "claimId" = $1', [third])).toEqual([
    { reason: 'Dites qui vous a appris ce geste.', through: 'page' },
  ])
})

test('two who open the same request at the same instant: one of them has it', async () => {
  const cast = openCast(journey)
  const [ida, tom] = [cast.person('F', 'Ida Vue'), cast.person('F', 'Tom Noir')]
  for (const one of [ida, tom]) await trainerOf(journey, one, ['atelier-est'])
  const lou = cast.person('L', 'Lou Petit')
  await lou.says('bonjour')
  const claim = await submits(journey, lou, 'trainer', { structureId: 'atelier-est' })
  const opened = await Promise.all([ida.taps('Voir'), tom.taps('Voir')])
  await journey.idle()
  expect(await journey.rows('select 1 from "Reading" where "claimId" = $1 and till > now()', [claim])).toHaveLength(1)
  const last = [ida, tom].map((one) => one.last().text)
  expect(opened).toHaveLength(2)
  expect(
    last.filter((text) => text.includes('Que décidez-vous')),
    last.join('\n'),
  ).toHaveLength(1)
  expect(last.filter((text) => text.includes('regarde cette demande'))).toHaveLength(1)
})
