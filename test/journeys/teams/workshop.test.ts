// A trainer in Teams: invited, a claim decided, a workshop opened from a channel, joined, counted, nudged. The clock is the test's own.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { APP_ID } from '../../fakes/teams/index.ts'
import { photo } from '../../core/evidence/files.ts'
import { expectTranscript } from '../golden.ts'
import { codeIn, openCast, openTeamsJourney, type Speaker, type TeamsJourney } from './world.ts'

let clock = Date.parse('2026-03-03T13:00:00Z') // a Tuesday, 14:00 in Paris
let journey: TeamsJourney
beforeAll(async () => {
  journey = await openTeamsJourney({}, { now: () => new Date(clock).toISOString(), remindersMs: 20 })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values
    ('atelier-nord', 'Atelier Nord', 'insertion-reseau'), ('centre', 'Centre', 'centre-formation')`)
})
afterAll(() => journey?.stop())

const link = async (kind: 'trainer' | 'badge', subject: string, structure: string) => {
  const code = randomBytes(24).toString('base64url')
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, $2, $3, $4, now(), now() + interval '1 year')`,
    [code, kind, subject, structure],
  )
  return code
}

/** Whoever taps the first button, answers what is asked, and sends a photo when told to. */
async function tell(learner: Speaker): Promise<void> {
  const picture = await photo(640, 480)
  for (let n = 0; n < 40; n++) {
    const { text, buttons } = learner.last()
    if (
      learner.phone
        .messages()
        .slice(-3)
        .some((one) => one.text.includes('Votre demande est envoyée'))
    )
      return
    if (buttons.some((label) => /^1 /.test(label))) await learner.taps(1)
    else if (text.includes('Envoyez')) await learner.does((phone) => phone.sendsPhoto(picture))
    else await learner.says('j’ai visité une entreprise avec mon groupe, et j’ai posé des questions')
  }
  throw new Error(
    learner.phone
      .messages()
      .map(({ text }) => text)
      .join('\n'),
  )
}

/** The links of the last message with buttons, and what the tab is told of: the claim. */
const tabLinks = (speaker: Speaker) =>
  speaker.last().links.map((url) => {
    const { pathname, searchParams } = new URL(url)
    return [pathname, (JSON.parse(searchParams.get('context') ?? '{}') as { subEntityId?: string }).subEntityId]
  })

test('a trainer decides', async () => {
  const cast = openCast(journey)
  const lea = cast.person('F', 'Léa Roux')
  const awa = cast.person('L', 'Awa Diallo')
  cast.scene('The invitation')
  await lea.starts(await link('trainer', 'centre', 'centre'))
  await lea.taps('Oui')
  await awa.starts(await link('badge', 'decouvrir-le-marche-du-travail', 'centre'))
  await tell(awa)
  await cast.waits()
  cast.scene('To complete, then accepted')
  const [claim] = await journey.rows<{ id: string }>(`select id from "Claim"`)

  expect(lea.last().buttons).toEqual(['1 Voir'])
  expect(tabLinks(lea)).toEqual([[`/l/entity/${APP_ID}/follow-up`, claim!.id]])
  await lea.taps('Voir')
  expect(tabLinks(lea)).toEqual([[`/l/entity/${APP_ID}/follow-up`, claim!.id]])
  await lea.taps('À compléter')
  await lea.says('dites aussi quels métiers vous avez regardés')
  clock += 3_600_000
  await awa.taps('Oui')
  await awa.says('j’ai regardé cuisinier et jardinier')
  await awa.taps('Oui, c’est moi')
  await awa.taps(1)
  await cast.waits()
  await lea.says('demandes')
  await lea.taps('Accepter')
  await cast.waits()
  expect(awa.phone.messages().some(({ text }) => text.includes('est prêt'))).toBe(true)
  // her own claim, in her own tab
  await awa.says('mes demandes')
  await awa.taps(1)
  expect(tabLinks(awa)).toEqual([[`/l/entity/${APP_ID}/claims`, claim!.id]])
})

test('a workshop, from a channel to the nudge', async () => {
  const cast = openCast(journey)
  const channel = cast.group('Cuisine du mardi', 'channel')
  const lea = cast.person('F', 'Léa Roux')
  const [awa, dan, eve] = ['Awa Diallo', 'Dan Petit', 'Eve Costa'].map((name) => cast.person('L', name)) as [Speaker, Speaker, Speaker]
  await lea.starts(await link('trainer', 'atelier-nord', 'atelier-nord'))
  await lea.taps('Oui')

  cast.scene('Opening, from the channel')
  await awa.does((phone) => phone.in(channel).says('atelier'))
  await lea.does((phone) => phone.in(channel).says('atelier'))
  await lea.says('équipe')
  const opened = await lea.taps('Dans 2 heures')
  expect(
    opened
      .find(({ file }) => file)
      ?.file?.subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  const code = codeIn(opened)
  // what can be done with a workshop can be done again
  await lea.taps('Les relances')
  await lea.taps('Dans 7 jours')
  await lea.taps('Changer le nom')
  await lea.says('Cuisine du mardi')

  cast.scene('Joining')
  await awa.starts(code)
  await tell(awa)
  await dan.starts(code)
  await dan.taps('Oui')
  await eve.starts(code)
  clock += 10_000
  const board = () => [...channel.messages.values()].findLast(({ by }) => by === journey.teams.bot.id)?.text
  await expect.poll(board, { timeout: 20_000 }).toBe('3 inscrits · 1 a commencé · 1 a envoyé')
  const said = [...channel.messages.values()].map(({ text }) => text).join('\n')
  expect(said).not.toMatch(/Awa|Diallo|Dan|Petit/)
  // the count is one message, however often it changed
  expect([...channel.messages.values()].filter(({ text }) => text?.includes('inscrit')).length).toBe(1)

  cast.scene('Stuck: the trainer answers in the chat, by replying')
  await dan.says('aide')
  await dan.says('je comprends pas la question')
  const asked = lea.phone.messages().find(({ text }) => text.includes('Dan Petit'))!
  const html = `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${asked.message.id}"><p>…</p></blockquote><p>dites oui, tout simplement</p>`
  await lea.does((phone) => phone.says('… dites oui, tout simplement', { attachments: [{ contentType: 'text/html', content: html }] }))
  expect(dan.phone.messages().some(({ text }) => text.includes('dites oui, tout simplement'))).toBe(true)
  await dan.says('continuer')

  cast.scene('The nudge')
  await lea.says('relance')
  await lea.taps('Envoyer')
  await expect.poll(async () => (await journey.rows(`select 1 from "Nudge" where outcome = 'told'`)).length, { timeout: 15_000 }).toBe(2)
  await cast.waits()
  await dan.taps('Continuer')
  await expectTranscript(cast, 'teams/workshop.fr', 'A workshop, in Teams')
})
