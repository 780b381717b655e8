// A milestone groups badges of its issuer, and asks for no more of them than there are.
import type { Badge, IssuerFile } from '../model/badge.ts'
import { error } from '../model/plainLanguage/finding.ts'
import { checkRepeats, type Placed } from './consistency.ts'
import type { Parsed } from './read.ts'

/** `broken`: badges whose files could not be read, and which are told of there. */
export function checkMilestones({ milestones = [] }: IssuerFile, badges: Parsed<Badge>[], broken: string[]): Placed[] {
  const known = badges.map(({ value }) => value.id)
  return [
    ...checkRepeats(
      milestones.map(({ id }) => id),
      ['milestones'],
      'milestone',
    ),
    ...milestones.flatMap((milestone, n): Placed[] => [
      ...milestone.badges.flatMap((id, at): Placed[] =>
        known.includes(id) || broken.includes(id)
          ? []
          : [[['milestones', n, 'badges', at], error('milestone', `no badge "${id}" at this issuer`, `one of ${known.join(', ')}`)]],
      ),
      ...(new Set(milestone.badges).size < milestone.badges.length
        ? [[['milestones', n, 'badges'], error('milestone', 'names a badge twice', 'each once')] satisfies Placed]
        : []),
      ...((milestone.need ?? 0) > milestone.badges.length
        ? [
            [
              ['milestones', n, 'need'],
              error('milestone', `asks for ${milestone.need} of ${milestone.badges.length}`, 'at most as many as there are'),
            ] satisfies Placed,
          ]
        : []),
    ]),
  ]
}
