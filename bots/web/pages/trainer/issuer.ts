// /trainer/issuer: how an organisation's badges fare in each structure. Counts only; what a few people said is not shown.
import type { Practice, StageCounts } from '../../../../core/data/issuerCounts.ts'
import type { Localized } from '../../../../core/model/badge.ts'
import { barTable, type Bar } from '../../charts.ts'
import { html, type Page } from '../../layout.ts'
import type { Say } from '../../texts.ts'
import { type Desk, deskPage } from './frame.ts'

export type IssuerView = { name: string; stages: StageCounts[]; practices: Practice[]; badges: Map<string, Localized> }

/** Under so many claims, an average would be somebody. */
const FEWEST = 5

const STAGES = ['started', 'sent', 'issued', 'ended'] as const

export function issuerPage(desk: Desk, organisations: IssuerView[]): Page {
  const { say, language } = desk
  return deskPage(
    desk,
    say('desk-issuer'),
    'issuer',
    html`
      <header class="lead"><h1>${say('desk-issuer')}</h1><p>${say('issuer-lead')}</p></header>
      <div id="live">
        ${organisations.map(({ name, stages, practices, badges }) => {
          const badge = (id: string) => badges.get(id)?.[language] ?? id
          const ids = [...new Set(stages.map((row) => row.badgeId))].toSorted((a, b) => badge(a).localeCompare(badge(b), language))
          const bars = (rows: StageCounts[], label: (row: StageCounts) => string): Bar[] =>
            rows.map((row) => ({ label: label(row), parts: STAGES.map((key) => ({ key, label: say(`stage-${key}`), count: row[key] })) }))
          const sums = ids.map((id) => summed(stages.filter((row) => row.badgeId === id)))
          return html`<section class="card">
              <h2>${name} · ${say('desk-stages')}</h2>
              ${
                ids.length > 0
                  ? barTable(
                      bars(sums, (row) => badge(row.badgeId)),
                      { title: `${name} · ${say('desk-stages')}`, head: say('desk-badge') },
                    )
                  : html`<p class="quiet">${say('desk-no-claims')}</p>`
              }
            </section>
            ${ids.map((id) => {
              const of = stages.filter((row) => row.badgeId === id)
              const how = practices.filter((row) => row.badgeId === id)
              const shown = how.filter((row) => row.claims >= FEWEST)
              return html`<section class="card">
                <h2>${badge(id)}</h2>
                ${barTable(
                  bars(of, (row) => row.structure ?? say('issuer-no-structure')),
                  { title: `${badge(id)} · ${say('issuer-by-structure')}`, head: say('issuer-structure') },
                )}
                ${shown.length > 0 ? html`<h3>${say('issuer-levels')}</h3>${barTable(levelBars(shown, say), { title: `${badge(id)} · ${say('issuer-levels')}`, head: say('issuer-structure'), whole: true })}` : null}
                ${shown.length > 0 ? html`<h3>${say('issuer-evidence')}</h3>${evidenceList(shown, say, language)}` : null}
                ${shown.length < how.length ? html`<p class="quiet">${say('issuer-few', { count: FEWEST })}</p>` : null}
              </section>`
            })}`
        })}
      </div>
    `,
  )
}

const summed = (rows: StageCounts[]): StageCounts => ({
  badgeId: rows[0]!.badgeId,
  structure: null,
  started: rows.reduce((sum, row) => sum + row.started, 0),
  sent: rows.reduce((sum, row) => sum + row.sent, 0),
  issued: rows.reduce((sum, row) => sum + row.issued, 0),
  ended: rows.reduce((sum, row) => sum + row.ended, 0),
})

const levelBars = (rows: Practice[], say: Say): Bar[] =>
  rows.map((row) => ({
    label: row.structure ?? say('issuer-no-structure'),
    parts: row.levels.map((count, n) => ({ key: `level-${n + 1}`, label: say(`level-${n + 1}`), count })),
  }))

function evidenceList(rows: Practice[], say: Say, language: string) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return html`<ul class="rows">
    ${rows.map(
      (row) => html`<li>
        <strong>${row.structure ?? say('issuer-no-structure')}</strong>
        <span>${say('issuer-pieces', { pieces: number.format(row.pieces / row.claims) })}</span>
        <span class="quiet">${say('issuer-claims', { count: row.claims })}</span>
      </li>`,
    )}
  </ul>`
}
