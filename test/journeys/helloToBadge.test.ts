// The main journey: Awa, who writes as she speaks, from hello to her badge, with a pause, a restart and a correction.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../core/evidence/files.ts'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast } from './people.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey?.stop())

/** A short voice note, as Telegram sends them. */
const VOICE = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(64)])

test('in French', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const paul = cast.person('T', 'Paul Martin')

  cast.scene('First contact')
  await awa.starts('travailler-en-equipe')
  await awa.says('cé un diplome')
  await awa.taps('Oui')
  await awa.taps('Oui')

  cast.scene('The moment')
  await awa.says('o restau du coeur')
  await awa.says('on a preparer 80 repas')
  await awa.does((phone) => phone.sendsVoice(VOICE, { seconds: 41 }))
  const pictures = [await photo(640, 480), await photo(480, 640), await photo(640, 480)]
  await awa.does((phone) => phone.sendsAlbum(pictures))
  await awa.says('pause')

  cast.scene('Later, after a restart of the program')
  await journey.restart()
  await awa.says('slt')
  await awa.says('1')
  await awa.taps('Oui, c’est tout')
  await awa.says('Yavé plus rien dans les plat lol')
  await awa.says('3')
  await awa.says('jcompren pa')
  await awa.says('jorai pa oublier lé gants')

  cast.scene('The text, the tutor, the sending')
  await awa.says('non c moi ki a couper lé legume')
  await awa.taps('Oui, c’est moi')
  await awa.taps('Mon tuteur')
  await awa.taps('Juste mon tuteur')
  const sent = await awa.taps('Envoyer à mon tuteur')

  cast.scene('The tutor')
  await paul.starts(codeIn(sent))
  await paul.says('oui elle est top, toujours là pour les autres')
  await paul.taps('C’est bon')
  await paul.taps('En tutorat')

  cast.scene('The news')
  await cast.waits()
  await awa.taps('Le montrer')
  expect(awa.last().text).toContain('/b/')
  await expectTranscript(cast, 'hello-to-badge.fr', 'From hello to badge')
})

test('in English', async () => {
  const cast = openCast(journey)
  const sam = cast.person('L', 'Sam Okafor', 'en')
  const ruth = cast.person('T', 'Ruth Bell', 'en')

  cast.scene('First contact')
  await sam.says('hello')
  await sam.says('is it a diploma')
  await sam.taps('Yes')
  await sam.taps('Another name')
  await sam.says('my name is Samuel Okafor')
  await sam.taps('More')
  await sam.taps(1)
  await sam.says('finding my place')
  await sam.taps('More')
  await sam.says('2')

  cast.scene('The moment')
  await sam.says('in the kichen')
  await sam.says('we made 80 meals')
  await sam.does((phone) => phone.sendsVoice(VOICE, { seconds: 41 }))
  const picture = await photo(640, 480)
  await sam.does((phone) => phone.sendsPhoto(picture, { caption: 'the clean room' }))
  await sam.taps('Yes, that is all')
  await sam.says('no food left lol, evrybody ate')
  await sam.says('without help')
  await sam.says('i dont know')

  cast.scene('The text, the tutor, the sending')
  await sam.taps('Correct')
  await sam.says('1')
  await sam.says('in the kitchen of the centre')
  await sam.taps('Yes, that is me')
  await sam.taps('My tutor')
  await sam.taps(1)
  const sent = await sam.taps('Send to my tutor')

  cast.scene('The tutor')
  await ruth.starts(codeIn(sent))
  await ruth.says('👍 he did it very well')
  await ruth.taps('Without my name')
  await ruth.taps('That is right')
  await ruth.says('manager')

  cast.scene('The news')
  await cast.waits()
  await sam.taps('Not now')
  expect(sam.last().text).toContain('/c/')
  await expectTranscript(cast, 'hello-to-badge.en', 'From hello to badge, in English')
})
