// The tutor's word: "not yet" and what follows, an unclear reply, a change of mind, the wrong person, the learner's own hand.
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

test('« pas encore », what is missing, and a second look', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const code = codeIn(await walk(awa))

  cast.scene('Not yet')
  await paul.starts(code)
  await paul.says('pas encore, il manque le nettoyage du plan de travail')
  await paul.taps('C’est bon')
  await paul.says('chef de cuisine')
  await cast.waits()

  cast.scene('What was missing')
  await awa.taps('Oui')
  await awa.says('apres j’ai lavé le plan de travail avec Rosa')
  await awa.taps('Oui, c’est moi')
  await awa.taps('Envoyer à mon tuteur')

  cast.scene('The second look')
  await paul.taps('Voir')
  expect(paul.last().text).toContain('lavé le plan de travail')
  await paul.taps('Oui, je confirme')
  await paul.taps('C’est bon')
  await cast.waits()
  expect(awa.last().text).toContain('Voulez-vous le montrer')
  await expectTranscript(cast, 'not-yet', 'Not yet, and then yes')
})

test('an unclear reply records nothing and is asked back', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const code = codeIn(await walk(awa))

  cast.scene('Unclear')
  await paul.starts(code)
  await paul.says('ouais enfin pas quand y a du monde')
  expect(await verdictsOf(code)).toEqual([{ verdict: null, comment: null }])
  await paul.says('c’est quoi un badge ?')
  expect(await verdictsOf(code)).toEqual([{ verdict: null, comment: null }])

  cast.scene('Not yet, in one tap')
  await paul.taps('Pas encore')
  await paul.says('elle doit encore prendre confiance')
  await paul.taps('C’est bon')
  await paul.taps('En tutorat')
  await cast.waits()
  await awa.taps('Plus tard')
  await expectTranscript(cast, 'unclear', 'An unclear reply')
})

test('the wrong person, and somebody else instead', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const luc = cast.person('T', 'Luc Petit')
  const rosa = cast.person('T', 'Rosa Lima')
  const code = codeIn(await walk(awa))

  cast.scene('The wrong person')
  await luc.starts(code)
  await luc.says('c pas moi, jconnais pas cette personne')
  await luc.taps('C’est bon')
  await cast.waits()

  cast.scene('Somebody else')
  const again = codeIn(await awa.taps('Une autre personne'))
  expect(again).not.toBe(code)
  await rosa.starts(again)
  await rosa.taps('Oui, je confirme')
  await rosa.taps('C’est bon')
  await rosa.taps('Collègue')
  await cast.waits()
  expect(awa.last().text).toContain('Voulez-vous le montrer')
  await expectTranscript(cast, 'wrong-person', 'The wrong person')
})

test('nobody confirms their own work, and the link stays good for whoever was there', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const luc = cast.person('T', 'Luc Petit')
  const code = codeIn(await walk(awa))

  cast.scene('Her own link')
  await awa.starts(code)
  await awa.says('oui je confirme')

  cast.scene('The one who was there, and one who comes after')
  await paul.starts(code)
  await luc.starts(code)
  await luc.says('oui')
  await paul.says('oui')
  await paul.taps('C’est bon')
  await paul.taps('Responsable')
  await paul.starts(code)
  await cast.waits()
  expect(awa.last().text).toContain('Voulez-vous le montrer')
  await expectTranscript(cast, 'own-claim', 'Nobody confirms their own work')
})

const verdictsOf = (code: string) =>
  journey.rows('select e.verdict, e.comment from "Endorsement" e join "Link" l on l.subject = e.id::text where l.code = $1', [code])
