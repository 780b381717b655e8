// A foreign badge as a draft of ours: everything that it brings, something that works for what it does not, and a list of what somebody
// must still write. Open Badges say what a badge means; how one talks about it is ours.
import { stringify } from 'yaml'
import { Badge, type Localized } from '../../model/badge.ts'
import type { Language } from '../../model/rows.ts'
import { MOST_BYTES } from '../source.ts'
import { type ForeignBadge, slugOf } from './badge.ts'

export type Draft = { id: string; yaml: string /** What somebody must still write, a line each. */; todo: string[] }

const LANGUAGES: Language[] = ['fr', 'en']
const MOST_CRITERIA = 4
/** Characters: nobody reads more of a badge. */
const MOST = { name: 200, description: 4000 }
const both = (fr: string, en: string): Localized => ({ fr, en })

const LEVELS = [
  both('Je ne le fais pas encore.', 'I do not do it yet.'),
  both('Je le fais avec de l’aide.', 'I do it with help.'),
  both('Je le fais sans aide.', 'I do it without help.'),
  both('Je le fais, et je montre à d’autres.', 'I do it, and I show others.'),
]
const QUESTIONS = [
  {
    id: 'moment',
    step: 'fact',
    ask: [both('Pensez à une fois où vous avez fait cela. C’était où\u00a0?', 'Think of a time when you did this. Where was it?')],
  },
  {
    id: 'action',
    step: 'action',
    ask: [
      both(
        'Racontez ce que vous avez fait, du début à la fin. Par quoi avez-vous commencé\u00a0?',
        'Tell me what you did, from start to end. What did you start with?',
      ),
    ],
    followUp: both('Et vous, qu’avez-vous fait\u00a0?', 'And you, what did you do?'),
  },
  { id: 'resultat', step: 'result', ask: [both('Comment avez-vous su que c’était réussi\u00a0?', 'How did you know that it had worked?')] },
  {
    id: 'suite',
    step: 'next',
    ask: [both('La prochaine fois, que ferez-vous pareil ou autrement\u00a0?', 'Next time, what will you do the same or differently?')],
  },
]
const EVIDENCE = both(
  'Envoyez une photo ou un vocal qui montre ce travail. Évitez les visages des autres.',
  'Send a photo or a voice note that shows this work. Avoid other people’s faces.',
)

/** `stage`: of the issuer. A text: why it makes no badge of ours. */
export function draftOf(foreign: ForeignBadge, stage: string): Draft | string {
  const todo: string[] = []
  const missing = LANGUAGES.filter((language) => !foreign.texts[language])
  const has = LANGUAGES.find((language) => foreign.texts[language])!
  const { otherLanguage: other } = foreign
  if (other) todo.push(`${LANGUAGES.join(', ')}: the texts in ${other} stand there, translate them`)
  else if (missing.length) todo.push(`${missing.join(', ')}: the texts in ${has} stand there too, translate them`)
  const text = (what: 'name' | 'description'): Localized => {
    const of = (language: Language) => foreign.texts[language] ?? foreign.texts[has]!
    const whole = both(of('fr')[what], of('en')[what])
    if (Math.max(whole.fr.length, whole.en.length) <= MOST[what]) return whole
    todo.push(`${what}: the original is longer, it was cut after ${MOST[what]} characters`)
    return both(cut(whole.fr, MOST[what]), cut(whole.en, MOST[what]))
  }
  const name = text('name')
  const id = foreign.id ?? (slugOf(name.fr) || slugOf(foreign.from) || 'badge')
  const criteria = criteriaOf(foreign, has, name, todo)
  todo.push('questions: they are the same for every badge, ask about this one')
  todo.push('summary: the first sentence of the description stands there')
  todo.push(`stage: "${stage}" is the first of the issuer`)
  todo.push('picture: choose a colour and a pictogram')
  todo.push('policy: who must confirm (endorsements), and whether a trainer decides')
  if (foreign.expires) todo.push(`expires: "${foreign.expires}", compare it with the original`)
  const description = text('description')
  const badge = {
    id,
    name,
    summary: both(firstSentence(description.fr), firstSentence(description.en)),
    description,
    stage,
    ...(foreign.achievementType && { achievementType: foreign.achievementType }),
    ...(foreign.tags.length > 0 && { tags: foreign.tags }),
    ...(foreign.alignment.length > 0 && { alignment: foreign.alignment }),
    ...(foreign.expires && { expires: foreign.expires }),
    ...(foreign.backendIds?.openbadgefactory && { backend: 'openbadgefactory', backendIds: foreign.backendIds }),
    picture: { colour: '#1f5f5b', pictogram: 'star' },
    criteria,
    questions: QUESTIONS,
    evidence: { ask: EVIDENCE },
    policy: { endorsements: 1, decision: 'none' },
  }
  const { error } = Badge.safeParse(badge)
  if (error) return `it makes no badge: ${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)[0]}`
  const yaml = `${head(foreign, todo)}\n${stringify(badge, { lineWidth: 0, aliasDuplicateObjects: false })}`
  const bytes = Buffer.byteLength(yaml)
  return bytes > MOST_BYTES ? `its file would have ${bytes} bytes, at most ${MOST_BYTES}` : { id, todo, yaml }
}

function criteriaOf(foreign: ForeignBadge, has: Language, name: Localized, todo: string[]) {
  const items = (language: Language) => foreign.criteria[language]?.items ?? foreign.criteria[has]?.items ?? []
  const count = Math.max(1, Math.min(MOST_CRITERIA, items('fr').length, items('en').length))
  if (items(has).length > MOST_CRITERIA)
    todo.push(`criteria: the first ${MOST_CRITERIA} of ${items(has).length} are here, the original is above`)
  if (!items(has).length) todo.push('criteria: the original says none, the badge’s name stands there')
  else todo.push('criteria: say each as something that one does, in a few words')
  const brought = foreign.levels.slice(0, count).filter((levels) => levels[has])
  if (brought.length < count) todo.push('levels: they are the same for every criterion, write four behaviours that somebody else can see')
  return Array.from({ length: count }, (_, n) => ({
    id:
      slugOf(items('fr')[n] ?? '')
        .slice(0, 17)
        .replace(/-+$/, '')
        .concat(n ? `-${n + 1}` : '') || `critere-${n + 1}`,
    name: both(items('fr')[n] ?? name.fr, items('en')[n] ?? name.en),
    levels: LEVELS.map((level, at) => both(foreign.levels[n]?.fr?.[at] ?? level.fr, foreign.levels[n]?.en?.[at] ?? level.en)),
  }))
}

/** No half of a character stays behind. */
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text

const firstSentence = (text: string): string => /^.+?[.!?](?=\s|$)/.exec(text)?.[0] ?? text

function head(foreign: ForeignBadge, todo: string[]): string {
  const whole = LANGUAGES.flatMap((language) => {
    const lines = foreign.criteria[language]?.whole.split('\n').filter(Boolean) ?? []
    return lines.length ? [`# Criteria there, ${language}:`, ...lines.map((line) => `#   ${line}`)] : []
  })
  return [
    '# yaml-language-server: $schema=../../badge.schema.json',
    `# A draft, brought over from ${foreign.from.replaceAll(/\s+/g, ' ').slice(0, 200)}`,
    ...whole,
    '# Still to write:',
    ...todo.map((line) => `# - ${line}`),
  ].join('\n')
}
