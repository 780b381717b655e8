// Somebody confirmed after the badge was there: it is signed again, the same badge under the same id, with their word inside.
import { z } from 'zod'
import { loadClaimTree, loadDocumentSource } from '../../core/data/claims.ts'
import type { Database } from '../../core/data/database.ts'
import type { Handler } from '../../core/data/jobs.ts'
import type { Credential } from '../../core/issuing/builtin/sign.ts'
import type { Backends } from '../../core/issuing/index.ts'
import { documentOf } from '../../core/model/document.ts'
import type { Settings } from '../settings.ts'
import type { Happen } from './happen.ts'

const Data = z.object({ claim: z.uuid() })

type Parts = { settings: Settings; database: Database; backends: Backends; now: () => string; happen: Happen }

export function makeReissue({ settings, database, backends, now, happen }: Parts): Handler {
  return async (data, { id: job }) => {
    const { claim: id } = Data.parse(data)
    const claim = await loadClaimTree(database.prisma, id)
    const source = claim && (await loadDocumentSource(database.prisma, id, settings.publicUrl))
    const issuance = claim?.issuances.find((i) => i.state === 'issued' && i.backend === 'builtin')
    if (!source || !issuance?.credential || claim.revokedAt) return
    const issuer = await backends.issuerOf(claim.organisationId)
    const credential = await issuer.reissue(issuance.credential as Credential, documentOf(source), now())
    if (credential) await happen(`reissued:${issuance.id}:${job}`, { is: 'reissued', claim: id, issuance: issuance.id, credential })
  }
}
