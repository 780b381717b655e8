// How fast the bot spoke, measured from its calls: Telegram takes about one message a second in a chat, 20 a minute in a group, and
// 30 a second to all chats together (https://core.telegram.org/bots/faq#broadcasting-to-users).
import type { Recorded } from './http.ts'

/** What counts: everything that somebody sees, an edit too. */
const SPEAKS = /^(send(?!ChatAction)|edit)/

/** Times in milliseconds. */
export type Spoken = { chat: number; at: number; clock: number }

export const spoken = (calls: Recorded[]): Spoken[] =>
  calls.flatMap(({ method, params, at, clock }) => (SPEAKS.test(method) ? [{ chat: Number(params.chat_id), at, clock }] : []))

/** The most of these times that any span of so many seconds holds. */
export function busiest(times: number[], seconds: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  let from = 0
  return sorted.reduce((most, time, n) => {
    while (time - sorted[from]! >= seconds * 1000) from++
    return Math.max(most, n - from + 1)
  }, 0)
}

/** The same in the chat where it is most. */
export function busiestChat(said: Spoken[], seconds: number): number {
  const chats = Map.groupBy(said, ({ chat }) => chat)
  return Math.max(
    0,
    ...[...chats.values()].map((all) =>
      busiest(
        all.map(({ clock }) => clock),
        seconds,
      ),
    ),
  )
}
