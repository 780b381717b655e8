// One person in Teams and Telegram: a code given in one, opened in the other, a yes on both sides; and talking where there is a microphone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeTelegram, openFakeTelegram } from '../../fakes/telegram/index.ts'
import { expectTranscript } from '../golden.ts'
import { openPage } from '../page.ts'
import { openCast as openTelegramCast, type Speaker as OnTelegram } from '../people.ts'
import { BADGE, walk, WORDS } from '../walk.ts'
import type { Journey } from '../world.ts'
import { codeIn, openCast, openTeamsJourney, type Speaker, type TeamsJourney } from './world.ts'

const { fr } = WORDS
let telegram: FakeTelegram
let journey: TeamsJourney
/** The same program, as somebody sees it from Telegram. */
let beside: Journey
beforeAll(async () => {
  telegram = await openFakeTelegram()
  journey = await openTeamsJourney({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot })
  const idle = async () => {
    do await journey.idle()
    while (telegram.updates.pendingCount > 0)
    await journey.idle()
  }
  const settled = () => journey.settled()
  const get: Journey['get'] = (where, init) => fetch(`${journey.program.address}${where}`, { redirect: 'manual', ...init })
  beside = {
    ...journey,
    telegram,
    program: journey.program,
    databaseUrl: '',
    dataDir: '',
    idle,
    settled,
    get,
    restart: () => journey.restart(),
  }
})
afterAll(async () => {
  await journey?.stop()
  await telegram?.close()
})

const people = () => ({ teams: openCast(journey), phone: openTelegramCast(beside) })
const ownerOf = async (id: string | number) =>
  (await journey.rows<{ id: string }>(`select "personId" as id from "Account" where "externalId" = $1`, [String(id)]))[0]!.id
const personOnPhone = (one: OnTelegram) => ownerOf(one.phone.id)

/** « relier » in Teams, the code in Telegram, a yes there. */
async function opens(here: Speaker, there: OnTelegram): Promise<string> {
  const code = /start=([0-9a-f]{32})/.exec((await here.says('relier')).map(({ text }) => text).join('\n'))![1]!
  await there.starts(code)
  return code
}

const telegramSays = (one: OnTelegram) => one.phone.transcript()
const teamsSays = (one: Speaker) =>
  one.phone
    .messages()
    .map(({ text }) => text)
    .join('\n')

async function begins(speaker: Speaker) {
  await speaker.starts(BADGE)
  await speaker.taps(fr.yes)
  await speaker.taps(fr.yes)
}

test('begun in Teams, gone on in Telegram at question 3, back in Teams for the recap, and sent', async () => {
  const { teams, phone } = people()
  const [awa, mobile] = [teams.person('L', 'Awa Diallo'), phone.person('L', 'Awa Diallo')]
  teams.scene('In Teams')
  phone.scene('In Telegram')
  await begins(awa)
  await awa.says(fr.moment)
  await awa.says(fr.action)
  expect(awa.last().text).toContain('Question 3 sur 6')
  const code = await opens(awa, mobile)
  expect(mobile.last().text).toContain('Awa D.')
  expect(mobile.last().text).toContain('Teams')
  const before = await personOnPhone(mobile)
  await mobile.taps('Oui')
  // nothing is one before the first side has said so
  expect(await personOnPhone(mobile)).toBe(before)
  expect(awa.last().text).toContain('Telegram')
  expect(awa.last().text).toContain('Awa D.')
  // a code that was opened is over for everybody else, and for the same person it says what is missing
  const eve = phone.person('L', 'Eve Autre')
  await eve.starts(code)
  expect(eve.last().text).toContain('ne marche plus')
  await eve.starts('0'.repeat(32))
  expect(eve.last().text).not.toContain('Awa')
  await mobile.starts(code)
  expect(mobile.last().text).toContain('l’autre conversation')
  await awa.says('oui')
  await journey.settled()
  expect(await personOnPhone(mobile)).toBe(await ownerOf(await teamsId(awa)))
  await awa.starts(code)
  expect(awa.last().text).toContain('déjà fait')
  await mobile.taps('Continuer')
  expect(mobile.last().text).toContain('Question 3 sur 6')
  await walk(mobile, 'recap', { from: 'evidence' })
  await awa.says('continuer')
  await awa.taps(fr.mine)
  await awa.taps(fr.tutor)
  await awa.taps(fr.send)
  expect(teamsSays(awa)).toContain('Votre demande est envoyée')
  const answers = await journey.rows<{ prompt: string; through: string }>(
    `select a.prompt, a.through from "Answer" a join "Claim" c on c.id = a."claimId" where c."personId" = $1 and a."supersededAt" is null`,
    [await personOnPhone(mobile)],
  )
  expect(new Set(answers.map(({ prompt }) => prompt)).size).toBe(answers.length)
  expect(new Set(answers.map(({ through }) => through))).toEqual(new Set(['teams', 'telegram']))
  await expectTranscript(teams, 'teams/linking-teams.fr', 'Two channels, one person: what Teams shows')
  await expectTranscript(phone, 'teams/linking-telegram.fr', 'Two channels, one person: what Telegram shows')
})

