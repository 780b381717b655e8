// Roles that change and roles in one person: what was open when a role was taken away, groups, events past the page, and whoever is
// learner, tutor and trainer at once.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNow } from '../decisions.ts'
import { openJobs } from '../../../core/data/jobs.ts'
import pg from 'pg'
import { photo } from '../../core/evidence/files.ts'
import { claimOf, insert, invitation, learner } from '../followUpSeed.ts'
import type { Speaker } from '../people.ts'
import { changed, kept, openTown, SECRETS, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
}, 120_000)
afterAll(() => town?.journey.stop())

const idOf = async ({ phone }: Speaker) =>
  (await town.journey.rows<{ id: string }>('select "personId" as id from "Account" where "externalId" = $1', [String(phone.id)]))[0]!.id

async function joins(who: Speaker, structure: string, kind: 'trainer' | 'issuer' = 'trainer') {
  await who.starts(await invitation(town.journey, structure, kind))
  await who.taps('Oui')
}

const leaves = async (id: string) => {
  await town.journey.rows('delete from "Membership" where "personId" = $1', [id])
  await town.journey.rows(`update "Person" set "structureId" = null where id = $1`, [id])
}

test('whoever was deciding when the role went decides nothing, by tap, word or reply', async () => {
  const { journey, cast, claim } = town
  const eli = cast.person('F', 'Eli Court')
  await joins(eli, 'atelier-nord')
  const id = await idOf(eli)
  const [request] = await eli.says('demandes')
  const opened = eli.last()
  expect(opened.text).toContain('mots à moi')
  await eli.taps('À compléter')
  const why = eli.last()
  await leaves(id)
  const before = await kept(town, id)
  const acts: (() => Promise<{ text: string }[]>)[] = [
    () => eli.says('dites aussi où c’était'),
    () => eli.says('accepter'),
    () => eli.taps('Accepter', { on: opened.message }),
    () => eli.taps('À compléter', { on: opened.message }),
    () => eli.taps('Refuser', { on: opened.message }),
    () => eli.says('c’est très bien fait', { replyTo: opened.message }),
    () => eli.says('oui', { replyTo: why.message }),
    () => eli.says('demandes'),
    () => eli.says('continuer'),
    () => eli.says('aide'),
    () => eli.does(async (phone) => phone.sendsPhoto(await photo(64, 48))),
  ]
  expect(request).toBeDefined()
  for (const act of acts) expect((await act()).map(({ text }) => text).join('\n')).not.toMatch(SECRETS)
  expect(changed(before, await kept(town, id))).toEqual([])
  expect(await journey.rows('select 1 from "Decision" where "claimId" = $1', [claim])).toEqual([])
})

test('a trainer who was asked for help and is not one any more talks with nobody', async () => {
  const { journey, cast, awa, awaId, group } = town
  const eva = cast.person('F', 'Eva Noir')
  await joins(eva, 'atelier-nord')
  const id = await idOf(eva)
  await journey.rows('update "Workshop" set "openedBy" = $1 where id = $2', [id, group])
  const draft = await claimOf(journey, awaId, 'atelier-nord', {
    sendings: [],
    workshopId: group,
    touchedAt: new Date().toISOString(),
    badgeId: 'adapter-ma-candidature',
  })
  await awa.says('aide')
  const asked = eva.reads().find(({ text }) => text.includes('Awa'))!
  await eva.taps('Répondre')
  await awa.says('continuer')
  await leaves(id)
  const before = await kept(town, id)
  const acts: (() => Promise<{ text: string }[]>)[] = [
    () => eva.says('je suis encore là'),
    () => eva.says('et aussi', { replyTo: asked.message }),
    () => eva.taps('Répondre', { on: asked.message }),
    () => eva.does((phone) => phone.sendsVoice(Buffer.from('OggS'), { replyTo: asked.message })),
    () => eva.does(async (phone) => phone.sendsPhoto(await photo(64, 48), { replyTo: asked.message })),
    () => eva.says('aide'),
  ]
  for (const act of acts) expect((await act()).map(({ text }) => text).join('\n')).not.toMatch(SECRETS)
  expect(changed(before, await kept(town, id))).toEqual([])
  // and the next one who is stuck reaches somebody who is a trainer there now
  await awa.says('aide')
  expect(eva.reads()).toEqual([])
  expect(
    town.lea
      .reads()
      .map(({ text }) => text)
      .join(),
  ).toContain('Awa')
  await awa.says('continuer')
  await journey.rows('delete from "Claim" where id = $1', [draft])
})

