import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Remark } from '../../../../core/model/plainLanguage/finding.ts'
import { checkChoices, checkMessage, type MessageRules } from '../../../../core/model/plainLanguage/message.ts'

const names = (remarks: Remark[]) => remarks.map(({ rule, severity }) => (severity === 'error' ? rule : `${rule}?`))
const fr = (text: string, rules: Partial<MessageRules> = {}) =>
  names(checkMessage(spaced(text), { language: 'fr', reader: 'learner', ...rules }))
const en = (text: string, rules: Partial<MessageRules> = {}) => names(checkMessage(text, { language: 'en', reader: 'learner', ...rules }))

/** French spaces made no-break, so that a test is readable; `_` stays a plain space where one is meant. */
const spaced = (text: string) =>
  text
    .replaceAll(/ (?=[:;!?»])/g, '\u00a0')
    .replaceAll('« ', '«\u00a0')
    .replaceAll('_', ' ')

describe('what conversation.md says passes', () => {
  test.each([
    'Bonjour 👋 Je suis Déclic. Je vous aide à montrer ce que vous savez faire.',
    'Un badge, c’est une image à votre nom. Elle dit ce que vous savez faire, avec des preuves. On commence ?',
    'Non, ce n’est pas un diplôme. C’est la preuve de ce que vous faites déjà. On commence ?',
    'C’est noté ✍️ Question 2 sur 6. Racontez ce que vous avez fait, du début à la fin. Par quoi avez-vous commencé ?',
    '3 photos bien reçues 👍 C’est tout ?',
    'Imaginez le même travail demain. Qu’est-ce que vous gardez, qu’est-ce que vous changez ?',
    'Votre demande est envoyée ✅ Envoyez le message suivant à votre tuteur.',
    'Demander de l’aide quand il faut : où en êtes-vous ?',
    'Qui était là avec vous ?',
    'Bonjour Awa. Il vous reste 2 questions, environ 3 minutes. On continue ?',
  ])('%s', (text) => {
    expect(fr(text)).toEqual([])
  })
})

describe('shape', () => {
  test('three sentences, a list counts its lines', () => {
    expect(fr('Bonjour. Merci. À demain.')).toEqual([])
    expect(fr('Bonjour. Merci. À demain. À bientôt.')).toEqual(['sentences'])
    expect(fr('Une photo\nUn vocal\nUn papier\nUn lien')).toEqual(['sentences'])
  })

  test('full stops that end nothing', () => {
    expect(fr('M. Martin a vu la photo de J. Dupont à 10:30. Merci !')).toEqual([])
    expect(fr('1. Oui')).toEqual([])
    expect(en('Say no. Say yes. Say it. Go.')).toEqual(['sentences'])
    expect(en('Mr. Martin saw it at 3.30. Thanks!')).toEqual([])
    expect(fr('Allez sur https://example.org/a.b?c=d!e puis revenez.')).toEqual([])
  })

  test('twelve words a sentence, fifteen are an error', () => {
    const words = (count: number) => `${Array(count).fill('mot').join(' ')}.`
    expect(fr(words(12))).toEqual([])
    expect(fr(words(13))).toEqual(['sentence-length?'])
    expect(fr(words(15))).toEqual(['sentence-length'])
  })

  test('240 characters, an emoji is one', () => {
    const long = (count: number) => `${'a'.repeat(count - 2)} 👩🏽‍🌾`
    expect(fr(long(240))).toEqual([])
    expect(fr(long(241))).toEqual(['length'])
  })

  test('one question, and it comes last', () => {
    expect(fr('C’était où ? Et quand ?')).toEqual(['question'])
    expect(fr('C’était où ? Racontez.')).toEqual(['question'])
    expect(fr('Racontez.', { kind: 'asks' })).toEqual(['question'])
    expect(fr('C’était où ? 🙂', { kind: 'asks' })).toEqual([])
    expect(fr('Avez-vous une photo ?', { kind: 'orders' })).toEqual(['question'])
  })

  test('an emoji stands beside words', () => {
    expect(fr('👍')).toEqual(['emoji'])
    expect(fr('Photo reçue 👍')).toEqual([])
  })

  test('people’s own words follow no rule', () => {
    const own = 'on a fait 80% des repas, et puis on a servi et rangé et nettoyé et tout et tout? oui'
    expect(fr(`Voici votre texte : « ${own} » C’est bien vous ?`, { own: [own] })).toEqual([])
  })
})

