// Nudges in the database: planned by one statement, marked before they are sent, so that a kill may lose a few and doubles none.
import type pg from 'pg'
import type { Nudge } from '../model/rows.ts'
import { awake, HOME, nudgeDay, oneDay, readClocks, today } from './clocks.ts'
import { LEADER } from './leader.ts'
import { FINISHED, PROGRESS, REMINDED, reachable } from './progress.ts'

/** So many are a crowd of which PostgreSQL should know: without statistics it sorts all of it each time that some are taken. */
const CROWD = 1000

/**
 * Plans one nudge for each learner of the workshop who has not finished and can be reached. Once only: nobody is nudged twice on one
 * day of theirs, by whatever workshop, so that doing it again adds nobody. `timeZone`: where nothing else is known of a person.
 * Resolves to how many were planned.
 */
export async function planNudges(
  pool: pg.Pool,
  { workshop, round, now, timeZone }: { workshop: string; round: number; now: string; timeZone: string },
): Promise<number> {
  const clocks = await readClocks(pool, now, timeZone)
  const day = oneDay(clocks, round)
  const client = await pool.connect()
  try {
    // the people of a big workshop are joined in memory, not on disk
    await client.query(`begin; set local work_mem = '64MB'`)
    const { rowCount } = await client.query({
      // without a name: it is planned anew for the size of this workshop
      text: `insert into "Nudge" ("workshopId", "personId", round, day, "plannedAt")
        select w.id, e."personId", $2, ${day ? '$4::date' : nudgeDay('$4', '$2')}, $3::timestamptz
        from "Workshop" w join "Enrolment" e on e."workshopId" = w.id ${day ? '' : `join "Person" p on p.id = e."personId" ${HOME()}`}
        where w.id = $1::uuid and w."closedAt" is null and $2 >= w.cancelled and ${reachable('e."personId"')} and not ${FINISHED} and ($2 = 0 or not ${REMINDED})
        -- in the order of the key, so that the index grows from one side
        order by e."personId" on conflict do nothing`,
      values: [workshop, round, now, day ?? clocks],
    })
    await client.query('commit')
    // the table of what waits was small a moment ago: whoever takes from it is told before statistics come round by themselves
    if (rowCount! >= CROWD) await client.query('analyze "Nudge"')
    return rowCount!
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/**
 * Marks the next ones as sent and hands them over, each with the claim that is still open. A follow-up waits, without holding up the
 * others, while it is night where the person is. One that had to wait into another day is that day's, unless they have one already.
 */
export async function takeNudges(pool: pg.Pool, { now, timeZone, most }: { now: string; timeZone: string; most: number }) {
  const { rows } = await pool.query<{ nudge: Nudge; claim: string | null }>({
    name: 'take nudges',
    text: `with taken as (
        select x."personId", x.day, greatest(x.day, ${today('$2')}) as told
        from "Nudge" x join "Workshop" w on w.id = x."workshopId" join "Person" p on p.id = x."personId" ${HOME()}
        where x."markedAt" is null and w."pausedAt" is null and w."closedAt" is null and x.round >= w.cancelled and (x.round = 0 or (${awake('$2')} and x.day <= ${today('$2')}))
          and not exists(select 1 from "Nudge" o where o."personId" = x."personId" and o.day > x.day
            and (o.day = ${today('$2')} or (o.day < ${today('$2')} and o."markedAt" is null)))
        order by x."plannedAt" limit $3 for update of x skip locked
      ), marked as (
        update "Nudge" n set "markedAt" = $1::timestamptz, day = taken.told from taken
        where n."personId" = taken."personId" and n.day = taken.day returning n.*
      )
      select to_jsonb(e) as nudge, g.claim from marked e join "Workshop" w on w.id = e."workshopId", ${PROGRESS} g`,
    values: [now, await readClocks(pool, now, timeZone), most],
  })
  return rows
}

/** What waited for a workshop that is over, or of a nudge that its trainer dropped: the day is free for another one. */
export async function dropNudges(pool: pg.Pool): Promise<void> {
  await pool.query(
    `delete from "Nudge" n using "Workshop" w where w.id = n."workshopId" and n."markedAt" is null and (w."closedAt" is not null or n.round < w.cancelled)`,
  )
}

export type DueWorkshop = { workshop: string; person: string; at: string }

/** Workshops that are over, and those whose follow-up has come; with whoever answers for them, and is not told of one at night. */
export async function dueWorkshops(pool: pg.Pool, now: string, timeZone: string): Promise<DueWorkshop[]> {
  const { rows } = await pool.query<Omit<DueWorkshop, 'at'> & { at: Date }>({
    name: 'due workshops',
    text: `select w.id as workshop, w."nudgeAt" as at, p.id as person
      from "Workshop" w join "Person" p on p.id = ${LEADER} ${HOME('w."structureId"')}
      where w."nudgeAt" is not null and w."nudgeAt" <= $1::timestamptz and w."closedAt" is null and w."pausedAt" is null
        and (w.nudges = 0 or ${awake('$2')})
      order by w."nudgeAt" limit 100`,
    values: [now, await readClocks(pool, now, timeZone)],
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Workshops whose trainer is to see what will leave by itself; not where it has left meanwhile. */
export async function workshopsAhead(pool: pg.Pool, now: string): Promise<DueWorkshop[]> {
  const { rows } = await pool.query<{ workshop: string; person: string | null; at: Date }>({
    name: 'workshops ahead',
    text: `select w.id as workshop, w."tellAt" as at, ${LEADER} as person from "Workshop" w
      where w."tellAt" is not null and w."tellAt" <= $1::timestamptz and w."nudgeAt" > $1::timestamptz and w."closedAt" is null and w."pausedAt" is null
      order by w."tellAt" limit 100`,
    values: [now],
  })
  return rows.flatMap(({ workshop, person, at }) => (person ? [{ workshop, person, at: at.toISOString() }] : []))
}
