// The world of a turn, in one round trip: one prepared statement, every part of it by key.
import type { QueryResultRow } from 'pg'
import type pg from 'pg'
import type { Meaning } from '../model/badge.ts'
import type {
  Account,
  Answer,
  Backpack,
  Claim,
  Consent,
  Decision,
  Endorsement,
  Evidence,
  Issuance,
  Link,
  Membership,
  Person,
  Project,
  Reading,
  Review,
  SharedProject,
} from '../model/rows.ts'
import type { Echo } from '../model/flags.ts'
import { echoesOf } from './echoes.ts'
import { sharedProject } from './project.ts'
import { waitsFor } from './waiting.ts'

/** Who and what; see `Keys` of the dialogs, whose shape this is in columns. Absent: null. */
export type ReadKeys = {
  event: string
  channel: string | null
  externalId: string | null
  claim: string | null
  endorsement: string | null
  code: string | null
  token: string | null
  replyChat: string | null
  replyId: string | null
  waiting: boolean
  /** Whom an event of our own is about, where it is not a claim's learner. */
  person: string | null
}

type PersonRead = Person & { accounts: Account[] }
type ClaimRead = Claim & {
  learnerName: string | null
  answers: Answer[]
  evidence: Evidence[]
  consents: Consent[]
  endorsements: Endorsement[]
  decisions: Decision[]
  issuances: Issuance[]
  project: SharedProject | null
  /** Projects of its workshop, while it is in none and nothing is told yet. */
  offered: Project[]
  /** The end of its workshop, unless that was closed. */
  helpTill: string | null
}
type StructureRead = { id: string; name: string; organisationId: string; timeZone: string | null; trial: boolean }

export type WorldRead = {
  known: boolean
  me: PersonRead | null
  memberships: Membership[]
  structure: StructureRead | null
  claim: ClaimRead | null
  owner: PersonRead | null
  mine: (Pick<
    Claim,
    'id' | 'badgeId' | 'organisationId' | 'openedAt' | 'touchedAt' | 'withdrawnAt' | 'revokedAt' | 'validUntil' | 'restsOn' | 'sendings'
  > & { issued: boolean; left: boolean; shared: boolean })[]
  backpack: Backpack | null
  requests: { endorsement: string; claim: string; learner: string | null; badgeId: string }[]
  waiting: ClaimRead[]
  echoes: Echo[]
  reviews: Review[]
  readings: (Reading & { name: string | null })[]
  trainers: PersonRead[]
  tutors: PersonRead[]
  endorsers: PersonRead[]
  link: Link | null
  listed: Membership[]
  links: Link[]
  linkStructure: StructureRead | null
  repliedTo: string | null
  asked: { startedAt: string | null; platformId: string | null; platformAt: string | null } | null
}

const UUID = `'^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'`

/** A person as JSON, with the places where they can be reached, the last used first. */
const person = (alias: string) =>
  `(to_jsonb(${alias}) || jsonb_build_object('accounts', coalesce((select jsonb_agg(to_jsonb(a) order by a."seenAt" desc) from "Account" a where a."personId" = ${alias}.id), '[]')))`

const rows = (table: string, owner: string, order: string, only = '') =>
  `coalesce((select jsonb_agg(to_jsonb(x) order by x."${order}", x.id) from "${table}" x where x."claimId" = ${owner}.id${only}), '[]')`

/** A claim as JSON, with everything of today that belongs to it: what was corrected is history, and would make each turn dearer than the last. */
const tree = (alias: string) => `(to_jsonb(${alias}) || jsonb_build_object(
    'learnerName', (select p.name from "Person" p where p.id = ${alias}."personId"),
    'answers', ${rows('Answer', alias, 'at', ' and x."supersededAt" is null')},
    'evidence', ${rows('Evidence', alias, 'at')},
    'consents', ${rows('Consent', alias, 'at')},
    'endorsements', ${rows('Endorsement', alias, 'askedAt')},
    'decisions', ${rows('Decision', alias, 'at')},
    'issuances', ${rows('Issuance', alias, 'at')},
    'project', case when ${alias}."projectId" is not null then ${sharedProject(`${alias}."projectId"`, `${alias}.id`)} end,
    'offered', coalesce((select jsonb_agg(to_jsonb(j) order by j."openedAt", j.id) from "Project" j
      where ${alias}."projectId" is null and j."workshopId" = ${alias}."workshopId"), '[]'),
    'helpTill', (select w."endsAt" from "Workshop" w where w.id = ${alias}."workshopId" and w."closedAt" is null)))`