const teamsId = async (one: Speaker): Promise<string> =>
  (
    await journey.rows<{ externalId: string }>(
      `select "externalId" from "Account" where channel = 'teams' and "profileName" = $1 order by "seenAt" desc limit 1`,
      [one.name],
    )
  )[0]!.externalId

test('a « Non » on either side ends the code, and tells the other side nothing', async () => {
  const { teams, phone } = people()
  const [nina, mobile] = [teams.person('L', 'Nina Costa'), phone.person('L', 'Max Blanc')]
  await begins(nina)
  const heard = async () => {
    const all = nina.phone.messages().length
    await journey.settled()
    return nina.phone.messages().length - all
  }
  const code = await opens(nina, mobile)
  await mobile.taps('Non')
  expect(await heard()).toBe(0)
  await mobile.does((one) => one.forges(`t.${code}.both.yes`))
  expect(mobile.last().text).toContain('ne marche plus')
  await opens(nina, mobile)
  await mobile.taps('Oui')
  const said = mobile.phone.messages().length
  await nina.taps('Non')
  await journey.settled()
  expect(mobile.phone.messages().length).toBe(said)
  expect(await personOnPhone(mobile)).not.toBe(await ownerOf(await teamsId(nina)))
  // one's own code, and one whose hour is over
  const own = codeIn(await nina.says('relier').then(() => [{ text: `%2Fstart%20${nina.last().text.match(/[0-9a-f]{32}/)![0]}` } as never]))
  await nina.starts(own)
  expect(nina.last().text).toContain('à vous')
  await journey.rows(`update "Link" set "expiresAt" = now() - interval '1 minute' where code = $1`, [own])
  await mobile.starts(own)
  expect(mobile.last().text).toContain('ne marche plus')
})

test.each([
  ['ici', 'teams'],
  ['Dans Telegram', 'telegram'],
])('two drafts of one badge: « %s »', async (answer, through) => {
  const { teams, phone } = people()
  const [ali, mobile] = [teams.person('L', `Ali ${through}`), phone.person('L', `Ali ${through}`)]
  await begins(ali)
  await walk(mobile, 'action')
  await opens(ali, mobile)
  await mobile.taps('Oui')
  await ali.taps('Oui')
  expect(ali.last().text).toContain('Que voulez-vous garder')
  await ali.says(answer)
  await journey.settled()
  const claims = await journey.rows<{ openedThrough: string; stands: boolean }>(
    `select "openedThrough", "withdrawnAt" is null as stands from "Claim" where "personId" = $1`,
    [await personOnPhone(mobile)],
  )
  expect(claims).toHaveLength(2)
  expect(claims.filter(({ stands }) => stands).map((claim) => claim.openedThrough)).toEqual([through])
})

