// A workshop from `/atelier` in a group to its last follow-up: the clock is the test's own, the group's privacy mode is on, and people do what people do.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast, type Speaker, trainerOf } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const WORK_MS = 20
let clock = Date.parse('2026-03-03T13:00:00Z') // a Tuesday, 14:00 in Paris
let journey: Journey

beforeAll(async () => {
  journey = await openJourney({}, { now: () => new Date(clock).toISOString(), remindersMs: WORK_MS })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values
    ('atelier-nord', 'Atelier Nord', 'insertion-reseau'), ('atelier-sud', 'Atelier Sud', 'insertion-reseau'), ('ailleurs', 'Ailleurs', 'insertion-reseau')`)
})
afterAll(() => journey?.stop())

const at = (instant: string) => {
  clock = Date.parse(instant)
}
const pass = (seconds: number) => {
  clock += seconds * 1000
}

/** Nothing is due, planned or being sent any more. */
async function rest(): Promise<void> {
  const open = `select (select count(*)::int from "Nudge" n join "Workshop" w on w.id = n."workshopId"
      where (n."markedAt" is null or n.outcome is null) and w."pausedAt" is null and w."closedAt" is null)
    + (select count(*)::int from pgboss.job where name = 'plan-nudges' and state in ('created', 'retry', 'active'))
    + (select count(*)::int from "Workshop" where "nudgeAt" <= $1 and "closedAt" is null)
    + (select count(*)::int from "Claim" where "remindAt" <= $1 and extract(isodow from $1::timestamptz at time zone 'Europe/Paris') < 7) as open`
  await expect
    .poll(
      async () => {
        await journey.idle()
        return (await journey.rows<{ open: number }>(open, [new Date(clock)]))[0]!.open
      },
      { timeout: 10_000 },
    )
    .toBe(0)
  await journey.idle()
}

const nudgesTo = (learner: Speaker) => learner.phone.messages().filter(({ buttons }) => buttons.includes('3 Stop')).length

test('from the group to the last follow-up', async () => {
  const cast = openCast(journey)
  const group = cast.group('Cuisine du mardi')
  const lea = await trainerOf(journey, cast.person('F', 'Léa Roux'), ['atelier-nord'])
  const max = await trainerOf(journey, cast.person('F', 'Max Blanc'), ['ailleurs'])
  const [awa, ben, dan, eve] = ['Awa Diallo', 'Ben Ali', 'Dan Petit', 'Eve Costa'].map((name) => cast.person('L', name)) as [
    Speaker,
    Speaker,
    Speaker,
    Speaker,
  ]
  const chloe = cast.person('L', 'Chloe Smith', 'en')

  cast.scene('Opening, from the group')
  await awa.does((phone) => phone.in(group).says('/atelier'))
  await lea.does((phone) => phone.in(group).says('/atelier@declic_bot'))
  await lea.says('équipe')
  const opened = await lea.taps('Dans 2 heures')
  const poster = opened.find(({ file }) => file)
  expect(poster?.file?.subarray(1, 4).toString()).toBe('PNG')
  const code = codeIn(opened)
  expect(code.length).toBeGreaterThanOrEqual(22)
  const spoken = /«\s([A-Z]+ \d\d)\s»/.exec(opened.map(({ text }) => text).join())![1]!

  cast.scene('Joining: by the picture, and by what was said aloud')
  await ben.says(spoken.toLowerCase().replace(' ', '-'))
  await walk(awa, undefined, { code })
  await walk(dan, 'action', { code })
  await chloe.starts(code)
  await eve.starts(code)
  await ben.says('STOP')
  await chloe.does((phone) => phone.blocks())
  await eve.says('langue')
  eve.language = 'en'
  await eve.taps('English')

  cast.scene('The count lives in one message, and names nobody')
  pass(10)
  const board = () => [...group.chat.messages.values()].at(-1)?.text
  await expect.poll(board, { timeout: 20_000 }).toBe('5 inscrits · 2 ont commencé · 1 a envoyé')
  expect(group.transcript()).not.toMatch(/Awa|Diallo|Ben|Dan/)
  expect(lea.phone.messages().filter(({ text }) => text.includes('inscrits')).length).toBe(1)

  cast.scene('Stuck: the trainer answers through the bot, and the claim goes on where it was')
  await dan.says('aide')
  await dan.says('je comprends pas la question')
  const asked = lea.phone.messages().find(({ text }) => text.includes('Dan Petit demande de l’aide'))!
  await lea.says('raconte juste le repas de jeudi', { replyTo: asked.message })
  await dan.says('ok merci')
  await dan.says('continuer')
  expect(dan.last().text).toContain('Question 2 sur 6')
  const answers = await journey.rows(`select 1 from "Answer" where text in ('je comprends pas la question', 'ok merci')`)
  expect(answers).toEqual([])

  cast.scene('Somebody else’s trainer sees nothing')
  await max.says('relance')
  await max.does((phone) => phone.in(group).says('/relance'))
  expect(max.phone.transcript()).not.toMatch(/Dan|Eve|Cuisine|Atelier du/)

  cast.scene('The nudge: seen beforehand, in other words, sent by one tap')
  await lea.says('relance')
  await lea.taps('Voir les noms')
  await lea.taps('Changer la phrase')
  await lea.says('Il faudrait impérativement que vous soumettiez votre formulaire de demande de badge avant la fin de la semaine prochaine')
  await lea.says('Vous y êtes presque, on finit ?')
  expect(lea.last().text).toContain('Vous y êtes presque, on finit')
  await lea.phone.taps('Envoyer')
  await rest()
  await cast.waits()
  expect([awa, ben, chloe, dan, eve].map(nudgesTo)).toEqual([0, 0, 0, 1, 1])
  expect(dan.last().text).toContain('Il vous reste 5 questions')
  await dan.taps('Continuer')
  expect(dan.last().text).toContain('Question 2 sur 6')
  await walk(dan, undefined, { from: 'action' })
  await cast.waits()

  cast.scene('The next day, and a week later')
  at('2026-03-04T15:01:00Z')
  await rest()
  await cast.waits()
  expect([awa, ben, chloe, dan, eve].map(nudgesTo)).toEqual([0, 0, 0, 1, 2])
  await chloe.does((phone) => phone.unblocks())
  at('2026-03-10T15:01:00Z')
  await rest()
  await cast.waits()
  expect([awa, ben, chloe, dan, eve].map(nudgesTo)).toEqual([0, 0, 1, 1, 3])
  await eve.taps('Continue')

  cast.scene('What it changed')
  at('2026-03-12T15:01:00Z')
  await rest()
  await cast.waits()
  at('2026-04-12T15:01:00Z')
  await rest()
  expect([awa, ben, chloe, dan].map(nudgesTo)).toEqual([0, 0, 1, 1])
  const [workshop] = await journey.rows('select "closedAt" is not null as closed, spoken, nudges from "Workshop"')
  expect(workshop).toEqual({ closed: true, spoken: null, nudges: 3 })
  await expectTranscript(cast, 'workshop', 'A workshop, from the group to the last follow-up')
})

test('two structures, several badges, a name; the nudge comes by itself at the end, waits, and ends', async () => {
  at('2026-05-05T12:00:00Z') // a Tuesday, 14:00 in Paris
  const cast = openCast(journey)
  const sara = await trainerOf(journey, cast.person('F', 'Sara Noir'), ['atelier-nord', 'atelier-sud'])
  const [ines, omar] = ['Inès Faure', 'Omar Sy'].map((name) => cast.person('L', name)) as [Speaker, Speaker]

  cast.scene('Four taps')
  await sara.says('atelier')
  await sara.taps('Atelier Sud')
  await sara.taps(1)
  await sara.taps(1)
  await sara.taps('Un badge de plus')
  await sara.says('équipe')
  const opened = await sara.says('16h30')
  const code = codeIn(opened)
  await sara.taps('Changer le nom')
  await sara.says('Cuisine et jardin')
  await sara.taps('Les relances')
  await sara.taps('Dans 7 jours')

  cast.scene('Choosing among the badges')
  await ines.starts(code)
  await ines.taps(2)
  await omar.starts(code)

  cast.scene('The end comes by itself')
  at('2026-05-05T14:30:30Z')
  await rest()
  await cast.waits()
  expect([ines, omar].map(nudgesTo)).toEqual([1, 1])
  await omar.taps('Continuer')

  cast.scene('Another workshop, the same day')
  await sara.says('atelier')
  await sara.taps('Atelier Nord')
  await sara.says('équipe')
  const other = codeIn(await sara.taps('Dans 2 heures'))
  await sara.taps('Les relances')
  await sara.taps('Aucune')
  await ines.starts(other)
  await sara.says('relance')
  at('2026-05-05T16:30:30Z')
  await rest()
  await cast.waits()
  expect(nudgesTo(ines), 'nudged by another workshop the same day').toBe(1)

  cast.scene('A week later, on the Tuesday; « terminer » ends it, and nobody is written to again')
  at('2026-05-10T14:30:00Z') // a Sunday, on which nothing is done
  await pause(WORK_MS * 15)
  expect([ines, omar].map(nudgesTo)).toEqual([1, 1])
  at('2026-05-12T14:31:00Z')
  await rest()
  await cast.waits()
  expect([ines, omar].map(nudgesTo)).toEqual([2, 2])
  await sara.taps('Pause')
  await sara.says('reprendre')
  await sara.taps('Terminer l’atelier')
  await sara.taps('Oui, terminer')
  at('2026-06-12T14:31:00Z')
  await rest()
  await cast.waits()
  const nudges =
    await journey.rows(`select n.round, n.outcome, count(*)::int as count from "Nudge" n join "Workshop" w on w.id = n."workshopId"
    where w.name = 'Cuisine et jardin' group by 1, 2 order by 1`)
  expect(nudges).toEqual([
    { round: 0, outcome: 'told', count: 2 },
    { round: 1, outcome: 'told', count: 2 },
  ])
  await expectTranscript(cast, 'workshop-private', 'A workshop of a trainer of two structures')
})

test('the preview is the same by the button under the picture, and answers digits and words', async () => {
  at('2026-09-01T12:00:00Z') // a Tuesday, 14:00 in Paris
  const cast = openCast(journey)
  const nora = await trainerOf(journey, cast.person('F', 'Nora Blanc'), ['ailleurs'])
  const zoe = cast.person('L', 'Zoé Martin')
  await nora.says('atelier')
  await nora.says('équipe')
  const code = codeIn(await nora.taps(1))
  const preview = 'On continue'

  await nora.taps('Relancer')
  expect(nora.last().text, 'nobody is there').toContain('Personne n’a encore rejoint')
  await walk(zoe, 'action', { code })
  await nora.taps('Relancer')
  expect(nora.last().text).toContain(preview)
  await nora.says('3')
  expect(nora.last().text).toContain(preview)
  await nora.says('2')
  await nora.says('Courage, on finit ensemble ?')
  expect(nora.last().text).toContain('Courage, on finit ensemble')
  await nora.says('1')
  expect(nora.last().text).toContain('C’est parti')
  await rest()
  expect(zoe.last().text).toContain('Courage, on finit ensemble')
  await nora.taps('Terminer l’atelier')
  await nora.taps('Oui, terminer')
})
