// Taking back: a tutor their word, a learner the sending; nothing of it leaves before.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey?.stop())

test('a tutor takes their word back, and gives another', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const code = codeIn(await walk(awa))

  cast.scene('A word taken back')
  await paul.starts(code)
  await paul.says('oui')
  await paul.taps('Annuler')
  const taken = await journey.rows('select verdict, comment, at, "settledAt" from "Endorsement"')
  expect(taken).toEqual([{ verdict: null, comment: null, at: null, settledAt: null }])

  cast.scene('Another word')
  await paul.says('pas encore')
  await paul.says('il manque la vaisselle')
  await paul.taps('C’est bon')
  await paul.taps('En tutorat')
  await paul.taps('Annuler')
  await expectTranscript(cast, 'tutor-undo', 'A tutor changes their mind')
  expect(awa.reads().at(-1)!.text).toContain('il manque la vaisselle')
})

test('a learner takes the sending back, corrects, and sends again', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const code = codeIn(await walk(awa))

  cast.scene('Taken back')
  await awa.taps('Annuler')
  await paul.starts(code)

  cast.scene('Sent again')
  await awa.says('corriger')
  await awa.says('1')
  await awa.says('à la cuisine centrale, vendredi')
  await awa.taps('Oui, c’est moi')
  const again = codeIn(await awa.taps('Envoyer à mon tuteur'))
  expect(again).not.toBe(code)
  await paul.starts(again)
  expect(paul.last().text).toContain('cuisine centrale')
  await expectTranscript(cast, 'sending-undone', 'A sending taken back')
})
