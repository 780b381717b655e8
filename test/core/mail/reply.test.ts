import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../../core/mail/reply.ts'

/** As mail programs write them. */
const REPLIES: [string, string, string][] = [
  [
    'Gmail, French',
    'oui, très bonne équipière\n\nLe jeu. 12 mars 2026 à 10:03, Déclic <declic+a@exemple.org> a écrit :\n\n> Bonjour,\n> Avez-vous vu Awa',
    'oui, très bonne équipière',
  ],
  ['Gmail, line broken', 'oui\n\nLe jeu. 12 mars 2026 à 10:03, Déclic <declic+abc@exemple.org>\na écrit :\n\n> Bonjour', 'oui'],
  ['Gmail, English', 'Yes, she did well.\n\nOn Thu, Mar 12, 2026 at 10:03 AM Declic <d@x.org> wrote:\n\n> Hello', 'Yes, she did well.'],
  [
    'Outlook, French',
    'Pas encore, il manque le nettoyage.\n\nDe : Déclic <declic@exemple.org>\nEnvoyé : jeudi 12 mars 2026 10:03\nÀ : Paul Martin\nObjet : Awa',
    'Pas encore, il manque le nettoyage.',
  ],
  ['Outlook on a phone', 'Oui\n\nObtenez Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\nDe : Déclic', 'Oui'],
  ['Outlook, old', "Oui très bien\n\n-----Message d'origine-----\nDe : Déclic", 'Oui très bien'],
  ['iPhone', '1\n\nEnvoyé de mon iPhone\n\n> Le 12 mars 2026 à 10:03, Déclic <x@y.fr> a écrit :\n> \n> Bonjour', '1'],
  [
    'Thunderbird, under the quotation',
    'Le 12/03/2026 à 10:03, Déclic a écrit :\n> Avez-vous vu Awa faire cela ?\n\noui je confirme',
    'oui je confirme',
  ],
  ['under a bare quotation', '> Avez-vous vu Awa faire cela ?\n\noui je confirme', 'oui je confirme'],
  [
    'a greeting, a closing, a signature',
    'Bonjour,\n\nOui, très bonne équipière.\n\nCordialement,\nPaul Martin\nChef de cuisine\n06 12 34 56 78',
    'Oui, très bonne équipière.',
  ],
  ['a closing without a comma', 'Je confirme, elle a bien travaillé.\nBien à vous\n\nPaul', 'Je confirme, elle a bien travaillé.'],
  ['a signature line', 'oui\n-- \nPaul Martin\nChantier Bâtir', 'oui'],
  ['several paragraphs', 'Oui.\n\nElle a tout rangé, et elle a aidé Rosa.', 'Oui.\n\nElle a tout rangé, et elle a aidé Rosa.'],
  ['« le … » that quotes nothing', 'Le travail était bien fait, oui.', 'Le travail était bien fait, oui.'],
  ['a greeting alone', 'Bonjour', 'Bonjour'],
  ['nothing but a quotation', 'Le 12 mars 2026 à 10:03, Déclic <x@y.fr> a écrit :\n> oui', ''],
  ['nothing', '', ''],
]

describe('the words of a reply', () => {
  test.each(REPLIES)('%s', (_, text, words) => {
    expect(wordsOf(text)).toBe(words)
    expect(wordsOf(text.replaceAll('\n', '\r\n'))).toBe(words)
  })
})
