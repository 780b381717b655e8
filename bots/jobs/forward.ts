// A whole claim leaves for its issuing backend: once, the same document on every retry, and its outcome comes back as a turn.
import { z } from 'zod'
import { loadClaimTree, loadDocumentSource } from '../../core/data/claims.ts'
import type { Database } from '../../core/data/database.ts'
import { nextStatusIndex } from '../../core/data/due.ts'
import type { Handler } from '../../core/data/jobs.ts'
import type { Backends } from '../../core/issuing/index.ts'
import type { Catalogue } from '../../core/model/badge.ts'
import { type ClaimDocument, claimSchema, documentOf } from '../../core/model/document.ts'
import type { ClaimTree, Issuance } from '../../core/model/rows.ts'
import { isWhole } from '../../core/model/status.ts'
import { iso } from '../../core/model/time.ts'
import type { Settings } from '../settings.ts'
import type { Happen } from './happen.ts'

const Data = z.object({ claim: z.uuid() })

type Parts = { settings: Settings; database: Database; backends: Backends; catalogue: Catalogue; now: () => string; happen: Happen }

export function makeForward({ settings, database, backends, catalogue, now, happen }: Parts): Handler {
  const { prisma, pool } = database

  return async (data, { id: job }) => {
    const { claim: id } = Data.parse(data)
    const claim = await loadClaimTree(prisma, id)
    const source = claim && (await loadDocumentSource(prisma, id, settings.publicUrl))
    if (!claim || !source || claim.withdrawnAt || !isWhole(claim, source.meaning.policy)) return
    if (claim.evidence.some((e) => e.state === 'fetching' && !e.removedAt)) throw new Error('evidence is still being fetched')

    const trial = (await prisma.organisation.findUnique({ where: { id: claim.organisationId } }))?.trial ?? false
    const name = trial ? 'builtin' : (source.meaning.backend ?? settings.issuer)
    const begun = claim.issuances.find((i) => i.backend === name) ?? (await begin(claim, name, documentOf(source)))
    if (!begun) return
    if (begun.state === 'issued' || begun.state === 'forwarded') return

    const badge = catalogue.badge(claim.badgeId)?.badge
    const outcome = await (await backends.backendFor(name)).issue(claimSchema.parse(begun.document), {
      organisation: claim.organisationId,
      meaning: source.meaning,
      badge: badge ?? { picture: { colour: '#1f5f5b', pictogram: 'star' }, tags: [], alignment: [] },
      now: now(),
      settledAt: iso(begun.at),
      statusIndex: begun.statusIndex ?? 0,
    })
    if (outcome.state === 'retry') throw new Error(outcome.why)
    const done = (changes: Partial<Issuance>) =>
      happen(`issuance:${begun.id}:${outcome.state}:${job}`, {
        is: 'issuance',
        claim: id,
        issuance: { ...begun, ...changes, state: outcome.state },
      })
    if (outcome.state === 'failed' || outcome.state === 'unknown') {
      await done({ error: outcome.why })
      return { dead: outcome.why }
    }
    const credential = 'credential' in outcome ? outcome.credential : null
    await done({
      reference: outcome.reference,
      url: outcome.url,
      credential: credential ?? null,
      error: null,
      issuedAt: outcome.state === 'issued' ? now() : null,
    })
  }

  /** Writes down what the backend is given before it is given: a retry, whenever it comes, gives the same. */
  async function begin(claim: ClaimTree, backend: string, document: ClaimDocument): Promise<Issuance | undefined> {
    const issuance: Issuance = {
      id: `${claim.id}:${backend}`,
      claimId: claim.id,
      backend,
      state: 'waiting',
      reference: null,
      url: null,
      credential: null,
      document,
      error: null,
      statusIndex: backend === 'builtin' ? await nextStatusIndex(pool) : null,
      at: now(),
      issuedAt: null,
    }
    await happen(`issuance:${issuance.id}:waiting`, { is: 'issuance', claim: claim.id, issuance })
    // another process may have been faster: what is written is what counts; nothing is, if the claim was withdrawn meanwhile
    return (await loadClaimTree(prisma, claim.id))?.issuances.find((i) => i.id === issuance.id)
  }
}
