// The live count of a workshop: computed from the facts, written into an outbox row that edits the message which shows it.
import type pg from 'pg'
import type { Board, Counts, Workshop } from '../model/rows.ts'
import { PROGRESS } from './progress.ts'

/** `led`: whoever opened it is a trainer there still; else only the group goes on reading its count. */
export type LiveWorkshop = Pick<Workshop, 'id' | 'group' | 'boards'> & { led: boolean; counts: Counts }

/** A count stays alive for so long after the end. */
const HOURS = 12

export async function liveWorkshops(pool: pg.Pool, now: string): Promise<LiveWorkshop[]> {
  const { rows } = await pool.query<LiveWorkshop>({
    name: 'live workshops',
    text: `select w.id, w."group", w.boards,
        exists(select 1 from "Membership" m where m."personId" = w."openedBy" and m."structureId" = w."structureId" and m.role = 'trainer') as led, (
        select jsonb_build_object('joined', count(*), 'started', count(*) filter (where g.started), 'sent', count(*) filter (where g.sent))
        from "Enrolment" e, ${PROGRESS} g where e."workshopId" = w.id) as counts
      from "Workshop" w where w."closedAt" is null and w."endsAt" > $1::timestamptz - interval '${HOURS} hours' and w.boards <> '[]'`,
    values: [now],
  })
  return rows
}

type Shown = { workshop: string; before: Board[]; after: Board[]; board: Board; text: string; now: string }

/**
 * Posts what the board shows from now on; `board.outbox` is the row that it was shown by. Nothing happens where another process was
 * faster, or where that row has not been sent yet. A turn that read the workshop before reads it again: it would write the old board.
 */
export async function showCounts(pool: pg.Pool, { workshop, before, after, board, text, now }: Shown): Promise<void> {
  await pool.query({
    name: 'show counts',
    text: `with shown as (
        select o."platformId" from "Outbox" o where o.id = $4 and o."platformId" is not null
      ), won as (
        update "Workshop" w set boards = $3::jsonb, version = w.version + 1 from shown where w.id = $1::uuid and w.boards = $2::jsonb returning 1
      )
      insert into "Outbox" (id, "to", body, at)
      select $5, $8, jsonb_build_object('text', $6::text, 'editOf', shown."platformId"), $7::timestamptz from won, shown`,
    values: [workshop, JSON.stringify(before), JSON.stringify(after), board.outbox, nextId(board, now), text, now, board.to],
  })
}

/** `<first row>:board:<time>`: a new row for each edit. */
export const nextId = ({ outbox }: Board, now: string): string => `${outbox.split(':board:')[0]}:board:${Date.parse(now)}`
