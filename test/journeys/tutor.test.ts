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

test('a yes with a limit is asked back, an « ok » settles nothing, and the limit stays with the yes', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const code = codeIn(await walk(awa))

  cast.scene('A limit')
  await paul.starts(code)
  await paul.says('ok')
  expect(await verdictsOf(code)).toEqual([{ verdict: null, comment: null }])
  await paul.says('Oui mais seulement avec moi à côté')
  await paul.says('ok')
  expect(await verdictsOf(code)).toEqual([{ verdict: null, comment: null }])

  cast.scene('Yes, in these words')
  await paul.says('oui')
  expect(await verdictsOf(code)).toEqual([{ verdict: 'yes', comment: 'Oui mais seulement avec moi à côté' }])
  await paul.taps('C’est bon')
  await cast.waits()
  await expectTranscript(cast, 'limit', 'A yes with a limit')
})

test('a question goes to the learner, and the answer comes back with the request', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const code = codeIn(await walk(awa))

  cast.scene('A question')
  await paul.starts(code)
  await paul.says('C’était quel jour ? Elle en a fait deux chez nous.')
  expect(awa.reads()).toEqual([])
  await paul.taps('Envoyer ma question')

  cast.scene('The answer')
  await awa.taps('Répondre')
  await awa.says('c t jeudi a midi')
  expect(paul.last().text).toContain('c t jeudi a midi')
  expect(await verdictsOf(code)).toEqual([{ verdict: null, comment: null }])

  cast.scene('Another one, answered by voice')
  await paul.says('je voudrais en savoir plus sur Rosa')
  await paul.says('oui')
  await awa.taps('Répondre')
  await awa.does((phone) => phone.sendsVoice(Buffer.from('OggS-voice'), { seconds: 4 }))

  cast.scene('The word')
  await paul.says('Oui, elle a fait du très bon travail')
  expect(await verdictsOf(code)).toEqual([{ verdict: 'yes', comment: 'Oui, elle a fait du très bon travail' }])
  await paul.taps('C’est bon')
  await paul.taps('En tutorat')
  await cast.waits()

  cast.scene('Too late to answer')
  await awa.taps('Répondre')
  expect(await questionsOf(code)).toEqual(['question asked', 'question answered', 'question asked', 'question answered'])
  await expectTranscript(cast, 'question', 'A question before the word')
})

test('a no is told kindly, and leads on', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')
  const code = codeIn(await walk(awa))

  cast.scene('No')
  await paul.starts(code)
  await paul.says('Non')
  await paul.taps('C’est bon')
  await paul.taps('Responsable')
  await cast.waits()
  await awa.taps('Oui')
  await expectTranscript(cast, 'no', 'A no')
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

/** What the audit log has of questions about the request behind `code`, by id only. */
const questionsOf = async (code: string) =>
  (
    await journey.rows(
      `select a.action from "AuditEvent" a join "Link" l on l.subject = a.subject where l.code = $1 and a.action like 'question%' order by a.at, a.id`,
      [code],
    )
  ).map((row) => row.action)
