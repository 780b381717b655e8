// The webhook: what Telegram is told, and what it is answered.
import { afterEach, expect, test } from 'vitest'
import { type Opened, type Opening, openChannel, SECRET } from './openChannel.ts'

const open: Opened[] = []
afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close()
})
async function withWebhook(opening: Opening = {}): Promise<Opened> {
  // nobody listens there: these tests bring the updates themselves
  const opened = await openChannel({ webhook: { url: 'https://declic.example/telegram/webhook', secret: SECRET }, ...opening })
  open.push(opened)
  return opened
}

const update = {
  update_id: 1,
  message: { message_id: 5, date: 1_700_000_000, chat: { id: 7, type: 'private' }, from: { id: 7, first_name: 'Awa' }, text: 'oui' },
}

test('Telegram is told the address, the secret and the kinds that we read', async () => {
  const { channel, fake } = await withWebhook()
  await channel.start()
  expect(fake.callsOf('setWebhook')[0]!.params).toMatchObject({
    url: 'https://declic.example/telegram/webhook',
    secret_token: SECRET,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  })
  expect(fake.callsOf('getUpdates')).toEqual([])
})

test('200 once committed', async () => {
  const { channel, received } = await withWebhook()
  expect(await channel.webhook(SECRET, update)).toBe(200)
  expect(received).toMatchObject([{ event: { is: 'text', text: 'oui' } }])
})

test.each([undefined, '', 'wrong', `${SECRET}x`, SECRET.slice(1)])('401 with the secret %j, whatever the body', async (secret) => {
  const { channel, received } = await withWebhook()
  expect(await channel.webhook(secret, update)).toBe(401)
  expect(await channel.webhook(secret, undefined)).toBe(401)
  expect(received).toEqual([])
})

test.each([
  [undefined],
  [null],
  ['words'],
  [[]],
  [{}],
  [{ update_id: 'x' }],
  [{ update_id: 1, message: 5 }],
  [{ update_id: 1, message: { message_id: 1 } }],
  [{ ...update, message: { ...update.message, text: 42 } }],
  [{ ...update, message: { ...update.message, photo: [] } }],
  [{ ...update, message: { ...update.message, date: 1e300 } }],
])('400 for the malformed body %j', async (body) => {
  const { channel, received } = await withWebhook()
  expect(await channel.webhook(SECRET, body)).toBe(400)
  expect(received).toEqual([])
})

test('200 for what is none of our business, so that it does not come again', async () => {
  const { channel, received } = await withWebhook()
  expect(await channel.webhook(SECRET, { update_id: 2, chat_boost: { anything: true } })).toBe(200)
  expect(received).toEqual([])
})

test('503 when it cannot be committed, 200 when it was set aside', async () => {
  const outcomes = [() => Promise.reject(new Error('away')), async () => 'set-aside' as const, async () => 'known' as const]
  const { channel } = await withWebhook({ intake: () => outcomes.shift()!() })
  expect([await channel.webhook(SECRET, update), await channel.webhook(SECRET, update), await channel.webhook(SECRET, update)]).toEqual([
    503, 200, 200,
  ])
})

test('without a webhook nobody may bring anything', async () => {
  const { channel } = await withWebhook({ webhook: undefined })
  expect(await channel.webhook(undefined, update)).toBe(401)
  expect(await channel.webhook('', update)).toBe(401)
})

test('whoever waits sees that we are at it; whoever is answered at once sees nothing of it', async () => {
  let slow = true
  const intake = async () => {
    if (slow) await new Promise((done) => setTimeout(done, 600))
    return 'committed' as const
  }
  const { channel, fake } = await withWebhook({ intake })
  await channel.webhook(SECRET, update)
  await expect.poll(() => fake.callsOf('sendChatAction').length).toBe(1)
  expect(fake.callsOf('sendChatAction')[0]!.params).toMatchObject({ action: 'typing' })
  slow = false
  await channel.webhook(SECRET, { ...update, update_id: 2 })
  expect(fake.callsOf('sendChatAction')).toHaveLength(1)
})
