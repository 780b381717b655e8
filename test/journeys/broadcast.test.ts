// A broadcast under way, from the trainer's chat: it pauses, goes on and ends when they say so, keeps to what Telegram allows, and lets
// people's own conversations go first. Counted by the Telegram of our own, in the order in which it was called.
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Recorded } from '../fakes/telegram/http.ts'
import type { Person } from '../fakes/telegram/index.ts'
import { fullWorkshop, STRUCTURE } from '../setup/fullWorkshop.ts'
import { openCast, type Speaker } from './people.ts'
import { type Journey, openJourney } from './world.ts'

const LEARNERS = 40
const LIMIT = { messages: 30, seconds: 1 }
const NUDGE = /^Bonjour .* Il vous reste/
/** A nudge that was being said in the very moment in which the trainer tapped. */
const IN_FLIGHT = 1

let journey: Journey
let lea: Speaker
let phones: Person[]
let workshop: string
beforeEach(async () => {
  journey = await openJourney({}, { remindersMs: 20 }, { overall: LIMIT })
  const names = Array.from({ length: LEARNERS }, (_, n) => `P${n}x`)
  phones = names.map((first_name) => journey.telegram.user({ first_name }))
  workshop = await fullWorkshop(
    { query: (async (text: string, values: unknown[]) => ({ rows: await journey.rows(text, values) })) as never },
    phones,
  )
  const code = randomBytes(24).toString('base64url')
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, 'trainer', $2, $2, now(), now() + interval '1 day')`,
    [code, STRUCTURE],
  )
  lea = openCast(journey).person('F', 'Léa Roux')
  await lea.starts(code)
  await lea.taps('Oui')
  await lea.says('relance')
}, 60_000)
afterEach(() => journey?.stop())

const isNudge = ({ method, params, status }: Recorded) => method === 'sendMessage' && status === 200 && NUDGE.test(String(params.text))
const nudges = () => journey.telegram.calls.filter(isNudge)
const nudgesAfter = (call: Recorded) => journey.telegram.calls.slice(journey.telegram.calls.indexOf(call) + 1).filter(isNudge)
const saying = (words: string) => journey.telegram.calls.findLast(({ params }) => String(params.text).includes(words))
const told = () => phones.map((phone) => phone.messages().filter(({ text }) => NUDGE.test(text)).length)
const received = (count: number) => expect.poll(() => nudges().length, { timeout: 20_000, interval: 5 }).toBeGreaterThanOrEqual(count)
const answered = (words: string) => expect.poll(() => saying(words), { timeout: 10_000, interval: 5 }).toBeDefined()
/** Of the workshop: neither waiting nor in hand. */
const open = async (where: string) =>
  (await journey.rows<{ n: number }>(`select count(*)::int as n from "Nudge" where "workshopId" = $1 and ${where}`, [workshop]))[0]!.n
const nothingInHand = () => expect.poll(() => open('"markedAt" is not null and outcome is null'), { timeout: 10_000, interval: 10 }).toBe(0)

test('pause: nothing more leaves; continue: everybody else is told, once; no limit was broken', async () => {
  await lea.phone.taps('Envoyer')
  await received(5)
  await lea.phone.taps('Pause')
  await answered('les messages attendent')
  await nothingInHand()
  await journey.idle()
  const paused = saying('les messages attendent')!
  const waiting = await open('"markedAt" is null')
  expect(waiting).toBeGreaterThan(0)
  // somebody who talks meanwhile is answered, and still nothing leaves
  phones[0]!.says('bonjour')
  await expect.poll(() => journey.telegram.calls.at(-1)!.params.chat_id, { timeout: 10_000 }).toBe(String(phones[0]!.id))
  await journey.idle()
  expect(nudgesAfter(paused).length).toBeLessThanOrEqual(IN_FLIGHT)
  expect(await open('"markedAt" is null')).toBe(waiting)
  expect(nudges().length).toBe(LEARNERS - waiting)

  await lea.phone.says('reprendre')
  await received(LEARNERS)
  await journey.idle()
  expect(told()).toEqual(phones.map(() => 1))
  expect(await open(`outcome = 'told'`)).toBe(LEARNERS)
  expect(journey.telegram.calls.filter(({ status }) => status === 429)).toEqual([])
})

test.each([
  ['this nudge is dropped', ['Pas cette relance'], 'Ce qui attendait encore ne part pas'],
  ['the workshop ends', ['Terminer l’atelier', 'Oui, terminer'], 'c’est arrêté'],
])('%s: at once, and who was not told never is', async (_, taps, answer) => {
  await lea.phone.taps('Envoyer')
  await received(5)
  for (const [n, label] of taps.entries()) {
    if (n) await answered('Terminer «')
    await lea.phone.taps(label)
  }
  await answered(answer)
  await expect.poll(() => open('outcome is null'), { timeout: 10_000, interval: 10 }).toBe(0)
  await journey.idle()
  expect(nudgesAfter(saying(answer)!).length).toBeLessThanOrEqual(IN_FLIGHT)
  expect(nudges().length).toBeLessThan(LEARNERS)
  expect(await open(`outcome = 'told'`)).toBe(nudges().length)
})

test('429: the whole broadcast waits as long as Telegram says, and people are answered meanwhile', async () => {
  const awa = journey.telegram.user({ first_name: 'Awa' })
  await lea.phone.taps('Envoyer')
  await received(5)
  // whoever is next, and then nobody any more
  journey.telegram.fails({ method: 'sendMessage' }, { is: 'too-many', retryAfter: 2 })
  await expect.poll(() => journey.telegram.calls.some(({ status }) => status === 429), { timeout: 10_000, interval: 5 }).toBe(true)
  const refused = journey.telegram.calls.find(({ status }) => status === 429)!
  expect(NUDGE.test(String(refused.params.text))).toBe(true)
  awa.start()
  await expect.poll(() => awa.messages().length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(0)
  await received(LEARNERS)
  await journey.idle()

  const after = journey.telegram.calls.slice(journey.telegram.calls.indexOf(refused) + 1)
  const first = (which: (call: Recorded) => boolean) => after.findIndex(which)
  expect(first(({ params }) => Number(params.chat_id) === awa.id)).toBeLessThan(first(isNudge))
  expect(told()).toEqual(phones.map(() => 1))
})

test('an answer that is lost on its way: nobody is told twice, and the trainer sees how many may be lost', async () => {
  await lea.phone.taps('Envoyer')
  await received(3)
  journey.telegram.fails({ method: 'sendMessage' }, { is: 'answer-lost' })
  await expect.poll(() => journey.telegram.calls.some(({ status }) => status === 0), { timeout: 10_000, interval: 5 }).toBe(true)
  await expect.poll(() => open('outcome is null'), { timeout: 30_000, interval: 50 }).toBe(0)
  await journey.idle()
  expect(NUDGE.test(String(journey.telegram.calls.find(({ status }) => status === 0)!.params.text))).toBe(true)
  expect(told()).toEqual(phones.map(() => 1))

  lea.reads()
  const result = (await lea.says('relance')).map(({ text }) => text).join('\n')
  expect(result).toContain(`Dernière relance\u00a0: ${LEARNERS - 1} messages`)
  expect(result).toContain('1 message s’est peut-être perdu.')
  const said = (await lea.says('suivi')).map(({ text }) => text).join('\n')
  const entered = await journey.get(/\/trainer\/in\/[0-9a-f]{32}/.exec(said)![0], {
    method: 'POST',
    body: new URLSearchParams(),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  const page = await (await journey.get(`/trainer/w/${workshop}`, { headers: { Cookie: cookie } })).text()
  expect(page).toContain(`envoyées\u00a0: ${LEARNERS - 1}`)
  expect(page).toContain('peut-être perdues\u00a0: 1')
})
