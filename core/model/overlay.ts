// A structure's own practice laid over a badge: more questions, examples of its trade. The badge's meaning stays (contract).
import type { Badge, Catalogue, Issuer } from './badge.ts'

/** The badge as this structure asks for it, and its issuer; undefined when the catalogue has no such badge. A structure that adapts nothing changes nothing. */
export function badgeFor(catalogue: Catalogue, badgeId: string, structureId: string | null): { badge: Badge; issuer: Issuer } | undefined {
  const found = catalogue.badge(badgeId)
  if (!found) return undefined
  const { badge, issuer } = found
  const overlay = issuer.structures.find(({ id }) => id === structureId)?.badges[badgeId]
  if (!overlay) return found
  const questions = badge.questions.map((question) => {
    const example = overlay.examples[question.id]
    return example ? { ...question, example } : question
  })
  const evidence = overlay.evidenceExample && badge.evidence ? { ...badge.evidence, example: overlay.evidenceExample } : badge.evidence
  return { badge: { ...badge, questions: [...questions, ...overlay.questions], evidence }, issuer }
}
