// Each route of the follow-up page, asked for by whoever has no business there: nothing of the other structure is shown, nothing changes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { trainerRoutes } from '../../../bots/web/routes/trainer.ts'
import type { Site } from '../../../bots/web/site.ts'
import { changed, kept, openTown, SECRETS, type Stranger, type Town } from './town.ts'

type Ask = { path: string; fields?: Record<string, string> }
/** What a stranger gets: refused, or a page of their own with nothing of others on it. `signedOut`: without a session. */
type Row = { asks: (town: Town) => Ask[]; gets: (who: string) => number | number[]; signedOut: number }

const FOLLOWERS = ['a trainer of another structure', 'an issuer of another organisation']
const never = () => 404
const own = () => 200
const TOKEN = '0'.repeat(32)

const ROUTES: Record<string, Row> = {
  'GET /trainer/in/:token': {
    asks: ({ codes }) => [TOKEN, codes['trainer-session']!].map((code) => ({ path: `/trainer/in/${code}` })),
    gets: () => 410,
    signedOut: 410,
  },
  'POST /trainer/in/:token': {
    asks: ({ codes }) => [TOKEN, codes['trainer-session']!, codes.workshop!].map((code) => ({ path: `/trainer/in/${code}`, fields: {} })),
    gets: () => 410,
    signedOut: 410,
  },
  // of whoever asks; asked last, because it ends their session
  'POST /trainer/out': { asks: () => [{ path: '/trainer/out', fields: {} }], gets: own, signedOut: 200 },
  'GET /trainer': { asks: () => [{ path: '/trainer' }], gets: (who) => (who === FOLLOWERS[1] ? 303 : 200), signedOut: 401 },
  'GET /trainer/learners': {
    asks: () => ['', '?q=awa', '?q=diallo'].map((q) => ({ path: `/trainer/learners${q}` })),
    gets: own,
    signedOut: 401,
  },
  'GET /trainer/learners.csv': {
    asks: () => ['', '?q=awa'].map((q) => ({ path: `/trainer/learners.csv${q}` })),
    gets: own,
    signedOut: 401,
  },
  'GET /trainer/w/:id': { asks: ({ group }) => [{ path: `/trainer/w/${group}` }], gets: never, signedOut: 401 },
  'GET /trainer/w/:id/sheet': { asks: ({ group }) => [{ path: `/trainer/w/${group}/sheet` }], gets: never, signedOut: 401 },
  'GET /trainer/w/:id/learners.csv': { asks: ({ group }) => [{ path: `/trainer/w/${group}/learners.csv` }], gets: never, signedOut: 401 },
  'GET /trainer/claims': {
    asks: ({ claim }) => ['', `?after=${claim}`, '?after=nothing'].map((query) => ({ path: `/trainer/claims${query}` })),
    gets: own,
    signedOut: 401,
  },
  'GET /trainer/claims/:id': {
    asks: ({ claim }) => [{ path: `/trainer/claims/${claim}` }, { path: `/trainer/claims/${claim}?after=${claim}` }],
    gets: never,
    signedOut: 401,
  },
  'POST /trainer/claims/:id': {
    asks: ({ claim }) =>
      ['accepted', 'to-complete', 'refused'].map((outcome) => ({ path: `/trainer/claims/${claim}`, fields: { outcome, reason: 'non' } })),
    gets: never,
    signedOut: 401,
  },
  'GET /trainer/claims/:id/revoke': {
    asks: ({ claim }) => [{ path: `/trainer/claims/${claim}/revoke` }],
    gets: never,
    signedOut: 401,
  },
  'POST /trainer/claims/:id/revoke': {
    asks: ({ claim }) => [{ path: `/trainer/claims/${claim}/revoke`, fields: { reason: 'non' } }],
    gets: never,
    signedOut: 401,
  },
  'GET /trainer/claims/:id/evidence/:piece': {
    asks: ({ claim, pieces }) =>
      Object.values(pieces).flatMap((piece) =>
        ['', '?thumb', '?view'].map((how) => ({ path: `/trainer/claims/${claim}/evidence/${piece}${how}` })),
      ),
    gets: never,
    signedOut: 401,
  },
  'GET /trainer/codes': { asks: () => [{ path: '/trainer/codes' }], gets: (who) => (who === FOLLOWERS[1] ? 404 : 200), signedOut: 401 },
  'POST /trainer/codes': {
    asks: () =>
      ['atelier-nord laser-niveau-1', `atelier-nord decouvrir-le-marche-du-travail`, 'atelier-sud laser-niveau-1'].map((one) => ({
        path: '/trainer/codes',
        fields: { for: one, lasts: 'hours' },
      })),
    gets: (who) => (who === FOLLOWERS[1] ? 404 : 400),
    signedOut: 401,
  },
  'POST /trainer/codes/:id': { asks: ({ made }) => [{ path: `/trainer/codes/${made}`, fields: {} }], gets: never, signedOut: 401 },
  'GET /trainer/issuer': { asks: () => [{ path: '/trainer/issuer' }], gets: (who) => (who === FOLLOWERS[1] ? 200 : 404), signedOut: 401 },
}

