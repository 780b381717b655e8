// What we read of an Update (https://core.telegram.org/bots/api#update), checked at the border. Everything that we do not read
// passes unchecked, so that a field that Telegram adds tomorrow stops nobody.
import { z } from 'zod'

const Id = z.number().int()
/** Unix time, seconds. */
const Time = z.number().int().min(0).max(8_640_000_000_000)
const User = z.object({
  id: Id,
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
})
const Chat = z.object({ id: Id, type: z.enum(['private', 'group', 'supergroup', 'channel']) })
const File = z.object({
  file_id: z.string().min(1),
  file_size: z.number().optional(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  duration: z.number().optional(),
})
const PhotoSize = z.object({ file_id: z.string().min(1), width: z.number(), height: z.number(), file_size: z.number().optional() })

/** Loose: its other keys say what kind of message it is. */
const Message = z.looseObject({
  message_id: Id,
  date: Time,
  chat: Chat,
  from: User.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  reply_to_message: z.object({ message_id: Id }).optional(),
  photo: z.array(PhotoSize).min(1).optional(),
  voice: File.optional(),
  audio: File.optional(),
  video: File.optional(),
  video_note: File.optional(),
  animation: File.optional(),
  document: File.optional(),
  migrate_to_chat_id: Id.optional(),
})

export const Update = z.object({
  update_id: Id,
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: z
    .object({ id: z.string(), from: User, data: z.string().optional(), message: z.object({ chat: Chat }).optional() })
    .optional(),
  my_chat_member: z.object({ chat: Chat, from: User, date: Time, new_chat_member: z.object({ status: z.string() }) }).optional(),
})

export type Update = z.infer<typeof Update>
export type Message = z.infer<typeof Message>
export type User = z.infer<typeof User>
export type Chat = z.infer<typeof Chat>

/** The kinds of update that we ask Telegram for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const
