// Long polling, acknowledged only after commit. `getUpdates(offset)` tells Telegram to forget everything below `offset`, so the offset is
// the lowest update that is not committed yet: a slow one holds back the acknowledgement of the others, never their turn. Telegram gives at
// most 100 updates from the offset on, which bounds what is in flight.
import { setTimeout as pause } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy'
import { Lanes } from '../lanes.ts'
import type { Log } from '../log.ts'
import { signalOf } from './api.ts'
import { sortFailure } from './failure.ts'
import { laneOf } from './receive.ts'
import type { Take } from './take.ts'
import { ALLOWED_UPDATES, Update } from './update.ts'

/** Seconds that Telegram keeps a request open while there is nothing to say. */
const LONG_POLL = 25
/** Milliseconds that we wait for what is in flight before asking for what came meanwhile, or after a server that does not hold requests open. */
const PATIENCE = 100
/** Back-off of an update that cannot be committed, and of a Telegram that cannot be asked: doubles from the first to the last, milliseconds. */
const BACK_OFF = { first: 250, last: 30_000 }

export type Polling = { api: Api; take: Take; log: Log }

/** Polls until `signal` aborts; resolves once nothing is in flight and what was committed is acknowledged. */
export async function poll({ api, take, log }: Polling, signal: AbortSignal): Promise<void> {
  const lanes = new Lanes<number>()
  const held = new Map<number, 'in flight' | 'done'>()
  const inFlight = new Set<Promise<void>>()
  /** What to acknowledge with the next call. Said once: after a quiet week Telegram goes on from a random id, perhaps a lower one. */
  let offset: number | undefined
  let failures = 0

  const hold = (raw: { update_id: number }) => {
    const update = Update.safeParse(raw)
    if (!update.success) {
      const fields = update.error.issues.map(({ path }) => path.join('.'))
      log.error({ update: raw.update_id, fields }, 'an update is not as documented; set aside')
      held.set(raw.update_id, 'done')
      return
    }
    held.set(raw.update_id, 'in flight')
    const work = async () => {
      if (await commit(update.data, { take, log }, signal)) held.set(raw.update_id, 'done')
    }
    const running = lanes.run(laneOf(update.data), work).finally(() => inFlight.delete(running))
    inFlight.add(running)
  }

  /** Forgets what is done below the lowest that is not. */
  const acknowledge = () => {
    for (const [id, state] of [...held].sort(([a], [b]) => a - b)) {
      if (state === 'in flight') break
      held.delete(id)
      offset = id + 1
    }
  }

  while (!signal.aborted) {
    try {
      const timeout = held.size === 0 ? LONG_POLL : 0
      const asked = performance.now()
      const said = offset
      const updates = await api.getUpdates({ offset, timeout, limit: 100, allowed_updates: ALLOWED_UPDATES }, signalOf(signal))
      failures = 0
      if (said === offset) offset = undefined
      for (const update of updates) if (!held.has(update.update_id)) hold(update)
      const atOnce = performance.now() - asked < PATIENCE
      if (timeout > 0 && updates.length === 0 && atOnce) await quietPause(PATIENCE, signal)
    } catch (error) {
      if (signal.aborted) break
      await restAfter(error, failures++, { api, log }, signal)
    }
    if (inFlight.size > 0) await Promise.race([Promise.all(inFlight), quietPause(PATIENCE, signal)])
    acknowledge()
  }
  await Promise.all(inFlight)
  acknowledge()
  if (offset !== undefined) await api.getUpdates({ offset, timeout: 0, limit: 1 }, signalOf(AbortSignal.timeout(2000))).catch(() => {})
}

/** True once it is taken; false when the polling ended first, so that Telegram brings it again. */
async function commit(update: Update, { take, log }: Omit<Polling, 'api'>, signal: AbortSignal): Promise<boolean> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await take(update)
      return true
    } catch (error) {
      log.error({ err: error, update: update.update_id, attempt }, 'an update could not be committed; trying again')
      await quietPause(backOff(attempt), signal)
    }
  }
  return false
}

async function restAfter(error: unknown, failures: number, { api, log }: Omit<Polling, 'take'>, signal: AbortSignal): Promise<void> {
  const failure = sortFailure(error)
  const why = 'why' in failure ? failure.why : failure.is
  log.warn({ why, failures }, 'Telegram could not be asked for updates')
  if (error instanceof GrammyError && error.error_code === 409 && /webhook/i.test(error.description)) {
    await api.deleteWebhook({}, signalOf(signal)).catch(() => {})
  }
  const named = failure.is === 'later' && failure.after !== undefined ? failure.after * 1000 : 0
  await quietPause(Math.max(named, backOff(failures)), signal)
}

const backOff = (attempt: number): number => Math.min(BACK_OFF.first * 2 ** attempt, BACK_OFF.last)

/** A pause that ends early, without complaint, when the signal aborts. */
const quietPause = (milliseconds: number, signal: AbortSignal): Promise<void> => pause(milliseconds, undefined, { signal }).catch(() => {})
