// A badge is taken back: at once, whether or not the program runs, and for every form of it, since all of them are made from this row.
import type pg from 'pg'
import type { PrismaClient } from './generated/client.ts'
import { startJobs } from './startJobs.ts'

export type Revoking = {
  claim: string
  /** Read by the learner, and by whoever checks the badge while it is shared. */
  reason: string
  at: string
  /** Who did it, by id; null: an operator. */
  actor: string | null
  through: string
  /** 32 hexadecimal digits each, for the turn that tells the learner. */
  fresh: string[]
}

/** `none`: no such claim, or no badge came of it. */
export async function revoke(
  pool: pg.Pool,
  { claim, reason, at, actor, through, fresh }: Revoking,
): Promise<'revoked' | 'already' | 'none'> {
  const event = { key: `revoked:${claim}`, at, fresh, about: { is: 'revoked', claim } }
  const { rows } = await pool.query<{ revoked: boolean; known: boolean }>(
    `with found as materialized (
       select c.id, c."revokedAt" from "Claim" c where c.id = $1::uuid and exists(select 1 from "Issuance" i where i."claimId" = c.id and i.state = 'issued') for update
     ), done as (
       update "Claim" c set "revokedAt" = $2::timestamptz, "revokedReason" = $3, "renewAt" = null, version = c.version + 1
       from found where c.id = found.id and found."revokedAt" is null returning c.id
     ), audit as (
       insert into "AuditEvent" (id, at, actor, action, subject, through) select 'revoked:' || done.id, $2::timestamptz, $4, 'revoked', done.id, $5 from done
     ), telling as (
       ${startJobs(`(select 'event' as queue, $6::jsonb as data, null::timestamptz as at from done) j`)}
     )
     select exists(select 1 from found) as known, exists(select 1 from done) as revoked`,
    [claim, at, reason, actor, through, JSON.stringify(event)],
  )
  const { known, revoked } = rows[0]!
  return revoked ? 'revoked' : known ? 'already' : 'none'
}

/** Every place in the status lists of an organisation that is revoked: of badges that are here, and of those whose learner was forgotten. */
export async function revokedPlaces(prisma: PrismaClient, organisationId: string): Promise<number[]> {
  const [here, gone] = await Promise.all([
    prisma.issuance.findMany({
      where: { statusIndex: { not: null }, claim: { organisationId, revokedAt: { not: null } } },
      select: { statusIndex: true },
    }),
    prisma.revokedPlace.findMany({ where: { organisationId }, select: { statusIndex: true } }),
  ])
  return [...here, ...gone].map(({ statusIndex }) => statusIndex!)
}
