// What a letter needs, what a reply belongs to, and when an address is needed no more.
import type pg from 'pg'
import { awake, HOME, readClocks } from './clocks.ts'
import type { Meaning } from '../model/badge.ts'
import type { Evidence, Language } from '../model/rows.ts'

/** A request that may be written about just now. */
export type LetterFacts = {
  claim: string
  /** The address; the only place where it is kept. */
  to: string
  /** Of its page, /e/:code. */
  code: string
  language: Language
  learner: string | null
  badge: Meaning['name']
  trial: boolean
  /** The Message-ID of the first letter about it. */
  first: string | null
  /** Kept pieces that others may see, for their small pictures. */
  evidence: Pick<Evidence, 'id' | 'kind' | 'thumbnail'>[]
}

const OPEN = `e."mailTo" is not null and e."mailProblem" is null and e."withdrawnAt" is null and c."withdrawnAt" is null and p."erasedAt" is null`

/** Undefined: there is nothing to write about any more, or nowhere to write to. */
export async function letterFacts(pool: pg.Pool, request: string, now: string): Promise<LetterFacts | undefined> {
  const { rows } = await pool.query<LetterFacts>({
    name: 'letter facts',
    text: `select c.id as claim, e."mailTo" as to, l.code, c.language, p.name as learner, v.meaning->'name' as badge, o.trial,
        (select m."platformId" from "Outbox" m where m."to" = 'mail:' || e.id and m."platformId" is not null order by m.seq limit 1) as first,
        coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'thumbnail', x.thumbnail)) from "Evidence" x
          where x."claimId" = c.id and x.state = 'kept' and x."removedAt" is null and c.audience is not null), '[]') as evidence
      from "Endorsement" e join "Claim" c on c.id = e."claimId" join "Person" p on p.id = c."personId"
        join "BadgeVersion" v on v.id = c."badgeVersionId" join "Organisation" o on o.id = c."organisationId"
        join "Link" l on l.subject = e.id::text and l.kind = 'endorse' and l."expiresAt" > $2::timestamptz
      where e.id = $1::uuid and ${OPEN} limit 1`,
    values: [request, now],
  })
  return rows[0]
}

export type Answered = {
  claim: string
  /** The request as it stands today: the one of the letter, or the one that took its place. */
  request: string
  to: string
  code: string
  language: Language
}

/** What a letter about `request` was an answer to. Undefined: that request is over, or was never a letter. */
export async function answeredRequest(pool: pg.Pool, request: string): Promise<Answered | undefined> {
  const { rows } = await pool.query<Answered>({
    name: 'answered request',
    text: `select c.id as claim, e.id as request, e."mailTo" as to, l.code, c.language
      from "Endorsement" asked join "Endorsement" e on e."claimId" = asked."claimId"
        and (e.id = asked.id or (e."endorserId" = asked."endorserId" and e."askedAt" > asked."askedAt"))
        join "Claim" c on c.id = e."claimId" join "Person" p on p.id = c."personId"
        join "Link" l on l.subject = e.id::text and l.kind = 'endorse'
      where asked.id = $1::uuid and ${OPEN} order by e."askedAt" desc limit 1`,
    values: [request],
  })
  return rows[0]
}

/** A request that is over, and that this account answered by letter: what can still be said to them. */
export async function overRequest(
  pool: pg.Pool,
  request: string,
  channel: string,
  externalId: string,
): Promise<Omit<LetterFacts, 'to'> | undefined> {
  const { rows } = await pool.query<Omit<LetterFacts, 'to'>>(
    `select c.id as claim, l.code, c.language, p.name as learner, v.meaning->'name' as badge, o.trial, null as first, '[]'::jsonb as evidence
     from "Endorsement" e join "Claim" c on c.id = e."claimId" join "Person" p on p.id = c."personId"
       join "BadgeVersion" v on v.id = c."badgeVersionId" join "Organisation" o on o.id = c."organisationId"
       join "Link" l on l.subject = e.id::text and l.kind = 'endorse'
       join "Account" a on a."personId" = e."endorserId" and a.channel = $2 and a."externalId" = $3
     where e.id = $1::uuid and p."erasedAt" is null limit 1`,
    [request, channel, externalId],
  )
  return rows[0]
}

/** Whether whoever has this account said that they want nothing. */
export async function wantsNothing(pool: pg.Pool, channel: string, externalId: string): Promise<boolean> {
  const { rows } = await pool.query(
    `select 1 from "Account" a join "Person" p on p.id = a."personId" where a.channel = $1 and a."externalId" = $2 and p."stoppedAt" is not null`,
    [channel, externalId],
  )
  return rows.length > 0
}

/** Requests whose reminder is due, the longest due first. Who is asked by letter and not known yet is where the learner is; at night they wait, and hold up nobody. */
export async function dueRequests(
  pool: pg.Pool,
  now: string,
  timeZone: string,
): Promise<{ claim: string; endorsement: string; at: string }[]> {
  const { rows } = await pool.query<{ claim: string; endorsement: string; at: Date }>(
    `select e."claimId" as claim, e.id as endorsement, e."remindAt" as at from "Endorsement" e join "Claim" c on c.id = e."claimId"
       join "Person" p on p.id = coalesce(e."endorserId", c."personId") ${HOME()}
     where e."remindAt" is not null and e."remindAt" <= $1::timestamptz and ${awake('$2')} order by e."remindAt" limit 200`,
    [now, await readClocks(pool, now, timeZone)],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/**
 * Erases addresses that are needed no more: the request is answered for good, withdrawn, undeliverable or too old, and nothing waits to be
 * sent there; with it, what was said back to the learner. « Pas encore » keeps it while its link lives: the same person is asked again.
 */
export async function forgetAddresses(pool: pg.Pool, now: string): Promise<void> {
  await pool.query(
    `with erased as (
       update "Endorsement" e set "mailTo" = null from "Claim" c
       where c.id = e."claimId" and e."mailTo" is not null
         and (e."withdrawnAt" is not null or e."mailProblem" is not null or c."withdrawnAt" is not null or c."expiredAt" is not null
           or (e."settledAt" is not null and e.verdict in ('yes', 'not-me'))
           -- who is asked for one more word once the badge is there still waits for their letter
           or exists(select 1 from "Issuance" i where i."claimId" = c.id and i.state = 'issued' and i."issuedAt" >= e."askedAt")
           or not exists(select 1 from "Link" l where l.subject = e.id::text and l."expiresAt" > $1::timestamptz))
         and not exists(select 1 from "Outbox" o where o."to" = 'mail:' || e.id and o."sentAt" is null and o.failure is null)
       returning c.id, c."personId")
     update "Outbox" o set body = jsonb_set(o.body, '{text}', '"…"') from erased
     where o."personId" = erased."personId" and o."sentAt" is not null
       and o.body->'choices'->0->>'data' = 'c.' || replace(erased.id::text, '-', '') || '.mail.yes'`,
    [now],
  )
  await pool.query(
    `update "Claim" c set "witnessMail" = null where c."witnessMail" is not null
       and (c."withdrawnAt" is not null or c."expiredAt" is not null or (jsonb_array_length(c.sendings) > 0 and c.sendings->-1->>'takenBackAt' is null)
         or c."touchedAt" < $1::timestamptz - interval '90 days')`,
    [now],
  )
}