test('a workshop is opened in no structure that is not one’s own any more, and another group’s shows nothing', async () => {
  const { journey, cast, group } = town
  const noe = cast.person('F', 'Noé Brun')
  await joins(noe, 'atelier-sud')
  await joins(noe, 'ailleurs')
  const id = await idOf(noe)
  await noe.says('atelier')
  await noe.taps('Ailleurs')
  await journey.rows(`delete from "Membership" where "personId" = $1 and "structureId" = 'ailleurs'`, [id])
  const count = async () => (await journey.rows('select id from "Workshop"')).length
  const before = await count()
  await noe.taps(1)
  await noe.taps(1)
  for (const act of [() => noe.taps(1), () => noe.says('16h30'), () => noe.says('midi')]) await act().catch(() => [])
  expect(await count()).toBe(before)

  const place = cast.group('Cuisine')
  await journey.rows('update "Workshop" set "group" = $1 where id = $2', [`telegram:${place.chat.facts.id}`, group])
  const unchanged = await kept(town, id)
  for (const word of ['/relance', '/atelier', '/projet', '/aide', '/suivi'])
    expect((await noe.does((phone) => phone.in(place).says(word))).map(({ text }) => text).join('\n'), word).not.toMatch(SECRETS)
  expect(changed(unchanged, await kept(town, id))).toEqual([])
})

test('an invitation of another structure that was answered in the page’s place, or is over, gives no role', async () => {
  const { journey, strangers } = town
  const { speaker, id } = strangers.find(({ who }) => who === 'a learner')!
  const used = await invitation(journey, 'atelier-nord')
  await journey.rows('update "Link" set "usedAt" = now(), "usedBy" = $1 where code = $2', [town.leaId, used])
  const over = await invitation(journey, 'atelier-nord')
  await journey.rows(`update "Link" set "expiresAt" = '2020-01-01' where code = $1`, [over])
  const before = await kept(town, id)
  for (const code of [used, over]) {
    await speaker.starts(code)
    await speaker.does((phone) => phone.forges(`t.${code}.join.yes`))
    await speaker.says('oui')
  }
  expect(changed(before, await kept(town, id))).toEqual([])
})

test('a line of a list is one person, who comes by its link once, by whatever means', async () => {
  const { journey, cast, codes } = town
  const people: Speaker[] = []
  for (const name of ['Un Ancien', 'Deux Ancien']) {
    const who = cast.person('L', name)
    await who.says('bonjour')
    await who.says('oublier')
    await who.taps('Oui, tout effacer')
    await journey.settled()
    people.push(who)
  }
  // forgotten, with the bot's messages still there: nobody, until the link says who
  for (const who of people) await who.does((phone) => phone.forges(`t.${codes.roster}.open.see`))
  const used = await journey.rows<{ usedBy: string | null; subject: string }>('select "usedBy", subject from "Link" where code = $1', [
    codes.roster,
  ])
  expect(used[0]!.usedBy).toBe(used[0]!.subject)
  const accounts = await journey.rows('select "externalId" from "Account" where "personId" = $1', [used[0]!.subject])
  expect(accounts).toEqual([{ externalId: String(people[0]!.phone.id) }])
})

test('a decision that comes past the page is weighed in the turn again', async () => {
  const { journey, claim, strangers, own } = town
  const pool = new pg.Pool({ connectionString: journey.databaseUrl, max: 2 })
  const jobs = await openJobs(pool, () => undefined)
  const decides = async (speaker: Speaker, about: string) => {
    const account = { channel: 'telegram', externalId: String(speaker.phone.id), chat: String(speaker.phone.id), place: 'private' }
    const fresh = Array.from({ length: 10 }, () => randomBytes(16).toString('hex'))
    const key = `page:test:${randomUUID()}`
    const event = { is: 'decide', claim: about, outcome: 'accepted', reason: null, read: await readNow(journey, about) }
    await jobs.send('event', { key, from: account, event, receivedAt: new Date().toISOString(), fresh }, { once: key })
    await expect.poll(() => journey.rows('select 1 from "Inbound" where key = $1', [key]), { timeout: 20_000 }).toHaveLength(1)
  }
  try {
    for (const { speaker, id } of strangers) {
      const before = await kept(town, id)
      await decides(speaker, claim)
      await journey.idle()
      expect(changed(before, await kept(town, id))).toEqual([])
    }
    // the very same event from somebody whose claim to decide it is
    await decides(strangers[0]!.speaker, own)
    expect(await journey.rows('select outcome from "Decision" where "claimId" = $1', [own])).toEqual([{ outcome: 'accepted' }])
  } finally {
    await jobs.stop()
    await pool.end()
  }
})

