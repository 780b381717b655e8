// A workshop of thirty, from `/atelier` in a group in privacy mode to the last follow-up. Some finish, stop, block, come back, change
// their language, come by the page, come late, are in two workshops, ask for help, live by another clock. The clock is the test's
// own, Telegram's too; what each of them was told, and how fast the bot spoke, is read from the fake Telegram and from the page.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { busiest, busiestChat, spoken } from '../fakes/telegram/pace.ts'
import { expectTranscript } from './golden.ts'
import { byPage, type Member, openCrowd, type Paged, PARIS, SECOND_QUESTION, withTelegram } from './crowd.ts'
import { codeIn, openCast, trainerOf } from './people.ts'
import { WORDS } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const WORK_MS = 20
/** The count of a group is shown anew at most so often. */
const BOARD_MS = 6000
const clock = { ms: Date.parse('2026-03-03T13:00:00Z') } // a Tuesday, 14:00 in Paris
let journey: Journey

beforeAll(async () => {
  journey = await openJourney({}, { now: () => new Date(clock.ms).toISOString(), remindersMs: WORK_MS }, { now: () => clock.ms })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values
    ('atelier-nord', 'Atelier Nord', 'insertion-reseau'), ('atelier-sud', 'Atelier Sud', 'insertion-reseau')`)
})
afterAll(() => journey?.stop())

const at = (instant: string) => {
  clock.ms = Date.parse(instant)
}

const UNTOLD = `select 1 from "Workshop" where "tellAt" <= $1 and "nudgeAt" > $1 and "closedAt" is null`
/** Resolves once trainers have seen beforehand what leaves later today. */
const shownBeforehand = () =>
  expect.poll(async () => (await journey.rows(UNTOLD, [new Date(clock.ms)])).length, { timeout: 20_000 }).toBe(0)

/** Nothing is due, planned or being sent any more, but `asleep` nudges that wait for somebody's morning. */
async function rest(asleep = 0): Promise<void> {
  const open = `select (select count(*)::int from "Nudge" n join "Workshop" w on w.id = n."workshopId" where n."markedAt" is null and w."closedAt" is null) as waiting,
      (select count(*)::int from "Nudge" where "markedAt" is not null and outcome is null)
      + (select count(*)::int from pgboss.job where name = 'plan-nudges' and state in ('created', 'retry', 'active'))
      + (select count(*)::int from "Workshop" where "nudgeAt" <= $1 and "closedAt" is null)
      + (select count(*)::int from "Claim" where "remindAt" <= $1) as due`
  const left = async () => {
    await journey.idle()
    return (await journey.rows(open, [new Date(clock.ms)]))[0]
  }
  await expect.poll(left, { timeout: 20_000 }).toEqual({ waiting: asleep, due: 0 })
  await journey.idle()
}

test('thirty people, two workshops, three time zones', { timeout: 120_000 }, async () => {
  const cast = openCast(journey)
  const { passes, together, walk } = openCrowd(journey, clock)
  const onPhone = (name: string) => withTelegram(journey, name)
  const inBrowser = (name: string, where?: Parameters<typeof byPage>[2]) => byPage(journey, name, where)
  const group = cast.group('Cuisine du mardi')
  const lea = await trainerOf(journey, cast.person('F', 'Léa Roux'), ['atelier-nord'])
  const sara = await trainerOf(journey, cast.person('F', 'Sara Noir'), ['atelier-sud'])

  const finish = ['Aïcha', 'Bilal', 'Carmen', 'Denis', 'Elif', 'Farid', 'Gaëlle', 'Hugo'].map(onPhone)
  const stop = ['Inès', 'Jules', 'Karima'].map(onPhone)
  const [lamine, mona, noe] = ['Lamine', 'Mona', 'Noé'].map(onPhone) as [Member, Member, Member]
  const [olga, pavel] = ['Olga', 'Pavel'].map(onPhone) as [Member, Member]
  const quentin = inBrowser('Quentin', { says: PARIS })
  const rania = inBrowser('Rania', { says: 'Indian/Reunion', lives: 'Indian/Reunion' })
  const sacha = inBrowser('Sacha', { says: 'America/Martinique', lives: 'America/Martinique' })
  const tariq = inBrowser('Tariq', { says: 'Mars/Olympus' })
  const ursule = inBrowser('Ursule')
  const vito = inBrowser('Vito', { says: PARIS })
  const [wendy, xavier] = ['Wendy', 'Xavier'].map(onPhone) as [Member, Member]
  const [yara, zineb, amadou, bruno, chang, djamila] = ['Yara', 'Zineb', 'Amadou', 'Bruno', 'Chang', 'Djamila'].map(onPhone) as [
    Member,
    Member,
    Member,
    Member,
    Member,
    Member,
  ]
  const block = [lamine, mona, noe]
  const page = [quentin, rania, sacha, tariq, ursule, vito]
  const thirty = [...finish, ...stop, ...block, olga, pavel, ...page, wendy, xavier, yara, zineb, amadou, bruno, chang, djamila]
  expect(thirty).toHaveLength(30)

  cast.scene('Opening, from the group')
  await lea.does((phone) => phone.in(group).says('/atelier'))
  passes()
  await lea.says('équipe')
  passes()
  const code = codeIn(await lea.taps('Dans 2 heures'))

  // ---- the room: two steps for who comes and says nothing, four for who stays at the second question
  const spoken1 = (await journey.rows<{ spoken: string }>('select spoken from "Workshop"'))[0]!.spoken.replace(' ', '-')
  await together(page, (member) => member.starts(spoken1))
  const { chat } = group
  const board = () => [...chat.messages.values()].find(({ text }) => text?.includes('inscrit'))?.text
  const boardAt = () =>
    journey.telegram.callsOf('editMessageText').findLast(({ params }) => Number(params.chat_id) === chat.facts.id)?.clock ?? 0
  const midway = [...stop, ...block, olga, pavel, rania, sacha, tariq, vito, yara, zineb, bruno, chang, djamila]
  const walking = [...finish, quentin, ...midway]
  const scanning = [amadou, ...walking.filter((member) => !page.includes(member as Paged))]
  // one after the other, as a room does, and some of them try in the group: the count keeps up as far as the group may hear of it
  for (const [n, member] of scanning.entries()) {
    if (n % 4 === 0) journey.telegram.user({ first_name: member.name }).in(group).says('/start')
    member.starts(code)
    await journey.idle()
    clock.ms += 2000
    const shows = () => board()?.startsWith(`${page.length + n + 1} inscrit`) || clock.ms - boardAt() < BOARD_MS
    await expect.poll(shows, { timeout: 10_000 }).toBe(true)
  }
  const answered = [...chat.messages.values()].filter(({ text }) => text?.includes('Parlons en privé'))
  expect(answered).toHaveLength(Math.ceil(scanning.length / 4))
  // whoever tries in the group is led to where the others are
  for (const { text } of answered) expect(text).toContain(`start=${code}`)
  await walk(walking, code, 1, SECOND_QUESTION)

  await together(stop, (member) => member.says('STOP'))
  // one after the other: their trainer reads of each
  for (const member of block) await together([member], (one) => one.blocks())
  await together([olga, pavel], (member) => member.says('langue'))
  await together([olga, pavel], (member) => member.taps('English'))
  for (const member of [olga, pavel]) member.words = WORDS.en
  const moving = (await (await vito.page.post('/chat/telegram', {})).json()) as { url: string }
  const vitoInTelegram = onPhone('Vito')
  await together([vitoInTelegram], (member) => member.starts(/start=(\w+)$/.exec(moving.url)![1]!))
  await together([vitoInTelegram], (member) => member.taps('Oui'))

  cast.scene('Stuck: « aide » reaches the trainer, who answers in the chat')
  await together([zineb], (member) => member.says('aide'))
  await together([zineb], (member) => member.says('je comprends pas la question'))
  const asked = lea.phone.messages().find(({ text }) => text.includes('Zineb Martin demande de l’aide'))!
  await lea.says('raconte juste le repas de jeudi', { replyTo: asked.message })
  expect(await zineb.last()).toContain('raconte juste le repas de jeudi')
  await together([zineb], (member) => member.says('ok merci'))
  await together([zineb], (member) => member.says('continuer'))
  expect(await zineb.last()).toContain('Question 2 sur 6')
  await walk([...finish, quentin, olga, zineb], code, SECOND_QUESTION)

  // ---- the count: one message, no names; what people say among themselves does not reach the bot
  clock.ms += BOARD_MS
  await expect.poll(board, { timeout: 20_000 }).toBe('28 inscrits · 26 ont commencé · 11 ont envoyé')
  expect([...chat.messages.values()].filter(({ text }) => text?.includes('inscrit'))).toHaveLength(1)
  const heardBefore = (await journey.rows('select 1 from "Inbound"')).length
  const talker = journey.telegram.user({ first_name: 'Aïcha' })
  talker.in(group).says('j’ai fini, et vous ?')
  await journey.idle()
  expect((await journey.rows('select 1 from "Inbound"')).length).toBe(heardBefore)

  cast.scene('The nudge, seen beforehand')
  at('2026-03-03T14:50:00Z')
  // what leaves by itself at the end is shown a quarter of an hour before
  await expect.poll(() => lea.phone.messages().some(({ text }) => text.includes('À 16:00')), { timeout: 20_000 }).toBe(true)
  await journey.idle()
  await lea.says('relance')
  passes()
  await lea.taps('Voir les noms')
  passes()
  const before = journey.telegram.calls.length
  await lea.phone.taps('Envoyer')
  await rest()
  await cast.waits()
  const broadcast = spoken(journey.telegram.calls.slice(before))
  await together([chang, bruno, djamila], (member) => member.taps(member === chang ? 'Continuer' : member === bruno ? 'Plus tard' : 'Stop'))
  expect(await chang.last()).toContain('Question 2 sur 6')
  await walk([chang], code, SECOND_QUESTION)

  cast.scene('The same day: another workshop, and somebody who is late')
  at('2026-03-03T15:20:00Z')
  await sara.says('atelier')
  passes()
  await sara.says('équipe')
  passes()
  const other = codeIn(await sara.taps('Dans 2 heures'))
  await together([yara], (member) => member.starts(other))
  at('2026-03-03T17:00:00Z')
  await walk([wendy], code, 0, SECOND_QUESTION)
  at('2026-03-03T17:21:00Z')
  await rest()
  await cast.waits()

  cast.scene('The next day')
  at('2026-03-04T07:50:00Z')
  await walk([xavier], code, 0, SECOND_QUESTION)
  await together([noe], (member) => member.says('bonjour'))
  await together([noe], (member) => member.says('continuer'))
  expect(await noe.last()).toContain('Question 2 sur 6')
  await walk([noe], code, SECOND_QUESTION)
  // who came meanwhile is counted in what is shown beforehand, from nine o'clock
  at('2026-03-04T08:00:00Z')
  await shownBeforehand()
  await journey.idle()
  at('2026-03-04T15:01:00Z')
  await rest(1)
  at('2026-03-04T17:22:00Z')
  await rest(1)
  at('2026-03-05T05:01:00Z') // 9:01 in La Réunion
  await rest()
  at('2026-03-06T10:00:00Z')
  await together([mona], (member) => member.unblocks())
  await rest()
  await cast.waits()

  cast.scene('A week later, and the end')
  at('2026-03-10T15:01:00Z')
  await rest(1)
  await shownBeforehand()
  at('2026-03-10T17:23:00Z')
  await rest(1)
  at('2026-03-11T05:01:00Z')
  await rest()
  at('2026-03-12T15:01:00Z')
  await rest()
  at('2026-03-12T17:23:00Z')
  await rest()
  at('2026-04-14T10:00:00Z')
  await rest()
  await cast.waits()

  // ---- who was told, when by their own clock; nobody twice on a day, nobody more than once at the end and twice afterwards
  const told = Object.fromEntries(await Promise.all(thirty.map(async (member) => [member.name, await member.pushes()])))
  const usual = ['Tue 3 15:50', 'Wed 4 16:01', 'Tue 10 16:01']
  const nobody = Object.fromEntries([...finish, ...stop, lamine, noe, olga, quentin, zineb, vito].map(({ name }) => [name, []]))
  const all = Object.fromEntries([pavel, tariq, ursule, yara, amadou, bruno].map(({ name }) => [name, usual]))
  expect(told).toEqual({
    ...nobody,
    ...all,
    Rania: ['Tue 3 18:50', 'Thu 5 09:01', 'Wed 11 09:01'],
    Sacha: ['Tue 3 10:50', 'Wed 4 11:01', 'Tue 10 11:01'],
    Wendy: ['Wed 4 16:01', 'Tue 10 16:01'],
    Xavier: ['Wed 4 16:01', 'Tue 10 16:01'],
    Mona: ['Tue 10 16:01', 'Tue 14 12:00'],
    Chang: ['Tue 3 15:50'],
    Djamila: ['Tue 3 15:50'],
  })
  expect(await vitoInTelegram.pushes()).toEqual(usual)
  expect(await pavel.last()).toContain('You have 5 questions left')

  // ---- the group never reads a name, and has one count
  const names = new RegExp([...thirty.map(({ name }) => name), 'Martin'].join('|'))
  expect(
    [...group.chat.messages.values()].filter(({ from, text }) => from.id === journey.telegram.bot.id && names.test(text ?? '')),
  ).toEqual([])
  const workshops = await journey.rows('select "closedAt" is not null as closed, nudges from "Workshop"')
  expect(workshops).toEqual([
    { closed: true, nudges: 3 },
    { closed: true, nudges: 3 },
  ])

  // ---- Telegram's limits, by its own clock; the broadcast by the real one
  const everything = spoken(journey.telegram.calls)
  const [privately, inGroup] = [everything.filter((one) => one.chat > 0), everything.filter((one) => one.chat < 0)]
  expect(busiestChat(privately, 1), 'to one person, for one thing that they did').toBeLessThanOrEqual(3)
  expect(busiestChat(privately, 10)).toBeLessThanOrEqual(10)
  expect(busiestChat(inGroup, 60)).toBeLessThanOrEqual(20)
  const times = everything.map((one) => one.clock)
  expect(busiest(times, 1)).toBeLessThanOrEqual(30)
  expect(broadcast.length).toBeGreaterThanOrEqual(8)
  const really = broadcast.map((one) => one.at)
  expect(busiest(really, 1)).toBeLessThanOrEqual(30)
  await expectTranscript(cast, 'workshop-of-thirty', 'A workshop of thirty, as its trainers and its group read it')
})
