// Mails that mean harm, put into a real mailbox: none of them changes anything, and the next honest one is taken.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dovecot, type Mailbox, openDovecot } from '../fakes/mail/dovecot.ts'
import { hostileMails } from '../fakes/mail/hostile.ts'
import { openPostbox, type Postbox } from '../fakes/mail/postbox.ts'
import { AUTHSERV, FROM, openCorrespondent } from './letters.ts'
import { openCast } from './people.ts'
import { walk } from './walk.ts'
import { type Journey, openJourney } from './world.ts'

describe.skipIf(!dovecot)('hostile mails', () => {
  let journey: Journey
  let postbox: Postbox
  let mailbox: Mailbox
  beforeAll(async () => {
    ;[postbox, mailbox] = await Promise.all([openPostbox(), openDovecot()])
    journey = await openJourney({
      SMTP_URL: postbox.url,
      MAIL_FROM: FROM,
      IMAP_URL: mailbox.url,
      MAIL_AUTHSERV_ID: AUTHSERV,
      LOG_LEVEL: 'silent',
    })
  })
  afterAll(async () => {
    await journey?.stop()
    await mailbox?.close()
    await postbox?.close()
  })

  test('thirty and more of them harm nothing', { timeout: 180_000 }, async () => {
    const cast = openCast(journey)
    const paul = openCorrespondent('Paul Martin', 'paul@chantier.fr', { postbox, mailbox })
    const awa = cast.person('L', 'Awa Diallo')
    await walk(awa, 'tutor')
    await awa.says(paul.address)
    await awa.taps('Oui')
    await awa.taps('Envoyer à mon tuteur')
    await journey.settled()
    const letter = await paul.reads()
    const mails = hostileMails(letter.mail.replyTo!.value[0]!.address!, paul.address)
    expect(mails.length).toBeGreaterThan(30)
    global.gc?.()
    const before = process.memoryUsage().rss
    // a mailbox takes no mail of nothing
    for (const { raw } of mails) if (raw.length) await mailbox.deliver(raw)
    await mailbox.taken()
    await journey.idle()
    expect(process.memoryUsage().rss - before, 'bytes').toBeLessThan(500_000_000)
    const verdicts = () => journey.rows('select verdict, comment from "Endorsement"')
    expect((await verdicts()).filter(({ verdict }) => verdict === 'yes' || verdict === 'no')).toEqual([])
    // nothing went to anybody else, and nobody was flooded
    expect(new Set(postbox.delivered.map(({ to }) => to))).toEqual(new Set([paul.address]))
    expect(postbox.delivered.length).toBeLessThan(25)
    expect((await journey.get('/readyz')).status).toBe(200)

    // another tutor is heard as if nothing had been
    const rosa = openCorrespondent('Rosa Lima', 'rosa@chantier.fr', { postbox, mailbox })
    const bea = cast.person('L', 'Béa Roux')
    await walk(bea, 'tutor')
    await bea.says(rosa.address)
    await bea.taps('Oui')
    await bea.taps('Envoyer à mon tuteur')
    await journey.settled()
    await rosa.reads()
    await rosa.replies('oui, bravo')
    await journey.settled()
    expect(bea.last().text).toContain('Voulez-vous le montrer')
  })
})
