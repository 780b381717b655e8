// Builders: a whole claim as the database holds it, and what is made from it. Each test says only what matters to it.
import type { Badge, Meaning } from '../../../core/model/badge.ts'
import { type ClaimDocument, documentOf } from '../../../core/model/document.ts'
import type { ClaimTree, Endorsement, Evidence } from '../../../core/model/rows.ts'
import type { IssueDetails } from '../../../core/issuing/port.ts'

export const CLAIM = '0b0f2c9e-5d1b-4a39-9a52-0c8f6f2f7d11'
export const PHOTO_SHA = 'a'.repeat(64)
export const SHOWN = 'e'.repeat(64)

const level = (fr: string, en: string) => ({ fr, en })

export const meaning: Meaning = {
  badge: 'travailler-en-equipe',
  issuer: 'insertion-reseau',
  name: { fr: 'Je travaille en équipe', en: 'I work in a team' },
  description: { fr: 'Prendre sa part d’un travail à plusieurs.', en: 'Takes their part in shared work.' },
  criteria: [
    {
      id: 'aide',
      name: { fr: 'Demander de l’aide quand il faut', en: 'Ask for help when needed' },
      levels: [
        level('Pas encore', 'Not yet'),
        level('Avec de l’aide', 'With help'),
        level('Sans aide', 'Alone'),
        level('Je peux montrer', 'I can show'),
      ],
    },
  ],
  questions: [
    { id: 'ou', optional: true },
    { id: 'action', optional: true },
  ],
  evidence: { kinds: ['photo', 'voice'], min: 0, max: 10 },
  policy: { endorsements: 1, decision: 'none' },
  contact: 'none',
  achievementType: 'Badge',
  expires: 'P2Y',
}

export const badge: Pick<Badge, 'picture' | 'tags' | 'alignment'> = {
  picture: { colour: '#1f6f78', pictogram: 'team' },
  tags: ['équipe', 'entraide'],
  alignment: [{ targetName: 'Collaborer', targetUrl: 'https://example.org/competences/collaborer' }],
}

const answer = { claimId: CLAIM, level: null, skipped: false, through: 'telegram', source: '4242', supersededAt: null }

export const photo: Evidence = {
  id: '6f1d2c3b-0000-4000-8000-000000000001',
  claimId: CLAIM,
  prompt: 'evidence',
  kind: 'photo',
  caption: 'les plats',
  at: '2026-01-01T10:03:00.000Z',
  through: 'telegram',
  source: '4244',
  media: { channel: 'telegram', file: 'AgACAgQAAxkBAAPLATFORMFILE' },
  album: null,
  seconds: null,
  state: 'kept',
  refusal: null,
  mediaType: 'image/jpeg',
  size: 1234,
  sha256: PHOTO_SHA,
  sourceSha256: 'b'.repeat(64),
  file: 'unguessable.jpg',
  thumbnail: null,
  url: null,
  removedAt: null,
  projectId: null,
  originId: null,
}

export const voice: Evidence = {
  ...photo,
  id: '6f1d2c3b-0000-4000-8000-000000000002',
  prompt: 'q:action',
  kind: 'voice',
  caption: null,
  mediaType: 'audio/ogg',
  seconds: 41,
  sha256: 'c'.repeat(64),
}

export const tutor: Endorsement = {
  id: '7a000000-0000-4000-8000-000000000001',
  claimId: CLAIM,
  asked: 'tutor',
  askedAt: '2026-01-01T10:10:00.000Z',
  endorserId: '7b000000-0000-4000-8000-000000000001',
  boundAt: '2026-01-01T11:00:00.000Z',
  name: 'Paul Martin',
  role: 'Chef de cuisine',
  organisation: null,
  standing: 'declared',
  anonymous: false,
  channel: 'telegram',
  shownDigest: SHOWN,
  verdict: 'yes',
  comment: 'elle est top, toujours là pour les autres',
  unclear: null,
  at: '2026-01-01T11:05:00.000Z',
  settledAt: '2026-01-01T11:07:00.000Z',
  withdrawnAt: null,
  credential: null,
}

