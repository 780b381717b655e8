// Syllables of a word, counted from its spelling, for the readability scores. French as it is read aloud with care: the e at the
// end of a word is mute, the one inside it sounds. Good to a few in a hundred over running text, which is what the scores need.

const VOWEL = 'aeiouyàâäæéèêëîïôöœùûü'
const IS_VOWEL = new RegExp(`[${VOWEL}]`, 'u')

/** Words that the rules get wrong, and that learners read often. */
const FRENCH_EXCEPTIONS: Record<string, number> = {
  pays: 2,
  paysage: 3,
  paysan: 3,
  oui: 1,
  août: 1,
  client: 2,
  science: 2,
  patience: 2,
  expérience: 4,
  hier: 1,
}

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
  const known = FRENCH_EXCEPTIONS[part]
  if (known !== undefined) return known
  let sounds = part
    .replace(/qu(?=[aeiouyàâéèêëîïôœ]|$)/gu, 'q')
    .replace(/gu(?=[eiéèêëîï])/gu, 'g')
    .replace(new RegExp(`(?<=[${VOWEL}])y(?=[${VOWEL}])`, 'gu'), 'j')
  const mute = /ent$/u.test(part) && isMuteEnt(part) ? /ent$/u : /es?$/u
  const bare = sounds.replace(mute, '')
  if (IS_VOWEL.test(bare)) sounds = bare
  return sounds
    .replace(/([bcdfgptv][lr])i(?=[aeéèêoui])/gu, '$1i-')
    .replace(/é(?=[aeiouêèéàôœ])/gu, 'é-')
    .replace(/(?<=[aeiouéè])(?=[ïëü])/gu, '-')
    .replace(/(?<=(?:^|[^aeo])u|ou)(?=[aéèêoàâ]|e[rzt]|eu)/gu, '-')
    .replace(/o(?=[aéèêë])/gu, 'o-')
    .replace(/a(?=[oéè])/gu, 'a-')
    .split(new RegExp(`[^${VOWEL}]+`, 'u'))
    .filter(Boolean).length
}

const isMuteEnt = (word: string): boolean => MUTE_MENT.test(word) || !(word.endsWith('ment') || SOUNDING_ENT.test(word))

/** How many syllables an English word has; at least 1. */
export function englishSyllables(word: string): number {
  return parts(word).reduce((sum, part) => sum + englishPart(part), 0) || 1
}

function englishPart(part: string): number {
  if (!/[aeiouy]/u.test(part)) return 0
  const spoken = part
    .replace(/(?<=[^aeiouydt])ed$/u, '')
    .replace(/(?<=[^aeiouycgsxz])es$/u, '')
    .replace(/(?<=[aeiouy].*[^aeiouyl])e$/u, '')
    .replace(/(?<=[aeiouy].*[aeiouy]l)e$/u, '')
    .replace(/(?<=[aeiouy].*[^aeiouy])e(?=(?:ly|ful|less|ment|ness)$)/u, '')
    .replace(/i(?=[ao](?!n$)|ety)/gu, 'i-')
    .replace(/e(?=[o](?!u))/gu, 'e-')
    .replace(/u(?=al|a[nt])/gu, 'u-')
    .replace(/y(?=ing)/gu, 'y-')
    .replace(/qu-?/gu, 'q')
  return spoken.split(/[^aeiouy]+/u).filter(Boolean).length || 1
}

/** The letters of a word between its hyphens and apostrophes, in lower case. */
const parts = (word: string): string[] =>
  word
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
