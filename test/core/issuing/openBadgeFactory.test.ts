// What only Open Badge Factory does: its token, its look-up, its summary, whether the badge was taken.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { obfBackend } from '../../../core/issuing/openbadgefactory/index.ts'
import { type FakeObf, openFakeObf } from '../../fakes/issuing/openBadgeFactory.ts'
import { document, EMAIL } from './backendContract.ts'
import { CLAIM, detailsFrom } from './claim.ts'

let now: number
let fake: FakeObf
beforeEach(async () => {
  now = 1_767_265_620_000
  fake = await openFakeObf(() => now)
  fake.badges.push({ id: 'PEQUIPE', name: 'Je travaille en équipe' })
})
afterEach(() => fake.close())

const open = () =>
  obfBackend({ apiRoot: fake.url, clientId: fake.clientId, clientSecret: fake.clientSecret, timeout: 250, clock: () => now })
const details = () => detailsFrom({ backendBadge: 'PEQUIPE' })
const other = (n: number) => ({ ...document(), id: `urn:uuid:0b0f2c9e-5d1b-4a39-9a52-0c8f6f2f7d1${n}` })

test('one token carries many claims, and is renewed at its end', async () => {
  const backend = open()
  await Promise.all([2, 3, 4].map((n) => backend.issue(other(n), details())))
  expect(fake.tokens).toHaveLength(1)
  now += 3541_000
  expect(await backend.issue(document(), details())).toMatchObject({ state: 'issued' })
  expect(fake.tokens).toHaveLength(2)
})

test('a token that the platform forgot is asked for again, not twice in ten seconds', async () => {
  const backend = open()
  await backend.issue(document(), details())
  fake.forgetTokens()
  expect(await backend.issue(other(2), details())).toMatchObject({ state: 'retry', after: 10 })
  now += 10_000
  expect(await backend.issue(other(2), details())).toMatchObject({ state: 'issued' })
  expect(fake.asked.filter(({ path }) => path.endsWith('/token'))).toHaveLength(2)
})

test('nothing is issued while nobody can look up', async () => {
  const backend = open()
  await backend.issue(other(2), details())
  fake.anyFaults.push({ status: 500 })
  expect(await backend.issue(document(), details())).toMatchObject({ state: 'retry' })
  fake.anyFaults.push('half')
  expect(await backend.issue(document(), details())).toMatchObject({ state: 'retry' })
  expect(fake.events).toHaveLength(1)
})

test('a platform that does not filter is not believed', async () => {
  const backend = open()
  await backend.issue(other(2), details())
  // the event of somebody else, under this claim's filter
  fake.events[0]!.log_entry = JSON.stringify({ claim: `${CLAIM}-other` })
  expect(await backend.issue(document(), details())).toMatchObject({ state: 'issued', reference: 'EV2' })
})

test('the recipient cannot be read just after the badge was issued: the next attempt asks for the link alone', async () => {
  const backend = open()
  await backend.issue(other(2), details())
  // look-up, issue, recipient
  fake.anyFaults.push(undefined, undefined, { status: 502 })
  expect(await backend.issue(document(), details())).toMatchObject({ state: 'retry' })
  expect(fake.events).toHaveLength(2)
  expect(await backend.issue(document(), details())).toMatchObject({ state: 'issued', url: 'https://obf.example.org/c/receive?tk=EV2' })
  expect(fake.events).toHaveLength(2)
})

test('what is written beside the criteria cannot become a link or a heading', async () => {
  const claim = document()
  claim.narrative!.text = 'J’ai coupé <b>3</b> kilos & [ici](https://ailleurs.example) *fini*'
  await open().issue(claim, details())
  const [{ criteria_add: said } = {}] = fake.events
  expect(said).toContain('J’ai coupé &#60;b&#62;3')
  expect(said).not.toMatch(/[<>[\]*_`]/)
  expect(said).not.toContain(EMAIL)
  expect(said).toContain('Confirmé par Paul Martin, Chef de cuisine.')
})

test('it ends when the badge’s meaning says so', async () => {
  await open().issue(document(), details())
  expect(fake.events[0]!.expires_on).toBe(Date.parse('2028-01-01T12:00:00Z') / 1000)
})

test('taken or not', async () => {
  const backend = open()
  await backend.issue(document(), details())
  const handed = { claim: document(), settledAt: details().settledAt, reference: 'EV1', url: null, credential: null }
  expect(await backend.accepted!(handed)).toEqual({ state: 'waiting' })
  fake.recipients[0]!.received = true
  expect(await backend.accepted!(handed)).toEqual({ state: 'accepted' })
})

test('without its id or an address nothing is asked of the platform', async () => {
  expect(await open().issue(document(), detailsFrom())).toEqual({
    state: 'failed',
    why: 'badge "travailler-en-equipe" has no backendIds.openbadgefactory in its file',
  })
  const silent = { ...document(), learner: { ...document().learner, contact: null } }
  expect(await open().issue(silent, details())).toMatchObject({ state: 'failed' })
  expect(fake.asked).toEqual([])
})
