// Badges that together say more than each: what is reached, for everyone; how far one is, for oneself.
import type { Language } from '../../../core/model/rows.ts'
import type { Resting } from '../../../core/data/milestone.ts'
import type { Meaning, Milestone } from '../../../core/model/badge.ts'
import { belowNamed, type Progress } from '../../../core/model/milestone.ts'
import { html } from '../layout.ts'
import type { Say } from '../texts.ts'

type Reached = Progress['milestones'][number]

export function reachedMilestones(progress: Progress[], language: Language, say: Say) {
  const reached = progress.flatMap(({ milestones }) => milestones.filter((one) => one.reached))
  if (reached.length === 0) return null
  return html`<section class="card"><h2>${say('milestone-reached')}</h2><ul class="milestones">${reached.map((one) => line(one, language, say))}</ul></section>`
}

export function allMilestones(progress: Progress[], language: Language, say: Say) {
  if (progress.length === 0) return null
  return html`<section class="card">
    <h2>${say('milestone-far')}</h2>
    <p class="quiet">${say('milestone-counted')}</p>
    ${progress.map(
      ({ issuer, milestones, stages }) => html`<h3>${issuer.name}</h3>
        <ul class="milestones">
          ${milestones.map((one) => line(one, language, say))}
          ${stages.filter(({ of }) => of > 0).map(({ name, have, of }) => html`<li>${name[language]} · ${say('milestone-of', { have, count: of })}</li>`)}
        </ul>`,
    )}
  </section>`
}

/** On the page of one claim: how far its learner is with its issuer. */
export function howFar([progress]: Progress[], language: Language, say: Say) {
  if (!progress) return null
  const stages = progress.stages.filter(({ have }) => have > 0)
  return html`<section class="card" id="far">
    <h2>${say('milestone-far')}</h2>
    <ul class="milestones">
      ${progress.milestones.map((one) => line(one, language, say))}
      ${stages.map(({ name, have, of }) => html`<li>${name[language]} · ${say('milestone-of', { have, count: of })}</li>`)}
    </ul>
  </section>`
}

/** What a milestone rests on, with what has become of it: a badge that was taken back stays named, and is said to be. */
export function resting(rests: Resting[], meaning: Meaning, language: Language, say: Say) {
  if (rests.length === 0) return null
  return html`<section class="card" id="below">
    <h2>${say('milestone-rests')}</h2>
    <ul class="milestones">
      ${belowNamed(meaning, rests, language).map((one, at) => {
        const { state, shown } = rests[at]!
        const name = shown ? html`<a href=${`/b/${one.claim}?lang=${language}`}>${one.name}</a>` : one.name
        return html`<li>${name}${state === 'good' ? null : html` · <strong class="revoked">${say(`milestone-${state}`)}</strong>`}</li>`
      })}
    </ul>
  </section>`
}

/** « Ouvre vers … »; of the badge of a milestone. */
export const opensTo = (to: Milestone['opensTowards'], say: Say) =>
  to
    ? html`${say('milestone-opens')} <a href=${to.url} rel="noreferrer">${to.name}</a>. <span class="quiet">${say('milestone-not-equal')}</span>`
    : null

/** Never as equivalence: the words say so each time. */
function line({ milestone, have, need, reached }: Reached, language: Language, say: Say) {
  const { name, opensTowards } = milestone
  return html`<li>
    <strong class=${reached ? 'is-good' : null}>${name[language]}</strong> · ${say('milestone-of', { have, count: need })}
    ${opensTowards ? html`<br />${opensTo(opensTowards, say)}` : null}
  </li>`
}
