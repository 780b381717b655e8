// Our messages, and what Teams says of them.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actionsOf, elementsOf } from '../../fakes/teams/card.ts'
import { openFakeTeams, type Person } from '../../fakes/teams/index.ts'
import { PIXEL } from '../channelContract.ts'
import { memory, type Opened, openChannel, type Opening } from './openChannel.ts'

let opened: Opened
let awa: Person
const open = async (options: Opening = {}) => {
  await opened?.close()
  opened = await openChannel(options)
  awa = opened.fake.person()
  await awa.says('bonjour')
}
beforeEach(() => open())
afterEach(() => opened.close())

const send = (...[message, to = awa]: [Parameters<Opened['channel']['send']>[1], Person?]) => opened.channel.send(to.chat.id, message)
const posts = () => opened.fake.calls.filter(({ method }) => method === 'POST')

describe('a message', () => {
  test('without buttons is text, with its time', async () => {
    const sent = await send({ text: 'Merci *beaucoup* [ici](x)' })
    expect(sent).toMatchObject({
      outcome: 'sent',
      platformId: expect.stringMatching(/^\d{13}$/),
      platformAt: expect.stringMatching(/Z$/),
    })
    const { body } = posts()[0]!
    expect(body).toMatchObject({
      type: 'message',
      textFormat: 'plain',
      text: 'Merci *beaucoup* [ici](x)',
      from: { id: opened.fake.bot.id },
    })
  })

  test('of several lines, or with a link, keeps them, and what was written stays as it was', async () => {
    await send({ text: '« _a_ *b* <i> » :\n1. un\n- deux\nhttps://example.org/x_y_z?a=1&b=_2_' })
    expect(posts()[0]!.body).toMatchObject({
      textFormat: 'markdown',
      text: '« \\_a\\_ \\*b\\* \\<i\\> » :\n\n1\\. un\n\n\\- deux\n\nhttps://example.org/x_y_z?a=1&b=_2_',
    })
    expect((await awa.reads())[0]!.text).toBe('« _a_ *b* <i> » :\n1. un\n- deux\nhttps://example.org/x_y_z?a=1&b=_2_')
  })

  test('with buttons is one card; what was written stays as it was, a link in it leads on', async () => {
    await send({
      text: 'Voici *vos* mots :\n« _a_ [b](c) »\n\nhttps://example.org/x?y=1. C’est bien vous ?',
      choices: [
        { label: 'Écouter', data: 'listen', control: true },
        { label: 'Oui', data: 'yes' },
        { label: 'Non', data: 'no' },
      ],
      links: [{ label: 'Ouvrir la page', url: 'https://example.org' }],
    })
    const { message } = (await awa.reads())[0]!
    expect(actionsOf(message).map(({ title }) => title)).toEqual(['1 Oui', '2 Non', 'Écouter', 'Ouvrir la page'])
    const kinds = elementsOf(message).map(({ type }) => type)
    expect(kinds).not.toContain('TextBlock')
    expect(JSON.stringify(elementsOf(message))).toContain('"selectAction":{"type":"Action.OpenUrl","url":"https://example.org/x?y=1"}')
    expect(posts()[0]!.body).toMatchObject({ summary: expect.stringContaining('Voici *vos* mots') })
    expect(posts()[0]!.body?.text).toBeUndefined()
    for (const action of actionsOf(message).filter(({ type }) => type === 'Action.Execute'))
      expect(action.fallback).toMatchObject({ type: 'Action.Submit', data: action.data })
  })

  test('takes the place of another; said anew where that is gone', async () => {
    const first = await send({ text: '1 inscrit' })
    const id = first.outcome === 'sent' ? first.platformId! : ''
    expect(await send({ text: '2 inscrits', editOf: id })).toMatchObject({ outcome: 'sent', platformId: id })
    expect(awa.messages().map(({ text }) => text)).toEqual(['2 inscrits'])
    awa.chat.messages.delete(id)
    expect(await send({ text: '3 inscrits', editOf: id })).toMatchObject({ outcome: 'sent', platformId: expect.not.stringMatching(id) })
    expect(awa.messages().map(({ text }) => text)).toEqual(['3 inscrits'])
  })

  test('to somebody who never wrote cannot be sent', async () => {
    const stranger = opened.fake.person()
    expect(await send({ text: 'bonjour' }, stranger)).toMatchObject({ outcome: 'gone' })
    expect(posts()).toEqual([])
  })

  test('goes where the chat was last heard from, by whichever process', async () => {
    const conversations = memory()
    await open({ conversations })
    const other = await openChannel({ onto: opened.fake, conversations })
    expect(await other.channel.send(awa.chat.id, { text: 'bonjour' })).toMatchObject({ outcome: 'sent' })
    await other.close()
  })
})

