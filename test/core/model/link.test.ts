import { expect, test } from 'vitest'
import { linkIn } from '../../../core/model/link.ts'

test.each([
  ['https://youtu.be/abc?t=3', 'https://youtu.be/abc?t=3'],
  ['Voici : https://exemple.fr/mon-travail.', 'https://exemple.fr/mon-travail'],
  ['(« https://exemple.fr/a »)', 'https://exemple.fr/a'],
  ['www.exemple.fr/photos', 'https://www.exemple.fr/photos'],
  ['HTTP://EXEMPLE.FR', 'http://exemple.fr/'],
  ['https://éco-lieu.fr/é', 'https://xn--co-lieu-9xa.fr/%C3%A9'],
  ['https://аpple.com', 'https://xn--pple-43d.com/'],
])('the link of %j is %s', (text, link) => {
  expect(linkIn(text)).toBe(link)
})

test.each([
  'bonjour',
  '',
  'javascript:alert(1)',
  'ftp://exemple.fr/a',
  'data:text/html,x',
  'file:///etc/passwd',
  'https://moi:secret@exemple.fr/',
  'https://banque.fr@exemple.fr/',
  'http://localhost/a',
  'http://127.0.0.1/a',
  'http://2130706433/',
  'http://[::1]/a',
  'https://',
  'https://exemple',
  `https://exemple.fr/${'a'.repeat(2000)}`,
])('no link is kept of %j', (text) => {
  expect(linkIn(text)).toBeUndefined()
})
