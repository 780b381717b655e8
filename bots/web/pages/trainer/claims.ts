// /trainer/claims: what waits for a decision. /trainer/claims/:id: one claim, its evidence, and three answers.
// The page works without script; with it, one key decides (assets/trainer.js).
import type { FollowedClaim } from '../../../../core/data/followUp.ts'
import type { ShownClaim } from '../../../../core/data/pages.ts'
import type { Language, Outcome } from '../../../../core/model/rows.ts'
import { decision, statusOf, trainerMaySee } from '../../../../core/model/status.ts'
import { html, type Page } from '../../layout.ts'
import { sayIn } from '../../texts.ts'
import { gallery, levels, piecesOf, voices, words } from '../story.ts'
import { type Desk, deskPage, to } from './frame.ts'

/** Sentences that trainers often need, in the learner's language. */
export const READY = [1, 2, 3, 4] as const
export const readySentence = (language: Language, number: number): string => sayIn(language)(`ready-${number}`)

/** What became of the decision that was just sent. */
export type Last =
  | { learner: string | null; badge: string; outcome: Outcome; by: string | null; mine: boolean; lacking: boolean }
  | 'nothing'

export function claimsPage(desk: Desk, waiting: FollowedClaim[], last: Last | undefined): Page {
  const { say, language, date } = desk
  return deskPage(
    desk,
    say('desk-claims'),
    'claims',
    html`
      <header class="lead"><h1>${say('desk-claims')}</h1></header>
      ${lastWord(desk, last)}
      <div id="live">
        ${
          waiting.length === 0
            ? html`<section class="card calm"><p class="large">${say('claims-none')}</p></section>`
            : html`<section class="card">
                <p>${say('desk-waiting', { count: waiting.length })}</p>
                <p><a class="button" href=${to(desk, `/trainer/claims/${waiting[0]!.id}`)} data-key="j">${say('claims-first')}</a></p>
                <ul class="rows">
                  ${waiting.map(
                    (claim) => html`<li>
                      <a href=${to(desk, `/trainer/claims/${claim.id}`)}>${claim.learner ?? say('someone')} · ${claim.badge[language]}</a>
                      <span class="quiet">${claim.sentAt ? date(claim.sentAt) : ''}</span>
                    </li>`,
                  )}
                </ul>
              </section>`
        }
      </div>
    `,
  )
}

function lastWord({ say }: Desk, last: Last | undefined) {
  if (!last) return null
  if (last === 'nothing') return html`<p class="notice" role="status">${say('decided-nothing')}</p>`
  const learner = last.learner ?? say('someone')
  const badge = last.badge
  if (last.mine)
    return html`<p class="notice done" role="status">${say(last.lacking ? 'decided-lacking' : `decided-${last.outcome}`, { learner, badge })}</p>`
  const outcome = say(`outcome-${last.outcome}`)
  return html`<p class="notice" role="status">${say('decided-by-other', { learner, badge, name: last.by ?? say('trainer'), outcome })}</p>`
}

export type ClaimView = {
  shown: ShownClaim
  /** It waits for the reader's decision. */
  decidable: boolean
  /** The claims that wait before and after it. */
  previous?: string
  next?: string
  /** Number among those that wait, and how many they are. */
  at: number
  of: number
  /** The same for the same reader and the same sending: a decision counts once. */
  once: string
  last?: Last
  problem?: 'reason'
}

