// Teams says 403 to a message: whoever was to read it is marked, and their trainer hears of it once.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, openTeamsJourney, type Speaker, type TeamsJourney } from './world.ts'

let clock = Date.parse('2026-03-03T13:00:00Z') // a Tuesday, 14:00 in Paris
let journey: TeamsJourney
beforeAll(async () => {
  journey = await openTeamsJourney({}, { now: () => new Date(clock).toISOString(), remindersMs: 20 })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('centre', 'Centre', 'centre-formation')`)
})
afterAll(() => journey?.stop())

async function link(kind: 'trainer' | 'badge', subject: string): Promise<string> {
  const code = randomBytes(24).toString('base64url')
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, $2, $3, 'centre', now(), now() + interval '1 year')`,
    [code, kind, subject],
  )
  return code
}

const trainers: Speaker[] = []

test.each([
  [403, 'MessageWritesBlocked', 'Awa Diallo'],
  [404, 'ConversationNotFound', 'Dan Petit'],
] as const)('a reminder that %i %s refuses', async (status, code, name) => {
  clock = Date.parse('2026-03-03T13:00:00Z')
  const cast = openCast(journey)
  const lea = cast.person('F', 'Léa Roux')
  await lea.starts(await link('trainer', 'centre'))
  await lea.taps('Oui')
  trainers.push(lea)
  const learner = cast.person('L', name)
  await learner.starts(await link('badge', 'decouvrir-le-marche-du-travail'))
  for (let n = 0; n < 2; n++) await learner.taps(1)
  const marked = () =>
    journey.rows(`select 1 from "Account" where "externalId" = $1 and "unreachableAt" is not null`, [learner.phone.externalId])
  expect(await marked()).toEqual([])
  learner.phone.chat.refuses = { status, code }
  // two days later, by day: they are reminded, in vain
  clock = Date.parse('2026-03-05T13:00:00Z')
  await expect.poll(async () => (await marked()).length, { timeout: 15_000 }).toBe(1)
  // of the trainers of a structure one hears of it
  const told = () =>
    trainers.flatMap(({ phone }) => phone.messages().filter(({ text }) => text.startsWith(`Je ne peux plus écrire à ${name}.`)))
  await expect.poll(() => told().length, { timeout: 15_000 }).toBe(1)
  // the next reminder is not even tried
  clock = Date.parse('2026-03-12T13:00:00Z')
  await journey.settled()
  expect(told()).toHaveLength(1)
})
