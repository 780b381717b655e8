// Whose clock says what, in SQL: the zone of a person as core/model/timeZones.ts has it, and the quiet hours there.
import type pg from 'pg'
import { clockIn } from '../model/quietHours.ts'

/**
 * The clocks of all zones that somebody is in, the installation's first: JSON for `CLOCK`. Hours are reckoned here and not by
 * PostgreSQL, so that the rule is in one place, and no zone that only one of the two knows breaks a statement.
 */
export async function readClocks(db: pg.Pool | pg.PoolClient, now: string, installation: string): Promise<string> {
  const { rows } = await db.query<{ zone: string }>({
    name: 'zones in use',
    // from one zone to the next by the index: there are few zones, and many people
    text: `with recursive z as (
        select min("timeZone") as zone from "Person"
        union all select (select min("timeZone") from "Person" where "timeZone" > z.zone) from z where z.zone is not null
      ) select zone from z where zone is not null union select "timeZone" from "Structure" where "timeZone" is not null`,
  })
  const zones = new Set([installation, ...rows.map(({ zone }) => zone)])
  return JSON.stringify([...zones].map((zone) => clockIn(zone, now)))
}

/** Joins over a person `p`; `clocks` is the parameter that holds what `readClocks` gave, `structure` whose zone counts where they have none. */
export const CLOCK = (clocks: string, structure = 'p."structureId"'): string => `
  left join "Structure" home on home.id = ${structure}
  left join jsonb_to_recordset(${clocks}::jsonb) as clock(zone text, today date, "tellOn" date, awake boolean) on clock.zone = coalesce(p."timeZone", home."timeZone")
  cross join jsonb_to_record(${clocks}::jsonb->0) as here(today date, "tellOn" date, awake boolean)`

/** Columns of `CLOCK`. */
export const TODAY = `coalesce(clock.today, here.today)`
export const AWAKE = `coalesce(clock.awake, here.awake)`
/** The local day of a nudge that is planned now: the one at the end goes at once, a follow-up keeps the quiet hours. */
export const NUDGE_DAY = (round: string): string => `case when ${round} = 0 then ${TODAY} else coalesce(clock."tellOn", here."tellOn") end`
