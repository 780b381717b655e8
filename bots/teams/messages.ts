// `POST /api/messages`: an activity is authenticated, read, committed, and then acknowledged. Teams waits 15 seconds and brings it again.
import { setTimeout as pause } from 'node:timers/promises'
import { ActivityTypes, type TurnContext } from 'botbuilder'
import type { Inbound, Intake } from '../../dialogs/vocabulary.ts'
import { Lanes } from '../lanes.ts'
import type { Log } from '../log.ts'
import { Activity, Envelope, Execute, FileConsent, READ, Submit, tenantOf } from './activity.ts'
import type { Adapter } from './adapter.ts'
import { isRefusal } from './authentication.ts'
import { cardMessage } from './compose.ts'
import type { Connector } from './connector.ts'
import type { Consents } from './consent.ts'
import type { Hosts } from './hosts.ts'
import { receive } from './receive.ts'
import type { Reference, References } from './reference.ts'
import { answered, NOTED, type SettleTap, shows, type TapAnswer, trouble } from './tap.ts'

/** What HTTP answers: 200, or 400, 401, 403 and 501 for what is wrong with the request; 503 so that Teams brings it again. */
export type Answer = { status: number; body?: unknown }

export type Messages = (authorization: string | undefined, body: unknown) => Promise<Answer>

export type Receiving = {
  adapter: Adapter
  intake: Intake
  references: References
  connector: Connector
  consents: Consents
  settleTap: SettleTap
  hosts: Hosts
  /** Undefined: everybody's. */
  tenants?: string[]
  log: Log
  now: () => string
  fresh: () => string[]
  /** Milliseconds in which an activity is answered, whatever happens; below Teams' 15 seconds. */
  patience?: number
}

/** What the request is refused for, before anything is done. */
class Wrong extends Error {
  readonly status: 400 | 403
  constructor(status: 400 | 403) {
    super(String(status))
    this.status = status
  }
}

const PATIENCE_MS = 10_000
/** Back-off of an event that cannot be committed: doubles. */
const FIRST_PAUSE_MS = 100
const SENT_MS = 150
const OTHER_HELLO_MS = 1200
const TOO_LATE = Symbol('too late')

