// What people do in Telegram, and what the intake gets of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Inbound } from '../../../dialogs/vocabulary.ts'
import { PIXEL } from '../channelContract.ts'
import { type Opened, openChannel } from './openChannel.ts'

let opened: Opened
const moves: string[][] = []
beforeAll(async () => {
  opened = await openChannel({ moved: async (from, to) => void moves.push([from, to]) })
  await opened.channel.start()
})
afterAll(() => opened.close())

/** The events that arrive after `act`: as many as it says, and no more once a last word of somebody else came through. */
async function arrive(act: () => unknown): Promise<Inbound[]> {
  const before = opened.received.length
  await act()
  const last = opened.fake.user()
  last.says('end')
  const isLast = ({ from }: Inbound) => from.externalId === String(last.id)
  await expect.poll(() => opened.received.some(isLast), { timeout: 10_000, interval: 5 }).toBe(true)
  await expect.poll(() => opened.fake.updates.pendingCount, { timeout: 10_000, interval: 5 }).toBe(0)
  return opened.received.slice(before).filter((inbound) => !isLast(inbound))
}
const events = async (act: () => unknown) => (await arrive(act)).map(({ event }) => event)
const bytes = Buffer.from('some bytes of a file')

test('a message says who wrote it, when, and what it replies to', async () => {
  const awa = opened.fake.user({ first_name: 'Awa', last_name: 'Diallo', language_code: 'fr' })
  const first = awa.says('bonjour')
  const [, reply] = await arrive(() => awa.says('oui', { replyTo: first }))
  expect(reply).toMatchObject({
    from: { firstName: 'Awa', fullName: 'Awa Diallo', locale: 'fr', place: 'private' },
    messageId: '2',
    replyTo: '1',
    platformAt: new Date(first.date * 1000).toISOString(),
  })
  expect(reply!.key).toMatch(new RegExp(`^telegram:${opened.fake.bot.id}:\\d+$`))
})

test('every kind of file has its kind, its caption, its length', async () => {
  const awa = opened.fake.user()
  const got = await events(() => {
    awa.sendsPhoto(PIXEL, { caption: 'ma cuisine' })
    awa.sendsVoice(bytes, { seconds: 41 })
    awa.sendsAudio(bytes, { seconds: 5 })
    awa.sendsVideo(bytes, { seconds: 12 })
    awa.sendsVideoNote(bytes, { seconds: 9 })
    awa.sendsDocument(bytes, { name: 'attestation.pdf', mediaType: 'application/pdf' })
  })
  expect(got).toMatchObject([
    { is: 'media', kind: 'photo', caption: 'ma cuisine', media: { mediaType: 'image/jpeg', size: PIXEL.length } },
    { is: 'media', kind: 'voice', seconds: 41, media: { mediaType: 'audio/ogg' } },
    { is: 'media', kind: 'voice', seconds: 5, media: { mediaType: 'audio/mpeg', name: 'enregistrement.mp3' } },
    { is: 'media', kind: 'video', seconds: 12, media: { mediaType: 'video/mp4' } },
    { is: 'media', kind: 'video', seconds: 9 },
    { is: 'media', kind: 'document', media: { name: 'attestation.pdf', mediaType: 'application/pdf', size: bytes.length } },
  ])
})

test('a film without sound, which Telegram calls an animation and a document at once, is a video', async () => {
  const awa = opened.fake.user()
  const file = { file_id: 'film', file_unique_id: 'f', mime_type: 'video/mp4', duration: 3 }
  expect(await events(() => awa.sends({ animation: file, document: file }))).toMatchObject([{ is: 'media', kind: 'video', seconds: 3 }])
})

test('the pieces of an album arrive one by one, under one name', async () => {
  const awa = opened.fake.user()
  const got = await events(() => awa.sendsAlbum([PIXEL, PIXEL, PIXEL], { caption: 'trois', album: 'a1' }))
  expect(got).toMatchObject([
    { is: 'media', album: 'a1', caption: 'trois' },
    { is: 'media', album: 'a1' },
    { is: 'media', album: 'a1' },
  ])
})

test('what cannot be an answer still arrives, with its kind', async () => {
  const awa = opened.fake.user()
  const got = await events(() => {
    awa.sendsSticker()
    awa.sendsLocation()
    awa.sends({ contact: { phone_number: '06', first_name: 'Paul' } })
    awa.sends({ poll: { id: '1', question: 'Quand ?' } })
    awa.sends({ dice: { emoji: '🎲', value: 3 } })
    awa.sends({ venue: { title: 'Cuisine' }, location: { latitude: 1, longitude: 1 } })
    awa.sends({ story: { id: 1 } })
  })
  expect(got.map((event) => event.is === 'other' && event.what)).toEqual([
    'sticker',
    'location',
    'contact',
    'poll',
    'dice',
    'venue',
    'story',
  ])
})

