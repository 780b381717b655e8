// Two structures of one organisation, and one of another. In the one: a trainer, a learner with a claim that waits, with evidence, a
// tutor's word, a project and a workshop. Everybody else is a stranger to all of it.
import { randomBytes, randomUUID } from 'node:crypto'
import { claimOf, evidenceOf, insert, invitation, learner, workshop } from '../followUpSeed.ts'
import { openCast, type Speaker } from '../people.ts'
import { type Journey, openJourney } from '../world.ts'

const AT = '2026-11-10T10:00:00.000Z'

/** Nothing that a stranger reads may hold one of these. */
export const SECRETS =
  /Awa|Diallo|Léa|Roux|Atelier Nord|Cuisine cachée|mots à moi|projet caché|voix cachée|lune|déjà décid.*Awa|jeton-cache|atelier-nord/i

export type Stranger = { who: string; speaker: Speaker; id: string }

export type Town = Awaited<ReturnType<typeof openTown>>

const role = async (journey: Journey, person: Speaker, structure: string, kind: 'trainer' | 'tutor' | 'issuer') => {
  await person.starts(await invitation(journey, structure, kind as 'trainer'))
  await person.taps('Oui')
}

export async function openTown() {
  const journey = await openJourney()
  await journey.rows(`insert into "Structure" (id, name, "organisationId") values
    ('atelier-nord', 'Atelier Nord', 'centre-formation'), ('atelier-sud', 'Atelier Sud', 'centre-formation'), ('ailleurs', 'Ailleurs', 'insertion-reseau')`)
  const cast = openCast(journey)
  const [lea, awa] = [cast.person('F', 'Léa Roux'), cast.person('L', 'Awa Diallo')]
  const [max, ida, ben, tom, zoe] = ['Max Blanc', 'Ida Vue', 'Ben Ali', 'Tom Noir', 'Zoé Vert'].map((name) => cast.person('L', name)) as [
    Speaker,
    Speaker,
    Speaker,
    Speaker,
    Speaker,
  ]
  const idOf = async ({ phone }: Speaker) =>
    (await journey.rows<{ id: string }>('select "personId" as id from "Account" where "externalId" = $1', [String(phone.id)]))[0]!.id

  await role(journey, lea, 'atelier-nord', 'trainer')
  await role(journey, max, 'atelier-sud', 'trainer')
  await role(journey, ida, 'ailleurs', 'issuer')
  await role(journey, tom, 'atelier-sud', 'tutor')
  for (const one of [awa, ben, zoe]) await one.says('bonjour')
  const [leaId, awaId, benId] = await Promise.all([lea, awa, ben].map(idOf))
  await journey.rows(`update "Person" set "structureId" = 'atelier-sud', "seenAt" = now() where id = $1`, [benId])
  await journey.rows(`update "Person" set "structureId" = 'atelier-nord', "seenAt" = now() where id = $1`, [awaId])

  const group = await workshop(journey, 'atelier-nord', 'Cuisine cachée', [awaId!, await learner(journey, 'Awa Autre', 'atelier-nord')])
  await journey.rows(`update "Workshop" set "openedBy" = $1, spoken = 'lune 42' where id = $2`, [leaId, group])
  const southern = await workshop(journey, 'atelier-sud', 'Jardin', [benId!])
  const claim = await claimOf(journey, awaId!, 'atelier-nord', {
    narrative: 'Des mots à moi.',
    token: `jeton-cache-${'x'.repeat(20)}`,
    workshopId: group,
    digest: 'd',
  })
  const own = await claimOf(journey, benId!, 'atelier-sud', { workshopId: southern, narrative: 'Mon jardin.' })
  const pieces = await evidenceOf(journey, claim)
  const endorsement = randomUUID()
  await insert(journey, 'Endorsement', [
    {
      id: endorsement,
      claimId: claim,
      asked: 'tutor',
      askedAt: AT,
      name: 'Voix cachée',
      standing: 'declared',
      anonymous: false,
      shownDigest: 'd',
      unclear: 'voix cachée',
    },
  ])
  const project = randomUUID()
  const codes = Object.fromEntries(
    [
      'workshop',
      'project',
      'badge',
      'endorse',
      'roster',
      'trainer-page',
      'trainer-session',
      'channel',
      'both-sides',
      'first-side',
      'claim-code',
    ].map((kind) => [kind, randomBytes(16).toString('hex')]),
  )
  await insert(journey, 'Project', [
    {
      id: project,
      structureId: 'atelier-nord',
      workshopId: group,
      badgeId: 'decouvrir-le-marche-du-travail',
      openedBy: leaId,
      context: 'Un projet caché',
      language: 'fr',
      code: codes.project,
      openedAt: AT,
    },
  ])
  const made = randomUUID()
  await insert(journey, 'ClaimCode', [
    {
      id: made,
      code: codes['claim-code'],
      spoken: 'lune panda 42',
      badgeId: 'decouvrir-le-marche-du-travail',
      structureId: 'atelier-nord',
      madeBy: leaId,
      madeByName: 'Léa Roux',
      madeAt: AT,
      endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
  ])
  await insert(journey, 'Review', [
    {
      id: 'review-cache',
      claimId: claim,
      by: randomUUID(),
      byName: 'Voix cachée',
      outcome: 'refused',
      reason: 'voix cachée',
      at: new Date().toISOString(),
      through: 'telegram',
    },
  ])
  const listed = await learner(journey, 'Awa Liste', 'atelier-nord')
  const subjects: Record<string, string> = {
    workshop: group,
    project,
    badge: 'decouvrir-le-marche-du-travail',
    endorse: endorsement,
    roster: listed,
    'trainer-page': leaId!,
    'trainer-session': leaId!,
    channel: awaId!,
    'both-sides': awaId!,
    'first-side': leaId!,
    'claim-code': made,
  }
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  await insert(
    journey,
    'Link',
    Object.entries(codes).map(([kind, code]) => {
      const structureId = ['trainer-page', 'trainer-session', 'channel', 'both-sides', 'first-side'].includes(kind) ? null : 'atelier-nord'
      return { code, kind, subject: subjects[kind], structureId, createdAt: AT, expiresAt, usedBy: kind === 'first-side' ? awaId : null }
    }),
  )

  const strangers: Stranger[] = []
  for (const [who, speaker] of [
    ['a trainer of another structure', max],
    ['an issuer of another organisation', ida],
    ['a learner', ben],
    ['a tutor', tom],
    ['somebody of no structure', zoe],
  ] as const)
    strangers.push({ who, speaker, id: await idOf(speaker) })
  return { journey, cast, lea, awa, leaId: leaId!, awaId: awaId!, group, claim, pieces, endorsement, project, codes, made, own, strangers }
}

/** Every row that belongs to others, and whatever was said to people of the one structure. `by`: who may leave traces of their own. */
export async function kept({ journey }: Town, ...by: string[]): Promise<Set<string>> {
  const of = (table: string, where: string) => `select '${table} ' || to_jsonb(x)::text as row from "${table}" x where ${where}`
  const claims = `x."claimId" in (select id from "Claim" where "personId" <> all($1::uuid[]))`
  const parts = [
    of('Person', `x.id <> all($1::uuid[])`),
    of('Account', `x."personId" <> all($1::uuid[])`),
    of('Membership', `true`),
    of('Link', `x.subject <> all($1::text[])`),
    // a trainer who opens a claim of their own structure has it for some minutes: its version tells
    `select 'Claim ' || (to_jsonb(x) - case when x."structureId" = 'atelier-sud' then 'version' else '' end)::text as row from "Claim" x where x."personId" <> all($1::uuid[])`,
    ...['Answer', 'Evidence', 'Consent', 'Endorsement', 'Decision', 'Review', 'Issuance'].map((table) => of(table, claims)),
    of('Workshop', `x."structureId" <> 'atelier-sud' or x.name = 'Jardin'`),
    of('Enrolment', `true`),
    of('Nudge', `true`),
    of('ClaimCode', `true`),
    of('Reading', `x."personId" <> all($1::uuid[])`),
    of('Project', `(x."openedBy" is null or x."openedBy" <> all($1::uuid[]))`),
    of('Outbox', `x."personId" in (select p.id from "Person" p where p."structureId" = 'atelier-nord' and p.id <> all($1::uuid[]))`),
  ]
  const found = await journey.rows<{ row: string }>(parts.join(' union all '), [by])
  return new Set(found.map(({ row }) => row))
}

/** What is not as it was. */
export const changed = (before: Set<string>, after: Set<string>): string[] => [...before.symmetricDifference(after)]
