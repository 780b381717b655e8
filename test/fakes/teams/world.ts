// The chats, files and messages of the fake Teams.
import { EventEmitter } from 'node:events'
import { randomUUID } from 'node:crypto'
import type { Attachment, Chat, Entry, Message } from './types.ts'

export type File = { bytes: Buffer; name: string; needsToken: boolean }

export class World {
  readonly chats = new Map<string, Chat>()
  readonly files = new Map<string, File>()
  /** What people took from the bot into their own drive. */
  readonly uploads = new Map<string, Buffer>()
  readonly changes = new EventEmitter().setMaxListeners(0)
  #lastId = 0

  addChat(place: Chat['place'], tenant: string): Chat {
    const name = randomUUID().replaceAll('-', '')
    const id =
      place === 'personal'
        ? `a:1${name}`
        : place === 'groupChat'
          ? `19:${name}@thread.v2`
          : `19:${name}@thread.tacv2;messageid=1700000000001`
    const chat: Chat = { id, place, tenant, story: [], messages: new Map() }
    this.chats.set(id, chat)
    return chat
  }

  /** Ids of messages are their time in milliseconds, never twice the same. */
  nextId(): string {
    this.#lastId = Math.max(Date.now(), this.#lastId + 1)
    return String(this.#lastId)
  }

  addFile(bytes: Uint8Array, name: string, needsToken: boolean): string {
    const id = randomUUID()
    this.files.set(id, { bytes: Buffer.from(bytes), name, needsToken })
    return id
  }

  add(chat: Chat, by: string, facts: { text?: string; textFormat?: string; summary?: string; attachments?: Attachment[] }): Message {
    const message: Message = {
      id: this.nextId(),
      by,
      text: facts.text,
      markdown: facts.textFormat === 'markdown',
      summary: facts.summary,
      attachments: facts.attachments ?? [],
    }
    chat.messages.set(message.id, message)
    this.tell(chat, { is: 'message', message })
    return message
  }

  replace(message: Message, { text, attachments, markdown }: Pick<Message, 'text' | 'attachments' | 'markdown'>): void {
    message.asSent ??= { text: message.text, attachments: message.attachments, markdown: message.markdown }
    Object.assign(message, { text, attachments, markdown })
  }

  tell(chat: Chat, entry: Entry): void {
    chat.story.push(entry)
    this.changes.emit('story', chat.id)
  }
}
