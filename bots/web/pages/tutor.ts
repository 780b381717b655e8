// The tutor's page, /e/:token: a claim on one screen and one question. A plain form: it works in any browser, without script.
import type { ShownClaim } from '../../../core/data/pages.ts'
import { CAPACITIES, type Capacity, type Endorsement, type Language, type Verdict } from '../../../core/model/rows.ts'
import { lacking } from '../../../core/model/status.ts'
import { html, type Page } from '../layout.ts'
import { sayIn } from '../texts.ts'
import { gallery, levels, words } from './story.ts'
import { missingWho } from './voices.ts'

export const VERDICTS: Verdict[] = ['yes', 'not-yet', 'no', 'not-me']

export type TutorForm = {
  verdict?: string
  comment: string
  capacity?: Capacity
  name: string
  role: string
  organisation: string
  anonymous: boolean
}

type Asked = { shown: ShownClaim; language: Language; address: string; once: string }

/** `problem`: why the form came back. `changed`: the text is no longer what the tutor had read. */
export function tutorFormPage({ shown, language, address, once }: Asked, form: TutorForm, problem?: 'verdict' | 'changed'): Page {
  const say = sayIn(language)
  const name = shown.learner.name ?? say('someone')
  const badge = shown.meaning.name[language]
  const story = { shown, language, say }
  const missing = missingWho(lacking(shown.claim, shown.meaning.policy), say)
  // somebody who said so before is offered it again
  const chosen = form.capacity ?? CAPACITIES.find((one) => say(`capacity-${one}`) === form.role)
  const children = html`
    <header class="lead">
      <p class="over">${say('tutor-over', { name })}</p>
      <h1>${badge}</h1>
      <p>${shown.meaning.description[language]}</p>
      ${missing ? html`<p>${missing}</p>` : null}
      <p class="quiet">${say('tutor-read')} <a href="#answer">${say('tutor-jump')}</a></p>
    </header>
    ${problem ? html`<p class="notice" role="alert">${say(`tutor-${problem}`, { name })}</p>` : null}
    ${words(story)}${gallery(story, address)}${levels(story)}
    <form class="card answer" id="answer" method="post" action=${`${address}?lang=${language}`}>
      <input type="hidden" name="digest" value=${shown.claim.digest ?? ''} />
      <input type="hidden" name="once" value=${once} />
      <fieldset>
        <legend><h2>${say('tutor-question', { name })}</h2></legend>
        ${VERDICTS.map(
          (verdict) => html`<label class="choice">
            <input type="radio" name="verdict" value=${verdict} required checked=${form.verdict === verdict} />
            <span>${say(`tutor-choice-${verdict}`)}</span>
          </label>`,
        )}
      </fieldset>
      <label class="field">
        <span>${say('tutor-comment')} <small>${say('optional')}</small></span>
        <textarea name="comment" rows="3" maxlength="2000" aria-describedby="comment-hint">${form.comment}</textarea>
        <small id="comment-hint">${say('tutor-comment-hint', { name })}</small>
      </label>
      <div class="pair">
        <label class="field"><span>${say('tutor-name')}</span><input name="name" maxlength="100" autocomplete="name" value=${form.name} /></label>
        <label class="field">
          <span>${say('tutor-capacity')} <small>${say('optional')}</small></span>
          <select name="capacity">
            <option value="">${say('tutor-capacity-none')}</option>
            ${CAPACITIES.map((one) => html`<option value=${one} selected=${one === chosen}>${say(`capacity-${one}`)}</option>`)}
          </select>
        </label>
      </div>
      <div class="pair">
        <label class="field">
          <span>${say('tutor-role')} <small>${say('optional')}</small></span>
          <input name="role" maxlength="100" autocomplete="organization-title" value=${form.role} />
        </label>
        <label class="field">
          <span>${say('tutor-organisation')} <small>${say('optional')}</small></span>
          <input name="organisation" maxlength="100" autocomplete="organization" value=${form.organisation} />
        </label>
      </div>
      <label class="check"><input type="checkbox" name="anonymous" value="1" checked=${form.anonymous} /><span>${say('tutor-anonymous')}</span></label>
      <p class="quiet">${say('tutor-public', { name })}</p>
      <button class="main" type="submit">${say('tutor-send')}</button>
    </form>`
  return { language, title: say('tutor-title', { name }), switchTo: switchOf(address, language), trial: shown.issuer.trial, children }
}

/** `seconds` left to take it back; 0: it stands. */
export function tutorAnsweredPage({ shown, language, address, once }: Asked, answer: Endorsement, seconds: number): Page {
  const say = sayIn(language)
  const name = shown.learner.name ?? say('someone')
  const badge = shown.meaning.name[language]
  const children = html`
    <section class="card calm">
      <p class="tick" aria-hidden="true"></p>
      <h1>${say('tutor-thanks')}</h1>
      <p class="large">${say(`tutor-said-${answer.verdict}`, { name, badge })}</p>
      ${answer.comment ? html`<p>${say('tutor-said-comment')}</p><blockquote class="words" lang=${language}>${answer.comment}</blockquote>` : null}
      ${
        answer.verdict === 'not-me'
          ? null
          : html`<p class="quiet">${answer.anonymous || !answer.name ? say('tutor-said-anonymous', { name }) : say('tutor-said-name', { name, tutor: answer.name })}</p>`
      }
      ${
        seconds > 0
          ? html`<form class="settle" method="post" action=${`${address}?lang=${language}`}>
              <input type="hidden" name="once" value=${once} />
              <p>${say('tutor-undo-until')}</p>
              <div class="row">
                <button class="main" name="settle" value="done">${say('tutor-done')}</button>
                <button class="plain" name="settle" value="undo">${say('tutor-undo')}</button>
              </div>
            </form>`
          : html`<p>${say('tutor-settled', { name })}</p>`
      }
    </section>`
  return { language, title: say('tutor-thanks'), switchTo: switchOf(address, language), trial: shown.issuer.trial, children }
}

/** Nothing to answer here: already answered by somebody else, taken by a chat, taken back, too late. */
export function tutorClosedPage(
  shown: ShownClaim,
  language: Language,
  address: string,
  why: 'answered' | 'taken' | 'own' | 'withdrawn' | 'expired',
): Page {
  const say = sayIn(language)
  const name = shown.learner.name ?? say('someone')
  const title = say(`tutor-${why}-title`)
  const children = html`<section class="card calm"><h1>${title}</h1><p>${say(`tutor-${why}-text`, { name })}</p></section>`
  return { language, title, switchTo: switchOf(address, language), trial: shown.issuer.trial, children }
}

/** Nobody is written to who does not want it. `stopped`: it is so, or nothing goes to an address from here. */
export function tutorStopPage(address: string, language: Language, once: string, stopped: boolean): Page {
  const say = sayIn(language)
  const title = say(stopped ? 'tutor-stopped-title' : 'tutor-stop-title')
  const children = html`<section class="card calm">
    <h1>${title}</h1>
    <p>${say(stopped ? 'tutor-stopped-text' : 'tutor-stop-text')}</p>
    ${
      stopped
        ? null
        : html`<form method="post" action=${`${address}?lang=${language}`}>
            <input type="hidden" name="once" value=${once} />
            <button class="main" type="submit">${say('tutor-stop-confirm')}</button>
          </form>`
    }
  </section>`
  return { language, title, switchTo: switchOf(address, language), children }
}

const switchOf = (address: string, language: Language): string => `${address}?lang=${language === 'fr' ? 'en' : 'fr'}`
