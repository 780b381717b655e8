// Without Telegram: joining by the workshop's page, the claim in the browser, and going on in Telegram with what was begun.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { complaints, hasBrowser, openBrowser, PHONE, violations } from '../bots/web/browser.ts'
import { codeIn, openCast } from './people.ts'
import { openPage } from './page.ts'
import { BADGE, WORDS } from './walk.ts'
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

test('somebody who has claims in Telegram is not put together with somebody else', async () => {
  const cast = openCast(journey)
  const ben = cast.person('L', 'Ben Ali')
  await ben.starts(BADGE)
  await ben.taps('Oui')
  const page = someone()
  await page.joins(CODE, { name: 'Benoît', once: 'b'.repeat(32) })
  const { url } = (await (await page.post('/chat/telegram', {})).json()) as { url: string }
  await ben.starts(/start=(\w+)$/.exec(url)![1]!)
  expect(ben.last().text).toContain('pas encore')
  expect(await journey.rows(`select 1 from "Link" where kind = 'channel' and "usedAt" is null`)).toHaveLength(1)
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
