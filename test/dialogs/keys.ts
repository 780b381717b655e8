import type { Table } from '../../core/model/rows.ts'

/** The primary key of each table. */
export const KEYS: Record<Table, string[]> = {
  Person: ['id'],
  Account: ['channel', 'externalId'],
  Membership: ['personId', 'structureId', 'role'],
  Link: ['code'],
  Claim: ['id'],
  Answer: ['id'],
  Evidence: ['id'],
  Consent: ['id'],
  Endorsement: ['id'],
  Decision: ['id'],
  Issuance: ['id'],
  AuditEvent: ['id'],
  Workshop: ['id'],
  Enrolment: ['workshopId', 'personId'],
  Nudge: ['personId', 'day'],
}
