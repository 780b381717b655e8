// The contract, over the wire: "Whoever only taps the first button, and answers each open question with any sensible text, voice note or
// photo, reaches « sent » in every badge."
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../../core/evidence/files.ts'
import { isSent, SENSIBLE } from '../../dialogs/firstButton.ts'
import { catalogue } from '../../dialogs/town.ts'
import type { Person } from '../../fakes/teams/index.ts'
import { openTeamsJourney, type TeamsJourney } from './world.ts'

let journey: TeamsJourney
let picture: Buffer
beforeAll(async () => {
  journey = await openTeamsJourney()
  picture = await photo(320, 240)
})
afterAll(() => journey?.stop())

const badges = catalogue.issuers.flatMap((issuer) => issuer.badges.map((badge) => badge.id))
const MOST_ACTS = 60

/** True once the claim is sent. */
async function goesOn(learner: Person, badge: string): Promise<boolean> {
  await learner.starts(badge)
  for (let n = 0; n < MOST_ACTS; n++) {
    const seen = await learner.reads({ within: 20_000, quiet: 250 })
    if (learner.messages().some(({ text }) => isSent(text))) return true
    const last = learner.messages().findLast(({ text }) => text)
    expect(seen.length, `nothing was said after: ${last?.text}`).toBeGreaterThan(0)
    if (last!.buttons.some((label) => label.startsWith('1 '))) await learner.taps(1)
    else if (/(^|[.!?] )(Envoyez|Envoie|Prenez|Prends|Montrez|Montre|Enregistre\S*) /.test(last!.text)) await learner.sendsPhoto(picture)
    else await learner.says(SENSIBLE.fr)
  }
  return false
}

test('the first button leads to « sent » in every badge', async () => {
  // a few at once: all share what Teams allows a tenant
  const left = [...badges]
  const stuck: string[] = []
  const walk = async () => {
    for (let badge = left.shift(); badge; badge = left.shift()) if (!(await goesOn(journey.teams.person(), badge))) stuck.push(badge)
  }
  await Promise.all(Array.from({ length: 9 }, walk))
  expect(stuck).toEqual([])
  const sent = await journey.rows(`select "badgeId" from "Claim" where jsonb_array_length(sendings) = 1`)
  expect(sent).toHaveLength(badges.length)
  expect(journey.teams.calls.filter(({ status }) => status >= 400)).toEqual([])
}, 240_000)
