// A claim that was begun in one structure and taken up in another's workshop: the workshop sees who and how far and can help; the words, the
// evidence and the decision stay where they were.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { readNow } from '../decisions.ts'
import { photo } from '../../core/evidence/files.ts'
import { scan } from '../../core/poster/scan.ts'
import { BADGE, insert, invitation } from '../followUpSeed.ts'
import { codeIn, openCast, type Speaker } from '../people.ts'
import { type Journey, openJourney } from '../world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values
    ('atelier-nord', 'Atelier Nord', 'centre-formation'), ('atelier-sud', 'Atelier Sud', 'centre-formation')`)
}, 120_000)
afterAll(() => journey?.stop())

const post = (where: string, fields: Record<string, string>, Cookie = '') =>
  journey.get(where, { method: 'POST', body: new URLSearchParams(fields), headers: { 'Sec-Fetch-Site': 'same-origin', Cookie } })

async function pages(who: Speaker) {
  const said = (await who.says('suivi')).map(({ text }) => text).join()
  const entered = await post(/\/trainer\/in\/[0-9a-f]{32}/.exec(said)![0], {})
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  return { cookie, get: (where: string) => journey.get(where, { headers: { Cookie: cookie } }) }
}

test('a draft of one structure in a workshop of another', async () => {
  const cast = openCast(journey)
  const [nora, sam, awa] = [cast.person('F', 'Nora Nord'), cast.person('F', 'Sam Sud'), cast.person('L', 'Awa Diallo')]
  for (const [who, structure] of [
    [nora, 'atelier-nord'],
    [sam, 'atelier-sud'],
  ] as const) {
    await who.starts(await invitation(journey, structure))
    await who.taps('Oui')
  }
  const code = randomBytes(16).toString('hex')
  await insert(journey, 'Link', [{ code, kind: 'badge', subject: BADGE, structureId: 'atelier-nord', createdAt: '2026-01-01T00:00:00Z' }])
  await awa.starts(code)
  await awa.taps(1)
  await awa.taps(1)
  await awa.says('mots du nord, dans une entreprise')

  await sam.says('atelier')
  await sam.says('marché du travail')
  const opened = await sam.taps('Dans 2 heures')
  // by the picture that is projected
  const poster = opened.find(({ file }) => file)!.file!
  const link = (await scan(sharp(poster)))!
  expect(link).toMatch(/^https:\/\/t\.me\/\w+\?start=/)
  expect(new URL(link).searchParams.get('start')).toBe(codeIn(opened))
  await awa.starts(new URL(link).searchParams.get('start')!)
  const [claim] = await journey.rows<{ id: string; structureId: string; workshopId: string }>('select * from "Claim"')
  const [group] = await journey.rows<{ id: string }>('select id from "Workshop"')
  expect(claim).toMatchObject({ structureId: 'atelier-nord', workshopId: group!.id })

  const south = await pages(sam)
  const seen = async () =>
    Promise.all(
      ['', '/sheet', '/learners.csv'].map(async (more) => {
        const answer = await south.get(`/trainer/w/${group!.id}${more}`)
        expect(answer.status).toBe(200)
        return answer.text()
      }),
    )
  for (const page of await seen()) {
    expect(page).toContain('Awa Diallo')
    expect(page).toMatch(/Commencé|En cours|Étape \d/i)
    expect(page).not.toContain('mots du nord')
    expect(page).not.toContain('Atelier Nord')
  }

  // help is asked where the learner is
  await awa.says('aide')
  expect(
    sam
      .reads()
      .map(({ text }) => text)
      .join(),
  ).toContain('Awa Diallo')
  expect(
    nora
      .reads()
      .map(({ text }) => text)
      .join(),
  ).not.toContain('Awa')
  await awa.says('continuer')

  const picture = await photo(640, 480)
  for (let n = 0; n < 40 && !awa.last().text.includes('Votre demande est envoyée'); n++) {
    const { text, buttons } = awa.last()
    if (buttons.some((label) => /^1 /.test(label))) await awa.taps(1)
    else if (text.includes('Envoyez')) await awa.does((phone) => phone.sendsPhoto(picture))
    else if (buttons.includes('Passer')) await awa.taps('Passer')
    else await awa.says('j’ai visité une entreprise, mots du nord, et j’ai posé des questions')
  }
  await cast.waits()

  for (const page of await seen()) {
    expect(page).toContain('Awa Diallo')
    expect(page).not.toContain('mots du nord')
  }
  const [piece] = await journey.rows<{ id: string }>(`select id from "Evidence" where state = 'kept'`)
  for (const where of [`/trainer/claims/${claim!.id}`, `/trainer/claims/${claim!.id}/evidence/${piece!.id}`])
    expect((await south.get(where)).status, where).toBe(404)
  expect(await (await south.get('/trainer/claims')).text()).not.toContain('Awa')
  expect(await (await south.get('/trainer')).text()).not.toContain('1 demande')
  expect((await post(`/trainer/claims/${claim!.id}`, { outcome: 'accepted' }, south.cookie)).status).toBe(404)
  expect((await sam.says('demandes')).map(({ text }) => text).join()).not.toContain('Awa')
  expect(await journey.rows('select 1 from "Decision"')).toEqual([])

  // whose it is sees it whole, and decides
  const north = await pages(nora)
  expect(await (await north.get(`/trainer/claims/${claim!.id}`)).text()).toContain('mots du nord')
  expect((await north.get(`/trainer/w/${group!.id}`)).status).toBe(404)
  expect(
    (await post(`/trainer/claims/${claim!.id}`, { outcome: 'accepted', read: await readNow(journey, claim!.id) }, north.cookie)).status,
  ).toBe(303)
  expect(await journey.rows('select "byName" from "Decision"')).toEqual([{ byName: 'Nora Nord' }])
})
