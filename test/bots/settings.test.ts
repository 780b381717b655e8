import { chdir, cwd } from 'node:process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings } from '../../bots/settings.ts'

describe('settings', () => {
  test('nothing configured: a whole program on loopback, with the playground', () => {
    expect(readSettings({})).toMatchObject({
      port: 3978,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3978',
      dataDir: path.resolve('data'),
      catalogueDir: path.resolve('catalogue'),
      issuer: 'builtin',
      undoSeconds: 120,
      undoSecondsPlayground: 10,
      playground: true,
      timeZone: 'Europe/Paris',
      locale: 'fr',
      logLevel: 'info',
    })
    expect(readSettings({}).telegram).toBeUndefined()
  })

  test('a channel switches the playground off, unless it is asked for', () => {
    expect(readSettings({ TELEGRAM_BOT_TOKEN: '1:A' })).toMatchObject({ playground: false, telegram: { token: '1:A' } })
    expect(readSettings({ TELEGRAM_BOT_TOKEN: '1:A', PLAYGROUND: 'on' }).playground).toBe(true)
    expect(readSettings({ HOST: '0.0.0.0' }).playground).toBe(false)
  })

  test('Teams is on with its ids, off without or by a word; dev needs none, on this machine alone', () => {
    expect(readSettings({}).teams).toBeUndefined()
    const ids = { MicrosoftAppId: 'a-1', MicrosoftAppPassword: 'p' }
    const usual = { appId: 'a-1', password: 'p', appType: 'MultiTenant', dev: false, tenants: undefined }
    expect(readSettings(ids)).toMatchObject({ playground: false, teams: usual })
    expect(readSettings({ ...ids, TEAMS: 'off' }).teams).toBeUndefined()
    expect(readSettings({ ...ids, TEAMS_TENANTS: 'A, b' }).teams?.tenants).toEqual(['a', 'b'])
    expect(readSettings({ TEAMS: 'dev' }).teams).toMatchObject({ appId: '', dev: true, password: undefined })
    const identity = { MicrosoftAppId: 'a-1', MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't' }
    expect(readSettings(identity).teams).toMatchObject({ appType: 'UserAssignedMSI', password: undefined, tenantId: 't' })
  })

  test('an undo time holds for the playground too', () => {
    expect(readSettings({ UNDO_SECONDS: '3' })).toMatchObject({ undoSeconds: 3, undoSecondsPlayground: 3 })
  })

  test('an empty value is an absent one; addresses lose their last slash', () => {
    expect(readSettings({ DATABASE_URL: '', PORT: ' ', PUBLIC_URL: 'https://badges.example/' })).toMatchObject({
      databaseUrl: undefined,
      port: 3978,
      publicUrl: 'https://badges.example',
    })
  })

  test('mail is off until there is somewhere to send it', () => {
    expect(readSettings({}).mail).toBeUndefined()
    const mail = { SMTP_URL: 'smtps://u:p@mail.example', MAIL_FROM: '"Déclic" <Declic@Example.org>', MAIL_AUTHSERV_ID: 'MX.example.org' }
    expect(readSettings(mail).mail).toEqual({
      smtpUrl: 'smtps://u:p@mail.example',
      from: { name: 'Déclic', address: 'declic@example.org' },
      imapUrl: undefined,
      plus: true,
      authservId: 'mx.example.org',
    })
  })

  test.each([
    [{ PORT: 'eighty' }, 'PORT: found "eighty", expected a number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT: found "70000", expected a number from 0 to 65535'],
    [{ PUBLIC_URL: 'badges.example' }, 'PUBLIC_URL: found "badges.example", expected an address that begins with https:// or http://'],
    [
      { DATABASE_URL: 'mysql://me:hush@host/db' },
      'DATABASE_URL: found "mysql://***@host/db", expected postgresql://user:password@host:port/database',
    ],
    [
      { TELEGRAM_BOT_TOKEN: 'my token' },
      'TELEGRAM_BOT_TOKEN: found *** (hidden), expected the token that BotFather gave, such as 123456:ABC',
    ],
    [{ TELEGRAM_WEBHOOK_SECRET: 'é' }, 'TELEGRAM_WEBHOOK_SECRET: found *** (hidden), expected 1 to 256 letters, digits, _ or -'],
    [{ MicrosoftAppId: 'an id' }, 'MicrosoftAppId: found "an id", expected the Application (client) ID of the bot'],
    [{ MicrosoftAppId: 'a' }, 'MicrosoftAppPassword: found nothing, expected a value, because Teams is on'],
    [{ TEAMS: 'on', MicrosoftAppPassword: 'p' }, 'MicrosoftAppId: found nothing, expected a value, because Teams is on'],
    [
      { MicrosoftAppId: 'a', MicrosoftAppPassword: 'p', MicrosoftAppType: 'SingleTenant' },
      'MicrosoftAppTenantId: found nothing, expected a value, because Teams is on',
    ],
    [{ MicrosoftAppType: 'Free' }, 'MicrosoftAppType: found "Free", expected MultiTenant or SingleTenant or UserAssignedMSI'],
    [{ TEAMS: 'dev', HOST: '0.0.0.0' }, 'TEAMS: found "dev", expected on or off, because HOST (0.0.0.0) is open to other machines'],
    [{ TEAMS_TENANTS: 'a b' }, 'TEAMS_TENANTS: found "a b", expected Directory (tenant) IDs, with commas between them'],
    [{ SMTP_URL: 'smtp.example.org' }, 'SMTP_URL: found "smtp.example.org", expected smtp://user:password@host:port, or smtps://…'],
    [{ SMTP_URL: 'smtp://declic:hush@mail.example' }, 'MAIL_FROM: found nothing, expected a value, because mail is sent and read with it'],
    [
      { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' },
      'MAIL_FROM: found "nobody", expected an e-mail address, or a name and an address: Déclic <declic@example.org>',
    ],
    [{ IMAP_URL: 'imaps://declic:hush@mail.example' }, 'SMTP_URL: found nothing, expected a value, because mail is sent and read with it'],
    [
      { IMAP_URL: 'pop://declic:hush@mail.example' },
      'IMAP_URL: found "pop://***@mail.example", expected imaps://user:password@host, the mailbox of MAIL_FROM',
    ],
    [{ ISSUER: 'paper' }, 'ISSUER: found "paper", expected builtin or openbadgefactory or badgr or dcc or webhook'],
    [{ ISSUER: 'webhook' }, 'WEBHOOK_ISSUER_URL: found nothing, expected a value, because claims go to webhook (docs/backends.md)'],
    [
      { WEBHOOK_ISSUER_URL: 'https://x.example' },
      'WEBHOOK_ISSUER_SECRET: found nothing, expected a value, because claims go to webhook (docs/backends.md)',
    ],
    [{ PLAYGROUND: 'on', HOST: '0.0.0.0' }, 'PLAYGROUND: found "on", expected off, because HOST (0.0.0.0) is open to other machines'],
    [{ TIME_ZONE: 'Paris' }, 'TIME_ZONE: found "Paris", expected a time zone such as Europe/Paris'],
    [{ LOCALE: 'de' }, 'LOCALE: found "de", expected fr or en'],
    [{ UNDO_SECONDS: '-1' }, 'UNDO_SECONDS: found "-1", expected a number of seconds, from 0 to 86400'],
  ])('%j is told in one line', (environment, line) => {
    expect(() => readSettings(environment)).toThrow(line)
  })

  test('.env is read, and the environment wins', async () => {
    const before = { folder: cwd(), port: process.env.PORT }
    const folder = await mkdtemp(path.join(tmpdir(), 'declic-env-'))
    await writeFile(path.join(folder, '.env'), 'PORT=4000\nLOCALE="en"\n')
    // test files run in processes of their own (vitest's forks): this folder is only ours
    chdir(folder)
    process.env.PORT = '5000'
    try {
      expect(readSettings()).toMatchObject({ port: 5000, locale: 'en' })
    } finally {
      chdir(before.folder)
      if (before.port === undefined) delete process.env.PORT
      else process.env.PORT = before.port
      await rm(folder, { recursive: true })
    }
  })
})
