// The web channel under the contract of all channels, with a phone that speaks as the playground's own code does.
import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWeb, pageRoutes, playgroundRoutes } from '../../../bots/web/index.ts'
import type { Inbound, Outbound } from '../../../dialogs/vocabulary.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { channelContract, type OpenChannel, type Somebody } from '../channelContract.ts'
import { openHouse } from './house.ts'

type Delivery = {
  openDelivery: (to: {
    base: string
    headers: Record<string, string>
  }) => (line: string, path: string, body: unknown, type: string) => Promise<Response>
}
const { openDelivery }: Delivery = await import(new URL('../../../bots/web/assets/playground/deliver.js', import.meta.url).href)

type Heard = {
  id: string
  seq: number
  text: string
  choices: { label: string; said: string; data: string }[]
  attachments: { href: string }[]
}

channelContract('web', async (): Promise<OpenChannel> => {
  const database = await freshDatabase()
  const web = await openWeb({ publicUrl: 'http://localhost:3978', dataDir: await mkdtemp(join(tmpdir(), 'declic-web-')) })
  const received: Inbound[] = []
  let refusals = 0
  const house = await openHouse(database, {
    routes: (site) => [...pageRoutes(site), ...playgroundRoutes(site, web)],
    turn: async (inbound) => {
      if (refusals-- > 0) throw new Error('the database is away')
      received.push(inbound)
    },
  })

  /** The outbox's part: what is sent was committed before. */
  const send = async (chat: string, body: Outbound) => {
    await database.prisma.outbox.create({
      data: { id: `said:${randomUUID()}`, to: `web:${chat}`, body, at: new Date(), startedAt: new Date() },
    })
    return web.send(chat, body)
  }

  async function somebody(): Promise<Somebody> {
    const begun = await openDelivery({ base: house.server.address, headers: {} })(
      '',
      '/playground/session',
      '{"language":"fr"}',
      'application/json',
    )
    const cookie = begun.headers.get('set-cookie')!.split(';')[0]!
    const post = openDelivery({ base: house.server.address, headers: { Cookie: cookie } })
    const chat = `${cookie.split('=')[1]}:learner`
    let seen: Heard[] = []
    const tell = (event: object) =>
      post('learner', '/playground/messages', JSON.stringify({ phone: 'learner', id: randomUUID(), ...event }), 'application/json')
    const give = (kind: string, bytes: Uint8Array, type: string, more: Record<string, string> = {}) =>
      post('learner', `/playground/files?${new URLSearchParams({ phone: 'learner', id: randomUUID(), kind, ...more })}`, bytes, type)
    return {
      externalId: chat,
      chat,
      starts: (code) => tell({ is: 'start', code }),
      says: (text) => tell({ is: 'text', text }),
      taps: async (label) => {
        const all = await hear(`${house.server.address}/playground/events`, cookie)
        await tell({ is: 'choice', data: all.flatMap(({ choices }) => choices).findLast(({ said }) => said === label)!.data })
      },
      sendsPhoto: (bytes, caption = '') => give('photo', bytes, 'image/png', { caption }),
      sendsVoice: (bytes) => give('voice', bytes, 'audio/ogg'),
      sendsDocument: (bytes, name) => give('document', bytes, 'application/pdf', { name }),
      async sees() {
        seen = await hear(`${house.server.address}/playground/events?since=${seen.at(-1)?.seq ?? 0}`, cookie)
        return Promise.all(
          seen.map(async ({ text, choices, attachments }) => {
            const file = attachments[0] && (await fetch(house.url(attachments[0].href), { headers: { Cookie: cookie } }))
            return { text, buttons: choices.map(({ label }) => label), file: file?.ok ? await file.bytes() : undefined }
          }),
        )
      },
    }
  }

  return {
    channel: { ...web, send },
    received,
    refuse: (times) => {
      refusals = times
    },
    somebody,
    keep: (file, bytes, mediaType) => house.evidence.put(file, bytes, mediaType),
    close: async () => {
      await web.stop()
      await house.server.close()
      await database.stop()
    },
  }
})

/** Everything that has been said: what the stream begins with. */
async function hear(address: string, cookie: string): Promise<Heard[]> {
  const leaving = new AbortController()
  const answer = await fetch(address, { headers: { Cookie: cookie }, signal: leaving.signal })
  let text = ''
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
    text += part
    if (text.includes(': up to now')) break
  }
  leaving.abort()
  return [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, data]) => JSON.parse(data!) as Heard)
}
