// An issuer's view over every structure: counts, never names. One statement a table, whatever the number of claims.
import type { PrismaClient } from './generated/client.ts'

/** Claims of a badge in a structure. `sent`: sent and not yet a badge; `ended`: refused, withdrawn, expired or revoked. */
export type StageCounts = { badgeId: string; structure: string | null; started: number; sent: number; issued: number; ended: number }

/** As `statusOf` tells stages (core/model/status.ts), in SQL. */
export async function stageCounts(prisma: PrismaClient, organisation: string): Promise<StageCounts[]> {
  return prisma.$queryRaw<StageCounts[]>`
    select "badgeId", structure, count(*) filter (where stage = 'started')::int as started, count(*) filter (where stage = 'sent')::int as sent,
      count(*) filter (where stage = 'issued')::int as issued, count(*) filter (where stage = 'ended')::int as ended
    from (select c."badgeId", s.name as structure, case
        when c."revokedAt" is not null then 'ended'
        when exists(select 1 from "Issuance" i where i."claimId" = c.id and i.state = 'issued') then 'issued'
        when c."withdrawnAt" is not null then 'ended'
        when exists(select 1 from "Issuance" i where i."claimId" = c.id and i.state = 'forwarded') then 'sent'
        when c."expiredAt" is not null then 'ended'
        when jsonb_array_length(c.sendings) = 0 or c.sendings->-1->>'takenBackAt' is not null then 'started'
        when (select d.outcome from "Decision" d where d."claimId" = c.id and d.at >= (c.sendings->-1->>'at')::timestamptz order by d.at desc limit 1) = 'refused' then 'ended'
        else 'sent' end as stage
      from "Claim" c left join "Structure" s on s.id = c."structureId" where c."organisationId" = ${organisation}) staged
    group by "badgeId", structure order by "badgeId", structure`
}

/** How sent claims of a badge look in a structure: pieces of evidence, and how often each of the four levels was said. */
export type Practice = { badgeId: string; structure: string | null; claims: number; pieces: number; levels: number[] }

export async function practices(prisma: PrismaClient, organisation: string): Promise<Practice[]> {
  return prisma.$queryRaw<Practice[]>`
    select "badgeId", structure, count(*)::int as claims, coalesce(sum(pieces), 0)::int as pieces,
      array[coalesce(sum(l1), 0), coalesce(sum(l2), 0), coalesce(sum(l3), 0), coalesce(sum(l4), 0)]::int[] as levels
    from (select c."badgeId", s.name as structure,
        (select count(*) from "Evidence" e where e."claimId" = c.id and e.state = 'kept' and e."removedAt" is null) as pieces, l.*
      from "Claim" c left join "Structure" s on s.id = c."structureId",
        lateral (select count(*) filter (where a.level = 1) as l1, count(*) filter (where a.level = 2) as l2, count(*) filter (where a.level = 3) as l3,
          count(*) filter (where a.level = 4) as l4 from "Answer" a where a."claimId" = c.id and a."supersededAt" is null) l
      where c."organisationId" = ${organisation} and c."withdrawnAt" is null
        and jsonb_array_length(c.sendings) > 0 and c.sendings->-1->>'takenBackAt' is null) sent
    group by "badgeId", structure order by "badgeId", structure`
}
