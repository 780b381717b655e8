// The way that most journeys begin with: a learner goes through « Je travaille en équipe » without stopping.
import { photo } from '../core/evidence/files.ts'
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

const TOLD = {
  fr: 'j’ai visité une entreprise avec mon groupe, et j’ai posé des questions',
  en: 'I visited a company with my group, and I asked questions',
}

/** A learner tells whatever is asked, by the first button or in a few words, until the claim is sent, or this is asked. Without a code they go on. */
export async function tell(learner: Speaker, code: string, until = /Votre demande est envoyée|Your request is sent/): Promise<void> {
  const picture = await photo(640, 480)
  if (code) await learner.starts(code)
  for (let n = 0; n < 40; n++) {
    const { text, buttons } = learner.last()
    if (until.test(text)) return
    const first = buttons.find((label) => /^1 /.test(label))
    if (first) await learner.taps(1)
    else if (/Envoyez|Send/.test(text)) await learner.does((phone) => phone.sendsPhoto(picture))
    else if (buttons.includes(WORDS[learner.language].skip)) await learner.taps(WORDS[learner.language].skip)
    else await learner.says(TOLD[learner.language])
  }
  throw new Error(learner.phone.transcript())
}
