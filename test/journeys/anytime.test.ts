// The words that are understood at any moment, in the middle of a claim; data and erasure looked up in the database.
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast } from './people.ts'
import { walk, WORDS } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ HELP_CONTACT: '01 23 45 67 89' })
})
afterAll(() => journey?.stop())

test('in the middle of a question', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await walk(awa, 'action')

  cast.scene('Help, an example, the question again')
  await awa.says('0')
  await awa.says('Aide')
  await awa.says('exemple')
  await awa.says('repete')
  await awa.says('a quoi sa sert')

  cast.scene('Back, and on')
  await awa.says('retour')
  await awa.says('a la cuisine du centre')
  await awa.says('corriger')
  await awa.says('ne rien changer')
  await awa.says('passer')
  await awa.says(WORDS.fr.action)
  await awa.says('je c pas')
  await awa.says('jsp')

  cast.scene('A pause, and stop')
  await awa.says('pause')
  await awa.says('continuer')
  await awa.says('STOP')
  await awa.says('bonjour')
  await awa.taps('Continuer')

  cast.scene('Another language, and back')
  await awa.says('english')
  awa.language = 'en'
  await awa.says('2')
  await awa.says('langue')
  awa.language = 'fr'
  await awa.taps('Français')

  cast.scene('What there is')
  await awa.says('mes demandes')
  await awa.taps(1)
  await expectTranscript(cast, 'anytime', 'At any moment')
})

test('not understood: other words, the buttons, a person', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await walk(awa, 'level')
  cast.scene('Three times')
  await awa.says('ben ça dépend des jours quand même')
  await awa.says('vraiment ça dépend')
  await awa.says('toujours ça dépend')
  await awa.taps('Une personne')
  await awa.says('continuer')
  await awa.says('trois')
  await expectTranscript(cast, 'not-understood', 'Not understood')
})

test('my data, and forgetting', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Oublie')
  const paul = cast.person('T', 'Paul Martin')
  const code = codeIn(await walk(awa))
  cast.scene('What is held')
  const seen = await awa.says('mes données')
  const archive = unzipSync(seen.find((one) => one.file)!.file!)
  const held = Object.values(archive)
    .map((bytes) => Buffer.from(bytes).toString())
    .join('\n')
  expect(held).toContain(WORDS.fr.action)

  cast.scene('Forgotten, after one yes')
  await awa.says('oublier')
  await awa.taps('Non, tout garder')
  await awa.says('oublie moi')
  const [before] = await journey.rows<{ id: string }>(`select id from "Person" where name = 'Awa Oublie'`)
  await awa.taps('Oui, tout effacer')
  await cast.waits()
  expect(await traces(before!.id)).toEqual([])
  await paul.starts(code)
  await awa.says('bonjour')
  await expectTranscript(cast, 'forgotten', 'My data, and forgetting')
})

/** Tables that still know anything of this person. */
async function traces(person: string): Promise<string[]> {
  const found: string[] = []
  for (const { name } of await journey.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )) {
    // that somebody was erased is written down, by id
    const [row] = await journey.rows<{ n: number }>(
      `select count(*)::int as n from "${name}" t where t::text ~ 'Oublie' or (t::text ~ $1 and '${name}' <> 'AuditEvent')`,
      [person],
    )
    if (row!.n > 0) found.push(name)
  }
  return found
}
