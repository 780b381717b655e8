// One person in Teams and Telegram: a code given in one, opened in the other, a yes on both sides.
import { expect, test } from 'vitest'
import { expectTranscript } from '../golden.ts'
import { openPage } from '../page.ts'
import { twoChannels } from './twoChannels.ts'
import { walk } from '../walk.ts'
import { codeIn, type Speaker } from './world.ts'
import { WORDS } from '../walk.ts'

const { fr } = WORDS
const two = twoChannels()
const { people, ownerOf, personOnPhone, opens, telegramSays, teamsSays, begins, teamsId, codeOf } = two

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
  await two.journey.settled()
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
  const answers = await two.journey.rows<{ prompt: string; through: string }>(
    `select a.prompt, a.through from "Answer" a join "Claim" c on c.id = a."claimId" where c."personId" = $1 and a."supersededAt" is null`,
    [await personOnPhone(mobile)],
  )
  expect(new Set(answers.map(({ prompt }) => prompt)).size).toBe(answers.length)
  expect(new Set(answers.map(({ through }) => through))).toEqual(new Set(['teams', 'telegram']))
  await expectTranscript(teams, 'teams/linking-teams.fr', 'Two channels, one person: what Teams shows')
  await expectTranscript(phone, 'teams/linking-telegram.fr', 'Two channels, one person: what Telegram shows')
})

