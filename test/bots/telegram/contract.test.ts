// Telegram passes the contract of channels, by long polling and by webhook.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { channelContract, type OpenChannel } from '../channelContract.ts'
import { type Opened, openChannel, SECRET } from './openChannel.ts'

const asContract = (opened: Opened): OpenChannel => ({
  channel: opened.channel,
  received: opened.received,
  refuse: opened.refuse,
  keep: opened.evidence.put,
  close: opened.close,
  async somebody() {
    const person = opened.fake.user({ first_name: 'Awa', last_name: 'Diallo' })
    const before = opened.received.length
    person.start()
    while (opened.received.length === before) await new Promise((resolve) => setTimeout(resolve, 5))
    return {
      externalId: String(person.id),
      chat: String(person.id),
      starts: (code) => person.start(code),
      says: (text) => person.says(text),
      taps: (label) => person.taps(label),
      sendsPhoto: (bytes, caption) => person.sendsPhoto(bytes, { caption }),
      sendsVoice: (bytes) => person.sendsVoice(bytes),
      sendsDocument: (bytes, name) => person.sendsDocument(bytes, { name }),
      sees: () => person.reads(),
    }
  },
})

channelContract('telegram, polling', async () => {
  const opened = await openChannel()
  await opened.channel.start()
  return asContract(opened)
})

channelContract('telegram, webhook', async () => {
  let opened: Opened | undefined
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const secret = request.headers['x-telegram-bot-api-secret-token']
    response.writeHead(await opened!.channel.webhook(secret as string, JSON.parse(Buffer.concat(chunks).toString())))
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram/webhook`
  opened = await openChannel({ webhook: { url, secret: SECRET } })
  await opened.channel.start()
  const contract = asContract(opened)
  return {
    ...contract,
    async close() {
      await contract.close()
      server.closeAllConnections()
      server.close()
    },
  }
})
