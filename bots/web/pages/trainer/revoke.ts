// /trainer/claims/:id/revoke: what taking a badge back does, and the reason for it.
import type { ShownClaim } from '../../../../core/data/pages.ts'
import { html, type Page } from '../../layout.ts'
import { type Desk, deskPage, to } from './frame.ts'

export function revokePage(desk: Desk, { claim, meaning, learner }: ShownClaim, lacksReason = false): Page {
  const { say, language } = desk
  const name = learner.name ?? say('someone')
  const title = say('revoke-title', { badge: meaning.name[language], name })
  return deskPage(
    desk,
    title,
    'claims',
    html`
      <header class="lead"><h1>${title}</h1></header>
      <section class="card">
        ${lacksReason ? html`<p class="notice" role="alert">${say('claim-reason-needed', { name })}</p>` : null}
        <p>${say('revoke-what', { name })}</p>
        <form method="post" action=${to(desk, `/trainer/claims/${claim.id}/revoke`)}>
          <label class="field"><span>${say('revoke-why', { name })}</span><textarea name="reason" rows="3" maxlength="200" required></textarea></label>
          <p class="row">
            <button>${say('revoke-do')}</button>
            <a class="button plain" href=${to(desk, `/trainer/claims/${claim.id}`)}>${say('revoke-keep')}</a>
          </p>
        </form>
      </section>
    `,
  )
}
