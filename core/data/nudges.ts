// Nudges in the database: planned by one statement, marked before they are sent, so that a kill may lose a few and doubles none.
import type pg from 'pg'
import type { Nudge } from '../model/rows.ts'
import { LEADER } from './leader.ts'
import { MOST_REMINDERS, PROGRESS, REACHABLE } from './progress.ts'

/**
 * Plans one nudge for each learner of the workshop who has not finished and can be reached. Once only: nobody is nudged twice on one
 * local day, by whatever workshop, so that doing it again adds nobody. Resolves to how many were planned.
 */
export async function planNudges(
  pool: pg.Pool,
  { workshop, round, now, timeZone }: { workshop: string; round: number; now: string; timeZone: string },
): Promise<number> {
  const client = await pool.connect()
  try {
    // the people of a big workshop are joined in memory, not on disk
    await client.query(`begin; set local work_mem = '64MB'`)
    const { rowCount } = await client.query({
      name: 'plan nudges',
      text: `insert into "Nudge" ("workshopId", "personId", round, day, "plannedAt")
        select w.id, e."personId", $2, d.day, $3::timestamptz
        from "Workshop" w cross join (select ($3::timestamptz at time zone $4)::date as day) d
          join "Enrolment" e on e."workshopId" = w.id join "Person" p on p.id = e."personId", ${PROGRESS} g
        where w.id = $1::uuid and w."closedAt" is null and $2 >= w.cancelled and ${REACHABLE} and not g.finished and ($2 = 0 or g.reminders < ${MOST_REMINDERS})
        -- in the order of the key, so that the index grows from one side
        order by e."personId" on conflict do nothing`,
      values: [workshop, round, now, timeZone],
    })
    await client.query('commit')
    return rowCount ?? 0
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Marks the next ones as sent and hands them over, each with the claim that is still open. `quiet`: only those at the end of a workshop. */
export async function takeNudges(pool: pg.Pool, { now, quiet, most }: { now: string; quiet: boolean; most: number }) {
  const { rows } = await pool.query<{ nudge: Nudge; claim: string | null }>({
    name: 'take nudges',
    text: `with taken as (
        select x."personId", x.day from "Nudge" x join "Workshop" w on w.id = x."workshopId"
        where x."markedAt" is null and w."pausedAt" is null and w."closedAt" is null and x.round >= w.cancelled and (x.round = 0 or not $2::boolean)
        order by x."plannedAt" limit $3 for update of x skip locked
      ), marked as (
        update "Nudge" n set "markedAt" = $1::timestamptz from taken where n."personId" = taken."personId" and n.day = taken.day returning n.*
      )
      select to_jsonb(e) as nudge, g.claim from marked e join "Workshop" w on w.id = e."workshopId", ${PROGRESS} g`,
    values: [now, quiet, most],
  })
  return rows
}

/** What waited for a workshop that is over, or of a nudge that its trainer dropped: the day is free for another one. */
export async function dropNudges(pool: pg.Pool): Promise<void> {
  await pool.query(
    `delete from "Nudge" n using "Workshop" w where w.id = n."workshopId" and n."markedAt" is null and (w."closedAt" is not null or n.round < w.cancelled)`,
  )
}

export type DueWorkshop = { workshop: string; person: string; at: string; round: number }

/** Workshops that are over, and those whose follow-up has come; with whoever answers for them. */
export async function dueWorkshops(pool: pg.Pool, now: string): Promise<DueWorkshop[]> {
  const { rows } = await pool.query<DueWorkshop & { at: Date }>({
    name: 'due workshops',
    text: `select w.id as workshop, w."nudgeAt" as at, w.nudges as round, ${LEADER} as person
      from "Workshop" w where w."nudgeAt" is not null and w."nudgeAt" <= $1::timestamptz and w."closedAt" is null and w."pausedAt" is null
      order by w."nudgeAt" limit 100`,
    values: [now],
  })
  return rows.filter(({ person }) => person).map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Workshops whose trainer is to see what will leave by itself; not where it has left meanwhile. */
export async function workshopsAhead(pool: pg.Pool, now: string): Promise<Omit<DueWorkshop, 'round'>[]> {
  const { rows } = await pool.query<{ workshop: string; person: string | null; at: Date }>({
    name: 'workshops ahead',
    text: `select w.id as workshop, w."tellAt" as at, ${LEADER} as person from "Workshop" w
      where w."tellAt" is not null and w."tellAt" <= $1::timestamptz and w."nudgeAt" > $1::timestamptz and w."closedAt" is null and w."pausedAt" is null
      order by w."tellAt" limit 100`,
    values: [now],
  })
  return rows.flatMap(({ workshop, person, at }) => (person ? [{ workshop, person, at: at.toISOString() }] : []))
}
