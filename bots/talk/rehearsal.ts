// A rehearsal: the very same turn on the very same database, for three people of the trial organisation who are gone afterwards.
// The jobs that its turns start are kept out of the database and done here, so that a running server does not meet a file
// that only this process can read, and without one nothing waits for a worker.
import { randomBytes } from 'node:crypto'
import { type Committer, openCommitter } from '../../core/data/commit.ts'
import { writeCatalogue } from '../../core/data/catalogue.ts'
import type { Database } from '../../core/data/database.ts'
import type { Handler, Queue } from '../../core/data/jobs.ts'
import { chatOf, PEOPLE, type Phone, preparePlayground, structureOf } from '../../core/data/playground.ts'
import { leaveTalk, removeTalk, type Said, takeSaid } from '../../core/data/talk.ts'
import { openEvidenceStore } from '../../core/evidence/index.ts'
import { openBackends } from '../../core/issuing/index.ts'
import type { Catalogue } from '../../core/model/badge.ts'
import type { Language } from '../../core/model/rows.ts'
import type { InboundEvent } from '../../dialogs/vocabulary.ts'
import { freshIds } from '../freshIds.ts'
import { makeHouse, readTexts } from '../house.ts'
import { openIdentity } from '../identity.ts'
import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'
import { makeTurn } from '../turn.ts'
import { makeErase } from '../jobs/erase.ts'
import { makeFetchEvidence } from '../jobs/fetchEvidence.ts'
import { makeForward } from '../jobs/forward.ts'
import { makeAskFirstSide, makeCodeOver } from '../jobs/askFirstSide.ts'
import { makeCutOff } from '../jobs/cutOff.ts'
import { makeJuryDue } from '../jobs/juryDue.ts'
import { makeJoinPeople } from '../jobs/joinPeople.ts'
import { openLockouts } from '../jobs/lockout.ts'
import { makePlanNudges } from '../jobs/nudges.ts'
import { makeSignEndorsement } from '../jobs/signEndorsement.ts'
import { makeReissue } from '../jobs/reissue.ts'
import { makeRevoke } from '../jobs/revoke.ts'
import { makeSettle } from '../jobs/settle.ts'
import { makeUnreachable } from '../jobs/unreachable.ts'
import { terminalChannel } from './channel.ts'
import { withPracticeOf } from './practice.ts'
import { openAgenda } from './agenda.ts'

export type Rehearsal = {
  says: (phone: Phone, event: InboundEvent) => Promise<void>
  /** What was said since the last time, in order; on whose phone. Does first what is due. */
  hear: () => Promise<Said[]>
  /** Lets the time pass until the next thing is due, and does it. False: nothing is to come. */
  wait: () => Promise<boolean>
  /** The learner asked to be forgotten, and is: nobody of the trial organisation is left to speak. */
  isOver: () => boolean
  /** Removes everything, or leaves it as it stands. */
  end: (keep: boolean) => Promise<void>
}

/** `commit`: where rehearsals follow each other in one process, they share one, since its statements stay prepared. */
export type Wanted = {
  settings: Settings
  database: Database
  catalogue: Catalogue
  log: Log
  language: Language
  structure?: string
  commit?: Committer
}

export async function openRehearsal({
  settings,
  database,
  catalogue,
  log,
  language,
  structure,
  commit: shared,
}: Wanted): Promise<Rehearsal> {
  const { pool, prisma } = database
  const session = randomBytes(16).toString('hex')
  /** What `wait` has let pass, in milliseconds. */
  let passed = 0
  const now = () => new Date(Date.now() + passed).toISOString()

  const [texts, evidence, commit, versionOf] = await Promise.all([
    readTexts(),
    openEvidenceStore(settings),
    shared ?? openCommitter(pool, `talk-${session}`),
    writeCatalogue(prisma, catalogue),
  ])
  await preparePlayground(prisma, session, language, new Date(now()), 'cli')

  const channel = (name: string) => (name === terminalChannel.name ? terminalChannel : undefined)
  const rehearsed = structure ? withPracticeOf(catalogue, structure, structureOf(session)) : catalogue
  const house = makeHouse({ settings, catalogue: rehearsed, texts, versionOf, channels: new Map([['cli', terminalChannel]]) })
  const backends = openBackends({ ...settings, organisation: openIdentity({ settings, database, catalogue }).organisation })
  const agenda = openAgenda(log)
  const turn = makeTurn({
    pool,
    house,
    now,
    deliver: () => undefined,
    wake: () => undefined,
    async commit(whole) {
      const done = await commit({ ...whole, jobs: [] })
      if (done.outcome === 'committed') agenda.add(whole.jobs)
      return done
    },
  })
  const parts = { settings, database, evidence, backends, catalogue, channel, now }
  const happen = async (key: string, about: Parameters<Parameters<typeof makeSettle>[0]>[1]) => {
    await turn({ key: `cli:${session}:${key}`, at: now(), fresh: freshIds(), about })
  }
  const settle = makeSettle(happen)
  const erase = makeErase(parts)
  const lockouts = openLockouts(log)
  let over = false
  const handlers: Record<Exclude<Queue, 'event'>, Handler> = {
    'fetch-evidence': makeFetchEvidence({ ...parts, happen }),
    'settle-verdict': settle,
    'settle-sending': settle,
    'jury-due': makeJuryDue(happen),
    forward: makeForward({ ...parts, happen, lockouts }),
    revoke: makeRevoke({ ...parts, happen, lockouts }),
    'sign-endorsement': makeSignEndorsement({ ...parts, happen }),
    reissue: makeReissue({ ...parts, happen }),
    'plan-nudges': makePlanNudges(parts),
    'ask-first-side': makeAskFirstSide(happen),
    'code-over': makeCodeOver(happen),
    'cut-off': makeCutOff(parts),
    unreachable: makeUnreachable(happen),
    'join-people': makeJoinPeople({ ...parts, happen }),
    async erase(data, job) {
      await erase(data, job)
      over = true
    },
  }

  let count = 0
  return {
    async says(phone, event) {
      const chat = chatOf(session, phone)
      const { name, firstName } = PEOPLE[phone]
      const messageId = String(++count)
      await turn({
        key: `cli:${session}:${messageId}`,
        from: { channel: 'cli', externalId: chat, chat, place: 'private', firstName, fullName: name, locale: language },
        event,
        messageId,
        receivedAt: now(),
        fresh: freshIds(),
      })
    },
    async hear() {
      await agenda.work(handlers, now())
      return takeSaid(pool, session, now())
    },
    async wait() {
      const next = agenda.next()
      if (next === undefined) return false
      passed += Math.max(0, next - Date.parse(now()))
      await agenda.work(handlers, now())
      return true
    },
    isOver: () => over,
    end: (keep) => (keep ? leaveTalk(prisma, session, new Date(now())) : removeTalk(prisma, session, evidence.remove)),
  }
}
