import { describe, expect, test } from 'vitest'
import { authenticationOf, isForged, proofOf, signersOf } from '../../../core/mail/authentication.ts'

const MX = 'mx.exemple.org'

describe('what the receiving server says', () => {
  test.each([
    [
      'mx.exemple.org; spf=pass smtp.mailfrom=a.fr; dkim=pass (2048-bit key; unprotected) header.d=a.fr; dmarc=pass (p=none) header.from=a.fr',
      { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
    ],
    ['MX.Exemple.Org 1; dkim=fail reason="signature; dmarc=pass" header.d=a.fr', { dkim: 'fail' }],
    ['mx.exemple.org; dkim=fail header.d=list.example; dkim=pass header.d=a.fr', { dkim: 'pass' }],
    ['mx.exemple.org (dmarc=pass; nested (dkim=pass)); spf=softfail', { spf: 'softfail' }],
    ['mx.exemple.org; none', {}],
    ['"mx.exemple.org"; SPF = Pass', { spf: 'pass' }],
    ['mx.exemple.org; dmarc=excellent', {}],
  ])('%s', (field, said) => {
    expect(authenticationOf([field], MX)).toEqual(said)
  })

  test('only the named server is believed, and of it only the topmost field', () => {
    const forged = 'mx.exemple.org; dmarc=pass'
    expect(authenticationOf(['mx.exemple.org.evil.example; dmarc=pass', 'evil.example; dmarc=pass'], MX)).toBeUndefined()
    expect(authenticationOf(['mx.exemple.org; dmarc=fail', forged], MX)).toEqual({ dmarc: 'fail' })
    expect(authenticationOf([forged], undefined)).toBeUndefined()
    expect(authenticationOf([], MX)).toBeUndefined()
  })

  test('a sender who is not who they say', () => {
    expect(isForged({ dmarc: 'fail', spf: 'pass' })).toBe(true)
    expect(isForged({ dmarc: 'none', spf: 'fail', dkim: 'none' })).toBe(true)
    // forwarded: the path is another, the signature holds
    expect(isForged({ dmarc: 'none', spf: 'fail', dkim: 'pass' })).toBe(false)
    expect(isForged({ dmarc: 'pass', spf: 'fail' })).toBe(false)
    expect(isForged({})).toBe(false)
    expect(isForged(undefined)).toBe(false)
  })
})

test.each([
  ['mx.exemple.org; dkim=pass header.d=chantier.fr', ['chantier.fr'], true],
  ['mx.exemple.org; dkim=pass header.i=@Chantier.fr; dmarc=none', ['chantier.fr'], true],
  ['mx.exemple.org; dkim=pass (2048-bit key) header.d=fr', ['fr'], false],
  ['mx.exemple.org; dkim=fail header.d=chantier.fr', [], false],
  ['mx.exemple.org; dkim=pass header.d=list.example; dkim=pass header.d=chantier.fr', ['list.example', 'chantier.fr'], true],
  ['mx.exemple.org; dkim=pass header.d=news.chantier.fr', ['news.chantier.fr'], false],
  ['mx.exemple.org; dkim=pass header.d=faux-chantier.fr', ['faux-chantier.fr'], false],
  ['evil.example; dkim=pass header.d=chantier.fr', [], false],
  ['mx.exemple.org; dkim=pass reason="header.d=chantier.fr"', [], false],
])('whose signature holds: %s', (field, signers, aligned) => {
  expect(signersOf([field], MX)).toEqual(signers)
  const proof = proofOf(authenticationOf([field], MX), 'Chantier.fr', signers)
  expect(proof.aligned ?? false).toBe(aligned)
})
