// Conversations on the real turn, database and delivery, without HTTP: what is read, stepped and written can be looked at.
import { randomBytes } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { catalogueOf } from '../../bots/cli/catalogueOf.ts'
import { openDelivery } from '../../bots/delivery.ts'
import { makeHouse, readTexts } from '../../bots/house.ts'
import { openLog } from '../../bots/log.ts'
import { readSettings } from '../../bots/settings.ts'
import { keyboard } from '../../bots/telegram/keyboard.ts'
import { makeTurn } from '../../bots/turn.ts'
import { writeCatalogue } from '../../core/data/catalogue.ts'
import { openCommitter } from '../../core/data/commit.ts'
import { openDatabase } from '../../core/data/database.ts'
import { openJobs } from '../../core/data/jobs.ts'
import { openOutbox } from '../../core/data/outbox.ts'
import type { Channel, Inbound, InboundEvent } from '../../dialogs/vocabulary.ts'
import type { House } from '../../dialogs/world.ts'
import { type Act, actOn, isSent, type Shown } from './learner.ts'

export type Statement = { name: string; text: string; values: unknown[]; rows: unknown[] }
export type Talk = {
  house: House
  pool: Awaited<ReturnType<typeof openDatabase>>['pool']
  /** Called with each named statement and its answer. */
  watch: (seen: ((statement: Statement) => void) | undefined) => void
  person: () => Speaker
  stop: () => Promise<void>
}
export type Speaker = {
  turns: number
  /** The last message that asks something. */
  asked: () => Shown
  sent: boolean
  /** Resolves with the milliseconds of the turn, once its messages have arrived. */
  does: (act: Act | { is: 'start'; code: string }) => Promise<{ event: Inbound; ms: number }>
  /** Goes on until `enough`, the way a learner does. */
  goesOn: (enough: (speaker: Speaker) => boolean) => Promise<void>
}

const MOST_TURNS = 60

export async function openTalk(databaseUrl: string, dataDir: string): Promise<Talk> {
  const settings = readSettings({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, TELEGRAM_BOT_TOKEN: '1:bench', UNDO_SECONDS: '3600' })
  const log = openLog('warn')
  const database = await openDatabase({ dataDir, databaseUrl, log })
  const { pool, prisma } = database
  const [catalogue, texts] = await Promise.all([catalogueOf(settings), readTexts()])
  const jobs = await openJobs(pool, (error) => log.error(error))
  const chats = new Map<string, (shown: Shown) => void>()
  const channel: Channel = {
    name: 'telegram',
    capabilities: { chat: true, voice: true, photo: true, files: true, deepLinks: true },
    send: async (chat, message) => {
      const buttons = keyboard(message)?.inline_keyboard.flat() ?? []
      const shown = buttons.map((b) => ({ label: b.text, data: 'callback_data' in b ? b.callback_data : '' }))
      chats.get(chat)?.({ text: message.text, buttons: shown })
      return { outcome: 'sent', platformId: String(++messageIds) }
    },
    fetchMedia: async () => new Uint8Array(),
    startLink: (code) => `https://t.me/declic_bot?start=${code}`,
    stop: async () => undefined,
  }
  let messageIds = 0
  let keys = 0
  let people = 0
  const now = () => new Date().toISOString()
  const house = makeHouse({
    settings,
    catalogue,
    texts,
    versionOf: await writeCatalogue(prisma, catalogue),
    channels: new Map([['telegram', channel]]),
  })
  const delivery = openDelivery({ outbox: openOutbox(pool, 'bench'), channel: () => channel, log, now })

  let seen: ((statement: Statement) => void) | undefined
  const query = pool.query.bind(pool)
  pool.query = (async (config: { name?: string; text: string; values: unknown[] }, ...rest: never[]) => {
    const answer = await query(config as never, ...rest)
    if (config.name)
      seen?.({ name: config.name, text: config.text, values: config.values, rows: (answer as unknown as { rows: unknown[] }).rows })
    return answer
  }) as typeof pool.query
  const turn = makeTurn({ pool, commit: await openCommitter(pool, 'bench'), house, deliver: delivery.deliver, wake: () => undefined, now })

  function person(): Speaker {
    const id = String(70_000 + people++)
    const messages: Shown[] = []
    const speaker: Speaker = {
      turns: 0,
      sent: false,
      asked: () => messages.findLast((shown) => actOn(shown, 0)) ?? { text: '?', buttons: [] },
      async does(act) {
        const event: InboundEvent = act.is === 'tap' ? { is: 'choice', data: act.data, slot: '1' } : act
        const from = {
          channel: 'telegram',
          externalId: id,
          chat: id,
          place: 'private',
          firstName: 'Awa',
          fullName: 'Awa Diallo',
          locale: 'fr',
        } as const
        const fresh = Array.from({ length: 10 }, () => randomBytes(16).toString('hex'))
        const inbound: Inbound = { key: `bench:${++keys}`, from, event, messageId: String(++messageIds), receivedAt: now(), fresh }
        messages.length = 0
        const started = performance.now()
        await turn(inbound)
        const ms = performance.now() - started
        speaker.turns++
        while (!speaker.sent && !messages.some((shown) => actOn(shown, 0))) await breathe()
        return { event: inbound, ms }
      },
      async goesOn(enough) {
        for (let turns = 0; !enough(speaker); turns++) {
          if (turns === MOST_TURNS) throw new Error(`a conversation leads nowhere; last: ${speaker.asked().text}`)
          await speaker.does(actOn(speaker.asked(), speaker.turns)!)
        }
      },
    }
    chats.set(id, (shown) => {
      messages.push(shown)
      speaker.sent ||= isSent(shown)
    })
    return speaker
  }

  return {
    house,
    pool,
    person,
    watch: (watcher) => {
      seen = watcher
    },
    async stop() {
      await delivery.stop()
      await jobs.stop()
      await database.stop()
    },
  }
}
