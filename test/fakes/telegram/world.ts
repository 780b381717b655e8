// What the fake knows: chats with their messages and their story, files, taps. It acts on nothing by itself.
import { EventEmitter } from 'node:events'
import { badRequest, forbidden, tooMany } from './refusal.ts'
import type { ChatFacts, Message, User } from './types.ts'

/** What happened in a chat, in order; a message stands where it came, with what it says now. */
export type Entry =
  | { is: 'message'; by: User; message: Message }
  | { is: 'tap'; by: User; button: string; message: Message }
  | { is: 'edit'; by: User; text: string }

export type Chat = {
  facts: ChatFacts
  messages: Map<number, Message>
  nextMessageId: number
  story: Entry[]
  /** The bot may write: the person pressed Start, or the bot is in the group. */
  open: boolean
  blocked: boolean
  deactivated: boolean
  botIsAdmin: boolean
  migratedTo?: number
  /** When the bot was last spoken to without having answered, performance.now(). */
  waitingSince?: number
  /** Milliseconds from a person's act to the bot's next message. */
  latencies: number[]
  /** When the bot's last messages came, milliseconds. */
  sent: number[]
}

export type StoredFile = { bytes: Buffer; path: string; uniqueId: string; claimedSize?: number }
export type Tap = { id: string; by: User; expired: boolean; answered: boolean; answer?: string }

export type Rate = { messages: number; seconds: number }

export type WorldOptions = {
  bot: User
  /** Milliseconds. */
  now: () => number
  /** More messages to one chat than this are answered with 429. */
  rate?: Rate
  /** The same, over all chats together. */
  overall?: Rate
}

export class World {
  readonly bot: User
  readonly now: () => number
  readonly chats = new Map<number, Chat>()
  readonly files = new Map<string, StoredFile>()
  readonly taps = new Map<string, Tap>()
  /** `story`: (chat id) after something happened there. */
  readonly changes = new EventEmitter().setMaxListeners(0)
  readonly #rate: WorldOptions['rate']
  readonly #overall: WorldOptions['overall']
  #sent: number[] = []
  #nextFile = 1

  constructor({ bot, now, rate, overall }: WorldOptions) {
    this.bot = bot
    this.now = now
    this.#rate = rate
    this.#overall = overall
  }

  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  addChat(facts: ChatFacts, open: boolean): Chat {
    const chat: Chat = {
      facts,
      messages: new Map(),
      nextMessageId: 1,
      story: [],
      open,
      blocked: false,
      deactivated: false,
      botIsAdmin: false,
      latencies: [],
      sent: [],
    }
    this.chats.set(facts.id, chat)
    return chat
  }

  /** A chat that the bot may write to; otherwise what the real server answers. */
  writable(id: unknown): Chat {
    if (id === undefined || id === '') throw badRequest('chat_id is empty')
    const chat = this.chats.get(Number(id))
    if (!chat?.open) throw badRequest('chat not found')
    if (chat.migratedTo !== undefined) {
      throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo })
    }
    if (chat.deactivated) throw forbidden('user is deactivated')
    if (chat.blocked)
      throw forbidden(chat.facts.type === 'private' ? 'bot was blocked by the user' : `bot was kicked from the ${chat.facts.type} chat`)
    return chat
  }

  /** Counts a message of the bot against the rates. */
  obeyRate(chat: Chat): void {
    chat.sent = this.#within(this.#rate, chat.sent)
    this.#sent = this.#within(this.#overall, this.#sent)
    chat.sent.push(this.now())
    this.#sent.push(this.now())
  }

  /** Those that still count; refused when there are too many of them. */
  #within(rate: Rate | undefined, sent: number[]): number[] {
    if (!rate) return []
    const since = this.now() - rate.seconds * 1000
    const recent = sent.filter((at) => at > since)
    if (recent.length >= rate.messages) throw tooMany(Math.max(1, Math.ceil((recent[0]! - since) / 1000)))
    return recent
  }

  post(chat: Chat, by: User, content: Partial<Message>): Message {
    const message: Message = { message_id: chat.nextMessageId++, date: this.seconds(), chat: chat.facts, from: by, ...content }
    chat.messages.set(message.message_id, message)
    if (by.id === this.bot.id && chat.waitingSince !== undefined) {
      chat.latencies.push(performance.now() - chat.waitingSince)
      chat.waitingSince = undefined
    }
    this.tell(chat, { is: 'message', by, message })
    return message
  }

  tell(chat: Chat, entry: Entry): void {
    chat.story.push(entry)
    this.changes.emit('story', chat.facts.id)
  }

  /** Keeps bytes and gives back their id. */
  store(
    bytes: Buffer,
    folder: string,
    extension: string,
    claimedSize?: number,
  ): { file_id: string; file_unique_id: string; file_size: number } {
    const n = this.#nextFile++
    const uniqueId = `AQAD${n}`
    const id = `AgACAgQAAxkB-${n}-${folder}`
    this.files.set(id, { bytes, path: `${folder}/file_${n}${extension}`, uniqueId, claimedSize })
    return { file_id: id, file_unique_id: uniqueId, file_size: claimedSize ?? bytes.length }
  }
}
