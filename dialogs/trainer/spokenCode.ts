// A code that can be said aloud, for who cannot scan: an easy word and two digits, « LUNE 42 ».
import { plain } from '../words.ts'

/** Words that sound like nothing else, are spelt as they sound, and hurt nobody when they are said to a room. */
const WORDS = (
  'lune soleil etoile nuage pluie neige vent mer lac rive foret arbre fleur rose herbe graine sable pierre monde terre ' +
  'table chaise lampe porte cle livre page carte stylo montre sac balle velo moto train bus avion bateau route pont ' +
  'pomme poire prune orange citron banane fraise cerise raisin tomate salade carotte riz pain beurre sucre sel miel ' +
  'chat lion tigre lapin cheval aigle tortue panda girafe zebre loup renard ours koala ' +
  'rouge bleu vert violet dore piano flute tambour guitare danse film photo robe veste chapeau ' +
  'cadeau moulin ballon crayon panier bouton automne hiver ruban coussin tapis vase bougie brosse miroir ville village maison jardin'
).split(' ')

const KNOWN = new Set(WORDS)

/** « Lune-42 » typed alone is `lune 42`; undefined: no such code. */
export function spokenCode(text: string): string | undefined {
  if (text.length > 24) return undefined
  const [, word = '', digits] = /^([a-z]+) ?([1-9]\d)$/.exec(plain(text)) ?? []
  return KNOWN.has(word) ? `${word} ${digits}` : undefined
}

/** One of ten thousand, by an unguessable id of 32 hexadecimal digits. */
export function spokenFrom(fresh: string): string {
  const number = Number.parseInt(fresh.slice(-12), 16)
  return `${WORDS[number % WORDS.length]} ${10 + (Math.floor(number / WORDS.length) % 90)}`
}

/** As it is shown: « LUNE 42 ». */
export const shownCode = (spoken: string | null): string => (spoken ?? '').toUpperCase()
