// The follow-up page with the whole program behind it: « suivi » in the chat, the page, decisions that reach the learner, and what a
// trainer of another structure does not see.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNow } from './decisions.ts'
import { BADGE, claimOf, evidenceOf, insert, invitation, learner, workshop } from './followUpSeed.ts'
import { openCast, type Speaker } from './people.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
let cast: ReturnType<typeof openCast>
let lea: Speaker
let max: Speaker
let claims: string[]
let group: string
let pieces: Awaited<ReturnType<typeof evidenceOf>>

beforeAll(async () => {
  journey = await openJourney()
  await journey.rows(
    `insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'centre-formation'), ('atelier-sud', 'Atelier Sud', 'centre-formation')`,
  )
  const names = ['Awa Diallo', 'Ali Benz', 'Chloé Éon', '=HYPERLINK("http://x")']
  const people: string[] = []
  for (const name of names) people.push(await learner(journey, name, 'atelier-nord'))
  claims = []
  for (const person of people.slice(0, 3)) claims.push(await claimOf(journey, person, 'atelier-nord'))
  await claimOf(journey, people[3]!, 'atelier-nord', { sendings: [], narrative: 'un brouillon à moi', answers: [] })
  pieces = await evidenceOf(journey, claims[0]!)
  group = await workshop(journey, 'atelier-nord', 'Atelier du 10 novembre', [...people, await learner(journey, null, 'atelier-nord')])
  cast = openCast(journey)
  lea = cast.person('F', 'Léa Roux')
  max = cast.person('F', 'Max Blanc')
  await joins(lea, 'atelier-nord')
  await joins(max, 'atelier-sud')
}, 120_000)
afterAll(() => journey?.stop())

async function joins(who: Speaker, structure: string, kind: 'trainer' | 'issuer' = 'trainer'): Promise<void> {
  await who.starts(await invitation(journey, structure, kind))
  await who.taps('Oui')
}

/** The address that the chat gives. */
async function linkFor(who: Speaker): Promise<string> {
  const said = await who.says('suivi')
  expect(said).toHaveLength(1)
  return /\/trainer\/in\/[0-9a-f]{32}/.exec(said[0]!.text)![0]
}

const same = { 'Sec-Fetch-Site': 'same-origin' }
const post = (where: string, fields: Record<string, string> = {}, cookie = '') =>
  journey.get(where, { method: 'POST', body: new URLSearchParams(fields), headers: { ...same, Cookie: cookie } })

async function signedIn(who: Speaker): Promise<string> {
  const entered = await post(await linkFor(who))
  expect(entered.status).toBe(303)
  return entered.headers.get('set-cookie')!.split(';')[0]!
}

const read = async (where: string, cookie: string) => (await journey.get(where, { headers: { Cookie: cookie } })).text()
const status = async (where: string, cookie: string) => (await journey.get(where, { headers: { Cookie: cookie } })).status

test('a link signs in once, by a tap and not by being looked at, and the session can be ended', async () => {
  const link = await linkFor(lea)
  for (let looks = 0; looks < 2; looks++) {
    const seen = await journey.get(link)
    expect([seen.status, seen.headers.get('set-cookie'), seen.headers.get('cache-control')]).toEqual([200, null, 'no-store'])
  }
  expect(
    (await journey.get(link, { method: 'POST', body: new URLSearchParams(), headers: { 'Sec-Fetch-Site': 'cross-site' } })).status,
  ).toBe(403)
  const both = await Promise.all([post(link), post(link)])
  expect(both.map(({ status: code }) => code).toSorted()).toEqual([303, 410])
  const given = both.find((one) => one.status === 303)!.headers.get('set-cookie')!
  expect(given).toMatch(/^declic_trainer=[0-9a-f]{32}; Path=\/trainer; Max-Age=43200; HttpOnly; SameSite=Lax/)
  expect((await journey.get(link)).status).toBe(410)
  const cookie = given.split(';')[0]!
  expect(await status('/trainer', cookie)).toBe(200)
  expect(JSON.stringify(await journey.rows('select * from "Link"'))).not.toContain(cookie.split('=')[1])
  expect((await post('/trainer/out', {}, cookie)).status).toBe(200)
  expect(await status('/trainer', cookie)).toBe(401)
  const old = {
    code: '0'.repeat(32),
    kind: 'trainer-page',
    subject: 'nobody',
    createdAt: '2020-01-01T00:00:00Z',
    expiresAt: '2020-01-01T00:15:00Z',
  }
  await insert(journey, 'Link', [old])
  expect((await post(`/trainer/in/${'0'.repeat(32)}`)).status).toBe(410)
})

test('a role that is taken away closes the page at once', async () => {
  const eli = cast.person('F', 'Eli Court')
  await joins(eli, 'atelier-sud')
  const cookie = await signedIn(eli)
  expect(await status('/trainer', cookie)).toBe(200)
  await journey.rows(`delete from "Membership" m using "Person" p where p.id = m."personId" and p.name like 'Eli%'`)
  expect(await status('/trainer', cookie)).toBe(401)
})

