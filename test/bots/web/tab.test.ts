// The tab in Teams over HTTP: which tokens come in, as whom, where to, and which of our pages a frame may show.
import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTab, tabRoutes } from '../../../bots/web/tab/index.ts'
import { pageRoutes } from '../../../bots/web/index.ts'
import type { Database } from '../../../core/data/database.ts'
import { APP_ID, type FakeSignIn, openFakeSignIn, OTHER_TENANT, TENANT, type TokenOptions } from '../../fakes/microsoftSignIn.ts'
import { freshDatabase } from '../../setup/freshDatabase.ts'
import { type House, openHouse, seedClaim } from './house.ts'

let database: Database
let house: House
let microsoft: FakeSignIn
let clock: Date
let logged: string[]

const LEA = randomUUID()
const AWA = randomUUID()
const SEALED = randomUUID()

beforeAll(async () => {
  database = await freshDatabase()
  clock = new Date('2026-11-20T09:00:00Z')
  microsoft = await openFakeSignIn(() => clock)
  logged = []
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  house = await openHouse(database, {
    routes: (bare) => {
      const tab = openTab({ appId: APP_ID, tenants: [TENANT.toUpperCase()], keys: microsoft.keys, now: () => clock.getTime() })
      const site = { ...bare, publicUrl: 'https://declic.example', log, now: () => clock, tab }
      return [...pageRoutes(site), ...tabRoutes(site)]
    },
  })
  const { prisma } = house
  const made = { version: 1, nameConfirmed: true, language: 'fr', said: {}, createdAt: clock }
  const known = async (oid: string, id = randomUUID(), more: object = {}) => {
    await prisma.person.upsert({ where: { id }, create: { ...made, id, name: 'Léa Roux', ...more }, update: more })
    await prisma.account.create({
      data: { channel: 'teams', externalId: `${TENANT}/${oid}`, chat: `a:${oid}`, personId: id, seenAt: clock },
    })
    return id
  }
  const lea = await known(LEA)
  await prisma.membership.create({ data: { personId: lea, structureId: 'cuisine', role: 'trainer', since: clock } })
  await known(SEALED, randomUUID(), { erasedAt: clock })
})
afterAll(async () => {
  await house?.server.close()
  await microsoft?.close()
  await database?.stop()
})
beforeEach(() => {
  logged.length = 0
})

type Entered = { status: number; said: { to?: string; problem?: string }; cookies: string[] }

async function enterWith(token: string, body: object = { page: 'follow-up' }, headers: Record<string, string> = {}): Promise<Entered> {
  const response = await fetch(house.url('/teams/session'), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
  })
  const text = await response.text()
  return {
    status: response.status,
    said: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {},
    cookies: response.headers.getSetCookie(),
  }
}

const enter = async (oid: string, options: TokenOptions = {}, body?: object) => enterWith(await microsoft.token(oid, options), body)

/** The cookies of somebody who is in, as their browser sends them. */
const cookiesOf = ({ cookies }: Entered): string => cookies.map((cookie) => cookie.split(';')[0]).join('; ')

const read = (where: string, headers: Record<string, string> = {}) => fetch(house.url(where), { redirect: 'manual', headers })

