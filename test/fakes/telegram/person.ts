// Somebody with a phone. In their private chat with the bot, or in a group (`awa.in(group)`).
import { photoSizes } from './media.ts'
import { type Bounds, changes, readNew, type Seen, see } from './reading.ts'
import { transcribe } from './transcript.ts'
import type { Message, User } from './types.ts'
import type { Server } from './methods.ts'
import type { Chat, Tap } from './world.ts'

type Extra = {
  replyTo?: { message_id: number }
  caption?: string
  album?: string /** What Telegram says of the size. */
  claimedSize?: number
}

export class Person {
  readonly user: User
  readonly chat: Chat
  readonly #server: Server
  #readUpTo = 0

  constructor(server: Server, user: User, chat: Chat) {
    this.#server = server
    this.user = user
    this.chat = chat
  }

  get id(): number {
    return this.user.id
  }

  /** The same person in a group. */
  in(group: { chat: Chat }): Person {
    return new Person(this.#server, this.user, group.chat)
  }

  /** Presses « Démarrer » under a link `?start=code`. */
  start(code = ''): Message {
    return this.says(code === '' ? '/start' : `/start ${code}`)
  }

  says(text: string, { replyTo }: Pick<Extra, 'replyTo'> = {}): Message {
    const command = /^\/\w+(@\w+)?/.exec(text)?.[0]
    const entities = command ? [{ type: 'bot_command', offset: 0, length: command.length }] : undefined
    return this.#sends({ text, entities }, { replyTo })
  }

  sendsPhoto(bytes: Uint8Array, extra: Extra = {}): Message {
    return this.#sends({ photo: photoSizes(this.#server.world, Buffer.from(bytes), extra.claimedSize) }, extra)
  }

  /** Several at once, one update each, the caption on the first. */
  sendsAlbum(
    photos: Uint8Array[],
    { caption, album = `album-${this.chat.nextMessageId}` }: Pick<Extra, 'caption' | 'album'> = {},
  ): Message[] {
    return photos.map((bytes, n) => this.sendsPhoto(bytes, { album, caption: n === 0 ? caption : undefined }))
  }

  sendsVoice(bytes: Uint8Array, { seconds = 41, ...extra }: Extra & { seconds?: number } = {}): Message {
    return this.#sends({ voice: { ...this.#keep(bytes, 'voice', '.oga', extra), mime_type: 'audio/ogg', duration: seconds } }, extra)
  }

  sendsAudio(bytes: Uint8Array, { seconds = 41, ...extra }: Extra & { seconds?: number } = {}): Message {
    const audio = {
      ...this.#keep(bytes, 'music', '.mp3', extra),
      mime_type: 'audio/mpeg',
      file_name: 'enregistrement.mp3',
      duration: seconds,
    }
    return this.#sends({ audio }, extra)
  }

  sendsVideo(bytes: Uint8Array, { seconds = 12, ...extra }: Extra & { seconds?: number } = {}): Message {
    return this.#sends({ video: { ...this.#keep(bytes, 'videos', '.mp4', extra), mime_type: 'video/mp4', duration: seconds } }, extra)
  }

  sendsVideoNote(bytes: Uint8Array, { seconds = 12, ...extra }: Extra & { seconds?: number } = {}): Message {
    return this.#sends({ video_note: { ...this.#keep(bytes, 'video_notes', '.mp4', extra), duration: seconds } }, extra)
  }

  sendsDocument(bytes: Uint8Array, { name, mediaType, ...extra }: Extra & { name: string; mediaType?: string }): Message {
    const document = { ...this.#keep(bytes, 'documents', '', extra), file_name: name, mime_type: mediaType }
    return this.#sends({ document }, extra)
  }

  sendsSticker(): Message {
    return this.#sends({ sticker: { ...this.#keep(Buffer.from('webp'), 'stickers', '.webp', {}), emoji: '👍' } })
  }

  sendsLocation(): Message {
    return this.#sends({ location: { latitude: 48.85, longitude: 2.35 } })
  }

  /** Any other kind of message: a contact, a poll, dice, a service message… */
  sends(content: Partial<Message>): Message {
    return this.#sends(content)
  }

  edits(message: { message_id: number }, text: string): void {
    const { world, updates } = this.#server
    const edited = this.chat.messages.get(message.message_id)!
    Object.assign(edited, edited.text === undefined ? { caption: text } : { text }, { edit_date: world.seconds() })
    world.tell(this.chat, { is: 'edit', by: this.user, text })
    updates.add(this.chat.facts.id, 'edited_message', { ...edited })
  }

  /**
   * Taps the newest button with this label (« Oui » finds « 1 Oui »), or, given a number, the n-th choice of the newest buttons.
   * Waits a while for it to appear.
   */
  async taps(label: string | number, { on, within = 5000 }: { on?: { message_id: number }; within?: number } = {}): Promise<Tap> {
    const { message, button } = await this.#find(label, on, within)
    if (button.callback_data === undefined) throw new Error(`« ${button.text} » opens ${button.url}, it sends nothing to the bot`)
    return this.#presses(message, button.text, button.callback_data)
  }

  /** What no button carries: a client of their own making may send any data under the bot's last message. */
  forges(data: string): Tap {
    const message = [...this.chat.messages.values()].findLast(({ from }) => from.id === this.#server.world.bot.id)
    if (!message) throw new Error('the bot has said nothing here yet')
    return this.#presses(message, data, data)
  }

  #presses(message: Message, label: string, data: string): Tap {
    const { world, updates } = this.#server
    const tap: Tap = { id: `tap-${this.chat.facts.id}-${world.taps.size + 1}`, by: this.user, expired: false, answered: false }
    world.taps.set(tap.id, tap)
    this.chat.waitingSince ??= performance.now()
    world.tell(this.chat, { is: 'tap', by: this.user, button: label, message })
    const shown = { ...message, reply_to_message: undefined }
    const query = { id: tap.id, from: this.user, message: shown, chat_instance: `${this.chat.facts.id}`, data }
    updates.add(this.chat.facts.id, 'callback_query', query)
    return tap
  }

  blocks(): void {
    this.#membership('member', 'kicked')
    this.chat.blocked = true
  }

  unblocks(): void {
    this.chat.blocked = false
    this.#membership('kicked', 'member')
  }

  /** Deletes their Telegram account. */
  leavesTelegram(): void {
    this.chat.deactivated = true
  }

  /**
   * What the bot said since the last reading. Waits, within bounds, until `until` holds; without it, until something came and then
   * nothing more for a short while. Throws, with the whole conversation, when `until` never held.
   */
  async reads(bounds: Bounds = {}): Promise<Seen[]> {
    const { seen, upTo } = await readNew(this.#server.world, this.chat, this.#readUpTo, bounds, () => this.transcript())
    this.#readUpTo = upTo
    return seen
  }

  /** Everything that the bot ever said here; `from`: after so many entries of the story. */
  messages(from = 0): Seen[] {
    return see(this.#server.world, this.chat, from)
  }

  /** Milliseconds from each act of this person to the bot's next message. */
  latencies(): number[] {
    return this.chat.latencies
  }

  /** The conversation as docs write it: B the bot, `letter` the person. */
  transcript(letter = 'L'): string {
    return transcribe(this.chat, this.#server.world.bot, () => letter)
  }

  async #find(label: string | number, on: { message_id: number } | undefined, within: number) {
    const deadline = performance.now() + within
    for (;;) {
      const candidates = on ? [this.chat.messages.get(on.message_id)!] : [...this.chat.messages.values()].reverse()
      for (const message of candidates) {
        const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => reads(text, label))
        if (button) return { message, button }
      }
      const left = deadline - performance.now()
      if (left <= 0) throw new Error(`no button « ${label} » here:\n${this.transcript()}`)
      await changes(this.#server.world, this.chat, left)
    }
  }

  #keep(bytes: Uint8Array, folder: string, extension: string, { claimedSize }: Extra) {
    return this.#server.world.store(Buffer.from(bytes), folder, extension, claimedSize)
  }

  #sends(content: Partial<Message>, { replyTo, caption, album }: Extra = {}): Message {
    const { world, updates } = this.#server
    const { facts } = this.chat
    if (facts.type === 'private') {
      if (this.chat.blocked) this.unblocks()
      this.chat.open = true
    }
    this.chat.waitingSince ??= performance.now()
    const reply_to_message = replyTo && this.chat.messages.get(replyTo.message_id)
    const message = world.post(this.chat, this.user, { ...content, caption, media_group_id: album, reply_to_message })
    if (this.#arrives(message)) updates.add(facts.id, 'message', { ...message })
    return message
  }

  /** Privacy mode: of a group the bot gets commands and replies to it, unless it is an administrator or reads all. */
  #arrives({ text, reply_to_message }: Message): boolean {
    const { world, readsAll } = this.#server
    if (this.chat.facts.type === 'private' || readsAll || this.chat.botIsAdmin) return true
    if (reply_to_message?.from.id === world.bot.id) return true
    const addressee = /^\/\w+@(\w+)/.exec(text ?? '')?.[1]
    return text?.startsWith('/') === true && (addressee === undefined || addressee.toLowerCase() === world.bot.username?.toLowerCase())
  }

  #membership(before: string, after: string): void {
    const { world, updates } = this.#server
    updates.add(this.chat.facts.id, 'my_chat_member', {
      chat: this.chat.facts,
      from: this.user,
      date: world.seconds(),
      old_chat_member: { user: world.bot, status: before },
      new_chat_member: { user: world.bot, status: after },
    })
  }
}

const reads = (shown: string, label: string | number): boolean =>
  typeof label === 'number' ? shown.startsWith(`${label} `) : shown === label || shown.replace(/^\d+ /, '') === label
