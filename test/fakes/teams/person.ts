// Somebody in Teams: in their chat with the bot, or in a group (`awa.in(group)`).
import { randomUUID } from 'node:crypto'
import type { Bringer, Brought } from './bring.ts'
import { actionsOf, wordsOf } from './card.ts'
import type { Action, Attachment, Chat, Message } from './types.ts'
import type { World } from './world.ts'

export type Seen = {
  message: Message
  text: string
  buttons: string[]
  links: string[]
  file?: Buffer
}

export type Teams = { world: World; bringer: Bringer; base: string; bot: { id: string; name: string } }
export type Facts = { name: string; oid: string; id: string; locale: string; tenant: string }

const DATA = /^data:[^;]+;base64,(.*)$/

export class Person {
  readonly facts: Facts
  readonly chat: Chat
  readonly #teams: Teams
  #readUpTo = 0

  constructor(teams: Teams, facts: Facts, chat: Chat) {
    this.#teams = teams
    this.facts = facts
    this.chat = chat
  }

  get externalId(): string {
    return `${this.facts.tenant}/${this.facts.oid}`
  }

  /** The same person in a group. */
  in(chat: Chat): Person {
    return new Person(this.#teams, this.facts, chat)
  }

  /** What every activity of theirs has. */
  activity(facts: Record<string, unknown>): Record<string, unknown> {
    const { name, oid, id, locale, tenant } = this.facts
    const { bot, base } = this.#teams
    return {
      channelId: 'msteams',
      serviceUrl: base,
      timestamp: new Date().toISOString(),
      localTimezone: 'Europe/Paris',
      locale,
      from: { id, name, aadObjectId: oid },
      recipient: bot,
      conversation: {
        id: this.chat.id,
        conversationType: this.chat.place,
        tenantId: tenant,
        isGroup: this.chat.place !== 'personal' || undefined,
      },
      channelData: { tenant: { id: tenant } },
      entities: [{ type: 'clientInfo', locale, country: 'FR', platform: 'iOS', timezone: 'Europe/Paris' }],
      ...facts,
    }
  }

  brings(facts: Record<string, unknown>): Promise<Brought> {
    return this.#teams.bringer.bring(this.chat.id, this.activity(facts))
  }

  /** In a group the message mentions the bot, or it never arrives. */
  says(text: string, more: Record<string, unknown> = {}): Promise<Brought> {
    if (this.chat.place === 'personal') return this.#sends({ text, ...more })
    const { bot } = this.#teams
    const mention = `<at>${bot.name}</at>`
    return this.#sends(
      { text: `${mention} ${text}\n`, entities: [{ type: 'mention', mentioned: bot, text: mention }], ...more },
      `@${bot.name} ${text}`,
    )
  }

  /** What a link with a code leaves in the box to write in. */
  starts(code = ''): Promise<Brought> {
    return this.says(code ? `/start ${code}` : '/start')
  }

  /** Teams tells of it twice. */
  async installs(): Promise<Brought> {
    this.#act('installs the app')
    await this.brings({
      type: 'conversationUpdate',
      id: `f:${randomUUID()}`,
      membersAdded: [{ id: this.#teams.bot.id }, { id: this.facts.id, aadObjectId: this.facts.oid }],
    })
    return this.brings({ type: 'installationUpdate', id: `f:${randomUUID()}`, action: 'add' })
  }

  removes(): Promise<Brought> {
    this.#act('removes the app')
    return this.brings({ type: 'installationUpdate', id: `f:${randomUUID()}`, action: 'remove' })
  }

  upgrades(): Promise<Brought> {
    return this.brings({ type: 'installationUpdate', id: `f:${randomUUID()}`, action: 'add-upgrade' })
  }

  /** Pasted or taken in the chat. */
  sendsPhoto(bytes: Uint8Array, caption?: string): Promise<Brought> {
    return this.sendsPictures([bytes], caption)
  }

  sendsPictures(pictures: Uint8Array[], caption?: string): Promise<Brought> {
    const attachments = pictures.map((bytes) => ({
      contentType: 'image/*',
      contentUrl: `${this.#teams.base}/v3/attachments/${this.#teams.world.addFile(bytes, 'photo', true)}/views/original`,
    }))
    // Teams adds the HTML twin of what was written
    const twin = { contentType: 'text/html', content: `<div>${caption ?? ''}<img alt="image"></div>` }
    return this.#sends(
      { text: caption, attachments: [...attachments, twin] },
      ['🖼'.repeat(pictures.length), caption].filter(Boolean).join(' '),
    )
  }

  /** Chosen with the paper clip: it lies in OneDrive. */
  sendsFile(bytes: Uint8Array, name: string, caption?: string): Promise<Brought> {
    const id = this.#teams.world.addFile(bytes, name, false)
    const content = { downloadUrl: `${this.#teams.base}/files/${id}?tempauth=secret-${id}`, uniqueId: id, fileType: name.split('.').at(-1) }
    const file = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      contentUrl: `${this.#teams.base}/drive/${name}`,
      content,
    }
    return this.#sends({ text: caption, attachments: [file] }, `📎 ${name}`)
  }

  edits(message: string, text: string): Promise<Brought> {
    this.#teams.world.tell(this.chat, { is: 'edit', by: this.facts.id, text })
    return this.brings({
      type: 'messageUpdate',
      id: message,
      text,
      channelData: { eventType: 'editMessage', tenant: { id: this.facts.tenant } },
    })
  }

