// Whether somebody other than the learner is the one spoken of: « Moussa oui, il est super ».

/** Begins a sentence with a capital, and is nobody's name. */
const NO_NAME = new Set(
  'ben bah bin yep yeah yup ouais ouep sure ouii evidemment exactement absolutely definitely totally honestly franchement bien elle il on ca cela ce je tout tous rien personne qui texte she he it this that everyone everybody everything what who nothing nobody no oui yes non bonjour merci le la les un une nous we you they the her his and et mais but so donc alors moi aucun aucune chef madame monsieur badge ici hier equipe equipier travail job work hello hi ok parfait super bravo top exact vrai true'.split(
    ' ',
  ),
)
const IS_SAID_OF =
  /(?<![\p{L}])(\p{Lu}[\p{L}-]+),?\s+(oui|non|yes|no|est|a|l['’]a|fait|le fait|sait|peut|travaille|bosse|gère|is|has|did|does|can|was|works|knows)(?![\p{L}])/gu

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function speaksOfAnother(text: string, learner: string): boolean {
  const names = plain(learner).split(/[^\p{L}]+/u)
  return [...text.matchAll(IS_SAID_OF)].some(([, name]) => !names.includes(plain(name!)) && !NO_NAME.has(plain(name!)))
}
