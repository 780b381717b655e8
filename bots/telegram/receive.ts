// An Update becomes an Inbound, or nothing. Pure but for `now` and `fresh`.
import type { MediaRef } from '../../core/model/rows.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Inbound, InboundEvent, Sender } from '../../dialogs/vocabulary.ts'
import type { Chat, Message, Update, User } from './update.ts'

export type Reception = {
  /** Who the bot is; its id keeps the keys of two bots on one database apart. */
  bot: { id: number; username: string }
  now: () => Instant
  fresh: () => string[]
}

/** Undefined: nothing that a dialog could answer (a service message, another bot, a channel's post). */
export function receive(update: Update, { bot, now, fresh }: Reception): Inbound | undefined {
  const read = readMessage(update, bot) ?? readEdit(update) ?? readTap(update) ?? readMembership(update)
  if (!read || read.from.is_bot || read.chat.type === 'channel') return undefined
  const { message } = read
  return {
    key: `telegram:${bot.id}:${update.update_id}`,
    from: sender(read.from, read.chat),
    event: read.event,
    platformAt: read.seconds === undefined ? undefined : new Date(read.seconds * 1000).toISOString(),
    messageId: message && String(message.message_id),
    replyTo: message?.reply_to_message && String(message.reply_to_message.message_id),
    receivedAt: now(),
    fresh: fresh(),
  }
}

/** Who must be answered in order: a person's updates are taken one after the other. */
export const laneOf = (update: Update): number =>
  (update.message ?? update.edited_message ?? update.callback_query ?? update.my_chat_member)?.from?.id ?? update.message?.chat.id ?? 0

type Read = { from: User; chat: Chat; event: InboundEvent; seconds?: number; message?: Message }

function readMessage({ message }: Update, bot: Reception['bot']): Read | undefined {
  if (!message?.from) return undefined
  const event = message.text === undefined ? (media(message) ?? other(message)) : words(message.text, bot.username)
  return event && { from: message.from, chat: message.chat, event, seconds: message.date, message }
}

function readEdit({ edited_message: message }: Update): Read | undefined {
  const text = message?.text ?? message?.caption
  if (!message?.from || text === undefined) return undefined
  return { from: message.from, chat: message.chat, event: { is: 'edited', text }, seconds: message.date, message }
}

/** A tap has no time of its own. A message too old to be shown comes without its chat: the person's private chat is meant. */
function readTap({ callback_query: tap }: Update): Read | undefined {
  if (tap?.data === undefined) return undefined
  const chat = tap.message?.chat ?? { id: tap.from.id, type: 'private' as const }
  return { from: tap.from, chat, event: { is: 'choice', data: tap.data, slot: tap.id } }
}

/** In a private chat this update says one thing: blocked (kicked) or unblocked (member). */
function readMembership({ my_chat_member: change }: Update): Read | undefined {
  if (change?.chat.type !== 'private') return undefined
  const reachable = change.new_chat_member.status !== 'kicked'
  return { from: change.from, chat: change.chat, event: { is: 'reachable', reachable }, seconds: change.date }
}

function sender(user: User, chat: Chat): Sender {
  return {
    channel: 'telegram',
    externalId: String(user.id),
    chat: String(chat.id),
    place: chat.type === 'private' ? 'private' : 'group',
    firstName: user.first_name,
    fullName: [user.first_name, user.last_name].filter(Boolean).join(' ') || undefined,
    locale: user.language_code,
  }
}

const START = /^\/start(?:\s+(\S*))?\s*$/i
const CODE = /^[A-Za-z0-9_-]{1,64}$/

/** `/aide@declic_bot` is `/aide`; a command for another bot is nothing. `@declic_bot bonjour` is `bonjour`. */
function words(text: string, username: string): InboundEvent | undefined {
  const addressed = /^(\/\w+)@(\w+)/.exec(text)
  if (addressed && addressed[2]!.toLowerCase() !== username.toLowerCase()) return undefined
  const plain = addressed ? addressed[1] + text.slice(addressed[0].length) : withoutMention(text, username)
  const start = START.exec(plain)
  if (!start) return { is: 'text', text: plain }
  return { is: 'start', code: CODE.test(start[1] ?? '') ? start[1]! : '' }
}

function withoutMention(text: string, username: string): string {
  const mention = `@${username}`
  if (!text.toLowerCase().startsWith(mention.toLowerCase())) return text
  return text.slice(mention.length).replace(/^[\s,:]+/, '') || text
}

/** A video without sound arrives as an animation (with a `document` beside it), a round one as a video note, a live photo has its `photo`. */
function media(message: Message): InboundEvent | undefined {
  const about = { caption: message.caption, album: message.media_group_id }
  if (message.photo) {
    const largest = message.photo.reduce((best, size) => (size.width * size.height > best.width * best.height ? size : best))
    return { is: 'media', kind: 'photo', media: reference(largest, 'image/jpeg'), ...about }
  }
  const voice = message.voice ?? message.audio
  if (voice) {
    return { is: 'media', kind: 'voice', media: reference(voice, message.voice && 'audio/ogg'), seconds: voice.duration, ...about }
  }
  const video = message.video ?? message.video_note ?? message.animation
  if (video) return { is: 'media', kind: 'video', media: reference(video, 'video/mp4'), seconds: video.duration, ...about }
  if (message.document) return { is: 'media', kind: 'document', media: reference(message.document), ...about }
  return undefined
}

type FileFacts = { file_id: string; file_size?: number; file_name?: string; mime_type?: string }

const reference = (file: FileFacts, usually?: string): MediaRef => ({
  channel: 'telegram',
  file: file.file_id,
  name: file.file_name,
  mediaType: file.mime_type ?? usually,
  size: file.file_size,
})

/** What a person may send beside words and files. Anything else without words is Telegram speaking: a new title, a pinned message… */
const OTHERS = [
  'sticker',
  'venue',
  'location',
  'contact',
  'poll',
  'dice',
  'game',
  'story',
  'checklist',
  'paid_media',
  'rich_message',
  'gift',
  'giveaway',
  'users_shared',
  'chat_shared',
  'web_app_data',
  'invoice',
  'successful_payment',
]

function other(message: Message): InboundEvent | undefined {
  const what = OTHERS.find((kind) => message[kind] !== undefined)
  return what === undefined ? undefined : { is: 'other', what }
}
