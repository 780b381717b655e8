// A claim in a few paragraphs, for platforms whose badges have one text field for it. The learner's own words, as they approved them, and
// who confirmed; never evidence, never an address.
import type { ClaimDocument } from '../model/document.ts'
import type { Language } from '../model/rows.ts'

type Wording = { project: (context: string) => string; confirmed: (by: string) => string; somebody: string; accepted: string }

const WORDING: Record<Language, Wording> = {
  fr: {
    project: (context) => `Projet de groupe\u00a0: «\u00a0${context}\u00a0».`,
    confirmed: (by) => `Confirmé par ${by}.`,
    somebody: 'une personne qui a vu ce travail',
    accepted: 'Accepté par l’équipe de formation.',
  },
  en: {
    project: (context) => `Group project: “${context}”.`,
    confirmed: (by) => `Confirmed by ${by}.`,
    somebody: 'a person who saw this work',
    accepted: 'Accepted by the trainers.',
  },
}

/** Paragraphs with an empty line between them; nothing in them is read as HTML or Markdown, whatever was written. */
export function summaryOf(claim: ClaimDocument): string {
  const words = WORDING[claim.learner.language]
  const confirmed = claim.endorsements
    .filter(({ verdict }) => verdict === 'yes')
    .map(({ by }) => words.confirmed([by.name ?? words.somebody, by.role, by.organisation].filter(Boolean).join(', ')))
  return [
    claim.project ? words.project(claim.project.context) : '',
    claim.narrative?.text ?? '',
    ...new Set(confirmed),
    claim.decision?.outcome === 'accepted' ? words.accepted : '',
  ]
    .filter(Boolean)
    .map(inert)
    .join('\n\n')
}

/** Entities mean the same in HTML and in Markdown. */
const inert = (text: string): string => text.replace(/[&<>[\]*_`#\\]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A claim's bare id, as platforms keep it. */
export const claimIdOf = (claim: Pick<ClaimDocument, 'id'>): string => claim.id.slice('urn:uuid:'.length)

/** The address that the learner agreed to pass on. */
export const emailOf = ({ learner }: ClaimDocument): string | undefined =>
  learner.contact && 'email' in learner.contact ? learner.contact.email : undefined
