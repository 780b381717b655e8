// A code that is said in the workshop: right, wrong, guessed too often, over; and without it a trainer decides. What is accepted by itself.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { whereItIsNoon } from '../setup/noon.ts'
import { BADGES, catalogueOfDecisions } from './decisions.ts'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast, type Speaker, trainerOf } from './people.ts'
import { tell } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ CATALOGUE_DIR: await catalogueOfDecisions(), TIME_ZONE: whereItIsNoon() })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values
    ('atelier-nord', 'Atelier Nord', 'centre-formation'), ('atelier-sud', 'Atelier Sud', 'centre-formation')`)
})
afterAll(() => journey?.stop())

/** A link of a structure for a badge, as the command line makes them. */
async function link(badge: string): Promise<string> {
  const code = `lien-vers-le-badge-${badge}`.slice(0, 60)
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, 'badge', $2, 'atelier-nord', now(), now() + interval '1 day') on conflict do nothing`,
    [code, badge],
  )
  return code
}

const ASKED = /Vous l’avez|Do you have it/

const post = (where: string, fields: Record<string, string>, Cookie = '') =>
  journey.get(where, { method: 'POST', body: new URLSearchParams(fields), headers: { 'Sec-Fetch-Site': 'same-origin', Cookie } })

async function cookieOf(who: Speaker): Promise<string> {
  const said = (await who.says('suivi')).map(({ text }) => text).join()
  const entered = await post(/\/trainer\/in\/[0-9a-f]{32}/.exec(said)![0], {})
  return entered.headers.get('set-cookie')!.split(';')[0]!
}

