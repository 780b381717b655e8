// A trainer: invited by a single-use link, told of what waits, and their three answers. The badge is one that a trainer decides on.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { openCast } from './people.ts'
import { tell } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'centre-formation')`)
})
afterAll(() => journey?.stop())

const BADGE = 'decouvrir-le-marche-du-travail'

test('invited, told, and deciding: to complete, then accepted; another refused', async () => {
  const cast = openCast(journey)
  const lea = cast.person('F', 'Léa Roux')
  const awa = cast.person('L', 'Awa Diallo')
  const ali = cast.person('L', 'Ali Benz')

  cast.scene('The invitation')
  await lea.starts(await link('trainer', 'atelier-nord'))
  await lea.taps('Oui')
  await lea.says('demandes')

  cast.scene('A claim that a trainer decides on')
  await tell(awa, await link('badge', BADGE))
  await cast.waits()

  cast.scene('To complete')
  await lea.taps('Voir')
  await lea.taps('À compléter')
  await lea.says('dites aussi quels métiers vous avez regardés')
  await awa.taps('Oui')
  await awa.says('j’ai regardé cuisinier et jardinier')
  await awa.taps('Oui, c’est moi')
  await awa.taps('Envoyer au formateur')
  await cast.waits()

  await tell(ali, await link('badge', BADGE))
  await cast.waits()
  cast.scene('Two wait: one accepted')
  await lea.says('demandes')
  await lea.says('awa diallo')
  await lea.taps('Accepter')
  await cast.waits()
  expect(awa.last().text).toContain('Voulez-vous le montrer')

  cast.scene('The other refused, with a reason and a next step')
  await lea.says('1')
  await lea.taps('Refuser')
  await lea.says('ce badge demande une visite. Venez avec nous jeudi, puis racontez.')
  await ali.says('mes demandes')
  await ali.taps(1)
  await expectTranscript(cast, 'trainer', 'A trainer decides')
})

test('a link that was used, and one who declines', async () => {
  const cast = openCast(journey)
  const max = cast.person('F', 'Max Blanc')
  const eva = cast.person('F', 'Eva Noir')
  const code = await link('trainer', 'atelier-nord')
  cast.scene('Declined, then accepted by somebody else')
  await max.starts(code)
  await max.taps('Non')
  await eva.starts(code)
  await eva.taps('Oui')
  await max.starts(code)
  await eva.starts(code)
  await expectTranscript(cast, 'trainer-invite', 'An invitation is used once')
  const trainers = await journey.rows(
    `select p.name from "Membership" m join "Person" p on p.id = m."personId" where p.name in ('Max Blanc', 'Eva Noir')`,
  )
  expect(trainers).toEqual([{ name: 'Eva Noir' }])
})

/** A start link as the command line makes them. */
async function link(kind: 'trainer' | 'badge', subject: string): Promise<string> {
  const code = randomBytes(24).toString('base64url')
  const values = [code, kind, subject, 'atelier-nord', new Date(Date.now() + 86_400_000)]
  await journey.rows(
    'insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, $2, $3, $4, now(), $5)',
    values,
  )
  return code
}
