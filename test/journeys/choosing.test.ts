// Choosing a badge: through the lists, or by telling a moment first; two drafts side by side.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { openCast } from './people.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey?.stop())

test('through the lists, and a second draft', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  cast.scene('Who, where, which')
  await awa.says('bjr')
  await awa.says('oui')
  await awa.says('non c Aminata')
  await awa.taps('Suite')
  await awa.says('réseau clairevoie')
  await awa.says('2')
  await awa.taps('Suite')
  await awa.taps(1)
  await awa.says('au bureau, avec mon téléphone')

  cast.scene('A second draft')
  await awa.says('un autre badge')
  await awa.taps('Suite')
  await awa.taps(1)
  await awa.taps(1)
  await awa.taps(1)
  await awa.says('mes demandes')
  await awa.taps(2)
  const drafts = await journey.rows(`select count(*)::int as n from "Claim" where sendings = '[]'`)
  expect(drafts).toEqual([{ n: 2 }])
  await expectTranscript(cast, 'choosing', 'Choosing from the lists')
})

test('« je ne sais pas »: a moment first, three suggestions, and the moment is kept', async () => {
  const cast = openCast(journey)
  const ali = cast.person('L', 'Ali Benz')
  cast.scene('A moment first')
  await ali.says('salut')
  await ali.taps('Oui')
  await ali.taps('Oui')
  await ali.taps('Je ne sais pas')
  await ali.says('avec mon équipe on a préparé le repas, j’ai aidé les autres à la cuisine')
  await ali.taps('Je travaille en…')
  await ali.says('à la cuisine du centre')
  expect(ali.last().text).toContain('Question 3')
  await expectTranscript(cast, 'moment-first', 'A moment first')
})