export function claimTree(changes: Partial<ClaimTree> = {}): ClaimTree {
  return {
    id: CLAIM,
    version: 9,
    personId: 'c0000000-0000-4000-8000-000000000001',
    organisationId: 'insertion-reseau',
    structureId: 'cuisine-solidaire',
    badgeId: 'travailler-en-equipe',
    badgeVersionId: 'x',
    token: 'secret-token-of-the-private-page',
    workshopId: null,
    projectId: null,
    witnessId: null,
    language: 'fr',
    openedAt: '2026-01-01T10:00:00.000Z',
    openedThrough: 'telegram',
    witness: 'tutor',
    audience: 'tutor',
    email: null,
    gatheredAt: '2026-01-01T10:04:00.000Z',
    narrative: 'Aux Restos du Cœur, on a préparé 80 repas.',
    digest: 'e'.repeat(64),
    approvedAt: '2026-01-01T10:08:00.000Z',
    sendings: [{ at: '2026-01-01T10:09:00.000Z', through: 'telegram' }],
    settledAt: '2026-01-01T10:11:00.000Z',
    withdrawnAt: null,
    expiredAt: null,
    revokedAt: null,
    revokedReason: null,
    sharedAt: null,
    remindAt: null,
    reminders: 0,
    touchedAt: '2026-01-01T11:07:00.000Z',
    answers: [
      {
        ...answer,
        id: 'a1',
        prompt: 'q:ou',
        asked: 'C’était où ?',
        text: 'au resto',
        at: '2026-01-01T10:01:00.000Z',
        supersededAt: '2026-01-01T10:02:00.000Z',
      },
      { ...answer, id: 'a2', prompt: 'q:ou', asked: 'C’était où ?', text: 'o restau du coeur', at: '2026-01-01T10:02:00.000Z' },
      { ...answer, id: 'a3', prompt: 'q:action', asked: 'Par quoi avez-vous commencé ?', text: null, at: '2026-01-01T10:02:30.000Z' },
      { ...answer, id: 'a4', prompt: 'f:action', asked: 'Et vous ?', text: null, skipped: true, at: '2026-01-01T10:02:40.000Z' },
      { ...answer, id: 'a5', prompt: 'c:aide', asked: 'Où en êtes-vous ?', text: 'Sans aide', level: 3, at: '2026-01-01T10:05:00.000Z' },
    ],
    evidence: [photo, voice],
    consents: [
      {
        id: 'k1',
        claimId: CLAIM,
        what: 'audience',
        choice: 'tutor',
        asked: 'Qui peut voir vos photos ?',
        at: '2026-01-01T10:07:00.000Z',
        through: 'telegram',
        endedAt: null,
      },
    ],
    endorsements: [tutor],
    decisions: [],
    issuances: [],
    ...changes,
  }
}

export const documentFrom = (changes: Partial<ClaimTree> = {}, more: Partial<Parameters<typeof documentOf>[0]> = {}): ClaimDocument =>
  documentOf({
    claim: claimTree(changes),
    meaning,
    badgeVersionNumber: 2,
    learnerName: 'Awa Diallo',
    issuerName: 'Réseau Tremplin',
    structure: { id: 'cuisine-solidaire', name: 'Cuisine solidaire' },
    workshop: null,
    project: null,
    publicUrl: 'https://badges.example.org',
    ...more,
  })

export const detailsFrom = (changes: Partial<IssueDetails> = {}): IssueDetails => ({
  organisation: 'insertion-reseau',
  meaning,
  badge,
  now: '2026-01-01T12:00:00.500Z',
  settledAt: '2026-01-01T11:07:00.000Z',
  statusIndex: 5,
  ...changes,
})
