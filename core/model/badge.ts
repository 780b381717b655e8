// A badge as issuers write it (catalogue/<issuer>/badges/<id>.yaml) and as claims pin it.
// Wordings (`name`, `ask`, `example`…) are looked up in today's catalogue by id; meaning is pinned: see `meaningOf`.
import { z } from 'zod'
import { BACKENDS, type BackendName } from './backends.ts'
import { CAPACITIES } from './rows.ts'
import { timeZoneNamed } from './timeZones.ts'

/** A text in every language that the issuer speaks; `fr` is always there. `fr-tu`: the familiar form, where it differs. */
export const Localized = z.strictObject({ fr: z.string().min(1), en: z.string().min(1), 'fr-tu': z.string().min(1).optional() })
export type Localized = z.infer<typeof Localized>

export const BadgeId = z.string().regex(/^[a-z0-9-]{1,56}$/, 'lower-case letters, digits and hyphens, 1 to 56')
const PartId = z.string().regex(/^[a-z0-9-]{1,20}$/, 'lower-case letters, digits and hyphens, 1 to 20')

/** Where in the reflection a question stands (chat-ux: the pattern of a claim; Rebo's levels). */
export const Step = z.enum(['fact', 'action', 'result', 'feeling', 'learned', 'next'])

export const Question = z.strictObject({
  id: PartId,
  step: Step,
  /** One wording or several of the same question; the second claim of a person gets another one. The last sentence ends with "?". */
  ask: z.array(Localized).min(1).max(4),
  /** Other words, after "je ne comprends pas". */
  again: Localized.optional(),
  example: Localized.optional(),
  /** Asked once when the answer is thin. */
  followUp: Localized.optional(),
  /** May be skipped: true unless said otherwise. */
  optional: z.boolean().default(true),
})
export type Question = z.infer<typeof Question>

export const EvidenceKind = z.enum(['photo', 'voice', 'video', 'document', 'link'])
export type EvidenceKind = z.infer<typeof EvidenceKind>

export const EvidenceRule = z.strictObject({
  /** The request, as an order: « Envoyez une photo ou un vocal… ». */
  ask: Localized,
  example: Localized.optional(),
  kinds: z.array(EvidenceKind).min(1).default(['photo', 'voice', 'video', 'document', 'link']),
  /** 0: may be skipped. */
  min: z.number().int().min(0).max(5).default(0),
  max: z.number().int().min(1).max(20).default(10),
})
export type EvidenceRule = z.infer<typeof EvidenceRule>

export const Criterion = z.strictObject({
  id: PartId,
  /** What one does, in plain words: « Demander de l'aide quand il faut ». */
  name: Localized,
  /** Four behaviours, from « pas encore » to « je peux montrer ». */
  levels: z.tuple([Localized, Localized, Localized, Localized]),
})
export type Criterion = z.infer<typeof Criterion>

export const Policy = z.strictObject({
  /** How many people must have confirmed. */
  endorsements: z.number().int().min(0).max(5).default(1),
  /** At least one of them in one of these roles. */
  roles: z.array(z.enum(CAPACITIES)).min(1).max(3).optional(),
  /**
   * trainer: a trainer decides. code: whoever has the code of the event is accepted at once, and a trainer decides on the others.
   * automatic: accepted as soon as the endorsements and the evidence that this badge asks for are there.
   */
  decision: z.enum(['none', 'trainer', 'code', 'automatic']).default('none'),
  /** Several trainers instead of one, where trainers decide. */
  jury: z
    .strictObject({
      /** How many; a structure with fewer trainers asks those whom it has. */
      reviewers: z.number().int().min(2).max(7),
      /** decides: their words are the decision. advises: one trainer decides, and has read them. */
      says: z.enum(['decides', 'advises']).default('decides'),
      /** After so many days those who have answered count. */
      days: z.number().int().min(1).max(60).default(7),
    })
    .optional(),
})
export type Policy = z.infer<typeof Policy>

/** A trainer's decision is waited for; with a code it may have been made beforehand. */
export const isForTrainers = ({ decision }: Pick<Policy, 'decision'>): boolean => decision === 'trainer' || decision === 'code'

/** Sentences that trainers of this badge, or of this structure, often need. */
export const Reasons = z.strictObject({ complete: z.array(Localized).max(4).default([]), refuse: z.array(Localized).max(4).default([]) })
export type Reasons = z.infer<typeof Reasons>

export const Alignment = z.strictObject({
  targetName: z.string(),
  targetUrl: z.url(),
  targetFramework: z.string().optional(),
  targetCode: z.string().optional(),
})
export type Alignment = z.infer<typeof Alignment>

export const Picture = z.strictObject({
  /** The ground of the badge, `#rrggbb`; the text on it must stay readable. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** A pictogram's name (core/issuing/builtin/pictograms.ts). */
  pictogram: z.string(),
})

