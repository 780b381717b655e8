// How the lists beside this file are written: one turn of phrase a line, in the one spelling of spelling.ts (no accents, apostrophes as spaces).
//   (a|b) either · (a )? perhaps · SHE whoever the reply is about · HER the same as an object · SO any adverb that adds weight
//   VERY how much · WORK what somebody is seen doing · WORD any word that does not limit, where a phrase has a gap

const MEANS: [RegExp, string][] = Object.entries({
  WORK: `
    faire | fais | fait | fer | le faire | a l oeuvre | en action | a l ouvrage | travailler | bosser | aider | work | working |
    help | helping | do | does | did | doing | at work | at it | in action | do it | doing (?:it | that | this) | do (?:it | that
    | this) | participer | porter | ranger | servir | organiser | nettoyer | preparer | expliquer | montrer | partager | gerer |
    accueillir | former | rassurer | cuisiner | encourager | epauler | soutenir | proposer | demander de l aide | ecouter |
    prendre | mener | monter | communiquer | collaborer | reussir | donner | serving | cleaning | cooking | organis\\p{L}+ |
    explain\\p{L}* | showing | sharing | leading | lead | carrying | preparing | supporting | listening | welcoming | training |
    encouraging | handle | handling | manage | managing | share | support | welcome | step in | stepping in | pitch in |
    pitching in | take | taking | lend\\p{L}* | cover\\p{L}*
  `,
  WORD: `
    (?!(?:pas|pa|jamais|ne|n|not|never|no|non|sans|without|if|si|mais|but|sauf|presque|parfois|faut|sinon|bof|only|almost|nearly|maybe|sometimes|hardly|barely|rarely|except|unless|moins|peut|quand|when|que|qu|je|i|ou|or|lol|mdr|ptdr|haha|demain|tomorrow) )\\p{L}+
  `,
  SHE: `
    elle | elles | il | ils | iel | on | ca | @ | she | he | they | la petite | le petit | la demoiselle | cette (?:personne |
    fille | dame | femme) | ce (?:garcon | jeune | monsieur) | cette jeune(?: femme |  fille)? | the (?:girl | lad | lass | lady
    | young woman | young man)
  `,
  HERSELF: `
    elle | elles | il | ils | iel | @ | she | he | they | la petite | le petit | la demoiselle | la gamine | (?:cette | la) (?:personne |
    fille | dame | femme | jeune) | (?:ce | le) (?:garcon | jeune | monsieur | gars) | (?:the | that | this) (?:girl | lad | one | lass | lady | young woman | young man) | l (?:interessee? | apprenante?) | (?:la | le | cette | ce) (?:stagiaire | candidate?) | the (?:said )?(?:candidate | trainee | apprentice | intern | learner | student)
  `,
  HER: `
    @ | her | him | them | it | that one | this one | that | this | these things | those things | cela | ca | tout ca | tout cela
  `,
  ROLE: `
    chef | cheffe | conducteur | conductrice | responsable | directeur | directrice | benevole | animateur | animatrice | educateur | educatrice | formateur |
    formatrice | encadrante? | gerante? | patronne? | professeure? | prof | enseignante? | coordinateur | coordinatrice | moniteur | monitrice | contremaitre |
    tuteur | tutrice | referente? | foreman | forewoman | manager | supervisor | teacher | director | coordinator | team leader | team lead | shift leader |
    site manager | line manager | infirmiere? | cuisiniere? | assistante? sociale | conseiller | conseillere
  `,
  VERY: `
    tres | super | hyper | vraiment | trop | tellement | toujours | si | assez | franchement | extremement | very | really | so |
    truly | always | such a | an? | une? | absolument | absolutely | vachement | grave | tout a fait | clairement | un vrai |
    une vraie | a real
  `,
  SO: `
    tres | bien | super | hyper | vraiment | trop | toujours | deja | souvent | meme | tout | toute | toutes? | moi | aussi |
    plusieurs fois | maintenant | reellement | effectivement | really | always | definitely | certainly | absolutely | actually |
    already | often | also | just | totally | completely | personally | regularly | now | clearly | most | indeed | happily |
    gladly | well | myself | fully | absolument | parfaitement | completement | entierement | largement | personnellement |
    volontiers | sincerely | regulierement | clairement | franchement | justement
  `,
}).map(([name, means]) => [new RegExp(`\\b${name}\\b`, 'g'), `(?:${means.trim().replace(/\s*\|\s*/g, '|')})`])

