// What leaves by itself: seen before, left out or dropped, on the trainer's own days and in people's hours; and afterwards what it changed.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeIn, openCast, type Speaker, trainerOf } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const WORK_MS = 20
let clock = Date.parse('2026-03-03T13:00:00Z') // a Tuesday, 14:00 in Paris
let journey: Journey

beforeAll(async () => {
  journey = await openJourney({}, { now: () => new Date(clock).toISOString(), remindersMs: WORK_MS })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'insertion-reseau')`)
})
afterAll(() => journey?.stop())

/** The clock moves on, and what is due by then is done; `asleep`: nudges that wait for their hours. */
async function at(instant: string, asleep = 0): Promise<void> {
  clock = Date.parse(instant)
  const due = `select (select count(*)::int from "Workshop" where ("nudgeAt" <= $1 or ("tellAt" <= $1 and "nudgeAt" > $1)) and "closedAt" is null and "pausedAt" is null)
    + (select count(*)::int from "Nudge" n join "Workshop" w on w.id = n."workshopId" where (n."markedAt" is null or n.outcome is null) and w."closedAt" is null)
    + (select count(*)::int from pgboss.job where name = 'plan-nudges' and state in ('created', 'retry', 'active')) as open`
  await expect
    .poll(
      async () => {
        await journey.idle()
        return (await journey.rows<{ open: number }>(due, [new Date(clock)]))[0]!.open
      },
      { timeout: 10_000 },
    )
    .toBe(asleep)
  await journey.idle()
}

const heard = (speaker: Speaker, words: string) => speaker.phone.messages().filter(({ text }) => text.includes(words)).length
const nudgesTo = (learner: Speaker) => learner.phone.messages().filter(({ buttons }) => buttons.includes('3 Stop')).length
const open = async (speaker: Speaker, until: string | number) => {
  await speaker.says('atelier')
  await speaker.says('équipe')
  return codeIn(await (typeof until === 'string' ? speaker.says(until) : speaker.taps(until)))
}
const end = async (speaker: Speaker) => {
  await speaker.says('relance')
  await journey.rows(`update "Workshop" set "closedAt" = $1 where "closedAt" is null`, [new Date(clock)])
}

test('a quarter of an hour before the end, and in the morning of each follow-up, its trainer sees what will leave, and can leave it out', async () => {
  const cast = openCast(journey)
  const lea = await trainerOf(journey, cast.person('F', 'Léa Roux'), ['atelier-nord'], clock)
  const dan = cast.person('L', 'Dan Petit')
  const code = await open(lea, 1) // until 16:00
  await lea.taps('Les relances')
  await lea.says('dans 3 jours et mardi')
  expect(lea.last().text).toBe('C’est noté 👍 Relances : vendredi 6 mars et mardi 10 mars.'.replace('Relances :', 'Relances\u00a0:'))
  await walk(dan, 'action', { code })

  await at('2026-03-03T14:46:00Z')
  expect(heard(lea, 'À 16:00, 1 personne lira')).toBe(1)
  expect(lea.last().text).toContain('Bonjour (prénom). Il vous reste … questions')
  expect(lea.last().buttons).toEqual(['1 Envoyer maintenant', '2 Voir les noms', '3 Changer la phrase', '4 Pas cette fois'])
  await lea.taps(4)
  expect(lea.last().text).toContain('rien ne part cette fois. Prochaine relance')
  expect(lea.last().text).toContain('vendredi 6 mars')
  await at('2026-03-03T15:01:00Z')
  expect(nudgesTo(dan)).toBe(0)

  await at('2026-03-06T08:00:30Z') // 9:00
  expect(heard(lea, 'À 16:00, 1 personne lira')).toBe(2)
  await lea.taps(3)
  await lea.says('On finit ensemble ?')
  expect(lea.last().text).toContain('On finit ensemble')
  expect(lea.last().text).toContain('Les personnes d’une autre langue lisent la phrase habituelle.')
  await at('2026-03-06T15:00:30Z')
  expect(dan.last().text).toContain('On finit ensemble')
  expect(nudgesTo(dan)).toBe(1)

  // dan finishes; the last follow-up reaches nobody, and says nothing beforehand; what the one before changed is told all the same
  await at('2026-03-06T16:00:00Z')
  await dan.taps('Continuer')
  await walk(dan, undefined, { from: 'action' })
  await at('2026-03-10T08:00:30Z')
  expect(heard(lea, 'personne lira')).toBe(2)
  await at('2026-03-10T15:00:30Z')
  expect(heard(lea, '1 message, 1 demande envoyée depuis')).toBe(1)

  const page = await signedIn(lea)
  const [{ id }] = (await journey.rows('select id from "Workshop"')) as [{ id: string }]
  const shown = await (await journey.get(`/trainer/w/${id}`, { headers: { Cookie: page } })).text()
  expect(shown).toContain('1 demande envoyée depuis')
  expect(shown, 'only its closing is to come').toContain('Aucune relance n’est prévue.')
  await at('2026-03-12T15:00:30Z')
  expect(heard(lea, '1 message, 1 demande envoyée depuis'), 'also after a round that told nobody').toBe(2)
})

test('names are counted where there are too many to show', async () => {
  clock = Date.parse('2026-04-07T12:00:00Z')
  const cast = openCast(journey)
  const max = await trainerOf(journey, cast.person('F', 'Max Blanc'), ['atelier-nord'], clock)
  await open(max, 1)
  const [{ id }] = (await journey.rows('select id from "Workshop" order by "openedAt" desc limit 1')) as [{ id: string }]
  for (let n = 0; n < 33; n++) {
    const person = randomUUID()
    await journey.rows(
      `insert into "Person" (id, version, name, "nameConfirmed", language, said, "createdAt") values ($1, 1, $2, true, 'fr', '{}', now())`,
      [person, `Personne ${n}`],
    )
    await journey.rows(`insert into "Account" (channel, "externalId", "personId", chat, "seenAt") values ('telegram', $1, $2, $1, now())`, [
      `9${n}`,
      person,
    ])
    await journey.rows(`insert into "Enrolment" ("workshopId", "personId", at, through) values ($1, $2, now(), 'telegram')`, [id, person])
  }
  await max.says('relance')
  await max.taps('Voir les noms')
  expect(heard(max, 'et 3 autres')).toBe(1)
  await end(max)
})

test('a follow-up given by hand in the evening waits for the morning, says so, and can be dropped without ending the workshop', async () => {
  clock = Date.parse('2026-05-05T12:00:00Z') // a Tuesday
  const cast = openCast(journey)
  const eva = await trainerOf(journey, cast.person('F', 'Eva Noir'), ['atelier-nord'], clock)
  const omar = cast.person('L', 'Omar Sy')
  const code = await open(eva, 1)
  await walk(omar, 'action', { code })
  await at('2026-05-05T14:01:00Z')
  expect(nudgesTo(omar)).toBe(1)
  await at('2026-05-06T14:01:00Z')
  expect(nudgesTo(omar)).toBe(2)

  await journey.rows(`update "Claim" set reminders = 0`)
  await at('2026-05-07T18:00:00Z')
  await eva.says('relance')
  await eva.taps('Envoyer')
  expect(eva.last().text).toContain('Départ vendredi 8 mai, à partir de 9 heures')
  await at('2026-05-07T18:00:01Z', 1)
  expect(nudgesTo(omar)).toBe(2)
  await eva.taps('Pas cette relance')
  expect(eva.last().text).toContain('Ce qui attendait encore ne part pas. Prochaine relance')
  await at('2026-05-08T09:00:00Z')
  expect(nudgesTo(omar)).toBe(2)
  await at('2026-05-12T14:01:00Z')
  expect(nudgesTo(omar), 'a week later, as planned').toBe(3)

  await eva.taps('Terminer l’atelier')
  expect(eva.last().buttons).toEqual(['1 Non, continuer', '2 Oui, terminer'])
  await eva.taps(1)
  const closed = async () => (await journey.rows(`select 1 from "Workshop" where code = $1 and "closedAt" is not null`, [code])).length
  expect(await closed()).toBe(0)
  await eva.taps('Terminer l’atelier')
  await eva.taps(2)
  expect(await closed()).toBe(1)
})

test('at an end that was set days ahead, nobody is written to on a Sunday', async () => {
  clock = Date.parse('2026-06-06T14:00:00Z') // a Saturday, 16:00 in Paris
  const cast = openCast(journey)
  const ida = await trainerOf(journey, cast.person('F', 'Ida Vert'), ['atelier-nord'], clock)
  const paul = cast.person('L', 'Paul Brun')
  const code = await open(ida, 'Demain à 17 heures')
  await walk(paul, 'action', { code })
  await at('2026-06-07T15:01:00Z')
  expect(nudgesTo(paul)).toBe(0)
  await at('2026-06-08T14:46:00Z')
  expect(heard(ida, 'À 17:00, 1 personne lira')).toBe(1)
  await at('2026-06-08T15:01:00Z')
  expect(nudgesTo(paul)).toBe(1)
  const rounds = await journey.rows(
    `select n.round, c.reminders from "Nudge" n join "Workshop" w on w.id = n."workshopId" join "Claim" c on c."personId" = n."personId" where w.code = $1`,
    [code],
  )
  expect(rounds, 'without the trainer there, it is one of two reminders').toEqual([{ round: 1, reminders: 1 }])
})

async function signedIn(speaker: Speaker): Promise<string> {
  await speaker.says('suivi')
  const link = /\/trainer\/in\/\S+/.exec(speaker.last().text)![0]
  const entered = await journey.get(link, { method: 'POST', body: new URLSearchParams(), headers: { 'Sec-Fetch-Site': 'same-origin' } })
  return entered.headers.get('set-cookie')!.split(';')[0]!
}
