// Known tutors of a structure, and people of its list: who is offered by name, who is told directly, who starts as themself.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { codeIn, openCast, type Speaker } from './people.ts'
import { BADGE, walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values
    ('cuisine', 'Cuisine du centre', 'insertion-reseau'), ('atelier', 'Atelier vélo', 'insertion-reseau')`)
})
afterAll(() => journey?.stop())

/** A start link as the command line makes them. */
async function link(kind: 'tutor' | 'badge' | 'roster', subject: string, more: { name?: string; role?: string; at?: string } = {}) {
  const code = randomBytes(24).toString('base64url')
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", name, role, "createdAt", "expiresAt")
     values ($1, $2, $3, $4, $5, $6, now(), now() + interval '7 days')`,
    [code, kind, subject, more.at ?? 'cuisine', more.name ?? null, more.role ?? null],
  )
  return code
}

const invited = async (tutor: Speaker, role?: string) => {
  await tutor.starts(await link('tutor', 'cuisine', { name: tutor.name, role }))
  await tutor.taps('Oui')
}

test('a known tutor is offered by name and told directly; the learner passes nothing on', async () => {
  const cast = openCast(journey)
  const rosa = cast.person('T', 'Rosa Lima')
  const awa = cast.person('L', 'Awa Diallo')

  cast.scene('The invitation')
  await invited(rosa, 'cheffe de cuisine')

  cast.scene('« Mon tuteur », by name')
  await walk(awa, 'tutor', { code: await link('badge', BADGE) })
  await awa.taps('Mon tuteur')
  expect(awa.last().buttons).toEqual(['1 Rosa Lima', '2 Une autre personne'])
  await awa.says('rosa')
  const sent = await awa.taps('Envoyer à mon tuteur')
  expect(sent.map((m) => m.text).join()).not.toContain('start=')

  cast.scene('The tutor, in her chat')
  await rosa.taps('Voir')
  await rosa.taps('Oui, je confirme')
  await rosa.taps('C’est bon')
  await cast.waits()
  expect(awa.last().text).toContain('Voulez-vous le montrer')
  const [word] = await journey.rows(
    `select e.name, e.role, e.organisation, e.standing, e.verdict from "Endorsement" e join "Claim" c on c.id = e."claimId"
     join "Person" p on p.id = c."personId" where p.name = 'Awa Diallo'`,
  )
  expect(word).toEqual({
    name: 'Rosa Lima',
    role: 'cheffe de cuisine',
    organisation: 'Cuisine du centre',
    standing: 'verified',
    verdict: 'yes',
  })

  cast.scene('Her own claim: nobody is offered themself')
  await walk(rosa, 'tutor', { code: await link('badge', BADGE) })
  const asked = await rosa.taps('Mon tuteur')
  expect(asked.at(-1)?.text).toContain('J’envoie')
  await expectTranscript(cast, 'known-tutor', 'A known tutor')
})

test('somebody else is asked by a link as ever, and a link for the known tutor stays at hand', async () => {
  const cast = openCast(journey)
  const ali = cast.person('L', 'Ali Benz')
  const eva = cast.person('L', 'Eva Noir')
  const paul = cast.person('T', 'Paul Martin')
  await walk(ali, 'tutor', { code: await link('badge', BADGE) })
  await ali.taps('Mon tuteur')
  await ali.taps('Une autre personne')
  await paul.starts(codeIn(await ali.taps('Envoyer à mon tuteur')))
  expect(paul.last().text).toContain('Avez-vous vu Ali')
  expect(await standings('Ali Benz')).toEqual([{ name: 'Paul Martin', standing: 'declared' }])

  await walk(eva, 'tutor', { code: await link('badge', BADGE) })
  await eva.taps('Mon tuteur')
  await eva.taps('Rosa Lima')
  await eva.taps('Envoyer à mon tuteur')
  expect(await standings('Eva Noir')).toEqual([{ name: 'Rosa Lima', standing: 'verified' }])
  await eva.says('mes demandes')
  await eva.taps(1)
  expect(codeIn(await eva.taps('Le lien à envoyer'))).toMatch(/^[\w-]{22,}$/)
})

