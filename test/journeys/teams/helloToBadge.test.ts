// The main journey, in Teams: Awa from hello to her badge, Paul who was there, a restart in the middle.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../../core/evidence/files.ts'
import { expectTranscript } from '../golden.ts'
import { codeIn, openCast, openTeamsJourney, type TeamsJourney } from './world.ts'

let journey: TeamsJourney
beforeAll(async () => {
  journey = await openTeamsJourney()
})
afterAll(() => journey?.stop())

const VOICE = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(64)])

test('in French', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'DIALLO Awa')
  const paul = cast.person('T', 'Paul Martin')

  cast.scene('First contact')
  await awa.does((phone) => phone.installs())
  await awa.starts('travailler-en-equipe')
  await awa.says('cé un diplome')
  await awa.taps('Oui')
  await awa.taps('Oui')

  cast.scene('The moment')
  await awa.says('o restau du coeur')
  await awa.says('on a preparer 80 repas')
  await awa.does((phone) => phone.sendsFile(VOICE, 'mon vocal.ogg'))
  const pictures = [await photo(640, 480), await photo(480, 640), await photo(640, 480)]
  await awa.does((phone) => phone.sendsPictures(pictures))
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
  await paul.says(`/start ${codeIn(sent)}`)
  await paul.says('oui elle est top, toujours là pour les autres')
  await paul.taps('C’est bon')
  await paul.taps('En tutorat')

  cast.scene('The news')
  await cast.waits()
  await awa.taps('Le montrer')
  expect(awa.phone.messages().some(({ text }) => text.includes('/b/'))).toBe(true)
  await expectTranscript(cast, 'teams/hello-to-badge.fr', 'From hello to badge, in Teams')

  const evidence = await journey.rows<{ kind: string; state: string }>(`select kind, state from "Evidence" order by kind`)
  expect(evidence).toEqual([
    { kind: 'photo', state: 'kept' },
    { kind: 'photo', state: 'kept' },
    { kind: 'photo', state: 'kept' },
    { kind: 'voice', state: expect.any(String) },
  ])
  expect(journey.teams.calls.filter(({ status }) => status >= 400)).toEqual([])
})
