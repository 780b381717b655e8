import { afterAll, describe, expect, test } from 'vitest'
import { openReader } from '../../../core/mail/readApart.ts'
import { hostileMails } from '../../fakes/mail/hostile.ts'

const reader = openReader()
afterAll(() => reader.stop())
const TOKEN = 'abcdefghijklmnopqrstuvwxyz234567abcdefghij'

describe('reading mails apart', () => {
  test.each(hostileMails(`declic+${TOKEN}@exemple.org`, 'paul@chantier.fr'))('$name harms nothing, and is no yes', async ({ raw }) => {
    // as it is fetched: its beginning
    const mail = await reader.read(raw.subarray(0, 400_000))
    if (!mail) return
    expect(mail.words.length).toBeLessThanOrEqual(2000)
    expect(mail.words).not.toMatch(/je confirme|script>|elsewhere|\p{Cc}(?<!\n)|\u202e/u)
    expect(mail.tokens.inAddress.length).toBeLessThanOrEqual(20)
    expect(mail.words.isWellFormed()).toBe(true)
  })

  test('an ordinary mail is read after all of them', async () => {
    const raw = `From: Paul Martin <Paul@Chantier.FR>\r\nTo: declic+${TOKEN.toUpperCase()}@exemple.org\r\nMessage-ID: <1@chantier.fr>\r\n\r\noui, bravo`
    expect(await reader.read(Buffer.from(raw))).toMatchObject({
      kind: 'words',
      from: 'paul@chantier.fr',
      name: 'Paul Martin',
      domain: 'chantier.fr',
      messageId: '1@chantier.fr',
      words: 'oui, bravo',
      tokens: { inAddress: [TOKEN] },
    })
  })
})
