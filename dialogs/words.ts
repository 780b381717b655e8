// Words that are understood at any moment (contract: "In the chat"), as people type them: with or without a slash, in any
// case, without accents, and misspelt. What is not in these lists is guessed only where nothing else fits (`guess`).

export type Command =
  | 'help'
  | 'back'
  | 'repeat'
  | 'pause'
  | 'continue'
  | 'correct'
  | 'skip'
  | 'stop'
  | 'language'
  | 'mine'
  | 'backpack'
  | 'data'
  | 'forget'
  | 'example'
  | 'hello'
  | 'unknown'
  | 'lost'
  | 'waiting'
  | 'another'
  | 'workshop'
  | 'nudge'
  | 'follow-up'
  | 'claim-code'
  | 'project'
  | 'who-knows'
  | 'ask-me'
  | 'ask-me-no-more'
  | 'link'
  | 'thanks'
  | 'faq-diploma'
  | 'faq-purpose'
  | 'faq-audience'
  | 'faq-cost'
  | 'faq-spelling'

/** The way each is written, French and English together: nobody should have to switch the language to stop. */
const SPELLINGS: Record<Command, string[]> = {
  help: ['aide', '0', 'aider', 'aidez moi', 'aide moi', 'a l aide', 'help', 'help me', 'ede', 'eide', 'aidé', 'besoin d aide', 'sos'],
  back: ['retour', 'revenir', 'retoure', 'retourne', 'retourner', 'precedent', 'arriere', 'back', 'go back', 'retou'],
  repeat: [
    'repeter',
    'repete',
    'repetez',
    'repeté',
    'repetes',
    'redire',
    'encore une fois',
    'quelle question',
    'repeat',
    'again',
    'repetter',
  ],
  pause: ['pause', 'pose', 'pauze', 'plus tard', 'pas maintenant', 'break', 'later'],
  continue: [
    'continuer',
    'continue',
    'continuez',
    'continué',
    'on continue',
    'reprendre',
    'continu',
    'contineur',
    'resume',
    'go on',
    'carry on',
  ],
  correct: ['corriger', 'corrige', 'corrigez', 'coriger', 'corigé', 'modifier', 'changer', 'correction', 'correct', 'change', 'edit'],
  skip: ['passer', 'passe', 'pase', 'paser', 'passé', 'suivant', 'suivante', 'skip', 'next', 'pass'],
  stop: ['stop', 'stope', 'stopp', 'stoppe', 'arret', 'arreter', 'arrete', 'arretez', 'unsubscribe'],
  language: ['langue', 'langues', 'lang', 'language', 'languages', 'changer de langue', 'english', 'francais', 'anglais', 'langage'],
  mine: [
    'mes demandes',
    'mes demande',
    'ma demande',
    'mes badges',
    'mon badge',
    'mes badge',
    'mé demande',
    'mai demande',
    'my requests',
    'my claims',
    'my badges',
    'my request',
    'mesdemandes',
    'demande',
  ],
  backpack: ['sac', 'mon sac', 'mon sac a dos', 'sac a dos', 'sac a badges', 'mon sac de badges', 'backpack', 'my backpack', 'my bag'],
  data: [
    'mes donnees',
    'mes donnee',
    'mesdonnees',
    'mes donné',
    'mé donnee',
    'mé donnees',
    'mes donees',
    'mes donee',
    'mé donees',
    'my data',
    'mydata',
    'mes infos',
  ],
  forget: [
    'oublier',
    'oublie',
    'oubliez',
    'oublier moi',
    'oublie moi',
    'oubliez moi',
    'oublié',
    'effacer',
    'efface tout',
    'supprimer',
    'forget',
    'forget me',
    'delete me',
    'oublié moi',
  ],
  example: ['exemple', 'un exemple', 'exemples', 'example', 'examples', 'egzemple'],
  hello: ['bonjour', 'bjr', 'slt', 'salut', 'coucou', 'bonsoir', 'hello', 'hi', 'hey', 'bonjours', 'salam', 're'],
  unknown: [
    'je ne sais pas',
    'je ne sait pas',
    'je sais pa',
    'je c pas',
    'je c pa',
    'j c pas',
    'jc pas',
    'je sé pa',
    'je sait pas',
    'chépa',
    'je sais pas',
    'jsp',
    'ne sais pas',
    'sais pas',
    'ché pas',
    'che pas',
    'chais pas',
    'aucune idee',
    'i don t know',
    'don t know',
    'dont know',
    'idk',
    'jcpa',
    'jsais pas',
  ],
  lost: [
    'je comprends pas',
    'je ne comprends pas',
    'comprends pas',
    'jcompren pa',
    'j comprends pas',
    'je comprend pas',
    'pas compris',
    'j ai pas compris',
    'jai pas compris',
    'compren pa',
    'c est quoi',
    'i don t understand',
    'dont understand',
    'hein',
    'quoi',
    'comprend pas',
  ],
  waiting: ['demandes', 'les demandes', 'requests', 'pending'],
  workshop: ['atelier', 'un atelier', 'nouvel atelier', 'ouvrir un atelier', 'workshop', 'new workshop'],
  nudge: ['relance', 'relancer', 'la relance', 'nudge'],
  project: [
    'projet',
    'projets',
    'le projet',
    'mon projet',
    'notre projet',
    'projet de groupe',
    'project',
    'our project',
    'group project',
    'quitter le projet',
    'quitter projet',
    'leave the project',
  ],
  link: [
    'relier',
    'relie',
    'reliez',
    'relié',
    'relyer',
    'lier',
    'lié',
    'connecter',
    'conecter',
    'relier mes comptes',
    'lier mes comptes',
    'relier teams',
    'relier telegram',
    'link',
    'link my accounts',
    'link accounts',
    'connect',
    'connect my accounts',
  ],
  another: [
    'un autre badge',
    'autre badge',
    'nouveau badge',
    'choisir un badge',
    'badges',
    'les badges',
    'badge',
    'another badge',
    'new badge',
    'choose a badge',
  ],
  'follow-up': [
    'suivi',
    'le suivi',
    'mon suivi',
    'suivis',
    'suivie',
    'page de suivi',
    'follow up',
    'followup',
    'my follow up',
    'follow up page',
  ],
  'claim-code': ['code', 'codes', 'un code', 'les codes', 'nouveau code', 'code de badge', 'a code', 'new code', 'badge code'],
  'who-knows': [
    'qui sait faire',
    'qui sait faire ça',
    'ki sait faire',
    'qui c est faire',
    'qui sé faire',
    'qui ses faire',
    'qui sais faire',
    'qui sait',
    'qui peut aider',
    'qui peut m aider',
    'ki peut m aider',
    'qui peu m aider',
    'qui peux m aider',
    'qui m aide',
    'qui peut nous aider',
    'trouver quelqu un',
    'who can help',
    'who can help me',
    'who knows',
    'who knows how',
    'who can do it',
    'woh can help',
    'who can hepl',
  ],
  'ask-me': [
    'on peut me demander',
    'on peu me demander',
    'on peux me demander',
    'on peut me demandé',
    'vous pouvez me demander',
    'people may ask me',
    'people can ask me',
    'you can ask me',
  ],
  'ask-me-no-more': [
    'ne plus me demander',
    'ne plu me demander',
    'plus me demander',
    'ne me demandez plus',
    'ne me demande plus',
    'me demander plus',
    'ne plus etre trouve',
    'ne plus etre trouvee',
    'ne plus être trouver',
    'ne plus me trouver',
    'stop asking me',
    'stop asking',
    'do not ask me any more',
    'don t ask me any more',
    'stop finding me',
  ],
  thanks: ['merci', 'merci beaucoup', 'merci bien', 'un grand merci', 'mersi', 'mrc', 'thanks', 'thank you', 'thx'],
  'faq-diploma': [
    'c est un diplome',
    'cest un diplome',
    'cé un diplome',
    'c un diplome',
    'diplome',
    'un diplome',
    'est ce un diplome',
    'est ce que c est un diplome',
    'is it a diploma',
    'diploma',
  ],
  'faq-purpose': [
    'c est quoi un badge',
    'un badge c est quoi',
    'what is a badge',
    'a quoi ca sert',
    'a quoi sa sert',
    'a koi sa sert',
    'ca sert a koi',
    'ca sert a quoi',
    'sa sert a quoi',
    'c est pour quoi',
    'what is it for',
    'what for',
  ],
  'faq-audience': ['qui voit', 'qui va voir', 'qui voit ca', 'qui peut voir', 'who sees it', 'who can see', 'who sees'],
  'faq-cost': ['combien ca coute', 'c est gratuit', 'ca coute combien', 'c est payant', 'prix', 'is it free', 'how much', 'cost'],
  'faq-spelling': ['je fais des fautes', 'et si je fais des fautes', 'les fautes', 'fautes', 'je sais pas ecrire', 'mistakes', 'spelling'],
}

/** Lower case, no accents, no slash or punctuation, single spaces; emoji stay. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`\-_/.,;:!?…«»"()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const BY_SPELLING = new Map<string, Command>()
for (const [command, spellings] of Object.entries(SPELLINGS))
  for (const spelling of spellings) BY_SPELLING.set(plain(spelling), command as Command)

/** The always-available word that `text` is, if it is nothing else. */
export const command = (text: string): Command | undefined => (text.length > 60 ? undefined : BY_SPELLING.get(plain(text)))

/** The command whose spelling is one or two letters away; only for a single word, and only where nothing else fits. */
export function guess(text: string): Command | undefined {
  const word = plain(text)
  if (word.length < 4 || word.length > 20 || word.includes(' ')) return undefined
  for (const [spelling, found] of BY_SPELLING) if (spelling.length >= 4 && isNear(word, spelling)) return found
  return undefined
}

/** One letter away, or two in words of seven letters and more (a swap counts as two). */
export function isNear(a: string, b: string): boolean {
  const allowed = b.length >= 7 ? 2 : 1
  if (Math.abs(a.length - b.length) > allowed) return false
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]! <= allowed
}
