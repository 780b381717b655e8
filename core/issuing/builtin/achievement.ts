// What the badge means, in Open Badges' words: an Achievement, and the learner's self-assessment as its Results.
// https://www.imsglobal.org/spec/ob/v3p0/ (Achievement, ResultDescription, Result)
import type { ClaimDocument } from '../../model/document.ts'
import type { IssueDetails } from '../port.ts'
import type { IssuingOrganisation } from './organisation.ts'
import { criteriaOf, WORDING } from './wording.ts'

export type Achievement = { id: string; name: string; description: string; [property: string]: unknown }

/** Stable for a version of a badge: the fragment of the issuer's page. */
export const achievementId = (claim: ClaimDocument, publicUrl: string): string =>
  `${publicUrl}/issuer#${claim.badge.id}-${claim.badge.version}`

/** A trial's badge says so in its name, wherever it ends up. */
export const badgeName = (claim: ClaimDocument, organisation: IssuingOrganisation): string =>
  organisation.trial ? `${claim.badge.name} ${WORDING[claim.learner.language].trial}` : claim.badge.name

export function achievementOf(
  claim: ClaimDocument,
  { meaning, badge }: IssueDetails,
  organisation: IssuingOrganisation,
  publicUrl: string,
): Achievement {
  const language = claim.learner.language
  const id = achievementId(claim, publicUrl)
  const name = badgeName(claim, organisation)
  return {
    id,
    type: ['Achievement'],
    achievementType: meaning.achievementType,
    name,
    description: meaning.description[language],
    criteria: { narrative: criteriaOf(meaning, language) },
    creator: { id: organisation.url, type: ['Profile'], name: organisation.name, url: organisation.url },
    image: { id: `${publicUrl}/b/${uuidOf(claim)}.png`, type: 'Image', caption: name },
    inLanguage: language,
    version: String(claim.badge.version),
    ...(badge.tags.length > 0 && { tag: badge.tags }),
    ...(badge.alignment.length > 0 && { alignment: badge.alignment.map((alignment) => ({ type: ['Alignment'], ...alignment })) }),
    ...(meaning.criteria.length > 0 && {
      resultDescription: meaning.criteria.map((criterion) => ({
        id: `${id}-${criterion.id}`,
        type: ['ResultDescription'],
        name: WORDING[language].selfAssessment(criterion.name[language]),
        resultType: 'RubricCriterionLevel',
        rubricCriterionLevel: criterion.levels.map((level, index) => ({
          id: levelId(id, criterion.id, index + 1),
          type: ['RubricCriterionLevel'],
          name: level[language],
          level: String(index + 1),
        })),
      })),
    }),
  }
}

/** The level that the learner gave themself for each criterion that they answered. */
export function resultsOf(claim: ClaimDocument, { meaning }: IssueDetails, publicUrl: string) {
  const id = achievementId(claim, publicUrl)
  return meaning.criteria.flatMap((criterion) => {
    const level = claim.answers.findLast((answer) => answer.question === criterion.id && answer.level !== null)?.level
    if (!level) return []
    return [{ type: ['Result'], resultDescription: `${id}-${criterion.id}`, achievedLevel: levelId(id, criterion.id, level) }]
  })
}

const levelId = (achievement: string, criterion: string, level: number): string => `${achievement}-${criterion}-${level}`

/** A claim's bare id, as it stands in addresses. */
export const uuidOf = (claim: ClaimDocument): string => claim.id.slice('urn:uuid:'.length)