export const Badge = z.strictObject({
  id: BadgeId,
  name: Localized,
  /** One sentence, on lists: what the person can do. */
  summary: Localized,
  /** For employers and for the credential. */
  description: Localized,
  /** A stage of the issuer. */
  stage: PartId,
  criteria: z.array(Criterion).min(1).max(4),
  questions: z.array(Question).min(2).max(8),
  evidence: EvidenceRule,
  policy: Policy.default({ endorsements: 1, decision: 'none' }),
  /** Ready-made sentences for a decision, in the learner's words; they are offered before the usual ones. */
  reasons: Reasons.optional(),
  /** The issuing backend, when it is not the one of `ISSUER`. */
  backend: z.enum(BACKENDS).optional(),
  /** Under which id a platform keeps this badge, where it keeps badges of its own. Neither meaning nor wording: looked up when it is issued. */
  backendIds: z.strictObject({ openbadgefactory: z.string().min(1).optional(), badgr: z.string().min(1).optional() }).optional(),
  /** email: the issuing platform sends the badge by e-mail, so the learner is asked for an address (with a way out). */
  contact: z.enum(['none', 'email']).default('none'),
  achievementType: z.string().default('Badge'),
  tags: z.array(z.string()).default([]),
  alignment: z.array(Alignment).default([]),
  /** How long the badge is good for, ISO 8601 duration in years or months: P2Y, P6M. */
  expires: z
    .string()
    .regex(/^P\d+[YM]$/)
    .optional(),
  picture: Picture,
})
export type Badge = z.infer<typeof Badge>

/** Answers to what everybody asks (chat-ux). */
export const Faq = z.strictObject({ diploma: Localized, purpose: Localized, audience: Localized, cost: Localized, spelling: Localized })
export type Faq = z.infer<typeof Faq>

/** A name of the internet, as it stands behind the @: lower case, no sub-domains meant by it. */
const Domain = z
  .string()
  .regex(/^(?=.{4,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/, 'a domain such as chantier.example.org')
const Tenant = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'the id of a tenant: 8-4-4-4-12 hexadecimal digits, lower case')

/** Whoever answers from there belongs to this organisation: name none in which learners have an address or an account. */
const itsOwn = {
  domains: z.array(Domain).min(1).max(20).optional(),
  tenants: z.array(Tenant).min(1).max(20).optional(),
}

/** Badges that together say more than each: so many of them, or all. */
export const Milestone = z.strictObject({
  id: PartId,
  name: Localized,
  badges: z.array(BadgeId).min(2).max(30),
  /** How many of them; all unless said otherwise. */
  need: z.number().int().min(1).optional(),
  /** A registered certification that this set leads towards; it is never said to be worth as much. */
  opensTowards: z.strictObject({ name: z.string().min(1), url: z.url({ protocol: /^https$/ }) }).optional(),
})
export type Milestone = z.infer<typeof Milestone>

/** catalogue/<issuer>/issuer.yaml */
export const IssuerFile = z.strictObject({
  /** At most 30 characters: it travels in buttons. */
  id: z.string().regex(/^[a-z0-9-]{1,30}$/, 'lower-case letters, digits and hyphens, 1 to 30'),
  name: z.string().min(1),
  url: z.url(),
  email: z.email().optional(),
  description: Localized,
  /** How learners are spoken to in French. */
  address: z.enum(['vous', 'tu']).default('vous'),
  stages: z.array(z.strictObject({ id: PartId, name: Localized })).min(1),
  faq: Faq.partial().default({}),
  ...itsOwn,
  milestones: z.array(Milestone).optional(),
})
export type IssuerFile = z.infer<typeof IssuerFile>

/** catalogue/<issuer>/structures/<structure>.yaml: may add questions, examples and hints; never changes meaning. */
export const StructureFile = z.strictObject({
  id: BadgeId,
  name: z.string().min(1),
  /** Where its people are, when that is not where the installation is (`TIME_ZONE`). */
  timeZone: z.string().refine(timeZoneNamed, 'a time zone such as Indian/Reunion').optional(),
  ...itsOwn,
  /** Ready-made sentences for a decision on any badge. */
  reasons: Reasons.optional(),
  /** Where badges go that travel by e-mail, for learners who have no address and say yes to this one. */
  email: z.email().optional(),
  badges: z
    .record(
      BadgeId,
      z.strictObject({
        /** Asked after the badge's own questions. */
        questions: z.array(Question).default([]),
        /** Question id → example of this trade. */
        examples: z.record(PartId, Localized).default({}),
        evidenceExample: Localized.optional(),
      }),
    )
    .default({}),
})
export type StructureFile = z.infer<typeof StructureFile>

export type Issuer = IssuerFile & { badges: Badge[]; structures: StructureFile[] }

/** Everything on disk, read once at start; immutable. */
export type Catalogue = { issuers: Issuer[]; badge: (id: string) => { badge: Badge; issuer: Issuer } | undefined }

/** What a claim pins when it is opened. A change of it makes a new version; a change of wording does not. */
export type Meaning = {
  badge: string
  issuer: string
  name: Localized
  description: Localized
  criteria: { id: string; name: Localized; levels: Localized[] }[]
  questions: { id: string; optional: boolean }[]
  evidence: { kinds: EvidenceKind[]; min: number; max: number }
  policy: Policy
  backend?: BackendName
  contact: 'none' | 'email'
  achievementType: string
  expires?: string
}

export const meaningOf = (badge: Badge, issuer: { id: string }): Meaning => ({
  badge: badge.id,
  issuer: issuer.id,
  name: badge.name,
  description: badge.description,
  criteria: badge.criteria.map(({ id, name, levels }) => ({ id, name, levels })),
  questions: badge.questions.map(({ id, optional }) => ({ id, optional })),
  evidence: { kinds: badge.evidence.kinds, min: badge.evidence.min, max: badge.evidence.max },
  policy: badge.policy,
  backend: badge.backend,
  contact: badge.contact,
  achievementType: badge.achievementType,
  expires: badge.expires,
})
