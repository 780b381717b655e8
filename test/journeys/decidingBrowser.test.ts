// What a juror and a trainer with a code see, in a browser: accessible, fitting a phone, and a sentence that is changed before it leaves.
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaints, DESKTOP, hasBrowser, openBrowser, PHONE, violations } from '../bots/web/browser.ts'
import { catalogueOfDecisions, submits } from './decisions.ts'
import { evidenceOf } from './followUpSeed.ts'
import { openCast, type Speaker, trainerOf } from './people.ts'
import { type Journey, openJourney } from './world.ts'

/** As in followUpBrowser.test.ts. */
const SCREENSHOTS = process.env.SCREENSHOTS

describe.skipIf(!hasBrowser)('deciding in a browser', { timeout: 120_000 }, () => {
  let journey: Journey
  let browser: Browser
  let lea: Speaker
  let karim: Speaker
  let claims: Record<'jury' | 'advice' | 'trainer', string>

  beforeAll(async () => {
    journey = await openJourney({ CATALOGUE_DIR: await catalogueOfDecisions() })
    await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'centre-formation')`)
    const cast = openCast(journey)
    ;[lea, karim] = [cast.person('F', 'Léa Roux'), cast.person('F', 'Karim Benali')]
    const nora = cast.person('F', 'Nora Diop')
    for (const one of [lea, karim, nora]) await trainerOf(journey, one, ['atelier-nord'])
    const awa = cast.person('L', 'Awa Diallo')
    await awa.says('bonjour')
    claims = {
      jury: await submits(journey, awa, 'jury'),
      advice: await submits(journey, awa, 'advice'),
      trainer: await submits(journey, awa, 'trainer'),
    }
    await evidenceOf(journey, claims.jury)
    // two pieces of advice are there: a trainer decides
    for (const [one, outcome, reason] of [
      [karim, 'to-complete', 'Il manque la date des entretiens.'],
      [nora, 'accepted', null],
    ] as const)
      await journey.rows(
        `insert into "Review" select gen_random_uuid()::text, $1::uuid, a."personId", p.name, $2, $3, now(), 'telegram' from "Account" a join "Person" p on p.id = a."personId" where a."externalId" = $4`,
        [claims.advice, outcome, reason, String(one.phone.id)],
      )
    await journey.rows('update "Claim" set "juryOverAt" = now() where id = $1', [claims.advice])
    await karim.says('demandes')
    await karim.taps('Suite').catch(() => [])
    await lea.says('code')
    await lea.taps('Dans 2 heures')
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await journey?.stop()
  })

  const address = (where: string) => `${journey.program.address}${where}`

  async function desk(who: Speaker, viewport = DESKTOP) {
    const context = await browser.newContext({ locale: 'fr-FR', viewport })
    const page = await context.newPage()
    const said = complaints(page)
    const link = (await who.says('suivi')).map(({ text }) => text).join()
    await page.goto(address(/\/trainer\/in\/[0-9a-f]{32}/.exec(link)![0]))
    await page.getByRole('button', { name: 'Ouvrir' }).click()
    await page.getByRole('heading', { level: 1, name: 'Suivi' }).waitFor()
    return { context, page, said }
  }

  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('is accessible and fits a %s', async (name, viewport) => {
    // Léa has this one open: Karim reads that
    const leas = await desk(lea, viewport)
    await leas.page.goto(address(`/trainer/claims/${claims.trainer}`))
    await leas.page.locator('[data-key=c]').click()
    const karims = await desk(karim, viewport)
    const seen = [
      { ...leas, name: 'trainer', where: '' },
      { ...karims, name: 'held', where: `/trainer/claims/${claims.trainer}` },
      { ...karims, name: 'claims', where: '/trainer/claims' },
      { ...karims, name: 'jury', where: `/trainer/claims/${claims.jury}` },
      { ...karims, name: 'advised', where: `/trainer/claims/${claims.advice}` },
      { ...karims, name: 'codes', where: '/trainer/codes' },
      { ...karims, name: 'codes-en', where: '/trainer/codes?lang=en' },
    ]
    for (const { page, name: what, where } of seen) {
      if (where) await page.goto(address(where))
      expect(await violations(page), what).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth'), what).toBeLessThanOrEqual(viewport.width)
      if (SCREENSHOTS) await page.screenshot({ path: path.join(SCREENSHOTS, `deciding-${name}-${what}.png`), fullPage: true })
    }
    expect([...leas.said, ...karims.said]).toEqual([])
    for (const { context } of [leas, karims]) await context.close()
  })

  it('writes the chosen sentence below, to be changed before it leaves, and sends it once', async () => {
    const { context, page, said } = await desk(lea)
    await page.goto(address(`/trainer/claims/${claims.trainer}`))
    await page.locator('[data-key=c]').click()
    const form = page.locator('.decide details[open]')
    await form.getByLabel('Dites qui vous a appris ce geste.').check()
    const words = form.getByLabel('Vos mots')
    expect(await words.inputValue()).toBe('Dites qui vous a appris ce geste.')
    await words.fill('Dites qui vous a appris ce geste, et quand.')
    await form.getByRole('button', { name: 'Demander de compléter' }).click()
    await page.getByText('est à compléter').waitFor()
    expect(await journey.rows('select reason from "Decision" where "claimId" = $1', [claims.trainer])).toEqual([
      { reason: 'Dites qui vous a appris ce geste, et quand.' },
    ])
    expect(said).toEqual([])
    await context.close()
  })
})
