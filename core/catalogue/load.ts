// The catalogue as the program serves it: read once at start, immutable.
import type { Badge, Catalogue, Issuer } from '../model/badge.ts'
import { byPlace, type Finding, hasErrors } from '../model/plainLanguage/finding.ts'
import { checkBackends, type Issuing } from './backends.ts'
import { checkConsistency } from './consistency.ts'
import { type IssuerFolder, readCatalogue } from './read.ts'

/**
 * Reads `dir` whole. Any mistake of form gives findings instead of a catalogue: a badge that silently vanished would strand the people
 * who are claiming it. Wording is not looked at here (`catalogue check` does). Throws only when the disk does.
 * `issuing`: which backends there are; without it, any will do.
 */
export async function loadCatalogue(
  dir: string,
  issuing?: Issuing,
): Promise<{ catalogue: Catalogue; warnings: Finding[] } | { findings: Finding[] }> {
  const { folders, findings } = await readCatalogue(dir)
  const all = [...findings, ...checkConsistency(folders), ...(issuing ? checkBackends(folders, issuing) : [])].sort(byPlace)
  return hasErrors(all) ? { findings: all } : { catalogue: catalogueOf(folders), warnings: all }
}

function catalogueOf(folders: IssuerFolder[]): Catalogue {
  const issuers = folders.map(issuerOf)
  const found = new Map<string, { badge: Badge; issuer: Issuer }>()
  for (const issuer of issuers) for (const badge of issuer.badges) found.set(badge.id, { badge, issuer })
  return deepFreeze({ issuers, badge: (id: string) => found.get(id) })
}

/** Badges in the order of the issuer's stages, which is the order of the path; within a stage by file name. */
function issuerOf({ name, issuer, badges, structures }: IssuerFolder): Issuer {
  if (!issuer) throw new Error(`issuer ${name} was not read`)
  const stages = issuer.value.stages.map(({ id }) => id)
  const inOrder = badges.map(({ value }) => value).sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage))
  return { ...issuer.value, badges: inOrder, structures: structures.map(({ value }) => value) }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) deepFreeze(part)
  return value
}