/** Single words of a list, as many a line as there is room for. */
export const words = (list: string): string[] => list.trim().split(/\s+/)

/** One expression for a list, whole words only. Global: for `replace`; ask with `has`. */
export function anyOf(...lists: readonly (readonly string[])[]): RegExp {
  const sources = lists
    .flat()
    .map((phrase) => MEANS.reduce((source, [name, means]) => source.replace(name, means), phrase))
    // nobody says it five times running, and a star on words that overlap takes for ever on who does
    .map((source) => source.replace(/\)\*/g, '){0,4}').replace(/\)\+/g, '){1,4}'))
    // the longer first: « all the time » before « all »
    .toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?<= )(?:${sources.join('|')})(?:(?= )|(?<= ))`, 'gu')
}

/** Where a sign is found in a clause, begin and end by turns. One reply asks for the same ones over and over, so the last few are remembered. */
const found = new Map<RegExp, Map<string, readonly number[]>>()
const REMEMBERED = 4000
let remembered = 0

function placesOf(sign: RegExp, clause: string): readonly number[] {
  let bySign = found.get(sign)
  const known = bySign?.get(clause)
  if (known) return known
  if (remembered++ > REMEMBERED) {
    found.clear()
    remembered = 0
    bySign = undefined
  }
  if (!bySign) {
    bySign = new Map()
    found.set(sign, bySign)
  }
  const places: number[] = []
  // matchAll would copy the expression each time, and a long one may then be compiled each time
  sign.lastIndex = 0
  for (let match = sign.exec(clause); match; match = sign.exec(clause)) {
    places.push(match.index, match.index + match[0].length)
    if (match[0] === '') sign.lastIndex++
  }
  bySign.set(clause, places)
  return places
}

export const has = (sign: RegExp, clause: string): boolean => placesOf(sign, clause).length > 0

/** `clause` without what the sign says; what is left has nothing to do with it. */
export const without = (sign: RegExp, clause: string): string =>
  has(sign, clause) ? ` ${clause.replace(sign, ' ').replace(/ +/g, ' ').trim()} ` : clause

/** Where words of `clause` are accounted for by the signs. Signs may overlap: « toute seule » is known although « le fait toute » is too. */
function accounted(clause: string, signs: readonly RegExp[]): Uint8Array {
  const known = new Uint8Array(clause.length)
  for (const sign of signs) {
    const places = placesOf(sign, clause)
    for (let i = 0; i < places.length; i += 2) known.fill(1, places[i], places[i + 1])
  }
  return known
}

/** Whether `sign` says something in `clause` that the others do not explain: « sans » is explained in « sans hésiter », not in « sans moi ». */
export function unexplained(clause: string, sign: RegExp, ...explanations: readonly RegExp[]): boolean {
  if (!has(sign, clause)) return false
  const known = accounted(clause, explanations)
  const places = placesOf(sign, clause)
  for (let p = 0; p < places.length; p += 2)
    for (let i = places[p]!; i < places[p + 1]!; i++) if (!known[i] && clause[i] !== ' ') return true
  return false
}

/** The words of `clause` that none of the signs accounts for. */
export function unaccounted(clause: string, ...signs: readonly RegExp[]): string {
  const known = accounted(clause, signs)
  const words: string[] = []
  let at = 0
  for (const word of clause.split(' ')) {
    if (word && !known[at]) words.push(word)
    at += word.length + 1
  }
  return ` ${words.join(' ')} `
}

export const isEmpty = (clause: string): boolean => clause.trim() === ''
