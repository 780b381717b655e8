// What pages say, in every language: their own Fluent files, compiled once.
import { readFileSync } from 'node:fs'
import type { Language } from '../../core/model/rows.ts'
import { type Args, makeTexts } from '../../dialogs/texts.ts'

const source = (name: string): string => readFileSync(new URL(`texts/${name}.ftl`, import.meta.url), 'utf8')

export const webTexts = makeTexts({ fr: [source('fr'), source('badges.fr')], en: [source('en'), source('badges.en')], 'fr-tu': [] })

export type Say = (key: string, args?: Args) => string

export const sayIn =
  (language: Language): Say =>
  (key, args) =>
    webTexts.say(language, key, args)
