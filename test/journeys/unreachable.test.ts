// Who blocks the bot, or is found to have left: marked, and their trainer hears of it once, by day. The clock is the test's own.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, type Speaker } from './people.ts'
import { type Journey, openJourney } from './world.ts'

let clock = Date.parse('2026-03-03T13:00:00Z') // a Tuesday, 14:00 in Paris
let journey: Journey
let lea: Speaker

beforeAll(async () => {
  journey = await openJourney({}, { now: () => new Date(clock).toISOString(), remindersMs: 20 })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('centre', 'Centre', 'centre-formation')`)
  lea = openCast(journey).person('F', 'Léa Roux')
  await lea.starts(await link('trainer', 'centre'))
  await lea.taps('Oui')
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

async function learner(name: string): Promise<Speaker> {
  const speaker = openCast(journey).person('L', name)
  await speaker.starts(await link('badge', 'decouvrir-le-marche-du-travail'))
  await speaker.taps('Oui')
  return speaker
}

const at = (instant: string) => {
  clock = Date.parse(instant)
}
const told = (name: string) => lea.phone.messages().filter(({ text }) => text.startsWith(`Je ne peux plus écrire à ${name}.`))
const isMarked = async ({ phone }: Speaker) =>
  (await journey.rows(`select 1 from "Account" where "externalId" = $1 and "unreachableAt" is not null`, [`${phone.id}`])).length === 1

test('who blocks the bot is marked, and their trainer hears of it once', async () => {
  const awa = await learner('Awa Diallo')
  await awa.does((phone) => phone.blocks())
  expect(await isMarked(awa)).toBe(true)
  await journey.settled()
  expect(told('Awa Diallo').map(({ text, buttons }) => ({ text: text.replace(/\s/g, ' '), buttons }))).toEqual([
    {
      text: 'Je ne peux plus écrire à Awa Diallo. Voyez ensemble si c’est voulu. Pour reprendre, il suffit de m’écrire « bonjour ».',
      buttons: [],
    },
  ])
  // reminders that cannot leave are no further messages
  at('2026-03-10T13:00:00Z')
  await pause(300)
  await journey.settled()
  expect(told('Awa Diallo')).toHaveLength(1)

  // back, and away again: the trainer hears of it again
  await awa.says('bonjour')
  expect(await isMarked(awa)).toBe(false)
  await awa.does((phone) => phone.blocks())
  await journey.settled()
  expect(told('Awa Diallo')).toHaveLength(2)
})

test('who is found to have left when they are written to, in the night: in the morning, and once for several messages', async () => {
  at('2026-03-11T13:00:00Z')
  const sami = await learner('Sami Bel')
  sami.phone.leavesTelegram()
  at('2026-03-11T21:00:00Z')
  const chat = `telegram:${sami.phone.id}`
  await journey.rows(
    `insert into "Outbox" (id, "to", body, at) select 'test:' || n, $1, '{"text": "Bonjour"}', now() from generate_series(1, 3) n`,
    [chat],
  )
  await expect.poll(() => isMarked(sami)).toBe(true)
  await pause(1500)
  await journey.hurry()
  expect(told('Sami Bel')).toHaveLength(0)
  at('2026-03-12T08:30:00Z')
  await expect
    .poll(
      async () => {
        await journey.hurry()
        return told('Sami Bel').length
      },
      { timeout: 15_000 },
    )
    .toBe(1)
  await journey.settled()
  expect(told('Sami Bel')).toHaveLength(1)
  const waiting = await journey.rows(`select 1 from "Outbox" where "to" = $1 and "sentAt" is null and failure is null`, [chat])
  expect(waiting).toEqual([])
})

test('nobody is told of who comes back, who said stop, who can be reached elsewhere, or of another trainer', async () => {
  at('2026-03-12T13:00:00Z')
  const before = lea.phone.messages().length
  // a real hour, so that the hour of grace is one to come
  clock = Date.now()
  const back = await learner('Ben Ali')
  await back.does((phone) => phone.blocks())
  await back.does((phone) => phone.unblocks())
  await journey.settled()
  at('2026-03-12T13:00:00Z')
  const stopped = await learner('Dan Petit')
  await stopped.says('stop')
  await stopped.does((phone) => phone.blocks())
  const elsewhere = await learner('Eve Costa')
  await journey.rows(
    `insert into "Account" (channel, "externalId", "personId", chat, "seenAt")
     select channel, "externalId" || '1', "personId", chat || '1', now() from "Account" where "externalId" = $1`,
    [`${elsewhere.phone.id}`],
  )
  await elsewhere.does((phone) => phone.blocks())
  const max = openCast(journey).person('F', 'Max Blanc')
  await max.starts(await link('trainer', 'centre'))
  await max.taps('Oui')
  await max.does((phone) => phone.blocks())
  await journey.settled()
  expect(
    lea.phone
      .messages()
      .slice(before)
      .map(({ text }) => text),
  ).toEqual([])
})