describe('pictures', () => {
  test('come inside the message, as small as it takes; a drawing stays a drawing', async () => {
    const { default: sharp } = await import('sharp')
    const noise = await sharp({
      create: { width: 2000, height: 1500, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
    })
      .jpeg({ quality: 95 })
      .toBuffer()
    const drawing = await sharp({ create: { width: 1600, height: 1600, channels: 4, background: '#ffffff' } })
      .composite([{ input: { create: { width: 700, height: 700, channels: 3, background: '#1f5f5b' } } }])
      .png({ compressionLevel: 0 })
      .toBuffer()
    await opened.evidence.put('photo-0123456789abcdef0123.jpg', noise, 'image/jpeg')
    await opened.evidence.put('photo-0123456789abcdef0124.png', drawing, 'image/png')
    await send({
      text: 'Voici.',
      attachments: ['photo-0123456789abcdef0123.jpg', 'photo-0123456789abcdef0124.png'].map((file) => ({
        is: 'evidence',
        id: file,
        kind: 'photo',
        file,
        mediaType: 'image/jpeg',
      })),
    })
    const seen = await awa.reads()
    const formats = await Promise.all(seen.flatMap(({ file }) => (file ? [sharp(file).metadata()] : [])))
    expect(formats.map(({ format }) => format)).toEqual(['jpeg', 'png'])
    for (const { width, height } of formats) expect(Math.max(width, height)).toBeLessThanOrEqual(1024)
    expect(formats[1]!.width).toBe(1024)
    expect(seen.at(-1)!.text).toBe('Voici.')
    expect(opened.fake.calls.filter(({ status }) => status >= 400)).toEqual([])
  })

  test('go to groups too, files do not', async () => {
    const group = opened.fake.group()
    await awa.in(group).says('atelier')
    const sent = await opened.channel.send(group.id, {
      text: 'Atelier',
      attachments: [
        { is: 'poster', workshop: 'w' },
        { is: 'archive', person: 'p' },
      ],
    })
    expect(sent).toMatchObject({ outcome: 'sent' })
    expect(posts().at(-2)!.body!.attachments![0]!.contentUrl).toContain('data:image/png')
    expect(posts()).toHaveLength(2)
  })
})

describe('a file', () => {
  const offered = { text: 'Voici votre badge.', attachments: [{ is: 'badge', claim: 'c1', as: 'file' } as const] }

  test('is offered, taken into the person’s own drive, and said where it lies', async () => {
    await send(offered)
    expect(await awa.takesFile()).toEqual(PIXEL)
    await expect.poll(() => awa.messages().some(({ message }) => message.attachments[0]?.contentType.endsWith('file.info'))).toBe(true)
    expect(awa.messages().some(({ message }) => message.attachments[0]?.contentType.endsWith('file.consent'))).toBe(false)
  })

  test('that is not wanted goes away', async () => {
    await send(offered)
    await awa.takesFile('decline')
    await expect.poll(() => awa.messages().map(({ text }) => text)).toEqual(['Voici votre badge.'])
    expect(opened.fake.world.uploads.size).toBe(0)
  })

  test('of somebody else cannot be asked for: what the card carries is good in its own chat, unchanged', async () => {
    await send(offered)
    const question = awa.messages()[0]!.message.attachments[0]!.content as { acceptContext: { what: string; seal: string } }
    const other = opened.fake.person()
    await other.says('bonjour')
    const ask = (who: Person, context: unknown) =>
      who.brings({
        type: 'invoke',
        id: `f:${randomUUID()}`,
        name: 'fileConsent/invoke',
        value: { action: 'accept', context, uploadInfo: { uploadUrl: `${opened.fake.base}/upload/stolen`, name: 'x' } },
      })
    await ask(other, question.acceptContext)
    await ask(awa, { ...question.acceptContext, what: question.acceptContext.what.replace('c1', 'c2') })
    await ask(awa, { what: '{"is":"archive","person":"p"}', seal: 'x' })
    await ask(awa, null)
    expect(opened.fake.world.uploads.size).toBe(0)
    await ask(awa, question.acceptContext)
    expect(opened.fake.world.uploads.size).toBe(1)
  })

  test('is uploaded to Microsoft alone', async () => {
    await open({ hosts: { service: () => true, inline: () => false, files: () => false } })
    await send(offered)
    expect(await awa.takesFile()).toBeUndefined()
    expect(opened.logged()).toContain('its card stays')
  })
})

describe('what Teams refuses', () => {
  test.each([
    [403, 'ConversationBlockedByUser'],
    [403, 'BotNotInConversationRoster'],
    [403, 'BotDisabledByAdmin'],
    [403, 'MessageWritesBlocked'],
    [404, 'ConversationNotFound'],
  ])('%i %s: nobody is there', async (status, code) => {
    awa.chat.refuses = { status, code }
    expect(await send({ text: 'bonjour' })).toMatchObject({ outcome: 'gone', why: `POST: ${status} ${code}` })
  })

  test.each([412, 429, 500, 502, 503, 504])('%i: later', async (status) => {
    opened.fake.fails({ status })
    expect(await send({ text: 'bonjour' })).toMatchObject({ outcome: 'retry' })
    expect(await send({ text: 'bonjour' })).toMatchObject({ outcome: 'sent' })
  })

  test('429 says when, in seconds or as a date; not earlier', async () => {
    opened.fake.fails({ status: 429, retryAfter: '17' })
    const seconds = await send({ text: 'bonjour' })
    expect(seconds.outcome === 'retry' && seconds.after).toBeGreaterThanOrEqual(17)
    opened.fake.fails({ status: 429, retryAfter: new Date(Date.now() + 60_000).toUTCString() })
    const date = await send({ text: 'bonjour' })
    expect(date.outcome === 'retry' && date.after).toBeGreaterThan(50)
  })

  test('without a time: longer and longer, and not all at the same time', async () => {
    const waits: number[] = []
    for (let n = 0; n < 5; n++) {
      opened.fake.fails({ status: 502 })
      const sent = await send({ text: 'bonjour' })
      waits.push(sent.outcome === 'retry' ? sent.after : Number.NaN)
    }
    expect(waits.map((wait, n) => wait >= 2 ** n && wait <= 2 ** n * 1.25)).toEqual([true, true, true, true, true])
    expect(waits.every(Number.isInteger)).toBe(false)
  })

  test('a connection that breaks: later, and nothing of the message is in the reason', async () => {
    opened.fake.fails({ status: 0, drop: true })
    const sent = await send({ text: 'un secret' })
    expect(sent).toMatchObject({ outcome: 'retry' })
    expect(JSON.stringify(sent)).not.toMatch(/secret|127\.0\.0\.1/)
  })

  test('a message that is wrong is given up, the next one goes', async () => {
    opened.fake.fails({ status: 400, code: 'BadSyntax' })
    expect(await send({ text: 'bonjour' })).toMatchObject({ outcome: 'gave-up' })
    expect(await send({ text: 'bonjour' })).toMatchObject({ outcome: 'sent' })
  })

  test('an attachment that it refuses does not take the words with it', async () => {
    opened.fake.fails({ status: 400, code: 'BadArgument' })
    const sent = await send({ text: 'Votre badge.', attachments: [{ is: 'badge', claim: 'c1', as: 'picture' }] })
    expect(sent).toMatchObject({ outcome: 'sent' })
    expect(awa.messages().map(({ text }) => text)).toEqual(['Votre badge.'])
  })

  test('what was half said goes on where it stopped', async () => {
    const long = Array.from({ length: 300 }, (_, n) => `Phrase numéro ${n} de mon récit.`).join(' ')
    await send({ text: 'avant' })
    const original = opened.fake.world.nextId.bind(opened.fake.world)
    let posted = 0
    opened.fake.world.nextId = () => {
      if (++posted === 1) opened.fake.fails({ status: 502 })
      return original()
    }
    expect(await send({ text: long })).toMatchObject({ outcome: 'retry' })
    expect(await send({ text: long })).toMatchObject({ outcome: 'sent' })
    expect(
      awa
        .messages()
        .map(({ text }) => text)
        .slice(1)
        .join(' '),
    ).toBe(long)
  })
})

describe('the limits of Teams', () => {
  /** As the outbox does it: what is put off is sent later, and nothing of its chat overtakes it. */
  const insist = async (channel: Opened['channel'], to: Person, text: string) => {
    for (;;) {
      const sent = await channel.send(to.chat.id, { text })
      if (sent.outcome === 'sent') return
      expect(sent).toMatchObject({ outcome: 'retry' })
      if (sent.outcome === 'retry') await new Promise((resolve) => setTimeout(resolve, sent.after * 1000))
    }
  }

  test('in one chat: everything arrives, in its order', async () => {
    await open({ fake: { limits: true } })
    const texts = Array.from({ length: 14 }, (_, n) => `message ${n}`)
    for (const text of texts) await insist(opened.channel, awa, text)
    expect(awa.messages().map(({ text }) => text)).toEqual(texts)
  })

  test('over all chats of a tenant: everybody is told', async () => {
    await open({ fake: { limits: true } })
    const people = Array.from({ length: 45 }, () => opened.fake.person())
    await Promise.all(people.map((person) => person.says('bonjour')))
    await Promise.all(people.map((person) => insist(opened.channel, person, 'bonjour')))
    expect(people.map((person) => person.messages().length)).toEqual(people.map(() => 1))
  })

  test('for two processes: what the other one used up comes back as a time, and everything arrives', async () => {
    const fake = await openFakeTeams({ limits: true })
    const conversations = memory()
    const [one, two] = [await openChannel({ onto: fake, conversations }), await openChannel({ onto: fake, conversations })]
    const ben = fake.person()
    await ben.says('bonjour')
    for (let n = 0; n < 12; n++) await insist((n % 2 ? one : two).channel, ben, `message ${n}`)
    expect(ben.messages().map(({ text }) => text)).toEqual(Array.from({ length: 12 }, (_, n) => `message ${n}`))
    for (const each of [one, two]) await each.close()
    await fake.close()
  })
})
