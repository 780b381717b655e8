// Who may bring activities, and with what we answer: tokens signed, published and granted on loopback, as Microsoft does it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { APP_ID, type FakeTeams, openFakeTeams, SECRET, TENANT } from '../../fakes/teams/index.ts'
import { makeKey, sign } from '../../fakes/teams/signing.ts'
import { credentialsFor, endpointsOf } from './credentials.ts'
import { type Opened, openChannel, type Opening } from './openChannel.ts'

let fake: FakeTeams
let opened: Opened | undefined

beforeEach(async () => {
  fake = await openFakeTeams({ tokens: true })
  // botbuilder tells the console of every token that it refuses
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await fake.close()
  await opened?.close()
})

const open = async (more: Opening & { tenants?: string[] } = {}) => {
  opened = await openChannel({
    onto: fake,
    settings: { appId: APP_ID, password: SECRET, appType: 'MultiTenant', dev: false, tenants: more.tenants },
    endpoints: endpointsOf(fake),
    credentials: credentialsFor(fake),
    ...more,
  })
  return opened
}

/** What a message with this header is answered with. */
const status = async (authorization: string | undefined, facts: Record<string, unknown> = {}) => {
  const activity = fake.person().activity({ type: 'message', id: '1700000000001', text: 'bonjour', ...facts })
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (authorization !== undefined) headers.authorization = authorization
  return (await fetch(fake.endpoint, { method: 'POST', headers, body: JSON.stringify(activity) })).status
}
const bearer = (...given: Parameters<FakeTeams['token']>) => `Bearer ${fake.token(...given)}`
const seconds = () => Math.floor(Date.now() / 1000)

