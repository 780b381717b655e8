import { describe, expect, test } from 'vitest'
import { isFinal, kindOf } from '../../../core/mail/kind.ts'

const headers = (fields: Record<string, string>) => new Map(Object.entries(fields).map(([name, value]) => [name, [value]]))

describe('what a mail is', () => {
  test.each([
    [{ subject: 'Re: Awa vous demande un mot' }, 'words'],
    [{ 'auto-submitted': 'no' }, 'words'],
    // every Exchange user says so
    [{ 'x-auto-response-suppress': 'All', subject: 'RE: Awa' }, 'words'],
    [{ subject: 'Réponse à votre demande de congés pour Awa' }, 'words'],
    [{ 'auto-submitted': 'auto-replied' }, 'automatic'],
    [{ 'auto-submitted': 'auto-generated; type=ticket' }, 'automatic'],
    [{ precedence: 'auto_reply' }, 'automatic'],
    [{ 'x-autoreply': 'yes' }, 'automatic'],
    [{ 'list-id': '<x.example>' }, 'automatic'],
    [{ subject: 'Réponse automatique : Awa vous demande un mot' }, 'automatic'],
    [{ subject: 'RE: Absence du bureau' }, 'automatic'],
    [{ subject: 'Automatic reply: Awa' }, 'automatic'],
    [{ subject: 'Out of office' }, 'automatic'],
    [{ 'return-path': '<>', subject: 'Je suis absent' }, 'automatic'],
    [{ 'content-type': 'multipart/report; report-type=disposition-notification; boundary=b' }, 'automatic'],
    [{ 'content-type': 'multipart/report; boundary=b; report-type="delivery-status"' }, 'bounce'],
    [{ 'x-failed-recipients': 'paul@chantier.fr', subject: 'Mail delivery failed' }, 'bounce'],
    [{ 'return-path': '<>', subject: 'Non remis : Awa vous demande un mot' }, 'bounce'],
    [{ 'return-path': '<>', subject: 'Échec de la remise : Awa' }, 'bounce'],
  ] as const)('%o is %s', (fields, kind) => {
    expect(kindOf(headers(fields as Record<string, string>), 'paul@chantier.fr')).toBe(kind)
  })

  test('nobody reads what a daemon or a « no-reply » writes', () => {
    expect(kindOf(headers({ subject: 'Undelivered Mail Returned to Sender' }), 'mailer-daemon@x.example')).toBe('bounce')
    expect(kindOf(headers({ subject: 'Hello' }), 'postmaster@x.example')).toBe('automatic')
    expect(kindOf(headers({ subject: 'Hello' }), 'no-reply@x.example')).toBe('automatic')
  })

  test('a delay is not the end', () => {
    expect(isFinal('Final-Recipient: rfc822; a@b.fr\nAction: delayed\nStatus: 4.4.1')).toBe(false)
    expect(isFinal('Action: relayed')).toBe(false)
    expect(isFinal('Action: delayed\n\nAction: failed')).toBe(true)
    expect(isFinal('Your message could not be delivered yet; we will keep trying for 4 days.')).toBe(false)
    expect(isFinal('550 no such user')).toBe(true)
  })
})
