// Times that have come, and rows whose time is over.
import type pg from 'pg'
import { awake, HOME, readClocks } from './clocks.ts'

/** Platforms repeat an event for a day at most. */
const EVENT_HOURS = 72
const MOST = 200

/** Claims to remind of, the longest due first; those of people with whom it is night wait, and hold up nobody. */
export async function dueReminders(pool: pg.Pool, now: string, timeZone: string): Promise<{ claim: string; at: string }[]> {
  const { rows } = await pool.query<{ claim: string; at: Date }>(
    `select c.id as claim, c."remindAt" as at from "Claim" c join "Person" p on p.id = c."personId" ${HOME()}
     where c."remindAt" is not null and c."remindAt" <= $1::timestamptz and ${awake('$2')} order by c."remindAt" limit ${MOST}`,
    [now, await readClocks(pool, now, timeZone)],
  )
  return rows.map(({ claim, at }) => ({ claim, at: at.toISOString() }))
}

/** Badges that end soon, whose learner is asked once what they have done since. */
export async function dueRenewals(pool: pg.Pool, now: string, timeZone: string): Promise<{ claim: string; at: string }[]> {
  const { rows } = await pool.query<{ claim: string; at: Date }>(
    `select c.id as claim, c."renewAt" as at from "Claim" c join "Person" p on p.id = c."personId" ${HOME()}
     where c."renewAt" is not null and c."renewAt" <= $1::timestamptz and ${awake('$2')} order by c."renewAt" limit ${MOST}`,
    [now, await readClocks(pool, now, timeZone)],
  )
  return rows.map(({ claim, at }) => ({ claim, at: at.toISOString() }))
}

export async function forgetOldEvents(pool: pg.Pool, now: string): Promise<void> {
  await pool.query(`delete from "Inbound" where at < $1::timestamptz - interval '${EVENT_HOURS} hours'`, [now])
}

/** A place in the status lists, never given twice. */
export async function nextStatusIndex(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ index: string }>(`select nextval('declic_status_index') as index`)
  return Number(rows[0]!.index)
}
