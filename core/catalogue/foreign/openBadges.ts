// Badges from a JSON of Open Badges: 3.0 achievements and credentials, 2.0 badge classes and assertions, alone or in a list.
// https://www.imsglobal.org/spec/ob/v3p0/ (Achievement), https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/ (BadgeClass)
import { z } from 'zod'
import { BadgeId } from '../../model/badge.ts'
import type { Language } from '../../model/rows.ts'
import { type ForeignBadge, guessLanguage, languageOf, otherLanguage } from './badge.ts'
import { plainText, pointsOf } from './plainText.ts'

const many = <Schema extends z.ZodType>(schema: Schema) => z.union([z.array(schema), schema.transform((one) => [one])])
const Text = z.string().trim().min(1)

const Alignment = z.object({
  targetName: Text,
  targetUrl: z.url(),
  targetFramework: z.string().optional(),
  targetCode: z.string().optional(),
})
const Level = z.object({ name: Text, level: z.string().optional() })
const Result = z.object({ name: z.string().optional(), rubricCriterionLevel: z.array(Level).optional() })

/** What 2.0 and 3.0 have in common; `tags` is 2.0's word for `tag`. */
const Described = z.object({
  type: many(z.string()),
  id: z.string().optional(),
  name: Text,
  description: Text,
  criteria: z.union([z.string(), z.object({ id: z.string().optional(), narrative: z.string().optional() })]).optional(),
  image: z.union([z.string(), z.object({ id: z.string() })]).optional(),
  alignment: many(z.unknown()).optional(),
  tag: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  inLanguage: z.string().optional(),
  '@language': z.string().optional(),
  achievementType: z.string().optional(),
  resultDescription: z.array(Result).optional().catch(undefined),
  related: many(z.object({ id: z.string() })).optional(),
})
type Described = z.infer<typeof Described>

export type Read = { badges: ForeignBadge[] /** What was there and is none. */; refused: string[] }

export function readOpenBadges(json: unknown, source: string): Read {
  const refused: string[] = []
  const described = [json].flat().flatMap((one, n): Described[] => {
    const found = describedIn(one)
    if (typeof found === 'string') {
      refused.push(`${source}[${n + 1}]: ${found}`)
      return []
    }
    return [found]
  })
  return { badges: merged(described, source, refused), refused }
}

/** The achievement or badge class in whatever this is; a text: why there is none. */
function describedIn(one: unknown): Described | string {
  if (typeof one !== 'object' || one === null) return 'is no badge'
  const object = one as { credentialSubject?: unknown; badge?: unknown }
  const [subject] = [object.credentialSubject].flat()
  const inner = (subject as { achievement?: unknown } | undefined)?.achievement ?? object.badge ?? one
  if (typeof inner === 'string') return `names its badge by ${inner}: import that address`
  const parsed = Described.safeParse(inner)
  if (!parsed.success) return `is no badge (${parsed.error.issues.map(({ path }) => path.join('.') || 'it').join(', ')})`
  return parsed.data.type.some((type) => type === 'Achievement' || type === 'BadgeClass')
    ? parsed.data
    : 'is neither an Achievement nor a BadgeClass'
}

/** Achievements that say of each other that they are related, in another language, are one badge; what is in none of ours is taken last. */
function merged(all: Described[], source: string, refused: string[]): ForeignBadge[] {
  const badges: { badge: ForeignBadge; ids: Set<string>; place: number }[] = []
  const foreignLast = [...all.entries()].toSorted(([, a], [, b]) => Number(isOther(a)) - Number(isOther(b)))
  for (const [n, one] of foreignLast) {
    const other = otherLanguage(said(one))
    const language = languageOf(said(one)) ?? guessLanguage(`${one.name} ${one.description}`)
    const ids = [one.id, ...(one.related ?? []).map(({ id }) => id)].filter((id) => id !== undefined)
    const related = badges.filter((known) => ids.some((id) => known.ids.has(id)))
    if (other && related.length) {
      refused.push(`${source}[${n + 1}]: its texts are in ${other}, and the same badge is here in another language`)
      continue
    }
    const known = related.find(({ badge }) => !badge.texts[language])
    const target = known ?? { badge: begin(one, `${source}[${n + 1}]`), ids: new Set(), place: n }
    for (const id of ids) target.ids.add(id)
    if (other) target.badge.otherLanguage = other
    say(target.badge, one, language)
    if (!known) badges.push(target)
  }
  return badges.toSorted((a, b) => a.place - b.place).map(({ badge }) => badge)
}

const said = (one: Described): string | undefined => one.inLanguage ?? one['@language']
const isOther = (one: Described): boolean => otherLanguage(said(one)) !== undefined

const begin = (one: Described, place: string): ForeignBadge => ({
  from: one.id ?? place,
  id: BadgeId.safeParse(one.id?.split('#')[1]).data,
  texts: {},
  criteria: {},
  levels: [],
  tags: one.tag ?? one.tags ?? [],
  alignment: (one.alignment ?? []).flatMap((entry) => Alignment.safeParse(entry).data ?? []),
  achievementType: one.achievementType,
  image: typeof one.image === 'string' ? one.image : one.image?.id,
})

function say(badge: ForeignBadge, one: Described, language: Language): void {
  badge.texts[language] = { name: plainText(one.name).replaceAll('\n', ' '), description: plainText(one.description).replaceAll('\n', ' ') }
  const narrative = typeof one.criteria === 'string' ? one.criteria : (one.criteria?.narrative ?? one.criteria?.id)
  const rubrics = (one.resultDescription ?? []).filter(({ rubricCriterionLevel }) => rubricCriterionLevel?.length === 4)
  const whole = plainText(narrative ?? '')
  badge.criteria[language] = { items: pointsOf(whole), whole }
  for (const [n, { rubricCriterionLevel }] of rubrics.entries())
    badge.levels[n] = { ...badge.levels[n], [language]: rubricCriterionLevel!.map(({ name }) => name) }
}
