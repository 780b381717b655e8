// `npm run e2e:teams`: the real program in Microsoft's Agents Playground. A learner in headless Chromium; a tutor, a trainer and a group
// over HTTP. Pictures go to the folder E2E_PICTURES, a temporary one otherwise. It ends with 0 when everything was seen.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../bots/web/browser.ts'
import { temporaryFolder } from '../../setup/cluster.ts'
import { freePort, openPlayground, type Playground, type Said, spoken, type User } from './playground.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
const APP_ID = '00000000-0000-0000-0000-00000000000a'
const pictures = process.env.E2E_PICTURES ?? (await mkdtemp(path.join(tmpdir(), 'declic-e2e-teams-')))
await mkdir(pictures, { recursive: true })
const dataDir = await temporaryFolder()

const port = await freePort()
const settings = {
  ...process.env,
  PORT: String(port),
  DATA_DIR: dataDir,
  TEAMS: 'dev',
  MicrosoftAppId: APP_ID,
  UNDO_SECONDS: '3',
  LOG_LEVEL: 'warn',
}
const program = spawn('node', ['bots/main.ts', 'serve'], { cwd: ROOT, env: settings, stdio: ['ignore', 'pipe', 'inherit'] })
// nothing that was started outlives us
process.once('uncaughtException', async (error) => {
  console.error(error)
  for (const end of ends.reverse()) await end()
  process.exit(1)
})
let stuck: (() => Promise<void>) | undefined
const ends: (() => unknown)[] = [() => program.kill('SIGTERM')]
const command = async (...args: string[]) => {
  const child = spawn('node', ['bots/main.ts', ...args], { cwd: ROOT, env: settings, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  for await (const part of child.stdout) printed += part
  return printed
}

try {
  await spoken(program, /^Déclic is ready/)
  const playground = await openPlayground(`http://127.0.0.1:${port}/api/messages`)
  ends.push(playground.stop)
  const browser = await openBrowser()
  ends.push(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, locale: 'fr-FR' })
  stuck = () => picture(page, 'stuck').then(() => console.error(playground.said.slice(-5)))
  await page.goto(playground.address)
  await learner(page, playground)
  await group(page, playground)
  console.log(`Everything was seen. Pictures: ${pictures}`)
} catch (error) {
  console.error(error)
  await stuck?.()
  process.exitCode = 1
} finally {
  for (const end of ends.reverse()) await end()
}

/** From the greeting to the badge: Alex in the browser, Megan who was there over HTTP. */
async function learner(page: Page, playground: Playground): Promise<void> {
  const alex = onPage(page)
  // opening the page installs the app
  // the Playground's own locale is English
  await alex.sees('I help you show what you can do')
  await alex.says('langue')
  await alex.taps('1 Français')
  await picture(page, 'hello')
  await alex.says('/start travailler-en-equipe')
  await alex.taps('1 Oui')
  await alex.sees('Je vous appelle Alex')
  await alex.taps('1 Oui')
  await alex.sees('Question 1 sur 6')
  await alex.says('au restaurant du centre')
  await alex.says('j’ai coupé les légumes, et j’ai aidé Rosa')
  await alex.sees('Question 3 sur 6')
  await alex.taps('Passer')
  await alex.sees('Question 4 sur 6')
  await alex.says('tout le monde a mangé à l’heure')
  await alex.sees('Question 5 sur 6')
  await picture(page, 'scale')
  await alex.says('3')
  await alex.sees('Question 6 sur 6')
  await alex.taps('Passer')
  await alex.sees('Voici votre texte')
  await picture(page, 'recap')
  await alex.taps('1 Oui, c’est moi')
  await alex.taps('1 Mon tuteur')
  await alex.taps('1 Envoyer à mon tuteur')
  await alex.sees('Votre demande est envoyée')
  await picture(page, 'sent')

  const chat = playground.config.personalChat.id
  const asking = await heard(playground, chat, ({ text }) => text.includes('%2Fstart%20'))
  const megan = over(playground, playground.config.users[0]!, playground.config.groupChats[0]!.id)
  await megan.says(`/start ${/%2Fstart%20([\w-]+)/.exec(asking.text)![1]}`)
  const request = await megan.hears('Avez-vous vu')
  assert.deepEqual(
    request.buttons.map(({ title }) => title),
    ['1 Oui, je confirme', '2 Pas encore', '3 Ce n’est pas moi'],
  )
  const answer = await megan.taps(request, '1 Oui, je confirme')
  assert.match(JSON.stringify(answer), /✓ 1 Oui, je confirme/)
  await megan.taps(await megan.hears('Merci pour Alex'), '1 C’est bon')
  await alex.sees('a confirmé')
  await alex.sees('est prêt')
  await alex.taps('2 Le montrer')
  await alex.sees('Voici le lien')
  await picture(page, 'badge')
}

/** A trainer by invitation; a workshop from a group by a mention, joined, and its nudge. */
async function group(page: Page, playground: Playground): Promise<void> {
  const { config } = playground
  const printed = await command('trainer', 'invite', '--structure', 'Atelier Nord', '--name', 'Adele', '--organisation', 'insertion-reseau')
  const invitation = /%2Fstart%20([\w-]+)/.exec(printed)
  assert.ok(invitation, `no link for Teams in: ${printed}`)
  const [, trainer, late] = config.users as [User, User, User]
  const adele = over(playground, trainer, config.teams[0]!.channels[1]!.id)
  await adele.says(`/start ${invitation[1]}`)
  await adele.taps(await adele.hears('Vous acceptez'), '1 Oui')
  await adele.hears('Bienvenue')

  const general = config.teams[0]!.channels[0]!.id
  const mention = `<at>${config.bot.name}</at>`
  // the person at the Playground is no trainer: they are led into their private chat
  await playground.post(`/_conversation/v1/conversations/${general}/messages`, {
    from: { id: config.currentUser.id },
    text: `${mention} atelier`,
    textFormat: 'plain',
    mentions: [{ mentioned: { id: config.bot.id }, text: mention }],
  })
  await heardIn(playground, general, 'Parlons en privé')
  await adele.says(`${mention} atelier`, {
    conversation: { id: general, conversationType: 'channel', isGroup: true, tenantId: config.tenantId },
    entities: [{ type: 'mention', mentioned: config.bot, text: mention }],
  })
  await heardIn(playground, general, 'Je vous réponds en privé')
  await adele.says('équipe')
  await adele.taps(await adele.hears('Quand finit'), '1 Dans 2 heures')
  const opened = await adele.hears('est ouvert')
  const joining = /%2Fstart%20([\w-]+)/.exec(opened.text)![1]
  await heardIn(playground, general, 'est ouvert')

  const isaiah = over(playground, late, config.groupChats[0]!.id)
  await isaiah.says(`/start ${joining}`)
  await isaiah.hears('On commence')
  await heardIn(playground, general, '1 inscrit')
  await adele.says('relance')
  await adele.taps(await adele.hears('J’envoie'), '1 Envoyer')
  await isaiah.hears('On continue')
  // the list of chats is behind the first button of a narrow window
  await page.locator('button').first().click()
  await page.getByRole('treeitem').filter({ hasText: 'General' }).click()
  await onPage(page).sees('1 inscrit')
  // and lies over the messages there
  await page.setViewportSize({ width: 1700, height: 1300 })
  await page.waitForTimeout(800)
  await picture(page, 'channel')
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`) })
}

/** Somebody in the browser. */
function onPage(page: Page) {
  const box = page.getByRole('textbox').first()
  return {
    async says(text: string) {
      await box.click()
      await page.keyboard.type(text)
      await page.getByRole('button', { name: 'Send Message' }).click()
      await page.waitForTimeout(400)
    },
    async taps(name: string) {
      await page.getByRole('button', { name, exact: true }).last().click({ timeout: 10_000 })
      await page.waitForTimeout(400)
    },
    async sees(text: string) {
      await page.getByText(text).last().waitFor({ timeout: 15_000 })
    },
  }
}

/** What the bot said, once it has. */
async function heard(playground: Playground, where: string | ((chat: string) => boolean), is: (said: Said) => boolean): Promise<Said> {
  const deadline = Date.now() + 20_000
  const there = ({ chat }: Said) => (typeof where === 'string' ? chat === where : where(chat))
  for (;;) {
    const found = playground.said.findLast((said) => there(said) && is(said))
    if (found) return found
    const last = playground.said
      .filter(there)
      .slice(-4)
      .map(({ text }) => text)
    if (Date.now() > deadline) throw new Error(`it was not said; last in this chat: ${last.join(' | ')}`)
    await pause(50)
  }
}

/** In a channel, or in a thread of it. */
function heardIn(playground: Playground, channel: string, words: string): Promise<Said> {
  return heard(
    playground,
    (chat) => chat.split(';')[0] === channel,
    ({ text }) => text.includes(words),
  )
}

/** Another person: the Playground has one private chat, so theirs is a chat that their activities call private. */
function over(playground: Playground, user: User, chat: string) {
  const { config, post } = playground
  let from = 0
  const activity = (facts: object) => ({
    channelId: 'msteams',
    serviceUrl: `${playground.address.replace('127.0.0.1', 'localhost')}/_connector`,
    timestamp: new Date().toISOString(),
    locale: 'fr-FR',
    from: { id: user.id, name: user.name, aadObjectId: user.aadObjectId },
    recipient: config.bot,
    conversation: { id: chat, conversationType: 'personal', tenantId: config.tenantId },
    channelData: { tenant: { id: config.tenantId } },
    ...facts,
  })
  return {
    async says(text: string, more: object = {}) {
      from = playground.said.length
      await post(
        '/_internal/v1/customActivities',
        activity({ type: 'message', id: String(Date.now()), text, textFormat: 'plain', ...more }),
      )
    },
    hears: (text: string) => heard(playground, chat, (said) => playground.said.indexOf(said) >= from && said.text.includes(text)),
    async taps({ id, buttons }: Said, title: string) {
      const button = buttons.find((one) => one.title === title)
      assert.ok(button, `no « ${title} » among ${buttons.map((one) => one.title).join(', ')}`)
      from = playground.said.length
      const value = { action: { type: 'Action.Execute', title, verb: 'choice', data: button.data }, trigger: 'manual' }
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        signal: AbortSignal.timeout(20_000),
        body: JSON.stringify(activity({ type: 'invoke', name: 'adaptiveCard/action', id: `f:${Date.now()}`, replyToId: id, value })),
      })
      assert.equal(response.status, 200)
      return response.json()
    },
  }
}
