// A Telegram of our own on loopback: the Bot API on one side, people with phones on the other. Written from the Bot API's documentation
// (https://core.telegram.org/bots/api), with the limits and refusals of the real one; nothing of the program is used here.
import type { AddressInfo } from 'node:net'
import { type Fault, Faults, type Target } from './faults.ts'
import { Group } from './group.ts'
import { type Recorded, serve } from './http.ts'
import type { Server } from './methods.ts'
import { Person } from './person.ts'
import type { Update, User } from './types.ts'
import { Updates } from './updates.ts'
import { World, type WorldOptions } from './world.ts'

export type { Fault, Target } from './faults.ts'
export type { Group } from './group.ts'
export type { Recorded } from './http.ts'
export type { Person } from './person.ts'
export type { Seen } from './reading.ts'

export type FakeOptions = {
  token?: string
  username?: string
  /** 0, the default: any free one. */
  port?: number
  /** Milliseconds. */
  now?: () => number
  firstUpdateId?: number
  firstUserId?: number
  rate?: WorldOptions['rate']
  overall?: WorldOptions['overall']
  /** Group privacy turned off (BotFather's /setprivacy). */
  readsAll?: boolean
  /** Milliseconds before a failed webhook is tried again; doubles. The real one's is longer. */
  webhookBackOff?: number
  /** Milliseconds that a webhook may take. */
  webhookPatience?: number
  /** False: calls are not kept, for long runs. */
  record?: boolean
}

export type FakeTelegram = {
  /** For `TELEGRAM_API_ROOT`. */
  apiRoot: string
  token: string
  bot: User
  /** Every call, in the order in which they were answered. */
  calls: Recorded[]
  callsOf: (method: string) => Recorded[]
  /** Somebody new. They are unknown to the bot until they press Start or write. */
  user: (facts?: Partial<User>) => Person
  group: (title: string) => Group
  /** The next calls that match `target` fail. */
  fails: (target: Target, fault: Fault) => void
  heals: () => void
  /** Brings an update as it is: one that was brought before, or one that nobody documented. Without an id it gets the next. */
  brings: (update: Partial<Update>, chat?: number) => Update
  /** What the bot set: `commands:en`, `description:`… */
  profile: Map<string, unknown>
  /** Buttons tapped up to now wait no longer for an answer. */
  expireTaps: () => void
  /** Calls forget files, as when Telegram drops one. */
  forgetFiles: () => void
  updates: Pick<Updates, 'acknowledged' | 'acknowledgedIds' | 'pendingCount' | 'webhook' | 'lastError' | 'jumpTo'>
  close: () => Promise<void>
}

export async function openFakeTelegram(options: FakeOptions = {}): Promise<FakeTelegram> {
  const { token = '4242:AAfakeTokenOfTheFakeBotApiServer000', username = 'declic_bot', port = 0, now = Date.now, record = true } = options
  const bot: User = { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Déclic', username }
  const world = new World({ bot, now, rate: options.rate, overall: options.overall })
  const { firstUpdateId = 100_000, webhookBackOff = 100, webhookPatience = 60_000 } = options
  const updates = new Updates({ firstUpdateId, webhookBackOff, webhookPatience })
  const faults = new Faults()
  const server: Server = { world, updates, readsAll: options.readsAll ?? false, profile: new Map() }
  const calls: Recorded[] = []
  const http = serve({
    token,
    server,
    faults,
    record: (call) => void (record && calls.push(call)),
  })
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(port, '127.0.0.1', resolve))
  let nextUser = options.firstUserId ?? 1001
  let nextGroup = -2001

  return {
    apiRoot: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    token,
    bot,
    calls,
    callsOf: (method) => calls.filter((call) => call.method === method),
    user(facts = {}) {
      const user: User = { id: nextUser++, is_bot: false, first_name: 'Awa', language_code: 'fr', ...facts }
      const chat = world.addChat({ id: user.id, type: 'private', first_name: user.first_name, last_name: user.last_name }, false)
      return new Person(server, user, chat)
    },
    group: (title) => new Group(server, world.addChat({ id: nextGroup--, type: 'group', title }, true)),
    fails: (target, fault) => faults.order(target, fault),
    heals: () => faults.clear(),
    brings: (update, chat = 0) => updates.bring(chat, update),
    profile: server.profile,
    expireTaps() {
      for (const tap of world.taps.values()) tap.expired = true
    },
    forgetFiles: () => world.files.clear(),
    updates,
    async close() {
      await updates.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