test('the same badge sent on both sides: told kindly, and nobody changes; « mes demandes » offers the code too', async () => {
  const { teams, phone } = people()
  const [eve, mobile] = [teams.person('L', 'Eve Double'), phone.person('L', 'Eve Double')]
  await begins(eve)
  await walk(mobile)
  const here = await ownerOf(await teamsId(eve))
  await journey.rows(`update "Claim" set sendings = '[{"at": "2026-11-11T10:00:00.000Z", "through": "teams"}]' where "personId" = $1`, [
    here,
  ])
  await eve.says('mes demandes')
  const code = /start=([0-9a-f]{32})/.exec((await eve.taps('Relier')).map(({ text }) => text).join('\n'))![1]!
  await mobile.starts(code)
  await mobile.taps('Oui')
  await eve.taps('Oui')
  await journey.settled()
  expect(teamsSays(eve)).toContain('envoyé deux fois')
  expect(await personOnPhone(mobile)).not.toBe(here)
})

test('a code opened in a browser that is nobody’s yet is asked about without a name', async () => {
  const { teams } = people()
  const kim = teams.person('L', 'Kim Roy')
  await begins(kim)
  const path = /\/chat\/in\/[0-9a-f]{32}/.exec((await kim.says('lier')).map(({ text }) => text).join('\n'))![0]
  const entered = await openPage(beside).request(path, { method: 'POST', body: new URLSearchParams() })
  const own = openPage(beside, entered.headers.get('set-cookie')!.split(';')[0]!)
  await journey.idle()
  await own.taps('Oui')
  expect(kim.last().text).toContain('dans un navigateur. C’est vous')
  await kim.taps('Oui')
  await journey.settled()
  await own.taps('Continuer')
  expect((await own.reads()).at(-1)!.text).toContain('Question 1 sur 6')
})

test.each(['void', 'flagged'])('a word for oneself, and a role that moves: %s', async (what) => {
  const { teams, phone } = people()
  const [rosa, mobile, lea] = [teams.person('L', `Rosa ${what}`), phone.person('T', `Rosa ${what}`), phone.person('F', 'Léa Roux')]
  await begins(rosa)
  for (const word of [fr.moment, fr.action]) await rosa.says(word)
  await rosa.taps(fr.skip)
  await rosa.says(fr.result)
  await rosa.taps(fr.level)
  await rosa.says(fr.next)
  await rosa.taps(fr.mine)
  await rosa.taps(fr.tutor)
  const asked = await rosa.taps(1)
  const sent = asked.some(({ text }) => text.includes('%2Fstart%20')) ? asked : await rosa.taps(fr.send)
  await mobile.starts(codeIn(sent))
  await lea.says('bonjour')
  const [claim] = await journey.rows<{ id: string; structureId: string }>(
    `select c.id from "Claim" c join "Endorsement" e on e."claimId" = c.id where e."endorserId" = $1`,
    [await personOnPhone(mobile)],
  )
  await journey.rows(
    `insert into "Structure" (id, name, "organisationId") values ('nord', 'Nord', 'insertion-reseau') on conflict do nothing`,
  )
  await journey.rows(`update "Claim" set "structureId" = 'nord' where id = $1`, [claim!.id])
  for (const [one, role] of [
    [mobile, 'tutor'],
    [lea, 'trainer'],
  ] as const)
    await journey.rows(`insert into "Membership" ("personId", "structureId", role, since) values ($1, 'nord', $2, now())`, [
      await personOnPhone(one),
      role,
    ])
  if (what === 'flagged') {
    await mobile.says('oui elle a très bien travaillé avec nous')
    await mobile.taps('C’est bon')
    await mobile.taps('En tutorat')
    await journey.settled()
    expect(await journey.rows(`select state from "Issuance" where "claimId" = $1`, [claim!.id])).toEqual([{ state: 'issued' }])
  }
  await opens(rosa, mobile)
  expect(mobile.last().text).toContain('votre rôle')
  await mobile.taps('Oui')
  await rosa.taps('Oui')
  await journey.settled()
  const kept = await personOnPhone(mobile)
  expect(kept).toBe(await ownerOf(await teamsId(rosa)))
  expect(await journey.rows(`select role from "Membership" where "personId" = $1 and role = 'tutor'`, [kept])).toHaveLength(1)
  const word = await journey.rows<{ gone: boolean }>(`select "withdrawnAt" is not null as gone from "Endorsement" where "claimId" = $1`, [
    claim!.id,
  ])
  const actions = (await journey.rows<{ action: string }>(`select action from "AuditEvent" where actor = $1`, [kept])).map(
    ({ action }) => action,
  )
  if (what === 'void') {
    expect(word).toEqual([{ gone: true }])
    expect(actions).toContain('own word void')
    expect(teamsSays(rosa) + telegramSays(mobile)).toContain('Elle ne compte plus')
  } else {
    expect(word).toEqual([{ gone: false }])
    expect(actions).toContain('own word on an issued badge')
    expect(telegramSays(lea)).toContain('deux comptes')
  }
})

