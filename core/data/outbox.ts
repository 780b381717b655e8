// Messages out. A row is leased by the process that sends it; one chat is sent from its head, so that nothing overtakes
// (design.md, decision 4). `startedAt` is the sender's own clock when it took the row.
import type pg from 'pg'
import { startJobs } from './startJobs.ts'

export type Leased = { id: string; to: string; body: unknown; attempts: number }

export type Delivered = { id: string; at: string; platformId: string | null; platformAt: string | null }

/** Chats taken in one poll, and messages of one chat. */
const CHATS = 50
const IN_A_ROW = 20

/** Nobody sends it; a broadcast whose lease ran out is not sent again, but lost (`takeBack`). */
const free = (row: string): string =>
  `(${row}."leasedTill" is null or (${row}."leasedTill" < now() and not ${row}.body @> '{"broadcast": true}'))`

/** A message to many that may have arrived is not said again: it is lost, counted and shown (followUp.ts). */
export const NOT_KNOWN = 'lost: it is not known whether it arrived'
const ON_ITS_WAY = 'lost: it was on its way when the program ended'

/**
 * What became of a nudge `n` beyond its outcome: `copies` of it that left; whether it was `refused` (blocked meanwhile); and whether it is
 * `lost`: marked and never told, or told and not known to have arrived. One that is being said this moment counts until it has.
 */
export const ARRIVAL = `lateral (
    select (count(*) filter (where o."sentAt" is not null))::int as copies,
      coalesce(bool_or(o.failure not like 'lost: %'), false) as refused,
      n."markedAt" is not null and (n.outcome is null or coalesce(bool_or(o.failure like 'lost: %'), false)) as lost
    from "Outbox" o where o."personId" = n."personId" and starts_with(o.id, 'nudge:' || n."personId" || ':' || to_char(n.day, 'YYYY-MM-DD') || ':')
  )`

/** Each account that was marked just now (bots/jobs/unreachable.ts). */
const LOST = `(select 'unreachable' as queue, jsonb_build_object('person', "personId", 'since', "unreachableAt") as data, null::timestamptz as at from marked) j`

export type Outbox = {
  /**
   * What this process leased at least `seconds` ago and has not in hand is free at once, not when the lease runs out: what an earlier
   * life of it left (0 seconds), and what a commit leased whose answer was lost with its connection.
   */
  takeBack: (seconds: number, inHand: string[]) => Promise<void>
  /** Leases what nobody is sending: chats whose first waiting message is due; of these channels only, if any are named. */
  lease: (clock: string, channels?: string[]) => Promise<Leased[]>
  /** These are still being sent: nobody else may. */
  renew: (ids: string[]) => Promise<void>
  /** These were leased and not begun: they wait again, in their order. */
  giveBack: (ids: string[]) => Promise<void>
  /** These were sent. */
  sent: (delivered: Delivered[]) => Promise<void>
  /** Not now: this one again at `at`, and whatever waits behind it in its chat is given back. */
  later: (id: string, to: string, at: string) => Promise<void>
  /** Never: the next one may go. */
  failed: (id: string, why: string) => Promise<void>
  /** Nobody can be reached there: everything that waits for this chat ends, and whoever is there is marked. */
  gone: (to: string, why: string, clock: string) => Promise<void>
  /** The chat has another id from now on. */
  moved: (channel: string, from: string, to: string) => Promise<void>
}

