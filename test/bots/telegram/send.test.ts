// What a message becomes in Telegram, and what is said of a sending that fails.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Attachment } from '../../../dialogs/vocabulary.ts'
import type { Person } from '../../fakes/telegram/index.ts'
import { PIXEL } from '../channelContract.ts'
import { type Opened, openChannel } from './openChannel.ts'

let opened: Opened
let awa: Person
let chat: string
beforeEach(async () => {
  opened = await openChannel()
  awa = opened.fake.user({ first_name: 'Awa' })
  awa.start()
  chat = String(awa.id)
})
afterEach(() => opened.close())

const yes = [{ label: 'Oui', data: 'yes' }]
const said = () => awa.messages().map(({ text }) => text)

async function piece(kind: 'photo' | 'voice' | 'video' | 'document', mediaType: string, bytes: Buffer = PIXEL): Promise<Attachment> {
  const file = `${kind}-${'0123456789abcdef'.repeat(2)}-${awa.chat.nextMessageId}-${Math.floor(performance.now() * 1000)}`
  await opened.evidence.put(file, bytes, mediaType)
  return { is: 'evidence', id: file, kind, file, mediaType }
}

describe('buttons', () => {
  const rows = () =>
    awa
      .messages()
      .at(-1)!
      .message.reply_markup!.inline_keyboard.map((row) => row.map(({ text }) => text))

  test('two short ones share a row, long ones do not; controls and links come last', async () => {
    const choices = ['Oui', 'Non', 'Je ne sais pas', 'Court', 'Plus tard'].map((label) => ({ label, data: label }))
    const links = [{ label: 'Ma page', url: 'https://exemple.fr/c/1' }]
    await opened.channel.send(chat, { text: 'Alors ?', choices: [{ label: 'Passer', data: 'skip', control: true }, ...choices], links })
    expect(rows()).toEqual([['1 Oui', '2 Non'], ['3 Je ne sais pas'], ['4 Court', '5 Plus tard'], ['Passer'], ['Ma page']])
  })

  test('a link that Telegram would refuse as a button is written in the text', async () => {
    const links = [{ label: 'Ma page', url: 'http://localhost:3978/c/1' }]
    expect(await opened.channel.send(chat, { text: 'Voilà.', links })).toMatchObject({ outcome: 'sent' })
    expect(awa.messages().at(-1)).toMatchObject({ text: 'Voilà.\n\nMa page\u00a0: http://localhost:3978/c/1', buttons: [] })
  })
})

describe('a tap', () => {
  test('is answered at once', async () => {
    await opened.channel.send(chat, { text: 'On commence ?', choices: yes })
    const tap = await awa.taps('Oui')
    await opened.channel.send(chat, { text: 'C’est parti.', slot: tap.id })
    await expect.poll(() => tap).toMatchObject({ answered: true })
  })

  test('that waited too long is no reason not to speak', async () => {
    await opened.channel.send(chat, { text: 'On commence ?', choices: yes })
    const tap = await awa.taps('Oui')
    opened.fake.expireTaps()
    expect(await opened.channel.send(chat, { text: 'C’est parti.', slot: tap.id })).toMatchObject({ outcome: 'sent' })
  })
})

describe('a message in the place of another', () => {
  const photos = (text: string, editOf?: string) => opened.channel.send(chat, { text, choices: yes, editOf })

  test('is said there, under the same id', async () => {
    const first = await photos('1 photo bien reçue')
    const id = first.outcome === 'sent' ? first.platformId : undefined
    expect(await photos('2 photos bien reçues', id)).toMatchObject({ outcome: 'sent', platformId: id })
    expect(await photos('2 photos bien reçues', id)).toMatchObject({ outcome: 'sent', platformId: id })
    expect(said()).toEqual(['2 photos bien reçues'])
  })

  test('is said as a new one when the other is gone', async () => {
    expect(await photos('2 photos bien reçues', '99')).toMatchObject({ outcome: 'sent' })
    expect(said()).toEqual(['2 photos bien reçues'])
  })

  test('obeys 429 as any other', async () => {
    opened.fake.fails({ method: 'editMessageText' }, { is: 'too-many', retryAfter: 4 })
    expect(await photos('2 photos bien reçues', '1')).toMatchObject({ outcome: 'retry', after: 4 })
  })
})

