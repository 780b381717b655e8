// The longest names that this catalogue can put into a message.
import type { LongestNames } from '../model/plainLanguage/samples.ts'
import type { IssuerFolder } from './read.ts'

export function longestNames(folders: IssuerFolder[], language: 'fr' | 'en'): LongestNames {
  const badges = folders.flatMap((folder) => folder.badges.map(({ value }) => value))
  const issuers = folders.flatMap(({ issuer }) => (issuer ? [issuer.value] : []))
  return {
    badge: longest(badges.map(({ name }) => name[language])),
    criterion: longest(badges.flatMap(({ criteria }) => criteria.map(({ name }) => name[language]))),
    issuer: longest(issuers.map(({ name }) => name)),
    stage: longest(issuers.flatMap(({ stages }) => stages.map(({ name }) => name[language]))),
    structure: longest(folders.flatMap(({ structures }) => structures.map(({ value }) => value.name))),
  }
}

const longest = (names: string[]): string => names.reduce((one, other) => (other.length > one.length ? other : one), '')
