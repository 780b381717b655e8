// A letter in a real browser, on a phone and on a desk: on one screen, with its pictures inside, asking nobody for anything.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { pdf, photo } from '../core/evidence/files.ts'
import { DESKTOP, hasBrowser, openBrowser, PHONE, violations } from '../bots/web/browser.ts'
import { type Delivered, openPostbox, type Postbox } from '../fakes/mail/postbox.ts'
import { type Language, openCast } from './people.ts'
import { walk, WORDS } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

describe.skipIf(!hasBrowser)('a letter, looked at', () => {
  let journey: Journey
  let postbox: Postbox
  let browser: Browser
  beforeAll(async () => {
    ;[postbox, browser] = await Promise.all([openPostbox(), openBrowser()])
    journey = await openJourney({ SMTP_URL: postbox.url, MAIL_FROM: 'declic@exemple.org', PUBLIC_URL: 'https://badges.example.org' })
  })
  afterAll(async () => {
    await browser?.close()
    await journey?.stop()
    await postbox?.close()
  })

  async function letterOf(language: Language): Promise<Delivered> {
    const words = WORDS[language]
    const cast = openCast(journey)
    const awa = cast.person('L', 'Awa Diallo', language)
    await walk(awa, 'evidence')
    const pictures = await Promise.all([photo(900, 600), photo(600, 900)])
    for (const picture of pictures) await awa.does((phone) => phone.sendsPhoto(picture))
    await awa.does((phone) => phone.sendsDocument(pdf, { name: 'attestation.pdf', mediaType: 'application/pdf' }))
    await awa.taps(language === 'fr' ? 'Oui, c’est tout' : 'Yes, that is all')
    await walk(awa, 'tutor', { from: 'result' })
    const address = `paul-${language}@chantier.fr`
    await awa.says(address)
    await awa.taps(words.yes)
    if (awa.last().buttons.some((button) => button.startsWith('1 Juste') || button.startsWith('1 Just'))) await awa.taps(1)
    await awa.taps(words.send)
    await journey.settled()
    return postbox.last(address)
  }

  test.each(['fr', 'en'] as const)('in %s', async (language) => {
    const { mail } = await letterOf(language)
    const html = mail.html as string
    expect(mail.attachments.map(({ contentType, contentDisposition }) => [contentType, contentDisposition])).toEqual([
      ['image/jpeg', 'inline'],
      ['image/jpeg', 'inline'],
    ])
    // nothing is fetched: every picture is inside, and no style or script comes from anywhere
    expect(html).not.toMatch(/src="(?!data:image\/jpeg)|url\(|<script|<link|@import|background=/)
    // what is no picture is on the page
    expect(mail.text).toMatch(language === 'fr' ? /Les autres preuves sont sur la page/ : /The other proofs are on the page/)
    const hosts = new Set([...html.matchAll(/https?:\/\/([^/"]+)/g)].map((found) => found[1]))
    expect(hosts).toEqual(new Set(['badges.example.org']))
    for (const [name, viewport] of [
      ['phone', PHONE],
      ['desk', DESKTOP],
    ] as const) {
      const page = await browser.newPage({ viewport })
      const asked: string[] = []
      page.on('request', (request) => request.url().startsWith('http') && asked.push(request.url()))
      await page.setContent(html)
      expect(asked).toEqual([])
      expect(await violations(page)).toEqual([])
      const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number
      expect(wide).toBeLessThanOrEqual(viewport.width)
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/mail-${language}-${name}.png`, fullPage: true })
      // where its links lead: the choice is made, nothing is sent; and the way to no more letters
      const code = /badges\.example\.org\/e\/([\w-]+)/.exec(html)![1]!
      for (const [where, shot] of [
        [`/e/${code}?lang=${language}&verdict=not-yet#answer`, 'answer'],
        [`/e/${code}/stop?lang=${language}`, 'stop'],
      ] as const) {
        await page.goto(`${journey.program.address}${where}`)
        expect(await violations(page)).toEqual([])
        if (shot === 'answer') expect(await page.locator('input[name=verdict]:checked').inputValue()).toBe('not-yet')
        if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/mail-${language}-${name}-${shot}.png` })
      }
      await page.close()
    }
  })
})