test('whoever has the code is accepted at once; whoever has not waits for a trainer', { timeout: 120_000 }, async () => {
  const cast = openCast(journey)
  const lea = cast.person('F', 'Léa Roux')
  await trainerOf(journey, lea, ['atelier-nord'])
  const people = ['Awa Diallo', 'Ali Benz', 'Eva Noir', 'Lou Petit', 'Zoé Vert'].map((name) => cast.person('L', name)) as [
    Speaker,
    Speaker,
    Speaker,
    Speaker,
    Speaker,
  ]
  const [awa, ali, eva, lou, zoe] = people
  for (const one of [awa, ali, eva]) await tell(one, await link(BADGES.code), ASKED)

  cast.scene('A trainer makes a code')
  const made = await lea.says('code')
  expect(made.length).toBeGreaterThan(0)
  const shown = await lea.taps('Dans 2 heures')
  const spoken = /«\s([A-Z]+ [A-Z]+ \d\d)\s»/.exec(shown.map(({ text }) => text).join('\n'))![1]!
  const start = codeIn(shown)
  expect(shown.some(({ file }) => file)).toBe(true)

  cast.scene('Wrong, then right: accepted with the request')
  await awa.taps('Oui')
  await awa.says(spoken === 'LUNE TABLE 99' ? 'lune table 98' : 'lune table 99')
  await awa.says(`c’est ${spoken}`)
  await awa.taps('Envoyer')
  await cast.waits()

  cast.scene('Without a code a trainer decides')
  await ali.taps('Non, pas de code')
  await ali.taps('Envoyer au formateur')
  await cast.waits()

  cast.scene('Guessing ends, and the way goes on')
  for (const word of ['pomme', 'poire', 'prune', 'orange', 'citron']) await eva.says(`${word} lune 12`)
  await eva.says(spoken)

  cast.scene('How often it was used; then it is ended')
  await lea.says('code')
  await lea.taps(1)
  await lea.taps('Arrêter le code')
  await expectTranscript(cast, 'claim-code', 'The code of the workshop')
  await lou.starts(start)
  expect(lou.phone.messages().map(({ text }) => text)).toContainEqual(expect.stringContaining('Ce code n’est plus bon'))

  const [made1] = await journey.rows<{ id: string }>('select id from "ClaimCode"')
  const decided = await journey.rows(`select p.name, d.outcome, d."byName", d.through, d."codeId" from "Decision" d
    join "Claim" c on c.id = d."claimId" join "Person" p on p.id = c."personId"`)
  expect(decided).toEqual([{ name: 'Awa Diallo', outcome: 'accepted', byName: 'Léa Roux', through: 'code', codeId: made1!.id }])
  expect(await journey.rows(`select 1 from "Issuance" where state = 'issued'`)).toHaveLength(1)
  const refused = await journey.rows<{ name: string; count: number }>(`select p.name, count(*)::int from "AuditEvent" a
    join "Person" p on p.id::text = a.actor where a.action = 'claim code refused' group by 1 order by 1`)
  expect(refused).toEqual([
    { name: 'Awa Diallo', count: 1 },
    { name: 'Eva Noir', count: 5 },
    { name: 'Lou Petit', count: 1 },
  ])
  // nothing of any code is in the audit
  expect(await journey.rows(`select 1 from "AuditEvent" where to_jsonb("AuditEvent")::text ~* 'lune|pomme'`)).toEqual([])

  // on the page: made, shown to be scanned, ended; and those who were accepted with one
  const cookie = await cookieOf(lea)
  const page = async (where: string) => (await journey.get(where, { headers: { Cookie: cookie } })).text()
  const form = await page('/trainer/codes')
  expect(form).toContain('1 personne l’a utilisé')
  const once = /name="once" value="([0-9a-f]{32})"/.exec(form)![1]!
  const fields = { for: `atelier-nord ${BADGES.code}`, lasts: 'hours', once }
  await Promise.all([post('/trainer/codes', fields, cookie), post('/trainer/codes', fields, cookie)])
  const codes = await journey.rows<{ id: string; code: string; spoken: string }>(
    'select id, code, spoken from "ClaimCode" where "endedAt" is null',
  )
  expect(codes).toHaveLength(1)
  const now = await page('/trainer/codes')
  for (const there of [codes[0]!.spoken.toUpperCase(), codes[0]!.code, '<svg class="qr"']) expect(now).toContain(there)
  expect(await page('/trainer/claims')).toContain('avec le code de Léa Roux')

  // by its link: the code comes along, and is not asked for
  await tell(zoe, codes[0]!.code, /demande est acceptée/)
  await cast.waits()
  expect(
    zoe.phone
      .messages()
      .map(({ text }) => text)
      .join('\n'),
  ).toMatch(/Votre code est noté[\s\S]*Avec le code, votre demande est acceptée/)
  expect(
    zoe.phone
      .messages()
      .map(({ text }) => text)
      .join('\n'),
  ).not.toMatch(ASKED)
  // Ali was sent already, and scans it later
  await ali.starts(codes[0]!.code)
  expect(
    ali.phone
      .messages()
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('Avec le code, votre demande est acceptée')
  expect((await post(`/trainer/codes/${codes[0]!.id}`, {}, cookie)).status).toBe(303)
  expect(await journey.rows('select 1 from "ClaimCode" where "endedAt" is null')).toEqual([])

  // a trainer's own code does not decide on what they ask for themself
  await lea.says('code')
  await lea.taps('Dans 2 heures')
  const [own] = await journey.rows<{ code: string }>('select code from "ClaimCode" where "endedAt" is null')
  await lea.starts(own!.code)
  expect(lea.phone.messages().map(({ text }) => text)).toContainEqual(expect.stringContaining('Ce code est le vôtre'))
})

test('accepted by itself: once it cannot be taken back, and the trainers see it afterwards', { timeout: 60_000 }, async () => {
  const cast = openCast(journey)
  const [nora, ben] = [cast.person('F', 'Nora Diop'), cast.person('L', 'Ben Ali')]
  await trainerOf(journey, nora, ['atelier-nord'])
  await tell(ben, await link(BADGES.automatic), /J’envoie votre demande/)
  cast.scene('All that the badge asks for is there')
  await ben.taps(1)
  expect(await journey.rows(`select 1 from "Decision" where through = 'automatic'`)).toEqual([])
  await cast.waits()
  await expectTranscript(cast, 'automatic', 'Accepted by itself')
  expect(await journey.rows(`select by, "byName", outcome from "Decision" where through = 'automatic'`)).toEqual([
    { by: null, byName: null, outcome: 'accepted' },
  ])
  expect(
    nora.phone
      .messages()
      .map(({ text }) => text)
      .join(),
  ).not.toContain('Ben')
  const cookie = await cookieOf(nora)
  const page = await (await journey.get('/trainer/claims', { headers: { Cookie: cookie } })).text()
  expect(page).toMatch(/Ben Ali[\s\S]*tout était là/)
})