describe('words', () => {
  test.each([
    'Soumettez-le.',
    'On va valider.',
    'Votre formulaire.',
    'Cliquez là.',
    'Votre tuteur endosse.',
    'Une url.',
    'Un justificatif.',
    'Uploadez.',
  ])('banned for learners, not for trainers: %s', (text) => {
    expect(fr(text)).toEqual(['banned-word'])
    expect(fr(text, { reader: 'professional' })).toEqual([])
  })

  test.each(['Submit it.', 'Click here.', 'Upload a file.', 'Your tutor endorses it.', 'Fill in the form.', 'Your claim.'])(
    'in English: %s',
    (text) => {
      expect(en(text)).toEqual(['banned-word'])
    },
  )

  test('words that only look like them', () => {
    expect(fr('C’est valable. Il est valide. Une formule. Un déclic.')).toEqual(['sentences'])
    expect(en('It is a form of help. I am informed.')).toEqual([])
  })

  test('abbreviations, percentages, roman numerals', () => {
    expect(fr('Une photo, un vocal, etc.')).toEqual(['abbreviation'])
    expect(fr('Votre tél. sonne.')).toEqual(['abbreviation'])
    expect(fr('Mon CV par SMS, avec un code QR.')).toEqual([])
    expect(fr('La SIAE appelle.')).toEqual(['abbreviation?'])
    expect(fr('Fait à 90 %.')).toEqual(['percentage'])
    expect(fr('Niveau II.')).toEqual(['roman-numeral'])
    expect(en('I did it.')).toEqual([])
  })
})

test('any text gets an answer, at any length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('fr' as const, 'en' as const), (text, language) => {
      for (const { rule, message, fix } of checkMessage(text, { language, reader: 'learner' })) expect(rule && message && fix).toBeTruthy()
    }),
  )
  expect(fr('a!? » ('.repeat(2000))).toContain('length')
})

describe('grammar', () => {
  test('passive voice, not the state that a participle says', () => {
    expect(fr('Votre demande est lue par votre tuteur.')).toEqual(['passive?'])
    expect(fr('Le repas a été préparé.')).toEqual(['passive?'])
    expect(fr('Tout est gardé. Votre demande est envoyée.')).toEqual([])
    expect(en('Your work was checked.')).toEqual(['passive?'])
    expect(en('Your request is sent. I was tired.')).toEqual([])
  })

  test('double negation', () => {
    expect(fr('Ne partez pas si vous n’avez pas fini.')).toEqual(['double-negation?'])
    expect(fr('Ce n’est pas impossible.')).toEqual(['double-negation?'])
    expect(fr('Ce n’est pas un diplôme.')).toEqual([])
    expect(en('Do not go if you have not finished.')).toEqual(['double-negation?'])
  })

  test('nothing assumes a gender', () => {
    expect(fr('Vous êtes prêt(e).')).toContain('gender')
    expect(fr('Les apprenant·es.')).toEqual(['gender'])
    expect(fr('Il/elle dit oui.')).toEqual(['gender'])
    expect(fr('Un tuteur/tutrice.')).toEqual(['gender'])
    expect(fr('Je le fais tout seul.')).toEqual(['gender'])
    expect(fr('Qui vous a vue ?')).toEqual(['gender?'])
    expect(fr('Vous êtes arrivée.')).toEqual(['gender?'])
    expect(fr('Vous vous êtes senti en confiance.')).toEqual(['gender?'])
    expect(fr('Êtes-vous prêt ?')).toEqual(['gender?'])
    expect(fr('Qui vous a aidé ?')).toEqual(['gender?'])
    expect(fr('Qui vous a dit merci ?')).toEqual([])
    expect(fr('Sans aide. Qui était là ?')).toEqual([])
    expect(fr('Un seul badge. C’est prêt.')).toEqual([])
    expect(en('She or he helps.')).toEqual(['gender?'])
  })
})

describe('typography', () => {
  test('no-break spaces', () => {
    expect(fr('C’était où_?')).toEqual(['no-break-space'])
    expect(fr('C’était où?')).toEqual(['no-break-space'])
    expect(fr('«_Oui »')).toEqual(['no-break-space'])
    expect(fr('Bravo\u202f! À 9:30, sur t.me/declicbot?start=x')).toEqual([])
    expect(fr('Vraiment ?!')).toEqual([])
    expect(en('Where was it?')).toEqual([])
  })

  test('apostrophes, quotation marks, dashes', () => {
    expect(fr("C'est bon.")).toEqual(['apostrophe'])
    expect(fr('Dites "oui".')).toEqual(['quotes'])
    expect(fr('Un moment — un vrai.')).toEqual(['dash'])
    expect(fr('Et puis...')).toEqual(['ellipsis?'])
  })
})

test('choices: four, twenty characters each', () => {
  expect(names(checkChoices(['Oui', 'Envoyer à mon tuteur'], 'fr'))).toEqual([])
  expect(names(checkChoices(['a', 'b', 'c', 'd', 'e'], 'fr'))).toEqual(['choices'])
  expect(names(checkChoices(['Envoyer à mon formateur'], 'fr'))).toEqual(['label'])
})