const structure = (alias: string) =>
  `(select jsonb_build_object('id', s.id, 'name', s.name, 'organisationId', s."organisationId", 'timeZone', s."timeZone", 'trial', o.trial)
      from "Structure" s join "Organisation" o on o.id = s."organisationId" where s.id = ${alias}."structureId")`

// $1 event, $2 channel, $3 external id, $4 claim, $5 endorsement, $6 code, $7 token, $8 chat and $9 id of the message replied to, $10 waiting, $11 person
const READ = `
with me as materialized (
  select p.* from "Person" p where p.id = coalesce(
    (select a."personId" from "Account" a where a.channel = $2 and a."externalId" = $3),
    -- the first who starts with a list's link is the person on the list
    (select l.subject::uuid from "Link" l where l.code = $6 and l.kind = 'roster' and l."usedAt" is null and l."expiresAt" > now()),
    $11::uuid,
    case when $2::text is null then (select c."personId" from "Claim" c where c.id = $4::uuid) end)
), focus as materialized (
  -- a focus that cannot be read is no focus; what stands beside another leaves that one in hand (dialogs/focus.ts, isBeside)
  select f.focus->'subject'->>'is' as kind,
    case when f.focus->'subject'->>'id' ~ ${UUID} then (f.focus->'subject'->>'id')::uuid end as id,
    me.focus->>'message' as message
  from me, lateral (select case when me.focus->>'prompt' = 'both' and me.focus->'subject'->>'is' = 'invite'
    then me.focus->'pending'->'before' else me.focus end as focus) f
), link as materialized (
  select l.*, case when l.kind = 'endorse' then l.subject::uuid end as endorsement, case when l.kind = 'roster' then l.subject::uuid end as listed from "Link" l
  -- an invitation in focus is answered in words too
  where l.code = coalesce($6, (select me.focus->'subject'->>'id' from me where me.focus->'subject'->>'is' = 'invite'))
), target as materialized (
  select coalesce(
    $4::uuid,
    (select e."claimId" from "Endorsement" e where e.id = $5::uuid),
    (select e."claimId" from link join "Endorsement" e on e.id = link.endorsement),
    (select c.id from "Claim" c where c.token = $7),
    (select c.id from focus join "Claim" c on c.id = focus.id where focus.kind in ('claim', 'decision')),
    (select e."claimId" from focus join "Endorsement" e on e.id = focus.id where focus.kind = 'endorsement'),
    (select c.id from me join "Claim" c on c."personId" = me.id where c."withdrawnAt" is null order by c."touchedAt" desc limit 1)) as id
), claim as materialized (
  select c.* from target join "Claim" c on c.id = target.id
)
select jsonb_build_object(
  'known', exists(select 1 from "Inbound" i where i.key = $1),
  'me', (select ${person('me')} from me),
  'memberships', coalesce((select jsonb_agg(to_jsonb(m)) from me join "Membership" m on m."personId" = me.id), '[]'),
  'structure', (select ${structure('me')} from me),
  'claim', (select ${tree('claim')} from claim),
  'owner', (select ${person('p')} from claim join "Person" p on p.id = claim."personId"),
  'mine', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'badgeId', c."badgeId", 'organisationId', c."organisationId", 'revokedAt', c."revokedAt",
      'validUntil', c."validUntil", 'restsOn', c."restsOn", 'openedAt', c."openedAt", 'touchedAt', c."touchedAt",
      'withdrawnAt', c."withdrawnAt", 'sendings', c.sendings,
      'left', exists(select 1 from "Issuance" i where i."claimId" = c.id),
      'issued', exists(select 1 from "Issuance" i where i."claimId" = c.id and i.state = 'issued'), 'shared', c."sharedAt" is not null) order by c."openedAt" desc)
    from me join "Claim" c on c."personId" = me.id), '[]'),
  'backpack', (select to_jsonb(b) from me join "Backpack" b on b."personId" = me.id),
  'requests', coalesce((select jsonb_agg(jsonb_build_object('endorsement', e.id, 'claim', c.id, 'learner', p.name, 'badgeId', c."badgeId") order by e."askedAt")
    from me join "Endorsement" e on e."endorserId" = me.id join "Claim" c on c.id = e."claimId" join "Person" p on p.id = c."personId"
    where e.verdict is null and e."withdrawnAt" is null and c."withdrawnAt" is null), '[]'),
  'waiting', case when $10::boolean or (select kind from focus) in ('decision', 'decisions') then coalesce((select jsonb_agg(${tree('c')} order by c."touchedAt")
    from me join "Membership" m on m."personId" = me.id and m.role = 'trainer' join "Claim" c on c."structureId" = m."structureId"
    join "BadgeVersion" v on v.id = c."badgeVersionId"
    where ${waitsFor('me.id')}), '[]') else '[]' end,
  'echoes', case when $10::boolean or (select kind from focus) in ('decision', 'decisions') then coalesce((select ${echoesOf('claim')} from claim), '[]') else '[]' end,
  -- of the claim in hand: for its jury, and for whoever is asked to confirm it, who may be a juror of it
  'reviews', case when $10::boolean or $5::uuid is not null or (select kind from focus) in ('decision', 'endorsement') or exists(select 1 from link where endorsement is not null) then coalesce((select jsonb_agg(to_jsonb(r) order by r.at, r.id)
    from claim join "Review" r on r."claimId" = claim.id), '[]') else '[]' end,
  'readings', case when $10::boolean or (select kind from focus) in ('decision', 'decisions') then coalesce((select jsonb_agg(to_jsonb(r) || jsonb_build_object('name', p.name))
    from me join "Membership" m on m."personId" = me.id and m.role = 'trainer'
    join "Membership" o on o."structureId" = m."structureId" and o.role = 'trainer' and o."personId" <> me.id
    join "Reading" r on r."personId" = o."personId" join "Person" p on p.id = r."personId"), '[]') else '[]' end,
  'trainers', coalesce((select jsonb_agg(${person('p')}) from "Membership" m join "Person" p on p.id = m."personId"
    where m.role = 'trainer' and m."structureId" = coalesce((select claim."structureId" from claim), (select me."structureId" from me))), '[]'),
  'tutors', coalesce((select jsonb_agg(${person('p')} order by t.place) from (
      select m."personId", row_number() over (order by m."personId" is not distinct from claim."witnessId" desc,
        exists(select 1 from "Claim" c join "Endorsement" e on e."claimId" = c.id where c."personId" = claim."personId" and e."endorserId" = m."personId") desc,
        m.since, m."personId") as place
      from claim join "Membership" m on m."structureId" = claim."structureId" and m.role = 'tutor' and m."personId" <> claim."personId"
      -- when it is asked who was there, and when the one who was named is told; not in every turn
      where claim."approvedAt" is not null and (claim.witness is null or claim."witnessId" is not null)
        and exists(select 1 from "Account" a where a."personId" = m."personId" and a."unreachableAt" is null)
        and exists(select 1 from "Person" x where x.id = m."personId" and x."stoppedAt" is null and x."erasedAt" is null)) t
    join "Person" p on p.id = t."personId" where t.place <= 3), '[]'),
  'endorsers', coalesce((select jsonb_agg(${person('p')}) from claim join "Endorsement" e on e."claimId" = claim.id join "Person" p on p.id = e."endorserId"), '[]'),
  'link', (select to_jsonb(link) - 'endorsement' - 'listed' from link),
  'listed', coalesce((select jsonb_agg(to_jsonb(m)) from link join "Membership" m on m."personId" = link.listed), '[]'),
  'links', coalesce((select jsonb_agg(to_jsonb(l)) from claim join "Endorsement" e on e."claimId" = claim.id join "Link" l on l.subject = e.id::text), '[]'),
  'linkStructure', (select ${structure('link')} from link),
  'repliedTo', (select o.body->'choices'->0->>'data' from "Outbox" o where o."to" = $8 and o."platformId" = $9 order by o.seq desc limit 1),
  'asked', (select jsonb_build_object('startedAt', o."startedAt", 'platformId', o."platformId", 'platformAt', o."platformAt")
    from focus join "Outbox" o on o.id = focus.message)
) as world`

export async function readWorld(pool: pg.Pool, k: ReadKeys): Promise<WorldRead> {
  const values = [k.event, k.channel, k.externalId, k.claim, k.endorsement, k.code, k.token, k.replyChat, k.replyId, k.waiting, k.person]
  const { rows: found } = await pool.query<{ world: WorldRead } & QueryResultRow>({ name: 'read world', text: READ, values })
  return found[0]!.world
}

/** What badge versions mean never changes, so each is read once. */
export function openVersions(pool: pg.Pool): (id: string) => Promise<{ meaning: Meaning; number: number }> {
  const known = new Map<string, { meaning: Meaning; number: number }>()
  return async (id) => {
    const version = known.get(id)
    if (version) return version
    const { rows: found } = await pool.query<{ meaning: Meaning; number: number }>(
      'select meaning, number from "BadgeVersion" where id = $1',
      [id],
    )
    if (!found[0]) throw new Error(`no badge version ${id}`)
    known.set(id, found[0])
    return found[0]
  }
}
