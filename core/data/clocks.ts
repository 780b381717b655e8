// Whose clock says what, in SQL: the zone of a person as core/model/timeZones.ts has it, and the quiet hours there.
import type pg from 'pg'
import { type Clock, clockIn } from '../model/quietHours.ts'
import { timeZoneNamed } from '../model/timeZones.ts'

/** For people of whom no zone is known, or one that came into use this moment or that only another version of Node knows. */
const HERE = 'here'

/**
 * The clocks of all zones that somebody is in, by zone: JSON for the fragments below. Hours are reckoned here and not by PostgreSQL,
 * so that the rule is in one place, and no zone that only one of the two knows breaks a statement.
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
  const known = rows.filter(({ zone }) => timeZoneNamed(zone))
  const clocks = known.map(({ zone }): [string, Clock] => [zone, clockIn(zone, now)])
  return JSON.stringify(Object.fromEntries([[HERE, clockIn(installation, now)], ...clocks]))
}

/** Joins the structure whose zone counts for a person `p` who has none; a look-up by key, so that no plan changes. */
export const HOME = (structure = 'p."structureId"'): string => `left join "Structure" home on home.id = ${structure}`

/** Of a person `p` and their `HOME`; `clocks` is the parameter that holds what `readClocks` gave. */
const shown = (clocks: string, what: keyof Clock): string =>
  `(coalesce(${clocks}::jsonb->coalesce(p."timeZone", home."timeZone"), ${clocks}::jsonb->'${HERE}')->>'${what}')`

export const today = (clocks: string): string => `${shown(clocks, 'today')}::date`
export const awake = (clocks: string): string => `${shown(clocks, 'awake')}::boolean`
/** The local day of a nudge that is planned now: the one at the end goes at once, a follow-up keeps the quiet hours. */
export const nudgeDay = (clocks: string, round: string): string =>
  `case when ${round} = 0 then ${today(clocks)} else ${shown(clocks, 'tellOn')}::date end`

/** The one day that all these clocks give such a nudge; undefined: they do not agree, and each person's own is looked up. */
export function oneDay(clocks: string, round: number): string | undefined {
  const days = new Set(
    Object.values(JSON.parse(clocks) as Record<string, Clock>).map((clock) => (round === 0 ? clock.today : clock.tellOn)),
  )
  return days.size === 1 ? [...days][0] : undefined
}
