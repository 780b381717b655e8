import { mkdtemp } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWeb, pageRoutes, playgroundRoutes, type WebChannel } from '../../../bots/web/index.ts'
import type { Database } from '../../../core/data/database.ts'
import type { Outbound } from '../../../dialogs/vocabulary.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { type House, openHouse } from './house.ts'

let database: Database
let house: House
let web: WebChannel
beforeAll(async () => {
  database = await freshDatabase()
  web = await openWeb({ publicUrl: 'http://localhost:3978', dataDir: await mkdtemp(join(tmpdir(), 'declic-playground-')) })
  house = await openHouse(database, { routes: (site) => [...pageRoutes(site), ...playgroundRoutes(site, web)] })
})
afterAll(async () => {
  await web.stop()
  await house.server.close()
  await database.stop()
})

const post = (path: string, body: unknown, cookie?: string, headers: Record<string, string> = {}) =>
  fetch(house.url(path), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...(cookie ? { Cookie: cookie } : {}), ...headers },
  })

/** A browser with a session: its cookie, and the session in it. */
async function browser() {
  const answer = await post('/playground/session', { language: 'fr' })
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  return { cookie, session: cookie.split('=')[1]!, attributes: answer.headers.get('set-cookie')! }
}

/** Says something on a phone, as the outbox would. */
async function say(chat: string, body: Outbound) {
  const id = `said:${randomUUID()}`
  await database.prisma.outbox.create({ data: { id, to: `web:${chat}`, body, at: new Date(), startedAt: new Date() } })
  await web.send(chat, body)
  return id
}

/** What a browser hears until it has heard `count` messages. */
async function hear(cookie: string, count: number, since = 0) {
  const leaving = new AbortController()
  const answer = await fetch(house.url(`/playground/events?since=${since}`), { headers: { Cookie: cookie }, signal: leaving.signal })
  const heard: { id: string; phone: string; text: string; seq: number; attachments: { as: string; href: string }[] }[] = []
  let text = ''
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
    text += part
    heard.splice(0, heard.length, ...[...text.matchAll(/^data: (.*)\n\n/gm)].map(([, data]) => JSON.parse(data!)))
    if (heard.length >= count) break
  }
  leaving.abort()
  return heard
}

