// The words that we add to a credential, for whoever reads it in a wallet or on a page. Learners' and tutors' own words are never touched.
import type { EvidenceKind } from '../../model/badge.ts'
import type { Audience, Language } from '../../model/rows.ts'

type Who = { name: string | null; role: string | null; organisation: string | null; standing: 'declared' | 'verified' }

type Wording = {
  trial: string
  criteria: (names: string[]) => string
  selfAssessment: (criterion: string) => string
  /** What a group did together. */
  project: (context: string) => string
  evidence: Record<EvidenceKind, string>
  /** Who may see a piece of evidence. */
  audience: Record<Audience, string>
  private: string
  endorsement: (by: Who) => string
  confirmed: string
  onBehalf: (by: Who) => string
  shown: string
  shownDigest: string
}

const list = (names: string[]) => names.map((name) => `- ${name}`).join('\n')
const some = (...parts: (string | null)[]) => parts.filter(Boolean).join(', ')

export const WORDING: Record<Language, Wording> = {
  fr: {
    trial: '(essai)',
    criteria: (names) => `La personne sait\u00a0:\n\n${list(names)}`,
    selfAssessment: (criterion) => `Auto-évaluation\u00a0: ${criterion}`,
    project: (context) => `Projet de groupe\u00a0: «\u00a0${context}\u00a0».`,
    evidence: { photo: 'Photo', voice: 'Message vocal', video: 'Vidéo', document: 'Document', link: 'Lien' },
    audience: {
      tutor: 'La personne qui a confirmé',
      trainer: 'La personne qui a confirmé et l’équipe de formation',
      everyone: 'Tout le monde',
    },
    private: 'Cette preuve reste privée. Son empreinte permet de la reconnaître si elle est montrée.',
    endorsement: (by) => (by.name ? `Confirmation de ${by.name}` : 'Confirmation, sans le nom de la personne'),
    confirmed: 'Confirmé.',
    onBehalf: (by) =>
      `${some(by.name ?? 'Une personne qui n’a pas voulu donner son nom', by.role, by.organisation)}, a confirmé cette demande de badge. ${
        by.standing === 'verified' ? 'Son lien avec l’organisation a été vérifié.' : 'Son identité est déclarée, non vérifiée.'
      } La plateforme a signé cette confirmation de sa part.`,
    shown: 'Ce que la personne a lu avant de confirmer',
    shownDigest: 'Empreinte (SHA-256) du texte et des preuves qui ont été montrés.',
  },
  en: {
    trial: '(essai, trial)',
    criteria: (names) => `The person can:\n\n${list(names)}`,
    selfAssessment: (criterion) => `Self-assessment: ${criterion}`,
    project: (context) => `Group project: “${context}”.`,
    evidence: { photo: 'Photo', voice: 'Voice message', video: 'Video', document: 'Document', link: 'Link' },
    audience: { tutor: 'The person who confirmed', trainer: 'The person who confirmed, and the trainers', everyone: 'Everyone' },
    private: 'This piece of evidence stays private. Its digest recognises it where it is shown.',
    endorsement: (by) => (by.name ? `Confirmation by ${by.name}` : 'Confirmation, without the person’s name'),
    confirmed: 'Confirmed.',
    onBehalf: (by) =>
      `${some(by.name ?? 'A person who preferred not to give their name', by.role, by.organisation)}, confirmed this badge request. ${
        by.standing === 'verified' ? 'Their link with the organisation was verified.' : 'Their identity is declared, not verified.'
      } The platform signed this confirmation on their behalf.`,
    shown: 'What the person read before confirming',
    shownDigest: 'Digest (SHA-256) of the text and evidence that were shown.',
  },
}
