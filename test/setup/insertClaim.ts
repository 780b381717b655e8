import type { Database } from '../../core/data/database.ts'
import type { Meaning } from '../../core/model/badge.ts'
import type { ClaimTree, Rows, Table } from '../../core/model/rows.ts'

/** Puts rows into a table as they are. */
export async function insert<T extends Table>({ pool }: Database, table: T, rows: Rows[T][]): Promise<void> {
  await pool.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [JSON.stringify(rows)])
}

/** A learner with an account, their claim with all that belongs to it, and whatever it points to. */
export async function insertClaim(database: Database, claim: ClaimTree, meaning: Meaning, name = 'Awa Diallo'): Promise<void> {
  const { prisma } = database
  const { answers, evidence, consents, endorsements, decisions, issuances, ...row } = claim
  const { organisationId, structureId, badgeId, badgeVersionId, personId, openedAt } = row
  await prisma.organisation.upsert({ where: { id: organisationId }, create: { id: organisationId, name: 'Réseau Emploi' }, update: {} })
  if (structureId) {
    const structure = { id: structureId, name: 'Atelier Nord', organisationId }
    await prisma.structure.upsert({ where: { id: structureId }, create: structure, update: {} })
  }
  await prisma.badge.upsert({ where: { id: badgeId }, create: { id: badgeId, organisationId }, update: {} })
  const version = { id: badgeVersionId, badgeId, number: 1, meaning }
  await prisma.badgeVersion.upsert({ where: { id: badgeVersionId }, create: version, update: {} })
  await insertPerson(database, personId, name, openedAt)
  for (const { endorserId, name: who, askedAt } of endorsements) if (endorserId) await insertPerson(database, endorserId, who, askedAt)
  await insert(database, 'Claim', [row as ClaimTree])
  await insert(database, 'Answer', answers)
  await insert(database, 'Evidence', evidence)
  await insert(database, 'Consent', consents)
  await insert(database, 'Endorsement', endorsements)
  await insert(database, 'Decision', decisions)
  await insert(database, 'Issuance', issuances)
}

async function insertPerson({ prisma }: Database, id: string, name: string | null, at: string): Promise<void> {
  const person = { id, version: 1, name, nameConfirmed: true, language: 'fr', said: {}, createdAt: at }
  const account = { channel: 'telegram', externalId: `1-${id}`, chat: `1-${id}`, seenAt: at }
  await prisma.person.upsert({ where: { id }, create: { ...person, accounts: { create: account } }, update: {} })
}
