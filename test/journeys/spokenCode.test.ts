// Two workshops draw the same word and number by lot: the second gets another. And a group that becomes a supergroup keeps its count.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast } from './people.ts'
import { type Journey, openJourney } from './world.ts'

/** The third id of every event, of which the code is made, ends alike. */
const fresh = (): string[] =>
  Array.from({ length: 10 }, (_, n) =>
    n === 2 ? `${randomBytes(10).toString('hex')}${'0'.repeat(12)}` : `00${randomBytes(15).toString('hex')}`,
  )

let clock = Date.parse('2026-03-03T13:00:00Z')
let journey: Journey
beforeAll(async () => {
  journey = await openJourney({}, { fresh, now: () => new Date(clock).toISOString(), remindersMs: 20 })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('nord', 'Atelier Nord', 'insertion-reseau')`)
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt") values ('${'t'.repeat(32)}', 'trainer', 'nord', 'nord', now())`,
  )
})
afterAll(() => journey?.stop())

test('a code that is taken is drawn again; a group that moves keeps its count', async () => {
  const cast = openCast(journey)
  const group = cast.group('Mardi')
  const lea = cast.person('F', 'Léa Roux')
  const awa = cast.person('L', 'Awa Diallo')
  await lea.starts('t'.repeat(32))
  await lea.taps('Oui')
  await lea.does((phone) => phone.in(group).says('/atelier'))
  for (let n = 0; n < 2; n++) {
    if (n > 0) await lea.says('atelier')
    await lea.says('équipe')
    await lea.taps('Dans 2 heures')
  }
  const workshops = await journey.rows<{ spoken: string; code: string }>(
    'select spoken, code from "Workshop" order by "openedAt", "group" nulls last',
  )
  expect(workshops.map(({ spoken }) => spoken)).toContain('lune 10')
  expect(new Set(workshops.map(({ spoken }) => spoken)).size).toBe(2)

  // whoever leads a workshop tries its code before saying it aloud, and does not join it
  const card = await lea.says('lune 10')
  expect(await journey.rows('select 1 from "Enrolment"')).toEqual([])
  expect(card.map(({ text }) => text).join('\n')).toContain('LUNE 10')

  const grouped = (await journey.rows<{ code: string }>('select code from "Workshop" where "group" is not null'))[0]!
  await awa.starts(grouped.code)
  group.becomesSupergroup(lea.phone.user)
  clock += 10_000
  await expect.poll(() => [...group.chat.messages.values()].at(-1)?.text, { timeout: 20_000 }).toBe('1 inscrit · 0 a commencé · 0 a envoyé')
  const [row] = await journey.rows('select "group", boards from "Workshop" where "group" is not null')
  expect(row?.group).toBe(`telegram:${group.id}`)
})
