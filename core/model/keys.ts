// What tells the rows of a table apart: for writing them, and for holding them in memory.
import type { Rows, Table } from './rows.ts'

/** The primary key of each table. */
export const KEYS: { [T in Table]: (keyof Rows[T] & string)[] } = {
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
  Review: ['id'],
  Reading: ['personId'],
  ClaimCode: ['id'],
  Issuance: ['id'],
  AuditEvent: ['id'],
  Workshop: ['id'],
  Enrolment: ['workshopId', 'personId'],
  Nudge: ['personId', 'day'],
  Project: ['id'],
  Backpack: ['personId'],
}

/** What tells a row from the others of its table. */
export const keyOf = <T extends Table>(table: T, row: Rows[T]): string => KEYS[table].map((column) => row[column]).join(':')
