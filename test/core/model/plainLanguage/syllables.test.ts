import { expect, test } from 'vitest'
import { englishSyllables, frenchSyllables } from '../../../../core/model/plainLanguage/syllables.ts'

const FRENCH = {
  1: '80 je le les vous oui août parlent aiment voient viennent c’est lui nuit seul veux eau badge preuve fait fois être quatre lieu mieux yeux feuille ouest fouet qui quoi guide langue longue bague œuvre cœur ville mille puis bruit bien rien chien peu suivent',
  2: 'bonjour travaille équipe famille question photo créer idée mangeons nuage jouer piano poème souvent moment vraiment étaient qu’est-ce cuisine voyage pays client tuer maïs naïf beaucoup oiseau tuteur diplôme outil jardin chantier prière plier apprendre ensemble travail deuxième avion cruel duel ruelle louer chaos ayez moyen fatigue guérir accueil soleil bouteille gentille tranquille habile ancien patient noël théâtre lycée musée ami amie suivant arrivent déposent',
  3: 'travailler réussi vidéo avez-vous aujourd’hui essayer formateur commencé racontez maintenant ouvrier février oublier seulement réunion actuel saluer employeur appareil nettoyer nettoyage balayer appuyer appuyez envoyez',
  4: 'évaluer situation expérience continuer habitué européen',
}

const ENGLISH = {
  1: 'work worked helped make makes badge you your real made time once piece friend voice note proof the be we team whole place asked cleaned learn learned showed',
  2: 'hello people started needed boxes uses horses questions badges tutor trainer table little something again photo station lion being trying question quiet really finished safely moment evening create science client machine laser level careful useful language because before every wanted changes noticed',
  3: 'idea video everyone usual area employer somebody different diploma organise organised',
  4: 'actually experience',
}

const cases = (words: Record<number, string>): [string, number][] =>
  Object.entries(words).flatMap(([count, list]) => list.split(' ').map((word): [string, number] => [word, Number(count)]))

test.each(cases(FRENCH))('%s has %i in French', (word, count) => {
  expect(frenchSyllables(word)).toBe(count)
})

test.each(cases(ENGLISH))('%s has %i in English', (word, count) => {
  expect(englishSyllables(word)).toBe(count)
})

test('a name of the language itself is a word like another', () => {
  expect(frenchSyllables('constructor')).toBe(3)
  expect(englishSyllables('constructor')).toBe(3)
})
