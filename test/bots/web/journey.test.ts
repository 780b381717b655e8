// The whole program in a browser: Awa asks, Paul answers, Fatou accepts, the badge comes, Awa shows it, a recruiter reads it.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../../../bots/program.ts'
import { readSettings } from '../../../bots/settings.ts'
import { TEMPLATE } from '../../setup/cluster.ts'
import { freshDatabaseUrl } from '../../setup/freshDatabase.ts'
import { complaints, DESKTOP, hasBrowser, openBrowser, PHONE, violations } from './browser.ts'

const ANSWER = 'Au restau du cœur, j’ai coupé les légumes avec deux collègues, puis j’ai rempli les plats.'

describe.skipIf(!hasBrowser)('the whole journey in a browser', () => {
  let program: Program
  let browser: Browser
  beforeAll(async () => {
    const settings = readSettings({
      PORT: '0',
      PUBLIC_URL: 'http://localhost:3978',
      DATA_DIR: await mkdtemp(join(tmpdir(), 'declic-journey-')),
      DATABASE_URL: await freshDatabaseUrl(TEMPLATE),
      LOG_LEVEL: 'error',
    })
    program = await startProgram(settings)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await program?.stop()
  })

  /** What Déclic said last on Awa's phone, once it has stopped talking. */
  async function lastWords(page: Page, before: number): Promise<string> {
    const said = page.getByRole('region', { name: 'Awa Diallo' }).locator('.line:not(.own)')
    await expect.poll(() => said.count(), { timeout: 15_000 }).toBeGreaterThan(before)
    await expect.poll(async () => (await page.locator('.typing').count()) === 0).toBe(true)
    let seen = 0
    while (seen !== (await said.count())) {
      seen = await said.count()
      await page.waitForTimeout(200)
    }
    return (await said.last().textContent()) ?? ''
  }

  /** Taps the first button, or answers with any sensible text or photo, until the claim is sent. */
  async function claim(page: Page): Promise<void> {
    const awa = page.getByRole('region', { name: 'Awa Diallo' })
    const said = awa.locator('.line:not(.own)')
    const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#7a9e58' } })
      .jpeg()
      .toBuffer()
    await awa.getByRole('button', { name: 'Commencer', exact: true }).click()
    let words = await lastWords(page, 0)
    for (let turn = 0; turn < 40 && !words.includes('#start='); turn++) {
      const before = await said.count()
      const first = said.last().locator('button.choice').first()
      if (await first.count()) await first.click()
      else if (words.includes('Envoyez'))
        await awa.locator('input[type=file]').setInputFiles({ name: 'plats.jpg', mimeType: 'image/jpeg', buffer: photo })
      else {
        await awa.getByRole('textbox').fill(ANSWER)
        await awa.getByRole('textbox').press('Enter')
      }
      words = await lastWords(page, before)
    }
    expect(await awa.textContent()).toContain('Votre demande est envoyée.')
  }

  it.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('from hello to a badge that a recruiter reads, on a %s', { timeout: 120_000 }, async (_name, viewport) => {
    const context = await browser.newContext({ locale: 'fr-FR', viewport })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    const said = complaints(page)
    await page.goto(program.address)
    await claim(page)
    const awa = page.getByRole('region', { name: 'Awa Diallo' })
    expect(await violations(page)).toEqual([])

    // Paul has no account anywhere: he opens the page, without script
    const tutor = await browser.newContext({ locale: 'fr-FR', viewport, javaScriptEnabled: false })
    const form = await tutor.newPage()
    await form.goto(program.address + (await awa.locator('a[href*="/e/"]').last().getAttribute('href')))
    expect(await form.getByRole('img', { name: /Photo/ }).count()).toBe(1)
    await form.getByLabel('Oui, je confirme').check()
    await form.getByLabel(/Un mot de plus/).fill('toujours là pour les autres')
    await form.getByLabel('Votre nom').fill('Paul Martin')
    await form.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    await form.getByRole('button', { name: 'C’est bon' }).click()
    await form.getByText('Votre réponse est partie').waitFor()
    await tutor.close()

    await awa.getByText('toujours là pour les autres').waitFor()

    const take = (name: string) => page.getByRole('navigation').getByRole('button', { name })
    if (viewport === PHONE) await take('Fatou').click()
    const fatou = page.getByRole('region', { name: 'Fatou Ndiaye' })
    // the first button of each message leads onward, from the news to the decision
    const next = fatou.locator('.choices:not(.past) button.choice').first()
    await next.waitFor()
    for (let tap = 0; tap < 4; tap++) {
      const label = await next.textContent()
      await next.click()
      if (label === '1 Accepter') break
      await expect.poll(() => next.textContent(), { timeout: 15_000 }).not.toBe(label)
    }
    if (viewport === PHONE) await take('Awa').click()
    await awa.locator('img.picture').first().waitFor()
    const badge = await context.newPage()
    await badge.goto(program.address + (await awa.locator('a[href*="/c/"]').last().getAttribute('href')))
    await badge.getByText('Vous avez ce badge').waitFor()
    expect(await violations(badge)).toEqual([])
    await badge.getByRole('button', { name: 'Montrer mon badge' }).click()
    const address = new URL((await badge.locator('.address a').getAttribute('href'))!).pathname
    await badge.goto(program.address + address)
    await badge.getByText(/Vu et confirmé par Paul Martin/).waitFor()
    expect(await violations(badge)).toEqual([])
    const credential = await (await fetch(`${program.address}${address}.json`)).json()
    expect(credential).toMatchObject({ type: expect.arrayContaining(['OpenBadgeCredential']) })
    expect(said).toEqual([])
    await context.close()
  })

  /** Moves with Tab until `target` has the focus, as somebody without a mouse does. */
  async function reach(page: Page, target: Locator): Promise<void> {
    await target.waitFor()
    for (let presses = 0; presses < 150; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${target}`)
  }

  it('from hello to a shown badge by keyboard alone', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: DESKTOP })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    await page.goto(program.address)
    const presses = async (target: Locator) => {
      await reach(page, target)
      await page.keyboard.press('Enter')
    }
    const writes = async (phone: Locator, words: string) => {
      await reach(page, phone.getByRole('textbox'))
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
    }
    const phoneOf = (name: string) => page.getByRole('region', { name })
    const awa = phoneOf('Awa Diallo')
    const said = awa.locator('.line:not(.own)')
    await presses(awa.getByRole('button', { name: 'Commencer', exact: true }))
    let words = await lastWords(page, 0)
    for (let turn = 0; turn < 40 && !words.includes('#start='); turn++) {
      const before = await said.count()
      const first = said.last().locator('button.choice').first()
      if (await first.count()) await presses(first)
      else if (words.includes('Envoyez')) {
        const choosing = page.waitForEvent('filechooser')
        await presses(awa.getByRole('button', { name: 'Envoyer une photo ou un fichier' }))
        const buffer = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#7a9e58' } })
          .jpeg()
          .toBuffer()
        await (await choosing).setFiles({ name: 'plats.jpg', mimeType: 'image/jpeg', buffer })
      } else await writes(awa, ANSWER)
      words = await lastWords(page, before)
    }
    expect(await awa.textContent()).toContain('Votre demande est envoyée.')

    await presses(awa.getByRole('button', { name: /Ouvrir chez Paul/ }).last())
    const paul = phoneOf('Paul Martin')
    await paul.getByText('Avez-vous vu Awa').waitFor()
    await writes(paul, 'oui, toujours là pour les autres')
    await presses(paul.getByRole('button', { name: /C’est bon/ }))

    const fatou = phoneOf('Fatou Ndiaye')
    const next = fatou.locator('.choices:not(.past) button.choice').first()
    await next.waitFor()
    if ((await next.textContent()) !== '1 Accepter') await presses(next)
    await presses(fatou.getByRole('button', { name: '1 Accepter' }))
    await presses(awa.getByRole('button', { name: /Le montrer/ }))
    await awa.getByText('Voici le lien à donner').waitFor()
    await context.close()
  })
})
