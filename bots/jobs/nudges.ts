// Sends nudges behind what people wait for: one process at a time, slowly and evenly, each marked before it leaves.
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Database } from '../../core/data/database.ts'
import type { Handler } from '../../core/data/jobs.ts'
import { holdingLock } from '../../core/data/lease.ts'
import { dropNudges, dueWorkshops, planNudges, takeNudges, workshopsAhead } from '../../core/data/nudges.ts'
import type { Log } from '../log.ts'
import type { Pace } from '../pace.ts'
import type { Settings } from '../settings.ts'
import type { Happen } from './happen.ts'

type Parts = { settings: Settings; database: Database; now: () => string; happen: Happen; pace: Pace; log: Log }

const Data = z.object({ workshop: z.uuid(), round: z.int().min(0) })

export function makePlanNudges({ settings, database, now }: Pick<Parts, 'settings' | 'database' | 'now'>): Handler {
  return async (data) => {
    await planNudges(database.pool, { ...Data.parse(data), now: now(), timeZone: settings.timeZone })
  }
}

/** Workshops that are over are told so in their turn; a follow-up waits for the hours in which its trainer is written to. */
export function makeWorkshopsDue({ settings, database, now, happen, log }: Omit<Parts, 'pace'>): () => Promise<void> {
  return async () => {
    for (const { workshop, person, at } of await workshopsAhead(database.pool, now())) {
      await happen(`ahead:${workshop}:${at}`, { is: 'workshop-ahead', workshop, person, at }).catch((error) =>
        log.error({ err: error, workshop }, 'a trainer could not be shown a nudge before it leaves; it is tried again'),
      )
    }
    for (const { workshop, person, at } of await dueWorkshops(database.pool, now(), settings.timeZone)) {
      await happen(`workshop:${workshop}:${at}`, { is: 'workshop-due', workshop, person, at }).catch((error) =>
        log.error({ err: error, workshop }, 'the nudge of a workshop could not be begun; it is tried again'),
      )
    }
  }
}

/** Marked at once: so many may be lost by a kill. */
const AT_ONCE = 5
/** Looking takes one part in so many of the time, however many wait for their morning; and never rests longer than this. */
const SHARE = 20
const LONGEST_REST_MS = 5_000

/** Sends until the signal; resolves when what was in hand is sent. */
export async function sendNudges(
  { settings, database, now, happen, pace, log }: Parts,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  // one database has one bot: whoever holds this sends to many for its token, and nobody else does
  const holding = holdingLock(database, 'broadcast')
  let sending: Promise<void> | undefined
  const run = (lost: AbortSignal) => {
    sending = send(AbortSignal.any([lost, signal]))
    return sending
  }
  const keep = async () => {
    while (!signal.aborted) {
      await holding(run).catch((error) => {
        if (!signal.aborted) log.error({ err: error }, 'nudges could not be sent; trying again')
      })
      await pause(everyMs, undefined, { signal }).catch(() => undefined)
    }
  }
  // another process may hold the lease for ever: only what this one sends is waited for
  void keep()
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  await sending?.catch(() => undefined)

  async function send(until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      // before anything is marked: while a platform tells us to wait, nothing is in hand
      await turnComes(until)
      if (until.aborted) return
      const started = performance.now()
      const taken = await takeNudges(database.pool, { now: now(), timeZone: settings.timeZone, most: AT_ONCE })
      for (const { nudge, claim } of taken) {
        await turnComes(until)
        // when it was marked is part of it: one that was put back while its workshop paused is another one later
        await happen(`nudge:${nudge.personId}:${nudge.day}:${Date.parse(nudge.markedAt!)}`, {
          is: 'nudge',
          nudge,
          claim: claim ?? undefined,
        }).catch((error) => log.error({ err: error, person: nudge.personId }, 'a nudge was lost'))
      }
      if (taken.length) continue
      await dropNudges(database.pool)
      const rest = Math.min((performance.now() - started) * SHARE, LONGEST_REST_MS)
      await pause(Math.max(everyMs, rest), undefined, { signal: until }).catch(() => undefined)
    }
  }

  /** Whoever ends waits no longer: what is marked goes into the outbox, from where it leaves when it may. */
  async function turnComes(until: AbortSignal): Promise<void> {
    for (let ms = pace.wait(); ms > 0 && !until.aborted; ms = pace.wait()) {
      await pause(ms, undefined, { signal: until }).catch(() => undefined)
    }
  }
}
