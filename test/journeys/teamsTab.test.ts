// The tab in Teams with the whole program behind it, in a real browser: our page in a frame of another site, Microsoft's own library in
// it, and a host that answers well, badly, or never.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaints, DESKTOP, hasBrowser, openBrowser, PHONE, violations } from '../bots/web/browser.ts'
import { APP_ID, type FakeSignIn, openFakeSignIn, TENANT } from '../fakes/microsoftSignIn.ts'
import { DECLIC, type FakeHost, hasOpenssl, type HostMood, openFakeHost, STRANGER } from '../fakes/teamsHost.ts'
import { claimOf, evidenceOf, insert, learner, workshop } from './followUpSeed.ts'
import { type Journey, openJourney } from './world.ts'

/** A folder for pictures of every page, to look at: `SCREENSHOTS=/tmp/seen npx vitest run …`. */
const SCREENSHOTS = process.env.SCREENSHOTS

const LEA = randomUUID()
const AWA = randomUUID()

describe.skipIf(!hasBrowser || !hasOpenssl)('the tab in Teams', { timeout: 120_000 }, () => {
  let journey: Journey
  let browser: Browser
  let microsoft: FakeSignIn
  let host: FakeHost
  let claim: string
  let own: string
  let group: string

  beforeAll(async () => {
    microsoft = await openFakeSignIn()
    const environment = {
      PUBLIC_URL: DECLIC,
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'hush',
      TEAMS_TENANTS: TENANT,
      LOG_LEVEL: 'silent',
    }
    journey = await openJourney(environment, { microsoftKeys: microsoft.keys })
    await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'centre-formation')`)
    const lea = await learner(journey, 'Léa Roux', 'atelier-nord')
    const awa = await learner(journey, 'Awa Diallo', 'atelier-nord')
    const role = { personId: lea, structureId: 'atelier-nord', since: '2026-11-01T10:00:00Z' }
    await insert(journey, 'Membership', [
      { ...role, role: 'trainer' },
      { ...role, role: 'issuer' },
    ])
    for (const [n, [oid, personId]] of [
      [LEA, lea],
      [AWA, awa],
    ].entries()) {
      const account = { personId, seenAt: '2026-11-10T10:00:00Z' }
      await insert(journey, 'Account', [
        { ...account, channel: 'teams', externalId: `${TENANT}/${oid}`, chat: `a:${oid}` },
        // the same person, last seen in Telegram: what they are told goes there
        { ...account, channel: 'telegram', externalId: `90000${n}`, chat: `90000${n}`, seenAt: '2026-11-11T10:00:00Z' },
      ])
    }
    claim = await claimOf(journey, awa, 'atelier-nord')
    await claimOf(journey, await learner(journey, 'Chloé Éon', 'atelier-nord'), 'atelier-nord')
    await evidenceOf(journey, claim)
    await insert(journey, 'Answer', [
      {
        id: 'level',
        claimId: claim,
        prompt: 'c:trouver',
        asked: '?',
        level: 3,
        skipped: false,
        at: '2026-11-11T10:00:00Z',
        through: 'teams',
      },
    ])
    own = (await journey.rows<{ token: string }>('select token from "Claim" where id = $1', [claim]))[0]!.token
    group = await workshop(journey, 'atelier-nord', 'Atelier du 10 novembre', [awa])
    host = await openFakeHost(() => journey.program.address)
    browser = await openBrowser(host.hostArguments)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await host?.close()
    await journey?.stop()
    await microsoft?.close()
  })

  type Seen = { context: BrowserContext; page: Page; tab: FrameLocator; said: string[] }

  /** Teams with our tab in it. `who`: their object id, for a good token. */
  async function teams(mood: Partial<HostMood> & { who?: string }, viewport = DESKTOP, from?: string): Promise<Seen> {
    const context = await browser.newContext({ viewport, locale: 'fr-FR', ignoreHTTPSErrors: true })
    const page = await context.newPage()
    const said = complaints(page)
    const token = mood.token ?? (mood.who && (await microsoft.token(mood.who)))
    await page.goto(host.address({ tab: `${DECLIC}/teams/follow-up`, ...mood, token }, from))
    return { context, page, tab: page.frameLocator('iframe'), said }
  }

  /** What the console may say: Microsoft's library wants news from its own server, and our pages forbid it. */
  const ours = (said: string[]) => said.filter((line) => !line.includes('res.cdn.office.net'))

  // the door has the same titles while it loads
  const onFollowUp = (tab: FrameLocator) => tab.getByRole('heading', { level: 2, name: 'Ateliers' }).waitFor()
  const onMine = (tab: FrameLocator) => tab.locator('.rows a').waitFor()

  const inside = (page: Page) => page.frames().find((frame) => frame.url().startsWith(DECLIC))!

  /** The frame's page as axe and a ruler see it, and a picture of it. */
  async function looked(page: Page, name: string): Promise<void> {
    const frame = inside(page)
    expect(await violations(frame), name).toEqual([])
    expect(await frame.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(page.viewportSize()!.width)
    if (SCREENSHOTS) await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })
  }

  it.each([
    ['default', DESKTOP, 'fr-fr'],
    ['dark', PHONE, 'fr-fr'],
    ['dark', DESKTOP, 'en-us'],
    ['contrast', PHONE, 'en-gb'],
  ])('shows a trainer the follow-up page: %s, %j, %s', async (theme, viewport, locale) => {
    const { context, page, tab, said } = await teams({ who: LEA, theme, locale }, viewport)
    await onFollowUp(tab)
    expect(await tab.locator('html').getAttribute('data-theme')).toBe(theme)
    const name = `tab-${theme}-${viewport.width}`
    await looked(page, `${name}-home`)
    await tab.getByRole('link', { name: 'Atelier du 10 novembre' }).click()
    await tab.getByRole('heading', { level: 1, name: 'Atelier du 10 novembre' }).waitFor()
    await looked(page, `${name}-workshop`)
    await tab.getByRole('link', { name: /Demandes/ }).click()
    await tab.getByRole('link', { name: /Awa Diallo/ }).click()
    await tab.getByRole('heading', { level: 1, name: 'Awa Diallo' }).waitFor()
    // the theme comes with the page, not after it
    expect(await tab.locator('html').getAttribute('data-theme')).toBe(theme)
    await tab.getByText('À compléter c').click()
    await looked(page, `${name}-claim`)
    // pictures and cookies of the frame
    await tab.locator('.a-photo img').scrollIntoViewIfNeeded()
    await expect.poll(() => tab.locator('.a-photo img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    for (const where of ['/trainer/learners?q=a', `/trainer/w/${group}/sheet`, '/trainer/claims', '/trainer/issuer?lang=en']) {
      await inside(page).goto(`${DECLIC}${where}`)
      await looked(page, `${name}${where.replaceAll(/[^a-z]+/g, '-').slice(0, 16)}`)
    }
    expect(ours(said)).toEqual([])
    expect(await page.evaluate('window.asked')).toEqual(expect.arrayContaining(['initialize', 'getContext', 'authentication.getAuthToken']))
    await context.close()
  })

  it('follows the theme of Teams while it is open, and on the next page', async () => {
    const { context, page, tab } = await teams({ who: LEA })
    await onFollowUp(tab)
    const theme = () => tab.locator('html').getAttribute('data-theme')
    // said again until the page has learnt to listen
    for (const [turned, worn] of [
      ['contrast', 'contrast'],
      ['glass', 'dark'],
    ] as const) {
      await expect.poll(async () => [await page.evaluate(`window.turn("${turned}")`), await theme()].at(-1)).toBe(worn)
    }
    // on paper a dark page is black on white
    await page.emulateMedia({ media: 'print' })
    expect(await tab.locator('h1').evaluate((title) => getComputedStyle(title).color)).toBe('rgb(37, 34, 29)')
    await page.emulateMedia({ media: 'screen' })
    const next = page.waitForResponse(`${DECLIC}/trainer/learners?lang=fr`)
    await tab.getByRole('link', { name: 'Personnes' }).click()
    expect(await (await next).text()).toContain('data-theme="dark"')
    await context.close()
  })

  it('opens at one claim, shows its photo, and takes a decision in the frame', async () => {
    const { context, page, tab } = await teams({ who: LEA, subPageId: claim })
    await tab.getByRole('heading', { level: 1, name: 'Awa Diallo' }).waitFor()
    await tab.locator('.a-photo a').click()
    const photo = tab.locator('dialog.photo')
    await expect.poll(() => photo.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(640)
    await looked(page, 'tab-photo')
    // the keys of the page below do nothing meanwhile
    await page.keyboard.press('a')
    await page.keyboard.press('Escape')
    await expect.poll(() => photo.count()).toBe(0)
    // a document is a download: it leaves the page as it is
    const file = page.waitForEvent('download')
    await tab.getByRole('link', { name: /Ouvrir le document/ }).click()
    expect((await file).suggestedFilename()).toMatch(/\.pdf$/)
    await tab.getByText('À compléter c').click()
    await tab.getByLabel('Vos mots').fill('dites où c’était')
    await tab.getByRole('button', { name: 'Demander de compléter' }).click()
    await tab.getByText('C’est dit à Awa Diallo').waitFor()
    expect(await journey.rows('select outcome from "Decision" where "claimId" = $1', [claim])).toEqual([{ outcome: 'to-complete' }])
    await context.close()
  })

  it.each([
    ['default', DESKTOP],
    ['dark', PHONE],
    ['contrast', PHONE],
  ])('shows a learner their own claims: %s, %j', async (theme, viewport) => {
    const { context, page, tab, said } = await teams({ who: AWA, tab: `${DECLIC}/teams/claims`, theme }, viewport)
    await onMine(tab)
    await looked(page, `mine-${theme}`)
    await tab.locator('.rows a').click()
    await tab.getByText('Votre récit').waitFor()
    expect(inside(page).url()).toContain(`/c/${own}`)
    await looked(page, `mine-${theme}-claim`)
    await tab.getByRole('link', { name: '← Mes badges' }).click()
    await onMine(tab)
    expect(ours(said)).toEqual([])
    await context.close()
  })

  it('comes back to the same page when the session is over', async () => {
    const { context, page, tab } = await teams({ who: LEA, subPageId: claim })
    await tab.getByRole('heading', { level: 1, name: 'Awa Diallo' }).waitFor()
    await journey.rows(`delete from "Link" where kind = 'tab-session'`)
    await tab.getByRole('link', { name: 'Personnes' }).click()
    await tab.getByRole('heading', { level: 1, name: 'Personnes' }).waitFor()
    expect(inside(page).url()).toBe(`${DECLIC}/trainer/learners`)
    await context.close()
  })

  const refused = [
    ['refused', 'Nous ne pouvons pas vous reconnaître', () => microsoft.token(LEA, { forged: true })],
    ['tenant', 'Déclic n’est pas ouvert ici', () => microsoft.token(LEA, { claims: { tid: randomUUID() } })],
    ['unknown', 'Nous ne nous connaissons pas encore', () => microsoft.token(randomUUID())],
    ['not-trainer', 'Cette page est pour les équipes de formation', () => microsoft.token(AWA)],
    ['no-token', 'Teams ne dit pas qui vous êtes', async () => undefined],
  ] as const
  it.each(refused)('says what is the matter: %s', async (state, title, token) => {
    const { context, page, tab } = await teams({ token: await token(), theme: 'dark' }, PHONE)
    await tab.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await context.cookies(DECLIC)).not.toContainEqual(expect.objectContaining({ name: '__Host-declic-tab' }))
    await looked(page, `door-${state}`)
    await context.close()
  })

  it('speaks the language of Teams at the door', async () => {
    const { context, tab } = await teams({ locale: 'en-us' })
    await tab.getByRole('heading', { level: 1, name: 'Teams does not say who you are' }).waitFor()
    await context.close()
  })

  it('does not wait for ever for a host that never answers, and can be tried again', async () => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'fr-FR', ignoreHTTPSErrors: true })
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(host.address({ tab: `${DECLIC}/teams/follow-up`, mute: true }))
    const tab = page.frameLocator('iframe')
    await tab.getByText('Un instant, Teams vous présente').waitFor()
    await expect.poll(() => page.evaluate('window.asked')).toEqual(['initialize'])
    await looked(page, 'door-loading')
    await page.clock.runFor(11_000)
    await tab.getByRole('heading', { level: 1, name: 'Teams ne répond pas' }).waitFor()
    await looked(page, 'door-silent')
    await tab.getByRole('button', { name: 'Réessayer' }).click()
    await expect.poll(() => page.evaluate('window.asked')).toEqual(['initialize', 'initialize'])
    await context.close()
  })

  it('says outside of Teams where it opens', async () => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'fr-FR', ignoreHTTPSErrors: true })
    const page = await context.newPage()
    await page.goto(`${DECLIC}/teams/follow-up?claim=${claim}`)
    await page.getByRole('heading', { level: 1, name: 'Cette page s’ouvre dans Teams' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.getByRole('link', { name: 'Ouvrir dans Teams' }).getAttribute('href')).toContain(`/l/entity/${APP_ID}/follow-up`)
    if (SCREENSHOTS) await page.screenshot({ path: path.join(SCREENSHOTS, 'door-outside.png') })
    await page.goto(`${DECLIC}/teams/about`)
    expect(await violations(page)).toEqual([])
    if (SCREENSHOTS) await page.screenshot({ path: path.join(SCREENSHOTS, 'about.png'), fullPage: true })
    await context.close()
  })

  it('is shown in no frame but that of Teams, and its cookie follows into no other', async () => {
    const { context, page, tab } = await teams({ who: LEA })
    await onFollowUp(tab)
    const [kept] = (await context.cookies(DECLIC)).filter(({ name }) => name === '__Host-declic-tab')
    expect(kept).toMatchObject({ httpOnly: true, secure: true, sameSite: 'None' })
    // a stranger frames the door, and the follow-up page itself
    for (const where of ['/teams/follow-up', '/trainer', `/c/${own}`]) {
      await page.goto(host.address({ tab: `${DECLIC}${where}`, token: await microsoft.token(LEA) }, STRANGER))
      await expect.poll(() => page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/')
      expect(await page.evaluate('window.asked')).toEqual([])
    }
    // the same browser, in a window of its own: nobody is signed in
    expect((await page.goto(`${DECLIC}/trainer`))!.status()).toBe(401)
    await context.close()
  })

  it('tells a browser that keeps no cookie, instead of going round in circles', async () => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'fr-FR', ignoreHTTPSErrors: true })
    const page = await context.newPage()
    // as if the cookie had been thrown away
    await context.route(`${DECLIC}/teams/session`, async (route) => {
      if (route.request().method() === 'GET') return route.fulfill({ status: 401 })
      return route.continue()
    })
    await page.goto(host.address({ tab: `${DECLIC}/teams/claims`, token: await microsoft.token(AWA) }))
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Votre navigateur bloque cette page' }).waitFor()
    await looked(page, 'door-no-cookie')
    await context.close()
  })
})
