import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { type ClaimDocument, claimJsonSchema } from '../../../core/model/document.ts'
import type { ClaimTree } from '../../../core/model/rows.ts'
import { claimTree, documentFrom, meaning, photo, tutor } from '../issuing/claim.ts'

const isClaim = addFormats.default(new Ajv.default({ strict: false })).compile(claimJsonSchema)

describe('the claim as a document', () => {
  test('has the keys of the contract, and validates against the schema that is served', () => {
    const document = documentFrom()
    expect(Object.keys(document)).toEqual([
      'id',
      'status',
      'badge',
      'learner',
      'answers',
      'narrative',
      'evidence',
      'endorsements',
      'decision',
      'consent',
      'workshop',
      'timeline',
      'issuances',
    ])
    expect(isClaim(JSON.parse(JSON.stringify(document))), JSON.stringify(isClaim.errors)).toBe(true)
    expect(isClaim({ ...document, platformId: 42 })).toBe(false)
  })

  test('holds current answers only, each with its recordings and its level', () => {
    expect(documentFrom().answers).toEqual([
      { question: 'ou', asked: 'C’était où ?', text: 'o restau du coeur', media: [], transcript: null, level: null },
      {
        question: 'action',
        asked: 'Par quoi avez-vous commencé ?',
        text: null,
        media: [{ id: '6f1d2c3b-0000-4000-8000-000000000002', kind: 'voice', mediaType: 'audio/ogg', seconds: 41 }],
        transcript: null,
        level: null,
      },
      { question: 'aide', asked: 'Où en êtes-vous ?', text: 'Sans aide', media: [], transcript: null, level: 3 },
    ])
  })

  test('lets out no platform id, no private token and no file name', () => {
    const text = JSON.stringify(documentFrom({ audience: 'everyone' }))
    for (const secret of ['4242', '4244', 'PLATFORMFILE', 'secret-token', 'unguessable', claimTree().personId, tutor.endorserId!]) {
      expect(text).not.toContain(secret)
    }
  })

  test('links evidence only where everyone may see it; what was removed or refused is not there', () => {
    expect(documentFrom().evidence.map(({ consent, url }) => ({ consent, url }))).toEqual([
      { consent: 'tutor', url: null },
      { consent: 'tutor', url: null },
    ])
    expect(documentFrom({ audience: 'everyone', evidence: [photo] }).evidence[0]?.url).toBe(
      `https://badges.example.org/b/${photo.claimId}/evidence/${photo.id}`,
    )
    expect(
      documentFrom({
        evidence: [
          { ...photo, removedAt: photo.at },
          { ...photo, state: 'refused' },
        ],
      }).evidence,
    ).toEqual([])
  })

  test('gives the address by consent, else its salted hash', () => {
    const email = 'awa@example.org'
    const consent = {
      id: 'k2',
      claimId: photo.claimId,
      what: 'email' as const,
      choice: 'yes',
      asked: '?',
      at: photo.at,
      through: 'web',
      endedAt: null,
    }
    const contactHash = { hash: 'f'.repeat(64), salt: 'sel' }
    expect(documentFrom({ email, consents: [consent] }, { contactHash }).learner.contact).toEqual({ email })
    expect(documentFrom({ email, consents: [{ ...consent, endedAt: photo.at }] }, { contactHash }).learner.contact).toEqual(contactHash)
    expect(documentFrom({ email, consents: [] }).learner.contact).toBeNull()
    expect(documentFrom({ email: '' }, { contactHash }).learner.contact).toBeNull()
  })

  test('names an endorser only when they agreed, and tells a verdict only when its undo time is over', () => {
    const [anonymous, unsettled] = documentFrom({
      endorsements: [
        { ...tutor, anonymous: true, organisation: 'Resto' },
        { ...tutor, id: '7a000000-0000-4000-8000-000000000002', settledAt: null },
        { ...tutor, id: '7a000000-0000-4000-8000-000000000003', withdrawnAt: tutor.at },
      ],
    }).endorsements as [ClaimDocument['endorsements'][number], ClaimDocument['endorsements'][number]]
    expect(anonymous.by).toEqual({ name: null, role: 'Chef de cuisine', organisation: null, standing: 'declared' })
    expect(anonymous.verdict).toBe('yes')
    expect(unsettled).toMatchObject({ verdict: null, comment: null, at: null })
    expect(documentFrom({ endorsements: [{ ...tutor, withdrawnAt: tutor.at }] }).endorsements).toEqual([])
  })

  test('a draft is whole too', () => {
    const draft = documentFrom(
      { sendings: [], narrative: null, digest: null, approvedAt: null, audience: null, endorsements: [], structureId: null },
      { structure: null, learnerName: null },
    )
    expect(draft).toMatchObject({ status: 'draft', narrative: null, timeline: [{ status: 'draft', through: 'telegram' }] })
  })
})

