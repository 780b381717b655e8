// The public page of a badge, /b/:id. A recruiter has ten seconds: who, what, seen by whom. The story comes after.
import type { Resting } from '../../../core/data/milestone.ts'
import type { ShownClaim } from '../../../core/data/pages.ts'
import type { Renewal } from '../../../core/data/renewal.ts'
import type { Meaning, Milestone } from '../../../core/model/badge.ts'
import type { Endorsement, Language } from '../../../core/model/rows.ts'
import { decision } from '../../../core/model/status.ts'
import { html, type Page } from '../layout.ts'
import { type Say, sayIn } from '../texts.ts'
import { checkIt, firstPicture, lifeFacts, olderFiles, onPaper } from './badgeLife.ts'
import { opensTo, resting } from './milestones.ts'
import { gallery, levels, words } from './story.ts'
import { voices } from './voices.ts'

export type BadgeView = {
  shown: ShownClaim
  language: Language
  address: string
  publicUrl: string
  date: (instant: string) => string
  /** The learner lets everyone see the evidence. */
  withEvidence: boolean
  now: Date
  renewal: Renewal
  /** Of a milestone. */
  rests: Resting[]
  opensTowards: Milestone['opensTowards']
}

export function badgePage({ shown, language, address, publicUrl, date, withEvidence, now, renewal, rests, opensTowards }: BadgeView): Page {
  const say = sayIn(language)
  const { claim, meaning, issuer, structure } = shown
  const badge = meaning.name[language]
  const name = shown.learner.name ?? say('someone')
  const issued = claim.issuances.find((i) => i.state === 'issued')
  const seen = confirmedBy(shown, say)
  const story = { shown, language, say }
  const said = voices({ ...shown, claim: { ...claim, endorsements: claim.endorsements.filter((e) => e.verdict === 'yes') } }, say, date, {
    signed: (e) => (e.credential && !claim.revokedAt ? `${address}/endorsements/${e.id}.json` : undefined),
  })
  const children = html`
    <article>
      <header class=${`lead ${claim.revokedAt ? '' : 'with-badge'}`}>
        ${claim.revokedAt ? null : html`<img class="badge" src=${`${address}.png`} alt=${say('badge-picture', { badge })} width="240" height="240" />`}
        <div>
          <p class="over who">${name}</p>
          <h1>${badge}</h1>
          <p>${meaning.description[language]}</p>
          <ul class="facts">
            ${claim.revokedAt ? html`<li class="revoked">${say('badge-revoked')}${claim.revokedReason ? ` ${say('badge-revoked-reason', { reason: claim.revokedReason })}` : ''}</li>` : null}
            ${claim.revokedAt ? null : standing(shown, seen, say)}
            <li>${issued?.issuedAt ? say('badge-issued', { issuer: structure?.name ?? issuer.name, date: date(issued.issuedAt) }) : issuer.name}</li>
            ${lifeFacts({ shown, say, date, now, renewal })}
            ${opensTowards ? html`<li>${opensTo(opensTowards, say)}</li>` : null}
          </ul>
        </div>
      </header>
      ${withEvidence ? firstPicture(shown, address, say) : null}
      ${meaning.groups ? resting(rests, meaning, language, say) : criteria(meaning, language, say)}
      ${said.length > 0 ? html`<section class="card"><h2>${say('badge-voices')}</h2>${said}</section>` : null}
      ${words(story)}${withEvidence ? gallery(story, address) : null}${levels(story)}
      ${
        claim.revokedAt || !issued?.credential
          ? null
          : html`<section class="card proof">
              <h2>${say('badge-check')}</h2>
              <p>${say('badge-check-text')}</p>
              ${checkIt(address, publicUrl, language, say)}
              <p class="row">
                <a class="button plain" href=${`${address}.json`}>${say('badge-json')}</a>
                <a class="button plain" href=${`${address}.png`}>${say('badge-png')}</a>
                <a class="button plain" href=${`${address}.svg`}>${say('badge-svg')}</a>
              </p>
              ${olderFiles(address, say)}
              ${onPaper(`${publicUrl}${address}`, say)}
            </section>`
      }
    </article>`
  return {
    language,
    title: `${badge} · ${name}`,
    style: '/assets/badges.css',
    switchTo: `${address}?lang=${language === 'fr' ? 'en' : 'fr'}`,
    openGraph: {
      'og:type': 'article',
      'og:title': `${name} · ${badge}`,
      'og:description': meaning.description[language],
      'og:image': `${publicUrl}${address}.png`,
      'og:url': `${publicUrl}${address}`,
      'og:locale': language === 'fr' ? 'fr_FR' : 'en_GB',
    },
    trial: issuer.trial,
    children,
  }
}

const criteria = (meaning: Meaning, language: Language, say: Say) => html`<section class="card">
  <h2>${say('badge-criteria')}</h2>
  <ul class="criteria">${meaning.criteria.map((criterion) => html`<li>${criterion.name[language]}</li>`)}</ul>
</section>`

/** On whose word the badge stands; a badge that nobody saw says so. */
function standing({ claim, meaning, issuer, structure }: ShownClaim, seen: string | undefined, say: Say) {
  const accepted = decision(claim)?.outcome === 'accepted'
  return [
    seen ? html`<li class="seen">${say('badge-seen', { names: seen })}</li>` : null,
    accepted ? html`<li class="seen">${say('badge-accepted', { issuer: structure?.name ?? issuer.name })}</li>` : null,
    seen || accepted
      ? null
      : html`<li>${meaning.groups ? say('badge-rests', { count: claim.restsOn?.length ?? 0 }) : say('badge-self')}</li>`,
  ]
}

/** « Paul Martin (chef de cuisine, Le Chantier bâtir) » */
const saidBy = ({ name, role, organisation }: Endorsement): string => {
  const beside = [role, organisation].filter(Boolean).join(', ')
  return beside ? `${name} (${beside})` : name!
}

/** « Paul Martin (chef de cuisine) et une personne qui a vu ce travail ». */
export function confirmedBy({ claim }: ShownClaim, say: Say): string | undefined {
  const names = claim.endorsements
    .filter((e) => e.verdict === 'yes' && e.settledAt && !e.withdrawnAt)
    .map((e) => (e.anonymous || !e.name ? say('someone-anonymous') : saidBy(e)))
  if (names.length === 0) return undefined
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} ${say('and')} ${names.at(-1)}`
}
