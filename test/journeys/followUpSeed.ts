// Rows for the follow-up page: structures with learners, claims at every stage, a workshop and its nudges.
import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { openFolder } from '../../core/evidence/folder.ts'
import type { Claim, Evidence } from '../../core/model/rows.ts'
import { photo } from '../core/evidence/files.ts'
import { bars, page, tone } from '../core/evidence/playable.ts'
import type { Journey } from './world.ts'

export const BADGE = 'decouvrir-le-marche-du-travail'

export const insert = (journey: Journey, table: string, rows: Record<string, unknown>[]) =>
  journey.rows(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [JSON.stringify(rows)])

const AT = '2026-11-10T10:00:00.000Z'

/** A learner without any account. */
export async function learner(journey: Journey, name: string | null, structureId: string): Promise<string> {
  const id = randomUUID()
  const person = { id, version: 1, name, nameConfirmed: true, language: 'fr', said: {}, structureId, createdAt: AT, seenAt: AT }
  await insert(journey, 'Person', [person])
  return id
}

export async function claimOf(
  journey: Journey,
  personId: string,
  structureId: string,
  changes: Partial<Claim> & { answers?: string[] } = {},
) {
  const { answers = [], ...rest } = changes
  const [version] = await journey.rows<{ id: string }>('select id from "BadgeVersion" where "badgeId" = $1', [BADGE])
  const id = randomUUID()
  const claim = {
    id,
    version: 1,
    personId,
    organisationId: 'centre-formation',
    structureId,
    badgeId: BADGE,
    badgeVersionId: version!.id,
    token: randomBytes(24).toString('base64url'),
    language: 'fr',
    openedAt: AT,
    openedThrough: 'telegram',
    audience: 'trainer',
    narrative: 'J’ai visité une entreprise. J’ai posé des questions au chef.',
    sendings: [{ at: '2026-11-11T10:00:00.000Z', through: 'telegram' }],
    reminders: 0,
    touchedAt: AT,
    ...rest,
  }
  await insert(journey, 'Claim', [claim])
  const said = answers.map((prompt) => ({
    id: randomUUID(),
    claimId: id,
    prompt,
    asked: '?',
    text: 'oui',
    skipped: false,
    at: AT,
    through: 'telegram',
  }))
  if (said.length > 0) await insert(journey, 'Answer', said)
  return id
}

/** Has the badge, and may be asked for help there. */
export async function helper(journey: Journey, name: string, structureId: string): Promise<void> {
  const claimId = await claimOf(journey, await learner(journey, name, structureId), structureId)
  await insert(journey, 'Issuance', [{ id: randomUUID(), claimId, backend: 'trial', state: 'issued', at: AT, issuedAt: AT }])
  const consent = { what: 'found', choice: structureId, asked: 'On peut vous demander ?', at: AT, through: 'telegram' }
  await insert(journey, 'Consent', [{ id: randomUUID(), claimId, ...consent }])
}

type Kind = 'photo' | 'voice' | 'video' | 'document'

/** A photo, a voice note, a film and a PDF, in the evidence store as if they had come through a chat. */
export async function evidenceOf(journey: Journey, claimId: string): Promise<Record<Kind, string>> {
  const store = await openFolder(path.join(journey.dataDir, 'evidence'))
  const pieces = [
    { kind: 'photo', mediaType: 'image/jpeg', bytes: await photo(640, 480) },
    { kind: 'voice', mediaType: 'audio/ogg', bytes: tone },
    { kind: 'video', mediaType: 'video/mp4', bytes: bars },
    { kind: 'document', mediaType: 'application/pdf', bytes: page('What I did on Thursday') },
  ] as const
  const ids: Record<string, string> = {}
  for (const { kind, mediaType, bytes } of pieces) {
    const file = randomBytes(16).toString('hex')
    await store.put(file, bytes, mediaType)
    const id = randomUUID()
    ids[kind] = id
    const row: Partial<Evidence> = { id, claimId, prompt: 'evidence', kind, at: AT, through: 'telegram', state: 'kept', mediaType, file }
    await insert(journey, 'Evidence', [{ ...row, size: bytes.length, sha256: 'a'.repeat(64) }])
  }
  return ids as Record<Kind, string>
}

export async function workshop(journey: Journey, structureId: string, name: string, people: string[]): Promise<string> {
  const id = randomUUID()
  const row = {
    id,
    version: 1,
    structureId,
    organisationId: 'centre-formation',
    openedBy: randomUUID(),
    name,
    badges: [BADGE],
    code: randomBytes(24).toString('base64url'),
    spoken: `lune ${randomBytes(3).toString('hex')}`,
    openedAt: AT,
    endsAt: '2026-11-10T12:00:00.000Z',
    followUps: [1, 7],
    nudgeAt: '2036-11-17T09:00:00.000Z',
    nudges: 1,
    cancelled: 0,
    boards: [],
    // its nudges stay as they are here
    pausedAt: AT,
  }
  await insert(journey, 'Workshop', [row])
  await insert(
    journey,
    'Enrolment',
    people.map((personId) => ({ workshopId: id, personId, at: AT, through: 'telegram' })),
  )
  const nudge = (personId: string, outcome: string | null) => ({
    id: randomUUID(),
    workshopId: id,
    personId,
    round: 0,
    day: '2026-11-10',
    plannedAt: AT,
    outcome,
  })
  await insert(
    journey,
    'Nudge',
    people.slice(0, 3).map((personId, n) => nudge(personId, ['told', 'done', null][n] ?? null)),
  )
  return id
}

/** The role, as an invitation gives it. */
export async function invitation(journey: Journey, structureId: string, kind: 'trainer' | 'issuer' | 'tutor' = 'trainer'): Promise<string> {
  const code = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  await insert(journey, 'Link', [{ code, kind, subject: structureId, structureId, createdAt: AT, expiresAt }])
  return code
}
