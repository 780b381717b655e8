// Sends nudges behind what people wait for: one process at a time, slowly and evenly, each marked before it leaves.
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Database } from '../../core/data/database.ts'
import type { Handler } from '../../core/data/jobs.ts'
import { holdingLock } from '../../core/data/lease.ts'
import { dropNudges, dueWorkshops, planNudges, takeNudges, workshopsAhead } from '../../core/data/nudges.ts'
import { isQuiet } from '../../core/model/quietHours.ts'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import type { Happen } from './happen.ts'

type Parts = { settings: Settings; database: Database; now: () => string; happen: Happen; log: Log }

const Data = z.object({ workshop: z.uuid(), round: z.int().min(0) })

export function makePlanNudges({ settings, database, now }: Pick<Parts, 'settings' | 'database' | 'now'>): Handler {
  return async (data) => {
    await planNudges(database.pool, { ...Data.parse(data), now: now(), timeZone: settings.timeZone })
  }
}

/** Workshops that are over are told so in their turn; a follow-up waits for the hours in which people are written to. */
export function makeWorkshopsDue({ settings, database, now, happen, log }: Parts): () => Promise<void> {
  return async () => {
    for (const { workshop, person, at } of await workshopsAhead(database.pool, now())) {
      await happen(`ahead:${workshop}:${at}`, { is: 'workshop-ahead', workshop, person, at }).catch((error) =>
        log.error({ err: error, workshop }, 'a trainer could not be shown a nudge before it leaves; it is tried again'),
      )
    }
    const quiet = isQuiet(now(), settings.timeZone)
    for (const { workshop, person, at, round } of await dueWorkshops(database.pool, now())) {
      if (quiet && round > 0) continue
      await happen(`workshop:${workshop}:${at}`, { is: 'workshop-due', workshop, person, at }).catch((error) =>
        log.error({ err: error, workshop }, 'the nudge of a workshop could not be begun; it is tried again'),
      )
    }
  }
}

/** Platforms allow about 30 a second to all chats together (platforms.md), and people's own replies come first. */
const SPACING_MS = 40
/** Marked at once: so many may be lost by a kill. */
const AT_ONCE = 10

/** Sends until the signal; resolves when what was in hand is sent. */
export async function sendNudges({ settings, database, now, happen, log }: Parts, everyMs: number, signal: AbortSignal): Promise<void> {
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
      const quiet = isQuiet(now(), settings.timeZone)
      const taken = await takeNudges(database.pool, { now: now(), quiet, most: AT_ONCE })
      for (const { nudge, claim } of taken) {
        await happen(`nudge:${nudge.personId}:${nudge.day}`, { is: 'nudge', nudge, claim: claim ?? undefined }).catch((error) =>
          log.error({ err: error, person: nudge.personId }, 'a nudge was lost'),
        )
        await pause(SPACING_MS)
      }
      if (taken.length) continue
      await dropNudges(database.pool)
      await pause(everyMs, undefined, { signal: until }).catch(() => undefined)
    }
  }
}
