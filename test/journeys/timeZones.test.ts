// One installation, people in three time zones: each is reminded by their own clock, and a trainer's « 17 h » is theirs.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeIn, openCast, type Speaker } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const WORK_MS = 20
let clock = Date.parse('2026-03-05T07:00:00Z') // a Thursday: 8:00 in Paris, 11:00 in La Réunion, 3:00 in Martinique
let journey: Journey

beforeAll(async () => {
  journey = await openJourney({}, { now: () => new Date(clock).toISOString(), remindersMs: WORK_MS })
  await journey.rows(`insert into "Structure" (id, name, "organisationId", "timeZone") values
    ('reunion', 'Atelier de Saint-Denis', 'insertion-reseau', 'Indian/Reunion'),
    ('martinique', 'Atelier du Lamentin', 'insertion-reseau', 'America/Martinique'),
    ('paris', 'Atelier de Paris', 'insertion-reseau', null)`)
  for (const structure of ['reunion', 'martinique', 'paris'])
    await journey.rows(
      `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, 'trainer', $2, $2, now(), now() + interval '1 day')`,
      [structure.padEnd(32, '0'), structure],
    )
})
afterAll(() => journey?.stop())

const at = (instant: string) => {
  clock = Date.parse(instant)
}
/** Long enough for several looks at what is due, and for what they send. */
async function looks(): Promise<void> {
  await pause(WORK_MS * 15)
  await journey.idle()
}
const pushed = (learner: Speaker) => learner.phone.messages().filter(({ buttons }) => buttons.includes('3 Stop')).length

type Place = { learner: Speaker; trainer: Speaker; code: string }

test('reminders and follow-ups, each in their own hours; a Sunday that is one for some', async () => {
  const cast = openCast(journey)
  const places: Place[] = []
  const open = async (structure: string, learner: string, trainer: string): Promise<Place> => {
    const place = { learner: cast.person('L', learner), trainer: cast.person('F', trainer), code: '' }
    await place.trainer.starts(structure.padEnd(32, '0'))
    await place.trainer.taps('Oui')
    await place.trainer.says('atelier')
    await place.trainer.says('équipe')
    return place
  }
  for (const [structure, learner, trainer] of [
    ['reunion', 'Rita Hoareau', 'Rose Payet'],
    ['martinique', 'Mona Césaire', 'Marc Lise'],
    ['paris', 'Paul Petit', 'Pia Roux'],
  ] as const)
    places.push(await open(structure, learner, trainer))
  const [reunion, martinique, paris] = places as [Place, Place, Place]
  const counts = () => places.map(({ learner }) => pushed(learner))

  // « à 17 h » is 17:00 where the trainer is
  for (const place of places) place.code = codeIn(await place.trainer.taps('À 17 heures'))
  const ends = await journey.rows<{ structureId: string; endsAt: Date }>('select "structureId", "endsAt" from "Workshop"')
  expect(Object.fromEntries(ends.map((w) => [w.structureId, w.endsAt.toISOString()]))).toEqual({
    reunion: '2026-03-05T13:00:00.000Z',
    martinique: '2026-03-05T21:00:00.000Z',
    paris: '2026-03-05T16:00:00.000Z',
  })
  for (const { learner, code } of places) await walk(learner, 'action', { code })

  // each workshop ends at its own 17:00, and the next day's follow-up comes at that hour
  at('2026-03-05T13:01:00Z')
  await expect.poll(counts, { timeout: 10_000 }).toEqual([1, 0, 0])
  at('2026-03-05T16:01:00Z')
  await expect.poll(counts, { timeout: 10_000 }).toEqual([1, 0, 1])
  at('2026-03-05T21:01:00Z')
  await expect.poll(counts, { timeout: 10_000 }).toEqual([1, 1, 1])
  at('2026-03-06T13:01:00Z')
  await expect.poll(counts, { timeout: 10_000 }).toEqual([2, 1, 1])
  at('2026-03-06T16:01:00Z')
  await expect.poll(counts, { timeout: 10_000 }).toEqual([2, 1, 2])
  at('2026-03-06T21:01:00Z')
  await expect.poll(counts, { timeout: 10_000 }).toEqual([2, 2, 2])

  // without a workshop that looks after them, claims are reminded of: on Sunday nobody, and on Saturday whoever has it still
  await journey.rows(`update "Workshop" set "closedAt" = now(), "nudgeAt" = null`)
  await journey.rows(`update "Claim" set reminders = 0, "touchedAt" = '2026-03-01', "remindAt" = '2026-03-07T21:30:00Z'`)
  at('2026-03-07T21:30:00Z') // 1:30 on Sunday, 17:30 on Saturday, 22:30 on Saturday
  await expect.poll(counts, { timeout: 10_000 }).toEqual([2, 3, 2])
  at('2026-03-08T20:30:00Z') // Monday in La Réunion, and not yet 9:00
  await looks()
  expect(counts()).toEqual([2, 3, 2])
  at('2026-03-09T05:00:00Z')
  await expect.poll(counts, { timeout: 10_000 }).toEqual([3, 3, 2])
  at('2026-03-09T08:00:00Z')
  await expect.poll(counts, { timeout: 10_000 }).toEqual([3, 3, 3])
  expect(reunion.learner.last().text).toContain('5 questions')
  expect([martinique, paris].map(({ learner }) => learner.last().text.includes('5 questions'))).toEqual([true, true])
})

test('a browser says where it is; what is no zone is ignored', async () => {
  at('2026-03-16T08:00:00Z')
  const cast = openCast(journey)
  const trainer = cast.person('F', 'Lou Blanc')
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, 'trainer', 'paris', 'paris', now(), now() + interval '1 day')`,
    ['p'.repeat(32)],
  )
  await trainer.starts('p'.repeat(32))
  await trainer.taps('Oui')
  await trainer.says('atelier')
  await trainer.says('équipe')
  const code = codeIn(await trainer.taps('Dans 2 heures'))

  const page = await journey.get(`/w/${code}`)
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(await page.text()).toContain('name="zone"')
  const zone = async () =>
    (await journey.rows<{ timeZone: string | null; version: number }>(`select "timeZone", version from "Person" where name = 'Noa'`))[0]
  const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
  const joined = await journey.get(`/w/${code}`, form({ name: 'Noa', once: 'e'.repeat(32), zone: 'Mars/Olympus' }))
  await journey.idle()
  expect([joined.status, (await zone())?.timeZone]).toEqual([303, null])

  const cookie = joined.headers.get('set-cookie')!.split(';')[0]!
  const says = async (text: string, timeZone?: string) => {
    const body = JSON.stringify({ phone: 'mine', id: randomUUID(), language: 'fr', is: 'text', text, timeZone })
    const answer = await journey.get('/chat/messages', {
      method: 'POST',
      body,
      headers: { Cookie: cookie, 'Content-Type': 'application/json' },
    })
    await journey.idle()
    expect(answer.status).toBe(204)
    return (await zone())?.timeZone
  }
  expect(await says('oui', 'Indian/Reunion')).toBe('Indian/Reunion')
  expect(await says('oui', '+04:00')).toBe('Indian/Reunion')
  expect(await says('à la cuisine du centre', 'x'.repeat(65))).toBe('Indian/Reunion')
  expect(await says('j’ai coupé les légumes avec Rosa')).toBe('Indian/Reunion')
  expect(await says('aide', 'America/Martinique')).toBe('America/Martinique')
})
