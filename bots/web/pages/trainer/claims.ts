// /trainer/claims: what waits for a decision. /trainer/claims/:id: one claim, its evidence, and three answers.
// The page works without script; with it, one key decides (assets/trainer.js).
import type { FollowedClaim } from '../../../../core/data/followUp.ts'
import type { ShownClaim } from '../../../../core/data/pages.ts'
import type { ByRule, Reviewing } from '../../../../core/data/reviewing.ts'
import { type Echo, flagsOf } from '../../../../core/model/flags.ts'
import type { Outcome } from '../../../../core/model/rows.ts'
import { decision, statusOf, trainerMaySee } from '../../../../core/model/status.ts'
import { textMark } from '../../../../core/model/textMark.ts'
import type { Sentence } from '../../../../dialogs/trainer/sentences.ts'
import { html, type Page } from '../../layout.ts'
import { gallery, levels, piecesOf, words } from '../story.ts'
import { voices } from '../voices.ts'
import { type Desk, deskPage, to } from './frame.ts'

/** What became of the decision that was just sent. */
export type Last =
  | { learner: string | null; badge: string; outcome: Outcome; by: string | null; mine: boolean; lacking: boolean }
  /** A juror's word, which is no decision yet. */
  | { learner: string | null; badge: string; said: number; seats: number }
  /** The same, and the jury's turn is over. */
  | { learner: string | null; badge: string; over: true }
  /** Somebody else had it open: nothing was taken. */
  | { learner: string | null; badge: string; holder: string | null }
  | 'nothing'

export type ClaimsView = {
  waiting: FollowedClaim[]
  /** Who has one open: claim → name. */
  held: Map<string, string | null>
  byRule: ByRule[]
  last: Last | undefined
}

