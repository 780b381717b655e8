// The learner's own page, /c/:token: where the claim stands in plain words, the badge when it is there, and everything they said.
import type { ShownClaim } from '../../../core/data/pages.ts'
import type { Language } from '../../../core/model/rows.ts'
import { lacking, statusOf } from '../../../core/model/status.ts'
import { timelineOf } from '../../../core/model/timeline.ts'
import { html, type Page, type Theme } from '../layout.ts'
import { type Say, sayIn } from '../texts.ts'
import { linkedIn } from './badgeLife.ts'
import { gallery, levels, words } from './story.ts'
import { awaited, missingWho, voices } from './voices.ts'

export type LearnerView = {
  shown: ShownClaim
  language: Language
  address: string
  /** Absolute address of the public page. */
  publicAddress: string
  once: string
  /** Their conversation is held in this browser. */
  chat: boolean
  /** In the tab in Teams: what Teams looks like. */
  theme?: Theme
  date: (instant: string) => string
}

export function learnerPage(view: LearnerView): Page {
  const { shown, language, address, date } = view
  const say = sayIn(language)
  const { claim, meaning } = shown
  const name = meaning.name[language]
  const status = statusOf(claim, meaning.policy)
  const story = { shown, language, say, own: true }
  const said = [...voices(shown, say, date), ...awaited(shown, say, date)]
  const missing = status === 'issued' ? '' : missingWho(lacking(claim, meaning.policy), say)
  const children = html`
    <header class=${`lead ${status === 'issued' ? 'with-badge' : ''}`}>
      ${status === 'issued' ? html`<img class="badge" src=${`${address}/badge/picture.png`} alt=${say('badge-picture', { badge: name })} width="240" height="240" />` : null}
      <div>
        <p class="over">${say('learner-over')}</p>
        <h1>${name}</h1>
        <p class=${`status ${status}`}>${say(`status-${status}`)}</p>
        ${shown.claim.revokedAt && shown.claim.revokedReason ? html`<p>${say('badge-revoked-reason', { reason: shown.claim.revokedReason })}</p>` : null}
        ${status === 'revoked' || status === 'issued' ? null : html`<p class="quiet">${say(`status-${status}-next`)}</p>`}
        ${status === 'issued' && claim.validUntil ? html`<p class="quiet">${say('badge-until', { date: date(claim.validUntil) })}</p>` : null}
        ${status === 'issued' ? downloads(address, say) : null}
        ${view.chat ? html`<p class="row"><a class="button plain" href="/chat">${say('learner-go-on')}</a></p>` : null}
      </div>
    </header>
    ${status === 'issued' ? sharing(view, say) : null}
    ${said.length > 0 ? html`<section class="card"><h2>${say('learner-voices')}</h2>${said}${missing ? html`<p class="quiet">${missing}</p>` : null}</section>` : null}
    ${decisions(shown, say, date)}
    ${words(story)}${gallery(story, address)}${levels(story)}
    ${answers(shown, say)}
    <section class="card">
      <h2>${say('learner-path')}</h2>
      <ol class="path">
        ${timelineOf(claim, meaning.policy).map(
          (entry) =>
            html`<li class=${entry.status}><span>${say(`path-${entry.status}`)}</span><time datetime=${entry.at}>${date(entry.at)}</time></li>`,
        )}
      </ol>
    </section>`
  return {
    language,
    title: name,
    switchTo: `${address}?lang=${language === 'fr' ? 'en' : 'fr'}`,
    trial: shown.issuer.trial,
    tab: view.theme && { theme: view.theme, script: 'tab.js', back: { to: `/teams/mine?lang=${language}`, words: say('tab-claims') } },
    children,
  }
}

const downloads = (address: string, say: Say) => html`<p class="row">
  <a class="button" href=${`${address}/badge/badge.png?download`}>${say('download-picture')}</a>
  <a class="button plain" href=${`${address}/badge/badge.json?download`}>${say('download-file')}</a>
</p>`

function sharing({ shown, language, address, publicAddress, once, theme }: LearnerView, say: Say) {
  const shared = shown.claim.sharedAt !== null
  return html`<section class="card" id="share">
    <h2>${say('share-title')}</h2>
    <p>${say(shared ? 'share-is-on' : 'share-is-off')}</p>
    ${shared ? html`<p class="address"><a href=${publicAddress}>${publicAddress}</a></p>` : null}
    <form method="post" action=${`${address}?lang=${language}`}>
      <input type="hidden" name="once" value=${once} />
      <button class=${shared ? 'plain' : 'main'} name="share" value=${shared ? 'off' : 'on'}>${say(shared ? 'share-stop' : 'share-start')}</button>
    </form>
    ${shared ? linkedIn(shown, publicAddress, language, say) : null}
    <p><a href=${`${address}/sac?lang=${language}`} target=${theme ? '_blank' : null}>${say('sac-link')}</a></p>
  </section>`
}

/** What a trainer wrote, last word first. */
function decisions(shown: ShownClaim, say: Say, date: (instant: string) => string) {
  const given = shown.claim.decisions.filter((d) => d.reason).toReversed()
  if (given.length === 0) return null
  return html`<section class="card">
    <h2>${say('learner-decision')}</h2>
    ${given.map(
      (d) => html`<figure class="voice">
        <p class="verdict">${say(`outcome-${d.outcome}`)}</p>
        <blockquote lang=${shown.claim.language}>${d.reason}</blockquote>
        <figcaption>${d.through === 'automatic' ? say('by-itself') : (d.byName ?? say('trainer'))} · <time datetime=${d.at}>${date(d.at)}</time></figcaption>
      </figure>`,
    )}
  </section>`
}

/** Question by question, as it was asked. */
function answers(shown: ShownClaim, say: Say) {
  const given = shown.claim.answers.filter((a) => !a.supersededAt && !a.skipped && a.text && !a.level)
  if (given.length === 0) return null
  return html`<details class="card">
    <summary>${say('learner-answers')}</summary>
    <dl class="answers" lang=${shown.claim.language}>${given.map((a) => html`<div><dt>${a.asked}</dt><dd>${a.text}</dd></div>`)}</dl>
  </details>`
}
