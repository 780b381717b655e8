// Without Telegram: joining by the workshop's page, the claim in the browser, and going on in Telegram with what was begun.
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { complaints, hasBrowser, openBrowser, PHONE, violations } from '../bots/web/browser.ts'
import { codeIn, openCast, type Speaker } from './people.ts'
import { openPage } from './page.ts'
import { answersPage } from './tutorPage.ts'
import { BADGE, walk, WORDS } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const CODE = 'c0de'.repeat(8)
const { fr } = WORDS

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'insertion-reseau')`)
  const [trainer] = await journey.rows<{ id: string }>(
    `insert into "Person" (id, version, name, "nameConfirmed", language, said, "createdAt") values (gen_random_uuid(), 1, 'Léa Roux', true, 'fr', '{}', now()) returning id`,
  )
  await journey.rows(
    `with w as (insert into "Workshop" (id, version, "structureId", "organisationId", "openedBy", name, badges, code, spoken, "openedAt", "endsAt", "followUps", nudges, boards)
     values (gen_random_uuid(), 1, 'atelier-nord', 'insertion-reseau', $1, 'Cuisine du mardi', $2, $3, 'lune 42', now(), now() + interval '2 hours', '[]', 0, '[]') returning *)
     insert into "Link" (code, kind, subject, "structureId", "createdAt") select code, 'workshop', id::text, "structureId", now() from w`,
    [trainer!.id, JSON.stringify([BADGE]), CODE],
  )
})
afterAll(() => journey?.stop())

const someone = (cookie = '') => openPage(journey, cookie)

test('by the page to « envoyée », on in Telegram, and the badge', async () => {
  const awa = someone()
  const page = await (await awa.request('/w/LUNE-42')).text()
  expect(page).toContain('Cuisine du mardi')
  expect((await awa.request('/w/lune-43')).status).toBe(404)

  const joined = await awa.joins('LUNE-42', { name: 'Awa', once: 'a'.repeat(32) })
  expect([joined.status, joined.headers.get('location')]).toEqual([303, '/chat?lang=fr'])
  expect(joined.headers.get('set-cookie')).toMatch(/^declic_chat=[0-9a-f]{32}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/)
  const again = someone()
  await again.joins('lune-42', { name: 'Awa', once: 'a'.repeat(32) })
  expect(again.cookie).toBe(awa.cookie)
  expect((await journey.rows(`select through from "Enrolment"`)).map(({ through }) => through)).toEqual(['browser'])

  await awa.taps(fr.yes)
  await awa.taps(fr.yes)
  await awa.says(fr.moment)
  await awa.says(fr.action)
  await awa.taps(fr.skip)
  await awa.says(fr.result)
  await awa.taps(fr.level)
  await awa.says(fr.next)
  await awa.taps(fr.mine)
  await awa.taps(fr.tutor)
  await awa.taps(fr.send)
  const words = (await awa.reads()).map(({ text }) => text).join('\n')
  expect(words).toContain('Votre demande est envoyée.')
  expect(words).toMatch(/\/e\/[\w-]+/)
  const [claim] = await journey.rows<{ id: string; token: string; workshopId: string; personId: string }>(`select * from "Claim"`)
  expect(claim!.workshopId).not.toBeNull()

  // the private page leads back to the conversation in this browser only
  expect(await (await awa.request(`/c/${claim!.token}`)).text()).toContain('href="/chat"')
  expect(await (await someone().request(`/c/${claim!.token}`)).text()).not.toContain('href="/chat"')
  expect((await someone().request('/chat')).status).toBe(401)
  expect((await someone().post('/chat/telegram', {})).status).toBe(403)

  const cast = openCast(journey)
  const phone = cast.person('L', 'Awa Diallo')
  const { url } = (await (await awa.post('/chat/telegram', {})).json()) as { url: string }
  const code = /start=([0-9a-f]{32})$/.exec(url)![1]!
  await phone.starts(code)
  expect(phone.last().text).toContain('Awa')
  await phone.taps('Oui')
  const accounts = await journey.rows(`select channel from "Account" where "personId" = $1 order by channel`, [claim!.personId])
  expect(accounts.map(({ channel }) => channel)).toEqual(['browser', 'telegram'])
  await phone.taps('Continuer')
  await phone.says('mes demandes')
  expect(phone.phone.transcript()).toContain('équipe')

  const other = cast.person('L', 'Max Blanc')
  await other.starts(code)
  expect(other.last().text).toContain('ne marche plus')

  const paul = cast.person('T', 'Paul Martin')
  await paul.starts(codeIn([{ text: words } as never]))
  await paul.says('oui elle a très bien travaillé avec nous')
  await paul.taps('C’est bon')
  await paul.taps('En tutorat')
  await cast.waits()
  expect(phone.phone.transcript()).toMatch(/badge/i)
  expect((await journey.rows(`select state from "Issuance"`)).map(({ state }) => state)).toEqual(['issued'])
})

/** What the page's button « Continuer dans Telegram » leads to. */
async function codeFrom(page: ReturnType<typeof someone>): Promise<string> {
  const { url } = (await (await page.post('/chat/telegram', {})).json()) as { url: string }
  return /start=(\w+)$/.exec(url)![1]!
}

const once = () => randomUUID().replaceAll('-', '')
const asked = (texts: { text: string }[]) => texts.map(({ text }) => text).join('\n')
const personOf = async (speaker: Speaker): Promise<string> =>
  (await journey.rows<{ id: string }>('select "personId" as id from "Account" where "externalId" = $1', [String(speaker.phone.id)]))[0]!.id

test('begun in the browser, gone on in Telegram at question 3: nothing is asked twice, and it is sent there', async () => {
  const cast = openCast(journey)
  const page = someone()
  await page.joins(CODE, { name: 'Nina', once: once() })
  await page.taps(fr.yes)
  await page.taps(fr.yes)
  await page.says(fr.moment)
  await page.says(fr.action)
  expect((await page.reads()).at(-1)!.text).toContain('Question 3 sur 6')
  const nina = cast.person('L', 'Nina Costa')
  await nina.starts(await codeFrom(page))
  await nina.taps('Oui')
  await nina.taps('Continuer')
  expect(nina.last().text).toContain('Question 3 sur 6')
  await walk(nina, undefined, { from: 'evidence' })
  expect(nina.phone.transcript()).toContain('Votre demande est envoyée')
  for (const said of ['Question 1 sur', 'Question 2 sur', 'Comment vous appelez']) expect(nina.phone.transcript()).not.toContain(said)
  const [claim] = await journey.rows<{ id: string; openedThrough: string }>('select * from "Claim" where "personId" = $1', [
    await personOf(nina),
  ])
  expect(claim!.openedThrough).toBe('browser')
  const answers = await journey.rows<{ prompt: string; through: string }>(
    `select prompt, through from "Answer" where "claimId" = $1 and "supersededAt" is null order by at`,
    [claim!.id],
  )
  expect(new Set(answers.map(({ prompt }) => prompt)).size).toBe(answers.length)
  expect(new Set(answers.map(({ through }) => through))).toEqual(new Set(['browser', 'telegram']))
  // and the browser shows where it is now
  await page.says('mes demandes')
  expect((await page.reads()).at(-1)!.text).toContain('envoyée')
})

const OTHER = 'decouvrir-le-marche-du-travail'

test('somebody who has claims in Telegram becomes one with their browser: everything is kept, and once', async () => {
  const cast = openCast(journey)
  const ben = cast.person('L', 'Ben Ali')
  await ben.starts(OTHER)
  await ben.taps('Oui')
  const page = someone()
  await page.joins(CODE, { name: 'Benoît', once: once() })
  await page.taps(fr.yes)
  const code = await codeFrom(page)
  await ben.starts(code)
  expect(ben.last().text).toContain('Benoît')
  expect(ben.last().text).toContain('verra aussi')
  const kept = await personOf(ben)
  const [browser] = await journey.rows<{ personId: string }>(
    `select "personId" from "Account" where channel = 'browser' order by "seenAt" desc limit 1`,
  )
  await Promise.all([ben.does((phone) => phone.taps('Oui')), ben.does((phone) => phone.taps('Oui'))])
  await journey.settled()
  expect(ben.phone.transcript()).toContain('Tout est là')
  expect(ben.phone.transcript().match(/Je réunis tout/g)).toHaveLength(1)
  const claims = await journey.rows<{ badgeId: string }>(
    'select "badgeId" from "Claim" where "personId" = $1 and "withdrawnAt" is null order by 1',
    [kept],
  )
  expect(claims.map(({ badgeId }) => badgeId)).toEqual([OTHER, BADGE].toSorted())
  const accounts = await journey.rows<{ channel: string }>('select channel from "Account" where "personId" = $1 order by 1', [kept])
  expect(accounts.map(({ channel }) => channel)).toEqual(['browser', 'telegram'])
  const left = await journey.rows(
    `select (select count(*)::int from "Claim" where "personId" = $1) as claims, (select count(*)::int from "Enrolment" where "personId" = $1) as enrolments,
       (select count(*)::int from "Outbox" where "personId" = $1) as said, (select "erasedAt" is not null from "Person" where id = $1) as gone`,
    [browser!.personId],
  )
  expect(left).toEqual([{ claims: 0, enrolments: 0, said: 0, gone: true }])
  await page.says('mes demandes')
  expect(asked(await page.reads())).toContain('marché du travail')
})

test.each([
  ['what is here', 'Ce qui est ici', 'telegram'],
  ['what is there', 'Dans le navigateur', 'browser'],
])('two drafts of one badge: %s is kept, as they choose; the other is withdrawn, not lost', async (_, answer, through) => {
  const cast = openCast(journey)
  const ali = cast.person('L', `Ali ${through}`)
  await walk(ali, 'action', { code: CODE })
  const page = someone()
  await page.joins(CODE, { name: 'Ali', once: once() })
  await page.taps(fr.yes)
  await page.taps(fr.yes)
  await page.says('au jardin, mercredi')
  await ali.starts(await codeFrom(page))
  await ali.taps('Oui')
  expect(ali.last().text).toContain('équipe')
  await ali.says(answer.toLowerCase())
  await journey.settled()
  expect(ali.last().text).toContain('Tout est là')
  const claims = await journey.rows<{ openedThrough: string; stands: boolean }>(
    `select "openedThrough", "withdrawnAt" is null as stands from "Claim" where "personId" = $1`,
    [await personOf(ali)],
  )
  expect(claims).toHaveLength(2)
  expect(claims.filter(({ stands }) => stands).map((claim) => claim.openedThrough)).toEqual([through])
  await ali.taps('Continuer')
  expect(ali.last().text).toContain('Question 2 sur 6')
  expect(await journey.rows('select 1 from "Enrolment" where "personId" = $1', [await personOf(ali)])).toHaveLength(1)
})

test('nobody with a role, and nobody who sent the same badge twice, becomes another by a tap', async () => {
  const cast = openCast(journey)
  const lea = cast.person('F', 'Léa Roux')
  await lea.starts(BADGE)
  await lea.taps('Oui')
  await journey.rows(`insert into "Membership" ("personId", "structureId", role, since) values ($1, 'atelier-nord', 'trainer', now())`, [
    await personOf(lea),
  ])
  const page = someone()
  await page.joins(CODE, { name: 'Malin', once: once() })
  const code = await codeFrom(page)
  await lea.starts(code)
  expect(lea.last().text).toContain('pas encore')
  await lea.does((phone) => phone.forges(`t.${code}.join.yes`))
  await lea.does((phone) => phone.forges(`t.${code}.join.here`))
  await journey.settled()
  const people = await journey.rows(`select "personId" from "Account" where channel = 'browser' and "personId" = $1`, [await personOf(lea)])
  expect(people).toEqual([])
  expect(await journey.rows(`select 1 from "Link" where code = $1 and "usedAt" is null`, [code])).toHaveLength(1)

  const eve = cast.person('L', 'Eve Double')
  await walk(eve, undefined, { code: CODE })
  const other = someone()
  await other.joins(CODE, { name: 'Eve', once: once() })
  await journey.rows(
    `update "Claim" set sendings = '[{"at": "2026-11-11T10:00:00.000Z", "through": "browser"}]' where "personId" =
       (select "personId" from "Account" where channel = 'browser' order by "seenAt" desc limit 1)`,
  )
  await eve.starts(await codeFrom(other))
  expect(eve.last().text).toContain('pas encore')
})

test('what another site sends is refused, a name is asked again, and leaving ends the session', async () => {
  const page = someone()
  expect((await page.joins('lune-42', { name: '  ' })).status).toBe(400)
  const foreign = { method: 'POST', body: new URLSearchParams({ name: 'Eve' }), headers: { 'Sec-Fetch-Site': 'cross-site' } }
  expect((await page.request('/w/lune-42', foreign)).status).toBe(403)
  await page.joins('lune-42', { name: 'Eve', once: 'c'.repeat(32) })
  expect(await (await page.request('/w/lune-42')).text()).toContain('je suis Eve')
  const said = (await page.reads()).length
  await page.joins('lune-42', { same: 'yes', once: 'd'.repeat(32) })
  expect((await page.reads()).length).toBeGreaterThan(said)
  const out = await page.request('/chat/out', { method: 'POST', body: new URLSearchParams() })
  expect(out.headers.get('set-cookie')).toMatch(/^declic_chat=; Path=\/; Max-Age=0/)
})

describe.skipIf(!hasBrowser)('in a real browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test('a phone of 360 px, by keyboard, without a word from axe', async () => {
    const shots = process.env.SCREENSHOTS
    const page = await browser.newPage({ viewport: PHONE, locale: 'fr-FR', timezoneId: 'Indian/Reunion' })
    const said = complaints(page)
    /** Without what axe itself, a script from outside, is refused. */
    const axe = async () => {
      const before = said.length
      const found = await violations(page)
      said.length = before
      return found
    }
    await page.goto(`${journey.program.address}/w/lune-42`)
    expect(await axe()).toEqual([])
    if (shots) await page.screenshot({ path: `${shots}/join.png`, fullPage: true })
    await page.getByLabel('Votre prénom').focus()
    await page.keyboard.type('Zoé')
    await page.keyboard.press('Enter')
    const line = page.locator('.line:not(.own)')
    await expect.poll(() => line.count(), { timeout: 15_000 }).toBeGreaterThan(1)
    // told with the form, by the page’s own script
    expect(await journey.rows(`select "timeZone" from "Person" where name = 'Zoé'`)).toEqual([{ timeZone: 'Indian/Reunion' }])
    expect(await axe()).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width)
    await page.getByRole('button', { name: '1 Oui' }).last().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByText('Zoé').count(), { timeout: 15_000 }).toBeGreaterThan(0)
    await page.getByRole('textbox').focus()
    await page.keyboard.type('oui')
    await page.keyboard.press('Enter')
    await expect.poll(() => line.count(), { timeout: 15_000 }).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Continuer dans Telegram' }).click()
    await page.getByRole('link', { name: 'Ouvrir Telegram' }).waitFor()
    expect(await axe()).toEqual([])
    if (shots) await page.screenshot({ path: `${shots}/chat.png`, fullPage: true })
    // coming back: the conversation, their own words too
    await page.goto(`${journey.program.address}/chat?lang=en`)
    await expect.poll(() => page.locator('.line.own').count(), { timeout: 15_000 }).toBe(2)
    await page.setViewportSize({ width: 1280, height: 860 })
    if (shots) await page.screenshot({ path: `${shots}/desktop.png` })
    page.on('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Leave this computer' }).click()
    await page.getByText('No request here').waitFor()
    expect(await axe()).toEqual([])
    expect(said.filter((one) => !one.includes('401'))).toEqual([])
    await page.close()
  })
})

test('whoever answers for themself in the browser of their own conversation is told of to a trainer, and not stopped', async () => {
  const ida = someone()
  await ida.joins('LUNE-42', { name: 'Ida', once: 'd'.repeat(32) })
  for (const act of [
    () => ida.taps(fr.yes),
    () => ida.taps(fr.yes),
    () => ida.says(fr.moment),
    () => ida.says(fr.action),
    () => ida.taps(fr.skip),
    () => ida.says(fr.result),
    () => ida.taps(fr.level),
    () => ida.says(fr.next),
    () => ida.taps(fr.mine),
    () => ida.taps(fr.tutor),
    () => ida.taps(fr.send),
  ])
    await act()
  const code = /\/e\/([\w-]+)/.exec((await ida.reads()).map(({ text }) => text).join('\n'))![1]!
  await answersPage(journey, code, { verdict: 'yes', name: 'Son chef' }, { cookie: ida.cookie })
  const traces = () =>
    journey.rows(`select e.verdict, e.traces from "Endorsement" e join "Link" l on l.subject = e.id::text where l.code = $1`, [code])
  expect(await traces()).toEqual([{ verdict: 'yes', traces: { device: true } }])
})
