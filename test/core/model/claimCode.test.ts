// What a claim code is for a claim, and what is heard as one.
import { expect, test } from 'vitest'
import { type CodeState, codeOf, stateOf, WITHOUT } from '../../../core/model/claimCode.ts'
import type { ClaimCode, Consent } from '../../../core/model/rows.ts'
import { claimCodeFrom, claimCodeSaid } from '../../../dialogs/trainer/spokenCode.ts'

const NOW = '2026-03-02T10:00:00.000Z'
const CODE: ClaimCode = {
  id: 'k',
  code: 'c',
  spoken: 'lune panda 42',
  badgeId: 'laser',
  structureId: 'nord',
  workshopId: null,
  madeBy: 'lea',
  madeByName: 'Léa',
  madeAt: '2026-03-02T09:00:00.000Z',
  endsAt: '2026-03-02T11:00:00.000Z',
  endedAt: null,
}
const CLAIM = { badgeId: 'laser', structureId: 'nord' }

test.each<[string, ClaimCode | null, { badgeId: string; structureId: string | null }, string, CodeState]>([
  ['in time, of this badge and structure', CODE, CLAIM, 'awa', 'good'],
  ['of a claim that has no structure yet', CODE, { ...CLAIM, structureId: null }, 'awa', 'good'],
  ['none', null, CLAIM, 'awa', 'wrong'],
  ['of another badge', CODE, { ...CLAIM, badgeId: 'bois' }, 'awa', 'wrong'],
  [
    'of another structure, and nothing is told of it when it is over',
    { ...CODE, endedAt: NOW },
    { ...CLAIM, structureId: 'sud' },
    'awa',
    'wrong',
  ],
  ['ended', { ...CODE, endedAt: NOW }, CLAIM, 'awa', 'over'],
  ['too late', { ...CODE, endsAt: NOW }, CLAIM, 'awa', 'over'],
  ['said by whoever made it', CODE, CLAIM, 'lea', 'own'],
])('a code %s', (_, code, claim, person, state) => {
  expect(stateOf(code, claim, person, NOW)).toBe(state)
})

test('the last word about a code counts, and « without » is none', () => {
  const said = (choice: string, endedAt: string | null = null) => ({ what: 'code', choice, endedAt }) as Consent
  expect(codeOf({ consents: [] })).toBeUndefined()
  expect(codeOf({ consents: [said(WITHOUT)] })).toBeUndefined()
  expect(codeOf({ consents: [said(WITHOUT, NOW), said('k')] })).toBe('k')
  expect(codeOf({ consents: [said('k', NOW)] })).toBeUndefined()
})

test.each([
  ['lune panda 42', 'lune panda 42'],
  ['LUNE PANDA 42', 'lune panda 42'],
  ['c’est Lune-Panda-42 !', 'lune panda 42'],
  ['le code : étoile clé 17', 'etoile cle 17'],
  ['lune 42', undefined],
  ['lune panda', undefined],
  ['lune truc 42', undefined],
  ['j’ai fait 42 repas avec la lune et le panda hier soir à la maison', undefined],
])('« %s » is heard as %s', (text, heard) => {
  expect(claimCodeSaid(text)).toBe(heard)
})

test('what is drawn is heard again, and two draws differ', () => {
  const drawn = ['0f', '1e', '2d', '3c', '4b'].map((start) => claimCodeFrom(`${start}83ab5c9d7e1f2046${start}c1d2e3f4a5b6`.padEnd(32, '7')))
  for (const one of drawn) expect(claimCodeSaid(one)).toBe(one)
  expect(claimCodeFrom('0'.repeat(32))).not.toBe(claimCodeFrom(`${'0'.repeat(15)}1${'0'.repeat(16)}`))
})
