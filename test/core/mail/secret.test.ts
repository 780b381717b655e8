import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { addressOf, normal, tagged } from '../../../core/mail/address.ts'
import { makeMailSecret, openMailSecret } from '../../../core/mail/secret.ts'

const REQUEST = '6c84fb90-12d3-4f5a-8b3c-0a1b2c3d4e5f'

describe('the signed token of a reply', () => {
  const secret = makeMailSecret(Buffer.alloc(32, 1))
  const token = secret.tokenFor(REQUEST)

  test('names its request, whatever a server does to its case', () => {
    expect(token).toMatch(/^[a-z2-7]{42}$/)
    expect(secret.requestOf(token)).toBe(REQUEST)
    expect(secret.requestOf(token.toUpperCase())).toBe(REQUEST)
  })

  test('is refused when a letter of it is changed, cut, added, or signed by somebody else', () => {
    for (let at = 0; at < token.length - 1; at++) {
      const other = `${token.slice(0, at)}${token[at] === 'q' ? 'r' : 'q'}${token.slice(at + 1)}`
      expect(secret.requestOf(other), String(at)).toBeUndefined()
    }
    expect(secret.requestOf(token.slice(0, -2))).toBeUndefined()
    expect(secret.requestOf(`${token}aa`)).toBeUndefined()
    expect(secret.requestOf('')).toBeUndefined()
    expect(secret.requestOf('é'.repeat(42))).toBeUndefined()
    expect(makeMailSecret(Buffer.alloc(32, 2)).requestOf(token)).toBeUndefined()
  })

  test('the secret is made once, for this user alone, and is the same for whoever opens it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'declic-secret-'))
    const both = await Promise.all([openMailSecret(folder), openMailSecret(folder)])
    expect(both[0].tokenFor(REQUEST)).toBe(both[1].tokenFor(REQUEST))
    expect((await openMailSecret(folder)).digest('a@b.fr')).toBe(both[0].digest('a@b.fr'))
    expect((await stat(path.join(folder, 'keys/mail.secret'))).mode & 0o077).toBe(0)
    await rm(folder, { recursive: true })
  })
})

describe('addresses', () => {
  test.each([
    ['Paul.Martin@Chantier.FR', 'paul.martin@chantier.fr'],
    [' a+b@c.example ', 'a+b@c.example'],
    ['a@bücher.example', 'a@xn--bcher-kva.example'],
    ['a@b', undefined],
    ['a@@b.fr', undefined],
    ['.a@b.fr', undefined],
    ['a..b@c.fr', undefined],
    ['a b@c.fr', undefined],
    ['a@b.fr\r\nBcc: c@d.fr', undefined],
    ['"a@b.fr" <c@d.fr>', undefined],
    [`${'a'.repeat(65)}@b.fr`, undefined],
  ])('%s', (text, spelling) => {
    expect(normal(text)).toBe(spelling)
  })

  test('a tag that makes a name too long is left out', () => {
    expect(tagged(addressOf('declic@b.fr')!, 'x')).toBe('declic+x@b.fr')
    expect(tagged(addressOf(`${'d'.repeat(30)}@b.fr`)!, 'x'.repeat(42))).toBeUndefined()
  })
})
