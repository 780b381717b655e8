// The way that most journeys begin with: a learner goes through « Je travaille en équipe » without stopping.
import type { Seen } from '../fakes/telegram/index.ts'
import type { Speaker } from './people.ts'

export const BADGE = 'travailler-en-equipe'

export const WORDS = {
  fr: {
    yes: 'Oui',
    skip: 'Passer',
    moment: 'à la cuisine du centre, jeudi',
    action: 'j’ai coupé les légumes et après j’ai aidé Rosa',
    result: 'tout le monde a mangé à l’heure',
    level: 'Sans aide',
    next: 'je demanderai plus vite de l’aide',
    mine: 'Oui, c’est moi',
    tutor: 'Mon tuteur',
    send: 'Envoyer à mon tuteur',
  },
  en: {
    yes: 'Yes',
    skip: 'Skip',
    moment: 'in the kitchen of the centre, on Thursday',
    action: 'I cut the vegetables and then I helped Rosa',
    result: 'everybody ate on time that day',
    level: 'Without help',
    next: 'I will ask for help sooner',
    mine: 'Yes, that is me',
    tutor: 'My tutor',
    send: 'Send to my tutor',
  },
}

const STEPS = ['open', 'moment', 'action', 'evidence', 'result', 'level', 'next', 'recap', 'tutor', 'send'] as const
export type Step = (typeof STEPS)[number]

/** Walks until `step` is asked; the answer is what was said last. Without it, until the claim is sent. `from`: the steps before were taken. */
export async function walk(
  learner: Speaker,
  until?: Step,
  { from = 'open', code = BADGE }: { from?: Step; code?: string } = {},
): Promise<Seen[]> {
  const words = WORDS[learner.language]
  const acts: Record<Step, () => Promise<Seen[]>> = {
    open: async () => {
      await learner.starts(code)
      await learner.taps(words.yes)
      return learner.taps(words.yes)
    },
    moment: () => learner.says(words.moment),
    action: () => learner.says(words.action),
    evidence: () => learner.taps(words.skip),
    result: () => learner.says(words.result),
    level: () => learner.taps(words.level),
    next: () => learner.says(words.next),
    recap: () => learner.taps(words.mine),
    tutor: () => learner.taps(words.tutor),
    send: () => learner.taps(words.send),
  }
  let said: Seen[] = []
  for (const step of STEPS.slice(STEPS.indexOf(from))) {
    if (step === until) break
    said = await acts[step]()
  }
  return said
}
