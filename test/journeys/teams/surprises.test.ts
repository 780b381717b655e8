// What Teams and people do beside the straight way: everything twice, late, edited, in groups, too big, unknown.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actionsOf, wordsOf } from '../../fakes/teams/card.ts'
import { openCast, openTeamsJourney, type Speaker, type TeamsJourney } from './world.ts'

let journey: TeamsJourney
beforeAll(async () => {
  journey = await openTeamsJourney()
})
afterAll(() => journey?.stop())

/** With the no-break space that French wants. */
const ASKS_NAME = 'Je vous appelle Awa\u00a0?'

const counts = async () =>
  (
    await journey.rows<{ said: number; answers: number }>(
      `select (select count(*)::int from "Outbox") as said, (select count(*)::int from "Answer") as answers`,
    )
  )[0]!

/** At the first question of a claim. */
async function begins(speaker: Speaker): Promise<Speaker> {
  await speaker.starts('travailler-en-equipe')
  await speaker.taps('Oui')
  await speaker.taps('Oui')
  return speaker
}

test('a message that Teams brings again changes nothing and says nothing', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  const activity = awa.phone.activity({ type: 'message', id: '1700000000123', text: 'au restaurant du coin' })
  expect(await journey.teams.bringer.once(activity)).toMatchObject({ status: 200 })
  await journey.idle()
  const before = await counts()
  const again = await Promise.all([1, 2, 3].map(() => journey.teams.bringer.once(activity)))
  expect(again.map(({ status }) => status)).toEqual([200, 200, 200])
  await journey.idle()
  expect(await counts()).toEqual(before)
})

test('the same message twice at once is taken in once', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  const before = await counts()
  const activity = awa.phone.activity({ type: 'message', id: '1700000000124', text: 'au restaurant du coin' })
  const both = await Promise.all([1, 2].map(() => journey.teams.bringer.once(activity)))
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  await journey.idle()
  expect((await counts()).answers).toBe(before.answers + 1)
})

test('a card that was answered shows the answer, and no button', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await awa.does((phone) => phone.installs())
  const card = awa.last().message
  expect(actionsOf(card).map(({ title }) => title)).toEqual(['1 Oui', '2 C’est un diplôme\u00a0?'])
  const [yes, diploma] = actionsOf(card)
  const id = `f:${randomUUID()}`
  const first = await awa.phone.invokes(card, yes!, id)
  await journey.idle()
  expect(first).toMatchObject({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' } })
  expect(wordsOf(card)).toMatch(/On commence\s\?\n\n✓ 1 Oui$/)
  expect(actionsOf(card)).toEqual([])
  expect(awa.last().text).toBe(ASKS_NAME)

  // the same invoke again, as Teams brings it after 15 seconds
  const before = await counts()
  expect((await awa.phone.invokes(card, yes!, id)).body).toEqual(first.body)
  await journey.idle()
  expect(await counts()).toEqual(before)

  // the other button, on a device that still shows the card
  const late = await awa.phone.invokes(card, diploma!)
  await journey.idle()
  expect(late.body).toEqual(first.body)
  expect(awa.last().text).toBe('C’est déjà noté 👍')
})

test('two fast taps on one card count once', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  for (const text of ['au restaurant', 'j’ai coupé les légumes']) await awa.says(text)
  await awa.taps('Passer')
  await awa.says('tout le monde a mangé')
  const card = awa.last().message
  const actions = actionsOf(card)
  expect(actions.map(({ title }) => title)).toContain('3 Sans aide')
  const value = (n: number) => ({
    action: { type: 'Action.Execute', title: actions[n]!.title, verb: actions[n]!.verb, data: actions[n]!.data },
  })
  const tap = (n: number) =>
    journey.teams.bringer.once(
      awa.phone.activity({ type: 'invoke', name: 'adaptiveCard/action', id: `f:${randomUUID()}`, replyToId: card.id, value: value(n) }),
    )
  const answers = await Promise.all([tap(2), tap(3)])
  await journey.idle()
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const levels = await journey.rows<{ level: number }>(
    `select a.level from "Answer" a join "Claim" c on c.id = a."claimId" join "Account" o on o."personId" = c."personId" where o."externalId" = $1 and a.level is not null`,
    [awa.phone.externalId],
  )
  expect(levels).toHaveLength(1)
})

