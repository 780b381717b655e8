// A Teams of our own on loopback: the Bot Framework's connector and its keys on one side, people on the other. Written from Microsoft's
// documentation, with its limits and refusals; nothing of the program is used here.
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Bringer } from './bring.ts'
import { type Facts, Person, type Teams } from './person.ts'
import { Rate } from './rate.ts'
import { type Fault, type Service, serve } from './service.ts'
import { type Key, makeKey, sign } from './signing.ts'
import type { Chat } from './types.ts'
import { World } from './world.ts'

export type { Brought } from './bring.ts'
export type { Person, Seen } from './person.ts'
export type { Chat } from './types.ts'

export const APP_ID = '11111111-2222-4333-8444-555555555555'
export const SECRET = 'the-password~of.the-bot'
export const TENANT = '99999999-8888-4777-8666-555555555555'
/** Who signs for channels. */
export const ISSUER = 'https://api.botframework.com'

export type FakeOptions = {
  /** False: activities come without a token, and none is asked for (TEAMS=dev). */
  tokens?: boolean
  /** False: no limits. */
  limits?: boolean
  backOff?: number
  patience?: number
  /** Infinity: it never gives up, however long the bot is away. */
  mostTries?: number
}

export type FakeTeams = {
  /** Its service URL. */
  base: string
  /** Where the bot listens; set it before anybody speaks. */
  endpoint: string
  bot: { id: string; name: string }
  calls: Service['calls']
  asked: Service['asked']
  rate: Rate
  bringer: Bringer
  world: World
  /** Signing keys as published; the first one signs. */
  keys: Key[]
  person: (facts?: Partial<Facts>) => Person
  group: (place?: 'groupChat' | 'channel') => Chat
  /** The next calls of the bot fail. */
  fails: (fault: Fault) => void
  /** A token for the bot, good unless `claims` say otherwise. */
  token: (claims?: object, key?: Key) => string
  /** What the bot must show is another token from now on. */
  renewsBotToken: () => void
  close: () => Promise<void>
}

export async function openFakeTeams({
  tokens = false,
  limits = false,
  backOff = 100,
  patience = 15_000,
  mostTries = 12,
}: FakeOptions = {}): Promise<FakeTeams> {
  const world = new World()
  const bot = { id: `28:${APP_ID}`, name: 'Déclic' }
  const rate = new Rate()
  let botToken = randomUUID()
  const keys = tokens ? [makeKey()] : []
  const service: Service = {
    world,
    rate: limits ? rate : undefined,
    keys,
    bot: bot.id,
    knowsToken: tokens ? (token) => token === botToken : undefined,
    secret: SECRET,
    botToken: () => botToken,
    calls: [],
    faults: [],
    asked: [],
  }
  let base = ''
  const http = serve(service, () => base)
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  let endpoint = ''
  const token: FakeTeams['token'] = (claims = {}, key = keys[0]!) => {
    const now = Math.floor(Date.now() / 1000)
    return sign(key, { iss: ISSUER, aud: APP_ID, serviceurl: base, nbf: now - 60, exp: now + 3600, ...claims })
  }
  // Teams brings one token for about an hour
  let carried: string | undefined
  const bringer = new Bringer({
    endpoint: () => endpoint,
    authorization: () => {
      if (!tokens) return undefined
      carried ??= token()
      return `Bearer ${carried}`
    },
    backOff,
    patience,
    mostTries,
  })
  const teams: Teams = { world, bringer, base, bot }

  return {
    base,
    get endpoint() {
      return endpoint
    },
    set endpoint(url) {
      endpoint = url
    },
    bot,
    calls: service.calls,
    asked: service.asked,
    rate,
    bringer,
    world,
    keys,
    person(facts = {}) {
      const oid = randomUUID()
      const person: Facts = { name: 'Awa Diallo', oid, id: `29:1${oid.replaceAll('-', '')}`, locale: 'fr-FR', tenant: TENANT, ...facts }
      return new Person(teams, person, world.addChat('personal', person.tenant))
    },
    group: (place = 'groupChat') => world.addChat(place, TENANT),
    fails: (fault) => void service.faults.push(fault),
    token,
    renewsBotToken() {
      botToken = randomUUID()
    },
    async close() {
      await bringer.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
