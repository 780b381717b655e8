// /trainer: what waits, the workshops, and the badges by stage.
import type { FollowedClaim, FollowedWorkshop } from '../../../../core/data/followUp.ts'
import { html, type Page } from '../../layout.ts'
import { type Desk, deskPage, to } from './frame.ts'
import { stageChart } from './stages.ts'

export function homePage(desk: Desk, workshops: FollowedWorkshop[], claims: FollowedClaim[]): Page {
  const { say, language, me, date, waiting } = desk
  return deskPage(
    desk,
    say('desk-home'),
    'home',
    html`
      <header class="lead">
        <p class="over">${me.structures.map((s) => s.name).join(' · ')}</p>
        <h1>${say('desk-home')}</h1>
      </header>
      <div id="live">
        <section class="card call">
          <h2>${say('desk-waiting', { count: waiting })}</h2>
          ${waiting > 0 ? html`<a class="button" href=${to(desk, '/trainer/claims')}>${say('desk-decide')}</a>` : null}
        </section>
        <section class="card">
          <h2>${say('desk-workshops')}</h2>
          ${
            workshops.length === 0
              ? html`<p class="quiet">${say('desk-no-workshops')}</p>`
              : html`<ul class="rows">
                  ${workshops.map(
                    (one) => html`<li>
                      <a href=${to(desk, `/trainer/w/${one.id}`)}>${one.name}</a>
                      <span class="quiet">${date(one.openedAt)} · ${one.structure.name} · ${say('workshop-joined', { count: one.joined })}</span>
                    </li>`,
                  )}
                </ul>`
          }
        </section>
        <section class="card">
          <h2>${say('desk-stages')}</h2>
          ${stageChart(claims, say, language)}
        </section>
      </div>
    `,
  )
}
