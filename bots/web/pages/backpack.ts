// /sac/:token: somebody's badges on one page, to be proud of on a phone, on a screen and on paper.
import type { Carried, Imported, ShownBackpack } from '../../../core/data/backpack.ts'
import type { Report } from '../../../core/checking/report.ts'
import type { ShownClaim } from '../../../core/data/pages.ts'
import type { Progress } from '../../../core/model/milestone.ts'
import type { Language } from '../../../core/model/rows.ts'
import { html, type Page } from '../layout.ts'
import { type Say, sayIn } from '../texts.ts'
import { confirmedBy } from './badge.ts'
import { reachedMilestones } from './milestones.ts'
import { shownStanding, type VerifyView } from './verify.ts'

export type BackpackView = {
  backpack: ShownBackpack
  language: Language
  /** Absolute address of this page. */
  address: string
  date: (instant: string) => string
  now: Date
  own: VerifyView['own']
  progress: Progress[]
}

export function backpackPage({ backpack, language, address, date, now, own, progress }: BackpackView): Page {
  const say = sayIn(language)
  const name = backpack.owner.name ?? say('someone')
  const here = new URL(address).pathname
  const title = say('sac-title', { name })
  // French counts none as one
  const lead = backpack.items.length > 0 ? say('sac-lead', { count: backpack.items.length }) : undefined
  const children = html`
    <header class="lead sac-lead">
      <p class="over">${say('sac-over')}</p>
      <h1>${name}</h1>
      ${lead ? html`<p class="large">${lead}</p>` : null}
    </header>
    ${backpack.items.length === 0 ? html`<p class="card">${say('sac-empty')}</p>` : null}
    <ul class="sac">
      ${backpack.items.map((one) => (one.is === 'claim' ? earned(one.shown, { language, say, date, now }) : imported(one.imported, name, { say, date, now, own })))}
    </ul>
    ${reachedMilestones(progress, language, say)}
    <p class="card proof sac-check">
      <img class="qr" src=${`${here}/qr.svg`} alt=${say('sac-qr')} width="120" height="120" />
      <span>${say('sac-check')} <span class="address">${address}</span></span>
    </p>`
  return {
    language,
    title,
    switchTo: `${here}?lang=${language === 'fr' ? 'en' : 'fr'}`,
    style: '/assets/badges.css',
    openGraph: {
      'og:type': 'profile',
      'og:title': title,
      'og:description': lead ?? say('sac-empty'),
      'og:url': address,
      'og:locale': language === 'fr' ? 'fr_FR' : 'en_GB',
    },
    trial: backpack.items.some((one) => one.is === 'claim' && one.shown.issuer.trial),
    children,
  }
}

type Shown = { say: Say; date: (instant: string) => string; now: Date }

function earned(shown: ShownClaim, { language, say, date, now }: Shown & { language: Language }) {
  const { claim, meaning, issuer, structure } = shown
  const badge = meaning.name[language]
  const issued = claim.issuances.find((i) => i.state === 'issued')
  const seen = confirmedBy(shown, say)
  const isOver = Boolean(claim.validUntil && Date.parse(claim.validUntil) < now.getTime())
  return html`<li class="card sac-badge">
    <img class="badge" src=${`/b/${claim.id}.png`} alt="" width="160" height="160" loading="lazy" />
    <div>
      <h2><a href=${`/b/${claim.id}`}>${badge}</a></h2>
      <p>${meaning.description[language]}</p>
      <ul class="facts">
        ${seen ? html`<li class="seen">${say('badge-seen', { names: seen })}</li>` : null}
        <li>${issued?.issuedAt ? say('badge-issued', { issuer: structure?.name ?? issuer.name, date: date(issued.issuedAt) }) : issuer.name}</li>
        ${claim.validUntil ? html`<li class=${isOver ? 'revoked' : null}>${say(isOver ? 'badge-over' : 'badge-until', { date: date(claim.validUntil) })}</li>` : null}
      </ul>
    </div>
  </li>`
}

/** What a stranger issued: as it was checked when it was brought, and by whom. */
function imported({ report, addedAt }: Imported, name: string, { say, date, now, own }: Shown & Pick<VerifyView, 'own'>) {
  const standing = shownStanding(report, { now, own })
  return html`<li class="card sac-badge">
    <span class="elsewhere" aria-hidden="true"></span>
    <div>
      <h2>${nameOf(report, say)}</h2>
      ${report.description ? html`<p>${cut(report.description)}</p>` : null}
      <ul class="facts">
        <li>${issuerOf(report, say)}${report.validFrom ? `, ${date(report.validFrom)}` : ''}</li>
        <li class=${standing === 'good' ? 'seen' : null}>${say(`sac-imported-${standing}`, { date: date(addedAt) })}</li>
        <li class="quiet">${say('sac-brought', { name })}</li>
      </ul>
    </div>
  </li>`
}

/** A stranger's words, within bounds: what is drawn on paper and in a list is no place for a book. */
const cut = (text: string, most = 400): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
export const nameOf = ({ name }: Report, say: Say): string => (name ? cut(name, 120) : say('sac-unnamed'))
export const issuerOf = ({ issuer: { name, id } }: Report, say: Say): string => cut(name ?? id ?? say('check-issuer-nobody'), 120)

export const titleOf = (one: Carried, language: Language, say: Say): string =>
  one.is === 'claim' ? one.shown.meaning.name[language] : nameOf(one.imported.report, say)
