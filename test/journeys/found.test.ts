// People who hold the same badge and agreed to be found: asked, agreed, found by people of the same place and by nobody else, asked,
// answered, and left alone from one tap on. The clock is the test's own.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { revoke } from '../../core/data/revoke.ts'
import { insert, invitation } from './followUpSeed.ts'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast, type Speaker, trainerOf } from './people.ts'
import { BADGE, walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

const REMINDERS_MS = 20
let clock = Date.parse('2026-03-02T09:00:00Z') // a Monday, 10:00 in Paris
let journey: Journey

beforeAll(async () => {
  journey = await openJourney({}, { now: () => new Date(clock).toISOString(), remindersMs: REMINDERS_MS })
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values
    ('atelier-nord', 'Atelier Nord', 'insertion-reseau'), ('atelier-sud', 'Atelier Sud', 'insertion-reseau')`)
})
afterAll(() => journey?.stop())

const idOf = async ({ phone }: Speaker): Promise<string> =>
  (await journey.rows<{ id: string }>('select "personId" as id from "Account" where "externalId" = $1', [String(phone.id)]))[0]!.id
const heard = (speaker: Speaker) =>
  speaker
    .reads()
    .map(({ text }) => text)
    .join('\n')

/** Somebody who is there, as a structure's list says it. */
async function joins(speaker: Speaker, structure: string, { knows = false } = {}): Promise<Speaker> {
  await speaker.says(speaker.language === 'fr' ? 'bonjour' : 'hello')
  const id = await idOf(speaker)
  await journey.rows('update "Person" set "structureId" = $1, "seenAt" = $3, version = version + 1 where id = $2', [
    structure,
    id,
    knows ? new Date(clock) : null,
  ])
  await insert(journey, 'Membership', [{ personId: id, structureId: structure, role: 'learner', since: new Date(clock).toISOString() }])
  return speaker
}

/** With the badge, from the first word on. */
async function earns(cast: ReturnType<typeof openCast>, learner: Speaker): Promise<void> {
  const tutor = cast.person('T', 'Paul Martin', learner.language)
  await tutor.starts(codeIn(await walk(learner)))
  await tutor.says(learner.language === 'fr' ? 'oui, du bon travail' : 'yes, good work')
  await tutor.taps(learner.language === 'fr' ? 'C’est bon' : 'That is right')
  await cast.waits()
}

const card = async (learner: Speaker) => {
  await learner.says(learner.language === 'fr' ? 'mes demandes' : 'my requests')
  return learner.taps(1)
}

const agrees = async (learner: Speaker) => {
  await card(learner)
  await learner.taps(learner.language === 'fr' ? 'On peut me demander' : 'People may ask me')
  return learner.taps(learner.language === 'fr' ? 'Oui' : 'Yes')
}

const consents = (person: string) =>
  journey.rows<{ choice: string; asked: string; endedAt: Date | null }>(
    `select k.choice, k.asked, k."endedAt" from "Consent" k join "Claim" c on c.id = k."claimId" where k.what = 'found' and c."personId" = $1 order by k.at`,
    [person],
  )

test('agreed, found, asked, answered, and left alone from one tap on', { timeout: 120_000 }, async () => {
  const cast = openCast(journey)
  const [awa, ben, max] = [cast.person('L', 'Awa Diallo'), cast.person('L', 'Ben Ali'), cast.person('L', 'Max Blanc')]
  const zoe = cast.person('L', 'Zoé Vert')
  await joins(awa, 'atelier-nord')
  await joins(ben, 'atelier-nord', { knows: true })
  await joins(max, 'atelier-sud', { knows: true })
  await zoe.starts(BADGE)
  await earns(cast, awa)
  await awa.taps('Pas maintenant')
  const awaId = await idOf(awa)

  cast.scene('Nobody has agreed yet')
  await ben.says('qui sait faire ?')
  expect(ben.last().text).toContain('personne à vous proposer')
  cast.scene('Awa says yes')
  await card(awa)
  await awa.taps('On peut me demander')
  expect(await consents(awaId)).toEqual([])
  await awa.taps('Oui')
  expect(await consents(awaId)).toEqual([
    {
      choice: 'atelier-nord',
      asked: expect.stringMatching(/^À «.Atelier Nord.», apprenants et formateurs verront votre prénom/),
      endedAt: null,
    },
  ])

  cast.scene('Ben finds her by her first name, and asks')
  await ben.says('ki peut m’aider')
  await ben.taps(1)
  await ben.taps('Demander à Awa')
  await ben.says('Comment tu as fait pour parler au groupe ?')

  cast.scene('Awa answers, and they go on')
  await awa.taps('Répondre')
  await awa.says('J’ai préparé trois phrases. On se voit à la pause ?')
  await ben.taps('Répondre')
  await ben.says('Oui, merci !')

  cast.scene('In another place, and in none, nobody is found')
  await max.says('qui sait faire')
  expect(max.last().text).toContain('personne à vous proposer')
  await zoe.says('qui sait faire')
  expect(zoe.last().text).toContain('même lieu')

  cast.scene('Ben asks again; Awa wants no more of it')
  await ben.says('qui sait faire')
  await ben.taps(1)
  await ben.taps('Demander à Awa')
  await ben.says('Et pour la suite ?')
  await awa.taps('Ne plus me demander')
  expect(ben.last().text).toContain('n’aide plus')
  await ben.says('qui sait faire')
  expect(ben.last().text).toContain('personne à vous proposer')
  expect(await consents(awaId)).toEqual([expect.objectContaining({ endedAt: new Date(clock) })])
  await expectTranscript(cast, 'found.fr', 'People who agreed to be asked for help')

  // nothing of Awa but her first name was ever said to Ben
  const said = ben.phone.messages().map(({ text }) => text)
  expect(said.filter((text) => text.includes('Awa')).length).toBeGreaterThan(3)
  expect(said.join('\n')).not.toMatch(new RegExp(`Diallo|${awa.phone.id}|t\\.me/awa|@`))
  expect(
    awa.phone
      .messages()
      .map(({ text }) => text)
      .join('\n'),
  ).not.toMatch(/Ben Ali|Ali\b/)
  // what was passed on is kept nowhere but in the messages themselves
  expect(await journey.rows('select words, media from "Plea" where words is not null or media is not null')).toEqual([])
  // the conversation is over, also by the old button
  await ben.does((phone) => phone.forges(`h.${awaId.replaceAll('-', '')}.talk.talk`))
  expect(ben.last().text).not.toContain('prochain message')
})

test('three times a day, and by day; what waits is not passed on once it is over', { timeout: 120_000 }, async () => {
  const cast = openCast(journey)
  const [nina, ali] = [cast.person('L', 'Nina Costa'), cast.person('L', 'Ali Benz')]
  await joins(nina, 'atelier-nord')
  await joins(ali, 'atelier-nord', { knows: true })
  await earns(cast, nina)
  await nina.taps('Pas maintenant')
  // the words of the button do what it does
  await nina.says('On peut me demander')
  expect(nina.last().text).toContain('verront votre prénom')
  await nina.taps('Oui')
  expect(await consents(await idOf(nina))).toEqual([expect.objectContaining({ choice: 'atelier-nord', endedAt: null })])
  const asks = async (words: string) => {
    await ali.says('qui sait faire')
    await ali.taps(1)
    await ali.taps('Demander à Nina')
    return ali.says(words)
  }
  clock = Date.parse('2026-03-07T20:00:00Z') // Saturday evening
  nina.reads()
  await asks('Tu peux m’aider ?')
  expect(ali.last().text).toContain('se repose')
  expect(heard(nina)).toBe('')
  clock = Date.parse('2026-03-08T11:00:00Z') // Sunday
  await asks('C’est pour lundi.')
  expect(heard(nina)).toBe('')
  expect((await journey.rows<{ dueAt: Date }>('select "dueAt" from "Plea" where "dueAt" is not null')).map(({ dueAt }) => dueAt)).toEqual([
    new Date('2026-03-09T08:00:00Z'),
    new Date('2026-03-09T08:00:00Z'),
  ])
  clock = Date.parse('2026-03-09T08:00:00Z')
  await expect.poll(() => nina.phone.messages().filter(({ text }) => text.includes('vous demande de l’aide')).length).toBe(2)
  expect(await journey.rows('select 1 from "Plea" where words is not null')).toEqual([])
  await asks('Et pour mardi ?')
  await asks('Et pour mercredi ?')
  expect(ali.last().text).toContain('C’est transmis à Nina')
  await ali.says('qui sait faire')
  await ali.taps(1)
  await ali.taps('Demander à Nina')
  expect(ali.last().text).toContain('Réessayez demain')

  // until she has answered, whoever asked says no more
  const [ninaId, aliId] = [await idOf(nina), await idOf(ali)]
  nina.reads()
  const talk = (id: string) => `h.${id.replaceAll('-', '')}.talk.talk`
  await ali.does((phone) => phone.forges(talk(ninaId)))
  expect(ali.last().text).not.toContain('prochain message')
  await nina.taps('Plus tard')
  await nina.does((phone) => phone.forges(talk(aliId)))
  await nina.says('Je te montre demain.')
  expect(ali.last().text).toMatch(/^Nina.:\n«.Je te montre demain\..»$/)
  // by night who was asked is left alone, an hour after her last word
  clock = Date.parse('2026-03-09T21:00:00Z')
  await ali.does((phone) => phone.forges(talk(ninaId)))
  nina.reads()
  await ali.says('Tu dors ?')
  expect(ali.last().text).toContain('se repose')
  expect(heard(nina)).toBe('')

  // agreed to in the evening, over before the morning
  const leo = await joins(cast.person('L', 'Léo Petit'), 'atelier-nord', { knows: true })
  await leo.says('qui sait faire')
  await leo.taps(1)
  await leo.taps('Demander à Nina')
  await leo.does((phone) => phone.sendsVoice(Buffer.from('OggS')))
  expect(leo.last().text).toContain('se repose')
  await nina.says('stop')
  expect(await consents(ninaId)).toEqual([expect.objectContaining({ endedAt: new Date(clock) })])
  expect(await journey.rows('select 1 from "Plea" where "endedAt" is null')).toEqual([])
  nina.reads()
  clock = Date.parse('2026-03-10T08:00:00Z')
  await nina.says('bonjour')
  await leo.says('qui sait faire')
  expect(leo.last().text).toContain('personne à vous proposer')
})

test('trainers see who can help; a badge taken back, a person who left or is erased helps nobody', { timeout: 120_000 }, async () => {
  clock = Date.parse('2026-03-11T09:00:00Z')
  const cast = openCast(journey)
  const [lea, sud] = [cast.person('F', 'Léa Roux'), cast.person('F', 'Omar Sud')]
  await trainerOf(journey, lea, ['atelier-nord'], clock)
  await trainerOf(journey, sud, ['atelier-sud'], clock)
  const people = [cast.person('L', 'Rosa Lima'), cast.person('L', 'Ida Vue'), cast.person('L', 'Sami Bel')]
  for (const one of people) {
    await joins(one, 'atelier-nord')
    await earns(cast, one)
    await one.taps('Pas maintenant')
    await agrees(one)
    clock += 60_000
  }
  const tutor = cast.person('T', 'Tom Noir')
  await tutor.starts(await invitation(journey, 'atelier-nord', 'tutor'))
  await tutor.taps('Oui')
  const [rosa, ida, sami] = people as [Speaker, Speaker, Speaker]
  const seen = async (who: Speaker) => {
    const door = /\/trainer\/in\/[0-9a-f]{32}/.exec((await who.says('suivi')).map(({ text }) => text).join())![0]
    const entered = await journey.get(door, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: new URLSearchParams() })
    return (await journey.get('/trainer/learners', { headers: { Cookie: entered.headers.get('set-cookie')!.split(';')[0]! } })).text()
  }
  const helpers = (page: string) => /id="helpers"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
  expect(helpers(await seen(lea))).toContain('Ida Vue, Rosa Lima, Sami Bel')
  expect(helpers(await seen(sud))).toBe('')

  // a trainer of the place asks as well; a tutor is asked for a word, and finds nobody
  const found = async (who: Speaker) => {
    await who.says('qui sait faire')
    const [first] = who.last().buttons
    return first?.includes('travaille') ? (await who.taps(1)).map(({ text }) => text).join('\n') : ''
  }
  expect(await found(lea)).toMatch(/1\. Rosa\n2\. Ida\n3\. Sami/)
  expect(await found(tutor)).toBe('')
  expect(await found(sud)).toBe('')

  // one tap on the card ends it, and a new yes is a new consent
  await card(ida)
  await ida.taps('Ne plus me demander')
  expect(await found(lea)).toMatch(/1\. Rosa\n2\. Sami/)
  clock += 60_000
  await agrees(ida)
  expect((await consents(await idOf(ida))).map(({ endedAt }) => endedAt !== null)).toEqual([true, false])
  // over since this morning; and the badge of a trial is none of a real place's
  const samiId = await idOf(sami)
  const over = (at: string | null) =>
    journey.rows(`update "Claim" set "validUntil" = $1, version = version + 1 where "personId" = $2`, [at, samiId])
  await over('2026-03-11T08:00:00Z')
  expect(await found(lea)).not.toContain('Sami')
  await card(sami)
  expect(sami.last().buttons).not.toContain('On peut me demander')
  await over(null)
  await journey.rows(`insert into "Organisation" (id, name, trial) values ('essai', 'Essai', true)`)
  const organisation = (id: string) =>
    journey.rows(`update "Claim" set "organisationId" = $1, version = version + 1 where "personId" = $2`, [id, samiId])
  await organisation('essai')
  expect(await found(lea)).not.toContain('Sami')
  await organisation('insertion-reseau')

  const [claim] = await journey.rows<{ id: string }>(
    `select c.id from "Claim" c join "Person" p on p.id = c."personId" where p.name = 'Rosa Lima'`,
  )
  const pool = new pg.Pool({ connectionString: journey.databaseUrl, max: 1 })
  const fresh = Array.from({ length: 10 }, () => randomBytes(16).toString('hex'))
  const at = new Date(clock).toISOString()
  await revoke(pool, { claim: claim!.id, reason: 'Erreur', actor: null, through: 'cli', at, fresh })
  await pool.end()
  await expect.poll(() => rosa.phone.messages().at(-1)!.text).toContain('reste à vous')
  expect(await consents(await idOf(rosa))).toEqual([expect.objectContaining({ endedAt: new Date(clock) })])
  expect(await found(lea)).toMatch(/1\. Sami\n2\. Ida/)
  // the page of the trainer calls it what it is
  const list = await seen(lea)
  expect(list.slice(list.indexOf('<strong>Rosa Lima'), list.indexOf('</li>', list.indexOf('<strong>Rosa Lima')))).toContain('Retiré')
  // nothing is being asked of whoever has the badge
  await sami.says('aide')
  expect(lea.last().text).toContain('Sami Bel demande de l’aide')
  expect(lea.last().text).not.toContain('question')
  await journey.rows(`delete from "Membership" where "personId" = $1`, [await idOf(ida)])
  await journey.rows(`update "Person" set "structureId" = 'atelier-sud', version = version + 1 where id = $1`, [await idOf(ida)])
  expect(await found(lea)).toMatch(/1\. Sami/)
  await lea.taps('Demander à Sami')
  await lea.says('Tu me montres ?')
  await sami.taps('Répondre')
  await sami.says('Des mots que j’efface.')
  await sami.says('oublier')
  await sami.taps('Oui, tout effacer')
  await cast.waits()
  expect(await found(lea)).toBe('')
  expect(helpers(await seen(lea))).toBe('')
  expect(await journey.rows('select 1 from "Plea" p join "Claim" c on c.id = p."claimId" where c."personId" = $1', [samiId])).toEqual([])
  expect(await journey.rows(`select id from "Outbox" where body::text like '%Des mots que j%' or body::text like '%. Sami%'`)).toEqual([])
})

test('in English', { timeout: 60_000 }, async () => {
  clock = Date.parse('2026-03-12T09:00:00Z')
  const cast = openCast(journey)
  const [amy, bob] = [cast.person('L', 'Amy Stone', 'en'), cast.person('L', 'Bob Hill', 'en')]
  await joins(amy, 'atelier-sud')
  await joins(bob, 'atelier-sud', { knows: true })
  await earns(cast, amy)
  await amy.taps('Not now')
  cast.scene('Amy says yes, and Bob asks')
  await agrees(amy)
  await bob.says('who can help?')
  await bob.taps(1)
  await bob.taps('Ask Amy')
  await bob.says('How did you begin?')
  await amy.taps('Reply')
  await amy.says('With a short list.')
  await amy.says('stop asking me')
  await card(amy)
  await expectTranscript(cast, 'found.en', 'People who agreed to be asked for help')
})
