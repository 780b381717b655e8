// Makes the badges of a house of pages real: signed by an issuer with keys, revoked where the claim says so.
import { loadDocumentSource } from '../../../core/data/claims.ts'
import type { Issuer } from '../../../core/issuing/builtin/index.ts'
import { documentOf } from '../../../core/model/document.ts'
import { badge } from '../../core/issuing/claim.ts'
import type { House } from './house.ts'

const NOW = '2026-11-10T15:03:00.000Z'

export function issuesWith(house: House, issuer: Issuer) {
  const { prisma, site } = house
  const revoked = async () =>
    (await prisma.issuance.findMany({ where: { statusIndex: { not: null }, claim: { revokedAt: { not: null } } } })).map(
      (i) => i.statusIndex!,
    )
  Object.assign(site.issuer, {
    didDocument: issuer.didDocument,
    profile: issuer.profile,
    names: async () => (await issuer.names()).map((name) => [name, 'real'] as const),
    organisation: async (id: string) => (id === issuer.organisation.id ? issuer.organisation : undefined),
    statusList: async (id: string) => issuer.statusList(id, await revoked(), new Date().toISOString()),
  })
  let next = 1
  /** Signs the badge of a claim that the seed calls issued. */
  return async (claimId: string, expires?: string) => {
    const source = (await loadDocumentSource(prisma, claimId, site.publicUrl))!
    const meaning = { ...source.meaning, expires }
    const statusIndex = next++
    const details = { organisation: 'reseau', meaning, badge, now: NOW, settledAt: NOW, statusIndex }
    const { credential } = await issuer.issue(documentOf(source), details)
    await prisma.issuance.updateMany({ where: { claimId }, data: { credential: credential as object, statusIndex } })
    return credential
  }
}
