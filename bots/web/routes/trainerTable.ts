// Learners as a table for a spreadsheet.
import type { Learner } from '../../../core/data/followUp.ts'
import { BYTE_ORDER_MARK, type Cell, line } from '../../csv.ts'
import type { Reply } from '../../server/route.ts'
import type { Desk } from '../pages/trainer/frame.ts'
import { type BadgeNow, stageOf, standing } from '../pages/trainer/stages.ts'

const COLUMNS = ['name', 'badge', 'stage', 'step', 'opened', 'sent'] as const

/** One line a claim, and one for whoever has none yet. */
export function learnersTable(desk: Desk, learners: Learner[], badgeNow: BadgeNow): Reply {
  const { say, language } = desk
  const rows: Cell[][] = learners.flatMap(({ name, claims }) =>
    claims.length === 0
      ? [[name, '', say('people-not-started'), '', '', '']]
      : claims.map((claim) => {
          const at = standing(claim, badgeNow, say, language)
          const step = at ? say('people-at', { at: at.at, of: at.of, words: at.words }) : ''
          return [name, claim.badge[language], say(`stage-${stageOf(claim)}`), step, claim.openedAt, claim.sentAt]
        }),
  )
  return {
    status: 200,
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="declic-suivi.csv"' },
    body: BYTE_ORDER_MARK + [COLUMNS.map((column) => say(`csv-${column}`)), ...rows].map(line).join(''),
  }
}