test('what Telegram itself says in a chat is nothing', async () => {
  const awa = opened.fake.user()
  expect(await events(() => awa.sends({ pinned_message: { message_id: 1 } }))).toEqual([])
  expect(await events(() => awa.sends({ message_auto_delete_timer_changed: { message_auto_delete_time: 60 } }))).toEqual([])
})

test.each([
  ['/start', { is: 'start', code: '' }],
  ['/start travail-en_equipe', { is: 'start', code: 'travail-en_equipe' }],
  ['/START abc', { is: 'start', code: 'abc' }],
  ['/start@declic_bot abc', { is: 'start', code: 'abc' }],
  ['/start not/a/code', { is: 'start', code: '' }],
  [`/start ${'a'.repeat(65)}`, { is: 'start', code: '' }],
  ['/starting', { is: 'text', text: '/starting' }],
  ['/aide@declic_bot', { is: 'text', text: '/aide' }],
  ['@declic_bot bonjour', { is: 'text', text: 'bonjour' }],
  ['https://exemple.fr/ma-page', { is: 'text', text: 'https://exemple.fr/ma-page' }],
])('« %s »', async (text, event) => {
  const awa = opened.fake.user()
  expect(await events(() => awa.says(text))).toEqual([event])
})

test('an edited message, and an edited caption, bear the id of what they edit', async () => {
  const awa = opened.fake.user()
  const words = awa.says('80 repa')
  const photo = awa.sendsPhoto(PIXEL, { caption: 'le pla' })
  const got = await arrive(() => {
    awa.edits(words, '80 repas')
    awa.edits(photo, 'le plat')
  })
  expect(got.slice(-2)).toMatchObject([
    { event: { is: 'edited', text: '80 repas' }, messageId: '1' },
    { event: { is: 'edited', text: 'le plat' }, messageId: '2' },
  ])
  expect(new Set(got.map(({ key }) => key)).size).toBe(got.length)
})

test('blocking and unblocking arrive', async () => {
  const awa = opened.fake.user()
  const got = await events(() => {
    awa.says('bonjour')
    awa.blocks()
    awa.unblocks()
  })
  expect(got.slice(1)).toEqual([
    { is: 'reachable', reachable: false },
    { is: 'reachable', reachable: true },
  ])
})

test('in a group: the place, the person, and only what privacy lets through', async () => {
  const group = opened.fake.group('Atelier cuisine')
  const awa = opened.fake.user()
  const got = await arrive(() => {
    awa.in(group).says('entre nous')
    awa.in(group).says('/suivi@declic_bot')
    awa.in(group).says('/suivi@another_bot')
  })
  expect(got).toMatchObject([
    { event: { is: 'text', text: '/suivi' }, from: { place: 'group', chat: String(group.id), externalId: String(awa.id) } },
  ])
})

test('a tap on a button of a message that Telegram no longer shows is still the person’s, in private', async () => {
  const awa = opened.fake.user()
  const [tap] = await arrive(() =>
    opened.fake.brings({ callback_query: { id: 'q1', from: awa.user, chat_instance: '1', data: 'yes' } }, awa.id),
  )
  expect(tap).toMatchObject({ event: { is: 'choice', data: 'yes', slot: 'q1' }, from: { chat: String(awa.id), place: 'private' } })
})

test('a group that becomes a supergroup moves, and says nothing', async () => {
  const group = opened.fake.group('Atelier bois')
  const paul = opened.fake.user({ first_name: 'Paul' })
  const before = String(group.id)
  expect(await arrive(() => group.becomesSupergroup(paul.user))).toEqual([])
  expect(moves).toEqual([[before, `-100${before.slice(1)}`]])
})

test('other bots and channels are nobody', async () => {
  const bot = opened.fake.user({ is_bot: true, first_name: 'Robot' })
  expect(await arrive(() => bot.says('bonjour'))).toEqual([])
})

test('an update that is not as documented is set aside; the next ones go on', async () => {
  const awa = opened.fake.user()
  const got = await events(() => {
    opened.fake.brings({ message: { text: 42 } })
    awa.says('bonjour')
  })
  expect(got).toEqual([{ is: 'text', text: 'bonjour' }])
})
