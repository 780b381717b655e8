// What turns about asking each other for help read, in one more round trip; no other turn pays for it.
import type pg from 'pg'
import { PLEA_DAYS } from '../model/found.ts'
import type { Account, Consent, Person, Plea } from '../model/rows.ts'
import type { Instant } from '../model/time.ts'
import { findable, isOf } from './peers.ts'

/** `claim`: the badge whose holder is asked; `plea`: a request that is answered, or due. */
export type PeerKeys = { me: string | null; claim: string | null; plea: string | null; now: Instant }

type PersonRead = Person & { accounts: Account[] }
type PlaceRead = { id: string; name: string; timeZone: string | null }
type PeerRead = { claim: string; badgeId: string; name: string | null; place: PlaceRead; channels: string[] }

export type PeersRead = {
  sought: true
  places: PlaceRead[]
  peers: PeerRead[]
  peer: (PeerRead & { person: PersonRead }) | null
  agreed: Consent[]
  plea: (Plea & { asker: PersonRead; holder: string; badgeId: string }) | null
  pleas: Plea[]
  pleasToday: number
}

const person = (alias: string) =>
  `(to_jsonb(${alias}) || jsonb_build_object('accounts', coalesce((select jsonb_agg(to_jsonb(a) order by a."seenAt" desc) from "Account" a where a."personId" = ${alias}.id), '[]')))`
const place = `jsonb_build_object('id', s.id, 'name', s.name, 'timeZone', s."timeZone")`
const peer = `jsonb_build_object('claim', c.id, 'badgeId', c."badgeId", 'name', p.name, 'place', ${place},
  'channels', coalesce((select jsonb_agg(a.channel order by a."seenAt" desc) from "Account" a where a."personId" = p.id and a."unreachableAt" is null), '[]'))`
const open = `l."endedAt" is null and (l."dueAt" is not null or l."toldAt" > $2::timestamptz - interval '${PLEA_DAYS} days')`

/** The most badges and people that one list goes through. */
const MOST = 300

// $1 me, $2 now, $3 claim, $4 plea. Whoever seeks is whoever asked, where a request is meant: another's answer must not see more.
const READ = `
with plea as materialized (
  select l.*, c."personId" as holder, c."badgeId" from "Plea" l join "Claim" c on c.id = l."claimId" where l.id = $4::uuid
), seeker as materialized (
  select coalesce((select plea."personId" from plea), $1::uuid) as id
), places as materialized (
  select s.id, s.name, s."timeZone" from seeker, lateral (
      select m."structureId" as id from "Membership" m where m."personId" = seeker.id
      union select b."structureId" from "Person" b where b.id = seeker.id) near
    join "Structure" s on s.id = near.id where ${isOf('seeker.id', 's.id')}
)
select jsonb_build_object(
  'sought', true,
  'places', coalesce((select jsonb_agg(to_jsonb(places) order by name, id) from places), '[]'),
  'peers', coalesce((select jsonb_agg(x.peer) from (select ${peer} as peer from seeker, ${findable('$2')}
    and k.choice in (select places.id from places) and p.id <> seeker.id order by c."badgeId", k.at, c.id limit ${MOST}) x), '[]'),
  'peer', (select ${peer} || jsonb_build_object('person', ${person('p')}) from seeker, ${findable('$2')}
    and k.choice in (select places.id from places) and p.id <> seeker.id and c.id = coalesce($3::uuid, (select plea."claimId" from plea)) limit 1),
  'agreed', coalesce((select jsonb_agg(to_jsonb(k) order by k.at, k.id) from "Claim" c join "Consent" k on k."claimId" = c.id
    where c."personId" = $1::uuid and k.what = 'found' and k."endedAt" is null), '[]'),
  'plea', (select to_jsonb(plea) || jsonb_build_object('asker', (select ${person('p')} from "Person" p where p.id = plea."personId")) from plea
    where $1::uuid in (plea.holder, plea."personId")),
  'pleas', coalesce((select jsonb_agg(to_jsonb(l) order by l.at, l.id) from "Claim" c join "Plea" l on l."claimId" = c.id
    where c."personId" = $1::uuid and ${open}), '[]'),
  'pleasToday', (select count(*) from "Plea" l where l."personId" = $1::uuid and l.at > $2::timestamptz - interval '1 day')) as read`

export async function readPeers(pool: pg.Pool, k: PeerKeys): Promise<PeersRead> {
  const { rows } = await pool.query<{ read: PeersRead }>({ name: 'read peers', text: READ, values: [k.me, k.now, k.claim, k.plea] })
  return rows[0]!.read
}

/** Requests that waited for the morning, and whose time has come. */
export async function duePleas(pool: pg.Pool, now: Instant): Promise<{ plea: string; person: string; at: Instant }[]> {
  const { rows } = await pool.query<{ plea: string; person: string; at: Date }>(
    `select l.id as plea, c."personId" as person, l."dueAt" as at from "Plea" l join "Claim" c on c.id = l."claimId"
     where l."dueAt" is not null and l."dueAt" <= $1::timestamptz order by l."dueAt" limit ${MOST}`,
    [now],
  )
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
