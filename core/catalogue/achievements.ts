// The catalogue for others: each badge as Open Badges 3.0 Achievements, one a language, that name each other as related.
// https://www.imsglobal.org/spec/ob/v3p0/ (Achievement, Related, ResultDescription). Questions stay here: they are how one talks about it.
import { WORDING } from '../issuing/builtin/wording.ts'
import type { Badge, IssuerFile } from '../model/badge.ts'
import type { Language } from '../model/rows.ts'

const LANGUAGES: Language[] = ['fr', 'en']

/** `publicUrl`: without trailing slash; addresses of achievements begin with it. */
export function achievementsOf(badge: Badge, issuer: IssuerFile, publicUrl: string): object[] {
  const idOf = (language: Language) => `${publicUrl}/issuer${language === 'fr' ? '' : `?lang=${language}`}#${badge.id}`
  return LANGUAGES.map((language) => {
    const id = idOf(language)
    const criteria = badge.criteria.map(({ name }) => name[language])
    return {
      id,
      type: ['Achievement'],
      achievementType: badge.achievementType,
      name: badge.name[language],
      description: badge.description[language],
      criteria: { narrative: WORDING[language].criteria(criteria) },
      creator: { id: issuer.url, type: ['Profile'], name: issuer.name, url: issuer.url },
      inLanguage: language,
      ...(badge.tags.length > 0 && { tag: badge.tags }),
      ...(badge.alignment.length > 0 && { alignment: badge.alignment.map((one) => ({ type: ['Alignment'], ...one })) }),
      related: LANGUAGES.filter((other) => other !== language).map((other) => ({ id: idOf(other), type: ['Related'], inLanguage: other })),
      resultDescription: badge.criteria.map((criterion) => ({
        id: `${id}-${criterion.id}`,
        type: ['ResultDescription'],
        name: WORDING[language].selfAssessment(criterion.name[language]),
        resultType: 'RubricCriterionLevel',
        rubricCriterionLevel: criterion.levels.map((level, n) => ({
          id: `${id}-${criterion.id}-${n + 1}`,
          type: ['RubricCriterionLevel'],
          name: level[language],
          level: String(n + 1),
        })),
      })),
    }
  })
}
