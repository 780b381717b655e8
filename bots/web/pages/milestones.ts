// Badges that together say more than each: what is reached, for everyone; how far one is, for oneself.
import type { Language } from '../../../core/model/rows.ts'
import type { Progress } from '../../../core/model/milestone.ts'
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

/** Never as equivalence: the words say so each time. */
function line({ milestone, have, need, reached }: Reached, language: Language, say: Say) {
  const { name, opensTowards } = milestone
  return html`<li>
    <strong class=${reached ? 'is-good' : null}>${name[language]}</strong> · ${say('milestone-of', { have, count: need })}
    ${
      opensTowards
        ? html`<br />${say('milestone-opens')} <a href=${opensTowards.url} rel="noreferrer">${opensTowards.name}</a>. <span class="quiet">${say('milestone-not-equal')}</span>`
        : null
    }
  </li>`
}
