// The longest values that the variables of the texts may bring, so that no message grows over its limit in somebody's hands.
import type { Language } from './message.ts'

export type Samples = {
  /** Variable → values to try in turn: for a number, one of each plural form. */
  values: Record<string, (string | number)[]>
  /** Variables that hold people's own words: the rules are not for them. */
  own: string[]
}

/** The longest names of a catalogue, in one language. */
export type LongestNames = Record<'badge' | 'criterion' | 'issuer' | 'structure' | 'stage', string>

const NAME = 'Maria-Fernanda Rodrigues da Silva'
const COUNTS = [1, 2, 0, 99]

const WORDS: Record<Language, Record<string, string>> = {
  fr: {
    text: 'On a préparé quatre-vingts repas, et à la fin il ne restait plus rien dans les plats.',
    pieces: '2 photos, 1 vocal et 3 documents',
    first: '2 photos, 1 vocal',
    last: '3 documents',
    badges: '«\u00a0Mon CV\u00a0» et «\u00a0Mon projet\u00a0»',
    role: 'encadrante technique',
    roles: 'tutorat ou équipe de formation ou association',
    needed: 'Il manque encore le mot d’un formateur ou d’une formatrice.',
    organisation: 'Le Chantier bâtir',
    date: '21 septembre 2026',
    day: 'mardi 21 septembre',
    outcome: 'à compléter',
    status: 'à compléter',
    kind: 'document',
  },
  en: {
    text: 'We cooked eighty meals, and at the end nothing was left in the dishes.',
    pieces: '2 photos, 1 voice note and 3 documents',
    first: '2 photos, 1 voice note',
    last: '3 documents',
    badges: '“My CV” and “My project”',
    role: 'technical supervisor',
    roles: 'trainer or tutor or association',
    needed: 'The word of an association is still missing.',
    organisation: 'The Building Yard',
    date: '21 September 2026',
    day: 'Tuesday, 21 September',
    outcome: 'to complete',
    status: 'to complete',
    kind: 'document',
  },
}

/** People's own words, whatever the variable is called. */
const OWN = ['text', 'words', 'comment', 'sentence', 'reason', 'story', 'answer', 'caption']

/** A value for every variable of the texts. A new variable is added here; the check names the ones that are not. */
export function samplesFor(language: Language, names: LongestNames): Samples {
  const words = WORDS[language]
  const all = <T>(keys: string[], ...values: T[]): [string, T[]][] => keys.map((key) => [key, values])
  return {
    values: Object.fromEntries<(string | number)[]>([
      ...all(['name', 'learner', 'tutor', 'trainer', 'by', 'who', 'names'], NAME),
      ...all(['first'], NAME.split(' ')[0]!),
      ...all(['hello'], `${language === 'fr' ? 'Bonjour' : 'Hello'} ${NAME}.`),
      ...all(['channel'], 'telegram', 'teams', 'browser'),
      ...all(OWN, words.text!),
      ...all(
        [
          'count',
          'number',
          'questions',
          'minutes',
          'seconds',
          'left',
          'have',
          'need',
          'waiting',
          'days',
          'joined',
          'started',
          'sent',
          'told',
          'said',
          'people',
          'seats',
        ],
        ...COUNTS,
      ),
      ...all(['at', 'of', 'page', 'pages', 'total'], 8),
      ...Object.entries(names).map(([key, value]): [string, string[]] => [key, [value]]),
      ...Object.entries(words)
        .filter(([key]) => key !== 'text')
        .map(([key, value]): [string, string[]] => [key, [value]]),
      ...all(['url', 'link'], 'https://t.me/declic_bot?start=Zm9yIGV4YW1wbGUgb25seQ'),
      ...all(['domain'], 'example.org'),
      ...all(['email'], 'maria-fernanda.rodrigues@example.org'),
      ...all(['contact'], '01 23 45 67 89'),
      ...all(['code'], 'LUNE 42'),
      ...all(['time'], '16:30'),
      ...all(['round'], 3),
      ...all(['what'], 'told', 'done', 'stopped', 'reminded', 'unreachable'),
      ...all(['workshop'], 'Atelier du 21 septembre, à la cuisine du centre'),
    ]),
    own: OWN,
  }
}
