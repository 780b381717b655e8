// One turn, one commit: read the world, step, write everything in one statement; a lost race reads and steps again.
// The heart of the program (design.md, decision 3). Nothing is acknowledged before it is committed, nothing sent that was not.
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Committer } from '../core/data/commit.ts'
import type { Queue } from '../core/data/jobs.ts'
import { type ReadKeys, openVersions, readWorld, type WorldRead } from '../core/data/read.ts'
import { readCodes } from '../core/data/readCodes.ts'
import { readPeers } from '../core/data/readPeers.ts'
import { readWorkshops } from '../core/data/readWorkshop.ts'
import type { Job, Message, Need } from '../dialogs/changes.ts'
import { type Event, timeOf } from '../dialogs/event.ts'
import { step } from '../dialogs/step.ts'
import { type House, NO_CODES, NO_PEERS, NO_WORKSHOPS, type PinnedClaim, type World } from '../dialogs/world.ts'
import { codeKeys, type Keys, keysOf, peerKeys, workshopKeys } from '../dialogs/worldKeys.ts'
import { plusSeconds } from '../core/model/time.ts'
import type { ToSend } from './delivery.ts'

export type Turn = (event: Event) => Promise<'committed' | 'known'>

export type TurnParts = {
  pool: pg.Pool
  commit: Committer
  house: House
  /** What this turn leased, in order; sending begins at once. */
  deliver: (messages: ToSend[]) => void
  wake: (queue: Queue) => void
  now: () => string
}

/** Races that one event may lose before it is given up; each loser waits a little longer. */
const MOST_RACES = 20
/** What a step may ask for on top of its keys. */
const MOST_NEEDS = 3

export function makeTurn({ pool, commit, house, deliver, wake, now }: TurnParts): Turn {
  const versionOf = openVersions(pool)

  async function pinned(claim: WorldRead['claim']): Promise<PinnedClaim | null> {
    if (!claim) return null
    const { meaning, number } = await versionOf(claim.badgeVersionId)
    return { ...claim, meaning, badgeNumber: number }
  }

  async function worldFor(read: WorldRead, keys: Keys & Need): Promise<World> {
    const waiting: PinnedClaim[] = []
    for (const claim of read.waiting) waiting.push((await pinned(claim))!)
    const wanted = workshopKeys(keys, read.link, read.me?.focus)
    const workshops = wanted
      ? await readWorkshops(pool, { ...wanted, me: read.me?.id ?? null, now: now(), timeZone: house.timeZone })
      : NO_WORKSHOPS
    const asked = codeKeys(keys, read.link, read.me?.focus)
    const codes = asked ? await readCodes(pool, { ...asked, me: read.me?.id ?? null, now: now() }) : NO_CODES
    const sought = peerKeys(keys, read.me?.focus)
    const peers = sought ? await readPeers(pool, { ...sought, me: read.me?.id ?? null, now: now() }) : NO_PEERS
    return { ...read, ...workshops, ...codes, ...peers, claim: await pinned(read.claim), waiting, house }
  }

  return async function turn(brought) {
    let event = brought
    let need: Need = {}
    for (let races = 0, needs = 0; ; ) {
      const keys = { ...keysOf(event), ...need }
      const read = await readWorld(pool, columns(event.key, keys))
      if (read.known) return 'known'
      const stepped = step(await worldFor(read, keys), event, need)
      if ('need' in stepped) {
        if (++needs > MOST_NEEDS) throw new Error('a step keeps asking for more than its world holds')
        need = { ...need, ...stepped.need }
        continue
      }
      const done = await commit({
        event: event.key,
        at: timeOf(event),
        clock: now(),
        writes: stepped.writes,
        messages: stepped.messages.map((m) => outboxRow(m, timeOf(event))),
        jobs: stepped.jobs.map(jobRow),
      })
      if (done.outcome === 'known') return 'known'
      if (done.outcome === 'committed') {
        const bodies = new Map(stepped.messages.map((m) => [m.id, m]))
        deliver(done.leased.map((id) => ({ id, to: addressOf(bodies.get(id)!), body: bodies.get(id)!.body, attempts: 0 })))
        for (const job of stepped.jobs) wake(job.is)
        return 'committed'
      }
      if (++races > MOST_RACES) throw new Error('a turn lost too many races')
      // what was drawn from them may be the very thing that clashed: a code that is said aloud
      event = { ...event, fresh: [...event.fresh.slice(1), event.fresh[0]!] }
      await pause(Math.random() * 2 ** Math.min(races, 6))
    }
  }
}

const addressOf = (m: Message): string => `${m.channel}:${m.chat}`

const outboxRow = (m: Message, at: string) => ({
  id: m.id,
  to: addressOf(m),
  personId: m.personId,
  body: m.body,
  at,
  nextAt: m.delay ? plusSeconds(at, m.delay) : null,
  replaces: m.replaces,
})

/** `at`: not before. The rest is what the job's handler reads. */
const jobRow = (job: Job) => {
  const { is, id: _, ...data } = job
  return { queue: is, data: 'at' in data ? { ...data, at: undefined } : data, at: 'at' in job ? job.at : undefined }
}

const columns = (event: string, keys: Keys & Need): ReadKeys => ({
  event,
  channel: 'account' in keys.who ? keys.who.account.channel : null,
  externalId: 'account' in keys.who ? keys.who.account.externalId : null,
  claim: keys.claim ?? null,
  endorsement: keys.endorsement ?? null,
  code: keys.code ?? null,
  token: keys.token ?? null,
  replyChat: keys.replyTo?.chat ?? null,
  replyId: keys.replyTo?.id ?? null,
  waiting: keys.waiting ?? false,
  person: 'person' in keys.who ? keys.who.person : null,
})
