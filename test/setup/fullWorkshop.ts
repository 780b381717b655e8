// A workshop in which many people on many phones have begun and nobody has finished, as rows: nobody waits for a thousand conversations.
import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Person } from '../fakes/telegram/index.ts'

const ISSUER = 'insertion-reseau'
const BADGE = 'travailler-en-equipe'
export const STRUCTURE = 'atelier-plein'
export const NAME = 'Grand atelier'

/** The catalogue must be in the database. `nudgeAt`: when the nudge leaves by itself, if there is a `trainer` to be told. Resolves to the workshop's id. */
export async function fullWorkshop(
  client: Pick<pg.Pool, 'query'>,
  phones: Person[],
  { nudgeAt = '2036-01-01T00:00:00Z', trainer }: { nudgeAt?: string; trainer?: Person } = {},
): Promise<string> {
  const at = new Date(Date.now() - 3600_000).toISOString()
  const put = (table: string, rows: object[]) =>
    client.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1) on conflict do nothing`, [
      JSON.stringify(rows),
    ])
  const workshop = randomUUID()
  const { rows } = await client.query<{ id: string }>('select id from "BadgeVersion" where "badgeId" = $1', [BADGE])
  const people = phones.map((phone) => ({ phone, id: randomUUID(), claim: randomUUID() }))
  const everybody = trainer ? [...people, { phone: trainer, id: randomUUID() }] : people
  // each of them pressed Start once, long ago
  for (const { phone } of everybody) phone.chat.open = true
  await put('Structure', [{ id: STRUCTURE, name: 'Atelier Plein', organisationId: ISSUER, createdAt: at }])
  await put(
    'Person',
    everybody.map(({ id, phone }) => ({
      ...{ id, version: 1, name: `${phone.user.first_name} Diallo`, nameConfirmed: true, language: 'fr' },
      ...{ said: {}, structureId: STRUCTURE, createdAt: at, seenAt: at },
    })),
  )
  await put(
    'Account',
    everybody.map(({ id, phone }) => ({ channel: 'telegram', externalId: `${phone.id}`, personId: id, chat: `${phone.id}`, seenAt: at })),
  )
  if (trainer) await put('Membership', [{ personId: everybody.at(-1)!.id, structureId: STRUCTURE, role: 'trainer', since: at }])
  await put('Workshop', [
    {
      ...{
        id: workshop,
        version: 1,
        structureId: STRUCTURE,
        organisationId: ISSUER,
        openedBy: everybody.at(-1)!.id,
        name: NAME,
        badges: [BADGE],
      },
      ...{
        code: randomBytes(24).toString('base64url'),
        openedAt: at,
        endsAt: nudgeAt,
        followUps: [],
        nudgeAt,
        nudges: 0,
        cancelled: 0,
        boards: [],
      },
    },
  ])
  await put(
    'Enrolment',
    people.map(({ id }) => ({ workshopId: workshop, personId: id, at, through: 'telegram' })),
  )
  await put(
    'Claim',
    people.map(({ id, claim }) => ({
      ...{
        id: claim,
        version: 1,
        personId: id,
        organisationId: ISSUER,
        structureId: STRUCTURE,
        badgeId: BADGE,
        badgeVersionId: rows[0]!.id,
      },
      ...{ token: randomBytes(24).toString('base64url'), language: 'fr', openedAt: at, openedThrough: 'telegram', sendings: [] },
      ...{ reminders: 0, touchedAt: at, workshopId: workshop },
    })),
  )
  return workshop
}
