// The Telegram channel: grammY as the transport, our own receiving, sending and polling around it. Its types stay in this folder.
import { setTimeout as pause } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { EvidenceStore } from '../../core/evidence/port.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Channel, Intake } from '../../dialogs/vocabulary.ts'
import type { Log } from '../log.ts'
import { connectApi } from './api.ts'
import type { Pictures } from './attach.ts'
import { sortFailure } from './failure.ts'
import { makeFetchMedia } from './fetchMedia.ts'
import { introduce } from './introduce.ts'
import { poll } from './poll.ts'
import { makeSend } from './send.ts'
import { type Moved, makeTake } from './take.ts'
import { ALLOWED_UPDATES } from './update.ts'
import { makeWebhook, type Webhook } from './webhook.ts'

export type { Piece, Pictures } from './attach.ts'
export type { Moved } from './take.ts'

/**
 * Waits until this process alone may poll, then calls `run`; `run`'s signal aborts when the lease is lost. Resolves when `run` did.
 * It is called again and again until the channel stops.
 */
export type Lease = (run: (signal: AbortSignal) => Promise<void>) => Promise<void>

export type TelegramOptions = {
  token: string
  apiRoot?: string
  /** Without it: long polling. `secret`: 1 to 256 of `[A-Za-z0-9_-]`. */
  webhook?: { url: string; secret: string }
  intake: Intake
  log: Log
  evidence: EvidenceStore
  pictures: Pictures
  /** Without it: this process polls at once. */
  lease?: Lease
  moved?: Moved
  now: () => Instant
  /** `Inbound.fresh`: at least 8 unguessable ids. */
  fresh: () => string[]
}

export type TelegramChannel = Channel & {
  /** Without the `@`. */
  username: string
  /** Starts to receive. With a webhook: resolves once Telegram knows it. */
  start: () => Promise<void>
  /** Answers 401 to everything unless a webhook was configured. */
  webhook: Webhook
}

const OFFICIAL = 'https://api.telegram.org'

/** Asks Telegram who we are. Throws, with a line for the operator, when it refuses the token or cannot be reached. */
export async function openTelegram(options: TelegramOptions): Promise<TelegramChannel> {
  const { token, apiRoot = OFFICIAL, webhook, intake, log, evidence, pictures, lease = alone, moved, now, fresh } = options
  const connection = connectApi({ token, apiRoot })
  const { api } = connection
  const me = await insist('getMe', () => api.getMe()).catch(async (error) => {
    await connection.close()
    throw error
  })
  const typing = (chat: string) => void api.sendChatAction(chat, 'typing').catch(() => undefined)
  const take = makeTake({ bot: { id: me.id, username: me.username }, intake, moved, typing, log, now, fresh })
  const stopping = new AbortController()
  let polling: Promise<void> | undefined

  const startPolling = () => {
    const run = (held: AbortSignal) => {
      polling = poll({ api, take, log }, AbortSignal.any([held, stopping.signal]))
      return polling
    }
    const keep = async () => {
      while (!stopping.signal.aborted) {
        await lease(run).catch(async (error) => {
          log.error({ err: error }, 'the lease for polling failed; trying again')
          await pause(1000, undefined, { signal: stopping.signal }).catch(() => {})
        })
      }
    }
    void keep()
  }

  return {
    name: 'telegram',
    username: me.username,
    capabilities: { chat: true, voice: true, photo: true, files: true, deepLinks: true },
    send: makeSend({ api, evidence, pictures, log }),
    fetchMedia: makeFetchMedia(connection),
    startLink: (code) => `https://t.me/${me.username}?start=${code}`,
    webhook: webhook ? makeWebhook({ secret: webhook.secret, take, log }) : async () => 401,
    async start() {
      if (webhook) {
        const { url, secret } = webhook
        await insist('setWebhook', () =>
          api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES, max_connections: 100 }),
        )
      } else {
        startPolling()
      }
      void introduce(api, log, stopping.signal)
    },
    async stop() {
      stopping.abort()
      await polling?.catch(() => {})
      await connection.close()
    },
  }
}

const alone: Lease = (run) => run(new AbortController().signal)

const TRIES = 5

/** Tries a call that the start depends on; what Telegram refuses outright is not tried again. */
async function insist<T>(what: string, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      const failure = sortFailure(error)
      const why = 'why' in failure ? failure.why : failure.is
      if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
        throw new Error('TELEGRAM_BOT_TOKEN: Telegram does not know this token', { cause: error })
      }
      if (failure.is !== 'later' || attempt === TRIES) throw new Error(`Telegram, ${what}: ${why}`, { cause: error })
      await pause((failure.after ?? 0.2 * 2 ** attempt) * 1000)
    }
  }
}
