// A whole claim leaves for its issuing backend: once, the same document on every retry, and its outcome comes back as a turn.
import { z } from 'zod'
import { loadClaimTree, loadDocumentSource } from '../../core/data/claims.ts'
import type { Database } from '../../core/data/database.ts'
import { nextStatusIndex } from '../../core/data/due.ts'
import { noteAttempt, noteBackendBadge } from '../../core/data/issuances.ts'
import type { Handler } from '../../core/data/jobs.ts'
import type { Backends } from '../../core/issuing/index.ts'
import type { Backend, IssueDetails, IssueOutcome } from '../../core/issuing/port.ts'
import { type BackendName, backendOf, keepsBadges, needsEmail } from '../../core/model/backends.ts'
import type { Badge, Catalogue } from '../../core/model/badge.ts'
import { type ClaimDocument, claimSchema, type DocumentSource, documentOf } from '../../core/model/document.ts'
import type { ClaimTree, Issuance } from '../../core/model/rows.ts'
import { isWhole } from '../../core/model/status.ts'
import { iso, plusSeconds } from '../../core/model/time.ts'
import { FIRST_ASK, FIRST_LOOK } from '../../dialogs/learner/afterwards.ts'
import type { Settings } from '../settings.ts'
import type { Happen } from './happen.ts'
import { LOCKED_OUT_SECONDS, type Lockouts } from './lockout.ts'

/** `found`: an operator saw at the platform that the claim had arrived, and what became of it (`declic issuer found`). */
const Data = z.object({
  claim: z.uuid(),
  found: z.object({ reference: z.string().nullable(), url: z.string().nullable() }).optional(),
})

type Parts = {
  settings: Settings
  database: Database
  backends: Backends
  catalogue: Catalogue
  now: () => string
  happen: Happen
  lockouts: Lockouts
}

const PLAIN: Pick<Badge, 'picture' | 'tags' | 'alignment'> = { picture: { colour: '#1f5f5b', pictogram: 'star' }, tags: [], alignment: [] }

export function makeForward({ settings, database, backends, catalogue, now, happen, lockouts }: Parts): Handler {
  const { prisma, pool } = database

  return async (data, { id: job }) => {
    const { claim: id, found } = Data.parse(data)
    const claim = await loadClaimTree(prisma, id)
    const source = claim && (await loadDocumentSource(prisma, id, settings.publicUrl))
    if (!claim || !source || claim.withdrawnAt || !isWhole(claim, source.meaning.policy)) return
    if (claim.evidence.some((e) => e.state === 'fetching' && !e.removedAt)) throw new Error('evidence is still being fetched')

    // what may have arrived somewhere stays there, whatever the settings say meanwhile
    const handed = claim.issuances.find((i) => i.state !== 'failed')
    const name = (handed?.backend as BackendName | undefined) ?? (await placeOf(claim, source))
    const known = handed ?? claim.issuances.find((i) => i.backend === name) ?? (await begin(claim, name, documentOf(source)))
    if (!known) return
    if (known.state === 'issued' || known.state === 'forwarded') return

    const begun = await named(known, name, claim.badgeId)
    const backend = await backends.backendFor(name)
    const outcome = found ? { state: 'issued' as const, ...found } : await attempt(backend, begun, claim, source)
    if (outcome.state === 'retry') return { later: outcome.after ?? 0, why: outcome.why }
    if (outcome.state === 'locked-out') {
      lockouts.refused(name, outcome.why)
      return { later: LOCKED_OUT_SECONDS, why: outcome.why, uncounted: true }
    }
    const done = (changes: Partial<Issuance>) =>
      happen(`issuance:${begun.id}:${outcome.state}:${job}`, {
        is: 'issuance',
        claim: id,
        issuance: { ...begun, ...changes, state: outcome.state, triedAt: null },
      })
    if (outcome.state === 'failed' || outcome.state === 'unknown') {
      await done({ error: outcome.why })
      return { dead: outcome.why }
    }
    lockouts.letIn(name)
    await done({
      reference: outcome.reference,
      url: outcome.url,
      credential: ('credential' in outcome && outcome.credential) || null,
      error: null,
      issuedAt: outcome.state === 'issued' ? now() : null,
      followAt: askedAgain(backend, outcome.state),
    })
  }

  /** What may have arrived is looked for under the id that it went to, though the badge's file says another one by now. */
  async function named(begun: Issuance, name: BackendName, badgeId: string): Promise<Issuance> {
    if (!keepsBadges(name) || (begun.backendBadge && begun.state !== 'failed')) return begun
    const backendBadge = catalogue.badge(badgeId)?.badge.backendIds?.[name] ?? null
    if (backendBadge) await noteBackendBadge(pool, begun.id, backendBadge)
    return { ...begun, backendBadge }
  }

  /** When the backend is asked what became of it. */
  function askedAgain(backend: Backend, state: 'issued' | 'forwarded'): string | null {
    if (state === 'issued') return backend.accepted ? plusSeconds(now(), FIRST_ASK) : null
    return backend.promised ? plusSeconds(now(), FIRST_LOOK) : null
  }

  /** Where this claim is issued: as its badge says, if the learner gave what is needed there; else the built-in issuer, the way out. */
  async function placeOf(claim: ClaimTree, source: DocumentSource): Promise<BackendName> {
    const { trial } = (await prisma.organisation.findUnique({ where: { id: claim.organisationId } })) ?? {}
    const name = trial ? 'builtin' : backendOf(source.meaning, settings.issuer)
    const { contact } = documentOf(source).learner
    return needsEmail(name) && !(contact && 'email' in contact) ? 'builtin' : name
  }

  async function attempt(backend: Backend, begun: Issuance, claim: ClaimTree, source: DocumentSource): Promise<IssueOutcome> {
    if (backend.blind && begun.triedAt)
      return { state: 'unknown', why: 'the program ended while it was handed over, and the backend cannot be asked whether it arrived' }
    if (backend.blind) await noteAttempt(pool, begun.id, now())
    const badge = catalogue.badge(claim.badgeId)?.badge
    const details: IssueDetails = {
      organisation: claim.organisationId,
      meaning: source.meaning,
      badge: badge ?? PLAIN,
      backendBadge: begun.backendBadge ?? undefined,
      now: now(),
      settledAt: iso(begun.at),
      statusIndex: begun.statusIndex ?? 0,
    }
    const outcome = await backend.issue(claimSchema.parse(begun.document), details)
    // it is certain that nothing was taken in
    if (backend.blind && (outcome.state === 'retry' || outcome.state === 'locked-out')) await noteAttempt(pool, begun.id, null)
    return outcome
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