export function openOutbox(pool: pg.Pool, lessee: string, leaseSeconds = 30): Outbox {
  return {
    async takeBack(seconds, inHand) {
      // one of many that were told the same, and perhaps on its way when its process ended: rather lost than said twice
      await pool.query({
        name: 'lose broadcasts',
        text: `update "Outbox" set "leasedBy" = null, "leasedTill" = null, failure = '${ON_ITS_WAY}'
          where "sentAt" is null and failure is null and "startedAt" is not null and body @> '{"broadcast": true}'
            and ("leasedTill" < now() or ("leasedBy" = $1 and "leasedTill" <= now() + $2 * interval '1 s' and id <> all($3::text[])))`,
        values: [lessee, leaseSeconds - seconds, inHand],
      })
      await pool.query({
        name: 'take back',
        text: `update "Outbox" set "leasedBy" = null, "leasedTill" = null, "startedAt" = null
          where "leasedBy" = $1 and "sentAt" is null and failure is null and "leasedTill" <= now() + $2 * interval '1 s' and id <> all($3::text[])`,
        values: [lessee, leaseSeconds - seconds, inHand],
      })
    },
    async lease(clock, channels) {
      const { rows } = await pool.query<Leased & { seq: string }>({
        name: 'lease',
        // whoever has a chat's head has the chat: its row is locked and looked at again before any other is taken
        text: `with due as (
            select o.id from "Outbox" o
            where o."sentAt" is null and o.failure is null and (o."nextAt" is null or o."nextAt" <= $1::timestamptz)
              and ${free('o')} and ($3::text[] is null or split_part(o."to", ':', 1) = any($3))
              and not exists (select 1 from "Outbox" e where e."to" = o."to" and e.seq < o.seq and e."sentAt" is null and e.failure is null)
            order by o.seq limit ${CHATS}
          ), held as materialized (
            select o.id, o."to", o.seq from due join "Outbox" o on o.id = due.id
            where o."sentAt" is null and o.failure is null and (o."nextAt" is null or o."nextAt" <= $1::timestamptz) and ${free('o')}
            for update of o skip locked
          ), chosen as (
            select o.id from held cross join lateral (
              select w.id, bool_and(${free('w')} and (w."nextAt" is null or w."nextAt" <= $1::timestamptz)) over (order by w.seq) as ready
              from "Outbox" w where w."to" = held."to" and w.seq >= held.seq and w."sentAt" is null and w.failure is null
              order by w.seq limit ${IN_A_ROW}) o
            where o.ready
          )
          update "Outbox" o set "leasedBy" = $2, "leasedTill" = now() + $4 * interval '1 s', "startedAt" = $1::timestamptz
          from chosen where o.id = chosen.id and o."sentAt" is null and o.failure is null returning o.id, o."to", o.body, o.attempts, o.seq`,
        values: [clock, lessee, channels ?? null, leaseSeconds],
      })
      return rows.toSorted((a, b) => Number(a.seq) - Number(b.seq))
    },
    async renew(ids) {
      await pool.query(
        // what is being acknowledged this moment needs no longer lease, and must not be waited for
        `update "Outbox" set "leasedTill" = now() + $3 * interval '1 s' where id in (
           select id from "Outbox" where id = any($1) and "leasedBy" = $2 and "sentAt" is null and failure is null for update skip locked)`,
        [ids, lessee, leaseSeconds],
      )
    },
    async giveBack(ids) {
      await pool.query(
        `update "Outbox" set "leasedBy" = null, "leasedTill" = null, "startedAt" = null
         where id = any($1) and "leasedBy" = $2 and "sentAt" is null and failure is null`,
        [ids, lessee],
      )
    },
    async sent(delivered) {
      await pool.query({
        name: 'sent',
        text: `update "Outbox" o set "sentAt" = s.at, "platformId" = s.id, "platformAt" = s."when", "leasedBy" = null, "leasedTill" = null
          from unnest($1::text[], $2::timestamptz[], $3::text[], $4::timestamptz[]) as s(key, at, id, "when") where o.id = s.key`,
        values: [
          delivered.map((d) => d.id),
          delivered.map((d) => d.at),
          delivered.map((d) => d.platformId),
          delivered.map((d) => d.platformAt),
        ],
      })
    },
    async later(id, to, at) {
      await pool.query(
        `update "Outbox" set "leasedBy" = null, "leasedTill" = null, "startedAt" = null,
           attempts = attempts + (id = $1)::int, "nextAt" = case when id = $1 then $3::timestamptz else "nextAt" end
         where "to" = $2 and "sentAt" is null and failure is null and "leasedBy" = $4`,
        [id, to, at, lessee],
      )
    },
    async failed(id, why) {
      await pool.query(`update "Outbox" set failure = $2, "leasedBy" = null, "leasedTill" = null where id = $1`, [id, why])
    },
    async gone(to, why, clock) {
      const [channel, ...chat] = to.split(':')
      await pool.query(
        // whoever is marked already was looked after already
        `with ended as (update "Outbox" set failure = $2, "leasedBy" = null, "leasedTill" = null where "to" = $1 and "sentAt" is null and failure is null)
         , marked as (update "Account" set "unreachableAt" = $5 where channel = $3 and chat = $4 and "unreachableAt" is null returning "personId", "unreachableAt")
         ${startJobs(LOST)}`,
        [to, why, channel, chat.join(':'), clock],
      )
    },
    async moved(channel, from, to) {
      await pool.query(
        `with waiting as (update "Outbox" set "to" = $1 || ':' || $3 where "to" = $1 || ':' || $2 and "sentAt" is null)
         , workshops as (update "Workshop" w set "group" = $1 || ':' || $3, boards = coalesce((select jsonb_agg(
             case when b->>'to' = w."group" then jsonb_set(b, '{to}', to_jsonb(($1 || ':' || $3)::text)) else b end) from jsonb_array_elements(w.boards) b), '[]')
           where w."group" = $1 || ':' || $2)
         update "Account" set chat = $3 where channel = $1 and chat = $2`,
        [channel, from, to],
      )
    },
  }
}
