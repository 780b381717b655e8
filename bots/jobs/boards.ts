// Keeps the live counts of workshops true: one message a chat, edited when something changed, within what platforms allow.
import { liveWorkshops, type LiveWorkshop, nextId, showCounts } from '../../core/data/boards.ts'
import type { Database } from '../../core/data/database.ts'
import { secondsBetween } from '../../core/model/time.ts'
import type { Texts } from '../../dialogs/texts.ts'

/** Seconds from one edit to the next; a group takes 20 messages a minute, and half of them are for what people there say to the bot. */
const PRIVATE_SECONDS = 3
const GROUP_SECONDS = 6
/** Counting takes about one part in so many of the time, however big a workshop; and never rests longer than this. */
const SHARE = 20
const LONGEST_REST_MS = 5_000

export function makeBoards({ database, texts, now }: { database: Database; texts: Texts; now: () => string }): () => Promise<void> {
  let rests = 0
  return async () => {
    if (performance.now() < rests) return
    const started = performance.now()
    for (const live of await liveWorkshops(database.pool, now())) await show(live)
    rests = performance.now() + Math.min((performance.now() - started) * SHARE, LONGEST_REST_MS)
  }

  async function show({ id, group, boards, led, counts }: LiveWorkshop): Promise<void> {
    let before = boards
    for (const [n, board] of boards.entries()) {
      if (!led && board.to !== group) continue
      const since = secondsBetween(board.at, now())
      const same = JSON.stringify(sorted(board.counts)) === JSON.stringify(sorted(counts))
      if (same || since < (board.to === group ? GROUP_SECONDS : PRIVATE_SECONDS)) continue
      const at = now()
      const after = before.with(n, { ...board, outbox: nextId(board, at), counts, at })
      await showCounts(database.pool, {
        workshop: id,
        before,
        after,
        board,
        text: texts.say(board.language, 'trainer-board', counts),
        now: at,
      })
      before = after
    }
  }
}

const sorted = ({ joined, started, sent }: LiveWorkshop['counts']) => [joined, started, sent]
