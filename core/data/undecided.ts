// Claims that nobody is there to decide, and juries that are smaller than their badge asks for: for `declic doctor`.
import type pg from 'pg'

/** `structure` null: the learners came by no structure's link. `able`: trainers who may decide on at least one of these claims. */
export type Undecided = { structure: string | null; badge: string; claims: number; trainers: number; reviewers: number | null }

/** Where fewer trainers are than are asked: none at all, or less than the jury has seats. Erased people and drafts do not count. */
export async function undecided(pool: pg.Pool): Promise<Undecided[]> {
  const { rows } = await pool.query<Undecided>(`
    select s.name as structure, c."badgeId" as badge, count(*)::int as claims, min(t.trainers)::int as trainers, (v.meaning->'policy'->'jury'->>'reviewers')::int as reviewers
    from "Claim" c join "BadgeVersion" v on v.id = c."badgeVersionId" join "Person" p on p.id = c."personId" and p."erasedAt" is null
      left join "Structure" s on s.id = c."structureId"
      cross join lateral (select count(*) as trainers from "Membership" m
        where m."structureId" = c."structureId" and m.role = 'trainer' and m."personId" <> c."personId") t
    where v.meaning->'policy'->>'decision' in ('trainer', 'code') and jsonb_array_length(c.sendings) > 0
      and c.sendings->-1->>'takenBackAt' is null and c."withdrawnAt" is null
      and not exists(select 1 from "Decision" d where d."claimId" = c.id and d.at >= (c.sendings->-1->>'at')::timestamptz)
      and not exists(select 1 from "Issuance" i where i."claimId" = c.id)
      and t.trainers < coalesce((v.meaning->'policy'->'jury'->>'reviewers')::int, 1)
    group by s.name, c."badgeId", v.meaning->'policy'->'jury'->>'reviewers' order by 4, 1 nulls first, 2`)
  return rows
}
