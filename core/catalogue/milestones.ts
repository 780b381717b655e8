// A milestone groups badges of its issuer, and asks for no more of them than there are. One that is a badge itself has these instead of
// questions, criteria and evidence; every other badge has all three.
import { type Badge, isClaimable, type IssuerFile } from '../model/badge.ts'
import { error } from '../model/plainLanguage/finding.ts'
import { checkRepeats, type Placed } from './consistency.ts'
import type { Parsed } from './read.ts'
import type { Path } from './source.ts'

/** `broken`: badges whose files could not be read, and which are told of there. */
export function checkMilestones({ milestones = [] }: IssuerFile, badges: Parsed<Badge>[], broken: string[]): Placed[] {
  return [
    ...checkRepeats(
      milestones.map(({ id }) => id),
      ['milestones'],
      'milestone',
      badges.flatMap(({ value }) => (isClaimable(value) ? [] : [value.id])),
    ),
    ...milestones.flatMap((milestone, n) => checkSet(milestone, ['milestones', n], badges, broken)),
  ]
}

/** What a badge's file lacks, or has too much of. */
export function checkGroups(badge: Badge, badges: Parsed<Badge>[], broken: string[]): Placed[] {
  const { groups, criteria, questions, evidence } = badge
  const told = { criteria: criteria.length, questions: questions.length, evidence: evidence ? 1 : 0 }
  if (groups)
    return [
      ...checkSet(groups, ['groups'], badges, broken),
      ...Object.entries(told).flatMap(([key, count]): Placed[] =>
        count > 0 ? [[[key], error('milestone', `${key} beside groups`, 'a milestone asks nothing: leave them out')]] : [],
      ),
    ]
  return Object.entries(told).flatMap(([key, count]): Placed[] => {
    const least = LEAST[key as keyof typeof LEAST]
    return count < least
      ? [
          [
            [key],
            error(
              count ? 'schema' : 'missing',
              `${key}: ${count || 'missing'}`,
              `at least ${least}, or groups where the badge is a milestone`,
            ),
          ],
        ]
      : []
  })
}

const LEAST = { criteria: 1, questions: 2, evidence: 1 }

type Grouped = { badges: string[]; need?: number | undefined }

function checkSet({ badges, need = 0 }: Grouped, path: Path, all: Parsed<Badge>[], broken: string[]): Placed[] {
  const known = all.flatMap(({ value }) => (isClaimable(value) ? [value.id] : []))
  return [
    ...badges.flatMap((id, at): Placed[] =>
      known.includes(id) || broken.includes(id)
        ? []
        : [[[...path, 'badges', at], error('milestone', `no badge "${id}" at this issuer`, `one of ${known.join(', ')}`)]],
    ),
    ...(new Set(badges).size < badges.length
      ? [[[...path, 'badges'], error('milestone', 'names a badge twice', 'each once')] satisfies Placed]
      : []),
    ...(need > badges.length
      ? [[[...path, 'need'], error('milestone', `asks for ${need} of ${badges.length}`, 'at most as many as there are')] satisfies Placed]
      : []),
  ]
}
