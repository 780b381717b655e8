// The channel against a Telegram that strangers wrote (npm telegram-test-api): what they and we both understood of the Bot API.
import { type AddressInfo, createServer } from 'node:net'
import strangers from 'telegram-test-api'
import { afterEach, expect, test } from 'vitest'
import { type Opened, openChannel } from './openChannel.ts'

/** Its types speak of an ES module; what it exports is the class itself. */
const TelegramServer = strangers as unknown as typeof strangers.default

let server: InstanceType<typeof TelegramServer> | undefined
let opened: Opened | undefined
afterEach(async () => {
  await opened?.close()
  await server?.stop()
})

test('a conversation of a text, a question with buttons and a tap', async () => {
  server = new TelegramServer({ host: '127.0.0.1', port: await freePort() })
  await server.start()
  const token = '666:strangers'
  opened = await openChannel({ token, apiRoot: server.config.apiURL })
  const { channel, received } = opened
  await channel.start()
  const client = server.getClient(token, { userId: 7, chatId: 7, firstName: 'Awa' })

  await client.sendCommand(client.makeCommand('/start equipe'))
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(1)
  expect(received[0]).toMatchObject({ event: { is: 'start', code: 'equipe' }, from: { externalId: '7', chat: '7', firstName: 'Awa' } })

  const sent = await channel.send('7', { text: 'On commence ?', choices: [{ label: 'Oui', data: 'yes' }] })
  expect(sent).toMatchObject({ outcome: 'sent' })
  const { result } = await client.getUpdates()
  expect(result[0]!.message).toMatchObject({
    text: 'On commence ?',
    reply_markup: { inline_keyboard: [[{ text: '1 Oui', callback_data: 'yes' }]] },
  })

  await client.sendCallback(client.makeCallbackQuery('yes'))
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(2)
  expect(received[1]).toMatchObject({ event: { is: 'choice', data: 'yes' } })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
