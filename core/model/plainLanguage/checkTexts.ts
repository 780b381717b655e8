// The program's own texts, rendered with the longest values that life brings, and held against the rules of chat-ux.
import { checkAddress } from './address.ts'
import { at, byPlace, error, type Finding, type Remark, warning } from './finding.ts'
import { type FluentMessage, messagesOf } from './fluentSource.ts'
import { checkLabel, checkMessage, checkSentenceLength, checkWording, type Language } from './message.ts'
import { checkReadability } from './readability.ts'
import type { Samples } from './samples.ts'
import { sentencesOf } from './sentences.ts'

type Speech = 'fr' | 'fr-tu' | 'en'

/** The compiled texts, as far as they are needed here (dialogs/texts.ts). */
export type Rendering = { say: (speech: Speech, key: string, args?: Record<string, string | number>) => string }

/** One FTL file. A chat says one message at a time; on a page only words, sentences and typography are looked at. */
export type TextSource = { medium: 'chat' | 'page'; speech: Speech; file: string; text: string }

/** What the name of a key says of its text. */
const LABEL = /^(?:button-|level-\d)/u
const PROFESSIONAL = /^(?:tutor|trainer)-/u
/** On pages: whoever tries the program out. */
const ONLOOKER = /^playground-/u
const ASKS = /^ask-/u
const ORDERS = /^ask-evidence/u

type Located = FluentMessage & TextSource

/** Findings on the texts, by file and line of each key. `samples` holds a value for every variable. */
export function checkTexts(texts: Rendering, sources: TextSource[], samples: Record<Language, Samples>): Finding[] {
  const located = sources.flatMap((source) => messagesOf(source.text).map((message): Located => ({ ...message, ...source })))
  const read = { fr: [] as string[], en: [] as string[] }
  const findings = located.flatMap((message) => {
    const language = message.speech === 'en' ? 'en' : 'fr'
    const rendered = render(texts, message, samples[language])
    if ('remark' in rendered) return [at(message.file, message.line, rendered.remark)]
    if (message.medium === 'chat' && message.speech !== 'fr-tu' && !LABEL.test(message.key) && !PROFESSIONAL.test(message.key))
      read[language].push(rendered.texts[0]!)
    const remarks = rendered.texts.flatMap((text) => checkText(text, message, language, samples[language]))
    return distinct(remarks).map((remark) => at(message.file, message.line, remark))
  })
  return [...findings, ...checkLanguages(located), ...checkConversation(sources, read)].sort(byPlace)
}

/** The message with the first value of each variable, the second of each, and so on: a number has its plural forms. */
function render(texts: Rendering, { speech, key, variables }: Located, samples: Samples): { texts: string[] } | { remark: Remark } {
  const unknown = [...variables].find((name) => !samples.values[name])
  if (unknown)
    return {
      remark: error('sample', `${key} needs $${unknown}, of which no example is known`, 'add it to samples.ts, or correct its name'),
    }
  const values = [...variables].map((name): [string, (string | number)[]] => [name, samples.values[name]!])
  const times = Math.max(1, ...values.map(([, each]) => each.length))
  const args = Array.from({ length: times }, (_, n) => Object.fromEntries(values.map(([name, each]) => [name, each[n % each.length]!])))
  try {
    return { texts: args.map((some) => texts.say(speech, key, some)) }
  } catch (cause) {
    return { remark: error('text', `${key}: ${(cause as Error).message}`, 'correct the Fluent syntax') }
  }
}

function checkText(text: string, { key, medium, speech, variables }: Located, language: Language, samples: Samples): Remark[] {
  const address = checkAddress(text, speech)
  if (LABEL.test(key)) return [...checkLabel(text, language), ...address]
  const own = samples.own.filter((name) => variables.has(name)).flatMap((name) => samples.values[name]!.map(String))
  const reader = readerOf(key)
  if (medium === 'page') return [...checkPage(text), ...checkWording(text, { language, reader }), ...address]
  const kind = ORDERS.test(key) ? 'orders' : ASKS.test(key) ? 'asks' : 'says'
  return [...checkMessage(text, { language, reader, kind, own }), ...address]
}

/** Rule 1 is about messages; on a page a long sentence is bad, not wrong. */
const checkPage = (text: string): Remark[] =>
  sentencesOf(text)
    .flatMap(checkSentenceLength)
    .map((remark) => ({ ...remark, severity: 'warning' }))

const readerOf = (key: string): 'learner' | 'professional' => (PROFESSIONAL.test(key) || ONLOOKER.test(key) ? 'professional' : 'learner')

/** Every language says everything, with the same variables. */
function checkLanguages(located: Located[]): Finding[] {
  const by = (speech: Speech) => new Map(located.filter((message) => message.speech === speech).map((message) => [message.key, message]))
  const [fr, en, tu] = [by('fr'), by('en'), by('fr-tu')]
  const lacking = (from: Map<string, Located>, to: Map<string, Located>, speech: Speech) =>
    [...from.values()]
      .filter(({ key }) => !to.has(key))
      .map((message) => placed(message, error('language', `${message.key} is not in ${speech}`, `write it in ${speech}`)))
  const differing = [...en.values(), ...tu.values()].flatMap((message) => {
    const other = fr.get(message.key)
    const odd = other && [...message.variables.symmetricDifference(other.variables)]
    return odd?.length ? [placed(message, warning('variables', `$${odd.join(', $')} in one language only`, 'say the same in both'))] : []
  })
  return [...lacking(fr, en, 'en'), ...lacking(en, fr, 'fr'), ...lacking(tu, fr, 'fr'), ...differing]
}

const placed = ({ file, line }: Located, remark: Remark): Finding => at(file, line, remark)

/** All that a learner may be told. */
function checkConversation(sources: TextSource[], read: Record<Language, string[]>): Finding[] {
  return (['fr', 'en'] as const).flatMap((language) => {
    const file = sources.find(({ speech }) => speech === language)?.file
    return file ? checkReadability(read[language], language).map((remark) => at(file, 1, remark)) : []
  })
}

const distinct = (remarks: Remark[]): Remark[] => [...new Map(remarks.map((remark) => [remark.rule + remark.message, remark])).values()]