describe('attachments', () => {
  test('photos become an album, then comes the text with its buttons', async () => {
    const attachments = [await piece('photo', 'image/png'), await piece('photo', 'image/png'), await piece('voice', 'audio/ogg')]
    const sent = await opened.channel.send(chat, { text: 'Voici.', choices: yes, attachments })
    const messages = awa.messages().map(({ message }) => message)
    expect(messages.map(({ photo, voice, text }) => (photo ? 'photo' : voice ? 'voice' : text))).toEqual([
      'photo',
      'photo',
      'voice',
      'Voici.',
    ])
    expect(new Set(messages.slice(0, 2).map(({ media_group_id }) => media_group_id)).size).toBe(1)
    expect(sent).toMatchObject({ outcome: 'sent', platformId: String(messages.at(-1)!.message_id) })
    expect(opened.fake.callsOf('sendChatAction').map(({ params }) => params.action)).toEqual(['upload_photo', 'upload_voice'])
  })

  test('eleven photos are an album of ten and one more', async () => {
    const attachments = await Promise.all(Array.from({ length: 11 }, () => piece('photo', 'image/png')))
    await opened.channel.send(chat, { text: 'Voici.', attachments })
    expect(opened.fake.calls.filter(({ method }) => /sendMediaGroup|sendPhoto/.test(method)).map(({ method }) => method)).toEqual([
      'sendMediaGroup',
      'sendPhoto',
    ])
  })

  test.each([
    ['voice', 'audio/mpeg', 'sendAudio'],
    ['voice', 'audio/webm', 'sendDocument'],
    ['video', 'video/mp4', 'sendVideo'],
    ['video', 'video/webm', 'sendDocument'],
    ['document', 'application/pdf', 'sendDocument'],
  ] as const)('%s as %s goes by %s', async (kind, mediaType, method) => {
    await opened.channel.send(chat, { text: 'Voici.', attachments: [await piece(kind, mediaType)] })
    expect(opened.fake.callsOf(method)).toHaveLength(1)
  })

  test('a photo that Telegram cannot show goes as a file', async () => {
    const attachments = [await piece('photo', 'image/jpeg', Buffer.from('not a picture'))]
    expect(await opened.channel.send(chat, { text: 'Voici.', attachments })).toMatchObject({ outcome: 'sent' })
    expect(awa.messages().map(({ message }) => message.document?.file_name)).toEqual(['photo.jpg', undefined])
  })

  test('an album with something in it that Telegram cannot show goes piece by piece', async () => {
    const attachments = [await piece('photo', 'image/png'), await piece('photo', 'image/jpeg', Buffer.from('not a picture'))]
    expect(await opened.channel.send(chat, { text: 'Voici.', attachments })).toMatchObject({ outcome: 'sent' })
    expect(awa.messages().map(({ message }) => Boolean(message.photo ?? message.document))).toEqual([true, true, false])
  })

  test('an attachment that Telegram refuses does not take the words with it', async () => {
    opened.fake.fails({ method: 'sendPhoto' }, { is: 'error', code: 413, description: 'Request Entity Too Large' })
    expect(await opened.channel.send(chat, { text: 'Voici.', attachments: [await piece('photo', 'image/png')] })).toMatchObject({
      outcome: 'sent',
    })
    expect(said()).toEqual(['Voici.'])
  })

  test('a badge goes as a picture, and as a file with its name', async () => {
    const attachments: Attachment[] = [
      { is: 'badge', claim: 'c1', as: 'picture' },
      { is: 'badge', claim: 'c1', as: 'file' },
    ]
    await opened.channel.send(chat, { text: 'Votre badge est prêt.', attachments })
    const [picture, file] = awa.messages()
    expect(picture!.message.photo).toBeDefined()
    expect(file!.message.document).toMatchObject({ file_name: 'badge.png' })
    expect(file!.file!.equals(PIXEL)).toBe(true)
  })

  test('a store that cannot be read now is tried again, not given up', async () => {
    await opened.close()
    opened = await openChannel({ pictures: () => Promise.reject(new Error('the disk is away')) })
    const paul = opened.fake.user()
    paul.start()
    const sent = await opened.channel.send(String(paul.id), { text: 'Prêt.', attachments: [{ is: 'badge', claim: 'c1', as: 'picture' }] })
    expect(sent).toMatchObject({ outcome: 'retry' })
    expect(paul.messages()).toEqual([])
  })
})