test('a tutor of another structure is not offered', async () => {
  const cast = openCast(journey)
  const mia = cast.person('L', 'Mia Roux')
  await walk(mia, 'tutor', { code: await link('badge', BADGE, { at: 'atelier' }) })
  const asked = await mia.taps('Mon tuteur')
  expect(asked.at(-1)?.buttons.join()).not.toContain('Rosa')
})

test('whoever opens the link of the list first is that person; the name is still asked', async () => {
  const cast = openCast(journey)
  const person = await onTheList('Inès Moreau', 'learner')
  const phone = cast.person('L', 'ines2008')
  const other = cast.person('L', 'Tom Petit')

  cast.scene('From the list')
  await phone.starts(person.code)
  await phone.taps('Oui')
  await phone.taps('Oui')
  cast.scene('The link is used once')
  await other.starts(person.code)
  await phone.starts(person.code)
  await expectTranscript(cast, 'list', 'A person of the list')
  expect(await journey.rows(`select name, "nameConfirmed", "structureId" from "Person" where id = $1`, [person.id])).toEqual([
    { name: 'Inès Moreau', nameConfirmed: true, structureId: 'cuisine' },
  ])
  expect(await journey.rows(`select 1 from "Account" where "personId" = $1`, [person.id])).toHaveLength(1)
})

test('somebody whom we know already becomes who the list says, and the line of the list goes', async () => {
  const cast = openCast(journey)
  const person = await onTheList('Léa Roux', 'tutor')
  const lea = cast.person('L', 'Léa Roux')
  await walk(lea, 'moment')
  await lea.starts(person.code)
  expect(lea.last().text).toContain('Je vous écris ici')
  await cast.waits()
  expect(await journey.rows(`select 1 from "Person" where id = $1`, [person.id])).toEqual([])
  expect(
    await journey.rows(
      `select m.role, m.note, count(c.id)::int as claims from "Person" p join "Membership" m on m."personId" = p.id
       join "Claim" c on c."personId" = p.id where p.name = 'Léa Roux' group by 1, 2`,
    ),
  ).toEqual([{ role: 'tutor', note: 'le mardi', claims: 1 }])
})

test('a tutor who is forgotten is named nowhere any more', async () => {
  const cast = openCast(journey)
  const max = cast.person('T', 'Max Blanc')
  const zoe = cast.person('L', 'Zoé Petit')
  await invited(max)
  await walk(zoe, 'tutor', { code: await link('badge', BADGE) })
  await zoe.taps('Mon tuteur')
  await zoe.taps('Max Blanc')
  await zoe.taps('Envoyer à mon tuteur')
  await max.says('oublier')
  await max.taps('Oui, tout effacer')
  await cast.waits()
  expect(await standings('Zoé Petit')).toEqual([{ name: null, standing: 'verified' }])
  expect(
    await journey.rows(`select c."witnessId" from "Claim" c join "Person" p on p.id = c."personId" where p.name = 'Zoé Petit'`),
  ).toEqual([{ witnessId: null }])
})

async function onTheList(name: string, role: string): Promise<{ id: string; code: string }> {
  const id = randomUUID()
  await journey.rows(
    `insert into "Person" (id, version, name, "nameConfirmed", language, "structureId", said, "createdAt") values ($1, 1, $2, false, 'fr', 'cuisine', '{}', now())`,
    [id, name],
  )
  await journey.rows(
    `insert into "Membership" ("personId", "structureId", role, note, since) values ($1, 'cuisine', $2, 'le mardi', now())`,
    [id, role],
  )
  return { id, code: await link('roster', id, { name }) }
}

const standings = (learner: string) =>
  journey.rows(
    `select e.name, e.standing from "Endorsement" e join "Claim" c on c.id = e."claimId" join "Person" p on p.id = c."personId" where p.name = $1`,
    [learner],
  )