describe('a token', () => {
  it('of version 1 or 2 opens a session, in a cookie that only the frame of Teams gets', async () => {
    const first = await enter(LEA)
    expect(first).toMatchObject({ status: 200, said: { to: '/trainer' } })
    expect(first.cookies[0]).toMatch(/^__Host-declic-tab=[0-9a-f]{32}; Max-Age=\d+; HttpOnly; Path=\/; Secure; SameSite=None; Partitioned$/)
    const second = await enter(LEA, {
      claims: { aud: APP_ID, iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, ver: '2.0', scp: 'openid access_as_user' },
    })
    expect(second).toMatchObject({ status: 200, said: { to: '/trainer' } })
    // whoever reads the table is nobody
    const links = JSON.stringify(await house.prisma.link.findMany())
    expect(links).not.toContain(cookiesOf(first).slice(18, 50))
    expect(logged).toEqual([])
  })

  const hour = 3600
  const at = (seconds: number) => Math.floor(Date.parse('2026-11-20T09:00:00Z') / 1000) + seconds
  const bad: [string, TokenOptions, number, string][] = [
    ['signed by a stranger', { forged: true }, 401, 'signature'],
    ['without a signature', { alg: 'none' }, 401, 'signature'],
    ['signed with the public key as a secret', { alg: 'HS256' }, 401, 'signature'],
    ['of a key that nobody knows', { kid: 'never-published' }, 401, 'signature'],
    ['of another issuer', { claims: { iss: 'https://evil.example/' } }, 401, 'issuer'],
    ['of the issuer of another tenant', { claims: { iss: `https://sts.windows.net/${OTHER_TENANT}/` } }, 401, 'issuer'],
    ['signed with the key of private accounts', { personal: true }, 401, 'issuer'],
    ['for another application', { claims: { aud: '00000003-0000-0000-c000-000000000000' } }, 401, 'audience'],
    ['for another address', { claims: { aud: `api://evil.example/${APP_ID}` } }, 401, 'audience'],
    ['for nothing in particular', { claims: { aud: undefined } }, 401, 'audience'],
    ['that is over', { claims: { exp: at(-2 * hour), nbf: at(-3 * hour) } }, 401, 'time'],
    ['that is not good yet', { claims: { nbf: at(hour), exp: at(2 * hour) } }, 401, 'time'],
    ['that never ends', { claims: { exp: undefined } }, 401, 'time'],
    ['with another scope', { claims: { scp: 'User.Read access_as_user_not' } }, 403, 'scope'],
    ['of an application, with nobody behind it', { claims: { scp: undefined, roles: ['access_as_user'] } }, 403, 'scope'],
    ['of another tenant', { claims: { tid: OTHER_TENANT } }, 403, 'tenant'],
    ['without a person', { claims: { oid: undefined } }, 401, 'malformed'],
  ]
  it.each(bad)('%s is refused, and logged without saying whose it is', async (_what, options, status, problem) => {
    const token = await microsoft.token(LEA, options)
    const entered = await enterWith(token)
    expect([entered.status, entered.cookies]).toEqual([status, []])
    expect(entered.said).toEqual({ problem: problem === 'tenant' ? 'tenant' : 'refused' })
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ problem, status, msg: 'the tab in Teams refused a token' }),
    ])
    for (const personal of [LEA, TENANT, OTHER_TENANT, 'Léa', 'lea.roux', token.split('.')[1]!])
      expect(logged.join()).not.toContain(personal)
  })

  it.each(['', 'abc', 'a.b.c', '....', 'eyJhbGciOiJSUzI1NiJ9.e30.', `${'x'.repeat(9000)}.y.z`])(
    'that is none (%#) is refused',
    async (token) => {
      expect(await enterWith(token)).toMatchObject({ status: 401, said: { problem: 'refused' }, cookies: [] })
    },
  )

  it('is taken from our own page only', async () => {
    const token = await microsoft.token(LEA)
    expect((await enterWith(token, undefined, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await enterWith(token, undefined, { 'Sec-Fetch-Site': 'same-site' })).status).toBe(403)
    expect((await enterWith(token, { page: 'elsewhere' })).status).toBe(400)
    expect((await enterWith(token, { page: 'claims', to: 'x'.repeat(501) })).status).toBe(400)
  })
})

