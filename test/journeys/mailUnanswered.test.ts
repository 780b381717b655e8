// Nobody answers: whoever was asked is reminded twice, by day, and then the learner is offered somebody else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostbox, type Postbox } from '../fakes/mail/postbox.ts'
import { codeIn, openCast } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
let postbox: Postbox
/** A Wednesday, 10:00 in Paris. */
let clock = Date.parse('2026-03-11T09:00:00Z')
const DAY = 86_400_000
const daysLater = async (days: number) => {
  clock += days * DAY
  await new Promise((resolve) => setTimeout(resolve, 300))
  await journey.idle()
}
beforeAll(async () => {
  postbox = await openPostbox()
  journey = await openJourney(
    { SMTP_URL: postbox.url, MAIL_FROM: 'declic@exemple.org' },
    { now: () => new Date(clock).toISOString(), remindersMs: 50 },
  )
})
afterAll(async () => {
  await journey?.stop()
  await postbox?.close()
})

test('by letter: two reminders, and then somebody else', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await walk(awa, 'tutor')
  await awa.says('paul@chantier.fr')
  await awa.taps('Oui')
  await awa.taps('Envoyer à mon tuteur')
  await journey.settled()
  const { mail } = await postbox.last('paul@chantier.fr')
  // nobody reads replies here, so none is asked for
  expect(mail.text).not.toContain('Répondez à ce message')
  expect(mail.text).toContain('Choisissez ici')
  const letters = () => postbox.delivered.filter(({ to }) => to === 'paul@chantier.fr').map(({ mail }) => mail.text!.split('\n')[0])
  await daysLater(2)
  expect(letters()).toHaveLength(1)
  // three days later, at night; and on the Sunday after: nothing
  clock += 1.5 * DAY
  await daysLater(0)
  clock = Date.parse('2026-03-15T10:00:00Z')
  await daysLater(0)
  expect(letters()).toHaveLength(1)
  await daysLater(1)
  await postbox.last('paul@chantier.fr', 2)
  expect(letters()[1]).toContain('attend encore votre mot')
  await daysLater(7)
  await postbox.last('paul@chantier.fr', 3)
  await daysLater(7)
  await expect.poll(() => awa.last().text).toContain('Personne n’a encore répondu')
  await daysLater(20)
  expect(letters()).toHaveLength(3)
  const said = await awa.taps('Une autre personne')
  expect(codeIn(said)).toMatch(/^[0-9a-f]{32}$/)
  const [first, second] = await journey.rows('select "withdrawnAt" from "Endorsement" order by "askedAt"')
  expect(first!.withdrawnAt).not.toBe(null)
  expect(second!.withdrawnAt).toBe(null)
})

test('in a chat: the same, and whoever answers is not reminded', async () => {
  clock = Date.parse('2026-06-03T08:00:00Z')
  const cast = openCast(journey)
  const [awa, bea] = [cast.person('L', 'Awa Diallo'), cast.person('L', 'Béa Roux')]
  const [paul, luc] = [cast.person('T', 'Paul Martin'), cast.person('T', 'Luc Petit')]
  await paul.starts(codeIn(await walk(awa)))
  await luc.starts(codeIn(await walk(bea)))
  await luc.says('oui')
  await luc.taps('C’est bon')
  const heard = luc.phone.messages().length
  paul.reads()
  await daysLater(5)
  await expect.poll(() => paul.last().text).toContain('Awa Diallo attend encore votre mot')
  await paul.taps('Voir')
  expect(paul.last().text).toContain('Avez-vous vu Awa')
  await daysLater(7)
  await daysLater(7)
  await expect.poll(() => awa.last().text).toContain('Personne n’a encore répondu')
  await awa.taps('Attendre encore')
  await daysLater(20)
  expect(paul.reads().filter(({ text }) => text.includes('attend encore'))).toHaveLength(1)
  expect(luc.phone.messages().length).toBe(heard)
})
