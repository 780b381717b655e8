// /verify: a badge file is dropped, and what can be believed of it is said in plain words. No script; nothing is kept.
import type { Checked } from '../../../core/checking/index.ts'
import { type CheckedEndorsement, type Integrity, type Report, type Standing, standingOf } from '../../../core/checking/report.ts'
import type { Language } from '../../../core/model/rows.ts'
import { html, type Page } from '../layout.ts'
import { type Say, sayIn } from '../texts.ts'

export type VerifyView = {
  language: Language
  date: (instant: string) => string
  now: Date
  /** Names under which this very platform signs. */
  own: ReadonlyMap<string, 'real' | 'trial'>
  /** What was asked, when something was. */
  checked?: Checked
  /** What stood in the form. */
  link?: string
  asked?: boolean
}

export function verifyPage(view: VerifyView): Page {
  const { language, checked } = view
  const say = sayIn(language)
  const children = html`
    ${checked === undefined ? html`<header class="lead"><h1>${say('check-title')}</h1><p class="large">${say('check-lead')}</p></header>` : null}
    ${checked?.is === 'nothing' ? nothing(checked.why, say) : null}
    ${checked?.is === 'report' ? reportView(checked.report, view) : null}
    ${form(view, say)}`
  return {
    language,
    title: say('check-title'),
    switchTo: `/verify?lang=${language === 'fr' ? 'en' : 'fr'}`,
    style: '/assets/badges.css',
    children,
  }
}

function form({ language, link, asked, checked }: VerifyView, say: Say) {
  return html`<form class="card" method="post" action=${`/verify?lang=${language}`} enctype="multipart/form-data">
    ${checked ? html`<h2>${say('check-again')}</h2>` : null}
    <label class="field drop"><span>${say('check-file')}</span>
      <input type="file" name="file" accept=".png,.svg,.json,.jsonld,.jwt,.txt,image/png,image/svg+xml,application/json" aria-describedby="file-hint" />
    </label>
    <p class="quiet hint" id="file-hint">${say('check-file-hint')}</p>
    <label class="field"><span>${say('check-link')}</span>
      <textarea name="link" rows="2" aria-describedby="link-hint" spellcheck="false">${link ?? ''}</textarea>
    </label>
    <p class="quiet hint" id="link-hint">${say('check-link-hint')}</p>
    <label class="check"><input type="checkbox" name="go" value="yes" checked=${asked} aria-describedby="go-hint" /><span>${say('check-go')}</span></label>
    <p class="quiet hint" id="go-hint">${say('check-go-hint')}</p>
    <p><button class="main">${say('check-button')}</button></p>
    <p class="quiet">${say('check-kept')}</p>
  </form>`
}

const nothing = (why: string, say: Say) => html`<section class="card calm verdict-unchecked" role="status">
  <h1>${say('check-not-title')}</h1>
  <p class="large">${say(`check-not-${why}`)}</p>
</section>`

/** `part`: of a page with a title of its own. */
export function reportView(report: Report, view: Pick<VerifyView, 'language' | 'date' | 'now' | 'own' | 'asked'> & { part?: boolean }) {
  const say = sayIn(view.language)
  const { date } = view
  const standing = shownStanding(report, view)
  const ends = standing === 'not-yet' ? report.validFrom : report.validUntil
  const isOnline = [report.integrity, report.revocation].some((one) => one.is === 'unchecked' && one.why === 'not-asked')
  const isBadge = report.what === 'badge'
  const words = standing === 'good' && report.revocation.is === 'none' ? 'good-none' : standing
  return html`
    <div class=${`lead verdict-${standing}`} role="status">
      ${isBadge ? null : html`<p class="over">${say('check-endorsement')}</p>`}
      ${view.part ? html`<h2>${say(`check-stands-${standing}`)}</h2>` : html`<h1>${say(`check-stands-${standing}`)}</h1>`}
      <p class="large">${say(`check-stands-${words}-text`, { date: ends ? date(ends) : '' })}</p>
      ${isOnline && !view.asked ? html`<p>${say('check-again-online')}</p>` : null}
    </div>
    <section class="card">
      <h2>${report.name ?? say('check-about')}</h2>
      ${isBadge && report.description ? html`<p>${report.description}</p>` : null}
      <dl class="answers">
        <div><dt>${say('check-issuer')}</dt><dd><strong>${report.issuer.name ?? report.issuer.id ?? say('check-issuer-nobody')}</strong><br />${issuerLine(report, view, say)}</dd></div>
        ${report.recipient ? html`<div><dt>${say('check-recipient')}</dt><dd>${report.recipient}</dd></div>` : null}
        <div><dt>${say('check-dates')}</dt><dd>${[
          report.validFrom ? say('check-from', { date: date(report.validFrom) }) : null,
          report.validUntil ? say('check-until', { date: date(report.validUntil) }) : say('check-no-end'),
        ]
          .filter(Boolean)
          .join(' · ')}</dd></div>
        <div><dt>${say('check-integrity')}</dt><dd>${integrityLine(report.integrity, say, report.standard === '2.0' ? 'hosted' : 'holds')}</dd></div>
        <div><dt>${say('check-status')}</dt><dd>${statusLine(report, say)}</dd></div>
      </dl>
    </section>
    ${isBadge ? endorsements(report.endorsements, view, say) : null}
    ${quoted(say('check-criteria'), report.criteria)}${quoted(say(isBadge ? 'check-words' : 'check-what-endorsement'), report.narrative)}`
}