describe('the timeline', () => {
  const statuses = (changes: Partial<ClaimTree>, policy = meaning.policy) =>
    documentFrom(changes, { meaning: { ...meaning, policy } }).timeline.map(({ status, through }) => `${status} ${through ?? '-'}`)

  test('tells every change, when and through what', () => {
    const issuance = {
      id: 'i',
      claimId: photo.claimId,
      backend: 'builtin',
      state: 'issued' as const,
      reference: '5',
      url: null,
      credential: null,
      document: null,
      error: null,
      statusIndex: 5,
    }
    const timeline = documentFrom({
      issuances: [{ ...issuance, at: '2026-01-01T11:07:01.000Z', issuedAt: '2026-01-01T11:07:02.000Z' }],
      revokedAt: '2026-02-01T00:00:00.000Z',
    }).timeline
    expect(timeline).toEqual([
      { status: 'draft', at: '2026-01-01T10:00:00.000Z', through: 'telegram' },
      { status: 'sent', at: '2026-01-01T10:09:00.000Z', through: 'telegram' },
      { status: 'endorsed', at: '2026-01-01T11:07:00.000Z', through: 'telegram' },
      { status: 'issued', at: '2026-01-01T11:07:02.000Z', through: null },
      { status: 'revoked', at: '2026-02-01T00:00:00.000Z', through: null },
    ])
  })

  test('what one commit says is told in order: endorsed, then forwarded', () => {
    const issuance = {
      id: 'i',
      claimId: photo.claimId,
      backend: 'webhook',
      reference: null,
      url: null,
      credential: null,
      document: null,
      error: null,
      statusIndex: null,
    }
    expect(statuses({ issuances: [{ ...issuance, state: 'forwarded', at: tutor.settledAt!, issuedAt: null }] })).toEqual([
      'draft telegram',
      'sent telegram',
      'endorsed telegram',
      'forwarded -',
    ])
  })

  test('taken back, sent again, to complete, sent again, accepted', () => {
    const decision = { claimId: photo.claimId, by: null, byName: 'Fatou Ndiaye', reason: null, through: 'web' }
    expect(
      statuses(
        {
          sendings: [
            { at: '2026-01-01T10:09:00.000Z', through: 'telegram', takenBackAt: '2026-01-01T10:09:30.000Z' },
            { at: '2026-01-01T10:20:00.000Z', through: 'telegram' },
            { at: '2026-01-03T10:00:00.000Z', through: 'web' },
          ],
          endorsements: [],
          decisions: [
            { ...decision, id: 'd1', outcome: 'to-complete', at: '2026-01-02T10:00:00.000Z' },
            { ...decision, id: 'd2', outcome: 'accepted', at: '2026-01-04T10:00:00.000Z' },
          ],
        },
        { endorsements: 0, decision: 'trainer' },
      ),
    ).toEqual(['draft telegram', 'sent telegram', 'draft telegram', 'sent telegram', 'to-complete web', 'sent web', 'accepted web'])
  })

  test('a « pas encore » counts when its undo time is over', () => {
    expect(statuses({ endorsements: [{ ...tutor, verdict: 'not-yet' }] })).toEqual([
      'draft telegram',
      'sent telegram',
      'to-complete telegram',
    ])
    expect(statuses({ endorsements: [{ ...tutor, verdict: 'not-yet', settledAt: null }] })).toEqual(['draft telegram', 'sent telegram'])
  })
})
