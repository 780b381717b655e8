// What people do in Teams, as the dialogs hear it; and how it is acknowledged.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nameOf } from '../../../bots/teams/names.ts'
import type { Person } from '../../fakes/teams/index.ts'
import { PIXEL } from '../channelContract.ts'
import { type Opened, openChannel, type Opening } from './openChannel.ts'

let opened: Opened
let awa: Person
const open = async (options: Opening = {}) => {
  await opened?.close()
  opened = await openChannel(options)
  awa = opened.fake.person({ name: 'Awa Diallo' })
}
beforeEach(() => open())
afterEach(() => opened.close())

const events = () => opened.received.map(({ event }) => event)

describe('who writes', () => {
  test('is known by tenant and object id, in small letters', async () => {
    const { facts } = awa
    await awa.brings({
      type: 'message',
      id: '1',
      text: 'oui',
      from: { id: facts.id, name: facts.name, aadObjectId: facts.oid.toUpperCase() },
    })
    expect(opened.received[0]!.from).toEqual({
      channel: 'teams',
      externalId: `${facts.tenant}/${facts.oid}`,
      chat: awa.chat.id,
      place: 'private',
      firstName: 'Awa',
      fullName: 'Awa Diallo',
      locale: 'fr-FR',
      timeZone: 'Europe/Paris',
    })
    expect(opened.received[0]!.directory, 'the directory that Teams vouches for').toBe(facts.tenant)
  })

  test.each([
    ['its own', { localTimezone: 'Indian/Reunion', entities: null }, 'Indian/Reunion'],
    ['that of its client', { localTimezone: null, entities: [{ type: 'clientInfo', timezone: 'America/Cayenne' }] }, 'America/Cayenne'],
    ['none', { localTimezone: null, entities: [{ type: 'clientInfo', timezone: 5 }] }, undefined],
  ])('the zone of a message is %s', async (_, facts, zone) => {
    await awa.brings({ type: 'message', id: '1', text: 'oui', ...facts })
    expect(opened.received[0]!.from.timeZone).toBe(zone)
  })

  test('is known by the channel’s own id where there is no directory', async () => {
    await awa.brings({ type: 'message', id: '1', text: 'oui', from: { id: '29:guest', name: null, aadObjectId: null } })
    expect(opened.received[0]!.from).toMatchObject({ externalId: '29:guest', firstName: undefined, fullName: undefined })
  })

  test('the tenant may stand in the channel’s data alone', async () => {
    await awa.brings({ type: 'message', id: '1', text: 'oui', conversation: { id: awa.chat.id, conversationType: 'personal' } })
    expect(opened.received[0]!.from.externalId).toBe(awa.externalId)
  })

  test.each([
    ['Awa Diallo', 'Awa', 'Awa Diallo'],
    ['DIALLO Awa', 'Awa', 'Awa Diallo'],
    ['Awa DIALLO', 'Awa', 'Awa Diallo'],
    ['Diallo, Awa', 'Awa', 'Awa Diallo'],
    ['Marie-Anne DE LA TOUR-DUPONT (Prestataire)', 'Marie-Anne', 'Marie-Anne De La Tour-Dupont'],
    ['Awa [EXT]', 'Awa', 'Awa'],
    ['AWA', 'AWA', 'AWA'],
  ])('« %s » is spoken to as %s', (shown, first, full) => {
    expect(nameOf(shown)).toEqual({ first, full })
  })
  test('nobody has no name', () => {
    for (const shown of [undefined, null, '', '  ', '(EXT)']) expect(nameOf(shown)).toBeUndefined()
  })
})

describe('words', () => {
  test('come without the mention of us, and keep the names of others', async () => {
    const mentions = [
      { type: 'mention', mentioned: opened.fake.bot, text: '<at>Déclic</at>' },
      { type: 'mention', mentioned: { id: '29:rosa', name: 'Rosa' }, text: '<at>Rosa</at>' },
    ]
    await awa.brings({ type: 'message', id: '1', text: '<at>Déclic</at> j’ai aidé <at>Rosa</at>\r\nà midi\n', entities: mentions })
    expect(events()).toEqual([{ is: 'text', text: 'j’ai aidé Rosa\nà midi' }])
  })

  test('that look like a mention stay when no entity says so', async () => {
    await awa.says('j’ai écrit <at>Déclic</at> dans le texte')
    expect(events()).toEqual([{ is: 'text', text: 'j’ai écrit <at>Déclic</at> dans le texte' }])
  })

  test('of a reply come without what it quotes, and say which message it was', async () => {
    const html =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1700000000042"><strong>Déclic</strong><p>Quelqu’un demande de l’aide</p></blockquote>\r\n<p>J&#39;arrive &amp; je t’aide</p>'
    await awa.brings({
      type: 'message',
      id: '1',
      text: 'Déclic Quelqu’un demande de l’aide J’arrive',
      attachments: [{ contentType: 'text/html', content: html }],
    })
    expect(opened.received[0]).toMatchObject({ event: { is: 'text', text: "J'arrive & je t’aide" }, replyTo: '1700000000042' })
  })

  test('the HTML twin of a text is nothing of its own', async () => {
    await awa.brings({ type: 'message', id: '1', text: 'oui', attachments: [{ contentType: 'text/html', content: '<p>oui</p>' }] })
    expect(events()).toEqual([{ is: 'text', text: 'oui' }])
  })

  test.each([
    ['/start abc', { is: 'start', code: 'abc' }],
    ['/START  a_b-C9', { is: 'start', code: 'a_b-C9' }],
    ['/start', { is: 'start', code: '' }],
    ['/start <script>', { is: 'start', code: '' }],
    ['start abc', { is: 'text', text: 'start abc' }],
  ])('%s', async (text, event) => {
    await awa.says(text)
    expect(events()).toEqual([event])
  })
})

