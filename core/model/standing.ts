// Whether it is known that somebody belongs where they are said to, and how: by the structure's own list, by the domain of an address that
// an organisation's file names, or by a directory of Teams that it names. Everything else is what they said of themselves.
import type { Catalogue } from './badge.ts'
import type { Capacity, Endorsement, MailProof, Membership, Verified } from './rows.ts'

/** What is known of whoever answers, beyond their own words. */
export type Signs = {
  memberships: Pick<Membership, 'structureId' | 'role'>[]
  proof: MailProof | null | undefined
  /** The letter left: before, nobody can have its link from their mails. */
  mailed: boolean
  /** The directory that the channel itself vouches for. */
  tenant: string | undefined
}

export type Standing = Pick<Endorsement, 'standing' | 'capacity' | 'organisation'> & { verified: Verified | null }

/**
 * `structureName`: of the claim's own structure, which the catalogue need not know. What the structure knows wins over what anybody says:
 * its trainers count as trainers and its tutors as tutors, whatever they tapped; `said` counts for everybody else.
 */
export function standingOf(
  claim: { structureId: string | null; issuer: string },
  signs: Signs,
  said: { capacity: Capacity | null; organisation: string | null },
  catalogue: Catalogue,
  structureName: string | null,
): Standing {
  const known = (['trainer', 'tutor'] as const).find((role) =>
    signs.memberships.some((m) => m.role === role && claim.structureId !== null && m.structureId === claim.structureId),
  )
  if (known)
    return {
      standing: 'verified',
      capacity: known,
      organisation: structureName,
      verified: { by: 'structure', structure: claim.structureId! },
    }
  const { domain, through } = provenDomain(signs)
  const files = organisationsOf(claim, catalogue)
  const byDomain = domain && files.find((file) => file.domains?.includes(domain))
  if (byDomain)
    return { standing: 'verified', capacity: said.capacity, organisation: byDomain.name, verified: { by: 'domain', domain, through } }
  const { tenant } = signs
  const byTenant = tenant && files.find((file) => file.tenants?.includes(tenant))
  if (byTenant) return { standing: 'verified', capacity: said.capacity, organisation: byTenant.name, verified: { by: 'tenant', tenant } }
  return { standing: 'declared', capacity: said.capacity, organisation: said.organisation || null, verified: null }
}

/**
 * The domain of the address that answered, if that is proven: our own receiving server checked the reply and says that DMARC passed, or
 * that a signature of that very domain holds (SPF alone says where a mail came from, not whose From it bears); or the link that went to
 * that address was used.
 */
function provenDomain({
  proof,
  mailed,
}: Signs): { domain: string; through: 'reply' | 'link' } | { domain?: undefined; through?: undefined } {
  if (!proof) return {}
  const domain = proof.domain.toLowerCase()
  if (proof.by === 'link') return mailed ? { domain, through: 'link' } : {}
  const passed = proof.dmarc === 'pass' || (proof.dmarc !== 'fail' && proof.dkim === 'pass' && proof.aligned === true)
  return proof.checked && passed ? { domain, through: 'reply' } : {}
}

/** The claim's own structure first, then its issuer, then the issuer's other structures. */
function organisationsOf({ structureId, issuer }: { structureId: string | null; issuer: string }, catalogue: Catalogue) {
  const found = catalogue.issuers.find(({ id }) => id === issuer)
  if (!found) return []
  const own = found.structures.filter(({ id }) => id === structureId)
  return [...own, found, ...found.structures.filter(({ id }) => id !== structureId)]
}

/** The receiving server vouches for the sender of a reply, or they had the link that went to this address alone: for whoever reads, no verification of an organisation. */
export const isProven = ({ by, dmarc, spf, dkim }: MailProof): boolean =>
  by === 'link' || dmarc === 'pass' || (dmarc !== 'fail' && (spf === 'pass' || dkim === 'pass'))