export function claimPage(desk: Desk, view: ClaimView): Page {
  const { say, language, date, address } = desk
  const { shown, decidable } = view
  const { claim, meaning, learner } = shown
  const name = learner.name ?? say('someone')
  const story = { shown, language, say }
  const said = voices(shown, say, date, true)
  const open = trainerMaySee(claim)
  const hidden = !open && piecesOf(shown).length > 0
  const stands = decision(claim)
  const link = (key: 'j' | 'k', id: string | undefined, text: string) =>
    id ? html`<a class="button plain" data-key=${key} href=${to(desk, `/trainer/claims/${id}`)}>${say(text)} <kbd>${key}</kbd></a>` : null
  return deskPage(
    desk,
    `${name} · ${meaning.name[language]}`,
    'claims',
    html`
      ${lastWord(desk, view.last)}
      <header class="lead">
        <p class="over">${shown.structure?.name ?? ''}${decidable ? ` · ${say('claims-at', { at: view.at, of: view.of })}` : ''}</p>
        <h1>${name}</h1>
        <p class="large">${meaning.name[language]}</p>
      </header>
      <div id="live">
        ${
          decidable
            ? null
            : html`<p class="notice" role="status">
                ${
                  stands
                    ? say('claim-stands', {
                        outcome: say(`outcome-${stands.outcome}`),
                        name: stands.byName ?? say('trainer'),
                        day: date(stands.at),
                      })
                    : say('claim-not-waiting', { status: say(`status-${statusOf(claim, meaning.policy)}`) })
                }
              </p>`
        }
      </div>
      ${statusOf(claim, meaning.policy) === 'issued' ? html`<p><a href=${to(desk, `/trainer/claims/${claim.id}/revoke`)}>${say('revoke-link')}</a></p>` : null}
      <nav class="row steps-between" aria-label=${say('claims-between')}>${link('k', view.previous, 'claims-previous')}${link('j', view.next, 'claims-next')}</nav>
      <div class="two">
        <div>
          ${words(story)}
          ${open ? gallery(story, address, desk.theme ? 'plain' : 'framed') : null}
          ${hidden ? html`<section class="card"><p class="quiet">${say('claim-hidden', { name })}</p></section>` : null}
        </div>
        <div>
          ${decidable ? decisionForms(desk, view, name) : null}
          ${said.length > 0 ? html`<section class="card"><h2>${say('claim-voices')}</h2>${said}</section>` : null}
          ${levels(story)}
        </div>
      </div>
    `,
  )
}

function decisionForms(desk: Desk, { shown, once, problem }: ClaimView, name: string) {
  const { say, address } = desk
  const form = { method: 'post', action: to(desk, address) }
  const { language } = shown.learner
  return html`<section class="card decide" id="decide">
    <h2>${say('claim-decide')}</h2>
    ${problem ? html`<p class="notice" role="alert">${say('claim-reason-needed', { name })}</p>` : null}
    <form ...${form}>
      <input type="hidden" name="once" value=${once} />
      <button class="main" name="outcome" value="accepted" data-key="a">${say('claim-accept')} <kbd>a</kbd></button>
    </form>
    <details open=${problem === 'reason'}>
      <summary data-key="c">${say('claim-complete')} <kbd>c</kbd></summary>
      <form ...${form}>
        <input type="hidden" name="once" value=${once} />
        <fieldset>
          <legend>${say('claim-ready', { name })}</legend>
          ${READY.map(
            (number) => html`<label class="check">
              <input type="radio" name="ready" value=${number} /><span lang=${language}>${readySentence(language, number)}</span>
            </label>`,
          )}
        </fieldset>
        <label class="field"><span>${say('claim-own-words')}</span><textarea name="reason" rows="2" maxlength="500"></textarea></label>
        <button name="outcome" value="to-complete">${say('claim-send-complete')}</button>
      </form>
    </details>
    <details>
      <summary data-key="r">${say('claim-refuse')} <kbd>r</kbd></summary>
      <form ...${form}>
        <input type="hidden" name="once" value=${once} />
        <label class="field"><span>${say('claim-why', { name })}</span><textarea name="reason" rows="3" maxlength="500" required></textarea></label>
        <button name="outcome" value="refused">${say('claim-send-refuse')}</button>
      </form>
    </details>
    <p class="keys" hidden>
      <label class="check"><input type="checkbox" id="keys" checked /><span>${say('claim-keys')}</span></label>
    </p>
  </section>`
}