test('one prompt answered in Teams and in Telegram at once is answered once', async () => {
  const { teams, phone } = people()
  const [zoe, mobile] = [teams.person('L', 'Zoé Petit'), phone.person('L', 'Zoé Petit')]
  await begins(zoe)
  for (const word of [fr.moment, fr.action]) await zoe.says(word)
  await zoe.taps(fr.skip)
  await zoe.says(fr.result)
  await opens(zoe, mobile)
  await mobile.taps('Oui')
  await zoe.taps('Oui')
  await journey.settled()
  await mobile.taps('Continuer')
  await zoe.says('continuer')
  await Promise.all([zoe.phone.taps(fr.level), mobile.phone.taps('Avec de l’aide')])
  await beside.idle()
  const levels = await journey.rows(
    `select level from "Answer" a join "Claim" c on c.id = a."claimId" where c."personId" = $1 and level is not null`,
    [await personOnPhone(mobile)],
  )
  expect(levels).toHaveLength(1)
})

const VOICE = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(64)])

test('« Parler » in Teams opens the same question in Telegram: a voice note there is the answer, and Teams goes on', async () => {
  const { teams, phone } = people()
  const [lou, mobile] = [teams.person('L', 'Lou Martin'), phone.person('L', 'Lou Martin')]
  await begins(lou)
  await lou.taps('Parler')
  const code = /start=([0-9a-f]{32})/.exec(lou.last().text)![1]!
  await mobile.starts(code)
  await mobile.taps('Oui')
  await mobile.does((one) => one.sendsVoice(VOICE))
  expect(mobile.last().text).toContain('Question 2 sur 6')
  expect(teamsSays(lou)).toContain('ouverte ailleurs')
  await lou.says('continuer')
  expect(lou.last().text).toContain('Question 2 sur 6')
  const eve = phone.person('L', 'Eve Autre')
  await eve.starts(code)
  expect(eve.last().text).toContain('ne marche plus')
})

test('where there is no Telegram, « Parler » opens our own page, by one button and once', async () => {
  const alone = await openTeamsJourney()
  try {
    const cast = openCast(alone)
    const sam = cast.person('L', 'Sam Noir')
    await begins(sam)
    await sam.taps('Parler')
    const path = /\/chat\/in\/[0-9a-f]{32}/.exec(sam.last().text)![0]
    const site = {
      ...beside,
      idle: alone.idle,
      get: (where: string, init?: RequestInit) => fetch(`${alone.program.address}${where}`, { redirect: 'manual', ...init }),
    } as Journey
    const browser = openPage(site)
    expect((await browser.request(path)).status).toBe(200)
    expect((await browser.request(path, { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403)
    const entered = await browser.request(path, { method: 'POST', body: new URLSearchParams() })
    expect(entered.status).toBe(303)
    const own = openPage(site, entered.headers.get('set-cookie')!.split(';')[0]!)
    await alone.idle()
    expect((await own.reads()).at(-1)!.text).toContain('Question 1 sur 6')
    await own.says('au jardin, mercredi')
    expect((await own.reads()).at(-1)!.text).toContain('Question 2 sur 6')
    expect((await browser.request(path, { method: 'POST', body: new URLSearchParams() })).status).toBe(410)
    expect((await browser.request(path)).status).toBe(410)
  } finally {
    await alone.stop()
  }
})