test('a client without invokes sends a message, and its card is replaced too', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await awa.does((phone) => phone.installs())
  const card = awa.last().message
  await awa.does((phone) => phone.taps('Oui', { submit: true }))
  expect(awa.last().text).toBe(ASKS_NAME)
  await expect.poll(() => actionsOf(card)).toEqual([])
  expect(wordsOf(card)).toMatch(/✓ 1 Oui$/)
})

test('a question that was answered in words leaves a card that knows it', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await awa.does((phone) => phone.installs())
  await awa.says('1')
  await awa.says('oui')
  const card = awa.phone.messages().find(({ text }) => text === ASKS_NAME)!.message
  await awa.does((phone) => phone.invokes(card, actionsOf(card)[1]!))
  expect(actionsOf(card)).toEqual([])
  expect(wordsOf(card)).toBe(ASKS_NAME)
})

test('a helper that asks again takes the buttons of the question above', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  const question = awa.last().message
  await awa.taps('Exemple')
  expect(actionsOf(question)).toEqual([])
  expect(wordsOf(question)).toMatch(/✓ Exemple$/)
  expect(awa.last().buttons).toContain('Exemple')
})

test('a code alone does what a link does: of a badge, or of a request', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await awa.does((phone) => phone.installs())
  await awa.says('travailler-en-equipe')
  await awa.taps('Oui')
  await awa.taps('Oui')
  expect(awa.last().text).toContain('Question 1 sur 6')
  await journey.rows(
    `insert into "Link" (code, kind, subject, "createdAt") values ('0123456789abcdef012345', 'trainer', 'nowhere', now()) on conflict do nothing`,
  )
  const before = awa.phone.messages().length
  await awa.says('0123456789abcdef012345')
  expect(
    awa.phone
      .messages()
      .slice(before)
      .map(({ text }) => text)
      .join(' '),
  ).toContain('Ce lien ne marche plus')
})

test('who is forgotten is told so, and nothing of their chat is kept; who writes again is somebody new', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  const kept = () => journey.rows(`select 1 from "Conversation" where chat = $1`, [awa.phone.chat.id])
  expect(await kept()).toHaveLength(1)
  await awa.says('oublier')
  await awa.taps(2)
  await cast.waits()
  await expect.poll(kept).toHaveLength(0)
  const said = awa.phone.messages().length
  expect(awa.last().text).toContain('J’oublie tout')
  await awa.says('bonjour')
  expect(
    awa.phone
      .messages()
      .slice(said)
      .map(({ text }) => text)
      .join(' '),
  ).toContain('Je suis Déclic')
})

test('digits, words and misspelt words are taps', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  await awa.does((phone) => phone.installs())
  await awa.says('1.')
  await awa.says('OUI')
  expect(awa.last().buttons.length).toBeGreaterThan(2)
})

test('installing greets once, however Teams tells of it; again after it was removed; an upgrade says nothing', async () => {
  const cast = openCast(journey)
  const awa = cast.person('L', 'Awa Diallo')
  const hellos = () => awa.phone.messages().filter(({ text }) => text.startsWith('Bonjour')).length
  await awa.does((phone) => phone.installs())
  expect(hellos()).toBe(1)
  await awa.does((phone) => phone.brings({ type: 'installationUpdate', id: `f:${randomUUID()}`, action: 'add' }))
  await awa.does((phone) => phone.upgrades())
  expect(awa.phone.messages()).toHaveLength(2)
  await awa.does((phone) => phone.removes())
  const gone = await journey.rows(`select 1 from "Account" where "externalId" = $1 and "unreachableAt" is not null`, [awa.phone.externalId])
  expect(gone).toHaveLength(1)
  expect(awa.phone.messages()).toHaveLength(2)
  await awa.does((phone) => phone.installs())
  expect(awa.phone.messages().length).toBeGreaterThan(2)
})

