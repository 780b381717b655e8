// People and where they are: /trainer/learners with its search, and the same list in a workshop.
import type { FollowedClaim, Learner } from '../../../../core/data/followUp.ts'
import type { Helper } from '../../../../core/data/peers.ts'
import type { Localized } from '../../../../core/model/badge.ts'
import { html, type Page } from '../../layout.ts'
import { type Desk, deskPage, to } from './frame.ts'
import { type BadgeNow, stageOf, standing } from './stages.ts'

export function learnersPage(
  desk: Desk,
  found: { learners: Learner[]; more: number },
  search: string,
  badgeNow: BadgeNow,
  helping: Helping,
): Page {
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
        ${helping.helpers.length > 0 ? helpersCard(desk, helping) : null}
      </div>
      <p class="row tools"><a class="button plain" href=${to(desk, '/trainer/learners.csv', search ? { q: search } : {})}>${say('desk-csv')}</a></p>
    `,
  )
}

/** Who agreed to be asked for help, by badge; `names`: of the badges. */
type Helping = { helpers: Helper[]; names: Map<string, Localized> }

const helpersCard = ({ say, language }: Desk, { helpers, names }: Helping) => html`<section class="card" aria-labelledby="helpers">
  <h2 id="helpers">${say('learners-helpers')}</h2>
  <p class="quiet">${say('learners-helpers-how')}</p>
  <ul class="rows">
    ${[...Map.groupBy(helpers, ({ badgeId }) => badgeId)].map(
      ([badgeId, people]) => html`<li>
        <strong>${names.get(badgeId)?.[language] ?? badgeId}</strong>
        <span>${people.map(({ name }) => name ?? say('someone')).join(', ')}</span>
      </li>`,
    )}
  </ul>
</section>`

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
    <span class=${`stage ${stageOf(claim)}`}>${say(claim.status === 'revoked' ? 'stage-revoked' : `stage-${stageOf(claim)}`)}</span>
    <span class="quiet">${where ? say('people-at', { at: where.at, of: where.of, words: where.words }) : date(claim.sentAt ?? claim.touchedAt)}</span>
  `
}
