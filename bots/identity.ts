// Who issues here, for the built-in issuer and for the pages that show it.
import type { Database } from '../core/data/database.ts'
import { revokedPlaces } from '../core/data/revoke.ts'
import type { Backends } from '../core/issuing/index.ts'
import { issuerUrl } from '../core/issuing/builtin/openBadges2.ts'
import type { IssuingOrganisation } from '../core/issuing/builtin/organisation.ts'
import type { Catalogue } from '../core/model/badge.ts'
import type { Settings } from './settings.ts'

export function openIdentity({ settings, database, catalogue }: { settings: Settings; database: Database; catalogue: Catalogue }) {
  const { prisma } = database

  async function organisation(id: string): Promise<IssuingOrganisation | undefined> {
    const known = await prisma.organisation.findUnique({ where: { id } })
    if (!known) return undefined
    const written = catalogue.issuers.find((i) => i.id === id)
    const { url = settings.publicUrl, email, description } = written ?? {}
    return { id, name: known.name, url, email, description: description?.[settings.locale], trial: known.trial }
  }

  /** What the public pages show: key document, profile, revocation. */
  function pages(backends: Backends) {
    const issuers = () => Promise.all(catalogue.issuers.map((i) => backends.issuerOf(i.id)))
    /** Those too whose folder has gone: what they signed is still checked by their keys. */
    const everyIssuer = async () => {
      const kept = await prisma.organisation.findMany({ where: { trial: false }, select: { id: true }, orderBy: { createdAt: 'asc' } })
      const ids = new Set([...catalogue.issuers, ...kept].map(({ id }) => id))
      return Promise.all([...ids].map((id) => backends.issuerOf(id)))
    }
    return {
      didDocument: async () => (await import('../core/issuing/builtin/index.ts')).wellKnownDid(await everyIssuer()),
      async names() {
        const trials = await prisma.organisation.findMany({ where: { trial: true }, select: { id: true } })
        const all = [...(await everyIssuer()), ...(await Promise.all(trials.map(({ id }) => backends.issuerOf(id))))]
        const named = all.map(async ({ organisation: { id, trial }, names }) => {
          const signs = [issuerUrl(settings.publicUrl, id), ...(await names())]
          return signs.map((name) => [name, trial ? 'trial' : 'real'] as const)
        })
        return (await Promise.all(named)).flat()
      },
      organisation,
      profile: async () => Promise.all((await issuers()).map((issuer) => issuer.profile())),
      async statusList(listId: string) {
        const { parseListId } = await import('../core/issuing/builtin/index.ts')
        const { organisation: id } = parseListId(listId) ?? {}
        if (!id || !(await organisation(id))) return undefined
        return (await backends.issuerOf(id)).statusList(listId, await revokedPlaces(prisma, id), new Date().toISOString())
      },
    }
  }

  return { organisation, pages }
}
