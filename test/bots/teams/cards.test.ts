// Every card that a claim, a tutor and a trainer see, drawn by Microsoft's own renderer in a real browser: no complaint, nothing cut off on a
// phone, in light, dark and high contrast. CARD_PICTURES names a folder for pictures of some.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answeredCard, cardOf } from '../../../bots/teams/card.ts'
import { composeText } from '../../../bots/teams/compose.ts'
import type { Outbound } from '../../../dialogs/vocabulary.ts'
import { goOn, SENSIBLE } from '../../dialogs/firstButton.ts'
import { catalogue, openTown } from '../../dialogs/town.ts'
import { hasBrowser, openBrowser } from '../web/browser.ts'

/** Everything that is said while every badge is claimed, endorsed and decided on, and in a workshop. */
function everythingSaid(): Outbound[] {
  const said: Outbound[] = []
  for (const locale of ['fr', 'en'] as const)
    for (const { badge } of catalogue.issuers.flatMap((issuer) => issuer.badges.map(({ id }) => ({ badge: id })))) {
      const town = openTown({ locale })
      town.structures.push({ id: 'nord', name: 'Atelier Nord', organisationId: catalogue.badge(badge)!.issuer.id, trial: false })
      const code = 't'.repeat(32)
      const invitation = { name: 'Léa Roux', createdAt: town.now(), expiresAt: null, usedAt: null, usedBy: null }
      town.put('Link', { code, kind: 'trainer', subject: 'nord', structureId: 'nord', ...invitation })
      const trainer = town.person('Léa Roux')
      trainer.starts(code)
      trainer.chooses(1)
      const learner = town.person('Awa Diallo')
      learner.starts(badge)
      goOn(learner, SENSIBLE[locale])
      const link = town.said.map(({ body }) => /start=([A-Za-z0-9_-]{22,})/.exec(body.text)?.[1]).find(Boolean)
      if (link) {
        const tutor = town.person('Paul Martin')
        tutor.starts(link)
        tutor.chooses(1)
      }
      for (const word of ['aide', 'corriger', 'mes demandes', 'langue', 'oublier']) learner.says(word)
      for (const word of ['demandes', 'atelier', 'relance']) trainer.says(word)
      said.push(...town.said.map(({ body }) => body))
    }
  return said
}

const said = everythingSaid()
const cards = new Map<string, object>()
for (const message of said) {
  const last = composeText(message).at(-1)!
  const content = last.attachments?.[0]?.content
  if (!content) continue
  cards.set(JSON.stringify(content), content)
  const answered = answeredCard(message.text, message, message.choices?.[0]?.data ?? null)
  cards.set(JSON.stringify(answered), answered)
}
const all = [...cards.values()]

describe('cards', () => {
  test('there are many, each below 28 KB with its message', () => {
    expect(all.length).toBeGreaterThan(300)
    for (const message of said)
      for (const draft of composeText(message)) expect(Buffer.byteLength(JSON.stringify(draft), 'utf8')).toBeLessThan(28 * 1024)
  })

  test('a link never comes first, unless there is nothing else', () => {
    for (const card of all) {
      const types = JSON.stringify(card).match(/"Action\.(Execute|OpenUrl)","title"/g) ?? []
      if (types.length > 1) expect(types[0]).toContain('Execute')
    }
  })

  test('the longest text of four bytes a letter, with the longest buttons, stays below 28 KB', () => {
    const choices = Array.from({ length: 10 }, (_, n) => ({ label: '😀'.repeat(20), data: `${n}${'x'.repeat(63)}` }))
    for (const draft of composeText({ text: '🎉 '.repeat(5000), choices }))
      expect(Buffer.byteLength(JSON.stringify(draft))).toBeLessThan(28 * 1024)
  })
})

/** As Teams draws them: a card on a phone, in its three themes. */
const THEMES = {
  light: { background: '#ffffff', text: '#242424', accent: '#5b5fc7' },
  dark: { background: '#292929', text: '#ffffff', accent: '#7f85f5' },
  contrast: { background: '#000000', text: '#ffffff', accent: '#ffff01' },
}
const RENDERER = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js'), 'utf8')

const PAGE = `<!doctype html><html lang="fr"><style>
body { margin: 0; font: 14px/20px sans-serif } main { padding: 12px }
.ac-pushButton { display: block; width: 100%; font: inherit; padding: 8px 12px; border: 1px solid currentColor; border-radius: 6px; background: none; color: inherit; white-space: normal }
</style><main></main></html>`

type Drawn = { complaints: string[]; cut: string[]; words: string }
declare global {
  var draw: (card: object, theme: { background: string; text: string; accent: string }) => Drawn
}

