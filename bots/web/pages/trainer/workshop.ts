// /trainer/w/:id: who is where, where people stop, and what was sent to whom. And the sheet for the group's file.
import type { FollowedWorkshop, Learner, NudgeRound } from '../../../../core/data/followUp.ts'
import { html, type Page } from '../../layout.ts'
import { type Desk, deskPage, to } from './frame.ts'
import { peopleList } from './learners.ts'
import { type BadgeNow, stageChart, stageOf, standing, stopChart } from './stages.ts'

export type WorkshopView = {
  workshop: FollowedWorkshop
  people: Learner[]
  projects: { id: string; context: string }[]
  nudges: NudgeRound[]
  /** When the next nudge is due. */
  next: string | null
}

export function workshopPage(desk: Desk, { workshop, people, projects, nudges, next }: WorkshopView, badgeNow: BadgeNow): Page {
  const { say, language, date } = desk
  const claims = people.flatMap((one) => one.claims)
  const counts = {
    joined: people.length,
    started: people.filter((one) => one.claims.some(({ draft }) => !draft || draft.answers.length + draft.evidence.length > 0)).length,
    sent: people.filter((one) => one.claims.some((claim) => claim.sentAt)).length,
    issued: people.filter((one) => one.claims.some((claim) => claim.status === 'issued')).length,
  }
  const address = `/trainer/w/${workshop.id}`
  const stops = stopChart(claims, badgeNow, say, language)
  return deskPage(
    desk,
    workshop.name,
    undefined,
    html`
      <header class="lead">
        <p class="over">${workshop.structure.name} · ${date(workshop.openedAt)}</p>
        <h1>${workshop.name}</h1>
        <p>${workshop.badges.map((badge) => badge.name[language]).join(' · ')}</p>
        ${workshop.spoken ? html`<p class="quiet">${say('workshop-spoken', { code: workshop.spoken.toUpperCase() })}</p>` : null}
      </header>
      <p class="row tools">
        <a class="button plain" href=${to(desk, `${address}/sheet`)}>${say('workshop-sheet')}</a>
        <a class="button plain" href=${to(desk, `${address}/learners.csv`)}>${say('desk-csv')}</a>
      </p>
      <div id="live">
        <dl class="tiles">
          ${Object.entries(counts).map(([key, count]) => html`<div><dt>${say(`workshop-count-${key}`)}</dt><dd>${count}</dd></div>`)}
        </dl>
        <section class="card">
          <h2>${say('workshop-people')}</h2>
          ${people.length > 0 ? peopleList(desk, people, badgeNow) : html`<p class="quiet">${say('workshop-nobody')}</p>`}
        </section>
        ${projects.length > 0 ? html`<section class="card"><h2>${say('workshop-projects')}</h2>${projectList(desk, projects, people)}</section>` : null}
        ${stops.length > 0 ? html`<section class="card"><h2>${say('workshop-stops')}</h2>${stops}</section>` : null}
        ${claims.length > 0 ? html`<section class="card"><h2>${say('desk-stages')}</h2>${stageChart(claims, say, language)}</section>` : null}
        <section class="card"><h2>${say('workshop-nudges')}</h2>${nudgeTable(desk, nudges, next, workshop.paused)}</section>
      </div>
    `,
  )
}

/** Who tells a part of what. */
const projectList = ({ say }: Desk, projects: WorkshopView['projects'], people: Learner[]) => html`<ul class="rows">
  ${projects.map(({ id, context }) => {
    const members = people.filter((one) => one.claims.some((claim) => claim.projectId === id))
    return html`<li>
      <strong>${context}</strong>
      <span class="quiet">${members.map(({ name }) => name ?? say('someone')).join(', ') || say('workshop-nobody-yet')}</span>
    </li>`
  })}
</ul>`

function nudgeTable({ say, date }: Desk, nudges: NudgeRound[], next: string | null, paused: boolean) {
  return html`
    <p class="quiet">${paused ? say('nudges-paused') : next ? say('nudges-next', { day: date(next) }) : say('nudges-none')}</p>
    ${
      nudges.length > 0
        ? html`<ul class="rows">
            ${nudges.map(
              // the first may have been none of the end: they are counted as they came
              ({ day, planned, outcomes, sentSince }, n) => html`<li>
                <strong>${say('nudges-round', { round: n + 1, day: date(`${day}T12:00:00Z`) })}</strong>
                <span>${say('nudges-planned', { count: planned })}</span>
                <span class="quiet">${Object.entries(outcomes)
                  .map(([what, count]) => say('nudges-outcome', { what, count }))
                  .join(' · ')}</span>
                ${outcomes.told ? html`<span>${say('nudges-since', { count: sentSince })}</span>` : null}
              </li>`,
            )}
          </ul>`
        : null
    }`
}

/** On paper: names, where each badge is, and a place to sign. */
export function sheetPage(desk: Desk, { workshop, people }: WorkshopView, badgeNow: BadgeNow): Page {
  const { say, language, date } = desk
  const where = (one: Learner, badge: string) => {
    const claim = one.claims.filter((c) => c.badgeId === badge).at(-1)
    if (!claim) return '—'
    const at = standing(claim, badgeNow, say, language)
    return at ? `${say('stage-started')} (${at.at}/${at.of})` : say(`stage-${stageOf(claim)}`)
  }
  const page = deskPage(
    desk,
    say('sheet-title', { name: workshop.name }),
    undefined,
    html`
      <header class="lead">
        <p class="over">${workshop.structure.name} · ${date(workshop.openedAt)}</p>
        <h1>${workshop.name}</h1>
        <p>${say('sheet-lead', { count: people.length })}</p>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label=${say('workshop-people')}>
        <table class="sheet">
          <thead>
            <tr>
              <th scope="col">${say('sheet-name')}</th>
              ${workshop.badges.map((badge) => html`<th scope="col">${badge.name[language]}</th>`)}
              <th scope="col">${say('sheet-signature')}</th>
            </tr>
          </thead>
          <tbody>
            ${people.map(
              (one) => html`<tr>
                <th scope="row">${one.name ?? say('someone')}</th>
                ${workshop.badges.map((badge) => html`<td>${where(one, badge.id)}</td>`)}
                <td class="sign"></td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet tools">${say('sheet-print')}</p>
    `,
  )
  return page
}
