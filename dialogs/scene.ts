// One turn in the making: the world as it becomes while a step records facts, and what shall be written, said and started.
// Mutable on the inside, so that a step reads like a story; nothing of it is seen outside before `changes()`.
import type { Badge, Issuer, Localized } from '../core/model/badge.ts'
import { keyOf } from '../core/model/keys.ts'
import { badgeFor } from '../core/model/overlay.ts'
import type { Account, Backpack, Claim, Link, Person, Rows, Table, Workshop } from '../core/model/rows.ts'
import type { Instant } from '../core/model/time.ts'
import type { Job, Message, Need, Stepped, Write } from './changes.ts'
import { type Option, type Subject, choicesOf, uuid } from './choice.ts'
import { claimRow, PARTS, type Part } from './claimParts.ts'
import { type Event, timeOf } from './event.ts'
import { type Focus, type Pending, readFocus } from './focus.ts'
import { type Args, type Speech, localized } from './texts.ts'
import type { InnerPage, Outbound, Sender } from './vocabulary.ts'
import type { OpenWorkshop, PinnedClaim, Reachable, World } from './world.ts'

/** What may go with a text. `page`: a link to it, where the channel shows pages. */
export type Saying = Omit<Outbound, 'text' | 'choices'> & {
  choices?: { subject: Subject; prompt: string; options: Option[] }
  page?: InnerPage
}

export class Scene {
  readonly now: Instant
  /** The channel that the event came through; our own events go where the person was last. */
  readonly through: string
  claim: PinnedClaim | null
  focus: Focus | null
  workshop: OpenWorkshop | null
  backpack: Backpack | null
  private person: Reachable | null
  private changed = false
  private readonly writes = new Map<string, Write>()
  private readonly messages: Message[] = []
  private readonly jobs: Job[] = []
  private taken = 0
  private needed: Need | null = null
  private listener: Reachable | null = null
  private memory: { claim: PinnedClaim | null; values: Map<string, unknown> } = { claim: null, values: new Map() }
  /** What the platform wants answered: goes with the first message. */
  private slot: string | undefined
  /** Codes of requests that this turn made, by endorsement. */
  readonly codes = new Map<string, string>()

  readonly world: World
  readonly event: Event
  private readonly had: Need

  constructor(world: World, event: Event, had: Need = {}) {
    this.world = world
    this.event = event
    this.had = had
    this.now = timeOf(event)
    this.person = world.me
    this.claim = world.claim
    this.workshop = world.workshop
    this.backpack = world.backpack
    this.focus = readFocus(world.me?.focus)
    this.slot = 'event' in event && event.event.is === 'choice' ? event.event.slot : undefined
    this.through = 'from' in event ? event.from.channel : (world.me?.accounts[0]?.channel ?? 'web')
  }

  // ---- who

  /** Whoever speaks. A step makes sure that there is somebody before anything else. */
  get me(): Reachable {
    if (!this.person) throw new Error('nobody speaks yet')
    return this.person
  }

  /** The same person as `me`, or changed. */
  change(changes: Partial<Person>): void {
    this.person = { ...this.me, ...changes }
    this.changed = true
  }

  meet(person: Person, account: Account): void {
    this.person = { ...person, accounts: [account] }
    this.changed = true
    this.write('Account', account)
  }

  /** How `person` is spoken to: their language, and the catalogue's or their own way of addressing. */
  speech(person: Pick<Person, 'language' | 'address'> = this.listener ?? this.me): Speech {
    if (person.language !== 'fr') return person.language
    const address = person.address ?? (this.claim ? this.world.house.catalogue.badge(this.claim.badgeId)?.issuer.address : undefined)
    return address === 'tu' ? 'fr-tu' : 'fr'
  }

  text(key: string, args?: Args): string {
    return this.world.house.texts.say(this.speech(), key, args)
  }

  of(text: Localized): string {
    return localized(text, this.speech())
  }

  /** A wording of `key` that was not said to this person the last time. */
  varied(key: string, args?: Args): string {
    const wordings = this.world.house.texts.wordings(key)
    if (!wordings) return this.text(key, args)
    const turn = (this.me.said[key] ?? Number.parseInt(this.event.fresh[0]!.slice(0, 2), 16)) + 1
    this.change({ said: { ...this.me.said, [key]: turn % (wordings * 8) } })
    return this.text(`${key}-${(turn % wordings) + 1}`, args)
  }

  // ---- what

  /** The badge as the catalogue words it today, with what the structure adds. */
  badge(claim: Pick<Claim, 'badgeId' | 'structureId'> = this.pinned): { badge: Badge; issuer: Issuer } | undefined {
    return badgeFor(this.world.house.catalogue, claim.badgeId, claim.structureId)
  }

