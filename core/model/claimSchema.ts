// The claim as it leaves the program: exports, issuing backends, /schemas/claim-1.json. Its keys are a promise (contract: « The claim »).
import { z } from 'zod'
import { EvidenceKind } from './badge.ts'
import { STATUSES } from './status.ts'

const Time = z.iso.datetime()
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const URN = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const Audience = z.enum(['tutor', 'trainer', 'everyone'])
const Verdict = z.enum(['yes', 'not-yet', 'no', 'not-me'])

/** A person's address, where they agreed to give it; otherwise only what recognises it: `hash` is hex SHA-256 of e-mail followed by salt. */
export const Contact = z.union([z.strictObject({ email: z.string() }), z.strictObject({ hash: Sha256, salt: z.string().min(1) })])

const AnswerMedia = z.strictObject({
  /** The entry of `evidence[]` that holds the file's digests. */
  id: z.guid(),
  kind: EvidenceKind,
  mediaType: z.string().nullable(),
  /** Length of a recording. */
  seconds: z.number().int().nonnegative().nullable(),
})

const Answer = z.strictObject({
  /** The question's or the criterion's id in the catalogue; `f:ID` answers the follow-up to question ID, `more:N` was added at the end, `part` is the own part in `project`. */
  question: z.string().min(1),
  /** The wording as it was asked. */
  asked: z.string(),
  /** Verbatim. */
  text: z.string().nullable(),
  media: z.array(AnswerMedia),
  transcript: z.string().nullable(),
  /** Self-assessment of a criterion, 1 (not yet) to 4 (can show others). */
  level: z.number().int().min(1).max(4).nullable(),
})

const Evidence = z.strictObject({
  id: z.guid(),
  kind: EvidenceKind,
  mediaType: z.string().nullable(),
  /** Bytes of the file kept. */
  size: z.number().int().nonnegative().nullable(),
  /** Of the file kept, location data removed. */
  sha256: Sha256.nullable(),
  /** Of the bytes received. */
  sourceSha256: Sha256.nullable(),
  caption: z.string().nullable(),
  /** Who may see it. */
  consent: Audience.nullable(),
  /** Only where everyone may see it. */
  url: z.url().nullable(),
})

const Endorsement = z.strictObject({
  id: z.guid(),
  by: z.strictObject({
    /** null: not said, or answered without their name. */
    name: z.string().nullable(),
    role: z.string().nullable(),
    organisation: z.string().nullable(),
    standing: z.enum(['declared', 'verified']),
  }),
  channel: z.string().nullable(),
  /** null: waiting, or still within the undo time. */
  verdict: Verdict.nullable(),
  comment: z.string().nullable(),
  /** SHA-256 of what the endorser was shown. */
  shownDigest: z.string().nullable(),
  at: Time.nullable(),
  credential: z.record(z.string(), z.unknown()).nullable(),
})

export const claimSchema = z.strictObject({
  id: z.string().regex(URN),
  status: z.enum(STATUSES),
  badge: z.strictObject({
    id: z.string().min(1),
    version: z.number().int().positive(),
    name: z.string().min(1),
    issuer: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
    structure: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }).nullable(),
  }),
  learner: z.strictObject({ name: z.string().nullable(), contact: Contact.nullable(), language: z.enum(['fr', 'en']) }),
  answers: z.array(Answer),
  narrative: z.strictObject({ text: z.string(), digest: z.string(), approvedAt: Time }).nullable(),
  evidence: z.array(Evidence),
  endorsements: z.array(Endorsement),
  decision: z
    .strictObject({
      by: z.string().nullable(),
      outcome: z.enum(['accepted', 'to-complete', 'refused']),
      reason: z.string().nullable(),
      at: Time,
    })
    .nullable(),
  consent: z.strictObject({
    audience: Audience.nullable(),
    /** The address may be passed on. */
    email: z.boolean(),
    /** The badge is public. */
    share: z.boolean(),
    /** What the learner was asked, in which words, and what they said, ended consents included. */
    given: z.array(
      z.strictObject({ what: z.string(), choice: z.string(), asked: z.string(), at: Time, through: z.string(), endedAt: Time.nullable() }),
    ),
  }),
  workshop: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** What a group did together, where this claim tells one part of it. */
  project: z.strictObject({ id: z.guid(), context: z.string().min(1) }).optional(),
  /** The badges that a milestone rests on; `id`: of each badge's own claim and credential. */
  restsOn: z.array(z.strictObject({ id: z.string().regex(URN), badge: z.string().min(1), name: z.string().min(1) })).optional(),
  timeline: z.array(z.strictObject({ status: z.enum(STATUSES), at: Time, through: z.string().nullable() })),
  issuances: z.array(
    z.strictObject({
      backend: z.string(),
      state: z.enum(['waiting', 'forwarded', 'issued', 'failed', 'unknown']),
      reference: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
})
export type ClaimDocument = z.infer<typeof claimSchema>

/** What `/schemas/claim-1.json` serves: JSON Schema 2020-12. */
export const claimJsonSchema = {
  title: 'Déclic claim, version 1',
  ...z.toJSONSchema(claimSchema, { target: 'draft-2020-12' }),
}