test('learner, tutor and trainer in one person: others’ claims are decided, one’s own never, in the chat or on the page', async () => {
  const { journey, cast } = town
  const rose = cast.person('F', 'Rose Trois')
  await joins(rose, 'atelier-sud')
  await rose.starts(await invitation(journey, 'atelier-sud', 'tutor' as 'trainer'))
  await rose.taps('Oui')
  const id = await idOf(rose)
  const mine = await claimOf(journey, id, 'atelier-sud', { narrative: 'Mon propre travail.' })
  const theirs = await claimOf(journey, await learner(journey, 'Paul Autre', 'atelier-sud'), 'atelier-sud', {
    narrative: 'Le travail de Paul.',
  })
  const said = async (act: Promise<{ text: string }[]>) => (await act).map(({ text }) => text).join('\n')

  expect(await said(rose.says('demandes'))).toContain('Le travail de Paul')
  const mark = await readNow(journey, mine)
  for (const choice of ['open.see', `decide.ok-${mark}`, `decide.more-${mark}`, `decide.no-${mark}`])
    expect(await said(rose.does((phone) => phone.forges(`d.${mine.replaceAll('-', '')}.${choice}`)))).not.toContain('Mon propre travail')
  // she may confirm others' work as a tutor, and never her own
  const request = randomUUID()
  await insert(journey, 'Endorsement', [
    {
      id: request,
      claimId: mine,
      asked: 'tutor',
      askedAt: new Date().toISOString(),
      standing: 'declared',
      anonymous: false,
      shownDigest: null,
    },
  ])
  const code = randomBytes(16).toString('hex')
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  await insert(journey, 'Link', [{ code, kind: 'endorse', subject: request, structureId: 'atelier-sud', createdAt: expiresAt, expiresAt }])
  await rose.starts(code)
  await rose.does((phone) => phone.forges(`e.${request.replaceAll('-', '')}.verdict.yes`))
  expect(await journey.rows('select "endorserId", verdict from "Endorsement" where id = $1', [request])).toEqual([
    { endorserId: null, verdict: null },
  ])

  const link = /\/trainer\/in\/[0-9a-f]{32}/.exec(await said(rose.says('suivi')))![0]
  const post = (where: string, fields: Record<string, string>, Cookie = '') =>
    journey.get(where, { method: 'POST', body: new URLSearchParams(fields), headers: { 'Sec-Fetch-Site': 'same-origin', Cookie } })
  const cookie = (await post(link, {})).headers.get('set-cookie')!.split(';')[0]!
  const list = await (await journey.get('/trainer/claims', { headers: { Cookie: cookie } })).text()
  expect(list).toContain('Paul Autre')
  expect(list).not.toContain('Rose Trois ·')
  expect((await journey.get(`/trainer/claims/${mine}`, { headers: { Cookie: cookie } })).status).toBe(404)
  expect((await post(`/trainer/claims/${mine}`, { outcome: 'accepted' }, cookie)).status).toBe(404)
  expect(await journey.rows('select 1 from "Decision" where "claimId" = $1', [mine])).toEqual([])
  expect((await post(`/trainer/claims/${theirs}`, { outcome: 'accepted', read: await readNow(journey, theirs) }, cookie)).status).toBe(303)
  expect(await journey.rows('select "byName" from "Decision" where "claimId" = $1', [theirs])).toEqual([{ byName: 'Rose Trois' }])
  // and she is a learner as well as before
  expect(await said(rose.says('mes demandes'))).toContain('marché du travail')
})
