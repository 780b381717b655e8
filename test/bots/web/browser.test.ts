import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWeb, pageRoutes, playgroundRoutes, type WebChannel } from '../../../bots/web/index.ts'
import type { Database } from '../../../core/data/database.ts'
import type { Inbound, Outbound } from '../../../dialogs/vocabulary.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { complaints, DESKTOP, hasBrowser, openBrowser, PHONE, violations } from './browser.ts'
import { type House, openHouse, seedClaim } from './house.ts'

const CODE = 'LBmvWqeyOVrZyorDlLlCJENEdpfNSfIJ'

/** A conversation as short as it can be: enough to see that the phones speak and hear. */
function answerTo({ event, from }: Inbound): Outbound[] {
  if (event.is === 'media') return [{ text: `Bien reçu : ${event.kind}`, choices: [{ label: 'Oui, c’est tout', data: 'done' }] }]
  if (event.is === 'text') return [{ text: `Noté : ${event.text}` }]
  if (event.is === 'choice') return [{ text: `Envoyez ce lien :\nhttp://localhost:3978/#start=${CODE}` }]
  if (event.is === 'start' && event.code) return [{ text: `${from.firstName}, on vous demande un mot.` }]
  return [
    { text: 'Bonjour, je suis Déclic.' },
    {
      text: 'On commence ?',
      choices: [
        { label: 'Oui', data: 'yes' },
        { label: 'Exemple', data: 'example', control: true },
      ],
    },
  ]
}

describe.skipIf(!hasBrowser)('pages in a browser', () => {
  let database: Database
  let house: House
  let web: WebChannel
  let browser: Browser
  beforeAll(async () => {
    database = await freshDatabase()
    web = await openWeb({ publicUrl: 'http://localhost:3978', dataDir: await mkdtemp(join(tmpdir(), 'declic-browser-')) })
    house = await openHouse(database, {
      routes: (site) => [...pageRoutes(site), ...playgroundRoutes(site, web)],
      turn: async (inbound) => {
        if (inbound.from.channel !== 'web') return
        for (const [n, body] of answerTo(inbound).entries()) {
          const to = `web:${inbound.from.chat}`
          await database.prisma.outbox.create({ data: { id: `${inbound.key}:${n}`, to, body, at: new Date(), startedAt: new Date() } })
        }
        await web.send(inbound.from.chat, { text: '' })
      },
    })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await web.stop()
    await house.server.close()
    await database.stop()
  })

  async function visit(path: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: PHONE, ...options })
    const page = await context.newPage()
    const said = complaints(page)
    await page.goto(house.url(path))
    return { page, said, close: () => context.close() }
  }

  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('are accessible and fit a %s', async (_name, viewport) => {
    const open = await seedClaim(house)
    const issued = await seedClaim(house, { verdict: 'yes', issued: true, shared: true, audience: 'everyone' })
    for (const path of [`/e/${open.code}`, `/c/${issued.token}`, `/b/${issued.claimId}`, '/']) {
      const { page, said, close } = await visit(path, { viewport })
      if (path === '/') await page.getByRole('button', { name: 'Commencer', exact: true }).waitFor()
      expect(await violations(page), path).toEqual([])
      expect(said, path).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(viewport.width)
      await close()
    }
  })

  it('let a tutor answer without any script', async () => {
    const { code } = await seedClaim(house)
    const { page, close } = await visit(`/e/${code}`, { javaScriptEnabled: false })
    await page.getByLabel('Pas encore').check()
    await page.getByLabel(/Un mot de plus/).fill('il manque le nettoyage')
    await page.getByLabel('Votre nom').fill('Paul Martin')
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    await page.waitForLoadState()
    expect(house.heard.at(-1)?.event).toMatchObject({
      is: 'verdict',
      code,
      verdict: 'not-yet',
      comment: 'il manque le nettoyage',
      name: 'Paul Martin',
    })
    await close()
  })

  it('let somebody play three phones', async () => {
    const { page, said, close } = await visit('/', { viewport: DESKTOP })
    const awa = page.getByRole('region', { name: 'Awa Diallo' })
    const paul = page.getByRole('region', { name: 'Paul Martin' })
    await awa.getByRole('button', { name: 'Commencer' }).click()
    await awa.getByRole('button', { name: '1 Oui' }).click()
    await awa.getByRole('button', { name: 'Ouvrir chez Paul' }).click()
    await paul.getByText('Paul, on vous demande un mot.').waitFor()
    expect(house.heard.at(-1)?.event).toEqual({ is: 'start', code: CODE })

    const buffer = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c88' } })
      .jpeg()
      .toBuffer()
    await awa.locator('input[type=file]').setInputFiles({ name: 'plats.jpg', mimeType: 'image/jpeg', buffer })
    await awa.getByText('Bien reçu : photo').waitFor()
    await awa.getByRole('button', { name: 'Enregistrer un vocal' }).click()
    await awa.getByRole('timer').getByText('0:01').waitFor()
    await awa.getByRole('button', { name: 'Arrêter et envoyer' }).click()
    await awa.getByText('Bien reçu : voice').waitFor()
    expect(await violations(page)).toEqual([])

    const before = await page.locator('.bubble').allInnerTexts()
    await page.reload()
    await awa.getByText('Bien reçu : voice').waitFor()
    expect(await page.locator('.bubble').allInnerTexts()).toEqual(before)
    expect(said).toEqual([])

    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Recommencer' }).click()
    await awa.getByRole('button', { name: 'Commencer', exact: true }).waitFor()
    expect(await page.locator('.bubble').count()).toBe(0)
    await close()
  })

  it('let somebody play with the keyboard alone, on a narrow screen', async () => {
    const { page, said, close } = await visit('/')
    const focused = () =>
      page.evaluate(
        'document.activeElement.closest("button, textarea, a")?.ariaLabel ?? document.activeElement.closest("button, a")?.innerText ?? ""',
      )
    page.setDefaultTimeout(8000)
    const tabTo = async (name: string) => {
      for (let n = 0; n < 40 && !String(await focused()).includes(name); n++) await page.keyboard.press('Tab')
      expect(await focused()).toContain(name)
    }
    await page.getByRole('button', { name: 'Commencer', exact: true }).waitFor()
    await tabTo('Commencer')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '1 Oui' }).waitFor()
    await tabTo('Écrire un message')
    await page.keyboard.type('au restau')
    await page.keyboard.press('Enter')
    await page.getByText('Noté : au restau').waitFor()
    await page.getByRole('button', { name: 'Paul', exact: false }).first().focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('region', { name: 'Paul Martin' }).isVisible()).toBe(true)
    expect(await page.getByRole('region', { name: 'Awa Diallo' }).isVisible()).toBe(false)
    expect(said).toEqual([])
    await close()
  })

  it('ask on whose phone a link is opened', async () => {
    const { page, close } = await visit(`/#start=${CODE}`, { viewport: DESKTOP })
    await page.getByRole('status').getByRole('button', { name: 'Fatou' }).click()
    await page.getByText('Fatou, on vous demande un mot.').waitFor()
    expect(new URL(page.url()).hash).toBe('')
    await close()
  })
})