test('« suivi » means nothing to somebody who follows nobody', async () => {
  const awa = cast.person('L', 'Awa Diallo')
  await awa.says('bonjour')
  const said = await awa.says('suivi')
  expect(said.map((one) => one.text).join()).not.toContain('/trainer')
})

test('shows the workshop: who is where, where people stop, what was sent; as a table and a sheet too', async () => {
  const cookie = await signedIn(lea)
  const home = await read('/trainer', cookie)
  for (const shown of ['Atelier Nord', 'Atelier du 10 novembre', '3 demandes attendent']) expect(home).toContain(shown)
  const page = await read(`/trainer/w/${group}`, cookie)
  for (const shown of [
    'Awa Diallo',
    'Pas encore commencé',
    'Étape 1 sur',
    'Où s’arrête-t-on',
    'Code à dire',
    'Les relances sont en pause',
    'envoyées : 1',
    'déjà finies : 1',
    'à venir : 1',
  ])
    expect(page).toContain(shown)
  expect(page).not.toContain('un brouillon à moi')
  expect(await read(`/trainer/w/${group}/sheet`, cookie)).toContain('Signature')
  const table = await read(`/trainer/w/${group}/learners.csv`, cookie)
  expect(table).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(table.split('\r\n')).toHaveLength(7)
  const found = await read('/trainer/learners?q=eon%20chloe', cookie)
  expect(found).toContain('Chloé Éon')
  expect(found).not.toContain('Awa Diallo')
  expect(await read('/trainer?lang=en', cookie)).toContain('3 requests wait for your decision')
})

test('asks again without loading again: the same page is 304', async () => {
  const cookie = await signedIn(lea)
  for (const where of ['/trainer', `/trainer/w/${group}`, '/trainer/learners', `/trainer/claims/${claims[0]}`]) {
    const first = await journey.get(where, { headers: { Cookie: cookie } })
    const again = await journey.get(where, { headers: { Cookie: cookie, 'If-None-Match': first.headers.get('etag')! } })
    expect([first.status, again.status], where).toEqual([200, 304])
  }
})

test('shows a trainer of another structure nothing of this one', async () => {
  const cookie = await signedIn(max)
  for (const where of ['/trainer', '/trainer/learners', '/trainer/claims', '/trainer/learners.csv', '/trainer/learners?q=awa']) {
    const page = await read(where, cookie)
    for (const name of ['Awa', 'Ali Benz', 'Atelier Nord', 'Atelier du 10 novembre']) expect(page, where).not.toContain(name)
  }
  for (const where of [
    `/trainer/w/${group}`,
    `/trainer/w/${group}/sheet`,
    `/trainer/w/${group}/learners.csv`,
    `/trainer/claims/${claims[0]}`,
    `/trainer/claims/${claims[0]}/evidence/${pieces.photo}`,
    '/trainer/issuer',
    '/trainer/w/nothing',
    '/trainer/claims/nothing',
  ])
    expect(await status(where, cookie), where).toBe(404)
  expect((await post(`/trainer/claims/${claims[0]}`, { outcome: 'accepted' }, cookie)).status).toBe(404)
  expect(await journey.rows('select 1 from "Decision"')).toEqual([])
  for (const where of ['/trainer', `/trainer/claims/${claims[0]}`, `/trainer/claims/${claims[0]}/evidence/${pieces.photo}`])
    expect(await status(where, ''), where).toBe(401)
})

test('evidence is for trainers only where the learner said so; a PDF is a download, and seen in the page only', async () => {
  const cookie = await signedIn(lea)
  const where = (piece: string) => `/trainer/claims/${claims[0]}/evidence/${piece}`
  const got = await journey.get(where(pieces.photo), { headers: { Cookie: cookie } })
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const pdf = await journey.get(where(pieces.document), { headers: { Cookie: cookie } })
  expect(pdf.headers.get('content-disposition')).toMatch(/^attachment/)
  const viewed = await journey.get(`${where(pieces.document)}?view`, { headers: { Cookie: cookie } })
  expect(viewed.headers.get('content-disposition')).toMatch(/^inline/)
  expect([viewed.headers.get('x-frame-options'), viewed.headers.get('x-content-type-options')]).toEqual(['SAMEORIGIN', 'nosniff'])
  const [claim] = await journey.rows<{ token: string }>('select token from "Claim" where id = $1', [claims[0]])
  const own = await journey.get(`/c/${claim!.token}/evidence/${pieces.document}?view`)
  expect([own.status, own.headers.get('content-disposition')?.split(';')[0]]).toEqual([200, 'attachment'])
  await journey.rows(`update "Claim" set audience = 'tutor' where id = $1`, [claims[0]])
  expect(await status(where(pieces.photo), cookie)).toBe(404)
  expect(await read(`/trainer/claims/${claims[0]}`, cookie)).toContain('garde ses preuves')
  await journey.rows(`update "Claim" set audience = 'trainer' where id = $1`, [claims[0]])
})

