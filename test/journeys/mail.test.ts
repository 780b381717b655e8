// A word by mail: the learner gives an address, the tutor simply replies, and the learner is told. Real SMTP, real IMAP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dovecot, type Mailbox, openDovecot } from '../fakes/mail/dovecot.ts'
import { openPostbox, type Postbox } from '../fakes/mail/postbox.ts'
import { asRead, AUTHSERV, type Correspondent, FROM, openCorrespondent } from './letters.ts'
import { expectTranscript } from './golden.ts'
import { type Cast, openCast, type Speaker } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

describe.skipIf(!dovecot)('by mail', () => {
  let journey: Journey
  let postbox: Postbox
  let mailbox: Mailbox
  beforeAll(async () => {
    ;[postbox, mailbox] = await Promise.all([openPostbox(), openDovecot()])
    const environment = { SMTP_URL: postbox.url, MAIL_FROM: `Déclic <${FROM}>`, IMAP_URL: mailbox.url, MAIL_AUTHSERV_ID: AUTHSERV }
    journey = await openJourney(environment, { remindersMs: 100 })
  })
  afterAll(async () => {
    await journey?.stop()
    await mailbox?.close()
    await postbox?.close()
  })

  let people = 0
  /** A tutor with an address of their own. */
  const tutor = (name = 'Paul Martin'): Correspondent => openCorrespondent(name, `paul${++people}@chantier.fr`, { postbox, mailbox })

  /** A claim that is sent, and whose letter has left. */
  async function asked(cast: Cast, paul: Correspondent, name = 'Awa Diallo', language: 'fr' | 'en' = 'fr'): Promise<Speaker> {
    const awa = cast.person('L', name, language)
    await walk(awa, 'tutor')
    await awa.says(`c paul, ${paul.address}`)
    await awa.taps(language === 'fr' ? 'Oui' : 'Yes')
    await awa.taps(language === 'fr' ? 'Envoyer à mon tuteur' : 'Send to my tutor')
    await journey.settled()
    await paul.reads()
    return awa
  }

  /** The request of the newest letter to them. */
  const requestOf = async (paul: Correspondent) => {
    const code = /\/e\/([\w-]+)/.exec((await paul.reads()).mail.text!)![1]!
    const [row] = await journey.rows(
      `select e.verdict, e.comment, e.name, e.channel, e.proof, e."mailTo", e."mailProblem", e."settledAt", e."withdrawnAt", e.reminders, l.code
       from "Endorsement" e join "Link" l on l.subject = e.id::text where l.code = $1`,
      [code],
    )
    return row!
  }

  test('the learner gives an address, the tutor replies, the learner is told', async () => {
    const cast = openCast(journey)
    const awa = cast.person('L', 'Awa Diallo')
    const paul = openCorrespondent('Paul Martin', 'paul@chantier.fr', { postbox, mailbox })
    await walk(awa, 'tutor')
    cast.scene('Who was there')
    await awa.says('c paul, paul@chantier.fr')
    await awa.taps('Oui')
    await awa.taps('Envoyer à mon tuteur')
    expect(postbox.delivered, 'a letter cannot be taken back, so it waits').toEqual([])
    await cast.waits()
    const letter = await paul.reads()
    expect(letter.mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(letter.mail.headers.get('content-language')).toBe('fr')
    expect(letter.envelopeFrom).toBe(letter.mail.replyTo!.value[0]!.address)
    expect(letter.mail.html).not.toMatch(/<img|src=/)
    const awaits = await requestOf(paul)

    await paul.replies('Bonjour,\n\noui, très bonne équipière\n\nCordialement,\nPaul Martin\nChef de chantier')
    expect(await requestOf(paul)).toMatchObject({
      verdict: 'yes',
      comment: 'oui, très bonne équipière',
      name: 'Paul Martin',
      channel: 'mail',
      proof: { by: 'reply', domain: 'chantier.fr', checked: true, spf: 'pass', dkim: 'pass', dmarc: 'pass' },
      code: awaits.code,
    })
    const receipt = await paul.reads(2)
    expect(receipt.mail.inReplyTo).toBe(letter.mail.messageId)
    await cast.waits()
    expect(awa.last().text).toContain('Voulez-vous le montrer')
    await expectTranscript(cast, 'mail', 'By mail')
    const letters = [letter, receipt].map((one) => asRead(one).replace(/^/gm, '    ').replaceAll(/ +$/gm, ''))
    await expectPage(
      'mail-letters.md',
      `# What Paul reads\n\n## The request\n\n${letters[0]}\n\n## What he said, said back\n\n${letters[1]}\n`,
    )

    // nobody needs the address any more
    await expect.poll(async () => (await requestOf(paul)).mailTo).toBe(null)
    const held = await journey.rows(`select 1 from "Outbox" where body::text like '%paul@chantier.fr%'`)
    expect(held).toEqual([])
  })

  test('« pas encore » comes back by letter, with what was added', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    const awa = await asked(cast, paul)
    await paul.replies('pas encore, il manque le nettoyage du plan de travail')
    await journey.settled()
    expect(awa.last().text).toContain('il manque le nettoyage')
    expect((await requestOf(paul)).mailTo, 'the same person is asked again').toBe(paul.address)
    await awa.taps('Oui')
    await awa.says('apres j’ai lavé le plan de travail avec Rosa')
    await awa.taps('Oui, c’est moi')
    await awa.taps('Envoyer à mon tuteur')
    const before = postbox.delivered.filter(({ to }) => to === paul.address).length
    await journey.settled()
    const second = await paul.reads(before + 1)
    expect(second.mail.text).toContain('lavé le plan de travail')
    await paul.replies('Oui !')
    await journey.settled()
    expect(awa.last().text).toContain('Voulez-vous le montrer')
  })

  test('« ce n’est pas moi »: somebody else is asked', async () => {
    const cast = openCast(journey)
    const [luc, rosa] = [tutor('Luc Petit'), tutor('Rosa Lima')]
    const awa = await asked(cast, luc)
    await luc.replies('ce n’est pas moi, je ne la connais pas')
    await journey.settled()
    expect(awa.last().text).toContain('n’a pas vu ce travail')
    await awa.taps('Une autre personne')
    await awa.taps('Par e-mail')
    // half an address, twice: an example each time, never the buttons
    for (const half of ['rosa@', 'rosa@chantier'])
      expect((await awa.says(half)).map(({ text }) => text).join('\n')).toMatch(/nom@exemple\.fr\.[\s\S]*Quelle est l’adresse/)
    await awa.says(rosa.address)
    await awa.taps('Oui')
    await journey.settled()
    await rosa.reads()
    await rosa.replies('1', { html: true })
    await journey.settled()
    expect(awa.last().text).toContain('Voulez-vous le montrer')
  })

  test('an unclear reply is asked back and records nothing; a number answers', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    await asked(cast, paul, 'Ana Lopez', 'en')
    await paul.replies('yes but not alone')
    expect(await requestOf(paul)).toMatchObject({ verdict: null })
    expect((await paul.reads(2)).mail.text).toContain('Is that a yes, in these words')
    await paul.replies('2')
    expect(await requestOf(paul)).toMatchObject({ verdict: 'not-yet' })
  })

  test('after sending, the message with the link offers « Par e-mail »; a sending that is undone writes to nobody', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    const awa = cast.person('L', 'Awa Diallo')
    await walk(awa, 'send')
    cast.scene('Sent, with a link to pass on')
    await awa.taps('Envoyer à mon tuteur')
    const [link] = await journey.rows<{ code: string }>(
      'select code from "Link" where kind = \'endorse\' order by "createdAt" desc limit 1',
    )
    await awa.taps('Par e-mail')
    await awa.says('euh je sais pas')
    await awa.says(`cé ${paul.address.replace('paul', 'pol')}`)
    await awa.taps('Une autre adresse')
    await awa.says(paul.address)
    await awa.taps('Oui')
    expect((await journey.get(`/e/${link!.code}`)).status, 'one request, one address').toBe(410)
    cast.scene('Taken back, and sent again')
    await awa.taps('Annuler')
    await journey.settled()
    expect(postbox.delivered.filter(({ to }) => to === paul.address)).toEqual([])
    await awa.taps('Envoyer à mon tuteur')
    await cast.waits()
    await paul.reads()
    const page = cast
      .page('x')
      .replaceAll(paul.address, 'paul@chantier.fr')
      .replaceAll(/pol\d+@/g, 'pol@')
    await expectTranscript({ ...cast, page: (title) => page.replace('# x', `# ${title}`) }, 'mail-afterwards', 'By mail, afterwards')
  })

  test('machines that open every link of a letter change nothing; whoever confirms the choice on its page does', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    const awa = await asked(cast, paul)
    const { mail } = await paul.reads()
    const links = [...`${mail.html} ${mail.text}`.matchAll(/https?:\/\/localhost:\d+([^\s"<#]+)/g)].map((found) =>
      found[1]!.replaceAll('&amp;', '&'),
    )
    expect(new Set(links).size).toBe(4)
    const before = await journey.rows('select count(*)::int as n from "Inbound"')
    for (const link of links) for (const method of ['GET', 'HEAD']) await journey.get(link, { method })
    expect(await journey.rows('select count(*)::int as n from "Inbound"')).toEqual(before)
    expect(await requestOf(paul)).toMatchObject({ verdict: null, withdrawnAt: null, mailProblem: null })

    const page = await (await journey.get(links.find((link) => link.includes('verdict=not-yet'))!)).text()
    expect(page).toMatch(/value="not-yet"[^>]*checked/)
    expect(page).not.toMatch(/value="yes"[^>]*checked/)
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!
    const form = { verdict: 'yes', comment: 'Bravo', name: 'Paul Martin', role: 'Chef', digest: field('digest'), once: field('once') }
    const { code } = await requestOf(paul)
    expect((await journey.get(`/e/${code}`, { method: 'POST', body: new URLSearchParams(form) })).status).toBe(303)
    expect(await requestOf(paul)).toMatchObject({ verdict: 'yes', comment: 'Bravo', proof: { by: 'link', domain: 'chantier.fr' } })
    // the same person, by reply: it is theirs to change
    await paul.replies('3')
    expect(await requestOf(paul)).toMatchObject({ verdict: null })
    await paul.replies('oui')
    await journey.settled()
    expect(awa.last().text).toContain('Voulez-vous le montrer')
  })

  test('a letter that does not arrive is told kindly, and another way is offered', async () => {
    const cast = openCast(journey)
    const [wrong, late] = [tutor(), tutor()]
    postbox.answer(wrong.address, [550, '5.1.1 no such user'])
    const awa = cast.person('L', 'Awa Diallo')
    await walk(awa, 'tutor')
    await awa.says(wrong.address)
    await awa.taps('Oui')
    await awa.taps('Envoyer à mon tuteur')
    await journey.settled()
    await expect.poll(() => awa.last().text).toContain('L’e-mail n’est pas arrivé')
    await awa.taps('Une autre adresse')
    await awa.says(late.address)
    await awa.taps('Oui')
    await journey.settled()
    const letter = await late.reads()

    // « delayed » is not the end, « failed » is: a report as postfix writes it
    await mailbox.deliver(report(letter, 'delayed'))
    await mailbox.taken()
    expect(awa.last().text).not.toContain('n’est pas arrivé')
    await mailbox.deliver(report(letter, 'failed'))
    await mailbox.taken()
    await journey.idle()
    expect(awa.last().text).toContain('L’e-mail n’est pas arrivé')
    // the link can be passed on instead
    const said = await awa.taps('Passer le lien')
    expect(said.map(({ text }) => text).join('\n')).toContain('/e/')
  })

  test('what a server does not take now it takes later', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    postbox.answer(paul.address, [451, '4.7.1 try again later'])
    const awa = cast.person('L', 'Awa Diallo')
    await walk(awa, 'tutor')
    await awa.says(paul.address)
    await awa.taps('Oui')
    await awa.taps('Envoyer à mon tuteur')
    const [sending] = await journey.rows<{ sent: string }>(
      `update pgboss.job set start_after = now() where name = 'settle-sending' and state = 'created' returning id as sent`,
    )
    expect(sending).toBeDefined()
    const waiting = () => journey.rows(`select attempts from "Outbox" where "to" like 'mail:%' and "sentAt" is null and failure is null`)
    await expect.poll(waiting).toEqual([{ attempts: 1 }])
    postbox.answer(paul.address)
    await journey.rows(`update "Outbox" set "nextAt" = now() where "to" like 'mail:%' and "sentAt" is null and failure is null`)
    expect((await paul.reads()).mail.subject).toContain('Awa Diallo')
    expect(awa.last().text).not.toContain('n’est pas arrivé')
  })

  test('a bounce of no known form is recognised too', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    const awa = await asked(cast, paul)
    const { mail } = await paul.reads()
    await mailbox.deliver(
      [
        'Return-Path: <>',
        'From: MAILER-DAEMON@relais.example',
        `To: ${FROM}`,
        'Subject: Undelivered Mail Returned to Sender',
        'Message-ID: <free-form@relais.example>',
        '',
        'Votre message n’a pas pu être remis à son destinataire.',
        `Message-ID: ${mail.messageId}`,
        '',
      ].join('\r\n'),
    )
    await mailbox.taken()
    await journey.idle()
    expect(awa.last().text).toContain('L’e-mail n’est pas arrivé')
  })

  test('machines that answer change nothing, and are not answered', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    await asked(cast, paul)
    const before = postbox.delivered.length
    for (const how of [
      { headers: ['Auto-Submitted: auto-replied'] },
      { headers: ['Precedence: bulk'] },
      { headers: ['X-Autoreply: yes'] },
      { headers: ['X-Auto-Response-Suppress: OOF, AutoReply'], subject: 'Réponse automatique : Awa vous demande un mot' },
      { subject: 'Absence du bureau' },
      { subject: 'Out of Office: back on Monday' },
    ])
      await paul.replies('Oui, je suis absent jusqu’à lundi', how)
    await journey.idle()
    expect(await requestOf(paul)).toMatchObject({ verdict: null })
    expect(postbox.delivered.length).toBe(before)
  })

  test('replies that are not what they say are refused: other senders, forged, guessed and used tokens', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    await asked(cast, paul)
    const { mail } = await paul.reads()
    const token = /\+([a-z2-7]{42})@/.exec(mail.replyTo!.value[0]!.address!)![1]!
    const forged = `${token.slice(0, 20)}${token[20] === 'a' ? 'b' : 'a'}${token.slice(21)}`
    const attempts = [
      { from: 'mallory@elsewhere.example' },
      { from: `"${paul.address}" <mallory@elsewhere.example>, ${paul.address}` },
      { results: `${AUTHSERV}; spf=fail smtp.mailfrom=chantier.fr; dmarc=fail header.from=chantier.fr` },
      { results: `${AUTHSERV}; spf=fail; dkim=none; dmarc=none` },
      // what another server wrote above ours counts for nothing
      { headers: [`Authentication-Results: elsewhere.example; dmarc=pass`], results: `${AUTHSERV}; dmarc=fail` },
      { to: `declic+${forged}@exemple.org` },
      { to: `declic+${'a'.repeat(42)}@exemple.org`, inReplyTo: null },
      { to: FROM, inReplyTo: `<declic.${forged}.0123456789abcdef@exemple.org>` },
      { to: FROM, inReplyTo: null },
      { from: FROM },
    ]
    for (const how of attempts) await paul.replies('oui, je confirme', how)
    await journey.idle()
    expect(await requestOf(paul)).toMatchObject({ verdict: null, proof: null })
    // whoever was asked learns of it once, however often it is tried; whoever tried does not
    expect(
      postbox.delivered.filter(({ to }) => to === paul.address).map(({ mail: { text } }) => text!.includes('elle ne compte pas')),
    ).toEqual([false, true])
    expect(postbox.delivered.filter(({ to }) => to.includes('elsewhere') || to === FROM)).toEqual([])
    // the right one counts, also when nobody has looked at where it came from
    await paul.replies('oui', { results: 'elsewhere.example; dmarc=pass' })
    expect(await requestOf(paul)).toMatchObject({ verdict: 'yes', proof: { checked: false } })
    await journey.settled()
    // used: the request is over
    await expect.poll(async () => (await requestOf(paul)).mailTo).toBe(null)
    const letters = postbox.delivered.filter(({ to }) => to === paul.address).length
    await paul.replies('non, en fait pas du tout')
    await journey.idle()
    expect(await requestOf(paul)).toMatchObject({ verdict: 'yes' })
    // and whoever gave the answer is told so; a stranger is told nothing
    expect((await paul.reads(letters + 1)).mail.text).toContain('déjà transmise à Awa Diallo')
    await paul.replies('non, en fait pas du tout', { from: 'mallory@elsewhere.example' })
    expect(postbox.delivered.filter(({ to }) => to.includes('elsewhere'))).toEqual([])
  })

  test('the same reply twice is one; a second copy changes nothing', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    await asked(cast, paul)
    const messageId = '<twice@chantier.fr>'
    await paul.replies('oui', { messageId })
    await journey.idle()
    const letters = postbox.delivered.length
    await paul.replies('oui', { messageId })
    await journey.idle()
    expect(postbox.delivered.length).toBe(letters)
  })

  test('« STOP »: nothing is written to them any more, and learners are told kindly', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    const awa = await asked(cast, paul)
    await paul.replies('stop')
    await journey.idle()
    expect(awa.last().text).toContain('ne veut pas de mes e-mails')
    const before = postbox.delivered.length
    const fatou = cast.person('L', 'Fatou Sow')
    await walk(fatou, 'tutor')
    await fatou.says(paul.address)
    await fatou.taps('Oui')
    await fatou.taps('Envoyer à mon tuteur')
    await journey.settled()
    await expect.poll(() => fatou.last().text).toContain('ne veut pas de mes e-mails')
    expect(postbox.delivered.length).toBe(before)
  })

  test('the page of a letter ends letters too, by a POST alone', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    const awa = await asked(cast, paul)
    const { code } = await requestOf(paul)
    const page = await (await journey.get(`/e/${code}/stop`)).text()
    expect(page).toContain('Ne plus recevoir')
    const once = /name="once" value="([^"]*)"/.exec(page)![1]!
    await journey.get(`/e/${code}/stop`, { method: 'POST', body: new URLSearchParams({ once }) })
    await journey.idle()
    expect(awa.last().text).toContain('ne veut pas de mes e-mails')
    expect(await (await journey.get(`/e/${code}/stop`)).text()).toContain('C’est noté')
  })

  test('what came while the program was off is taken when it is back, and a mailbox without plus addresses is enough', async () => {
    const cast = openCast(journey)
    await journey.restart({ MAIL_PLUS: 'off' })
    const paul = tutor()
    const awa = await asked(cast, paul)
    expect((await paul.reads()).mail.replyTo!.value[0]!.address).toBe(FROM)
    await journey.program.stop()
    const taken = paul.replies('oui, je confirme')
    await journey.restart({ MAIL_PLUS: 'off' })
    await taken
    await journey.settled()
    expect(awa.last().text).toContain('Voulez-vous le montrer')
    await journey.restart()
  })

  test('« mes données » shows the address while it is kept', async () => {
    const cast = openCast(journey)
    const paul = tutor()
    const awa = await asked(cast, paul)
    const [{ id }] = (await journey.rows<{ id: string }>(`select "personId" as id from "Account" where "externalId" = $1`, [
      String(awa.phone.id),
    ])) as [{ id: string }]
    const { exportPerson } = await import('../../core/data/people.ts')
    const { openDatabase } = await import('../../core/data/database.ts')
    const database = await openDatabase({ dataDir: journey.dataDir, databaseUrl: journey.databaseUrl })
    expect(JSON.stringify(await exportPerson(database.prisma, id), (_, v) => (typeof v === 'bigint' ? Number(v) : v))).toContain(
      paul.address,
    )

    // and who is forgotten is forgotten in letters too, also those that they did not get
    const { erasePerson } = await import('../../core/data/people.ts')
    await erasePerson(database.prisma, id, { removeFile: async () => undefined, through: 'chat' })
    const left = await journey.rows(
      `select 1 from "Outbox" o where o."to" like 'mail:%' and not exists (select 1 from "Endorsement" e where 'mail:' || e.id = o."to")`,
    )
    expect(left).toEqual([])
    await database.stop()
  })
})

/** A delivery report (RFC 3464) about this letter. */
function report({ mail, envelopeFrom }: { mail: { messageId?: string }; envelopeFrom: string }, action: 'failed' | 'delayed'): string {
  return [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@relais.example>',
    `To: ${envelopeFrom}`,
    `Subject: ${action === 'failed' ? 'Undelivered Mail Returned to Sender' : 'Delayed Mail (still being retried)'}`,
    `Message-ID: <${action}-${mail.messageId!.slice(1, 60)}@relais.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is the mail system.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relais.example',
    '',
    'Final-Recipient: rfc822; somebody@chantier.fr',
    `Action: ${action}`,
    `Status: ${action === 'failed' ? '5.1.1' : '4.4.1'}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${mail.messageId}`,
    '--b--',
    '',
  ].join('\r\n')
}

async function expectPage(name: string, page: string): Promise<void> {
  const { readFile, writeFile } = await import('node:fs/promises')
  const file = new URL(name, import.meta.url)
  if (process.env.UPDATE_TRANSCRIPTS) await writeFile(file, page)
  expect(page).toBe(await readFile(file, 'utf8').catch(() => ''))
}