const DRAW = `globalThis.draw = (json, { background, text, accent }) => {
  const main = document.querySelector('main')
  document.body.style.background = background
  document.body.style.color = text
  main.replaceChildren()
  const card = new AdaptiveCards.AdaptiveCard()
  const shade = { default: text, subtle: text }
  const colours = { foregroundColors: { default: shade, accent: { default: accent, subtle: accent }, good: shade, warning: shade, attention: shade }, backgroundColor: background }
  card.hostConfig = new AdaptiveCards.HostConfig({ supportsInteractivity: true, fontFamily: 'sans-serif', actions: { maxActions: 6, actionsOrientation: 'vertical', actionAlignment: 'stretch', buttonSpacing: 8, spacing: 'default' }, containerStyles: { default: colours, emphasis: colours } })
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5)
  card.parse(json, context)
  const found = card.validateProperties()
  const complaints = [...Array(context.eventCount).keys()].map((n) => context.getEventAt(n).message)
  complaints.push(...found.validationEvents.map((event) => event.message))
  const element = card.render()
  main.append(element)
  const cut = [...main.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map((one) => one.textContent.slice(0, 60))
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) cut.push('the page')
  return { complaints, cut, words: element.innerText }
}`

describe.skipIf(!hasBrowser)('drawn by Microsoft’s renderer', () => {
  let browser: Browser
  let page: Page
  const said: string[] = []
  beforeAll(async () => {
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 320, height: 640 } })
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    await page.setContent(PAGE)
    await page.addScriptTag({ content: RENDERER })
    await page.evaluate(DRAW)
  })
  afterAll(() => browser?.close())

  test('which complains of what is wrong', async () => {
    const wrong = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'Nonsense' }, { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl' }] }],
    }
    const { complaints } = await page.evaluate(({ card, theme }) => globalThis.draw(card, theme), { card: wrong, theme: THEMES.light })
    expect(complaints.length).toBeGreaterThan(1)
  })

  test('without a complaint, and nothing cut off on a small phone', async () => {
    const drawn = await page.evaluate(({ list, theme }) => list.map((card) => globalThis.draw(card, theme)), {
      list: all,
      theme: THEMES.light,
    })
    expect(drawn.flatMap(({ complaints }) => complaints)).toEqual([])
    expect(drawn.flatMap(({ cut }) => cut)).toEqual([])
    expect(said).toEqual([])
    expect(drawn.every(({ words }) => words.trim().length > 0)).toBe(true)
  })

  test.each(Object.keys(THEMES) as (keyof typeof THEMES)[])('readable in the theme %s', async (name) => {
    const theme = THEMES[name]
    const samples = [
      cardOf('Bonjour\u00a0👋 Je suis Déclic.\nOn commence\u00a0?', {
        choices: [
          { label: 'Oui', data: 'a' },
          { label: 'C’est un diplôme\u00a0?', data: 'b' },
        ],
      }),
      cardOf('Entendu 🙂 Question 5 sur 6. Demander de l’aide quand il faut\u00a0: où en êtes-vous\u00a0?', {
        choices: ['Pas encore', 'Avec de l’aide', 'Sans aide', 'Je peux montrer']
          .map((label) => ({ label, data: label }))
          .concat([{ label: 'Expliquer', data: 'x', control: true } as never]),
      }),
      answeredCard('Qui était là avec vous\u00a0?', { choices: [{ label: 'Mon tuteur', data: 'a' }] }, 'a'),
      cardOf('Voici votre page\u00a0: https://badges.example.org/c/abc', {
        choices: [{ label: 'Le montrer', data: 'a' }],
        links: [{ label: 'Ouvrir', url: 'https://example.org' }],
      }),
    ]
    for (const [n, card] of samples.entries()) {
      const { complaints } = await page.evaluate(({ one, colours }) => globalThis.draw(one, colours), {
        one: card as object,
        colours: theme,
      })
      expect(complaints).toEqual([])
      // no colour of its own: every run of text has the theme's
      const colours = await page.evaluate(() =>
        [...document.querySelectorAll('main .ac-richTextBlock, main .ac-richTextBlock span')].map((one) => getComputedStyle(one).color),
      )
      const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(theme.text.slice(at, at + 2), 16))
      expect(new Set(colours)).toEqual(new Set([`rgb(${red}, ${green}, ${blue})`]))
      if (process.env.CARD_PICTURES) await page.screenshot({ path: path.join(process.env.CARD_PICTURES, `${name}-${n}.png`) })
    }
  })
})