  get pinned(): PinnedClaim {
    if (!this.claim) throw new Error('no claim is spoken about')
    return this.claim
  }

  badgeName(claim: PinnedClaim = this.pinned): string {
    return this.of(this.badge(claim)?.badge.name ?? claim.meaning.name)
  }

  /** Computed once for each state of the claim: a step asks several times what is missing from it. */
  once<T>(what: string, compute: () => T): T {
    if (this.memory.claim !== this.claim) this.memory = { claim: this.claim, values: new Map() }
    const { values } = this.memory
    if (!values.has(what)) values.set(what, compute())
    return values.get(what) as T
  }

  // ---- facts

  write<T extends Table>(table: T, row: Rows[T]): void {
    this.writes.set(`${table}:${keyOf(table, row)}`, { table, row } as Write)
  }

  /** Changes the claim itself, or which project it is part of. */
  changeClaim(changes: Partial<Claim & Pick<PinnedClaim, 'project' | 'offered' | 'helpTill'>>): void {
    this.claim = { ...this.pinned, ...changes, touchedAt: this.now }
  }

  /** The reminder comes later; nothing of the claim itself was touched. */
  putOff(remindAt: Instant): void {
    this.claim = { ...this.pinned, remindAt }
  }

  /** Nothing of the claim changes; but of two turns that have read it, one reads it again. */
  guard(): void {
    this.claim = { ...this.pinned }
  }

  /** What was heard of an account changes: where to write, whether it can be reached. */
  account(account: Account): void {
    this.write('Account', account)
    this.person = {
      ...this.me,
      accounts: [account, ...this.me.accounts.filter((a) => a.channel !== account.channel || a.externalId !== account.externalId)],
    }
  }

  /** Records a part of the claim: a new row, or one that was there, changed. */
  record<T extends Part>(table: T, row: Rows[T]): void {
    const name = PARTS[table]
    const before = this.pinned[name] as Rows[T][]
    const at = before.findIndex((other) => keyOf(table, other) === keyOf(table, row))
    const after = at < 0 ? [...before, row] : before.with(at, row)
    this.claim = { ...this.pinned, [name]: after, touchedAt: this.now }
    this.write(table, row)
  }

  /** A new claim, opened by this turn. */
  open(claim: PinnedClaim): void {
    this.claim = claim
  }

  /** Changes the workshop in hand. */
  changeWorkshop(changes: Partial<Workshop>): void {
    if (this.workshop) this.workshop = { ...this.workshop, ...changes }
  }

  audit(action: string, subject: string | null = this.claim?.id ?? null): void {
    this.write('AuditEvent', { id: this.id('audit'), at: this.now, actor: this.person?.id ?? null, action, subject, through: this.through })
  }

  /** An unguessable id that nobody has used. */
  fresh(): string {
    const hex = this.event.fresh[this.taken++]
    if (!hex) throw new Error('an event brings too few fresh ids for this step')
    return hex
  }

  freshUuid(): string {
    return uuid(this.fresh())
  }

  /** Stable under repetition: made from the event. */
  id(what: string): string {
    return `${this.event.key}:${what}:${this.writes.size}`
  }

  linkOf(endorsement: string): Link | undefined {
    return this.world.links.find((l) => l.subject === endorsement)
  }

  // ---- saying

  /** Says `text` where the event came from; who speaks in a group is answered in private. */
  say(text: string, saying: Saying = {}, when: Pick<Message, 'delay' | 'replaces'> = {}): string {
    const place =
      'from' in this.event && this.event.from.place === 'private'
        ? this.event.from
        : this.me.accounts.find((a) => !a.unreachableAt && this.canTell(a.channel))
    // who said stop is not written to; whoever speaks is answered
    if (!('from' in this.event) && this.me.stoppedAt) return ''
    return place ? this.post(place.channel, place.chat, this.me.id, text, this.linked(saying, place.channel), when) : ''
  }

  /** Tells another person, where they were last reached, in their language. False: they cannot be reached. */
  tell(person: Reachable, words: (text: Scene['text']) => { text: string } & Saying): boolean {
    const account = person.accounts.find((a) => !a.unreachableAt && this.canTell(a.channel))
    if (!account || person.stoppedAt) return false
    this.listener = person
    const { text, ...saying } = words(this.text.bind(this))
    const linked = this.linked(saying, account.channel)
    this.listener = null
    this.post(account.channel, account.chat, person.id, text, linked, {})
    return true
  }

