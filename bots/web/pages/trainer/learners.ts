// People and where they are: /trainer/learners with its search, and the same list in a workshop.
import type { FollowedClaim, Learner } from '../../../../core/data/followUp.ts'
import { html, type Page } from '../../layout.ts'
import { type Desk, deskPage, to } from './frame.ts'
import { type BadgeNow, stageOf, standing } from './stages.ts'

export function learnersPage(desk: Desk, found: { learners: Learner[]; more: number }, search: string, badgeNow: BadgeNow): Page {
  const { say } = desk
  return deskPage(
    desk,
    say('desk-learners'),
    'learners',
    html`
      <header class="lead"><h1>${say('desk-learners')}</h1></header>
      <form class="search" method="get" action="/trainer/learners" role="search">
        <input type="hidden" name="lang" value=${desk.language} />
        <label class="field"><span>${say('learners-search')}</span><input type="search" name="q" value=${search} maxlength="100" autocomplete="off" /></label>
        <button type="submit">${say('learners-find')}</button>
      </form>
      <div id="live">
        <p class="quiet" role="status">${say('learners-found', { count: found.learners.length + found.more })}</p>
        ${found.learners.length > 0 ? html`<section class="card">${peopleList(desk, found.learners, badgeNow)}</section>` : null}
        ${found.more > 0 ? html`<p class="notice">${say('learners-more', { count: found.more })}</p>` : null}
      </div>
      <p class="row tools"><a class="button plain" href=${to(desk, '/trainer/learners.csv', search ? { q: search } : {})}>${say('desk-csv')}</a></p>
    `,
  )
}

/** One line a person: their name, and each badge with where it is. */
export const peopleList = (desk: Desk, people: Learner[], badgeNow: BadgeNow) => html`<ul class="rows people">
  ${people.map(
    (one) => html`<li>
      <strong>${one.name ?? desk.say('someone')}</strong>
      ${
        one.claims.length === 0
          ? html`<span class="quiet">${desk.say('people-not-started')}</span>`
          : html`<ul>${one.claims.map((claim) => html`<li>${claimLine(desk, claim, badgeNow)}</li>`)}</ul>`
      }
    </li>`,
  )}
</ul>`

function claimLine(desk: Desk, claim: FollowedClaim, badgeNow: BadgeNow) {
  const { say, language, date } = desk
  const name = claim.badge[language]
  const where = standing(claim, badgeNow, say, language)
  // in a workshop, a claim may belong to another structure: where it stands is shown, its words are not
  const near = desk.me.structures.some(({ id }) => id === claim.structureId) && claim.personId !== desk.me.id
  const readable = near && claim.sentAt !== null && claim.status !== 'withdrawn'
  return html`
    ${readable ? html`<a href=${to(desk, `/trainer/claims/${claim.id}`)}>${name}</a>` : name}
    <span class=${`stage ${stageOf(claim)}`}>${say(`stage-${stageOf(claim)}`)}</span>
    <span class="quiet">${where ? say('people-at', { at: where.at, of: where.of, words: where.words }) : date(claim.sentAt ?? claim.touchedAt)}</span>
  `
}
