// A learner who only taps the first button and answers each open question: the contract promises that this reaches « sent » in every badge.

/** A message of the bot, as any channel shows it. */
export type Shown = { text: string; buttons: { label: string; data: string }[] }
export type Act = { is: 'text'; text: string } | { is: 'tap'; data: string }

/** Answers of the length that people give; `mark` makes one findable again. */
const ANSWERS = [
  'Lundi le camion partait à 7 heures pour le chantier, toute l’équipe attendait.',
  'J’ai mis deux réveils et j’ai préparé mon sac le soir, puis j’ai appelé mon chef.',
  'L’équipe a commencé sans moi sur une autre tâche, personne n’a perdu de temps.',
  'J’ai compris que cinq personnes attendent quand je suis en retard de dix minutes.',
  'Je garde le numéro du chef dans mon téléphone et je pars un quart d’heure plus tôt.',
]

/** Undefined: nothing is asked here (an acknowledgement, a greeting). */
export function actOn({ text, buttons }: Shown, turn: number, mark = ''): Act | undefined {
  const first = buttons.find(({ label }) => /^1 /.test(label))
  if (first) return { is: 'tap', data: first.data }
  const asksForFile = !text.trimEnd().endsWith('?')
  const skip = buttons.find(({ data }) => data.endsWith('.skip'))
  if (asksForFile && skip) return { is: 'tap', data: skip.data }
  if (buttons.length > 0 || text.trimEnd().endsWith('?'))
    return { is: 'text', text: `${ANSWERS[turn % ANSWERS.length]}${mark && ` ${mark}`}` }
  return undefined
}

export const isSent = ({ text }: Shown): boolean => /votre demande est envoyée/i.test(text)
