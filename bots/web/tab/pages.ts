// Pages of the tab in Teams that are nowhere else: its door, a learner's own claims, and what Déclic is and keeps.
import type { OwnClaim } from '../../../core/data/tab.ts'
import type { Language } from '../../../core/model/rows.ts'
import { html, type Page, type Theme } from '../layout.ts'
import { sayIn } from '../texts.ts'
import { chatLink, deepLink } from './deepLink.ts'
import type { TabPage } from './session.ts'

/** What the door may have to say (assets/tab/door.js shows one of them), and what can be done then. */
const STATES = {
  outside: 'open',
  silent: 'again',
  'no-token': 'again',
  refused: 'again',
  busy: 'again',
  tenant: undefined,
  unknown: 'chat',
  'not-trainer': 'claims',
  'no-cookie': 'chat',
} as const
export type DoorState = keyof typeof STATES

export type DoorView = {
  language: Language
  page: TabPage
  appId: string
  /** Of a link to one claim. */
  claim?: string
}

/** The door: what is in it says nothing of anybody, so everybody gets the same page; its script asks Teams who looks at it. */
export function doorPage({ language, page, appId, claim }: DoorView): Page {
  const say = sayIn(language)
  const actions = {
    open: html`<a class="button" href=${deepLink(appId, page, claim)}>${say('tab-open')}</a>`,
    again: html`<button type="button" data-again>${say('tab-again')}</button>`,
    chat: html`<a class="button" href=${chatLink(appId)} target="_blank" rel="noopener">${say('tab-chat')}</a>`,
    claims: html`<a class="button" href=${`/teams/claims?lang=${language}`}>${say('tab-claims')}</a>`,
  }
  return {
    language,
    title: say(`tab-${page}`),
    tab: { theme: 'default', script: 'door.js' },
    children: html`
      <section class="card calm" id="door" data-page=${page} aria-live="polite">
        <div data-state="loading"><h1>${say(`tab-${page}`)}</h1><p class="loading">${say('tab-loading')}</p></div>
        ${Object.entries(STATES).map(
          ([state, action]) => html`<div data-state=${state} hidden>
            <h1>${say(`tab-${state}-title`)}</h1>
            <p>${say(`tab-${state}-text`)}</p>
            ${action ? html`<p>${actions[action]}</p>` : null}
          </div>`,
        )}
        <noscript><p>${say('tab-outside-text')}</p><p>${actions.open}</p></noscript>
      </section>
    `,
  }
}

export type MineView = { language: Language; theme: Theme; claims: OwnClaim[]; date: (instant: string) => string; appId: string }

export function minePage({ language, theme, claims, date, appId }: MineView): Page {
  const say = sayIn(language)
  return {
    language,
    title: say('tab-claims'),
    switchTo: `/teams/mine?lang=${language === 'fr' ? 'en' : 'fr'}`,
    style: '/assets/trainer.css',
    tab: { theme, script: 'tab.js' },
    children: html`
      <header class="lead"><h1>${say('tab-claims')}</h1></header>
      ${
        claims.length === 0
          ? html`<section class="card calm">
              <p class="large">${say('tab-none')}</p>
              <p><a class="button" href=${chatLink(appId)}>${say('tab-chat')}</a></p>
            </section>`
          : html`<section class="card">
              <ul class="rows">
                ${claims.map(
                  (claim) => html`<li>
                    <a href=${`/c/${claim.token}?lang=${language}`}>${claim.badge[language]}</a>
                    <span class=${`stage ${claim.status}`}>${say(`status-${claim.status}`)}</span>
                    <span class="quiet">${date(claim.openedAt)}</span>
                  </li>`,
                )}
              </ul>
            </section>`
      }
    `,
  }
}

/** For the three addresses that an app package must name: the site, privacy, terms of use. */
export function aboutPage(language: Language, contact: string | undefined): Page {
  const say = sayIn(language)
  return {
    language,
    title: say('about-title'),
    switchTo: `/teams/about?lang=${language === 'fr' ? 'en' : 'fr'}`,
    children: html`
      <header class="lead"><h1>${say('about-title')}</h1><p class="large">${say('about-what')}</p></header>
      <section class="card" id="data">
        <h2>${say('about-data-title')}</h2>
        <p>${say('about-data-kept')}</p>
        <p>${say('about-data-seen')}</p>
        <p>${say('about-data-yours')}</p>
      </section>
      <section class="card" id="terms">
        <h2>${say('about-terms-title')}</h2>
        <p>${say('about-terms-text')}</p>
        ${contact ? html`<p>${say('about-contact', { contact })}</p>` : null}
      </section>
    `,
  }
}
