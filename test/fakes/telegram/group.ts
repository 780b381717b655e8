// A group with the bot in it.
import type { Server } from './methods.ts'
import { transcribe } from './transcript.ts'
import type { User } from './types.ts'
import type { Chat } from './world.ts'

export class Group {
  chat: Chat
  readonly #server: Server

  constructor(server: Server, chat: Chat) {
    this.#server = server
    this.chat = chat
  }

  get id(): number {
    return this.chat.facts.id
  }

  makesBotAdmin(): void {
    this.chat.botIsAdmin = true
  }

  kicksBot(): void {
    this.chat.blocked = true
  }

  /** The group gets another id; whoever writes to the old one is told the new one. `by`: the administrator who did it. */
  becomesSupergroup(by: User): void {
    const { world, updates } = this.#server
    const before = this.chat
    const id = Number(`-100${Math.abs(before.facts.id)}`)
    const after = world.addChat({ ...before.facts, id, type: 'supergroup' }, true)
    after.botIsAdmin = before.botIsAdmin
    before.migratedTo = id
    this.chat = after
    updates.add(before.facts.id, 'message', { ...world.post(before, by, { migrate_to_chat_id: id }) })
    updates.add(id, 'message', { ...world.post(after, by, { migrate_from_chat_id: before.facts.id }) })
  }

  transcript(letterOf: (user: User) => string = () => 'L'): string {
    return transcribe(this.chat, this.#server.world.bot, letterOf)
  }
}
