// What has gone to issuing backends of others: attempts whose end is not known, what must be asked for, what must be taken back.
import type pg from 'pg'
import { awake, HOME, readClocks } from './clocks.ts'
import { startJobs } from './startJobs.ts'

const MOST = 100
/** While one process asks, no other does; whatever came to nothing is asked again then. */
const TAKEN = "interval '1 hour'"

/** Outside any turn, because it must stand before the backend is called: nothing else writes this column at that time. */
export async function noteAttempt(pool: pg.Pool, issuance: string, at: string | null): Promise<void> {
  await pool.query('update "Issuance" set "triedAt" = $2::timestamptz where id = $1', [issuance, at])
}

/** Which badge there the claim is handed over as; outside any turn for the same reason. */
export async function noteBackendBadge(pool: pg.Pool, issuance: string, badge: string): Promise<void> {
  await pool.query('update "Issuance" set "backendBadge" = $2 where id = $1', [issuance, badge])
}

export type DueFollowUp = { id: string; claimId: string; at: string }

/**
 * Issuances whose backend is to be asked now, taken by this process. A badge that was promised is told at any hour; that one waits to be
 * accepted is a reminder, and people with whom it is night are not reminded.
 */
export async function takeFollowUps(pool: pg.Pool, now: string, timeZone: string): Promise<DueFollowUp[]> {
  const { rows } = await pool.query<{ id: string; claimId: string; at: Date }>(
    `with due as (
       select i.id, i."followAt" as at from "Issuance" i join "Claim" c on c.id = i."claimId" join "Person" p on p.id = c."personId" ${HOME()}
       where i."followAt" is not null and i."followAt" <= $1::timestamptz and (i.state = 'forwarded' or ${awake('$2')})
       order by i."followAt" limit ${MOST} for update of i skip locked)
     update "Issuance" i set "followAt" = $1::timestamptz + ${TAKEN} from due where due.id = i.id returning i.id, i."claimId", due.at`,
    [now, await readClocks(pool, now, timeZone)],
  )
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** Starts the work that takes revoked badges back where others issued them, once for each. How many. */
export async function startRevocations(pool: pg.Pool, now: string): Promise<number> {
  const { rowCount } = await pool.query(
    `with revoked as (
       update "Issuance" i set "revokingAt" = $1::timestamptz from "Claim" c
       where c.id = i."claimId" and c."revokedAt" is not null and i."revokingAt" is null and i.backend <> 'builtin'
         and i.state in ('issued', 'forwarded') returning i.id, i."claimId", i.backend, i.reference),
     j as (select 'revoke' as queue, jsonb_build_object('claim', "claimId", 'issuance', id, 'backend', backend, 'reference', reference) as data, null::timestamptz as at from revoked)
     ${startJobs('j')}`,
    [now],
  )
  return rowCount ?? 0
}

/** How many claims are not badges yet, by backend, for `doctor`. */
export async function waitingByBackend(pool: Pick<pg.Pool, 'query'>): Promise<{ backend: string; state: string; claims: number }[]> {
  const { rows } = await pool.query<{ backend: string; state: string; claims: number }>(
    `select backend, state, count(*)::int as claims from "Issuance" where state in ('waiting', 'forwarded', 'failed', 'unknown') group by 1, 2 order by 1, 2`,
  )
  return rows
}
