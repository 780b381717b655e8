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

test('a « Non » ends the code: of whoever opened it the other side hears nothing, of whoever gave it the opener does', async () => {
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
  await nina.taps('Non')
  expect(nina.last().text).toContain('Question 1 sur 6')
  await journey.settled()
  expect(mobile.last().text).toContain('a dit non')
  expect(await personOnPhone(mobile)).not.toBe(await ownerOf(await teamsId(nina)))
  // one's own code, and one whose hour is over
  const own = codeOf(await nina.says('relier'))
  await nina.starts(own)
  expect(teamsSays(nina)).toContain('Ce code est à vous')
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

test.each(['void', 'opened', 'flagged'])('a word for oneself, and a role that moves: %s', async (what) => {
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
  if (what !== 'opened') await mobile.says('oui elle a très bien travaillé avec nous')
  if (what === 'flagged') {
    await mobile.taps('C’est bon')
    await mobile.taps('En tutorat')
    await journey.settled()
    expect(await journey.rows(`select state from "Issuance" where "claimId" = $1`, [claim!.id])).toEqual([{ state: 'issued' }])
  }
  await opens(rosa, mobile)
  expect(mobile.last().text).toContain('votre rôle')
  await mobile.taps('Oui')
  // whoever has it, both sides read it
  expect(rosa.last().text).toContain('votre rôle (tutorat)')
  await rosa.taps('Oui')
  await journey.settled()
  const kept = await personOnPhone(mobile)
  expect(kept).toBe(await ownerOf(await teamsId(rosa)))
  expect(await journey.rows(`select role from "Membership" where "personId" = $1 and role = 'tutor'`, [kept])).toHaveLength(1)
  const word = await journey.rows<{ gone: boolean }>(
    `select "withdrawnAt" is not null as gone from "Endorsement" where "claimId" = $1 order by "askedAt"`,
    [claim!.id],
  )
  const actions = (await journey.rows<{ action: string }>(`select action from "AuditEvent" where actor = $1`, [kept])).map(
    ({ action }) => action,
  )
  if (what === 'opened') {
    // no word was given: somebody else is asked, and nothing more is said of it
    expect(word).toEqual([{ gone: true }, { gone: false }])
    expect(teamsSays(rosa) + telegramSays(mobile)).not.toContain('compte plus')
    expect((teamsSays(rosa) + telegramSays(mobile)).match(/Envoyez le message suivant/g)).toHaveLength(2)
  } else if (what === 'void') {
    expect(word).toEqual([{ gone: true }])
    expect(actions).toContain('own word void')
    for (const says of [teamsSays(rosa), telegramSays(mobile)])
      expect(says).toContain('Pour « Je travaille en équipe », une confirmation venait de vous. Elle ne compte plus.')
    // the claim goes on, and somebody else is asked
    expect((await rosa.taps('Une autre personne')).map(({ text }) => text).join('\n')).toContain('Envoyez le message suivant')
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
  expect(teamsSays(lou)).toContain('aussi ouverte dans Telegram : « Lou M. »')
  await lou.says('continuer')
  expect(lou.last().text).toContain('Question 2 sur 6')
  const eve = phone.person('L', 'Eve Autre')
  await eve.starts(code)
  expect(eve.last().text).toContain('ne marche plus')
})

const codeOf = (seen: { text: string }[]) =>
  [
    ...seen
      .map(({ text }) => text)
      .join('\n')
      .matchAll(/\b([0-9a-f]{32})\b/g),
  ].at(-1)![1]!
const wordsOf = (name: string) =>
  journey.rows<{ text: string }>(
    `select text from "Answer" a join "Claim" c on c.id = a."claimId" join "Person" p on p.id = c."personId" where p.name = $1 and text is not null order by a.at`,
    [name],
  )
/** A browser that opens what a chat gave, as the page of whoever has it. */
async function entersIn(code: string) {
  const entered = await openPage(beside).request(`/chat/in/${code}`, { method: 'POST', body: new URLSearchParams() })
  const own = openPage(beside, entered.headers.get('set-cookie')!.split(';')[0]!)
  await beside.idle()
  return own
}
/** `lea` is a trainer of Nord, with a workshop that is open. */
async function leads(lea: Speaker): Promise<string> {
  await lea.says('bonjour')
  await journey.rows(
    `insert into "Structure" (id, name, "organisationId") values ('nord', 'Nord', 'insertion-reseau') on conflict do nothing`,
  )
  await journey.rows(`insert into "Membership" ("personId", "structureId", role, since) values ($1, 'nord', 'trainer', now())`, [
    await ownerOf(await teamsId(lea)),
  ])
  await lea.says('atelier')
  await lea.says('équipe')
  await lea.taps('Dans 2 heures')
  const [opened] = await journey.rows<{ code: string }>(`select code from "Workshop" where "openedBy" = $1`, [
    await ownerOf(await teamsId(lea)),
  ])
  return opened!.code
}

test('« Parler » is no bait: whoever is somebody is asked by the name that the platform says, and so is the other side', async () => {
  const { teams, phone } = people()
  const [eve, vic, lou] = [teams.person('L', 'Eve Appât'), phone.person('L', 'Vic Tim'), phone.person('L', 'Lou Neuf')]
  await eve.starts(BADGE)
  await eve.taps(fr.yes)
  await eve.taps('Un autre nom')
  await eve.says('Vic')
  const former = codeOf(await eve.taps('Parler'))
  const code = codeOf(await eve.taps('Parler'))
  await lou.starts(former)
  expect(lou.last().text).toContain('ne marche plus')
  await walk(vic, 'result')
  await vic.starts(code)
  expect(vic.last().text).toContain('« Eve A. »')
  const before = await personOnPhone(vic)
  await vic.taps('Oui')
  await vic.does((one) => one.forges(`t.${code}.join.yes`))
  expect(vic.last().text).toContain('l’autre conversation')
  await journey.settled()
  expect(await personOnPhone(vic)).toBe(before)
  expect(eve.last().text).toContain('dans Telegram : « Vic T. ». C’est vous ?')
})

test('« Parler » opened in a browser is told in Teams at once, and « Ce n’est pas moi » ends that browser’s session', async () => {
  const { teams } = people()
  const gil = teams.person('L', 'Gil Roux')
  await begins(gil)
  const own = await entersIn(codeOf(await gil.taps('Parler')))
  expect((await own.reads()).at(-1)!.text).toContain('Question 1 sur 6')
  expect(gil.last().text).toContain('aussi ouverte dans un navigateur')
  expect((await own.request('/chat')).status).toBe(200)
  const me = await ownerOf(await teamsId(gil))
  await gil.taps('Ce n’est pas moi')
  expect(gil.last().text).toContain('Question 1 sur 6')
  await journey.settled()
  expect((await own.request('/chat')).status).toBe(401)
  expect(await journey.rows(`select channel from "Account" where "personId" = $1`, [me])).toEqual([{ channel: 'teams' }])
  expect(await journey.rows(`select subject from "AuditEvent" where actor = $1 and action = 'account cut off'`, [me])).toEqual([
    { subject: me },
  ])
  await gil.says('au jardin')
  expect(gil.last().text).toContain('Question 2 sur 6')
})

test('a browser proves nothing: whoever has a role gives the code, and opens it there', async () => {
  const { teams } = people()
  const lea = teams.person('F', 'Léa Appât')
  const workshop = await leads(lea)
  const page = openPage(beside)
  await page.joins(workshop, { name: 'Léa Appât', once: 'b'.repeat(32) })
  await beside.idle()
  await page.says('relier')
  const bait = codeOf(await page.reads())
  await lea.starts(bait)
  expect(teamsSays(lea)).toContain('vient d’un navigateur')
  await lea.does((one) => one.brings({ type: 'message', id: '1779999999999', value: { choice: `t.${bait}.both.yes` } }))
  await journey.settled()
  const roles = () =>
    journey.rows(
      `select a.channel from "Account" a join "Membership" m on m."personId" = a."personId" where m."personId" = $1 order by 1`,
      [owner],
    )
  const owner = await ownerOf(await teamsId(lea))
  expect(await roles()).toEqual([{ channel: 'teams' }])
  const own = await entersIn(codeOf(await lea.says('relier')))
  expect((await own.reads()).at(-1)!.text).toContain('votre rôle (formation)')
  await own.taps('Oui')
  expect(lea.last().text).toContain('dans un navigateur. Vos demandes et votre rôle (formation)')
  await lea.taps('Oui')
  await journey.settled()
  expect(await roles()).toEqual([{ channel: 'browser' }, { channel: 'teams' }])
})

test('a typed « oui » counts where the question stands: in the other chat it is the answer to what is asked there', async () => {
  const { teams, phone } = people()
  const [ida, mobile, third] = [teams.person('L', 'Ida Ici'), phone.person('L', 'Ida Ici'), teams.person('L', 'Ida Tiers')]
  await begins(ida)
  await opens(ida, mobile)
  await mobile.taps('Oui')
  await ida.taps('Oui')
  await journey.settled()
  await ida.says('continuer')
  await third.starts(codeOf(await mobile.says('relier')))
  await third.taps('Oui')
  expect(mobile.last().text).toContain('C’est vous ?')
  await ida.says('oui')
  expect(ida.last().text).toContain('Question 2 sur 6')
  await ida.says('oui')
  expect(await wordsOf('Ida Ici')).toEqual([{ text: 'oui' }, { text: 'oui' }])
  expect(await ownerOf(await teamsId(third))).not.toBe(await personOnPhone(mobile))
  await mobile.says('oui')
  await journey.settled()
  expect(await ownerOf(await teamsId(third))).toBe(await personOnPhone(mobile))
  expect(await wordsOf('Ida Ici')).toHaveLength(2)
})

test('whoever gave a word, long settled, is asked on both sides when they tap « Parler »', async () => {
  const { teams, phone } = people()
  const [paul, mobile, sent] = [teams.person('T', 'Paul Mot'), phone.person('T', 'Paul Mot'), phone.person('L', 'Max Envoi')]
  await walk(sent)
  await paul.starts(codeOf(sent.phone.messages()))
  await paul.says('oui elle a très bien travaillé avec nous')
  await paul.taps('C’est bon')
  await paul.taps('Collègue')
  await journey.settled()
  await begins(paul)
  await mobile.starts(codeOf(await paul.taps('Parler')))
  expect(mobile.last().text).toContain('votre rôle (tutorat)')
  await mobile.taps('Oui')
  expect(paul.last().text).toContain('votre rôle (tutorat) seront des deux côtés. C’est vous ?')
})

test('what is no yes or no is heard where it was meant: by a trainer, as a verdict, as a workshop’s name, after « pas encore »', async () => {
  const { teams, phone } = people()
  const asks = async (one: Speaker, name: string) => {
    const mobile = phone.person('L', name)
    await opens(one, mobile)
    await mobile.taps('Oui')
    expect(one.last().text).toContain('C’est vous ?')
    return mobile
  }
  const lea = teams.person('F', 'Léa Nom')
  const workshop = await leads(lea)
  await lea.taps('Changer le nom')
  await asks(lea, 'Léa Nom')
  await lea.says('Cuisine du mardi')
  expect(await journey.rows(`select name from "Workshop" where code = $1`, [workshop])).toEqual([{ name: 'Cuisine du mardi' }])

  const awa = teams.person('L', 'Awa Aide')
  await awa.starts(workshop)
  await awa.taps(fr.yes)
  await awa.taps(fr.yes)
  const code = codeOf(await awa.says('relier'))
  await awa.says('aide')
  const mobile = phone.person('L', 'Awa Aide')
  await mobile.starts(code)
  await mobile.taps('Oui')
  expect(awa.last().text).toContain('C’est vous ?')
  await awa.says('je ne comprends pas la question')
  expect(teamsSays(lea)).toContain('je ne comprends pas la question')
  expect(await wordsOf('Awa Aide')).toEqual([])
  // its buttons still answer it, and talking with the trainer goes on
  await awa.taps('Oui')
  await journey.settled()
  expect(await personOnPhone(mobile)).toBe(await ownerOf(await teamsId(awa)))
  await awa.says('et merci')
  expect(teamsSays(lea)).toContain('et merci')

  const [tutor, asked] = [teams.person('T', 'Paul Verdict'), teams.person('L', 'Ana Verdict')]
  await walk(asked as never)
  await tutor.starts(codeIn(asked.phone.messages() as never))
  await asks(tutor, 'Paul Verdict')
  await tutor.says('pas encore, il manque le nettoyage')
  expect(tutor.last().text).not.toContain('Avez-vous vu')
  await tutor.taps('C’est bon')
  await journey.settled()
  expect(
    await journey.rows(`select verdict from "Endorsement" e join "Person" p on p.id = e."endorserId" where p.name = 'Paul Verdict'`),
  ).toEqual([{ verdict: 'not-yet' }])
  expect(asked.last().text).toContain('On l’ajoute ?')
  await asks(asked, 'Ana Verdict')
  await asked.says('j’ai nettoyé le plan de travail avec Rosa')
  expect((await wordsOf('Ana Verdict')).map(({ text }) => text)).toContain('j’ai nettoyé le plan de travail avec Rosa')
})

test('with the other side gone the code is over and the open question comes again; the « oui » is no answer to it', async () => {
  const { teams, phone } = people()
  const [gus, mobile] = [teams.person('L', 'Gus Seul'), phone.person('L', 'Gus Seul')]
  await begins(gus)
  await opens(gus, mobile)
  await mobile.taps('Oui')
  await mobile.says('oublier')
  await mobile.says('2')
  await journey.settled()
  await gus.says('oui')
  expect(teamsSays(gus)).toContain('Ce code ne marche plus')
  expect(gus.last().text).toContain('Question 1 sur 6')
  expect(await wordsOf('Gus Seul')).toEqual([])
  // of a time that is over whoever opened it hears
  const again = phone.person('L', 'Gus Encore')
  const code = await opens(gus, again)
  await again.taps('Oui')
  await journey.rows(`update "Link" set "expiresAt" = now() - interval '1 minute' where "usedAt" is null`)
  await journey.settled()
  expect(again.last().text).toContain('n’a pas répondu')
  await again.starts(code)
  expect(again.last().text).toContain('ne marche plus')
})

test('the same badge issued on both sides stays on both; a draft beside one that was sent goes, and that is told', async () => {
  const { teams, phone } = people()
  const issues = async (seen: { text: string }[], tutor: Speaker) => {
    await tutor.starts(codeOf(seen))
    await tutor.says('oui elle a très bien travaillé avec nous')
    await tutor.taps('C’est bon')
    await tutor.taps('Collègue')
    await journey.settled()
  }
  const [kim, mobile] = [teams.person('L', 'Kim Deux'), phone.person('L', 'Kim Deux')]
  await walk(kim as never)
  await issues(kim.phone.messages(), teams.person('T', 'Tu Un'))
  await walk(mobile)
  await issues(mobile.phone.messages(), teams.person('T', 'Tu Deux'))
  await opens(kim, mobile)
  await mobile.taps('Oui')
  await kim.taps('Oui')
  await journey.settled()
  const stands = async () =>
    journey.rows(
      `select state from "Claim" c left join "Issuance" i on i."claimId" = c.id where "personId" = $1 and "withdrawnAt" is null`,
      [await personOnPhone(mobile)],
    )
  expect(await personOnPhone(mobile)).toBe(await ownerOf(await teamsId(kim)))
  expect(await stands()).toEqual([{ state: 'issued' }, { state: 'issued' }])

  const [uma, there] = [teams.person('L', 'Uma Brouillon'), phone.person('L', 'Uma Brouillon')]
  await begins(uma)
  await uma.says('un long récit')
  await walk(there)
  await opens(uma, there)
  await there.taps('Oui')
  await uma.taps('Oui')
  await journey.settled()
  for (const says of [teamsSays(uma), telegramSays(there)]) expect(says).toContain('déjà envoyé d’un côté')
})

test('each opens the code of the other at once: one « Tout est là » on each side, and no failure', async () => {
  const { teams, phone } = people()
  const [cleo, mobile] = [teams.person('L', 'Cléo Croix'), phone.person('L', 'Cléo Croix')]
  await begins(cleo)
  await walk(mobile, 'action')
  const [here, there] = [codeOf(await cleo.says('relier')), codeOf(await mobile.says('relier'))]
  await Promise.all([cleo.phone.starts(there), mobile.phone.says(`/start ${here}`)])
  await beside.idle()
  for (let yes = 0; yes < 2; yes++) {
    await Promise.all([cleo.phone.taps('Oui'), mobile.phone.taps('Oui')])
    await beside.idle()
  }
  // the one way round is over when the other is answered
  await cleo.taps('Ce qui est ici')
  await mobile.taps('Ce qui est ici')
  await journey.settled()
  for (const says of [teamsSays(cleo), telegramSays(mobile)]) {
    expect(says.match(/Tout est là/g)).toHaveLength(1)
    expect(says).not.toContain('Je n’ai pas pu')
  }
  expect(await personOnPhone(mobile)).toBe(await ownerOf(await teamsId(cleo)))
})

test('Teams with Teams: « dans une autre conversation »; a code is understood in capitals, after « Code », in a pasted link', async () => {
  const { teams } = people()
  const [tom, twin] = [teams.person('L', 'Tom Un'), teams.person('L', 'Tom Deux')]
  await begins(tom)
  await begins(twin)
  for (const [typed, no] of [
    [(code: string) => code.toUpperCase(), true],
    [(code: string) => `Code : ${code}`, true],
    [(code: string) => `http://localhost:3978/chat/in/${code}`, true],
    [(code: string) => `https://t.me/declic_bot?start=${code}`, false],
  ] as const) {
    await twin.says(typed(codeOf(await tom.says('relier'))))
    expect(twin.last().text).toContain('vient d’une autre conversation : « Tom U. »')
    if (no) await twin.taps('Non')
  }
  expect(twin.last().buttons).toHaveLength(2)
  await twin.taps('Oui')
  expect(tom.last().text).toContain('dans une autre conversation : « Tom D. »')
  await tom.taps('Oui')
  expect(tom.last().buttons.join()).toContain('Dans l’autre')
  await tom.taps('Dans l’autre')
  await journey.settled()
  expect(tom.last().text).toContain('Tout est là')
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
