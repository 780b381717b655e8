// What happens later: jobs that turns started, and times that have come. Every result goes through the same turn.
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../core/data/database.ts'
import type { Jobs } from '../../core/data/jobs.ts'
import { dueReminders, dueRenewals, forgetOldEvents } from '../../core/data/due.ts'
import { forgetNearby } from '../../core/data/nearby.ts'
import { startRevocations } from '../../core/data/issuances.ts'
import { dueRequests, forgetAddresses } from '../../core/data/mail.ts'
import type { EvidenceStore } from '../../core/evidence/port.ts'
import type { Backends } from '../../core/issuing/index.ts'
import type { Catalogue } from '../../core/model/badge.ts'
import type { Event } from '../../dialogs/event.ts'
import type { Texts } from '../../dialogs/texts.ts'
import type { Channel } from '../../dialogs/vocabulary.ts'
import type { Log } from '../log.ts'
import type { Pace } from '../pace.ts'
import type { Settings } from '../settings.ts'
import type { Turn } from '../turn.ts'
import { makeBoards } from './boards.ts'
import { makeErase } from './erase.ts'
import { makeFetchEvidence } from './fetchEvidence.ts'
import { makeFollow } from './follow.ts'
import { makeForward } from './forward.ts'
import type { Happen } from './happen.ts'
import { makeAskFirstSide } from './askFirstSide.ts'
import { openLockouts } from './lockout.ts'
import { makeJoinPeople } from './joinPeople.ts'
import { makeJuryDue } from './juryDue.ts'
import { makePlanNudges, makeWorkshopsDue, sendNudges } from './nudges.ts'
import { makeReissue } from './reissue.ts'
import { makeRevoke } from './revoke.ts'
import { makeSettle } from './settle.ts'
import { makeSignEndorsement } from './signEndorsement.ts'
import { makeUnreachable } from './unreachable.ts'

export type WorkParts = {
  settings: Settings
  database: Database
  jobs: Jobs
  turn: Turn
  evidence: EvidenceStore
  backends: Backends
  catalogue: Catalogue
  texts: Texts
  channel: (name: string) => Channel | undefined
  pace: Pace
  log: Log
  now: () => string
  fresh: () => string[]
  /** How often it looks for reminders that are due. */
  remindersMs?: number
}

const REMINDERS_MS = 30_000
const BOARDS_MS = 1_500
const NUDGES_MS = 1_000
const HOUSEKEEPING_MS = 3_600_000

/** Begins to work; resolves to what ends it. */
export async function startWork(parts: WorkParts): Promise<() => Promise<void>> {
  const { jobs, turn, now, fresh, remindersMs = REMINDERS_MS } = parts
  const happen: Happen = async (key, about) => {
    await turn({ key, at: now(), fresh: fresh(), about })
  }
  await jobs.work('fetch-evidence', makeFetchEvidence({ ...parts, happen }))
  const settle = makeSettle(happen)
  await jobs.work('settle-verdict', settle)
  await jobs.work('settle-sending', settle)
  await jobs.work('jury-due', makeJuryDue(happen))
  const lockouts = openLockouts(parts.log)
  await jobs.work('forward', makeForward({ ...parts, happen, lockouts }))
  await jobs.work('revoke', makeRevoke({ ...parts, happen, lockouts }))
  await jobs.work('sign-endorsement', makeSignEndorsement({ ...parts, happen }))
  await jobs.work('reissue', makeReissue({ ...parts, happen }))
  await jobs.work('erase', makeErase(parts))
  await jobs.work('join-people', makeJoinPeople({ ...parts, happen }))
  await jobs.work('ask-first-side', makeAskFirstSide(happen))
  await jobs.work('unreachable', makeUnreachable(happen))
  await jobs.work('plan-nudges', makePlanNudges(parts))
  // an event that was set aside is tried again apart from its chat
  await jobs.work('event', async (event) => void (await turn(event as Event)))

  const ending = new AbortController()
  const loops = [
    repeat(remindersMs, remind, parts.log, ending.signal),
    repeat(remindersMs, makeWorkshopsDue({ ...parts, happen }), parts.log, ending.signal),
    repeat(remindersMs, makeFollow({ ...parts, happen, lockouts }), parts.log, ending.signal),
    repeat(remindersMs, revocations, parts.log, ending.signal),
    repeat(Math.min(remindersMs, BOARDS_MS), makeBoards(parts), parts.log, ending.signal),
    sendNudges({ ...parts, happen }, Math.min(remindersMs, NUDGES_MS), ending.signal),
    repeat(remindersMs, () => forgetAddresses(parts.database.pool, now()), parts.log, ending.signal),
    repeat(HOUSEKEEPING_MS, () => forgetNearby(parts.database.pool, now()), parts.log, ending.signal),
    repeat(HOUSEKEEPING_MS, () => forgetOldEvents(parts.database.pool, now()), parts.log, ending.signal),
  ]

  /** A claim may be revoked from anywhere; what others issued for it is taken back by work of its own. */
  async function revocations(): Promise<void> {
    if (await startRevocations(parts.database.pool, now())) jobs.wake('revoke')
  }

  async function remind(): Promise<void> {
    const { pool } = parts.database
    for (const { claim, at } of await dueReminders(pool, now(), parts.settings.timeZone)) {
      if (ending.signal.aborted) return
      const reminding = happen(`reminder:${claim}:${at}`, { is: 'reminder', claim, at })
      // one that cannot be done does not hold up the others
      await reminding.catch((error) => parts.log.error({ err: error, claim }, 'a reminder could not be sent; it is tried again'))
    }
    for (const { claim, at } of await dueRenewals(pool, now(), parts.settings.timeZone)) {
      if (ending.signal.aborted) return
      const asking = happen(`renewal:${claim}:${at}`, { is: 'renewal', claim, at })
      await asking.catch((error) => parts.log.error({ err: error, claim }, 'a renewal could not be asked for; it is tried again'))
    }
    for (const { claim, endorsement, at } of await dueRequests(pool, now(), parts.settings.timeZone)) {
      if (ending.signal.aborted) return
      const reminding = happen(`request-reminder:${endorsement}:${at}`, { is: 'request-reminder', claim, endorsement, at })
      await reminding.catch((error) => parts.log.error({ err: error, endorsement }, 'a tutor could not be reminded; it is tried again'))
    }
  }

  return async () => {
    ending.abort()
    await Promise.all(loops)
  }
}

async function repeat(everyMs: number, work: () => Promise<unknown>, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error) => log.error({ err: error }, 'something that is due could not be done; it is tried again'))
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}
