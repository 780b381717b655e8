// What a channel must know of a chat to write there, kept between processes: in Teams, its service URL and tenant. The shape is the
// channel's own, which checks it when it is read.
import type pg from 'pg'

export type Conversations = {
  /** Undefined: nothing was heard from there yet. */
  get: (chat: string) => Promise<unknown>
  put: (chat: string, reference: object, at: string) => Promise<void>
}

export function openConversations(pool: pg.Pool, channel: string): Conversations {
  return {
    async get(chat) {
      const { rows } = await pool.query<{ reference: unknown }>({
        name: 'conversation',
        text: `select reference from "Conversation" where channel = $1 and chat = $2`,
        values: [channel, chat],
      })
      return rows[0]?.reference
    },
    async put(chat, reference, at) {
      await pool.query({
        name: 'keep conversation',
        text: `insert into "Conversation" (channel, chat, reference, "seenAt") values ($1, $2, $3::jsonb, $4::timestamptz)
          on conflict (channel, chat) do update set reference = excluded.reference, "seenAt" = excluded."seenAt"`,
        values: [channel, chat, JSON.stringify(reference), at],
      })
    },
  }
}
