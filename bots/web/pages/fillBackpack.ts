// /c/:token/sac: what is in the learner's backpack, in which order, and whether anybody sees it. No script.
import type { Checked } from '../../../core/checking/index.ts'
import type { Carried, ShownBackpack } from '../../../core/data/backpack.ts'
import type { Progress } from '../../../core/model/milestone.ts'
import type { Language } from '../../../core/model/rows.ts'
import { html, type Page } from '../layout.ts'
import { type Say, sayIn } from '../texts.ts'
import { titleOf } from './backpack.ts'
import { allMilestones } from './milestones.ts'
import { reportView, type VerifyView } from './verify.ts'

export type FillView = {
  backpack: ShownBackpack
  language: Language
  /** Of this page, and of the claim's own. */
  address: string
  back: string
  publicUrl: string
  date: (instant: string) => string
  now: Date
  own: VerifyView['own']
  progress: Progress[]
  once: string
  /** What came of a badge that was just brought. */
  brought?: { checked: Checked; outcome: 'kept' | 'full' | 'known' | 'own' | 'not-theirs' | 'refused' | 'unreadable' }
}

export function fillBackpackPage(view: FillView): Page {
  const { backpack, language, address, back } = view
  const say = sayIn(language)
  const children = html`
    <p><a href=${`${back}?lang=${language}`}>← ${say('sac-back')}</a></p>
    <header class="lead"><h1>${say('sac-own')}</h1><p>${say('sac-own-lead')}</p></header>
    ${view.brought ? result(view.brought, view, say) : null}
    ${sharing(view, say)}
    <section class="card">
      <h2>${say('sac-inside')}</h2>
      ${
        backpack.items.length + backpack.left.length === 0
          ? html`<p>${say('sac-nothing-yet')}</p>`
          : html`<form method="post" action=${`${address}?lang=${language}`}>
              <input type="hidden" name="once" value=${view.once} />
              <p class="quiet">${say('sac-choose-hint')}</p>
              <ul class="choosing">${[...backpack.items, ...backpack.left].map((one, at) => chosen(one, at, view, say))}</ul>
              <p><button name="do" value="save">${say('sac-save')}</button></p>
            </form>`
      }
    </section>
    ${allMilestones(view.progress, language, say)}
    ${importing(view, say)}`
  return {
    language,
    title: say('sac-own'),
    switchTo: `${address}?lang=${language === 'fr' ? 'en' : 'fr'}`,
    style: '/assets/badges.css',
    children,
  }
}

function sharing({ backpack, language, address, publicUrl, once }: FillView, say: Say) {
  const { open, token } = backpack
  const at = `${publicUrl}/sac/${token}`
  return html`<section class="card" id="share">
    <h2>${say(open ? 'sac-is-open' : 'sac-is-closed')}</h2>
    <p>${say(open ? 'sac-is-open-text' : 'sac-is-closed-text')}</p>
    ${
      open
        ? html`<p class="address"><a href=${at}>${at}</a></p>
            <p class="row">
              <a class="button plain" href=${`/sac/${token}/qr.png?download`}>${say('sac-qr-png')}</a>
              <a class="button plain" href=${`/sac/${token}/qr.svg?download`}>${say('sac-qr-svg')}</a>
            </p>`
        : null
    }
    <p class="row"><a class="button plain" href=${`${address}/fiche.pdf?lang=${language}`}>${say('sac-pdf')}</a></p>
    <form method="post" action=${`${address}?lang=${language}`}>
      <input type="hidden" name="once" value=${once} />
      <button class=${open ? 'plain' : 'main'} name="do" value=${open ? 'close' : 'open'}>${say(open ? 'sac-close' : 'sac-open')}</button>
    </form>
  </section>`
}

function chosen(one: Carried, at: number, { backpack, language, date }: FillView, say: Say) {
  const key = one.is === 'claim' ? `claim:${one.shown.claim.id}` : `imported:${one.imported.id}`
  const title = titleOf(one, language, say)
  // a badge and the one that renews it have the same name
  const since = one.is === 'claim' ? one.shown.claim.issuances.find((i) => i.state === 'issued')?.issuedAt : one.imported.report.validFrom
  const count = backpack.items.length + backpack.left.length
  return html`<li>
    <label class="check"><input type="checkbox" name="in" value=${key} checked=${at < backpack.items.length} /><span>${title}${since ? html` <span class="quiet">${date(since)}</span>` : null}</span></label>
    <label class="place"><span class="quiet">${say('sac-place')}</span>
      <select name=${`place:${key}`} aria-label=${say('sac-place-of', { badge: title })}>
        ${Array.from({ length: count }, (_, n) => html`<option value=${n + 1} selected=${n === at}>${n + 1}</option>`)}
      </select>
    </label>
    ${one.is === 'imported' ? html`<button class="plain small" name="do" value=${`remove:${one.imported.id}`}>${say('sac-remove')}</button>` : null}
  </li>`
}

const importing = ({ address, language }: FillView, say: Say) => html`<section class="card" id="import">
  <h2>${say('sac-import')}</h2>
  <p>${say('sac-import-text')}</p>
  <form method="post" action=${`${address}/import?lang=${language}#result`} enctype="multipart/form-data">
    <label class="field drop"><span>${say('check-file')}</span>
      <input type="file" name="file" accept=".png,.svg,.json,.jsonld,.jwt,.txt,image/png,image/svg+xml,application/json" />
    </label>
    <label class="field"><span>${say('check-link')}</span><textarea name="link" rows="2" spellcheck="false"></textarea></label>
    <label class="check"><input type="checkbox" name="go" value="yes" /><span>${say('check-go')}</span></label>
    <p><button>${say('sac-import-button')}</button></p>
  </form>
</section>`

function result({ checked, outcome }: NonNullable<FillView['brought']>, view: FillView, say: Say) {
  return html`<section id="result">
    <p class="notice" role="status">${say(`sac-import-${outcome}`)}</p>
    ${checked.is === 'report' ? reportView(checked.report, { ...view, asked: true, part: true }) : html`<p>${say(`check-not-${checked.why}`)}</p>`}
  </section>`
}