test('decides through the same turn: the learner is told, a double click counts once, the slower of two is told kindly', async () => {
  const eva = cast.person('F', 'Eva Noir')
  await joins(eva, 'atelier-nord')
  const [mine, hers] = [await signedIn(lea), await signedIn(eva)]
  const awa = cast.person('L', 'Awa Autre')
  await awa.says('bonjour')
  const [account] = await journey.rows<{ personId: string }>(`select "personId" from "Account" order by "seenAt" desc limit 1`)
  await journey.rows('update "Claim" set "personId" = $1 where id = $2', [account!.personId, claims[0]])
  const where = `/trainer/claims/${claims[0]}`
  const once = async (cookie: string) => /name="once" value="([0-9a-f]{32})"/.exec(await read(where, cookie))![1]!
  const fields = {
    outcome: 'to-complete',
    ready: 'evidence',
    reason: 'Merci !',
    once: await once(mine),
    read: await readNow(journey, claims[0]!),
  }
  expect((await post(where, { outcome: 'to-complete', reason: ' ', once: fields.once, read: fields.read }, mine)).status).toBe(422)
  // Léa has it open: Eva sees that, with no way to decide; a form of hers that is sent all the same does nothing
  const held = await read(where, hers)
  expect(held).toContain('Léa Roux regarde cette demande')
  expect(held).not.toContain('name="outcome"')
  expect(await read('/trainer/claims', hers)).toContain('Léa Roux regarde')
  const before = { outcome: 'accepted', once: '0'.repeat(32) }
  const tooEarly = await post(where, { outcome: 'accepted' }, hers)
  expect(await read(tooEarly.headers.get('location')!, hers)).toContain('Léa Roux regarde la demande')
  expect(await journey.rows('select 1 from "Decision"')).toEqual([])
  const [decided, twice] = await Promise.all([post(where, fields, mine), post(where, fields, mine)])
  expect([decided.status, twice.status]).toEqual([303, 303])
  const slower = await post(where, before, hers)
  const { rows } = {
    rows: await journey.rows(`select outcome, reason, through, "byName" from "Decision" where "claimId" = $1`, [claims[0]]),
  }
  const reason = 'Ajoutez une photo ou un vocal qui montre votre travail. Merci !'
  expect(rows).toEqual([{ outcome: 'to-complete', reason, through: 'page', byName: expect.any(String) }])
  expect(await read(decided.headers.get('location')!, mine)).toContain('est à compléter')
  expect(await read(slower.headers.get('location')!, hers)).toContain('a été plus rapide')
  await journey.idle()
  expect(awa.last().text).toContain('Ajoutez une photo')
  const chat = lea.phone.messages().map((one) => one.text)
  expect(chat.join()).not.toContain('sait quoi ajouter')
})

test('an issuer sees counts over every structure, and no names', async () => {
  const ida = cast.person('F', 'Ida Vue')
  await joins(ida, 'atelier-sud', 'issuer')
  for (let n = 0; n < 5; n++) {
    const id = await claimOf(journey, await learner(journey, `Sud ${n}`, 'atelier-sud'), 'atelier-sud')
    await insert(journey, 'Answer', [
      {
        id: `level-${n}`,
        claimId: id,
        prompt: 'c:x',
        asked: '?',
        level: 3,
        skipped: false,
        at: '2026-11-10T10:00:00Z',
        through: 'telegram',
      },
    ])
  }
  const cookie = await signedIn(ida)
  const page = await read('/trainer/issuer', cookie)
  for (const shown of ['Atelier Nord', 'Atelier Sud', 'Sans aide', 'Avec moins de 5']) expect(page).toContain(shown)
  for (const name of ['Awa', 'Ali Benz', 'Sud 0']) expect(page).not.toContain(name)
  expect((await journey.get('/trainer', { headers: { Cookie: cookie } })).headers.get('location')).toContain('/trainer/issuer')
  for (const where of [`/trainer/w/${group}`, `/trainer/claims/${claims[1]}`]) expect(await status(where, cookie), where).toBe(404)
  expect(await read('/trainer/learners', cookie)).not.toContain(BADGE)
})

test('without Teams there is no tab', async () => {
  for (const where of ['/teams/follow-up', '/teams/claims', '/teams/about', '/teams/assets/teams-js.js'])
    expect(await status(where, '')).toBe(404)
  const framed = await journey.get('/trainer', { headers: { 'Sec-Fetch-Dest': 'iframe' } })
  expect([framed.status, framed.headers.get('location')]).toEqual([401, null])
})
