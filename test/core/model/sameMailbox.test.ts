import { expect, test } from 'vitest'
import { isSameMailbox } from '../../../core/model/sameMailbox.ts'

test.each([
  ['awa@example.org', 'awa@example.org', true],
  ['Awa@Example.org ', 'awa@example.org', true],
  ['awa+badge@example.org', 'awa@example.org', true],
  ['awa+1@example.org', 'awa+2@example.org', true],
  ['awa@example.org', 'awa@example.com', false],
  ['awa.diallo@example.org', 'awadiallo@example.org', false],
  ['+awa@example.org', '+rosa@example.org', false],
  ['', '', false],
  [null, null, false],
  ['nobody', 'nobody', false],
])('%s and %s: %s', (one, other, same) => {
  expect(isSameMailbox(one, other)).toBe(same)
})
