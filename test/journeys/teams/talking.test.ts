// « Parler »: one tap opens the same question where there is a microphone, and is no bait.
import { expect, test } from 'vitest'
import { openPage } from '../page.ts'
import { twoChannels } from './twoChannels.ts'
import { BADGE, walk } from '../walk.ts'
import type { Journey } from '../world.ts'
import { openCast, openTeamsJourney } from './world.ts'
import { WORDS } from '../walk.ts'

const { fr } = WORDS
const two = twoChannels()
const { people, ownerOf, personOnPhone, teamsSays, begins, teamsId, codeOf, entersIn } = two

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
  await two.journey.settled()
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
  await two.journey.settled()
  expect((await own.request('/chat')).status).toBe(401)
  expect(await two.journey.rows(`select channel from "Account" where "personId" = $1`, [me])).toEqual([{ channel: 'teams' }])
  expect(await two.journey.rows(`select subject from "AuditEvent" where actor = $1 and action = 'account cut off'`, [me])).toEqual([
    { subject: me },
  ])
  await gil.says('au jardin')
  expect(gil.last().text).toContain('Question 2 sur 6')
})

test('whoever gave a word, long settled, is asked on both sides when they tap « Parler »', async () => {
  const { teams, phone } = people()
  const [paul, mobile, sent] = [teams.person('T', 'Paul Mot'), phone.person('T', 'Paul Mot'), phone.person('L', 'Max Envoi')]
  await walk(sent)
  await paul.starts(codeOf(sent.phone.messages()))
  await paul.says('oui elle a très bien travaillé avec nous')
  await paul.taps('C’est bon')
  await paul.taps('Collègue')
  await two.journey.settled()
  await begins(paul)
  await mobile.starts(codeOf(await paul.taps('Parler')))
  expect(mobile.last().text).toContain('votre rôle (tutorat)')
  await mobile.taps('Oui')
  expect(paul.last().text).toContain('votre rôle (tutorat) seront des deux côtés. C’est vous ?')
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
      ...two.beside,
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
