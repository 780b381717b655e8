// A word that came after the badge is signed as an EndorsementCredential of its own, by the built-in issuer on behalf of whoever gave it.
import { z } from 'zod'
import type { Database } from '../../core/data/database.ts'
import { loadDocumentSource } from '../../core/data/claims.ts'
import type { Handler } from '../../core/data/jobs.ts'
import type { Backends } from '../../core/issuing/index.ts'
import { documentOf } from '../../core/model/document.ts'
import type { Settings } from '../settings.ts'
import type { Happen } from './happen.ts'

const Data = z.object({ claim: z.uuid(), endorsement: z.uuid() })

type Parts = { settings: Settings; database: Database; backends: Backends; now: () => string; happen: Happen }

/** Tried again after a failure; what is signed already is signed no second time. What can never be signed waits for an operator. */
export function makeSignEndorsement({ settings, database, backends, now, happen }: Parts): Handler {
  return async (data) => {
    const { claim, endorsement } = Data.parse(data)
    const source = await loadDocumentSource(database.prisma, claim, settings.publicUrl)
    const found = source?.claim.endorsements.find(({ id }) => id === endorsement)
    const wanted = found?.verdict === 'yes' && found.settledAt && !found.withdrawnAt && !found.credential && !source?.claim.revokedAt
    if (!source || !wanted) return
    const issuer = await backends.issuerOf(source.claim.organisationId)
    const credential = await issuer.endorse(documentOf(source), endorsement, now()).catch((error: Error) => error)
    if (credential instanceof Error) {
      if (credential.name === 'Unsignable') return { dead: credential.message }
      throw credential
    }
    await happen(`signed:${endorsement}`, { is: 'endorsement-signed', claim, endorsement, credential })
  }
}
