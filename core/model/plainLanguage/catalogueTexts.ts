// Every text of a badge, an issuer or a structure, with where it stands and how it reaches people.
import type { Badge, EvidenceRule, IssuerFile, Localized, Question, Reasons, StructureFile } from '../badge.ts'

/**
 * `asks`, `orders`, `says`: messages to learners. `label`: on a button. `phrase`: one line of a list that learners read.
 * `criterion`: a phrase that the program finishes with « : où en êtes-vous ? ». `example`: in a learner's voice.
 * `prose`: for employers, outside the conversation.
 */
export type Role = 'asks' | 'orders' | 'says' | 'label' | 'phrase' | 'criterion' | 'example' | 'prose'

export type CatalogueText = { path: (string | number)[]; text: Localized; role: Role; prompts?: boolean }

/** `prompts`: opens a step, so it comes behind « Question 2 sur 6. » in one message. */
export function textsOfBadge(badge: Badge): CatalogueText[] {
  return [
    { path: ['name'], text: badge.name, role: 'phrase' },
    { path: ['summary'], text: badge.summary, role: 'phrase' },
    { path: ['description'], text: badge.description, role: 'prose' },
    ...badge.questions.flatMap((question, n) => textsOfQuestion(question, ['questions', n])),
    ...textsOfEvidence(badge.evidence),
    ...textsOfReasons(badge.reasons),
    ...badge.criteria.flatMap((criterion, n): CatalogueText[] => [
      { path: ['criteria', n, 'name'], text: criterion.name, role: 'criterion', prompts: true },
      ...criterion.levels.map((text, level): CatalogueText => ({ path: ['criteria', n, 'levels', level], text, role: 'phrase' })),
    ]),
  ]
}

function textsOfQuestion(question: Question, path: (string | number)[]): CatalogueText[] {
  return [
    ...question.ask.map((text, n): CatalogueText => ({ path: [...path, 'ask', n], text, role: 'asks', prompts: true })),
    ...optional(question.again, [...path, 'again'], 'says'),
    ...optional(question.example, [...path, 'example'], 'example'),
    ...optional(question.followUp, [...path, 'followUp'], 'asks'),
  ]
}

function textsOfEvidence(evidence: EvidenceRule): CatalogueText[] {
  return [
    { path: ['evidence', 'ask'], text: evidence.ask, role: 'orders', prompts: true },
    ...optional(evidence.example, ['evidence', 'example'], 'example'),
  ]
}

/** A learner reads them as what a trainer answered. */
const textsOfReasons = (reasons: Reasons | undefined): CatalogueText[] =>
  (['complete', 'refuse'] as const).flatMap((which) =>
    (reasons?.[which] ?? []).map((text, n): CatalogueText => ({ path: ['reasons', which, n], text, role: 'says' })),
  )

export function textsOfIssuer(issuer: IssuerFile): CatalogueText[] {
  return [
    { path: ['description'], text: issuer.description, role: 'prose' },
    ...issuer.stages.map(({ name }, n): CatalogueText => ({ path: ['stages', n, 'name'], text: name, role: 'label' })),
    ...Object.entries(issuer.faq).flatMap(([key, text]) => optional(text, ['faq', key], 'says')),
  ]
}

export function textsOfStructure(structure: StructureFile): CatalogueText[] {
  const overlays = Object.entries(structure.badges).flatMap(([id, overlay]) => [
    ...overlay.questions.flatMap((question, n) => textsOfQuestion(question, ['badges', id, 'questions', n])),
    ...Object.entries(overlay.examples).map(
      ([question, text]): CatalogueText => ({ path: ['badges', id, 'examples', question], text, role: 'example' }),
    ),
    ...optional(overlay.evidenceExample, ['badges', id, 'evidenceExample'], 'example'),
  ])
  return [...textsOfReasons(structure.reasons), ...overlays]
}

const optional = (text: Localized | undefined, path: (string | number)[], role: Role): CatalogueText[] =>
  text ? [{ path, text, role }] : []