  /** The same at every place where this person can be written to: they have just said that all of them are theirs. */
  sayEverywhere(text: string, saying: Saying = {}): void {
    if (this.me.stoppedAt) return
    for (const { channel, chat, unreachableAt } of this.me.accounts)
      if (!unreachableAt) this.post(channel, chat, this.me.id, text, saying, {})
  }

  /** A place where anything can be said at any time; a letter is about its request. */
  private canTell(channel: string): boolean {
    const { chat, letters } = this.world.house.capabilities(channel)
    return chat && !letters
  }

  /**
   * Writes a letter about `request` to somebody of whom we may know nothing but an address: in the language of the claim, politely.
   * False: no channel does that.
   */
  writeTo(request: string, words: (text: Scene['text']) => { text: string } & Saying): boolean {
    const channel = this.world.house.letters?.()
    if (!channel) return false
    this.listener = { ...this.me, language: this.pinned.language, address: 'vous' }
    const { text, page: _, ...saying } = words(this.text.bind(this))
    this.listener = null
    this.post(channel, request, null, text, saying, {})
    return true
  }

  /** With the link to the page, in the words of whoever reads it. */
  private linked({ page, ...saying }: Saying, channel: string): Omit<Saying, 'page'> {
    const url = page && this.world.house.pageLink(page, channel)
    return url ? { ...saying, links: [...(saying.links ?? []), { label: this.text('button-open-page'), url }] } : saying
  }

  /** In a group, to whoever reads; in the language of whoever spoke, if we know them. */
  sayInGroup(
    { channel, chat }: Pick<Sender, 'channel' | 'chat'>,
    words: (text: Scene['text']) => string,
    saying: Omit<Saying, 'choices' | 'page'> = {},
  ): string {
    const { locale, texts } = this.world.house
    const speech = this.world.me ? this.speech(this.world.me) : locale
    const text = words((key, args) => texts.say(speech, key, args))
    const id = `${this.event.key}:${this.messages.length}`
    this.messages.push({ id, channel, chat, personId: null, body: { text, ...saying } })
    return id
  }

  private post(
    channel: string,
    chat: string,
    personId: string | null,
    text: string,
    saying: Omit<Saying, 'page'>,
    when: Pick<Message, 'delay' | 'replaces'>,
  ): string {
    if (!this.world.house.capabilities(channel).chat) return ''
    const { choices, ...rest } = saying
    const body: Outbound = { text, ...rest }
    if (this.slot && personId === this.me.id) {
      body.slot = this.slot
      this.slot = undefined
    }
    if (choices) body.choices = choicesOf(choices.subject, choices.prompt, choices.options)
    const id = `${this.event.key}:${this.messages.length}`
    this.messages.push({ id, channel, chat, personId, body, ...when })
    return id
  }

  // ---- what comes next

  /** The person talks about `subject` from now on, and was asked `prompt`. */
  look(
    subject: Subject,
    prompt: string,
    more: { message?: string; tries?: number; previous?: string; album?: string; pending?: Pending } = {},
  ): void {
    this.focus = { ...more, subject, prompt, tries: more.tries ?? 0 }
    this.change({ focus: this.focus })
  }

  lookAway(): void {
    this.focus = null
    this.change({ focus: null })
  }

  /** The world must hold more for this: the step is taken again with it. False: it was looked for already, and there is no such thing. */
  need(need: Need): boolean {
    const had = Object.entries(need).every(([what, which]) => which === undefined || this.had[what as keyof Need] === which)
    if (!had) this.needed = need
    return !had
  }

  /** Something was needed that the world does not hold: nothing else of this step counts. */
  get isShort(): boolean {
    return this.needed !== null
  }

  start(job: Job): void {
    this.jobs.push(job)
  }

  changes(): Stepped {
    if (this.needed) return { need: this.needed }
    const writes: Write[] = []
    // first the rows that others refer to
    if (this.person && this.changed) {
      const { accounts: _, ...row } = this.person
      writes.push({ table: 'Person', row: { ...row, version: (this.world.me?.version ?? 0) + 1 } })
    }
    if (this.claim && this.claim !== this.world.claim) {
      const before = this.world.claim?.id === this.claim.id ? this.world.claim.version : 0
      writes.push({ table: 'Claim', row: claimRow(this.claim, before + 1) })
    }
    if (this.workshop && this.workshop !== this.world.workshop) {
      const { enrolled: _e, structure: _s, trainers: _t, projects: _p, ...row } = this.workshop
      writes.push({
        table: 'Workshop',
        row: { ...row, version: (this.world.workshop?.id === row.id ? this.world.workshop.version : 0) + 1 },
      })
    }
    return { writes: [...writes, ...this.writes.values()], messages: this.messages, jobs: this.jobs }
  }
}