  /** Taps the newest button with this label (« Oui » finds « 1 Oui »), or the n-th numbered choice. `submit`: a client without invokes. */
  async taps(label: string | number, { submit = false, within = 5000 } = {}): Promise<Brought> {
    const { message, action } = await this.#find(label, within)
    this.#teams.world.tell(this.chat, { is: 'tap', by: this.facts.id, button: action.title })
    if (submit) {
      const { data } = action.fallback as Action
      return this.brings({ type: 'message', id: this.#teams.world.nextId(), value: data, replyToId: message.id })
    }
    return this.invokes(message, action)
  }

  /** What the answer brings takes the card's place. */
  async invokes(message: Message, action: Action, id = `f:${randomUUID()}`): Promise<Brought> {
    const value = { action: { type: 'Action.Execute', title: action.title, verb: action.verb, data: action.data }, trigger: 'manual' }
    const brought = await this.brings({ type: 'invoke', name: 'adaptiveCard/action', id, replyToId: message.id, value })
    const answer = brought.body as { statusCode?: number; type?: string; value?: unknown } | undefined
    if (answer?.statusCode === 200 && answer.type === 'application/vnd.microsoft.card.adaptive') {
      this.#teams.world.replace(message, { attachments: [{ contentType: answer.type, content: answer.value }] })
    }
    return brought
  }

  /** Takes, or leaves, the file of the newest question. Resolves with what lies in their drive. */
  async takesFile(action: 'accept' | 'decline' = 'accept'): Promise<Buffer | undefined> {
    const { message, question } = this.#question()
    const { acceptContext } = question.content as { acceptContext: unknown }
    const id = randomUUID()
    this.#act(action === 'accept' ? `takes ${question.name}` : `leaves ${question.name}`)
    const uploadInfo = {
      uploadUrl: `${this.#teams.base}/upload/${id}`,
      contentUrl: `https://example.sharepoint.com/${question.name}`,
      uniqueId: id,
      name: question.name,
      fileType: 'png',
    }
    await this.brings({
      type: 'invoke',
      name: 'fileConsent/invoke',
      id: `f:${randomUUID()}`,
      replyToId: message.id,
      value: { type: 'fileUpload', action, context: acceptContext, uploadInfo: action === 'accept' ? uploadInfo : null },
    })
    return this.#teams.world.uploads.get(id)
  }

  #question(): { message: Message; question: Attachment } {
    for (const message of [...this.chat.messages.values()].reverse()) {
      const question = message.attachments.find(({ contentType }) => contentType.endsWith('file.consent'))
      if (question) return { message, question }
    }
    throw new Error('no file is offered')
  }

  /** Everything that the bot said, as it stands now. */
  messages(): Seen[] {
    const { bot } = this.#teams
    return [...this.chat.messages.values()].filter(({ by }) => by === bot.id).map(see)
  }

  /** What the bot said since the last look; waits a while for the first. */
  async reads({ within = 5000, quiet = 80 } = {}): Promise<Seen[]> {
    const deadline = performance.now() + within
    for (;;) {
      const all = this.messages()
      const fresh = all.slice(this.#readUpTo)
      const left = deadline - performance.now()
      const changed = left > 0 && (await this.#changes(fresh.length ? Math.min(quiet, left) : left))
      if (changed) continue
      this.#readUpTo = all.length
      return fresh
    }
  }

  #changes(milliseconds: number): Promise<boolean> {
    const { changes } = this.#teams.world
    return new Promise((resolve) => {
      const settle = (changed: boolean) => {
        clearTimeout(timer)
        changes.off('story', listen)
        resolve(changed)
      }
      const listen = (id: string) => id === this.chat.id && settle(true)
      const timer = setTimeout(settle, milliseconds, false)
      changes.on('story', listen)
    })
  }

  async #find(label: string | number, within: number): Promise<{ message: Message; action: Action }> {
    const deadline = performance.now() + within
    for (;;) {
      for (const { message } of this.messages().reverse()) {
        const actions = actionsOf(message).filter(({ type }) => type === 'Action.Execute')
        const action = actions.find(({ title }) =>
          typeof label === 'number' ? title.startsWith(`${label} `) : title.replace(/^\d /, '') === label || title === label,
        )
        if (action) return { message, action }
        if (typeof label === 'number' && actions.length) break
      }
      const left = deadline - performance.now()
      if (left <= 0)
        throw new Error(
          `no button « ${label} » in:\n${this.messages()
            .map(({ text, buttons }) => `${text} ${buttons.join(' ')}`)
            .join('\n')}`,
        )
      await this.#changes(Math.min(left, 50))
    }
  }

  #sends(facts: Record<string, unknown>, shown = String(facts.text ?? '')): Promise<Brought> {
    const { world } = this.#teams
    const message = world.add(this.chat, this.facts.id, { text: shown })
    return this.brings({ type: 'message', id: message.id, textFormat: 'plain', ...facts })
  }

  #act(what: string): void {
    this.#teams.world.tell(this.chat, { is: 'act', by: this.facts.id, what })
  }
}

function see(message: Message): Seen {
  const actions = actionsOf(message)
  const inline = message.attachments.map(({ contentUrl }) => DATA.exec(contentUrl ?? '')?.[1]).find(Boolean)
  return {
    message,
    text: wordsOf(message),
    buttons: actions.filter(({ type }) => type === 'Action.Execute').map(({ title }) => title),
    links: actions.flatMap(({ url }) => url ?? []),
    file: inline ? Buffer.from(inline, 'base64') : undefined,
  }
}
