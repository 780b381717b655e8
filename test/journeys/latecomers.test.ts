// Help before the first question, and after the last hour: somebody who is still choosing, and whoever comes when the workshop is over.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeIn, openCast, type Speaker, trainerOf } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let clock = Date.parse('2026-03-03T13:00:00Z') // a Tuesday, 14:00 in Paris
let journey: Journey

beforeAll(async () => {
  journey = await openJourney({}, { now: () => new Date(clock).toISOString(), remindersMs: 20 })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'insertion-reseau')`)
})
afterAll(() => journey?.stop())

const at = (instant: string) => {
  clock = Date.parse(instant)
}

/** The message of the bot that asks the trainer for help, to reply to. */
const asked = (speaker: Speaker) => speaker.phone.messages().findLast(({ text }) => text.includes('demande de l’aide'))!

test('whoever is choosing a badge taps « Aide », talks with the trainer, and chooses', async () => {
  const cast = openCast(journey)
  const lea = await trainerOf(journey, cast.person('F', 'Léa Roux'), ['atelier-nord'], clock)
  const ines = cast.person('L', 'Inès Faure')
  await lea.says('atelier')
  await lea.taps(1)
  await lea.taps(1)
  await lea.taps('Un badge de plus')
  await lea.says('équipe')
  const code = codeIn(await lea.taps(1))
  await ines.starts(code)
  const choice = ines.last()
  expect(choice.buttons.at(-1)).toBe('Aide')
  await ines.taps('Aide')
  expect(asked(lea).text).toContain('Inès Faure demande de l’aide. C’est pour choisir un badge.')
  await ines.says('je sais pas lequel prendre')
  await lea.says('prends le deuxième', { replyTo: asked(lea).message })
  expect(ines.last().text).toContain('prends le deuxième')
  await ines.taps('Continuer')
  expect(ines.last().text).toBe(choice.text)
  await ines.taps(2)
  // and from the first question on, the trainer is one tap away
  expect(ines.last().buttons).toContain('Aide')
  await ines.taps('Aide')
  expect(asked(lea).text).toContain('Je travaille en équipe')
  await ines.taps('Continuer')
})

test('a latecomer is welcome, told that the workshop is over, and heard; half a year later the link ends', async () => {
  at('2026-05-05T12:00:00Z')
  const cast = openCast(journey)
  const eva = await trainerOf(journey, cast.person('F', 'Eva Noir'), ['atelier-nord'], clock)
  const [omar, zoe, tom] = ['Omar Sy', 'Zoé Martin', 'Tom Roy'].map((name) => cast.person('L', name)) as [Speaker, Speaker, Speaker]
  await eva.says('atelier')
  await eva.says('équipe')
  const code = codeIn(await eva.taps(1))
  const over = (one: Speaker) => one.phone.messages().filter(({ text }) => text.includes('L’atelier est fini'))

  at('2026-05-05T15:00:00Z') // an hour after the end, and its nudge has found nobody
  const unplanned = `select 1 from "Workshop" where "nudgeAt" <= $1 and "closedAt" is null`
  await expect.poll(async () => (await journey.rows(unplanned, [new Date(clock)])).length, { timeout: 10_000 }).toBe(0)
  await journey.idle()
  await walk(omar, 'action', { code })
  expect(over(omar)).toHaveLength(1)
  expect(omar.last().text).toContain('Question 2 sur 6')
  expect(omar.last().buttons, 'the trainer is not there any more').not.toContain('Aide')
  await omar.says('aide')
  expect(asked(eva).text).toContain('Omar Sy demande de l’aide. C’est à la question 2')
  await eva.says('je te réponds demain', { replyTo: asked(eva).message })
  expect(omar.last().text).toContain('je te réponds demain')
  await omar.says('continuer')

  await journey.rows(`update "Workshop" set "closedAt" = $1 where code = $2`, [new Date(clock), code])
  at('2026-06-02T12:00:00Z') // a Tuesday
  await walk(zoe, 'action', { code })
  expect(over(zoe)).toHaveLength(1)
  await zoe.says('aide')
  await eva.says('raconte le repas', { replyTo: asked(eva).message })
  expect(zoe.last().text).toContain('raconte le repas')
  await zoe.says('continuer')
  const reminded = () => zoe.phone.messages().filter(({ text }) => text.includes('On continue le badge')).length
  at('2026-06-04T13:00:00Z')
  await expect.poll(reminded, { timeout: 10_000 }).toBe(1)

  at('2026-12-01T12:00:00Z')
  await tom.starts(code)
  // the test's clock is ahead of the database's: what is said then is waited for by itself
  const ended = () => tom.phone.messages().some(({ text }) => text.includes('Ce lien ne marche plus'))
  await expect.poll(ended, { timeout: 10_000 }).toBe(true)
  expect((await journey.get(`/w/${code}`)).status).toBe(404)
  const joined = await journey.rows(`select 1 from "Enrolment" e join "Workshop" w on w.id = e."workshopId" where w.code = $1`, [code])
  expect(joined).toHaveLength(2)
})
