// A claim as a line of a table, for a spreadsheet.
import type { ClaimDocument } from '../../core/model/document.ts'
import { BYTE_ORDER_MARK, type Cell, line } from '../csv.ts'

const COLUMNS: Record<string, (claim: ClaimDocument) => Cell> = {
  id: (claim) => claim.id,
  status: (claim) => claim.status,
  since: (claim) => claim.timeline.at(-1)?.at,
  opened: (claim) => claim.timeline[0]?.at,
  badge: (claim) => claim.badge.id,
  badgeName: (claim) => claim.badge.name,
  badgeVersion: (claim) => claim.badge.version,
  issuer: (claim) => claim.badge.issuer.name,
  structure: (claim) => claim.badge.structure?.name,
  learner: (claim) => claim.learner.name,
  email: (claim) => (claim.learner.contact && 'email' in claim.learner.contact ? claim.learner.contact.email : null),
  language: (claim) => claim.learner.language,
  narrative: (claim) => claim.narrative?.text,
  answers: (claim) => claim.answers.map(({ asked, text, level }) => `${asked} ${text ?? level ?? ''}`.trim()).join('\n'),
  evidence: (claim) => claim.evidence.length,
  confirmedBy: (claim) =>
    claim.endorsements
      .filter((e) => e.verdict === 'yes')
      .map(who)
      .join('\n'),
  comments: (claim) => claim.endorsements.flatMap((e) => e.comment ?? []).join('\n'),
  decision: (claim) => claim.decision?.outcome,
  reason: (claim) => claim.decision?.reason,
  credential: (claim) => claim.issuances.find((issuance) => issuance.state === 'issued')?.url,
}

const who = ({ by }: ClaimDocument['endorsements'][number]): string => [by.name ?? '?', by.role].filter(Boolean).join(', ')

export const CSV_HEAD = `${BYTE_ORDER_MARK}${line(Object.keys(COLUMNS))}`

export const csvLine = (claim: ClaimDocument): string => line(Object.values(COLUMNS).map((column) => column(claim)))