describe('the keys of Microsoft', () => {
  it('are asked for once, and again when a new one signs; made-up key ids ask for nothing', async () => {
    clock = new Date(clock.getTime() + 60_000)
    await enter(LEA)
    const before = microsoft.state.asked
    for (let n = 0; n < 5; n++) await enter(LEA)
    expect(microsoft.state.asked).toBe(before)
    const old = await microsoft.token(LEA)
    await microsoft.rotate()
    expect(await enter(LEA)).toMatchObject({ status: 200 })
    expect(microsoft.state.asked).toBe(before + 1)
    // the former key is not published any more
    expect(await enterWith(old)).toMatchObject({ status: 401 })
    for (let n = 0; n < 5; n++) expect(await enter(LEA, { kid: `made-up-${n}` })).toMatchObject({ status: 401 })
    expect(microsoft.state.asked).toBe(before + 1)
    clock = new Date(clock.getTime() + 31_000)
    await Promise.all([1, 2, 3].map(() => enter(LEA, { kid: 'made-up' })))
    expect(microsoft.state.asked).toBe(before + 2)
  })

  it('that cannot be read: known ones go on, for others the door says to try again', async () => {
    microsoft.state.down = true
    clock = new Date(clock.getTime() + 25 * 3600_000)
    expect(await enter(LEA)).toMatchObject({ status: 200 })
    clock = new Date(clock.getTime() + 60_000)
    expect(await enter(LEA, { kid: 'new' })).toMatchObject({ status: 503, said: { problem: 'busy' } })
    expect(JSON.parse(logged[0]!)).toMatchObject({ level: 50, msg: 'the tab in Teams cannot check tokens' })
    expect(logged.join()).not.toContain(LEA)
    microsoft.state.down = false
    clock = new Date(clock.getTime() + 60_000)
    expect(await enter(LEA)).toMatchObject({ status: 200 })
  })
})

describe('whoever comes in', () => {
  it('and has never written to the bot, or is forgotten, is told so', async () => {
    for (const oid of [randomUUID(), SEALED]) {
      expect(await enter(oid)).toMatchObject({ status: 403, said: { problem: 'unknown' }, cookies: [] })
    }
  })

  it('as a trainer sees the follow-up page, in the colours of Teams, until the role is taken away', async () => {
    const cookie = cookiesOf(await enter(LEA, {}, { page: 'follow-up', theme: 'dark' }))
    const page = await read('/trainer', { Cookie: cookie })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft',
    )
    const text = await page.text()
    expect(text).toContain('<html lang="fr" data-theme="dark">')
    expect(text).toContain('La cuisine partagée')
    const { personId } = await house.prisma.account.findFirstOrThrow({ where: { externalId: `${TENANT}/${LEA}` } })
    const role = { personId, structureId: 'cuisine', role: 'trainer', since: clock }
    await house.prisma.membership.deleteMany({ where: { personId } })
    expect((await read('/trainer', { Cookie: cookie })).status).toBe(401)
    expect(await enter(LEA)).toMatchObject({ status: 403, said: { problem: 'not-trainer' }, cookies: [] })
    await house.prisma.membership.create({ data: role })
  })

  it('as a learner sees their own claims, and their own page in the frame', async () => {
    const { token, claimId, awa } = await seedClaim(house)
    const other = await seedClaim(house)
    await house.prisma.account.create({
      data: { channel: 'teams', externalId: `${TENANT}/${AWA}`, chat: 'a:awa', personId: awa, seenAt: clock },
    })
    expect(await enter(AWA)).toMatchObject({ status: 403, said: { problem: 'not-trainer' } })
    const entered = await enter(AWA, {}, { page: 'claims', theme: 'contrast' })
    expect(entered).toMatchObject({ status: 200, said: { to: '/teams/mine' } })
    const cookie = cookiesOf(entered)
    const list = await (await read('/teams/mine', { Cookie: cookie })).text()
    expect(list).toContain(`/c/${token}`)
    expect(list).toContain('Je travaille en équipe')
    expect(list).not.toContain(other.token)
    const own = await read(`/c/${token}`, { Cookie: cookie })
    expect(own.headers.get('content-security-policy')).toContain('frame-ancestors https://teams')
    expect(await own.text()).toContain('data-theme="contrast"')
    // somebody else's page, and one's own without the session, is for no frame
    for (const [where, headers] of [
      [`/c/${other.token}`, { Cookie: cookie }],
      [`/c/${token}`, {}],
    ] as const) {
      const page = await read(where, headers)
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(await page.text()).not.toContain('data-theme')
    }
    expect((await read('/trainer', { Cookie: cookie })).status).toBe(401)
    // a link to one claim: one's own opens, another's does not
    expect((await enter(AWA, {}, { page: 'claims', claim: claimId })).said).toEqual({ to: `/c/${token}` })
    expect((await enter(AWA, {}, { page: 'claims', claim: other.claimId })).said).toEqual({ to: '/teams/mine' })
    expect((await enter(LEA, {}, { page: 'claims', claim: claimId })).said).toEqual({ to: `/trainer/claims/${claimId}` })
    expect((await enter(LEA, {}, { page: 'follow-up', claim: claimId })).said).toEqual({ to: `/trainer/claims/${claimId}` })
    expect((await enter(AWA, {}, { page: 'claims', to: `/c/${token}?lang=en` })).said).toEqual({ to: `/c/${token}?lang=en` })
    expect((await enter(AWA, {}, { page: 'claims', to: `/c/${other.token}` })).said).toEqual({ to: '/teams/mine' })
  })

  it.each([
    'https://evil.example/trainer',
    '//evil.example/trainer',
    '/\\evil.example/trainer',
    '/trainers',
    '/e/abc',
    '/trainer/../e/x',
    'javascript:1',
  ])('goes on inside the tab only, whatever the address asks (%s)', async (to) => {
    expect((await enter(LEA, {}, { page: 'follow-up', to })).said).toEqual({ to: '/trainer' })
  })
})

