// What must hold after any fault, asked of the database itself.
import type pg from 'pg'
import { expect } from 'vitest'
import type { FakeTelegram } from '../fakes/telegram/index.ts'
import type { Learner } from './learner.ts'

/** Whatever Telegram was told is taken, is taken. */
export async function nothingAcknowledgedIsLost(client: pg.Client | pg.Pool, telegram: FakeTelegram): Promise<void> {
  const keys = telegram.updates.acknowledgedIds().map((id) => `telegram:${telegram.bot.id}:${id}`)
  const { rows } = await client.query(
    'select key from unnest($1::text[]) key where not exists (select 1 from "Inbound" i where i.key = key)',
    [keys],
  )
  expect(rows).toEqual([])
}

/** One claim each, sent once; every answer there, none twice. */
export async function everyClaimIsWhole(client: pg.Client | pg.Pool, learners: Learner[]): Promise<void> {
  const people = learners.map(({ phone }) => String(phone.id))
  const { rows: claims } = await client.query(
    `select a."externalId" as person, count(c.id)::int as claims, coalesce(sum(jsonb_array_length(c.sendings)), 0)::int as sendings
     from "Account" a left join "Claim" c on c."personId" = a."personId" where a."externalId" = any($1) group by 1`,
    [people],
  )
  expect(claims.toSorted(byPerson)).toEqual(people.map((person) => ({ person, claims: 1, sendings: 1 })).toSorted(byPerson))

  const { rows: doubled } = await client.query(
    `select "claimId", prompt from "Answer" where "supersededAt" is null and prompt ~ '^[qfc]:' group by 1, 2 having count(*) > 1`,
  )
  expect(doubled).toEqual([])

  const { rows: answers } = await client.query<{ text: string }>('select text from "Answer" where text is not null')
  const words = new Set(answers.flatMap(({ text }) => text.split(/\s+/)))
  expect(learners.flatMap(({ told }) => told).filter((mark) => !words.has(mark))).toEqual([])
}

/** Nothing waits, nothing failed, and what was sent was received. */
export async function everyMessageArrived(client: pg.Client | pg.Pool, learners: Learner[]): Promise<void> {
  await expect
    .poll(async () => (await client.query('select id, "to", "nextAt" from "Outbox" where "sentAt" is null and failure is null')).rows, {
      timeout: 10_000,
    })
    .toEqual([])
  const { rows } = await client.query<{ to: string; text: string; failure: string | null }>(
    `select "to", body->>'text' as text, failure from "Outbox"`,
  )
  expect(rows.filter(({ failure }) => failure)).toEqual([])
  const read = new Map(learners.map(({ phone }) => [`telegram:${phone.id}`, phone.messages().map(({ text }) => text)]))
  expect(rows.filter(({ to, text }) => read.has(to) && !read.get(to)!.some((shown) => shown.startsWith(text.trim())))).toEqual([])
}

const byPerson = (a: { person: string }, b: { person: string }): number => a.person.localeCompare(b.person)
