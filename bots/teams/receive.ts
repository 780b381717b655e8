// An Activity becomes Inbounds: one, or one for each file; none for what a dialog could not answer. Pure but for `now` and `fresh`.
import { createHash } from 'node:crypto'
import type { Instant } from '../../core/model/time.ts'
import type { Inbound, InboundEvent, Sender } from '../../dialogs/vocabulary.ts'
import { type Activity, Execute, placeOf, Submit, tenantOf } from './activity.ts'
import { mediaOf } from './media.ts'
import { nameOf } from './names.ts'
import { eventOf, wordsOf } from './words.ts'

export type Reception = {
  now: () => Instant
  fresh: () => string[]
  /** How often the app was removed from this chat: with the next installation it greets again. */
  removals: number
}

type Read = { event: InboundEvent; key?: string; replyTo?: string; from?: Activity['from'] }

export function receive(activity: Activity, { now, fresh, removals }: Reception): Inbound[] {
  const place = placeOf(activity)
  return read(activity, place, removals).map(({ event, key, replyTo, from = activity.from }) => ({
    key: `teams:${activity.conversation.id}:${key ?? activity.id ?? digest(JSON.stringify(activity))}`,
    from: sender(activity, from, place),
    directory: from.aadObjectId ? tenantOf(activity)?.toLowerCase() : undefined,
    event,
    platformAt: instant(activity.timestamp),
    messageId: activity.id ?? undefined,
    replyTo,
    receivedAt: now(),
    fresh: fresh(),
  }))
}

function read(activity: Activity, place: Sender['place'], removals: number): Read[] {
  switch (activity.type) {
    case 'message':
      return place === 'group' ? [inGroup(activity)] : inPrivate(activity)
    case 'messageUpdate':
      return edited(activity, place)
    case 'invoke': {
      const tap = activity.name === 'adaptiveCard/action' ? Execute.safeParse(activity.value) : undefined
      return tap?.success ? [{ event: { is: 'choice', data: tap.data.action.data.choice } }] : []
    }
    case 'installationUpdate':
      if (activity.action === 'add') return [hello(activity, removals)]
      return activity.action === 'remove' && place === 'private' ? [gone()] : []
    case 'conversationUpdate': {
      const isUs = ({ id }: { id: string }) => id === activity.recipient.id
      if (activity.membersAdded?.some(isUs)) return [hello(activity, removals)]
      return activity.membersRemoved?.some(isUs) && place === 'private' ? [gone()] : []
    }
    default:
      return []
  }
}

function inPrivate(activity: Activity): Read[] {
  const tap = Submit.safeParse(activity.value)
  if (tap.success) return [{ event: { is: 'choice', data: tap.data.choice } }]
  const { text, replyTo } = wordsOf(activity)
  const media = mediaOf(activity, text, `${activity.conversation.id}:${activity.id}`)
  if (media.length) return media.map((event, n) => ({ event, key: n ? `${activity.id}:${n}` : undefined, replyTo }))
  if (text) return [{ event: eventOf(text), replyTo }]
  const [first] = activity.attachments ?? []
  return [{ event: { is: 'other', what: first?.contentType ?? 'nothing' } }]
}

/** Only mentions arrive, and nobody writes a slash behind one: « @Déclic atelier » is what « /atelier » is elsewhere. */
function inGroup(activity: Activity): Read {
  const event = eventOf(wordsOf(activity).text)
  return { event: event.is === 'text' ? { is: 'text', text: `/${event.text.replace(/^\//, '')}` } : event }
}

/** An edit bears the id of what it edits, so its time, or its words, make the key. Teams tells of deletions in the same way. */
function edited(activity: Activity, place: Sender['place']): Read[] {
  const { text } = wordsOf(activity)
  const how = activity.channelData?.eventType
  if (place === 'group' || !text || (how && how !== 'editMessage')) return []
  return [{ event: { is: 'edited', text }, key: `${activity.id}:edit:${activity.timestamp ?? digest(text)}` }]
}

/** Teams says twice that the app was installed, in two ways and in any order: one key for both, another after each removal. */
function hello(activity: Activity, removals: number): Read {
  const { from, recipient } = activity
  const person = from.id === recipient.id ? activity.membersAdded?.find(({ id }) => id !== recipient.id) : from
  return { event: { is: 'start', code: '' }, key: `installed:${removals}`, from: person ?? from }
}

const gone = (): Read => ({ event: { is: 'reachable', reachable: false } })

/** People are keyed on tenant and object id, here and in the tab; guests of a chat without a directory on what the channel calls them. */
function sender(activity: Activity, from: Activity['from'], place: Sender['place']): Sender {
  const tenant = tenantOf(activity)
  const name = nameOf(from.name)
  return {
    channel: 'teams',
    externalId: from.aadObjectId && tenant ? externalIdOf(tenant, from.aadObjectId) : from.id,
    chat: activity.conversation.id,
    place,
    firstName: name?.first,
    fullName: name?.full,
    locale: activity.locale ?? undefined,
    timeZone: zoneOf(activity),
  }
}

/** `<tenant>/<object id>`: one person in Teams, in the bot's chat and in the tab. */
export const externalIdOf = (tenant: string, objectId: string): string => `${tenant.toLowerCase()}/${objectId.toLowerCase()}`

/** Of the device: said by the activity itself, or among its entities. */
function zoneOf({ localTimezone, entities }: Activity): string | undefined {
  const zone = localTimezone ?? entities?.find(({ type }) => type === 'clientInfo')?.timezone
  return typeof zone === 'string' ? zone : undefined
}

const instant = (time: string | null | undefined): Instant | undefined => {
  const at = time ? Date.parse(time) : Number.NaN
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)
