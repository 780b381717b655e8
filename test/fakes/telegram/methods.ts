// The methods of the Bot API that the program may call, with the refusals of the real ones.
import { checkCaption, checkMarkup, checkText } from './limits.ts'
import { type MediaKind, sentAlbum, sentMedia } from './media.ts'
import { badRequest } from './refusal.ts'
import type { Message, Params, Uploads } from './types.ts'
import type { Updates } from './updates.ts'
import type { Chat, World } from './world.ts'

export type Server = { world: World; updates: Updates; readsAll: boolean; profile: Map<string, unknown> }
type Call = { params: Params; uploads: Uploads; gone: AbortSignal }
type Method = (server: Server, call: Call) => unknown

const DOWNLOAD_BYTES = 20 * 1024 * 1024
const ACTIONS =
  /^(typing|upload_photo|record_video|upload_video|record_voice|upload_voice|upload_document|choose_sticker|find_location|record_video_note|upload_video_note)$/

export const METHODS: Record<string, Method> = {
  getMe: ({ world, readsAll }) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: readsAll,
    supports_inline_queries: false,
  }),
  getUpdates: ({ updates }, { params, gone }) => updates.getUpdates(params, gone),
  setWebhook: ({ updates }, { params }) => updates.setWebhook(params),
  deleteWebhook: ({ updates }, { params }) => updates.deleteWebhook(params),
  getWebhookInfo: ({ updates }) => ({
    url: updates.webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.pendingCount,
    max_connections: updates.webhook?.maxConnections,
    last_error_date: updates.lastError?.date,
    last_error_message: updates.lastError?.message,
  }),
  sendMessage: ({ world }, { params }) => send(world, params, () => ({ text: checkText(params.text) })),
  sendPhoto: sendKind('photo'),
  sendVoice: sendKind('voice'),
  sendVideo: sendKind('video'),
  sendAudio: sendKind('audio'),
  sendDocument: sendKind('document'),
  sendMediaGroup({ world }, { params, uploads }) {
    const chat = world.writable(params.chat_id)
    const items = sentAlbum(world, params, uploads)
    const captions = items.map(({ caption }) => checkCaption(caption))
    world.obeyRate(chat)
    const media_group_id = `bot-album-${chat.nextMessageId}`
    return items.map(({ content }, n) => world.post(chat, world.bot, { ...content, caption: captions[n], media_group_id }))
  },
  editMessageText: ({ world }, { params }) => edit(world, params, () => ({ text: checkText(params.text) })),
  editMessageReplyMarkup: ({ world }, { params }) => edit(world, params, () => ({})),
  deleteMessage({ world }, { params }) {
    const chat = world.writable(params.chat_id)
    const message = chat.messages.get(Number(params.message_id))
    if (!message) throw badRequest('message to delete not found')
    chat.messages.delete(message.message_id)
    chat.story = chat.story.filter((entry) => entry.is !== 'message' || entry.message !== message)
    return true
  },
  answerCallbackQuery({ world }, { params }) {
    const tap = world.taps.get(String(params.callback_query_id))
    if (!tap || tap.expired) throw badRequest('query is too old and response timeout expired or query ID is invalid')
    if (params.text !== undefined && [...String(params.text)].length > 200) throw badRequest('MESSAGE_TOO_LONG')
    tap.answered = true
    tap.answer = params.text as string | undefined
    return true
  },
  sendChatAction({ world }, { params }) {
    world.writable(params.chat_id)
    if (!ACTIONS.test(String(params.action))) throw badRequest('wrong parameter action in request')
    return true
  },
  getChat: ({ world }, { params }) => world.writable(params.chat_id).facts,
  getFile({ world }, { params }) {
    const file = world.files.get(String(params.file_id))
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if ((file.claimedSize ?? file.bytes.length) > DOWNLOAD_BYTES) throw badRequest('file is too big')
    return {
      file_id: params.file_id,
      file_unique_id: file.uniqueId,
      file_size: file.claimedSize ?? file.bytes.length,
      file_path: file.path,
    }
  },
  setMyCommands({ profile }, { params }) {
    const commands = (typeof params.commands === 'string' ? JSON.parse(params.commands) : params.commands) as {
      command: string
      description: string
    }[]
    for (const { command, description } of commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
      if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    }
    return keepProfile(profile, 'commands', params, commands)
  },
  setMyName: ({ profile }, { params }) => keepProfile(profile, 'name', params, limited(params.name, 64)),
  setMyDescription: ({ profile }, { params }) => keepProfile(profile, 'description', params, limited(params.description, 512)),
  setMyShortDescription: ({ profile }, { params }) => keepProfile(profile, 'short', params, limited(params.short_description, 120)),
}

function sendKind(kind: MediaKind): Method {
  return ({ world }, { params, uploads }) =>
    send(world, params, () => ({ caption: checkCaption(params.caption), ...sentMedia(world, kind, params[kind], uploads) }))
}

function send(world: World, params: Params, content: () => Partial<Message>): Message {
  const chat = world.writable(params.chat_id)
  const about = { ...content(), reply_markup: checkMarkup(params.reply_markup), reply_to_message: repliedTo(chat, params) }
  world.obeyRate(chat)
  return world.post(chat, world.bot, about)
}

function repliedTo(chat: Chat, params: Params): Message | undefined {
  if (params.reply_parameters === undefined) return undefined
  const reply = (typeof params.reply_parameters === 'string' ? JSON.parse(params.reply_parameters) : params.reply_parameters) as {
    message_id: number
    allow_sending_without_reply?: boolean
  }
  const message = chat.messages.get(reply.message_id)
  if (!message && !reply.allow_sending_without_reply) throw badRequest('message to be replied not found')
  return message
}

function edit(world: World, params: Params, content: () => Partial<Message>): Message {
  const chat = world.writable(params.chat_id)
  const message = chat.messages.get(Number(params.message_id))
  if (!message) throw badRequest('message to edit not found')
  if (message.from.id !== world.bot.id) throw badRequest("message can't be edited")
  const after = { ...content(), reply_markup: checkMarkup(params.reply_markup) }
  const same = (after.text ?? message.text) === message.text && JSON.stringify(after.reply_markup) === JSON.stringify(message.reply_markup)
  if (same) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  Object.assign(message, after, { edit_date: world.seconds() })
  world.changes.emit('story', chat.facts.id)
  return message
}

function limited(text: unknown, most: number): string {
  if (String(text ?? '').length > most) throw badRequest('text is too long')
  return String(text ?? '')
}

function keepProfile(profile: Server['profile'], what: string, params: Params, value: unknown): true {
  profile.set(`${what}:${params.language_code ?? ''}`, value)
  return true
}
