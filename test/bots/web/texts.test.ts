import { describe, expect, it } from 'vitest'
import { makeTexts } from '../../../dialogs/texts.ts'
import { readFileSync } from 'node:fs'
import { webTexts } from '../../../bots/web/texts.ts'

const source = (name: string) => readFileSync(new URL(`../../../bots/web/texts/${name}.ftl`, import.meta.url), 'utf8')
const longest = {
  name: 'Maria-Fernanda Rodrigues da Silva',
  names: 'Paul',
  text: 'Un repas pour 80 personnes, au centre, le 12 mars',
  badge: 'Équipe',
  tutor: 'Paul',
  issuer: 'Réseau',
  date: '1 mai',
  number: 9,
  code: 'LUNE 42',
  at: 2,
  of: 8,
  round: 1,
  pieces: '1,5',
  words: 'Où était-ce\u00a0?',
  learner: 'Awa Diallo',
  domain: 'chantier.example',
  day: '1 mai',
  what: 'told',
  outcome: 'Accepté',
  status: 'Envoyé',
  count: 9,
  contact: '06 00 00 00 00',
  roles: 'Collègue ou Association',
  time: '14:30',
  said: 2,
  seats: 3,
  site: 'reseau.example',
  reason: 'Déjà donné',
  have: 1,
}

describe('the texts of pages', () => {
  it('say the same things in both languages, and all of them can be said', () => {
    const english = makeTexts({ fr: [source('en'), source('badges.en')], en: [], 'fr-tu': [] })
    expect(english.keys().sort()).toEqual(webTexts.keys().sort())
    for (const key of webTexts.keys()) {
      for (const speech of ['fr', 'en'] as const) expect(webTexts.say(speech, key, longest), key).not.toBe('')
    }
  })

  it('keep French typography: no-break spaces, curly apostrophes', () => {
    for (const key of webTexts.keys()) {
      const text = webTexts.say('fr', key, longest)
      expect(text, key).not.toMatch(/[^\u00a0\d] ?(?<!\u00a0)[:;!?»](?!\/)|«(?!\u00a0)|'/)
    }
  })
})
