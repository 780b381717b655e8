// While the question « c’est vous ? » stands: whose word it is, what is said beside it, and what proves nothing.
import { expect, test } from 'vitest'
import { openPage } from '../page.ts'
import { twoChannels } from './twoChannels.ts'
import { walk } from '../walk.ts'
import { codeIn, type Speaker } from './world.ts'
import { WORDS } from '../walk.ts'

const { fr } = WORDS
const two = twoChannels()
const { people, ownerOf, personOnPhone, opens, teamsSays, begins, teamsId, codeOf, wordsOf, entersIn, leads } = two

test('a browser proves nothing: whoever has a role gives the code, and opens it there', async () => {
  const { teams } = people()
  const lea = teams.person('F', 'Léa Appât')
  const workshop = await leads(lea)
  const page = openPage(two.beside)
  await page.joins(workshop, { name: 'Léa Appât', once: 'b'.repeat(32) })
  await two.beside.idle()
  await page.says('relier')
  const bait = codeOf(await page.reads())
  await lea.starts(bait)
  expect(teamsSays(lea)).toContain('vient d’un navigateur')
  await lea.does((one) => one.brings({ type: 'message', id: '1779999999999', value: { choice: `t.${bait}.both.yes` } }))
  await two.journey.settled()
  const roles = () =>
    two.journey.rows(
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
  await two.journey.settled()
  expect(await roles()).toEqual([{ channel: 'browser' }, { channel: 'teams' }])
})

test('a typed « oui » counts where the question stands: in the other chat it is the answer to what is asked there', async () => {
  const { teams, phone } = people()
  const [ida, mobile, third] = [teams.person('L', 'Ida Ici'), phone.person('L', 'Ida Ici'), teams.person('L', 'Ida Tiers')]
  await begins(ida)
  await opens(ida, mobile)
  await mobile.taps('Oui')
  await ida.taps('Oui')
  await two.journey.settled()
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
  await two.journey.settled()
  expect(await ownerOf(await teamsId(third))).toBe(await personOnPhone(mobile))
  expect(await wordsOf('Ida Ici')).toHaveLength(2)
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
  expect(await two.journey.rows(`select name from "Workshop" where code = $1`, [workshop])).toEqual([{ name: 'Cuisine du mardi' }])

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
  await two.journey.settled()
  expect(await personOnPhone(mobile)).toBe(await ownerOf(await teamsId(awa)))
  await awa.says('et merci')
  expect(teamsSays(lea)).toContain('et merci')
  // to link is asked of the bot, not of the trainer
  codeOf(await awa.says('Relier'))
  expect(teamsSays(lea)).not.toContain('Relier')

  const [tutor, asked] = [teams.person('T', 'Paul Verdict'), teams.person('L', 'Ana Verdict')]
  await walk(asked as never)
  await tutor.starts(codeIn(asked.phone.messages() as never))
  await asks(tutor, 'Paul Verdict')
  await tutor.says('pas encore, il manque le nettoyage')
  expect(tutor.last().text).not.toContain('Avez-vous vu')
  await tutor.taps('C’est bon')
  await two.journey.settled()
  expect(
    await two.journey.rows(`select verdict from "Endorsement" e join "Person" p on p.id = e."endorserId" where p.name = 'Paul Verdict'`),
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
  await two.journey.settled()
  await gus.says('oui')
  expect(teamsSays(gus)).toContain('Ce code ne marche plus')
  expect(gus.last().text).toContain('Question 1 sur 6')
  expect(await wordsOf('Gus Seul')).toEqual([])
  // of a time that is over whoever opened it hears
  const again = phone.person('L', 'Gus Encore')
  const code = await opens(gus, again)
  await again.taps('Oui')
  await two.journey.rows(`update "Link" set "expiresAt" = now() - interval '1 minute' where "usedAt" is null`)
  await two.journey.settled()
  expect(again.last().text).toContain('n’a pas répondu')
  await again.starts(code)
  expect(again.last().text).toContain('ne marche plus')
})
