// One update, taken in: the same for polling and webhook.
import type { Intake } from '../../dialogs/vocabulary.ts'
import type { Log } from '../log.ts'
import { type Reception, receive } from './receive.ts'
import type { Update } from './update.ts'

/** A group became a supergroup: what is kept under `from` belongs to `to`. */
export type Moved = (from: string, to: string) => Promise<void>

/** « écrit… » in a chat; a courtesy, so that its failure is nothing. */
export type Typing = (chat: string) => void

export type Take = (update: Update) => Promise<void>

/** Whoever waits longer than this sees that we are at it. */
const PATIENCE_MS = 400

/** Resolves once the update is committed, known, set aside or none of our business; throws when it must be tried again. */
export function makeTake({
  intake,
  moved,
  typing,
  log,
  ...reception
}: Reception & { intake: Intake; moved?: Moved; typing?: Typing; log: Log }): Take {
  return async (update) => {
    const to = update.message?.migrate_to_chat_id
    if (to !== undefined) return moved?.(String(update.message!.chat.id), String(to))
    const inbound = receive(update, reception)
    if (!inbound) return
    const waiting = typing && inbound.from.place === 'private' ? setTimeout(() => typing(inbound.from.chat), PATIENCE_MS) : undefined
    const outcome = await intake(inbound).finally(() => clearTimeout(waiting))
    if (outcome === 'set-aside') log.error({ key: inbound.key }, 'an update was set aside: the next ones go on')
  }
}