describe('in a group', () => {
  test.each([
    ['atelier', { is: 'text', text: '/atelier' }],
    ['/atelier', { is: 'text', text: '/atelier' }],
    ['', { is: 'text', text: '/' }],
    ['/start abc', { is: 'start', code: 'abc' }],
  ])('« @Déclic %s »', async (text, event) => {
    await awa.in(opened.fake.group('channel')).says(text)
    expect(events()).toEqual([event])
    expect(opened.received[0]!.from.place).toBe('group')
  })

  test('pictures, edits and cards that somebody taps there are nobody’s answer', async () => {
    const there = awa.in(opened.fake.group())
    await there.brings({ type: 'messageUpdate', id: '1', text: 'autre chose', channelData: { eventType: 'editMessage' } })
    await there.brings({
      type: 'message',
      id: '2',
      text: '<at>Déclic</at>',
      attachments: [{ contentType: 'image/*', contentUrl: `${opened.fake.base}/v3/attachments/1` }],
    })
    expect(events().filter(({ is }) => is === 'media' || is === 'edited')).toEqual([])
  })
})

describe('files', () => {
  test('of one message come one by one, in order, as an album with one caption', async () => {
    await awa.sendsPictures([PIXEL, PIXEL, PIXEL], 'ma cuisine')
    expect(opened.received).toHaveLength(3)
    const media = opened.received.map(({ event }) => event).filter((event) => event.is === 'media')
    expect(new Set(media.map(({ album }) => album)).size).toBe(1)
    expect(media.map(({ caption }) => caption)).toEqual(['ma cuisine', undefined, undefined])
    expect(new Set(opened.received.map(({ key }) => key)).size).toBe(3)
  })

  test.each([
    ['vocal.ogg', 'voice'],
    ['vocal.M4A', 'voice'],
    ['note.mp3', 'voice'],
    ['photo.jpeg', 'photo'],
    ['photo.HEIC', 'photo'],
    ['film.mp4', 'video'],
    ['attestation.pdf', 'document'],
    ['sans-fin', 'document'],
  ])('%s is a %s', async (name, kind) => {
    await awa.sendsFile(PIXEL, name)
    expect(events()).toMatchObject([{ is: 'media', kind, media: { channel: 'teams', name } }])
  })

  test('that are cards, or of a kind that nobody knows, are something else', async () => {
    await awa.brings({ type: 'message', id: '1', attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: {} }] })
    expect(events()).toEqual([{ is: 'other', what: 'application/vnd.microsoft.card.hero' }])
  })
})

describe('acknowledged', () => {
  test('after the commit, and not when it could not be made: Teams brings it again under its key', async () => {
    await open({ patience: 300, fake: { backOff: 20 } })
    opened.refuse(4)
    const first = awa.says('premier')
    const second = awa.says('second')
    expect((await first).status).toBe(200)
    expect((await first).tries).toBeGreaterThan(1)
    expect((await second).status).toBe(200)
    expect(events()).toEqual([
      { is: 'text', text: 'premier' },
      { is: 'text', text: 'second' },
    ])
    expect(opened.received[0]!.key).toBe(`teams:${awa.chat.id}:${opened.received[0]!.messageId}`)
  })

  test('in time, though the database hangs: 503 for a message, a card to tap again for a tap', async () => {
    const hanging = () => new Promise<'committed'>(() => undefined)
    await open({ patience: 100, intake: hanging, fake: { backOff: 1 } })
    expect((await opened.fake.bringer.once(awa.activity({ type: 'message', id: '1', text: 'oui' }))).status).toBe(503)
    const value = { action: { type: 'Action.Execute', verb: 'choice', data: { choice: 's..sense.yes' } } }
    const other = opened.fake.person({ locale: 'en-GB' })
    const tap = await opened.fake.bringer.once(
      other.activity({ type: 'invoke', id: `f:${randomUUID()}`, name: 'adaptiveCard/action', replyToId: '1', value }),
    )
    expect(tap).toMatchObject({ status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error' } })
    expect(JSON.stringify(tap.body)).toContain('Tap once more')
  })

  test('while another chat waits', async () => {
    let hold = true
    await open({
      patience: 5000,
      intake: async ({ event }) => {
        while (hold && event.is === 'text' && event.text === 'lent') await new Promise((resolve) => setTimeout(resolve, 5))
        return 'committed'
      },
    })
    const slow = awa.says('lent')
    expect((await opened.fake.person().says('vite')).status).toBe(200)
    hold = false
    expect((await slow).status).toBe(200)
  })

  test('a message that nobody can understand stops nobody', async () => {
    await open({ intake: async () => 'set-aside' })
    expect((await awa.says('oui')).status).toBe(200)
    expect(opened.logged()).toContain('set aside')
  })

  test('nothing of what people write is logged', async () => {
    opened.refuse(1)
    await awa.says('un secret de cuisine')
    await opened.fake.bringer.once({ ...awa.activity({ type: 'message' }), conversation: 'un secret de cuisine' })
    expect(opened.logged()).toContain('could not be committed')
    for (const secret of ['un secret de cuisine', 'Diallo', awa.facts.oid]) expect(opened.logged()).not.toContain(secret)
  })
})