export function makeMessages(receiving: Receiving): Messages {
  const { adapter, intake, references, connector, consents, settleTap, hosts, tenants, log, now, fresh, patience = PATIENCE_MS } = receiving
  /** What one chat says is taken in its order, also where the first must be tried again. */
  const lanes = new Lanes<string>()

  /** Throws when `until` (performance.now) is over. */
  async function commit(inbounds: Inbound[], until: number): Promise<void> {
    for (const inbound of inbounds) {
      for (let wait = FIRST_PAUSE_MS; ; wait *= 2) {
        try {
          const outcome = await intake(inbound)
          if (outcome === 'set-aside') log.error({ key: inbound.key }, 'an activity was set aside: the next ones go on')
          break
        } catch (error) {
          if (performance.now() + wait > until) throw error
          log.warn({ err: error }, 'an activity could not be committed; trying again')
          await pause(wait)
        }
      }
    }
  }

  /** In the chat's lane; `too late` when that takes longer than Teams waits, though it may still be committed. */
  async function taken(activity: Activity, inbounds: Inbound[]): Promise<typeof TOO_LATE | undefined> {
    if (!inbounds.length) return undefined
    const until = performance.now() + patience
    const failures: unknown[] = []
    const work = lanes.run(activity.conversation.id, () => commit(inbounds, until).catch((error) => void failures.push(error)))
    const late = await inTime(work, patience)
    if (failures.length) throw failures[0]
    return late
  }

  async function tapped(activity: Activity, inbound: Inbound, reference: Reference): Promise<void> {
    if (inbound.event.is !== 'choice' || !activity.replyToId) return
    // a card that cannot send invokes stays on the screen: it is replaced by us
    const settled = await settleTap({ key: inbound.key, chat: inbound.from.chat, platformId: activity.replyToId, data: inbound.event.data })
    if (!settled) return
    const { card, words } = answered(settled)
    await connector.put(inbound.from.chat, reference, activity.replyToId, cardMessage(card, words))
  }

  async function hearMessage(activity: Activity, reference: Reference): Promise<void> {
    // of the two that tell of an installation, the other one knows in which language to greet
    if (activity.type === 'conversationUpdate' && !activity.locale) await pause(OTHER_HELLO_MS)
    const inbounds = receive(activity, { now, fresh, removals: removalsBefore(activity, reference) })
    if ((await taken(activity, inbounds)) === TOO_LATE) throw new Error('not committed in time')
    if (Submit.safeParse(activity.value).success && inbounds[0])
      tapped(activity, inbounds[0], reference).catch((error) => log.info({ err: error }, 'a used card stays on the screen'))
  }

  async function hearTap(activity: Activity): Promise<TapAnswer> {
    const inbounds = receive(activity, { now, fresh, removals: 0 })
    const [inbound] = inbounds
    if (inbound?.event.is !== 'choice') throw new Wrong(400)
    try {
      if ((await taken(activity, inbounds)) === TOO_LATE) return trouble(activity.locale)
    } catch (error) {
      log.error({ err: error }, 'a tap could not be committed; the card stays')
      return trouble(activity.locale)
    }
    const { key, event, from } = inbound
    const { replyToId } = activity
    const settle = async () => replyToId && (await settleTap({ key, chat: from.chat, platformId: replyToId, data: event.data }))
    const settled = await settle()
      // the id of a message is written down some milliseconds after it was sent
      .then((found) => found ?? pause(SENT_MS).then(settle))
      .catch(() => undefined)
    return settled ? shows(answered(settled).card) : NOTED
  }

  async function hearInvoke(context: TurnContext, activity: Activity, reference: Reference): Promise<void> {
    const answer = (body?: object) => context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } })
    if (activity.name === 'adaptiveCard/action') {
      if (!Execute.safeParse(activity.value).success) throw new Wrong(400)
      await answer(await hearTap(activity))
    } else if (activity.name === 'fileConsent/invoke') {
      const consent = FileConsent.safeParse(activity.value)
      if (!consent.success) throw new Wrong(400)
      const work = consents
        .answer(activity.conversation.id, reference, consent.data, activity.replyToId ?? undefined)
        .catch((error) => log.error({ err: error }, 'a file could not be handed over; its card stays'))
      await inTime(work, patience)
      await answer()
    }
    // any other: not answered, which the adapter makes 501
  }

  async function hear(context: TurnContext, body: unknown): Promise<void> {
    const read = Activity.safeParse(body)
    if (!read.success) throw new Wrong(400)
    const activity = read.data
    if (!hosts.service(activity.serviceUrl)) throw new Wrong(403)
    if (tenants && !tenants.includes(tenantOf(activity)?.toLowerCase() ?? '')) throw new Wrong(403)
    const reference = await references.learn(activity)
    if (activity.type === 'invoke') await hearInvoke(context, activity, reference)
    else await hearMessage(activity, reference)
  }

  return async (authorization, body) => {
    const envelope = Envelope.safeParse(body)
    if (!envelope.success) return { status: 400 }
    const { type } = envelope.data
    try {
      const response = await adapter.take(authorization ?? '', { ...envelope.data }, async (context) => {
        if (READ.has(type)) await hear(context, body)
      })
      return { status: response?.status ?? 200, body: response?.body }
    } catch (error) {
      if (error instanceof Wrong) return { status: error.status }
      if (isRefusal(error)) return { status: 401 }
      log.error({ err: error, type }, 'an activity could not be taken in; Teams will bring it again')
      return { status: 503 }
    }
  }
}

/** Of an installation: how often the app had been removed before. */
const removalsBefore = (activity: Activity, { removals }: Reference): number =>
  activity.membersRemoved?.length || activity.action === 'remove' ? removals - 1 : removals

/** `too late` when `work` takes longer; it goes on. */
function inTime(work: Promise<void>, ms: number): Promise<typeof TOO_LATE | undefined> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(resolve, ms, TOO_LATE)
    work.then(() => resolve(undefined), reject).finally(() => clearTimeout(late))
  })
}
