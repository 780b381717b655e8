// What travels, as far as the fake looks at it.
export type Attachment = { contentType: string; content?: unknown; contentUrl?: string; name?: string }

export type Message = {
  id: string
  by: string
  text?: string
  /** The text is Markdown. */
  markdown?: boolean
  summary?: string
  attachments: Attachment[]
  /** As it was before it was replaced. */
  asSent?: Pick<Message, 'text' | 'attachments' | 'markdown'>
}

export type Action = { type: string; title: string; url?: string; verb?: string; data?: unknown; fallback?: unknown }

/** What happened in a chat, in order. */
export type Entry =
  | { is: 'message'; message: Message }
  | { is: 'tap'; by: string; button: string }
  | { is: 'edit'; by: string; text: string }
  | { is: 'act'; by: string; what: string }

export type Chat = {
  id: string
  place: 'personal' | 'groupChat' | 'channel'
  tenant: string
  story: Entry[]
  messages: Map<string, Message>
  /** What the service answers instead: ConversationBlockedByUser… */
  refuses?: { status: number; code: string }
}
