import { loadCatalogue } from '../../core/catalogue/load.ts'
import type { Catalogue, Issuer } from '../../core/model/badge.ts'
import type { Settings } from '../settings.ts'
import { findingLine } from '../../core/model/plainLanguage/finding.ts'
import { Refusal } from './refusal.ts'

const SHOWN = 5

/** The catalogue, whole and without mistakes. */
export async function catalogueOf({ catalogueDir }: Pick<Settings, 'catalogueDir'>): Promise<Catalogue> {
  const loaded = await loadCatalogue(catalogueDir)
  if ('catalogue' in loaded) return loaded.catalogue
  const { findings } = loaded
  const more = findings.length > SHOWN ? [`and ${findings.length - SHOWN} more: "declic catalogue check" lists them all`] : []
  throw new Refusal(
    [
      `CATALOGUE_DIR: found ${catalogueDir}, expected a catalogue without mistakes`,
      ...findings.slice(0, SHOWN).map(findingLine),
      ...more,
    ].join('\n'),
  )
}

/** The issuer with this id; without one, the only issuer there is. */
export function issuerOf({ issuers }: Catalogue, id: string | undefined): Issuer {
  const known = issuers.map((issuer) => issuer.id).join(', ') || 'none'
  const found = id ? issuers.find((issuer) => issuer.id === id) : issuers.length === 1 ? issuers[0] : undefined
  if (found) return found
  throw new Refusal(id ? `No organisation ${id} in the catalogue (known: ${known})` : `Say which organisation: --organisation ${known}`)
}
