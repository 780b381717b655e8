// Syllables of a word, counted from its spelling, for the readability scores. French as it is read aloud with care: the e at the
// end of a word is mute, the one inside it sounds. Good to a few in a hundred over running text, which is what the scores need.

const VOWEL = 'aeiouyàâäæéèêëîïôöœùûü'
const IS_VOWEL = new RegExp(`[${VOWEL}]`, 'u')
const CONSONANT_Y = new RegExp(`(?<=[${VOWEL}])y(?=[${VOWEL}])`, 'gu')
const NOT_VOWELS = new RegExp(`[^${VOWEL}]+`, 'u')

/** Words that the rules get wrong, and that learners read often. */
const FRENCH_EXCEPTIONS = new Map(
  Object.entries({ pays: 2, paysage: 3, paysan: 3, oui: 1, août: 1, client: 2, science: 2, patience: 2, expérience: 4, hier: 1 }),
)

/** Words in -ent whose ending sounds; any other is a verb's plural (« ils parlent ») unless it ends in -ment or an accent says so. */
const SOUNDING_ENT =
  /^(?:souvent|argent|vent|dent|cent|lent|absent|présent|différent|accident|incident|talent|agent|parent|récent|urgent|prudent|évident|compétent|content|serpent|permanent|président|patient|client|équivalent|fréquent|violent|excellent|couvent|adolescent|[a-z]*vient|[a-z]*tient|sent|ressent|ment|pressent)$/u

/** Verbs in -mer and -mir, whose « ils …ment » is mute. */
const MUTE_MENT =
  /^(?:aiment|forment|nomment|ferment|estiment|consomment|confirment|expriment|affirment|informent|transforment|dorment|animent)$/u

/** How many syllables a French word has; at least 1, 0 for what holds no vowel or letter (« l’ », « 80 »: figures count 1). */
export function frenchSyllables(word: string): number {
  return parts(word).reduce((sum, part) => sum + frenchPart(part), 0) || 1
}

function frenchPart(part: string): number {
  const known = FRENCH_EXCEPTIONS.get(part)
  if (known !== undefined) return known
  const sounds = part
    .replace(/qu(?=[aeiouyàâéèêëîïôœ]|$)/gu, 'q')
    .replace(/gu(?=[eiéèêëîï])/gu, 'g')
    .replace(CONSONANT_Y, 'j') // a consonant: vo-yage
  const spoken = sounds.replace(isMuteEnt(part) ? /ent$/u : /es?$/u, '')
  return withFrenchHiatus(IS_VOWEL.test(spoken) ? spoken : sounds)
    .split(NOT_VOWELS)
    .filter(Boolean).length
}

/** A hyphen between two vowels that are said apart: ou-vri-er, cré-er, ma-ïs, nu-age, lou-er, po-ème, cha-os. */
const withFrenchHiatus = (sounds: string): string =>
  sounds
    .replace(/([bcdfgptv][lr])i(?=[aeéèêoui])/gu, '$1i-')
    .replace(/é(?=[aâeiouêèéàôœ])/gu, 'é-')
    .replace(/(?<=[aeiouéè])(?=[ïëü])/gu, '-')
    .replace(/(?<=(?:^|[^aeo])u|ou)(?=[aéèêoàâ]|e[rzl]|eu)/gu, '-')
    .replace(/o(?=[aéèêë])|a(?=[oéè])/gu, '$&-')

/** « ils parlent », not « souvent », « moment ». */
const isMuteEnt = (word: string): boolean =>
  word.endsWith('ent') && (MUTE_MENT.test(word) || !(word.endsWith('ment') || SOUNDING_ENT.test(word)))

/** How many syllables an English word has; at least 1. */
export function englishSyllables(word: string): number {
  return parts(word).reduce((sum, part) => sum + englishPart(part), 0) || 1
}

const ENGLISH_EXCEPTIONS = new Map(Object.entries({ everyone: 3, science: 2 }))

function englishPart(part: string): number {
  const known = ENGLISH_EXCEPTIONS.get(part)
  if (known !== undefined) return known
  if (!/[aeiouy]/u.test(part)) return 0
  const sounds = part
    .replace(/(?<=[aeiouy])y(?=[aeiou])/gu, 'j') // a consonant: em-ploy-er
    .replace(/qu/gu, 'q')
    .replace(/(?<=^(?:som|lif|hom))e(?=[a-z]{3})|(?<=ev)e(?=ry|ning)/gu, '') // mute inside: some-thing, ev(e)ry
    .replace(/(?<=[^aeiouydt])ed$|(?<=[^aeiouycgsxz])es$/u, '') // worked, makes; but start-ed, box-es
    .replace(/(?<=[aeiouy].*[^aeiouyl]|[aeiouy]l)e$/u, '') // make, whole; but ta-ble
    .replace(/(?<=[aeiouy].*[^aeiouy])e(?=(?:ly|ful|less|ment|ness)$)/u, '') // safe-ly
  return (
    withHiatus(sounds)
      .split(/[^aeiouy]+/u)
      .filter(Boolean).length || 1
  )
}

/** A hyphen between two vowels that are said apart: li-on, cli-ent, ide-a, cre-ate, be-ing, usu-al, try-ing. */
const withHiatus = (sounds: string): string =>
  sounds
    .replace(/(?<=[^tcsgx])i(?=[ao])|i(?=et|um)|(?<![tc]|fr)i(?=en)/gu, 'i-')
    .replace(/e(?=[ao]s?$)|(?<=cr)e(?=at)|(?<=[aeou])(?=ing)/gu, '$&-')
    .replace(/u(?=al|a[nt])|y(?=ing)/gu, '$&-')

/** The letters of a word between its hyphens and apostrophes, in lower case. */
const parts = (word: string): string[] =>
  word
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