test('who installs is greeted before anything is known of them; their name and language come with their first words', async () => {
  const sam = journey.teams.person({ name: 'Sam Okafor', locale: 'en-GB' })
  const nameless = { from: { id: sam.facts.id, aadObjectId: sam.facts.oid }, locale: undefined, entities: undefined }
  await sam.brings({ type: 'conversationUpdate', id: 'f:1', membersAdded: [{ id: journey.teams.bot.id }], ...nameless })
  await journey.idle()
  expect(sam.messages()[0]!.text).toContain('Bonjour')
  await sam.says('hello')
  await journey.idle()
  expect(sam.messages().at(-1)!.text).toContain('A badge is a picture with your name')
  await sam.taps('Yes')
  await journey.idle()
  expect(sam.messages().at(-1)!.text).toBe('Shall I call you Sam?')
})

test('of the two activities of an installation, the one with a language greets, whichever comes first', async () => {
  const sam = journey.teams.person({ name: 'Sam Okafor', locale: 'en-GB' })
  const nameless = { from: { id: sam.facts.id, aadObjectId: sam.facts.oid }, entities: undefined }
  const [first, second] = [
    { type: 'conversationUpdate', id: 'f:1', membersAdded: [{ id: journey.teams.bot.id }], ...nameless, locale: undefined },
    { type: 'installationUpdate', id: 'f:2', action: 'add', ...nameless },
  ]
  const { bringer } = journey.teams
  expect((await Promise.all([first, second].map((one) => bringer.once(sam.activity(one))))).map(({ status }) => status)).toEqual([200, 200])
  await journey.idle()
  expect(sam.messages().filter(({ text }) => text.startsWith('Hello'))).toHaveLength(1)
  expect(sam.messages().filter(({ text }) => text.startsWith('Bonjour'))).toHaveLength(0)
})

test('an edited message asks before the answer changes, once', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  await awa.says('au restorant')
  const mine = [...awa.phone.chat.messages.values()].findLast(({ by }) => by === awa.phone.facts.id)!
  await awa.does((phone) => phone.edits(mine.id, 'au restaurant du cœur'))
  expect(awa.last().text).toContain('au restaurant du cœur')
  const asked = async () => (await journey.rows<{ text: string }>(`select text from "Answer" where text like 'au resta%cœur'`)).length
  expect(await asked()).toBe(0)
  await awa.taps('Oui, remplacer')
  expect(await asked()).toBe(1)
})

test('deletions, reactions, typing and types that nobody knows are taken and answered with nothing', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  const before = await counts()
  const kinds = [
    { type: 'messageDelete', id: '1', channelData: { eventType: 'softDeleteMessage', tenant: { id: awa.phone.facts.tenant } } },
    { type: 'messageUpdate', id: '1', text: 'au restaurant', channelData: { eventType: 'undeleteMessage' } },
    { type: 'messageReaction', id: '1', reactionsAdded: [{ type: 'like' }] },
    { type: 'typing', id: '2' },
    { type: 'event', id: '3', name: 'application/vnd.microsoft.readReceipt', value: {} },
    { type: 'somethingNew', id: '4' },
    { type: 'conversationUpdate', id: '5', membersAdded: [{ id: '29:somebody-else' }] },
  ]
  for (const kind of kinds) expect(await journey.teams.bringer.once(awa.phone.activity(kind)), kind.type).toMatchObject({ status: 200 })
  // of a type that is unknown nothing else needs to be there
  expect(await journey.teams.bringer.once({ type: 'somethingNew' })).toMatchObject({ status: 200 })
  await journey.idle()
  expect(await counts()).toEqual(before)
})

