// /trainer/codes: claim codes of one's structures. One is made for a badge, shown to be said or scanned, and ended.
import type { ShownCode } from '../../../../core/data/reviewing.ts'
import type { Localized } from '../../../../core/model/badge.ts'
import { html, type Page } from '../../layout.ts'
import { qrCode } from '../qrCode.ts'
import { type Desk, deskPage, to } from './frame.ts'

/** How long a code may be good, as the form says it. */
export const LASTS = ['hours', 'day', 'week'] as const
export type Lasts = (typeof LASTS)[number]

/** What a code can be made for: a badge in a structure. `key` is what the form carries. */
export type Makeable = { key: string; structure: { id: string; name: string }; badge: { id: string; name: Localized } }

export type CodesView = {
  codes: (ShownCode & { link: string | undefined; name: Localized; open: boolean })[]
  makeable: Makeable[]
  once: string
  time: (instant: string) => string
}

export function codesPage(desk: Desk, { codes, makeable, once, time }: CodesView): Page {
  const { say, language, date } = desk
  const several = new Set(makeable.map(({ structure }) => structure.id)).size > 1
  const action = to(desk, '/trainer/codes')
  return deskPage(
    desk,
    say('desk-codes'),
    'codes',
    html`
      <header class="lead">
        <h1>${say('desk-codes')}</h1>
        <p>${say('codes-lead')}</p>
      </header>
      ${
        makeable.length === 0
          ? html`<section class="card calm"><p>${say('codes-no-badge')}</p></section>`
          : html`<section class="card">
              <h2>${say('codes-make')}</h2>
              <form method="post" action=${action}>
                <input type="hidden" name="once" value=${once} />
                <label class="field"
                  ><span>${say('codes-badge')}</span>
                  <select name="for">
                    ${makeable.map(
                      ({ key, badge, structure }) =>
                        html`<option value=${key}>${badge.name[language]}${several ? ` · ${structure.name}` : ''}</option>`,
                    )}
                  </select>
                </label>
                <fieldset>
                  <legend>${say('codes-lasts')}</legend>
                  ${LASTS.map(
                    (one, n) => html`<label class="check">
                      <input type="radio" name="lasts" value=${one} checked=${n === 0} /><span>${say(`codes-lasts-${one}`)}</span>
                    </label>`,
                  )}
                </fieldset>
                <button class="main">${say('codes-make-it')}</button>
              </form>
            </section>`
      }
      <div id="live">
        ${codes.map(
          (code) => html`<section class="card code">
            <h2>${code.name[language]}</h2>
            ${
              code.open
                ? html`<div class="saying">
                    ${code.link ? qrCode(code.link, say('codes-qr')) : null}
                    <div>
                      <p class="said">${(code.spoken ?? '').toUpperCase()}</p>
                      ${code.link ? html`<p class="address"><a href=${code.link} rel="noreferrer">${code.link}</a></p>` : null}
                      <p>${say('codes-till', { day: date(code.endsAt), time: time(code.endsAt) })}</p>
                      <p>${say('codes-used', { count: code.used })}</p>
                      <form method="post" action=${to(desk, `/trainer/codes/${code.id}`)}>
                        <button class="plain small">${say('codes-end')}</button>
                      </form>
                    </div>
                  </div>`
                : html`<p class="quiet">${say('codes-over', { day: date(code.endedAt ?? code.endsAt) })} ${say('codes-used', { count: code.used })}</p>`
            }
            <p class="quiet">${code.structure.name}${code.madeByName ? ` · ${code.madeByName}` : ''}</p>
          </section>`,
        )}
      </div>
    `,
  )
}
