import type { Issuing } from '../../core/catalogue/backends.ts'
import { loadCatalogue } from '../../core/catalogue/load.ts'
import type { Catalogue, Issuer } from '../../core/model/badge.ts'
import { configuredBackends } from '../../core/issuing/index.ts'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import { findingLine } from '../../core/model/plainLanguage/finding.ts'
import { Refusal } from './refusal.ts'

const SHOWN = 5

/** The catalogue, whole and without mistakes. `log`: where it is said which badges still wait for something. */
export async function catalogueOf(settings: Pick<Settings, 'catalogueDir' | 'issuer' | 'backends'>, log?: Log): Promise<Catalogue> {
  const { catalogueDir } = settings
  const loaded = await loadCatalogue(catalogueDir, issuingOf(settings))
  if ('catalogue' in loaded) {
    for (const finding of loaded.warnings) log?.warn(findingLine(finding))
    return loaded.catalogue
  }
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

/** What may issue, by the settings. */
export const issuingOf = ({ issuer, backends }: Pick<Settings, 'issuer' | 'backends'>): Issuing => ({
  byDefault: issuer,
  configured: configuredBackends(backends),
})

/** The issuer with this id; without one, the only issuer there is. */
export function issuerOf({ issuers }: Catalogue, id: string | undefined): Issuer {
  const known = issuers.map((issuer) => issuer.id).join(', ') || 'none'
  const found = id ? issuers.find((issuer) => issuer.id === id) : issuers.length === 1 ? issuers[0] : undefined
  if (found) return found
  throw new Refusal(id ? `No organisation ${id} in the catalogue (known: ${known})` : `Say which organisation: --organisation ${known}`)
}