let town: Town
let followers: Stranger[]
const cookies = new Map<string, string>()

beforeAll(async () => {
  town = await openTown()
  followers = town.strangers.filter(({ who }) => FOLLOWERS.includes(who))
  for (const one of followers) cookies.set(one.who, await signedIn(one))
}, 120_000)
afterAll(() => town?.journey.stop())

async function signedIn({ speaker }: Stranger): Promise<string> {
  const said = (await speaker.says('suivi')).map(({ text }) => text).join()
  const entered = await ask({ path: /\/trainer\/in\/[0-9a-f]{32}/.exec(said)![0], fields: {} })
  return entered.headers.get('set-cookie')!.split(';')[0]!
}

const ask = ({ path, fields }: Ask, cookie = '') =>
  town.journey.get(path, {
    method: fields ? 'POST' : 'GET',
    headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    ...(fields && { body: new URLSearchParams(fields) }),
  })

test('every route of the follow-up page is in the table', () => {
  const routes = trainerRoutes({} as Site).map(({ method, path }) => `${method} ${path}`)
  expect(Object.keys(ROUTES).toSorted()).toEqual(routes.toSorted())
})

/** Signing out last. */
const ROWS = Object.entries(ROUTES).toSorted(([a], [b]) => Number(a.endsWith('/out')) - Number(b.endsWith('/out')))

describe.each(ROWS)('%s', (_, { asks, gets, signedOut }) => {
  test.each(FOLLOWERS)('%s', async (who) => {
    const { id } = followers.find((one) => one.who === who)!
    const before = await kept(town, id)
    for (const one of asks(town)) {
      const answer = await ask(one, cookies.get(who))
      expect([gets(who)].flat(), `${one.path} ${answer.status}`).toContain(answer.status)
      // what was asked for stands in the address that the page repeats
      const body = (await answer.text()).replaceAll(/(value|href)="[^"]*"/g, '')
      expect(body, one.path).not.toMatch(SECRETS)
    }
    await town.journey.idle()
    expect(changed(before, await kept(town, id))).toEqual([])
  })

  test('signed out', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    const before = await kept(town, nobody)
    for (const cookie of ['', 'declic_trainer=', `declic_trainer=${TOKEN}`, `declic_trainer=${town.codes['trainer-session']}`])
      for (const one of asks(town)) {
        const answer = await ask(one, cookie)
        expect(answer.status, one.path).toBe(signedOut)
        expect(await answer.text(), one.path).not.toMatch(SECRETS)
      }
    expect(changed(before, await kept(town, nobody))).toEqual([])
  })
})

test('a claim of one’s own structure shows no piece of another’s', async () => {
  const max = followers[0]!
  const cookie = await signedIn(max)
  expect((await ask({ path: `/trainer/claims/${town.own}` }, cookie)).status).toBe(200)
  for (const piece of Object.values(town.pieces))
    for (const how of ['', '?thumb', '?view'])
      expect((await ask({ path: `/trainer/claims/${town.own}/evidence/${piece}${how}` }, cookie)).status).toBe(404)
  const page = await (await ask({ path: `/trainer/claims/${town.own}?after=${town.claim}` }, cookie)).text()
  expect(page).toContain('Mon jardin.')
  expect(page.replaceAll(/(value|href)="[^"]*"/g, '')).not.toMatch(SECRETS)
})

test('whoever follows nobody gets no link to the page', async () => {
  for (const { speaker, who } of town.strangers.filter((one) => !FOLLOWERS.includes(one.who)))
    expect(JSON.stringify((await speaker.says('suivi')).map(({ text }) => text)), who).not.toContain('/trainer/')
})