describe('an activity', () => {
  test('with a good token is taken in', async () => {
    const { received } = await open()
    expect(await status(bearer())).toBe(200)
    expect(received.map(({ event }) => event)).toEqual([{ is: 'text', text: 'bonjour' }])
  })

  test.each<[string, () => string | undefined]>([
    ['without any token', () => undefined],
    ['with an empty header', () => ''],
    ['with another scheme', () => `Basic ${fake.token()}`],
    ['with something that is no token', () => 'Bearer not.a.token'],
    ['with half a token', () => bearer().slice(0, 200)],
    ['signed by somebody else with the same key id', () => `Bearer ${sign({ ...makeKey(), kid: fake.keys[0]!.kid }, claims())}`],
    ['signed with a key that nobody published', () => bearer({}, makeKey())],
    ['changed after it was signed', () => changed(fake.token(), { aud: APP_ID, admin: true })],
    ['without a signature', () => `Bearer ${unsigned()}`],
    ['from another issuer', () => bearer({ iss: 'https://sts.windows.net/somebody/' })],
    ['for another bot', () => bearer({ aud: '22222222-2222-4333-8444-555555555555' })],
    ['for nobody', () => bearer({ aud: undefined })],
    ['that is over', () => bearer({ exp: seconds() - 600 })],
    ['that is not good yet', () => bearer({ nbf: seconds() + 3600 })],
    ['for another service URL', () => bearer({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
    ['without a service URL', () => bearer({ serviceurl: undefined })],
    ['with a key that is not good for Teams', () => bearer({}, addKey(['facebook']))],
  ])('%s is refused with 401, and nothing happens', async (_, header) => {
    const { received } = await open()
    expect(await status(header())).toBe(401)
    expect(received).toEqual([])
  })

  test('whose own service URL is left out is refused, whatever the token says', async () => {
    const { received } = await open()
    expect(await status(bearer(), { serviceUrl: '' })).toBe(401)
    expect(await status(bearer(), { serviceUrl: undefined })).toBe(401)
    expect(received).toEqual([])
  })

  test('that answers elsewhere than at Microsoft is refused, though the token names that place', async () => {
    const { received } = await open({ hosts: { service: () => false, inline: () => false, files: () => false } })
    expect(await status(bearer())).toBe(403)
    expect(received).toEqual([])
  })

  test('comes from the tenants that were named, and no other', async () => {
    const { received } = await open({
      settings: { appId: APP_ID, password: SECRET, appType: 'MultiTenant', dev: false, tenants: [TENANT] },
    })
    expect(await status(bearer())).toBe(200)
    expect(await status(bearer(), { conversation: { id: 'a:2', conversationType: 'personal', tenantId: 'other' } })).toBe(403)
    expect(await status(bearer(), { conversation: { id: 'a:2', conversationType: 'personal' }, channelData: null })).toBe(403)
    expect(received).toHaveLength(1)
  })

  test('with a key that is good for several channels is taken in', async () => {
    await open()
    expect(await status(bearer({}, addKey(['facebook', 'msteams'])))).toBe(200)
  })

  test('shall come again when the keys cannot be had: its token may be good', async () => {
    const { received } = await open({ endpoints: { ...endpointsOf(fake), ToBotFromChannelOpenIdMetadataUrl: `${fake.base}/away` } })
    expect(await status(bearer())).toBe(503)
    expect(received).toEqual([])
  })
})

describe('keys', () => {
  test('that are new are fetched, the old ones refused from then on', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await open()
    expect(await status(bearer())).toBe(200)
    const [old] = fake.keys.splice(0, 1, makeKey())
    // botbuilder asks for new keys once an hour at most
    vi.setSystemTime(Date.now() + 61 * 60_000)
    expect(await status(bearer())).toBe(200)
    expect(await status(bearer({}, old))).toBe(401)
  })

  test('are asked for once, not for every message', async () => {
    await open()
    for (let n = 0; n < 5; n++) expect(await status(bearer({ jti: n }))).toBe(200)
    expect(fake.asked.filter(({ path }) => path === '/keys')).toHaveLength(1)
  })
})

describe('a token that was verified', () => {
  test('is good for its service URL alone', async () => {
    await open()
    const token = bearer()
    expect(await status(token)).toBe(200)
    expect(await status(token)).toBe(200)
    expect(await status(token, { serviceUrl: `${fake.base}/elsewhere` })).toBe(401)
    expect(await status(token, { channelId: 'facebook' })).toBe(401)
  })

  test('is no longer good when it is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await open()
    const token = bearer({ exp: seconds() + 120 })
    expect(await status(token)).toBe(200)
    // five minutes are botbuilder's own tolerance for clocks
    vi.setSystemTime(Date.now() + 10 * 60_000)
    expect(await status(token)).toBe(401)
  })

  test('does not make a similar one good', async () => {
    await open()
    expect(await status(bearer())).toBe(200)
    expect(await status(`${bearer()}x`)).toBe(401)
  })
})

describe('our own messages', () => {
  test('carry a token that was granted for the bot’s password, asked for once', async () => {
    const { channel } = await open()
    const awa = fake.person()
    await awa.says('bonjour')
    for (const text of ['un', 'deux']) expect(await channel.send(awa.chat.id, { text })).toMatchObject({ outcome: 'sent' })
    expect((await awa.reads()).map(({ text }) => text)).toEqual(['un', 'deux'])
    expect(fake.asked.filter(({ path }) => path.endsWith('/token'))).toHaveLength(1)
  })

  test('get a new token when theirs is refused', async () => {
    const { channel } = await open()
    const awa = fake.person()
    await awa.says('bonjour')
    await channel.send(awa.chat.id, { text: 'un' })
    fake.renewsBotToken()
    expect(await channel.send(awa.chat.id, { text: 'deux' })).toMatchObject({ outcome: 'sent' })
  })

  test('wait when the password is wrong, and say so without it', async () => {
    const { channel, logged } = await open({ credentials: credentialsFor(fake, 'a-wrong~password') })
    // botbuilder keeps tokens of all credentials of one bot
    const { AppCredentials } = await import('botframework-connector')
    ;(AppCredentials as unknown as { cache: Map<string, unknown> }).cache.clear()
    const awa = fake.person()
    await awa.says('bonjour')
    const sent = await channel.send(awa.chat.id, { text: 'un' })
    expect(sent).toMatchObject({ outcome: 'retry' })
    expect(JSON.stringify(sent) + logged()).not.toContain('a-wrong~password')
  })
})

test('with TEAMS=dev no token is needed, and none is sent', async () => {
  opened = await openChannel()
  const awa = opened.fake.person()
  await awa.says('bonjour')
  expect(opened.received).toHaveLength(1)
  await opened.channel.send(awa.chat.id, { text: 'un' })
  expect(opened.fake.calls.map(({ authorization }) => authorization)).toEqual([undefined])
  await opened.fake.close()
})

const claims = () => ({ iss: 'https://api.botframework.com', aud: APP_ID, serviceurl: fake.base, exp: seconds() + 3600 })

function changed(token: string, more: object): string {
  const [header, payload, signature] = token.split('.')
  const read = JSON.parse(Buffer.from(payload!, 'base64url').toString())
  return `Bearer ${header}.${Buffer.from(JSON.stringify({ ...read, ...more })).toString('base64url')}.${signature}`
}

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none', typ: 'JWT', kid: fake.keys[0]!.kid })}.${part(claims())}.`
}

/** Another published key. */
function addKey(endorsements: string[]) {
  const key = makeKey(endorsements)
  fake.keys.push(key)
  return key
}
