// A code that can be said aloud, for who cannot scan: an easy word and two digits, « LUNE 42 ».
import type { Workshop } from '../../core/model/rows.ts'
import type { Option } from '../choice.ts'
import { brief } from '../page.ts'
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

/** « C’était Lune Panda 42 » is `lune panda 42`: two words, since it opens more than a door. Undefined: no such code. */
export function claimCodeSaid(text: string): string | undefined {
  if (text.length > 60) return undefined
  const [, first = '', second = '', digits] = /(?:^| )([a-z]+) ([a-z]+) ?([1-9]\d)$/.exec(plain(text)) ?? []
  return KNOWN.has(first) && KNOWN.has(second) ? `${first} ${second} ${digits}` : undefined
}

/** One of a million, by an unguessable id of 32 hexadecimal digits. */
export function claimCodeFrom(fresh: string): string {
  const word = (at: number) => WORDS[Number.parseInt(fresh.slice(at, at + 8), 16) % WORDS.length]
  return `${word(8)} ${word(16)} ${10 + (Number.parseInt(fresh.slice(24), 16) % 90)}`
}

/** As it is shown: « LUNE 42 ». */
export const shownCode = (spoken: string | null): string => (spoken ?? '').toUpperCase()

type Named = Pick<Workshop, 'id' | 'name' | 'spoken'>

/** Two workshops of one day have one name until somebody changes it: what is said aloud tells them apart. */
export const toldApart = ({ name, spoken }: Named): string => (spoken ? `${name} · ${shownCode(spoken)}` : name)

/** One of a list of workshops. */
export const workshopOption = (one: Named): Option => ({
  key: one.id,
  label: one.spoken ? shownCode(one.spoken) : brief(one.name),
  also: [one.name, toldApart(one)],
})
