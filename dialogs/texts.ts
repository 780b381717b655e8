// What is said, in every language: Fluent, compiled once. Pure: the sources come in as strings.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Localized } from '../core/model/badge.ts'

/** A language and the way of addressing that goes with it. */
export type Speech = 'fr' | 'fr-tu' | 'en'
export const SPEECHES: Speech[] = ['fr', 'fr-tu', 'en']

export type Args = Record<string, string | number>

export type Texts = {
  /** The message `key`, filled with `args`. Unknown keys and missing arguments throw: a test renders them all. */
  say: (speech: Speech, key: string, args?: Args) => string
  has: (key: string) => boolean
  /** How many wordings stand under `key-1`, `key-2`…; 0: none. */
  wordings: (key: string) => number
  keys: () => string[]
}

/** Compiles FTL sources; `fr-tu` needs to hold only what differs from `fr`. */
export function makeTexts(sources: { fr: string[]; en: string[]; 'fr-tu': string[] }): Texts {
  const bundles = {
    fr: bundle('fr', sources.fr),
    'fr-tu': bundle('fr', [...sources.fr, ...sources['fr-tu']]),
    en: bundle('en', sources.en),
  }
  const counts = new Map<string, number>()
  for (const key of bundles.fr._messages.keys()) {
    const varied = /^(.*)-(\d)$/.exec(key)
    if (varied) counts.set(varied[1]!, Math.max(counts.get(varied[1]!) ?? 0, Number(varied[2])))
  }
  return {
    say(speech, key, args) {
      const pattern = bundles[speech].getMessage(key)?.value
      if (pattern === undefined || pattern === null) throw new Error(`no text "${key}" in ${speech}`)
      if (typeof pattern === 'string') return pattern
      return bundles[speech].formatPattern(pattern, args as Record<string, FluentVariable>)
    },
    has: (key) => bundles.fr.hasMessage(key),
    wordings: (key) => counts.get(key) ?? 0,
    keys: () => [...bundles.fr._messages.keys()],
  }
}

function bundle(locale: string, sources: string[]): FluentBundle {
  const made = new FluentBundle(locale, { useIsolating: false })
  for (const source of sources) {
    const errors = made.addResource(new FluentResource(source), { allowOverrides: true })
    if (errors[0]) throw errors[0]
  }
  return made
}

/** A text of the catalogue, as this speech says it. */
export const localized = (text: Localized, speech: Speech): string => (speech === 'fr-tu' ? (text['fr-tu'] ?? text.fr) : text[speech])
