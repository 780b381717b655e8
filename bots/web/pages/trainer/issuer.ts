// /trainer/issuer: how an organisation's badges fare in each structure. Counts only; what a few people said is not shown.
import type { Practice, StageCounts } from '../../../../core/data/issuerCounts.ts'
import type { Localized } from '../../../../core/model/badge.ts'
import { barList, type Bar } from '../../charts.ts'
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
          return html`<section class="card">
              <h2>${name} · ${say('desk-stages')}</h2>
              ${ids.length > 0 ? barList(ids.map((id) => stageBar(badge(id), summed(stages, id), say))) : html`<p class="quiet">${say('desk-no-claims')}</p>`}
            </section>
            ${ids.map((id) => {
              const of = stages.filter((row) => row.badgeId === id)
              const how = practices.filter((row) => row.badgeId === id)
              return html`<section class="card"><h2>${badge(id)}</h2>${structures(of, how, say, language)}</section>`
            })}`
        })}
      </div>
    `,
  )
}

/** One badge, structure by structure: how far, which levels, how much evidence. */
function structures(stages: StageCounts[], practices: Practice[], say: Say, language: string) {
  const shown = practices.filter((row) => row.claims >= FEWEST)
  return html`
    ${barList(stages.map((row) => stageBar(row.structure ?? say('issuer-no-structure'), row, say)))}
    ${
      shown.length > 0
        ? html`<h3>${say('issuer-levels')}</h3>${barList(levelBars(shown, say), { whole: true })}
            <h3>${say('issuer-evidence')}</h3>${evidenceList(shown, say, language)}`
        : null
    }
    ${shown.length < practices.length ? html`<p class="quiet">${say('issuer-few', { count: FEWEST })}</p>` : null}
  `
}

type Counted = Record<(typeof STAGES)[number], number>

const stageBar = (label: string, counts: Counted, say: Say): Bar => ({
  label,
  parts: STAGES.map((key) => ({ key, label: say(`stage-${key}`), count: counts[key] })),
})

function summed(stages: StageCounts[], badge: string): Counted {
  const rows = stages.filter((row) => row.badgeId === badge)
  const sum = (key: (typeof STAGES)[number]) => rows.reduce((total, row) => total + row[key], 0)
  return { started: sum('started'), sent: sum('sent'), issued: sum('issued'), ended: sum('ended') }
}

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
