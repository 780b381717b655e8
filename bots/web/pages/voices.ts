// The words of those who were there, one after the other: who, in which role, where, how that is known, when.
import type { ShownClaim } from '../../../core/data/pages.ts'
import type { Flag } from '../../../core/model/flags.ts'
import type { Endorsement, MailProof } from '../../../core/model/rows.ts'
import { isProven } from '../../../core/model/standing.ts'
import type { Lacking } from '../../../core/model/status.ts'
import { html } from '../layout.ts'
import type { Say } from '../texts.ts'

type Dated = (instant: string) => string

/** What a reader may see of a word beyond the word. */
export type Beside = {
  /** The trainer: how it is known who answered a letter. */
  proofs?: boolean
  /** The trainer: what may catch their eye. */
  flags?: Flag[]
  /** Absolute or relative address of a word that is signed by itself. */
  signed?: (endorsement: Endorsement) => string | undefined
}

/** In the order in which they were given. */
export const givenWords = ({ claim }: Pick<ShownClaim, 'claim'>): Endorsement[] =>
  claim.endorsements
    .filter((e) => e.verdict && e.settledAt && !e.withdrawnAt && e.verdict !== 'not-me')
    .toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))

export function voices(shown: ShownClaim, say: Say, date: Dated, beside: Beside = {}) {
  return givenWords(shown).map((e) => {
    const signed = beside.signed?.(e)
    const flags = (beside.flags ?? []).filter(({ of }) => of === e.id)
    return html`<figure class=${`voice ${e.verdict}`}>
      <p class="verdict">${say(`verdict-${e.verdict}`)}</p>
      ${e.comment ? html`<blockquote lang=${shown.claim.language}>${e.comment}</blockquote>` : null}
      <figcaption>
        ${whoSaid(e, say)}${e.at ? html` · <time datetime=${e.at}>${date(e.at)}</time>` : null}
        <br /><small class=${e.standing}>${standing(e, say)}</small>
        ${beside.proofs && e.proof && e.verified?.by !== 'domain' ? html`<br /><small>${proof(e.proof, say)}</small>` : null}
        ${signed ? html`<br /><small class="signed"><a href=${signed}>${say('voice-signed')}</a></small>` : null}
      </figcaption>
      ${flags.length > 0 ? html`<p class="look">${say('look', { what: flags.map(({ is }) => say(`look-${is}`)).join(', ') })}</p>` : null}
    </figure>`
  })
}

/** Whoever was asked and has not answered: for the learner alone. */
export function awaited({ claim }: ShownClaim, say: Say, date: Dated) {
  const open = claim.withdrawnAt ? [] : claim.endorsements.filter((e) => !e.withdrawnAt && (!e.verdict || !e.settledAt))
  return open.map(
    (e) =>
      html`<p class="quiet awaited">${say(e.name ? 'voice-awaited-of' : 'voice-awaited', { name: e.name ?? '', day: date(e.askedAt) })}</p>`,
  )
}

/** Where the last missing word must be of somebody in a role; '': anybody's who was there. */
export function missingWho({ people, roles }: Lacking, say: Say): string {
  if (people !== 1 || roles.length === 0) return ''
  return say('voice-missing', { roles: roles.map((role) => say(`capacity-${role}`).toLowerCase()).join(', ') })
}

/** « Paul Martin, Collègue, Le Chantier bâtir »; who keeps their name to themself keeps where they work too. */
const whoSaid = (e: Endorsement, say: Say): string =>
  [(!e.anonymous && e.name) || say('someone-anonymous'), e.role, e.anonymous ? null : e.organisation].filter(Boolean).join(', ')

function standing(e: Endorsement, say: Say): string {
  if (e.standing === 'declared') return say('standing-declared')
  const { verified } = e
  if (!verified) return say('standing-structure')
  switch (verified.by) {
    case 'structure':
      return say('standing-structure')
    case 'domain':
      // the domain would say where they work
      return e.anonymous ? say('standing-verified') : say('standing-domain', { domain: verified.domain })
    case 'tenant':
      return say('standing-tenant')
    default:
      return verified satisfies never
  }
}

const proof = (found: MailProof, say: Say): string =>
  `${say(`tutor-proof-${found.by}`, { domain: found.domain })}. ${say(isProven(found) ? 'tutor-proof-pass' : 'tutor-proof-unchecked')}`
