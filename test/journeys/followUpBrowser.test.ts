// The follow-up page in a browser: ten claims decided by keyboard, a page that follows what happens, and every page looked at by axe.
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaints, DESKTOP, hasBrowser, openBrowser, PHONE, violations } from '../bots/web/browser.ts'
import { claimOf, evidenceOf, helper, insert, invitation, learner, workshop } from './followUpSeed.ts'
import { openCast, type Speaker } from './people.ts'
import { type Journey, openJourney } from './world.ts'

/** A folder for pictures of every page, to look at: `SCREENSHOTS=/tmp/seen npx vitest run …`. */
const SCREENSHOTS = process.env.SCREENSHOTS

const NAMES = [
  'Awa Diallo',
  'Ali Benz',
  'Chloé Éon',
  'Maria-Fernanda Rodrigues da Silva',
  'Nour',
  'Ivan Petrov',
  'Lin Wei',
  'Rosa',
  'Sam',
  'Zoé',
]

describe.skipIf(!hasBrowser)('the follow-up page in a browser', { timeout: 120_000 }, () => {
  let journey: Journey
  let browser: Browser
  let lea: Speaker
  let group: string
  const claims: string[] = []

  beforeAll(async () => {
    journey = await openJourney()
    await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'centre-formation')`)
    const people: string[] = []
    for (const [n, name] of NAMES.entries()) {
      const person = await learner(journey, name, 'atelier-nord')
      people.push(person)
      const sendings = [{ at: `2026-11-11T10:0${n}:00.000Z`, through: 'telegram' }]
      const id = await claimOf(journey, person, 'atelier-nord', { sendings })
      claims.push(id)
      await insert(journey, 'Answer', [
        {
          id: `level-${n}`,
          claimId: id,
          prompt: 'c:trouver',
          asked: '?',
          level: (n % 4) + 1,
          skipped: false,
          at: sendings[0]!.at,
          through: 'telegram',
        },
      ])
    }
    await evidenceOf(journey, claims[0]!)
    for (const name of ['Omar', 'Paul']) {
      const person = await learner(journey, name, 'atelier-nord')
      people.push(person)
      await claimOf(journey, person, 'atelier-nord', { sendings: [] })
    }
    for (const name of ['Ida Vue', 'Sami Bel']) await helper(journey, name, 'atelier-nord')
    group = await workshop(journey, 'atelier-nord', 'Atelier du 10 novembre', people)
    lea = openCast(journey).person('F', 'Léa Roux')
    for (const kind of ['trainer', 'issuer'] as const) {
      await lea.starts(await invitation(journey, 'atelier-nord', kind))
      await lea.taps('Oui')
    }
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await journey?.stop()
  })

  async function linkFor(who: Speaker): Promise<string> {
    const [said] = await who.says('suivi')
    return /\/trainer\/in\/[0-9a-f]{32}/.exec(said!.text)![0]
  }

  const address = (where: string) => `${journey.program.address}${where}`

  /** A browser that is signed in, on the first page. */
  async function desk(
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ context: BrowserContext; page: Page; said: string[] }> {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: DESKTOP, ...options })
    const page = await context.newPage()
    const said = complaints(page)
    await page.goto(address(await linkFor(lea)))
    await page.getByRole('button', { name: 'Ouvrir' }).click()
    await page.getByRole('heading', { level: 1, name: 'Suivi' }).waitFor()
    return { context, page, said }
  }

  it.each([
    ['phone', PHONE, 'fr'],
    ['desktop', DESKTOP, 'fr'],
    ['phone in English', PHONE, 'en'],
  ])('is accessible and fits a %s', async (name, viewport, lang) => {
    const { context, page, said } = await desk({ viewport })
    const pages = [
      '/trainer',
      `/trainer/w/${group}`,
      `/trainer/w/${group}/sheet`,
      '/trainer/learners?q=a',
      '/trainer/codes',
      '/trainer/claims',
      `/trainer/claims/${claims[0]}`,
      '/trainer/issuer',
    ]
    for (const where of [...pages, await linkFor(lea)]) {
      await page.goto(address(`${where}${where.includes('?') ? '&' : '?'}lang=${lang}`))
      if (where.includes('/claims/')) await page.locator('[data-key=c]').click()
      expect(await violations(page), where).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth'), where).toBeLessThanOrEqual(viewport.width)
      if (SCREENSHOTS) {
        const file = `${name}-${where.replaceAll(/[^a-z]+/g, '-').slice(0, 24)}${pages.indexOf(where)}.png`
        await page.screenshot({ path: path.join(SCREENSHOTS, file), fullPage: true })
        if (where.endsWith('/sheet')) {
          await page.emulateMedia({ media: 'print' })
          await page.screenshot({ path: path.join(SCREENSHOTS, `${name}-printed.png`), fullPage: true })
          await page.emulateMedia({ media: null })
        }
      }
    }
    expect(said).toEqual([])
    await context.close()
  })

  it('plays sound and film, and shows a document in the page', async () => {
    const { context, page, said } = await desk()
    const answered = page.waitForResponse((response) => response.url().endsWith('?view'))
    await page.goto(address(`/trainer/claims/${claims[0]}`))
    const known = `[...document.querySelectorAll('audio, video')].map((one) => [one.localName, one.readyState > 0 && one.duration > 0, one.error])`
    await expect
      .poll(() => page.evaluate(known), { timeout: 15_000 })
      .toEqual([
        ['audio', true, null],
        ['video', true, null],
      ])
    const width = `document.querySelector('video').videoWidth`
    expect(await page.evaluate(width)).toBe(64)
    await page.locator('iframe.document').scrollIntoViewIfNeeded()
    const answer = await answered
    expect(answer.status()).toBe(200)
    const { 'content-type': type, 'content-disposition': how, 'content-security-policy': may } = await answer.allHeaders()
    expect([type, how?.split(';')[0], may]).toEqual(['application/pdf', 'inline', "default-src 'none'; frame-ancestors 'self'"])
    await expect.poll(() => page.frames().length).toBeGreaterThan(1)
    if (SCREENSHOTS) {
      await page.waitForTimeout(1500)
      await page.screenshot({ path: path.join(SCREENSHOTS, 'evidence.png'), fullPage: true })
    }
    expect(said).toEqual([])
    await context.close()
  })

  it('brings a piece that was on its way, and leaves what is being written and played alone', async () => {
    const person = await learner(journey, 'Théo Arrive', 'atelier-nord')
    const id = await claimOf(journey, person, 'atelier-nord', { sendings: [{ at: '2026-11-12T10:00:00.000Z', through: 'telegram' }] })
    const pieces = await evidenceOf(journey, id)
    await journey.rows(`update "Evidence" set state = 'fetching' where id = $1`, [pieces.photo])
    const { context, page, said } = await desk()
    await page.goto(address(`/trainer/claims/${id}`))
    await page.getByText('Ce fichier arrive bientôt.').waitFor()
    await page.locator('[data-key=r]').click()
    await page.locator('.decide details[open] textarea').fill('il manque encore')
    await page.evaluate(`document.querySelector('audio').here = true`)
    await journey.rows(`update "Evidence" set state = 'kept' where id = $1`, [pieces.photo])
    await page.locator('.piece img').waitFor({ timeout: 20_000 })
    expect(await page.getByText('Ce fichier arrive bientôt.').count()).toBe(0)
    expect(await page.locator('.decide details[open] textarea').inputValue()).toBe('il manque encore')
    expect(await page.evaluate(`[document.querySelector('audio').here, document.activeElement.localName]`)).toEqual([true, 'textarea'])
    expect(said).toEqual([])
    await context.close()
    await journey.rows('delete from "Evidence" where "claimId" = $1', [id])
    await journey.rows('delete from "Claim" where id = $1', [id])
  })

  it('follows what happens without being loaded again', async () => {
    const { context, page } = await desk()
    await page.goto(address(`/trainer/w/${group}`))
    await page.evaluate('window.stayed = true')
    await expect.poll(() => page.locator('.tiles dd').first().textContent()).toBe('12')
    await insert(journey, 'Enrolment', [
      { workshopId: group, personId: await learner(journey, 'Yann', 'atelier-nord'), at: '2026-11-10T11:00:00Z', through: 'telegram' },
    ])
    await expect.poll(() => page.locator('.tiles dd').first().textContent(), { timeout: 20_000 }).toBe('13')
    expect(await page.getByText('Yann').count()).toBe(1)
    expect(await page.evaluate('window.stayed')).toBe(true)
    await context.close()
  })

  it('lets a trainer decide ten claims by keyboard', async () => {
    const { context, page, said } = await desk()
    await page.goto(address('/trainer/claims'))
    await page.keyboard.press('j')
    for (const [n, name] of NAMES.entries()) {
      await page.getByRole('heading', { level: 1, name }).waitFor()
      if (n === 3) {
        // walking away and back decides nothing
        await page.keyboard.press('j')
        await page.getByRole('heading', { level: 1, name: NAMES[4]! }).waitFor()
        await page.keyboard.press('k')
        await page.getByRole('heading', { level: 1, name }).waitFor()
        // the page takes keys once its script says so
        await page.getByLabel(/Une touche suffit/).waitFor()
        await page.keyboard.press('c')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
      } else if (n === 5) {
        await page.keyboard.press('r')
        await page.keyboard.type('a tout faire avec nous jeudi')
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
      } else await page.keyboard.press('a')
    }
    await page.getByText('Aucune demande ne vous attend').waitFor()
    const decided = await journey.rows(
      `select d.outcome, d.reason, p.name from "Decision" d join "Claim" c on c.id = d."claimId" join "Person" p on p.id = c."personId"`,
    )
    expect(decided).toHaveLength(10)
    expect(decided.filter((one) => one.outcome === 'accepted')).toHaveLength(8)
    expect(decided).toContainEqual({
      outcome: 'to-complete',
      reason: 'Dites ce que vous avez fait vous-même, étape par étape.',
      name: NAMES[3],
    })
    expect(decided).toContainEqual({ outcome: 'refused', reason: 'a tout faire avec nous jeudi', name: NAMES[5] })
    expect(said).toEqual([])
    await context.close()
  })

  it('takes a decision without any script, and no key when keys are off', async () => {
    const person = await learner(journey, 'Inès', 'atelier-nord')
    const id = await claimOf(journey, person, 'atelier-nord')
    const keyed = await desk()
    await keyed.page.goto(address(`/trainer/claims/${id}`))
    await keyed.page.getByLabel(/Une touche suffit/).uncheck()
    await keyed.page.keyboard.press('a')
    expect(await journey.rows('select 1 from "Decision" where "claimId" = $1', [id])).toEqual([])
    await keyed.context.close()
    const { context, page } = await desk({ javaScriptEnabled: false })
    await page.goto(address(`/trainer/claims/${id}`))
    await page.getByText('À compléter').click()
    await page.locator('.decide details[open]').getByLabel('Vos mots').fill('dites où c’était')
    await page.getByRole('button', { name: 'Demander de compléter' }).click()
    await page.getByText('C’est dit à Inès').waitFor()
    await context.close()
  })
})
