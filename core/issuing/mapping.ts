// The catalogue's badges beside those that a platform keeps: what leads where, and what is missing.
import type { Keeper } from '../model/backends.ts'
import type { Check } from './port.ts'

/** `known`: what the platform has. `draft`: it cannot be issued yet. */
export function checkMapping(
  backend: Keeper,
  badges: { id: string; backendBadge?: string }[],
  known: { id: string; name: string; draft?: boolean }[],
): Check[] {
  const checks = badges.map(({ id, backendBadge }): Check => {
    if (!backendBadge) return { is: 'bad', says: `badge ${id}: write its id there into its file, backendIds: { ${backend}: … }` }
    const there = known.find((badge) => badge.id === backendBadge)
    if (!there) return { is: 'bad', says: `badge ${id}: there is no badge ${backendBadge} there` }
    if (there.draft) return { is: 'bad', says: `badge ${id}: « ${there.name} » (${backendBadge}) is a draft there, publish it` }
    return { is: 'good', says: `badge ${id} is « ${there.name} » (${backendBadge}) there` }
  })
  const others = known.filter(({ id }) => !badges.some(({ backendBadge }) => backendBadge === id))
  return others.length || !known.length
    ? [...checks, { is: 'note', says: `of its badges, no file here names: ${namesOf(others)}` }]
    : checks
}

const SHOWN = 50

const namesOf = (known: { id: string; name: string }[]): string => {
  if (!known.length) return 'it has none at all'
  const shown = known.slice(0, SHOWN).map(({ id, name }) => `${id} « ${name} »`)
  return `${shown.join(', ')}${known.length > SHOWN ? `, and ${known.length - SHOWN} more` : ''}`
}
