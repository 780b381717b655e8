// Several words, one after the other, by whatever way each comes: who they are and how that is known, what the badge still waits for, what is
// added to it later, and what a trainer is told of how a word came in.
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photo } from '../core/evidence/files.ts'
import { verify } from '../../core/issuing/builtin/index.ts'
import { checkElsewhere } from '../core/issuing/secondLibrary.ts'
import { dovecot, type Mailbox, openDovecot } from '../fakes/mail/dovecot.ts'
import { openPostbox, type Postbox } from '../fakes/mail/postbox.ts'
import { catalogueWith } from './catalogueWith.ts'
import { expectTranscript } from './golden.ts'
import { AUTHSERV, FROM, openCorrespondent } from './letters.ts'
import { type Cast, codeIn, openCast, type Speaker } from './people.ts'
import { answersPage, readsPage } from './tutorPage.ts'
import { BADGE, walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

let journey: Journey
const chains = () =>
  journey.rows(
    `select e.name, e.role, e.capacity, e.organisation, e.standing, e.verified, e.channel, e.verdict from "Endorsement" e
     where e.verdict is not null and e."withdrawnAt" is null order by e.at`,
  )
const tokenOf = async (name: string): Promise<string> =>
  (
    await journey.rows<{ token: string }>(
      `select c.token from "Claim" c join "Person" p on p.id = c."personId" where p.name = $1 order by c."openedAt" desc limit 1`,
      [name],
    )
  )[0]!.token
const claimOf = async (name: string): Promise<string> =>
  (await journey.rows<{ id: string }>('select id from "Claim" where token = $1', [await tokenOf(name)]))[0]!.id
const pageOf = async (path: string, init?: RequestInit) => (await (await journey.get(path, init)).text()).replaceAll(/\s+/g, ' ')

async function confirm(tutor: Speaker, code: string, words = 'oui', done = 'C’est bon') {
  await tutor.starts(code)
  await tutor.says(words)
  await tutor.taps(done)
}

async function share(name: string) {
  const token = await tokenOf(name)
  const once = randomBytes(16).toString('hex')
  await journey.get(`/c/${token}`, { method: 'POST', body: new URLSearchParams({ once, share: 'on' }) })
  await journey.idle()
}

async function link(kind: 'trainer' | 'badge', structure: string, subject = structure): Promise<string> {
  const code = randomBytes(16).toString('hex')
  await journey.rows(
    `insert into "Link" (code, kind, subject, "structureId", "createdAt", "expiresAt") values ($1, $2, $3, $4, now(), now() + interval '14 days')`,
    [code, kind, subject, structure],
  )
  return code
}

/** The whole way to a badge that one person confirmed. */
async function badgeOf(cast: Cast, name: string, tutor = 'Paul Martin'): Promise<Speaker> {
  const awa = cast.person('L', name)
  await confirm(cast.person('T', tutor), codeIn(await walk(awa)))
  await cast.waits()
  await awa.taps('Pas maintenant')
  return awa
}

describe.skipIf(!dovecot)('three people, three ways', () => {
  let postbox: Postbox
  let mailbox: Mailbox
  let folder: string
  beforeAll(async () => {
    ;[postbox, mailbox] = await Promise.all([openPostbox(), openDovecot()])
    folder = await catalogueWith('  endorsements: 3\n  roles: [association]\n  decision: none', {
      'structures/chantier-batir.yaml': 'domains: [chantier.fr]',
    })
    const mail = { SMTP_URL: postbox.url, MAIL_FROM: `Déclic <${FROM}>`, IMAP_URL: mailbox.url, MAIL_AUTHSERV_ID: AUTHSERV }
    journey = await openJourney({ ...mail, CATALOGUE_DIR: folder })
  })
  afterAll(async () => {
    await journey?.stop()
    await mailbox?.close()
    await postbox?.close()
    await rm(folder, { recursive: true })
  })

  test('a colleague in Telegram, a tutor by mail, an association on the page; then one word more', async () => {
    const cast = openCast(journey)
    const [awa, rosa] = [cast.person('L', 'Awa Diallo'), cast.person('T', 'Rosa Lima')]
    const paul = openCorrespondent('Paul Martin', 'paul@chantier.fr', { postbox, mailbox })
    const code = codeIn(await walk(awa))

    cast.scene('A colleague')
    await rosa.starts(code)
    await rosa.says('oui elle est top')
    await rosa.taps('C’est bon')
    await rosa.taps('Collègue')
    await rosa.says('Les Restos du Cœur')
    await cast.waits()

    cast.scene('A tutor, by mail')
    await awa.taps('Par e-mail')
    await awa.says(paul.address)
    await awa.taps('Oui')
    await journey.settled()
    await paul.reads()
    await paul.replies('oui, très bonne équipière')
    await cast.waits()

    cast.scene('Who is still missing')
    const last = codeIn(awa.reads())
    expect(awa.last().text).toContain('Il manque encore le mot d’une association.')
    await awa.says('mes demandes')
    await awa.taps(1)
    expect((await readsPage(journey, last)).text).toContain('Il manque encore le mot d’une de ces personnes')
    expect(await pageOf(`/c/${await tokenOf('Awa Diallo')}`)).toContain('Pas encore de réponse')

    cast.scene('The association, on the page')
    const said = { verdict: 'yes', comment: 'Toujours à l’heure', name: 'Ines Roy', capacity: 'association', role: 'présidente' }
    await answersPage(journey, last, { ...said, organisation: 'Les Amis du quartier' })
    await cast.waits()
    expect(awa.last().text).toContain('Voulez-vous le montrer')
    expect(await chains()).toMatchObject([
      { name: 'Rosa Lima', capacity: 'colleague', organisation: 'Les Restos du Cœur', standing: 'declared', verified: null },
      {
        name: 'Paul Martin',
        organisation: 'Le Chantier bâtir',
        standing: 'verified',
        verified: { by: 'domain', domain: 'chantier.fr', through: 'reply' },
        channel: 'mail',
      },
      { name: 'Ines Roy', role: 'présidente', capacity: 'association', organisation: 'Les Amis du quartier', standing: 'declared' },
    ])

    cast.scene('One more word, later')
    await awa.taps('Pas maintenant')
    await awa.says('mes demandes')
    await awa.taps(1)
    const later = codeIn(await awa.taps('Un autre avis'))
    const id = await claimOf('Awa Diallo')
    const [badge] = await journey.rows('select credential from "Issuance" where "claimId" = $1', [id])
    const luc = cast.person('T', 'Luc Petit')
    await confirm(luc, later, 'oui, elle m’a appris le métier')
    await luc.taps('Responsable')
    await luc.taps('Passer')
    await cast.waits()
    await awa.says('mes demandes')
    await awa.taps(1)
    await expectTranscript(cast, 'chain', 'Three people, three ways, and one word more')

    // each word is signed by itself; and the badge is signed again, the same badge under the same id, with all of them inside
    const [still] = await journey.rows('select credential from "Issuance" where "claimId" = $1', [id])
    const lasting = ({ id: own, validFrom, credentialStatus, credentialSubject }: Record<string, unknown>) => ({
      own,
      validFrom,
      credentialStatus,
      credentialSubject,
    })
    expect(lasting(still!.credential)).toEqual(lasting(badge!.credential))
    expect(badge!.credential.endorsement).toHaveLength(3)
    const words = await journey.rows<{ id: string; name: string; credential: { id: string; endorsementComment: string } }>(
      'select id, name, credential from "Endorsement" where "claimId" = $1 and verdict = $2 order by at',
      [id, 'yes'],
    )
    expect(words).toHaveLength(4)
    const embedded = still!.credential.endorsement as { id: string }[]
    expect(words.map(({ credential }) => credential)).toEqual(embedded)
    expect(await verify(still!.credential, { now: new Date().toISOString() })).toEqual({ verified: true })
    const everywhere = await checkElsewhere(still!.credential)
    expect(everywhere.verified, String(everywhere.error?.errors ?? everywhere.error)).toBe(true)

    // nothing of it is public before the badge is
    const addressOf = (word: { id: string }) => `/b/${id}/endorsements/${word.id}.json`
    for (const word of words) expect((await journey.get(addressOf(word))).status).toBe(404)
    await share('Awa Diallo')
    for (const word of words) {
      const answer = await journey.get(addressOf(word))
      expect(answer.headers.get('content-type')).toBe('application/vc+ld+json')
      const credential = await answer.json()
      expect(credential).toMatchObject({ id: `urn:uuid:${word.id}`, credentialSubject: { id: `urn:uuid:${id}` } })
      expect(await verify(credential, { now: new Date().toISOString() })).toEqual({ verified: true })
      const elsewhere = await checkElsewhere(credential)
      expect(elsewhere.verified, String(elsewhere.error?.errors ?? elsewhere.error)).toBe(true)
      if (word === words[3]) expect(credential.description).toContain('Luc Petit, Responsable, a confirmé')
      credential.credentialSubject.endorsementComment = 'autre chose'
      expect(await verify(credential, { now: new Date().toISOString() })).toMatchObject({ verified: false })
    }
    expect((await journey.get(`/b/${id}/endorsements/${id}.json`)).status).toBe(404)
    const page = await pageOf(`/b/${id}`)
    for (const read of [
      'Rosa Lima, Collègue, Les Restos du Cœur',
      'Vérifié : adresse e-mail de l’organisation (@chantier.fr)',
      'Ines Roy, présidente, Les Amis du quartier',
      'Luc Petit, Responsable',
      `endorsements/${words[3]!.id}.json`,
    ])
      expect(page.replaceAll('\u00a0', ' ')).toContain(read)

    // a second delivery of the job signs nothing anew
    await journey.rows(`insert into pgboss.job (name, data) select name, data from pgboss.job where name = 'sign-endorsement' limit 1`)
    await journey.idle()
    const [again] = await journey.rows('select credential from "Endorsement" where id = $1', [words[3]!.id])
    expect(again!.credential).toEqual(words[3]!.credential)
  })

  test('whoever gives their own address is refused kindly, however it is spelled', async () => {
    const cast = openCast(journey)
    const awa = cast.person('L', 'Ada Own')
    await walk(awa, 'tutor')
    await journey.rows(`update "Person" set email = 'ada@exemple.fr' where name = 'Ada Own'`)
    for (const address of ['ada@exemple.fr', 'Ada+chef@Exemple.FR']) {
      await awa.says(address)
      expect(awa.last().text, address).toContain('Quelle est l’adresse')
    }
    expect(await journey.rows(`select 1 from "AuditEvent" where action = 'own address refused'`)).toHaveLength(2)
    // said later that it is theirs: the letter's link is not for them
    const paul = openCorrespondent('Paul Martin', 'ada2@chantier.fr', { postbox, mailbox })
    await awa.says(paul.address)
    await awa.taps('Oui')
    await awa.taps('Envoyer à mon tuteur')
    await journey.settled()
    const code = /\/e\/([\w-]+)/.exec((await paul.reads()).mail.text!)![1]!
    await journey.rows(`update "Person" set email = 'ada2+moi@chantier.fr' where name = 'Ada Own'`)
    expect((await readsPage(journey, code)).text).toContain('Cette demande est la vôtre')
    await answersPage(journey, code, { verdict: 'yes' })
    await paul.replies('oui, très bonne équipière')
    await journey.settled()
    expect(
      await journey.rows(
        `select 1 from "Endorsement" e join "Claim" c on c.id = e."claimId" where c.token = $1 and e.verdict is not null`,
        [await tokenOf('Ada Own')],
      ),
    ).toEqual([])
    expect(await journey.rows(`select distinct action from "AuditEvent" where action like 'request refused%'`)).toEqual([
      { action: 'request refused own-claim' },
    ])
  })
})

describe('one of a role, and a trainer who decides', () => {
  let folder: string
  beforeAll(async () => {
    folder = await catalogueWith('  endorsements: 1\n  roles: [trainer]\n  decision: trainer')
    journey = await openJourney({ CATALOGUE_DIR: folder })
    await journey.rows(
      `insert into "Structure" (id, name, "organisationId") values ('atelier-nord', 'Atelier Nord', 'insertion-reseau') on conflict do nothing`,
    )
  })
  afterAll(async () => {
    await journey?.stop()
    await rm(folder, { recursive: true })
  })

  test('words do not make a trainer; the structure’s list does, and what came from the learner’s own browser is told', async () => {
    const cast = openCast(journey)
    const lea = cast.person('F', 'Léa Roux')
    await lea.starts(await link('trainer', 'atelier-nord'))
    await lea.taps('Oui')
    const awa = cast.person('L', 'Awa Diallo')
    await awa.starts(await link('badge', 'atelier-nord', BADGE))
    await awa.taps('Oui')
    await awa.taps('Oui')
    const code = codeIn(await walk(awa, undefined, { from: 'moment' }))

    cast.scene('Somebody who calls himself a trainer, from her own browser')
    const [own] = (
      await journey.get(`/c/${await tokenOf('Awa Diallo')}`, { headers: { 'X-Forwarded-For': '203.0.113.7' } })
    ).headers.getSetCookie()
    const answer = { verdict: 'yes', name: 'Bob Faux', role: 'formateur de métier' }
    await answersPage(journey, code, answer, { cookie: own!.split(';')[0], from: '203.0.113.7' })
    await cast.waits()
    expect(awa.last().text).toContain('Il manque encore le mot d’un formateur ou d’une formatrice.')

    cast.scene('The trainer of the structure')
    expect(
      lea
        .reads()
        .map(({ text }) => text)
        .join(),
    ).toContain('Awa Diallo vous demande un mot')
    await lea.taps('Voir')
    await lea.says('oui')
    await lea.taps('C’est bon')
    await lea.taps('Responsable')
    await cast.waits()
    await lea.says('demandes')
    await lea.taps('Accepter')
    await cast.waits()
    await expectTranscript(cast, 'one-of-a-role', 'One of a role')
    expect(await chains()).toMatchObject([
      { name: 'Bob Faux', capacity: null, standing: 'declared' },
      { name: 'Léa Roux', capacity: 'trainer', standing: 'verified', verified: { by: 'structure' }, organisation: 'Atelier Nord' },
    ])
    // never public, never in a document that leaves
    const [issuance] = await journey.rows('select document, credential from "Issuance" where state = $1', ['issued'])
    expect(JSON.stringify(issuance)).not.toMatch(/traces|device|network/)
  })

  test('a role that is said after the word has settled completes it then', async () => {
    const cast = openCast(journey)
    const [ali, zoe] = [cast.person('L', 'Ali Benz'), cast.person('T', 'Zoé Noir')]
    await ali.starts(await link('badge', 'atelier-nord', BADGE))
    await ali.taps('Oui')
    await ali.taps('Oui')
    await confirm(zoe, codeIn(await walk(ali, undefined, { from: 'moment' })))
    await cast.waits()
    const waits = `select 1 from "Outbox" where body->>'text' like 'Ali Benz attend votre décision%'`
    expect(ali.last().text).toContain('Il manque encore le mot d’un formateur')
    expect(await journey.rows(waits)).toEqual([])
    await zoe.taps('Équipe de formation')
    await cast.waits()
    expect(await journey.rows(waits)).toHaveLength(1)
    expect((await chains()).at(-1)).toMatchObject({ name: 'Zoé Noir', capacity: 'trainer', standing: 'declared' })
  })
})

describe('after the badge', () => {
  let picture: Buffer
  beforeAll(async () => {
    journey = await openJourney()
    picture = await photo()
  })
  afterAll(() => journey?.stop())

  test('« pas encore » changes nothing of the badge, « ce n’est pas moi » leads to another person, and a request can be taken back', async () => {
    const cast = openCast(journey)
    const awa = await badgeOf(cast, 'Awa Diallo')
    const statusBefore = await journey.rows('select state, credential from "Issuance"')

    cast.scene('Not yet')
    await awa.says('mes demandes')
    await awa.taps(1)
    const luc = cast.person('T', 'Luc Petit')
    await confirm(luc, codeIn(await awa.taps('Un autre avis')), 'pas encore, il manque le rangement')
    await cast.waits()

    cast.scene('No')
    await awa.says('mes demandes')
    await awa.taps(1)
    await confirm(cast.person('T', 'Bob Vert'), codeIn(await awa.taps('Un autre avis')), 'Non')
    await cast.waits()

    cast.scene('Not me')
    await awa.says('mes demandes')
    await awa.taps(1)
    const ines = cast.person('T', 'Ines Roy')
    await confirm(ines, codeIn(await awa.taps('Un autre avis')), 'ce n’est pas moi')
    await cast.waits()
    const other = codeIn(await awa.taps('Une autre personne'))

    cast.scene('Taken back')
    const max = cast.person('T', 'Max Noir')
    await max.starts(other)
    await awa.says('mes demandes')
    await awa.taps(1)
    await awa.taps('Ne plus demander')
    await max.starts(other)
    await awa.taps('Pas maintenant')
    await expectTranscript(cast, 'after-the-badge', 'After the badge')

    expect((await readsPage(journey, other)).status).toBe(410)
    await answersPage(journey, other, { verdict: 'yes', name: 'Max Noir' })
    await journey.settled()
    expect((await chains()).map(({ name, verdict }) => [name, verdict])).toEqual([
      ['Paul Martin', 'yes'],
      ['Luc Petit', 'not-yet'],
      ['Bob Vert', 'no'],
      ['Ines Roy', 'not-me'],
    ])
    expect(await journey.rows('select state, credential from "Issuance"')).toEqual(statusBefore)
    const audited = await journey.rows<{ action: string }>(`select action from "AuditEvent" where action like 'request %' order by at, id`)
    expect(audited.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['request made', 'request opened', 'request cancelled', 'request refused link-over']),
    )
    // a code that nobody made is refused, and leaves a trace by itself
    expect((await readsPage(journey, '0'.repeat(32))).status).toBe(404)
    await max.starts('f'.repeat(32))
    expect(await journey.rows(`select subject from "AuditEvent" where action = 'link refused'`)).toEqual([{ subject: null }])
  })

  test('in English too', async () => {
    const cast = openCast(journey)
    const [sam, paul, rosa] = [
      cast.person('L', 'Samuel Reed', 'en'),
      cast.person('T', 'Paul Green', 'en'),
      cast.person('T', 'Rose Lake', 'en'),
    ]
    await confirm(paul, codeIn(await walk(sam)), 'yes', 'That is right')
    await cast.waits()
    await sam.taps('Not now')
    cast.scene('One more word')
    await sam.says('my requests')
    await sam.taps(1)
    await confirm(rosa, codeIn(await sam.taps('One more word')), 'yes, great work', 'That is right')
    await rosa.taps('More')
    await rosa.taps('Association')
    await rosa.says('Friends of the Canal')
    await cast.waits()
    cast.scene('And one that is taken back')
    await sam.says('my requests')
    await sam.taps(1)
    await sam.taps('One more word')
    await sam.says('my requests')
    await sam.taps(1)
    await sam.taps('Stop asking')
    await sam.taps('Not now')
    await expectTranscript(cast, 'after-the-badge.en', 'After the badge, in English')
    expect((await chains()).at(-1)).toMatchObject({ name: 'Rose Lake', capacity: 'association', organisation: 'Friends of the Canal' })
  })

  test('once their word stands, a tutor sees the evidence no more', async () => {
    const cast = openCast(journey)
    const awa = cast.person('L', 'Ana Silva')
    await walk(awa, 'evidence')
    await awa.does((phone) => phone.sendsPhoto(picture))
    await awa.taps('Oui, c’est tout')
    await walk(awa, 'send', { from: 'result' })
    await awa.taps(1)
    const code = codeIn(await awa.taps('Envoyer à mon tuteur'))
    const [piece] = await journey.rows<{ id: string }>('select id from "Evidence" where "claimId" = $1', [await claimOf('Ana Silva')])
    const sees = async (cookie = '') => (await journey.get(`/e/${code}/evidence/${piece!.id}`, { headers: { Cookie: cookie } })).status
    expect(await sees()).toBe(200)
    const { cookie } = await answersPage(journey, code, { verdict: 'yes', name: 'Paul Martin' })
    expect(await sees(), 'somebody else').toBe(404)
    expect(await sees(cookie), 'while it can be taken back').toBe(200)
    await journey.settled()
    expect(await sees(cookie)).toBe(404)
  })
})