describe('the playground', () => {
  it('gives a browser three people of its own, in an organisation for trying', async () => {
    const { session, attributes } = await browser()
    expect(attributes).toMatch(/HttpOnly; SameSite=Strict$/)
    const accounts = await database.prisma.account.findMany({
      where: { externalId: { startsWith: session } },
      include: { person: { include: { memberships: true } } },
      orderBy: { externalId: 'asc' },
    })
    expect(
      accounts.map(({ externalId, person }) => [
        externalId.split(':')[1],
        person.name,
        person.structureId,
        person.memberships.map(({ role }) => role),
      ]),
    ).toEqual([
      ['learner', 'Awa Diallo', `essai-${session}`, []],
      ['trainer', 'Fatou Ndiaye', `essai-${session}`, ['trainer']],
      ['tutor', 'Paul Martin', null, []],
    ])
    expect((await database.prisma.organisation.findUniqueOrThrow({ where: { id: 'essai' } })).trial).toBe(true)
  })

  it('says what a phone says through the same intake as every channel', async () => {
    const { cookie, session } = await browser()
    const id = randomUUID()
    expect((await post('/playground/messages', { phone: 'learner', id, language: 'en', is: 'text', text: 'bonjour' }, cookie)).status).toBe(
      204,
    )
    expect(house.heard.at(-1)).toMatchObject({
      key: `web:${session}:learner:${id}`,
      from: { channel: 'web', externalId: `${session}:learner`, chat: `${session}:learner`, fullName: 'Awa Diallo', locale: 'en' },
      event: { is: 'text', text: 'bonjour' },
      messageId: id,
    })
    await post('/playground/messages', { phone: 'tutor', id: randomUUID(), is: 'start', code: 'CODE_of-a-link' }, cookie)
    expect(house.heard.at(-1)?.event).toEqual({ is: 'start', code: 'CODE_of-a-link' })
    expect((await post('/playground/messages', { phone: 'nobody', id, is: 'text', text: 'x' }, cookie)).status).toBe(400)
    expect((await post('/playground/messages', { phone: 'learner', id, is: 'verdict' }, cookie)).status).toBe(400)
  })

  it('shows what is said on a phone, in order, again after a reload, and to nobody else', async () => {
    const mine = await browser()
    const other = await browser()
    await say(`${mine.session}:learner`, { text: 'un' })
    const listening = hear(mine.cookie, 3)
    await say(`${mine.session}:tutor`, { text: 'deux' })
    await say(`${other.session}:learner`, { text: 'pas pour moi' })
    await say(`${mine.session}:learner`, { text: 'trois' })
    const heard = await listening
    expect(heard.map(({ phone, text }) => `${phone} ${text}`)).toEqual(['learner un', 'tutor deux', 'learner trois'])
    expect((await hear(mine.cookie, 3)).map(({ text }) => text)).toEqual(['un', 'deux', 'trois'])
    expect((await hear(mine.cookie, 1, heard[1]!.seq)).map(({ text }) => text)).toEqual(['trois'])
  })

  it('takes a file, gives it to the channel, and shows it to its owner only', async () => {
    const { cookie, session } = await browser()
    const send = (query: string) =>
      fetch(house.url(`/playground/files?${query}`), {
        method: 'POST',
        body: 'OggS',
        headers: { Cookie: cookie, 'Content-Type': 'audio/ogg;codecs=opus' },
      })
    const answer = await send(`phone=learner&id=${randomUUID()}&kind=voice&seconds=3`)
    const { href } = (await answer.json()) as { href: string }
    const { event, from } = house.heard.at(-1)!
    expect(from.chat).toBe(`${session}:learner`)
    expect(event).toMatchObject({ is: 'media', kind: 'voice', seconds: 3, media: { channel: 'web', mediaType: 'audio/ogg', size: 4 } })
    if (event.is !== 'media') throw new Error('no media')
    expect(Buffer.from(await web.fetchMedia(event.media, 100)).toString()).toBe('OggS')
    await expect(web.fetchMedia(event.media, 3)).rejects.toMatchObject({ refusal: 'too-big' })
    await expect(web.fetchMedia({ channel: 'web', file: '../keys' }, 100)).rejects.toMatchObject({ refusal: 'lost' })
    expect(await (await fetch(house.url(href), { headers: { Cookie: cookie } })).text()).toBe('OggS')
    expect((await fetch(house.url(href), { headers: { Cookie: (await browser()).cookie } })).status).toBe(404)
    expect((await send('phone=learner&kind=program')).status).toBe(400)
  })

  it('serves what Déclic attaches, through the message that holds it', async () => {
    const mine = await browser()
    const id = await say(`${mine.session}:learner`, {
      text: 'votre badge',
      attachments: [{ is: 'badge', claim: randomUUID(), as: 'picture' }],
    })
    const [message] = await hear(mine.cookie, 1)
    expect(message?.id).toBe(id)
    const picture = await fetch(house.url(message!.attachments[0]!.href), { headers: { Cookie: mine.cookie } })
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    const stranger = await fetch(house.url(message!.attachments[0]!.href), { headers: { Cookie: (await browser()).cookie } })
    expect(stranger.status).toBe(404)
  })

  it('changes language with its people, and starts again with new ones', async () => {
    const { cookie, session } = await browser()
    expect(await (await post('/playground/session', { language: 'en' }, cookie)).json()).toEqual({ fresh: false })
    const people = await database.prisma.person.findMany({ where: { accounts: { some: { externalId: { startsWith: session } } } } })
    expect(people.map(({ language, version }) => [language, version])).toEqual([
      ['en', 2],
      ['en', 2],
      ['en', 2],
    ])
    const again = await post('/playground/session', { language: 'en', again: true }, cookie)
    expect(again.headers.get('set-cookie')).not.toContain(session)
  })

  it('is for pages of this machine only', async () => {
    const { cookie } = await browser()
    const said = { phone: 'learner', id: randomUUID(), is: 'text', text: 'x' }
    expect((await post('/playground/messages', said)).status).toBe(403)
    expect((await post('/playground/messages', said, cookie, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await post('/playground/messages', said, cookie, { 'X-Forwarded-For': '203.0.113.9' })).status).toBe(404)
    const rebound = await new Promise((answered) =>
      request(house.url('/'), { headers: { Host: 'evil.example' } }, ({ statusCode }) => answered(statusCode)).end(),
    )
    expect(rebound).toBe(404)
  })

  it('runs its own modules only', async () => {
    const page = await fetch(house.url('/'))
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'/)
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    const html = await page.text()
    for (const [, src] of html.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]+)"/g))
      expect((await fetch(house.url(src!))).status, src).toBe(200)
    const app = await (await fetch(house.url('/playground/assets/app.js'))).text()
    for (const [, module] of app.matchAll(/from '\.\/([^']+)'/g))
      expect((await fetch(house.url(`/playground/assets/${module}`))).status, module).toBe(200)
  })
})