export function claimsPage(desk: Desk, { waiting, held, byRule, last }: ClaimsView): Page {
  const { say, language, date } = desk
  const first = waiting.find(({ id }) => !held.has(id))
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
                ${first ? html`<p><a class="button" href=${to(desk, `/trainer/claims/${first.id}`)} data-key="j">${say('claims-first')}</a></p>` : null}
                <ul class="rows">
                  ${waiting.map(
                    (claim) => html`<li>
                      <a href=${to(desk, `/trainer/claims/${claim.id}`)}>${claim.learner ?? say('someone')} · ${claim.badge[language]}</a>
                      <span class="quiet">${[
                        held.has(claim.id) ? say('claims-held', { name: held.get(claim.id) ?? say('trainer') }) : '',
                        claim.jurys ? say('claims-jury') : '',
                        claim.sentAt ? date(claim.sentAt) : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}</span>
                    </li>`,
                  )}
                </ul>
              </section>`
        }
        ${
          byRule.length === 0
            ? null
            : html`<section class="card">
                <h2>${say('claims-by-rule')}</h2>
                <ul class="rows">
                  ${byRule.map(
                    (one) => html`<li>
                      <a href=${to(desk, `/trainer/claims/${one.id}`)}>${one.learner ?? say('someone')} · ${one.badge[language]}</a>
                      <span class="quiet">${say(`claims-by-${one.through}`, { name: one.byName ?? say('trainer') })} · ${date(one.at)}</span>
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
  if ('said' in last)
    return html`<p class="notice done" role="status">${say('decided-word', { learner, badge, said: last.said, seats: last.seats })}</p>`
  if ('over' in last) return html`<p class="notice done" role="status">${say('decided-word-over', { learner, badge })}</p>`
  if ('holder' in last)
    return html`<p class="notice" role="status">${say('decided-held', { learner, badge, name: last.holder ?? say('trainer') })}</p>`
  if (last.mine)
    return html`<p class="notice done" role="status">${say(last.lacking ? 'decided-lacking' : `decided-${last.outcome}`, { learner, badge })}</p>`
  const outcome = say(`outcome-${last.outcome}`)
  return html`<p class="notice" role="status">${say('decided-by-other', { learner, badge, name: last.by ?? say('trainer'), outcome })}</p>`
}

export type ClaimView = {
  shown: ShownClaim
  /** How it is being decided: by whom, by a jury. */
  now: Reviewing
  time: (instant: string) => string
  /** Sentences that fit, in the learner's language. */
  ready: { complete: Sentence[]; refuse: Sentence[] }
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
  /** Other words of those who confirmed it. */
  echoes?: Echo[]
  last?: Last
  problem?: 'complete' | 'refuse' | 'changed'
}

export function claimPage(desk: Desk, view: ClaimView): Page {
  const { say, language, date, address } = desk
  const { shown, now, time } = view
  const decidable = view.decidable && !now.holder
  const { claim, meaning, learner } = shown
  const name = learner.name ?? say('someone')
  const story = { shown, language, say }
  const said = voices(shown, say, date, { proofs: true, flags: flagsOf(claim, view.echoes ?? []) })
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
                  view.decidable && now.holder
                    ? say('claim-held', { name: now.holder.name ?? say('trainer'), time: time(now.holder.till) })
                    : now.jury?.spoke
                      ? say('claim-word-given', { said: now.jury.said, seats: now.jury.seats })
                      : stands?.through === 'automatic'
                        ? say('claim-stands-automatic', { outcome: say(`outcome-${stands.outcome}`), day: date(stands.at) })
                        : stands?.through === 'code'
                          ? say('claim-stands-code', { name: stands.byName ?? say('trainer'), day: date(stands.at) })
                          : stands
                            ? say('claim-stands', {
                                outcome: say(`outcome-${stands.outcome}`),
                                name: stands.byName ?? say('trainer'),
                                day: date(stands.at),
                              })
                            : say('claim-not-waiting', { status: say(`status-${statusOf(claim, meaning.policy)}`) })
                }
              </p>
              ${
                view.decidable && now.holder
                  ? html`<p><a class="button plain" href=${to(desk, `/trainer/claims/${claim.id}`)}>${say('claim-try-again')}</a></p>`
                  : null
              }`
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
          ${now.words.length > 0 ? jurysWords(desk, now, claim.language) : null}
          ${decidable ? decisionForms(desk, view, name) : null}
          ${said.length > 0 ? html`<section class="card"><h2>${say('claim-voices')}</h2>${said}</section>` : null}
          ${levels(story)}
        </div>
      </div>
    `,
  )
}

/** In full, once one trainer decides: a juror reads nothing of it before their own word. */
function jurysWords({ say, date }: Desk, { words: said }: Reviewing, language: string) {
  return html`<section class="card">
    <h2>${say('claim-jury')}</h2>
    ${said.map(
      (word) => html`<figure class="voice">
        <p class="verdict">${say(`outcome-${word.outcome}`)}</p>
        ${word.reason ? html`<blockquote lang=${language}>${word.reason}</blockquote>` : null}
        <figcaption>${word.byName ?? say('trainer')} · <time datetime=${word.at}>${date(word.at)}</time></figcaption>
      </figure>`,
    )}
  </section>`
}

/** Chosen with a tap, and changed in the field below before it leaves (assets/trainer.js); without script both are sent, one after the other. */
const sentences = (desk: Desk, list: Sentence[], legend: string, language: string) =>
  html`<fieldset class="ready">
    <legend>${legend}</legend>
    ${list.map(
      ({ key, text }) => html`<label class="check">
        <input type="radio" name="ready" value=${key} data-sentence=${text} /><span lang=${language}>${text}</span>
      </label>`,
    )}
    <p class="quiet" data-change hidden>${desk.say('claim-change-words')}</p>
  </fieldset>`

function decisionForms(desk: Desk, { shown, once, problem, ready, now }: ClaimView, name: string) {
  const { say, address } = desk
  const form = { method: 'post', action: to(desk, address) }
  const { language } = shown.learner
  const hidden = html`<input type="hidden" name="once" value=${once} /><input type="hidden" name="read" value=${textMark(shown.claim)} />`
  return html`<section class="card decide" id="decide">
    <h2>${say(now.jury ? `claim-jury-${now.jury.says}` : 'claim-decide')}</h2>
    ${now.jury ? html`<p>${say('claim-jury-how', { seats: now.jury.seats })}</p>` : null}
    ${problem ? html`<p class="notice" role="alert">${say(problem === 'changed' ? 'claim-text-changed' : 'claim-reason-needed', { name })}</p>` : null}
    <form ...${form}>
      ${hidden}
      <button class="main" name="outcome" value="accepted" data-key="a">${say('claim-accept')} <kbd>a</kbd></button>
    </form>
    <details open=${problem === 'complete'}>
      <summary data-key="c">${say('claim-complete')} <kbd>c</kbd></summary>
      <form ...${form}>
        ${hidden}
        ${sentences(desk, ready.complete, say('claim-ready', { name }), language)}
        <label class="field"><span>${say('claim-own-words')}</span><textarea name="reason" rows="2" maxlength="500"></textarea></label>
        <button name="outcome" value="to-complete">${say('claim-send-complete')}</button>
      </form>
    </details>
    <details open=${problem === 'refuse'}>
      <summary data-key="r">${say('claim-refuse')} <kbd>r</kbd></summary>
      <form ...${form}>
        ${hidden}
        ${sentences(desk, ready.refuse, say('claim-why', { name }), language)}
        <label class="field"><span>${say('claim-own-reason')}</span><textarea name="reason" rows="3" maxlength="500" data-focus></textarea></label>
        <button name="outcome" value="refused">${say('claim-send-refuse')}</button>
      </form>
    </details>
    <p class="keys" hidden>
      <label class="check"><input type="checkbox" id="keys" checked /><span>${say('claim-keys')}</span></label>
    </p>
  </section>`
}
