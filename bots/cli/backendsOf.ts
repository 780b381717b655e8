// The issuing backends for a command: as the settings have them, with the catalogue's organisations, and without a database.
import { type Backends, openBackends } from '../../core/issuing/index.ts'
import { type BackendName, backendOf, keepsBadges } from '../../core/model/backends.ts'
import type { Catalogue } from '../../core/model/badge.ts'
import type { Settings } from '../settings.ts'

export function backendsOf(settings: Settings, { issuers }: Catalogue): Backends {
  return openBackends({
    dataDir: settings.dataDir,
    publicUrl: settings.publicUrl,
    ...settings.backends,
    async organisation(id) {
      const issuer = issuers.find((one) => one.id === id)
      return issuer && { id, name: issuer.name, url: issuer.url, trial: false }
    },
  })
}

/** The badges that this backend issues, with their ids there. */
export const badgesOf = (catalogue: Catalogue, settings: Settings, name: BackendName): { id: string; backendBadge?: string }[] =>
  catalogue.issuers
    .flatMap(({ badges }) => badges)
    .filter((badge) => backendOf(badge, settings.issuer) === name)
    .map((badge) => ({ id: badge.id, backendBadge: keepsBadges(name) ? badge.backendIds?.[name] : undefined }))
