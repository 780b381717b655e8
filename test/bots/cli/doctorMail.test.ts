// What `doctor` says of mail, before real servers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PARTS } from '../../../bots/cli/doctorParts.ts'
import { readSettings } from '../../../bots/settings.ts'
import { dovecot, type Mailbox, openDovecot } from '../../fakes/mail/dovecot.ts'
import { openPostbox, type Postbox } from '../../fakes/mail/postbox.ts'

let postbox: Postbox
beforeAll(async () => {
  postbox = await openPostbox()
})
afterAll(() => postbox?.close())

const look = (more: Record<string, string> = {}) => PARTS.mail!(readSettings(more))
const on = () => ({ SMTP_URL: postbox.url, MAIL_FROM: 'declic@exemple.org', PUBLIC_URL: 'https://badges.example.org' })

test('mail that is off, that nobody reads, and a server that does not let us in', async () => {
  expect(await look()).toMatchObject({ is: 'note', says: expect.stringContaining('off: set SMTP_URL') })
  expect(await look(on())).toMatchObject({ is: 'note', says: expect.stringContaining('replies are read by nobody') })
  const wrong = look({ ...on(), SMTP_URL: postbox.url.replace('secret', 'hush') })
  await expect(wrong).rejects.toThrow('SMTP_URL: the server does not let us in')
})

describe.skipIf(!dovecot)('with a mailbox', () => {
  let mailbox: Mailbox
  beforeAll(async () => {
    mailbox = await openDovecot()
  })
  afterAll(() => mailbox?.close())

  test('it is opened, and what is missing is said', async () => {
    const all = { ...on(), IMAP_URL: mailbox.url }
    expect(await look(all)).toMatchObject({ is: 'note', says: expect.stringContaining('MAIL_AUTHSERV_ID is empty') })
    expect(await look({ ...all, MAIL_AUTHSERV_ID: 'mx.exemple.org' })).toMatchObject({ is: 'good' })
    const wrong = await look({ ...all, IMAP_URL: mailbox.url.replace('secret', 'hush') }).catch((error: Error) => error)
    expect(wrong).toMatchObject({
      message: 'IMAP_URL: the mailbox cannot be opened',
      cause: { message: 'the name or the password is refused' },
    })
  })
})
