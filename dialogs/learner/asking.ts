// Whether somebody can be asked for a word now, and whom the badge still waits for.
import type { ClaimTree, Endorsement } from '../../core/model/rows.ts'
import { confirmations, isConfirmed, type Lacking, lacking, sending } from '../../core/model/status.ts'
import type { Scene } from '../scene.ts'
import type { PinnedClaim } from '../world.ts'

/** More words than these say nothing more of a badge. */
const MOST_WORDS = 10

/** The badge is there: another word is added to it, and changes nothing of it. */
export const isIssued = (claim: Pick<ClaimTree, 'issuances' | 'revokedAt'>): boolean =>
  !claim.revokedAt && claim.issuances.some((i) => i.state === 'issued')

export const openRequests = (claim: Pick<ClaimTree, 'endorsements'>): Endorsement[] =>
  claim.endorsements.filter((e) => !e.verdict && !e.withdrawnAt)

/** The policy waits for somebody, or the badge is there and one more word may be added. */
export function isWordWanted(claim: PinnedClaim): boolean {
  if (claim.withdrawnAt || claim.revokedAt || claim.expiredAt || !sending(claim)) return false
  // nobody saw a milestone being done: its badges carry the words
  if (claim.meaning.groups && claim.meaning.policy.endorsements === 0) return false
  if (isIssued(claim)) return confirmations(claim).length < MOST_WORDS
  return claim.meaning.policy.endorsements > 0 && !isConfirmed(claim, claim.meaning.policy)
}

/** Who must be asked next, in a sentence, where not everybody will do: the last missing word is one of a role. '': anybody who was there. */
export function whoIsMissing(scene: Scene, text: (key: string, args?: Record<string, string>) => string = scene.text.bind(scene)): string {
  const claim = scene.pinned
  return isIssued(claim) ? '' : missingWho(lacking(claim, claim.meaning.policy), text)
}

function missingWho({ people, roles }: Lacking, text: (key: string, args?: Record<string, string>) => string): string {
  if (people !== 1 || roles.length === 0) return ''
  if (roles.length === 1) return text(`missing-${roles[0]}`)
  return text('missing-one-of', { roles: roles.map((role) => text(`who-${role}`)).join(` ${text('or')} `) })
}

/** Said of a word that was none (« ce n’est pas moi »): one tap asks somebody else. */
export function sayAndOfferAnother(scene: Scene, text: string): void {
  const options = [{ key: 'yes', label: scene.text('button-ask-another') }]
  scene.say(text, { choices: { subject: { is: 'claim', id: scene.pinned.id }, prompt: 'other', options } })
}