test('a « Non » ends the code: of whoever opened it the other side hears nothing, of whoever gave it the opener does', async () => {
  const { teams, phone } = people()
  const [nina, mobile] = [teams.person('L', 'Nina Costa'), phone.person('L', 'Max Blanc')]
  await begins(nina)
  const heard = async () => {
    const all = nina.phone.messages().length
    await two.journey.settled()
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
  await two.journey.settled()
  expect(mobile.last().text).toContain('a dit non')
  expect(await personOnPhone(mobile)).not.toBe(await ownerOf(await teamsId(nina)))
  // one's own code, and one whose hour is over
  const own = codeOf(await nina.says('relier'))
  await nina.starts(own)
  expect(teamsSays(nina)).toContain('Ce code est à vous')
  await two.journey.rows(`update "Link" set "expiresAt" = now() - interval '1 minute' where code = $1`, [own])
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
  await two.journey.settled()
  const claims = await two.journey.rows<{ openedThrough: string; stands: boolean }>(
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
  await two.journey.rows(`update "Claim" set sendings = '[{"at": "2026-11-11T10:00:00.000Z", "through": "teams"}]' where "personId" = $1`, [
    here,
  ])
  await eve.says('mes demandes')
  const code = /start=([0-9a-f]{32})/.exec((await eve.taps('Relier')).map(({ text }) => text).join('\n'))![1]!
  await mobile.starts(code)
  await mobile.taps('Oui')
  await eve.taps('Oui')
  await two.journey.settled()
  expect(teamsSays(eve)).toContain('envoyé deux fois')
  expect(await personOnPhone(mobile)).not.toBe(here)
})

test('a code opened in a browser that is nobody’s yet is asked about without a name', async () => {
  const { teams } = people()
  const kim = teams.person('L', 'Kim Roy')
  await begins(kim)
  const path = /\/chat\/in\/[0-9a-f]{32}/.exec((await kim.says('lier')).map(({ text }) => text).join('\n'))![0]
  const entered = await openPage(two.beside).request(path, { method: 'POST', body: new URLSearchParams() })
  const own = openPage(two.beside, entered.headers.get('set-cookie')!.split(';')[0]!)
  await two.journey.idle()
  await own.taps('Oui')
  expect(kim.last().text).toContain('dans un navigateur. C’est vous')
  await kim.taps('Oui')
  await two.journey.settled()
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
  const [claim] = await two.journey.rows<{ id: string; structureId: string }>(
    `select c.id from "Claim" c join "Endorsement" e on e."claimId" = c.id where e."endorserId" = $1`,
    [await personOnPhone(mobile)],
  )
  await two.journey.rows(
    `insert into "Structure" (id, name, "organisationId") values ('nord', 'Nord', 'insertion-reseau') on conflict do nothing`,
  )
  await two.journey.rows(`update "Claim" set "structureId" = 'nord' where id = $1`, [claim!.id])
  for (const [one, role] of [
    [mobile, 'tutor'],
    [lea, 'trainer'],
  ] as const)
    await two.journey.rows(`insert into "Membership" ("personId", "structureId", role, since) values ($1, 'nord', $2, now())`, [
      await personOnPhone(one),
      role,
    ])
  if (what !== 'opened') await mobile.says('oui elle a très bien travaillé avec nous')
  if (what === 'flagged') {
    await mobile.taps('C’est bon')
    await mobile.taps('En tutorat')
    await two.journey.settled()
    expect(await two.journey.rows(`select state from "Issuance" where "claimId" = $1`, [claim!.id])).toEqual([{ state: 'issued' }])
  }
  await opens(rosa, mobile)
  expect(mobile.last().text).toContain('votre rôle')
  await mobile.taps('Oui')
  // whoever has it, both sides read it
  expect(rosa.last().text).toContain('votre rôle (tutorat)')
  await rosa.taps('Oui')
  await two.journey.settled()
  const kept = await personOnPhone(mobile)
  expect(kept).toBe(await ownerOf(await teamsId(rosa)))
  expect(await two.journey.rows(`select role from "Membership" where "personId" = $1 and role = 'tutor'`, [kept])).toHaveLength(1)
  const word = await two.journey.rows<{ gone: boolean }>(
    `select "withdrawnAt" is not null as gone from "Endorsement" where "claimId" = $1 order by "askedAt"`,
    [claim!.id],
  )
  const actions = (await two.journey.rows<{ action: string }>(`select action from "AuditEvent" where actor = $1`, [kept])).map(
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
  await two.journey.settled()
  await mobile.taps('Continuer')
  await zoe.says('continuer')
  await Promise.all([zoe.phone.taps(fr.level), mobile.phone.taps('Avec de l’aide')])
  await two.beside.idle()
  const levels = await two.journey.rows(
    `select level from "Answer" a join "Claim" c on c.id = a."claimId" where c."personId" = $1 and level is not null`,
    [await personOnPhone(mobile)],
  )
  expect(levels).toHaveLength(1)
})

test('the same badge issued on both sides stays on both; a draft two.beside one that was sent goes, and that is told', async () => {
  const { teams, phone } = people()
  const issues = async (seen: { text: string }[], tutor: Speaker) => {
    await tutor.starts(codeOf(seen))
    await tutor.says('oui elle a très bien travaillé avec nous')
    await tutor.taps('C’est bon')
    await tutor.taps('Collègue')
    await two.journey.settled()
  }
  const [kim, mobile] = [teams.person('L', 'Kim Deux'), phone.person('L', 'Kim Deux')]
  await walk(kim as never)
  await issues(kim.phone.messages(), teams.person('T', 'Tu Un'))
  await walk(mobile)
  await issues(mobile.phone.messages(), teams.person('T', 'Tu Deux'))
  await opens(kim, mobile)
  await mobile.taps('Oui')
  await kim.taps('Oui')
  await two.journey.settled()
  const stands = async () =>
    two.journey.rows(
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
  await two.journey.settled()
  for (const says of [teamsSays(uma), telegramSays(there)]) expect(says).toContain('déjà envoyé d’un côté')
})

test('each opens the code of the other at once: one « Tout est là » on each side, and no failure', async () => {
  const { teams, phone } = people()
  const [cleo, mobile] = [teams.person('L', 'Cléo Croix'), phone.person('L', 'Cléo Croix')]
  await begins(cleo)
  await walk(mobile, 'action')
  const [here, there] = [codeOf(await cleo.says('relier')), codeOf(await mobile.says('relier'))]
  await Promise.all([cleo.phone.starts(there), mobile.phone.says(`/start ${here}`)])
  await two.beside.idle()
  for (let yes = 0; yes < 2; yes++) {
    await Promise.all([cleo.phone.taps('Oui'), mobile.phone.taps('Oui')])
    await two.beside.idle()
  }
  // the one way round is over when the other is answered
  await cleo.taps('Ce qui est ici')
  await mobile.taps('Ce qui est ici')
  await two.journey.settled()
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
  await two.journey.settled()
  expect(tom.last().text).toContain('Tout est là')
})
