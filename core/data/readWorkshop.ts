// What a turn reads of workshops, in a second round trip that an ordinary learner's turn never makes.
import type pg from 'pg'
import type { Account, Counts, Person, Plea, Project, SharedProject, Workshop } from '../model/rows.ts'
import { PLEA_DAYS } from '../model/found.ts'
import { HOME, nudgeDay, readClocks } from './clocks.ts'
import { LEADER_FIRST, TRAINERS_OF } from './leader.ts'
import { ARRIVAL } from './outbox.ts'
import { MOST_REMINDERS, PROGRESS, reachable } from './progress.ts'
import { sharedProject } from './project.ts'
import { tieOf } from './tie.ts'

/** Absent: null. `me` is whoever speaks. */
export type WorkshopKeys = {
  me: string | null
  workshop: string | null
  code: string | null
  spoken: string | null
  /** Channel and chat: the last workshop opened there. */
  group: string | null
  /** The workshops and structures of a trainer. */
  mine: boolean
  /** Where no other is named, the workshop that whoever speaks joined last. */
  latest?: boolean
  /** Who has not finished, and what the last nudge changed. */
  people: boolean
  /** Somebody on the other side of a hand-over. */
  other: string | null
  /** Somebody to whom a link adds an account. */
  linked?: string | null
  /** The project of the link that was opened. */
  project?: string | null
  now: string
  /** Where nothing else is known of a person. */
  timeZone: string
}

type PersonRead = Person & { accounts: Account[] }
type StructureRead = { id: string; name: string; organisationId: string; timeZone: string | null; trial: boolean }

export type WorkshopRead = Workshop & {
  /** Whoever speaks has joined it. */
  enrolled: boolean
  structure: StructureRead
  /** Who can be asked: whoever opened it first, if they are a trainer there still. */
  trainers: PersonRead[]
  /** What its members may say that they did together. */
  projects: Project[]
}

/** Of the workshop in hand, where it was asked for. `left`: who would be nudged now; `names`: the first thirty of them. */
export type GroupRead = Counts & {
  left: number
  names: { name: string | null; started: boolean }[]
  /** Of the last nudge that reached somebody: how many were told, and how many of them have sent since. */
  told: number
  sentSince: number
  /** Of the last nudge: how many are not known to have arrived. */
  lost: number
}

type Tie = 'trainer' | 'issuer' | 'tutor'
type LinkedClaim = { badgeId: string; sent: boolean; left: boolean; issued: boolean }

export type WorkshopsRead = {
  workshop: WorkshopRead | null
  workshops: Workshop[]
  structures: StructureRead[]
  group: GroupRead | null
  /** `plea`: where nothing but that lets them write to each other. */
  other: (PersonRead & { plea?: Plea }) | null
  linked: (PersonRead & { claims: LinkedClaim[]; tie: Tie | null; newest: string | null }) | null
  tie: Tie | null
  project: SharedProject | null
}

const person = (alias: string) =>
  `(to_jsonb(${alias}) || jsonb_build_object('accounts', coalesce((select jsonb_agg(to_jsonb(a) order by a."seenAt" desc) from "Account" a where a."personId" = ${alias}.id), '[]')))`

const structure = (id: string) =>
  `(select jsonb_build_object('id', s.id, 'name', s.name, 'organisationId', s."organisationId", 'timeZone', s."timeZone", 'trial', o.trial)
      from "Structure" s join "Organisation" o on o.id = s."organisationId" where s.id = ${id})`

/** The one is a trainer of a workshop that the other joined. */
const follows = (trainer: string, learner: string) =>
  `exists(select 1 from "Enrolment" e join "Workshop" x on x.id = e."workshopId" join "Membership" m on m."structureId" = x."structureId" and m.role = 'trainer'
      where e."personId" = ${learner} and m."personId" = ${trainer})`

/**
 * The one asked the other for help of late, and it was passed on. Until they have answered, whoever asked says no more. Inside, so that no
 * other part pays for it: `$1` me, `p` the other, `$9` now.
 */
const pleaBetween = `(select l.* from "Plea" l join "Claim" c on c.id = l."claimId" where l."endedAt" is null
    and l."toldAt" > $9::timestamptz - interval '${PLEA_DAYS} days' and p."erasedAt" is null
    and ((l."personId" = p.id and c."personId" = $1::uuid) or (l."personId" = $1::uuid and c."personId" = p.id and l."answeredAt" is not null))
    order by l."toldAt" desc) l`

