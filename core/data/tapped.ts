// What a message looks like once one of its buttons was tapped, for platforms that show it anew. The first tap that the dialog took as an
// answer is written into the message's own row, as `taken`; the dialog marks its answer to a tap that came too late with `over`.
import type pg from 'pg'

export type Tapped = {
  /** As it was sent. */
  body: unknown
  /** What the button held that was taken as the answer; null: the question was answered in another way. */
  taken: string | null
  /** Its buttons stay: help was asked for, say, and the question is not answered. */
  stays: boolean
}

/** What one turn says goes out under `<event key>:<n>`; the answer to a tap is among the first. */
const ANSWERS = 8

/**
 * After the turn of the event `key`, a tap on `data` under the message `platformId`. Undefined: there is no such message.
 * Asking again changes nothing, whatever was tapped.
 */
export async function settleTap(
  pool: pg.Pool,
  { key, to, platformId, data }: { key: string; to: string; platformId: string; data: string },
): Promise<Tapped | undefined> {
  const { rows } = await pool.query<Tapped>({
    name: 'settle tap',
    text: `with said as (
        select body from "Outbox" where id = any($1::text[])
      ), card as (
        select id, body, not body ? 'taken' and not body @> '{"lasting": true}'
            and not exists (select 1 from said where said.body @> '{"over": true}') as open,
          body->'choices' @> jsonb_build_array(jsonb_build_object('data', $4::text)) as known,
          -- a helper that brought no question, neither this one again nor the next
          body->'choices' @> jsonb_build_array(jsonb_build_object('data', $4::text, 'control', true))
            and not exists (select 1 from said where said.body ? 'choices') as aside
        from "Outbox" where "to" = $2 and "platformId" = $3 order by seq desc limit 1
      ), taking as (
        update "Outbox" o set body = o.body || jsonb_build_object('taken', $4::text) from card
        where o.id = card.id and card.open and card.known and not card.aside and not o.body ? 'taken'
        returning o.body->>'taken' as taken
      )
      select card.body, coalesce((select taken from taking), card.body->>'taken') as taken,
        card.body @> '{"lasting": true}' or (card.open and card.aside) as stays from card`,
    values: [Array.from({ length: ANSWERS }, (_, n) => `${key}:${n}`), to, platformId, data],
  })
  return rows[0]
}