describe('a sending that fails', () => {
  const send = () => opened.channel.send(chat, { text: 'Bonjour.' })

  test('429 is tried again after what Telegram says', async () => {
    opened.fake.fails({ method: 'sendMessage' }, { is: 'too-many', retryAfter: 17 })
    expect(await send()).toMatchObject({ outcome: 'retry', after: 17 })
    expect(await send()).toMatchObject({ outcome: 'sent' })
  })

  test.each([
    ['429', { is: 'too-many', retryAfter: 1 }, undefined],
    ['a 500', { is: 'error', code: 500, description: 'Internal Server Error' }, undefined],
    ['a lost answer', { is: 'answer-lost' }, true],
    ['a proxy’s page', { is: 'html', code: 502 }, true],
  ] as const)('%s: whether it may have arrived all the same', async (_, fault, unclear) => {
    opened.fake.fails({ method: 'sendMessage' }, fault)
    const sent = await send()
    expect(sent.outcome === 'retry' && sent.unclear).toBe(unclear)
  })

  test('where nobody listens, nothing can have arrived', async () => {
    await opened.fake.close()
    const sent = await send()
    expect(sent).toMatchObject({ outcome: 'retry', why: expect.stringContaining('ECONNREFUSED') })
    expect(sent).not.toHaveProperty('unclear')
  })

  test.each([
    ['a 500', { is: 'error', code: 500, description: 'Internal Server Error' }],
    ['a proxy’s page', { is: 'html', code: 502 }],
    ['a broken connection', { is: 'dropped' }],
    ['a revoked token', { is: 'error', code: 401, description: 'Unauthorized' }],
  ] as const)('%s is tried again', async (_, fault) => {
    opened.fake.fails({ method: 'sendMessage' }, fault)
    expect(await send()).toMatchObject({ outcome: 'retry' })
    expect(await send()).toMatchObject({ outcome: 'sent' })
    expect(said()).toEqual(['Bonjour.'])
  })

  test('troubles without a time given back off, and a success ends that', async () => {
    opened.fake.fails({ method: 'sendMessage', times: 3 }, { is: 'html', code: 502 })
    const waits = [await send(), await send(), await send()].map((sent) => sent.outcome === 'retry' && sent.after)
    expect(waits).toEqual([1, 2, 4])
    await send()
    opened.fake.fails({ method: 'sendMessage' }, { is: 'html', code: 502 })
    expect(await send()).toMatchObject({ after: 1 })
  })

  test('whoever blocked the bot, left Telegram or never wrote is gone', async () => {
    awa.blocks()
    expect(await send()).toMatchObject({ outcome: 'gone' })
    awa.unblocks()
    awa.leavesTelegram()
    expect(await send()).toMatchObject({ outcome: 'gone' })
    expect(await opened.channel.send('987654321', { text: 'Bonjour.' })).toMatchObject({ outcome: 'gone' })
    const group = opened.fake.group('Atelier')
    group.kicksBot()
    expect(await opened.channel.send(String(group.id), { text: 'Bonjour.' })).toMatchObject({ outcome: 'gone' })
  })

  test('a message that Telegram will never take is given up, and says why without its contents', async () => {
    const sent = await opened.channel.send(chat, { text: 'mes mots à moi', choices: [{ label: 'Oui', data: 'x'.repeat(65) }] })
    expect(sent).toMatchObject({ outcome: 'gave-up' })
    expect(JSON.stringify(sent)).toContain('BUTTON_DATA_INVALID')
    expect(JSON.stringify(sent) + opened.logged()).not.toContain('mes mots')
    expect(await opened.channel.send(chat, { text: ' ' })).toMatchObject({ outcome: 'gave-up' })
  })

  test('a group that moved is found again, and its new address comes back', async () => {
    const group = opened.fake.group('Atelier')
    const before = String(group.id)
    group.becomesSupergroup(awa.user)
    const sent = await opened.channel.send(before, { text: '12 inscrits' })
    expect(sent).toMatchObject({ outcome: 'sent', chat: String(group.id) })
    expect(group.transcript()).toContain('B  12 inscrits')
  })

  test('halfway goes on from there: what was said is not said twice', async () => {
    const attachments = [await piece('photo', 'image/png')]
    const message = { text: 'Voici sa photo.', attachments }
    opened.fake.fails({ method: 'sendMessage' }, { is: 'too-many', retryAfter: 3 })
    expect(await opened.channel.send(chat, message)).toMatchObject({ outcome: 'retry', after: 3 })
    expect(await opened.channel.send(chat, structuredClone(message))).toMatchObject({ outcome: 'sent' })
    expect(opened.fake.callsOf('sendPhoto')).toHaveLength(1)
    await opened.channel.send(chat, message)
    expect(opened.fake.callsOf('sendPhoto')).toHaveLength(2)
  })

  test('halfway, with a photo that was removed meanwhile, still says the words', async () => {
    const photo = await piece('photo', 'image/png')
    const message = { text: 'Voici sa photo.', attachments: [photo] }
    opened.fake.fails({ method: 'sendMessage' }, { is: 'too-many', retryAfter: 3 })
    await opened.channel.send(chat, message)
    if (photo.is === 'evidence') await opened.evidence.remove(photo.file)
    expect(await opened.channel.send(chat, message)).toMatchObject({ outcome: 'sent' })
    expect(said()).toEqual(['', 'Voici sa photo.'])
  })

  test('the token is in no log and in no outcome', async () => {
    const outcomes = []
    for (const fault of [
      { is: 'dropped' },
      { is: 'html', code: 502 },
      { is: 'error', code: 400, description: 'Bad Request: no' },
    ] as const) {
      opened.fake.fails({ method: 'sendMessage' }, fault)
      outcomes.push(await send())
    }
    const file = { channel: 'telegram', file: 'lost' }
    outcomes.push(await opened.channel.fetchMedia(file, 100).catch((error: unknown) => String((error as Error).stack)))
    expect(JSON.stringify(outcomes) + opened.logged()).not.toContain(opened.fake.token.split(':')[1])
  })
})
