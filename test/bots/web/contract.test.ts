// The channels of our own pages under the contract of all channels, with a phone that speaks as the pages' own code does.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chatRoutes, openBrowser, openWeb, pageRoutes, playgroundRoutes } from '../../../bots/web/index.ts'
import type { Database } from '../../../core/data/database.ts'
import { chatOf } from '../../../core/data/browser.ts'
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

/** A page: where its addresses begin, what it calls the phone, and somebody with a session there. */
type Kind = {
  name: 'web' | 'browser'
  base: string
  phone: string
  begin: (address: string, database: Database) => Promise<{ cookie: string; chat: string }>
}

const PLAYGROUND: Kind = {
  name: 'web',
  base: '/playground',
  phone: 'learner',
  async begin(address) {
    const begun = await openDelivery({ base: address, headers: {} })('', '/playground/session', '{"language":"fr"}', 'application/json')
    const cookie = begun.headers.get('set-cookie')!.split(';')[0]!
    return { cookie, chat: `${cookie.split('=')[1]}:learner` }
  },
}

const CHAT: Kind = {
  name: 'browser',
  base: '/chat',
  phone: 'mine',
  async begin(_, { prisma }) {
    const secret = randomBytes(16).toString('hex')
    const chat = chatOf(secret)
    const account = { channel: 'browser', externalId: chat, chat, seenAt: new Date() }
    const person = { id: randomUUID(), version: 1, nameConfirmed: false, language: 'fr', said: {}, createdAt: new Date() }
    await prisma.person.create({ data: { ...person, accounts: { create: account } } })
    return { cookie: `declic_chat=${secret}`, chat }
  },
}

for (const kind of [PLAYGROUND, CHAT]) channelContract(kind.name, () => open(kind))

async function open({ name, base, phone, begin }: Kind): Promise<OpenChannel> {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'declic-web-'))
  const web = name === 'web' ? await openWeb({ publicUrl: 'http://localhost:3978', dataDir }) : await openBrowser({ dataDir })
  const received: Inbound[] = []
  let refusals = 0
  const house = await openHouse(database, {
    routes: (site) => [...pageRoutes(site), ...(name === 'web' ? playgroundRoutes : chatRoutes)(site, web)],
    turn: async (inbound) => {
      if (refusals-- > 0) throw new Error('the database is away')
      received.push(inbound)
    },
  })

  /** The outbox's part: what is sent was committed before. */
  const send = async (chat: string, body: Outbound) => {
    await database.prisma.outbox.create({
      data: { id: `said:${randomUUID()}`, to: `${name}:${chat}`, body, at: new Date(), startedAt: new Date() },
    })
    return web.send(chat, body)
  }

  async function somebody(): Promise<Somebody> {
    const { cookie, chat } = await begin(house.server.address, database)
    const post = openDelivery({ base: house.server.address, headers: { Cookie: cookie } })
    let seen: Heard[] = []
    const tell = (event: object) =>
      post(phone, `${base}/messages`, JSON.stringify({ phone, id: randomUUID(), ...event }), 'application/json')
    const give = (kind: string, bytes: Uint8Array, type: string, more: Record<string, string> = {}) =>
      post(phone, `${base}/files?${new URLSearchParams({ phone, id: randomUUID(), kind, ...more })}`, bytes, type)
    return {
      externalId: chat,
      chat,
      starts: (code) => tell({ is: 'start', code }),
      says: (text) => tell({ is: 'text', text }),
      taps: async (label) => {
        const all = await hear(`${house.server.address}${base}/events`, cookie)
        await tell({ is: 'choice', data: all.flatMap(({ choices }) => choices).findLast(({ said }) => said === label)!.data })
      },
      sendsPhoto: (bytes, caption = '') => give('photo', bytes, 'image/png', { caption }),
      sendsVoice: (bytes) => give('voice', bytes, 'audio/ogg'),
      sendsDocument: (bytes, name) => give('document', bytes, 'application/pdf', { name }),
      async sees() {
        seen = await hear(`${house.server.address}${base}/events?since=${seen.at(-1)?.seq ?? 0}`, cookie)
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
}

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
