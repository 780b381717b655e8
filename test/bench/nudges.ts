// Planning a nudge for a hundred thousand learners of a million: one statement, and doing it again adds nobody.
//   node test/bench/nudges.ts   measures it alone
import { openDatabase } from '../../core/data/database.ts'
import { planNudges, takeNudges } from '../../core/data/nudges.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { median } from './growth.ts'

export type NudgeCosts = {
  learners: number
  enrolled: number
  planned: number
  /** Median of several workshops, one after the other. */
  seconds: number
  /** Of the plan to a bare `insert … select` of the same rows into a table with the same keys, in turns with it: median. */
  ratio: number
  /** Planned when it is planned again, and how long that takes. */
  again: number
  againSeconds: number
  /** Milliseconds to mark ten of them as sent. */
  takeMs: number
}

const LEARNERS = 1_000_000
const ENROLLED = 125_000
/** Of those enrolled, one in ten has sent and one in ten has stopped. */
const WORKSHOPS = 3
const NOW = '2026-03-03T17:00:00.000Z'

export async function measureNudges(cluster: Cluster): Promise<NudgeCosts> {
  const { pool, stop } = await openDatabase({ dataDir: cluster.folder, databaseUrl: await cluster.newDatabase('nudges') })
  try {
    await pool.query(FILL)
    await pool.query('vacuum analyze')
    // what was filled in is on the disk before anything is measured
    await pool.query('checkpoint')
    const workshops = (await pool.query<{ id: string }>('select id from "Workshop" order by code')).rows
    const seconds: number[] = []
    const ratios: number[] = []
    let planned = 0
    for (const { id } of workshops) {
      const [n, took] = await timed(() => planNudges(pool, { workshop: id, round: 0, now: NOW, timeZone: 'Europe/Paris' }))
      planned = n
      seconds.push(took)
      await pool.query('create table bare (like "Nudge" including all)')
      const [, bare] = await timed(() => pool.query(BARE, [id]))
      await pool.query('drop table bare')
      ratios.push(took / bare)
    }
    const [again, againSeconds] = await timed(() =>
      planNudges(pool, { workshop: workshops[0]!.id, round: 0, now: NOW, timeZone: 'Europe/Paris' }),
    )
    const takes: number[] = []
    for (let n = 0; n < 20; n++)
      takes.push((await timed(() => takeNudges(pool, { now: NOW, timeZone: 'Europe/Paris', most: 10 })))[1] * 1000)
    const medians = { seconds: median(seconds), ratio: median(ratios), takeMs: median(takes) }
    return { learners: LEARNERS, enrolled: ENROLLED, planned, again, againSeconds, ...medians }
  } finally {
    await stop()
  }
}

/** What no plan can do without. */
const BARE = `insert into bare select * from "Nudge" where "workshopId" = $1::uuid order by "personId" on conflict do nothing`

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now()
  const result = await work()
  return [result, (performance.now() - started) / 1000]
}

const all = `generate_series(1, ${LEARNERS}) n`
const person = `md5('person' || n)::uuid`
const claim = `md5('claim' || n)::uuid`

const FILL = `
insert into "Organisation" (id, name) values ('o', 'O');
insert into "Structure" (id, name, "organisationId") values ('s', 'S', 'o');
insert into "Badge" (id, "organisationId") values ('b', 'o');
insert into "BadgeVersion" (id, "badgeId", number, meaning) values ('v', 'b', 1, '{}');
insert into "Person" (id, version, name, "nameConfirmed", language, said, "stoppedAt", "createdAt")
  select ${person}, 1, 'Awa Diallo', true, 'fr', '{}', case when n % 10 = 1 then now() end, now() from ${all};
insert into "Account" (channel, "externalId", "personId", chat, "seenAt") select 'telegram', n, ${person}, n, now() from ${all};
insert into "Workshop" (id, version, "structureId", "organisationId", "openedBy", name, badges, code, "openedAt", "endsAt", "followUps", nudges, boards)
  select md5('workshop' || w)::uuid, 1, 's', 'o', md5('trainer')::uuid, 'W', '["b"]', 'code' || w, now(), now(), '[1, 7]', 1, '[]' from generate_series(1, ${WORKSHOPS}) w;
insert into "Claim" (id, version, "personId", "organisationId", "structureId", "badgeId", "badgeVersionId", token, language, "openedAt", "openedThrough", sendings, reminders, "touchedAt", "workshopId")
  select ${claim}, 1, ${person}, 'o', 's', 'b', 'v', 'token' || n, 'fr', now(), 'telegram',
    case when n % 10 = 0 then '[{"at":"2026-03-03T16:00:00Z","through":"telegram"}]'::jsonb else '[]' end, 0, now(),
    case when n <= ${WORKSHOPS * ENROLLED} then md5('workshop' || (n - 1) / ${ENROLLED} + 1)::uuid end from ${all};
insert into "Enrolment" ("workshopId", "personId", at, through)
  select md5('workshop' || w)::uuid, ${person}, now(), 'telegram' from generate_series(1, ${WORKSHOPS}) w, generate_series((w - 1) * ${ENROLLED} + 1, w * ${ENROLLED}) n;
`

if (import.meta.filename === process.argv[1]) {
  const cluster = await openCluster()
  try {
    console.log(await measureNudges(cluster))
  } finally {
    await cluster.stop()
  }
  process.exit()
}