describe('a session that is over', () => {
  it('leads through the door again, in Teams; elsewhere the page says what it always said', async () => {
    const cookie = cookiesOf(await enter(LEA))
    expect((await read('/teams/session', { Cookie: cookie })).status).toBe(204)
    clock = new Date(clock.getTime() + 13 * 3600_000)
    expect((await read('/teams/session', { Cookie: cookie })).status).toBe(401)
    const again = await read('/trainer/claims/x', { Cookie: cookie, 'Sec-Fetch-Dest': 'iframe' })
    expect([again.status, again.headers.get('location')]).toEqual([303, '/teams/follow-up?to=%2Ftrainer%2Fclaims%2Fx'])
    // a phone has no frame; the page's own look for news gets no page in its place
    expect((await read('/trainer', { Cookie: cookie, 'Sec-Fetch-Dest': 'document' })).status).toBe(303)
    expect((await read('/trainer', { Cookie: cookie, 'Sec-Fetch-Dest': 'empty' })).status).toBe(401)
    const outside = await read('/trainer', { 'Sec-Fetch-Dest': 'document' })
    expect(outside.status).toBe(401)
    expect(outside.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect((await read('/teams/mine')).headers.get('location')).toBe('/teams/claims')
    // a private page needs no session where it is not framed
    const { token } = await seedClaim(house)
    const framed = await read(`/c/${token}`, { Cookie: cookie, 'Sec-Fetch-Dest': 'iframe' })
    expect([framed.status, framed.headers.get('location')]).toEqual([303, `/teams/claims?to=%2Fc%2F${token}`])
    expect((await read(`/c/${token}`, { Cookie: cookie, 'Sec-Fetch-Dest': 'document' })).status).toBe(200)
  })
})

describe('the door', () => {
  it('says the same to everybody, in their language, to a frame of Teams or a window', async () => {
    const page = await read('/teams/follow-up?claim=6b0f7c1e-0000-4000-8000-000000000001&lang=en')
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors https://teams.microsoft.com')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    const text = await page.text()
    expect(text).toContain('We have not met yet')
    expect(text).toContain(
      `https://teams.microsoft.com/l/entity/${APP_ID}/follow-up?context=%7B%22subEntityId%22%3A%226b0f7c1e-0000-4000-8000-000000000001%22%7D`,
    )
    expect(await (await read('/teams/about')).text()).toContain('mes données')
  })
})
