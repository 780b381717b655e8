import { expect, test } from 'vitest'
import { checkTexts, type TextSource } from '../../../../core/model/plainLanguage/checkTexts.ts'
import { samplesFor } from '../../../../core/model/plainLanguage/samples.ts'
import { makeTexts } from '../../../../dialogs/texts.ts'

const NAMES = {
  badge: 'Je travaille en équipe',
  criterion: 'Demander de l’aide',
  issuer: 'Réseau',
  structure: 'La cuisine',
  stage: 'Début',
}
const SAMPLES = { fr: samplesFor('fr', NAMES), en: samplesFor('en', NAMES) }

function check(fr: string, en: string, tu = '', medium: TextSource['medium'] = 'chat'): string[] {
  const sources: TextSource[] = [
    { medium, speech: 'fr', file: 'fr.ftl', text: fr },
    { medium, speech: 'en', file: 'en.ftl', text: en },
    { medium, speech: 'fr-tu', file: 'fr-tu.ftl', text: tu },
  ]
  const findings = checkTexts(makeTexts({ fr: [fr], en: [en], 'fr-tu': [tu] }), sources, SAMPLES)
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`)
}

test('plain texts pass', () => {
  const fr =
    '# a comment\nhello = Bonjour { $name } 👋\nleft = { $count ->\n    [one] Il reste { $count } question.\n   *[other] Il reste { $count } questions.\n }\n'
  const en =
    'hello = Hello { $name } 👋\nleft = { $count ->\n    [one] { $count } question left.\n   *[other] { $count } questions left.\n }\n'
  expect(check(fr, en)).toEqual([])
})

test('a message is measured with the longest values, at the line of its key', () => {
  const long = 'Bonjour { $name }, voici les nouvelles du jour pour vous et { $tutor }.'
  expect(check(`a = Merci.\nhello = ${long}\n`, 'a = Thanks.\nhello = Hello { $name } and { $tutor }.\n')).toEqual([
    'fr.ftl:2 sentence-length',
  ])
})

test('people’s own words are exempt', () => {
  const words = 'ask-recap = Voici votre texte\u00a0: «\u00a0{ $text }\u00a0». C’est bien vous\u00a0?\n'
  expect(check(words, 'ask-recap = Your text: “{ $text }”. Is it you?\n')).toEqual([])
})

test('the key says who reads, and how', () => {
  expect(check('button-x = Un très long bouton de trop\n', 'button-x = Yes\n')).toEqual(['fr.ftl:1 label'])
  expect(check('tutor-x = Validez cela.\n', 'tutor-x = Validate it.\n')).toEqual([])
  expect(check('ask-x = Racontez.\n', 'ask-x = What is it?\n')).toEqual(['fr.ftl:1 question'])
  expect(check('ask-evidence = Une photo\u00a0?\n', 'ask-evidence = Send a photo.\n')).toEqual(['fr.ftl:1 question'])
})

test('every language says everything, with the same variables, in its own address', () => {
  expect(check('a = Oui.\n', 'b = Yes.\n')).toEqual(['en.ftl:1 language', 'fr.ftl:1 language'])
  expect(check('a = Bonjour { $name }.\n', 'a = Hello.\n')).toEqual(['en.ftl:1 variables'])
  expect(check('a = Ton nom.\n', 'a = Your name.\n', 'a = Votre nom.\n')).toEqual(['fr-tu.ftl:1 address', 'fr.ftl:1 address'])
  expect(check('a = C’est { $unheard }.\n', 'a = It is { $unheard }.\n')).toEqual(['en.ftl:1 sample', 'fr.ftl:1 sample'])
})

test('a page may say more than a message, in words as plain', () => {
  const many = 'a = Un. Deux. Trois. Quatre.\n'
  expect(check(many, 'a = One. Two. Three. Four.\n', '', 'page')).toEqual([])
  expect(check('a = Cliquez.\nplayground-a = Cliquez.\n', 'a = Tap.\nplayground-a = Click.\n', '', 'page')).toEqual([
    'fr.ftl:1 banned-word',
  ])
})
