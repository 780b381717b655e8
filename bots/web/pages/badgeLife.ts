// What a badge's page says of its life: until when, renewed or not, how to take it along and how to check it.
import type { Renewal } from '../../../core/data/renewal.ts'
import type { ShownClaim } from '../../../core/data/pages.ts'
import type { Language } from '../../../core/model/rows.ts'
import { html } from '../layout.ts'
import type { Say } from '../texts.ts'
import { qrCode } from './qrCode.ts'
import { piecesOf } from './story.ts'

type Life = { shown: ShownClaim; say: Say; date: (instant: string) => string; now: Date; renewal?: Renewal }

/** Lines of the facts at the top. */
export function lifeFacts({ shown: { claim }, say, date, now, renewal }: Life) {
  const isOver = Boolean(claim.validUntil && Date.parse(claim.validUntil) < now.getTime())
  return [
    claim.validUntil && !claim.revokedAt
      ? html`<li class=${isOver ? 'revoked' : null}>${say(isOver ? 'badge-over' : 'badge-until', { date: date(claim.validUntil) })}</li>`
      : null,
    renewal?.renewedBy ? html`<li><a href=${`/b/${renewal.renewedBy}`}>${say('badge-renewed')}</a></li>` : null,
    renewal?.first ? html`<li>${say('badge-renews', { date: date(renewal.first) })}</li>` : null,
  ]
}

/** One picture of the work, where everyone may see it. */
export function firstPicture(shown: ShownClaim, address: string, say: Say) {
  const photo = piecesOf(shown).find((piece) => piece.kind === 'photo' && piece.state === 'kept')
  if (!photo) return null
  return html`<figure class="first-picture"><img src=${`${address}/evidence/${photo.id}`} alt=${photo.caption ?? say('piece-photo', { number: 1 })} /></figure>`
}

export const checkIt = (address: string, publicUrl: string, language: Language, say: Say) => html`
  <p><a class="button" href=${`/verify?lang=${language}&link=${encodeURIComponent(`${publicUrl}${address}`)}`}>${say('badge-verify')}</a></p>`

/** For backpacks that read Open Badges 2.0 alone. */
export const olderFiles = (address: string, say: Say) => html`<p class="quiet older">${say('badge-2-text')}${' '}
  <a href=${`${address}/assertion.png?download`}>${say('badge-2-png')}</a> · <a href=${`${address}/assertion.svg?download`}>${say('badge-2-svg')}</a></p>`

/** Printed, the page leads back to itself. */
export const onPaper = (url: string, say: Say) => html`<p class="on-paper">
  ${qrCode(url, say('sac-qr'))}<span>${say('badge-paper')} <span class="address">${url}</span></span>
</p>`

/** LinkedIn's own « add to profile » link (https://addtoprofile.linkedin.com): nothing is loaded from there, the learner follows it. */
export function linkedIn(shown: ShownClaim, publicAddress: string, language: Language, say: Say) {
  const { claim, meaning, issuer } = shown
  const issued = claim.issuances.find((i) => i.state === 'issued')?.issuedAt
  const url = new URL('https://www.linkedin.com/profile/add')
  const month = (instant: string, year: string, name: string) => {
    const date = new Date(instant)
    url.searchParams.set(year, String(date.getUTCFullYear()))
    url.searchParams.set(name, String(date.getUTCMonth() + 1))
  }
  url.searchParams.set('startTask', 'CERTIFICATION_NAME')
  url.searchParams.set('name', meaning.name[language])
  url.searchParams.set('organizationName', issuer.name)
  if (issued) month(issued, 'issueYear', 'issueMonth')
  if (claim.validUntil) month(claim.validUntil, 'expirationYear', 'expirationMonth')
  url.searchParams.set('certUrl', publicAddress)
  url.searchParams.set('certId', claim.id)
  return html`<p><a class="button plain" href=${url.href} rel="noreferrer">${say('badge-linkedin')}</a></p><p class="quiet">${say('badge-linkedin-text')}</p>`
}