/** A signature without a fault may be anybody’s, under any name, and that of a trial is worth nothing: that is said before all else. */
export function shownStanding(report: Report, { now, own }: Pick<VerifyView, 'now' | 'own'>): Standing | 'unnamed' | 'trial' {
  const standing = standingOf(report, now)
  const id = report.issuer.id ?? ''
  if (standing === 'good' && own.get(id) === 'trial') return 'trial'
  return standing === 'good' && !own.has(id) && !siteOf(id) ? 'unnamed' : standing
}

/** What binds the name to the signature: a name alone can be written by anybody. */
function issuerLine({ issuer, integrity, standard }: Report, { own }: Pick<VerifyView, 'own'>, say: Say) {
  if (integrity.is !== 'holds') return null
  const id = issuer.id ?? ''
  if (own.has(id)) return say('check-issuer-here')
  const site = siteOf(id)
  if (site) return say('check-issuer-site', { site })
  return standard === '2.0' ? null : html`<small>${say('check-issuer-name')}</small>`
}

/** The domain that answers for a name. */
function siteOf(id: string): string | undefined {
  if (id.startsWith('did:web:')) return decodeURIComponent(id.split(':')[2] ?? '')
  return /^https?:\/\//.test(id) && URL.canParse(id) ? new URL(id).host : undefined
}

const integrityLine = (integrity: Integrity, say: Say, how: 'holds' | 'hosted') =>
  integrity.is === 'holds'
    ? html`<span class="is-good">${say(`check-integrity-${how}`)}</span>`
    : html`<span class=${`is-${integrity.is}`}>${say(`check-why-${integrity.why}`)}</span>`

function statusLine({ revocation, integrity }: Pick<Report, 'revocation' | 'integrity'>, say: Say) {
  if (revocation.is === 'unchecked') return html`<span class="is-unchecked">${say(`check-why-${revocation.why}`)}</span>`
  if (revocation.is !== 'revoked')
    return html`<span class=${revocation.is === 'in-force' && integrity.is !== 'broken' ? 'is-good' : null}>${say(`check-status-${revocation.is}`)}</span>`
  return html`<span class="is-broken">${say('check-status-revoked')}</span>${
    revocation.reason ? html`<br />${say('check-status-reason', { reason: revocation.reason })}` : null
  }`
}

function endorsements(all: CheckedEndorsement[], view: Pick<VerifyView, 'date' | 'now' | 'own'>, say: Say) {
  return html`<section class="card">
    <h2>${say('check-endorsements')}</h2>
    ${all.length === 0 ? html`<p>${say('check-endorsements-none')}</p>` : null}
    ${all.map(
      (one) => html`<figure class="voice">
        <p class="verdict">${one.name}</p>
        ${one.comment ? html`<blockquote>${one.comment}</blockquote>` : null}
        <figcaption>
          ${say(`check-endorses-${one.about}`)}${one.issuer.name ? ` · ${say('check-by', { issuer: one.issuer.name })}` : ''}<br />${endorsementLine(one, view, say)}
        </figcaption>
      </figure>`,
    )}
  </section>`
}

function endorsementLine(
  { integrity, revocation, validUntil, issuer }: CheckedEndorsement,
  { now, own }: Pick<VerifyView, 'now' | 'own'>,
  say: Say,
) {
  if (integrity.is !== 'holds') return html`<span class=${`is-${integrity.is}`}>${say(`check-why-${integrity.why}`)}</span>`
  if (revocation.is === 'revoked') return html`<span class="is-broken">${say('check-endorsement-revoked')}</span>`
  if (revocation.is === 'unchecked') return html`<span class="is-unchecked">${say('check-endorsement-status')}</span>`
  if (validUntil && Date.parse(validUntil) < now.getTime())
    return html`<span class="is-unchecked">${say('check-endorsement-expired')}</span>`
  // a signature binds what was said to a key, and the key to a name only where a site answers for it
  const site = siteOf(issuer.id ?? '')
  if (!own.has(issuer.id ?? '') && !site) return html`<span class="is-unchecked">${say('check-endorsement-unnamed')}</span>`
  return html`<span class="is-good">${site ? say('check-endorsement-site', { site }) : say('check-endorsement-holds')}</span>`
}

/** A stranger’s words, as plain text and within bounds. They may be Markdown: lists are lists, headings lose their marks, the rest is as it is written. */
function quoted(title: string, words: string | null) {
  if (!words) return null
  const shown = words.length > 3000 ? `${words.slice(0, 3000)}…` : words
  const blocks = shown.trim().split(/\n(?:[^\S\n]*\n)+/)
  return html`<section class="card"><h2>${title}</h2><div class="words">${blocks.map(block)}</div></section>`
}

const ITEM = /^\s*[-*•]\s+/
function block(written: string) {
  const text = written.replace(/^#{1,6}\s+/gm, '')
  const lines = text.split('\n')
  if (!lines.every((line) => ITEM.test(line))) return html`<p>${text}</p>`
  return html`<ul class="criteria">${lines.map((line) => html`<li>${line.replace(ITEM, '')}</li>`)}</ul>`
}
