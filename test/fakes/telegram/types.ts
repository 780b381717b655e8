// The shapes of the Bot API that the fake speaks (https://core.telegram.org/bots/api), written down anew: a fake that shared the types of the
// program under test would share its mistakes.
export type User = { id: number; is_bot: boolean; first_name: string; last_name?: string; username?: string; language_code?: string }
export type Button = { text: string; callback_data?: string; url?: string }
export type Markup = { inline_keyboard: Button[][] }
export type ChatFacts = { id: number; type: 'private' | 'group' | 'supergroup'; title?: string; first_name?: string; last_name?: string }

export type FileFacts = {
  file_id: string
  file_unique_id: string
  file_size?: number
  file_name?: string
  mime_type?: string
  duration?: number
}
export type PhotoSize = FileFacts & { width: number; height: number }

export type Message = {
  message_id: number
  date: number
  chat: ChatFacts
  from: User
  text?: string
  caption?: string
  entities?: { type: string; offset: number; length: number }[]
  reply_markup?: Markup
  reply_to_message?: Message
  media_group_id?: string
  edit_date?: number
  photo?: PhotoSize[]
  voice?: FileFacts
  audio?: FileFacts
  video?: FileFacts
  video_note?: FileFacts
  animation?: FileFacts
  document?: FileFacts
  sticker?: FileFacts & { emoji?: string }
  [other: string]: unknown
}

export type Update = { update_id: number } & Record<string, unknown>

/** Parameters of a call, and the files that came with it by the name of their part. */
export type Params = Record<string, unknown>
export type Upload = { name: string; bytes: Buffer }
export type Uploads = Map<string, Upload>