// $1 me, $2 workshop, $3 code, $4 spoken, $5 group, $6 mine, $7 people, $8 other, $9 now, $10 clocks, $11 linked, $12 project, $13 latest
const READ = `
with w as materialized (
  select * from "Workshop" w where w.id = coalesce($2::uuid,
    (select x.id from "Workshop" x where x.code = $3),
    (select j."workshopId" from "Project" j where j.id = $12::uuid),
    (select x.id from "Workshop" x where x.spoken = $4 and x."closedAt" is null and x."endsAt" > $9::timestamptz - interval '1 day'),
    (select x.id from "Workshop" x where x."group" = $5 and x."closedAt" is null order by x."openedAt" desc limit 1),
    (select e."workshopId" from "Enrolment" e where $13::boolean and e."personId" = $1::uuid order by e.at desc limit 1))
), own as materialized (
  select m."structureId" as id from "Membership" m where $6::boolean and m."personId" = $1::uuid and m.role = 'trainer'
), people as materialized (
  select p.id, p.name, g.*, not g.finished and ${reachable('p.id')} and (w.nudges = 0 or g.reminders < ${MOST_REMINDERS})
      and not exists(select 1 from "Nudge" n where n."personId" = p.id and n.day = ${nudgeDay('$10', 'w.nudges')}) as due
    from w join "Enrolment" e on e."workshopId" = w.id join "Person" p on p.id = e."personId" ${HOME()}, ${PROGRESS} g
  where $7::boolean
), last as materialized (
  select n."markedAt", n."personId", n.outcome, a.lost, a.refused from w join "Nudge" n on n."workshopId" = w.id and n.round = w.nudges - 1, ${ARRIVAL} a where $7::boolean
), told as materialized (
  select n."markedAt", n."personId" from w join "Nudge" n on n."workshopId" = w.id and n.outcome = 'told', ${ARRIVAL} a
    where $7::boolean and not a.lost and not a.refused
    -- one that reached nobody does not hide what the one before changed
    and n.round = (select max(x.round) from "Nudge" x where x."workshopId" = w.id and x.outcome = 'told')
)
select jsonb_build_object(
  'workshop', (select to_jsonb(w) || jsonb_build_object(
      'enrolled', exists(select 1 from "Enrolment" e where e."workshopId" = w.id and e."personId" = $1::uuid),
      'structure', ${structure('w."structureId"')},
      'trainers', coalesce((select jsonb_agg(${person('p')} order by ${LEADER_FIRST}) from ${TRAINERS_OF}), '[]'),
      'projects', coalesce((select jsonb_agg(to_jsonb(j) order by j."openedAt", j.id) from "Project" j where j."workshopId" = w.id), '[]')) from w),
  'workshops', coalesce((select jsonb_agg(to_jsonb(x) order by x."openedAt" desc) from "Workshop" x where x."structureId" in (select id from own) and x."closedAt" is null), '[]'),
  'structures', coalesce((select jsonb_agg(${structure('own.id')} order by own.id) from own), '[]'),
  -- an aggregate has a row even over nothing: what was not asked for must be null
  'group', case when $7::boolean then (select jsonb_build_object('joined', count(*), 'started', count(*) filter (where started), 'sent', count(*) filter (where sent),
      'left', count(*) filter (where due),
      'names', coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'started', s.started)) from
        (select name, started from people where due order by name limit 30) s), '[]'),
      'told', (select count(*) from told),
      'lost', (select count(*) from last where lost),
      'sentSince', (select count(*) from told where exists(select 1 from w, "Claim" c where c."personId" = told."personId" and c."withdrawnAt" is null
        and w.badges ? c."badgeId" and c.sendings->-1->>'takenBackAt' is null and (c.sendings->-1->>'at')::timestamptz > told."markedAt"))) from people) end,
  'other', (select ${person('p')} || case when f.follows then '{}' else jsonb_build_object('plea', (select to_jsonb(l) from ${pleaBetween} limit 1)) end
    from "Person" p, lateral (select ${follows('$1::uuid', 'p.id')} or ${follows('p.id', '$1::uuid')} as follows) f
    where p.id = $8::uuid and (f.follows or exists(select 1 from ${pleaBetween}))),
  'tie', case when $11::uuid is not null then ${tieOf('$1::uuid')} end,
  'linked', (select ${person('p')} || jsonb_build_object(
      'tie', ${tieOf('p.id')},
      'newest', (select l.code from "Link" l where l.subject = p.id::text and l.kind = 'channel' order by l."createdAt" desc limit 1),
      'claims', coalesce((select jsonb_agg(jsonb_build_object('badgeId', c."badgeId",
        'sent', jsonb_array_length(c.sendings) > 0 and c.sendings->-1->>'takenBackAt' is null,
        'left', exists(select 1 from "Issuance" i where i."claimId" = c.id),
        'issued', exists(select 1 from "Issuance" i where i."claimId" = c.id and i.state = 'issued'))) from "Claim" c
        where c."personId" = p.id and c."withdrawnAt" is null), '[]')) from "Person" p where p.id = $11::uuid and p."erasedAt" is null),
  'project', ${sharedProject('$12::uuid')}
) as read`

export async function readWorkshops(pool: pg.Pool, k: WorkshopKeys): Promise<WorkshopsRead> {
  const clocks = k.people ? await readClocks(pool, k.now, k.timeZone) : '{}'
  const values = [
    k.me,
    k.workshop,
    k.code,
    k.spoken,
    k.group,
    k.mine,
    k.people,
    k.other,
    k.now,
    clocks,
    k.linked ?? null,
    k.project ?? null,
    k.latest ?? false,
  ]
  const { rows } = await pool.query<{ read: WorkshopsRead }>({ name: 'read workshops', text: READ, values })
  return rows[0]!.read
}