test('an invoke that nobody knows is 501; a malformed body 400; one that is too large 413; then all goes on', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  const once = (body: unknown) => journey.teams.bringer.once(body).then(({ status }) => status)
  const invoke = (facts: object) => awa.phone.activity({ type: 'invoke', id: `f:${randomUUID()}`, ...facts })
  expect(await once(invoke({ name: 'composeExtension/query', value: {} }))).toBe(501)
  expect(await once(invoke({ name: 'adaptiveCard/action', value: { action: 'nonsense' } }))).toBe(400)
  expect(await once(invoke({ name: 'fileConsent/invoke', value: { action: 'steal' } }))).toBe(400)
  for (const body of ['{"type":', '[]', '"text"', 'null', '{}', '{"type":5}', '{"type":"message"}'])
    expect(await once(body), body).toBe(400)
  expect(await once(awa.phone.activity({ type: 'message', id: '7', text: 'x', attachments: 'none' }))).toBe(400)
  expect(await once(awa.phone.activity({ type: 'message', id: '8\0', text: 'x' }))).toBe(400)
  expect(await once(awa.phone.activity({ type: 'message', id: '8', text: 'x'.repeat(300_000) }))).toBe(413)
  await awa.says('au restaurant')
  expect(awa.last().text).toContain('Question 2')
})

test('what cannot be an answer is answered kindly', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  const sticker = { contentType: 'application/vnd.microsoft.card.hero', content: { images: [] } }
  await awa.does((phone) => phone.brings({ type: 'message', id: '9', attachments: [sticker] }))
  expect(awa.phone.messages().at(-2)!.text).toContain('Je prends les mots, les photos')
  expect(awa.last().text).toContain('Question 1')
})

test('in a group and in a channel a mention is answered there, with nothing personal and no private link', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  const said = awa.phone.messages().length
  for (const place of ['groupChat', 'channel'] as const) {
    const group = cast.group('Équipe', place)
    for (const text of ['bonjour', 'au restaurant', '/start travailler-en-equipe', 'mes données']) {
      await awa.does((phone) => phone.in(group).says(text))
      const answers = phone(group)
      expect(answers.length, text).toBe(1)
      expect(answers[0]).toMatch(/en privé|avec vous/i)
      expect(answers[0]).not.toMatch(/Awa|\/c\/|\/e\//)
      group.messages.clear()
    }
  }
  expect(awa.phone.messages()).toHaveLength(said)
  const answers = await journey.rows(
    `select 1 from "Answer" a join "Claim" c on c.id = a."claimId" join "Account" o on o."personId" = c."personId" where o."externalId" = $1`,
    [awa.phone.externalId],
  )
  expect(answers).toEqual([])

  function phone(group: { messages: Map<string, { by: string; text?: string }> }) {
    return [...group.messages.values()].filter(({ by }) => by === journey.teams.bot.id).map(({ text }) => text)
  }
})

test('a chat that moves to another service is answered there', async () => {
  const cast = openCast(journey)
  const awa = await begins(cast.person('L', 'Awa Diallo'))
  const stored = await journey.rows<{ reference: { serviceUrl: string; tenant: string } }>(
    `select reference from "Conversation" where chat = $1`,
    [awa.phone.chat.id],
  )
  expect(stored[0]!.reference).toMatchObject({ serviceUrl: journey.teams.base, tenant: awa.phone.facts.tenant })
  const moved = `${journey.teams.base.replace('127.0.0.1', 'localhost')}/`
  await awa.does((phone) => phone.brings({ type: 'message', id: '1700000000777', text: 'au restaurant', serviceUrl: moved }))
  const after = await journey.rows<{ reference: { serviceUrl: string } }>(`select reference from "Conversation" where chat = $1`, [
    awa.phone.chat.id,
  ])
  expect(after[0]!.reference.serviceUrl).toBe(moved)
  expect(awa.last().text).toContain('Question 2')
})
