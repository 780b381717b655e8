// « Mes demandes »: where each claim stands, and what can be done with it.
import { confirmations, decision, isWhole, sending, statusOf } from '../../core/model/status.ts'
import { type Option, choiceData } from '../choice.ts'
import { giveLink } from '../linking.ts'
import { brief, pageKey, pageOf } from '../page.ts'
import type { Scene } from '../scene.ts'
import { isByLetter } from '../tutor/letter.ts'
import type { Summary } from '../world.ts'
import { askNext, offer } from './ask.ts'
import { chooseBadge } from './badges.ts'
import type { Heard } from './heard.ts'
import { missing } from './missing.ts'
import { askAnother, forwardable } from './send.ts'
import { shareBadge } from './share.ts'

export function listClaims(scene: Scene, page = 0): void {
  const all = scene.world.mine.filter((c) => !c.withdrawnAt)
  if (!all.length) return chooseBadge(scene, scene.text('no-claims'))
  const { shown, more } = pageOf(scene, all, page)
  const title = (c: Summary) => scene.of(scene.world.house.catalogue.badge(c.badgeId)?.badge.name ?? { fr: c.badgeId, en: c.badgeId })
  const state = (c: Summary) => scene.text(c.issued ? 'state-issued' : sending(c) ? 'state-sent' : 'state-draft')
  const lines = shown.map((c, i) => `${i + 1}. ${title(c)} · ${state(c)}`)
  offer(scene, { is: 'self' }, 'mine', [...lines, scene.text('ask-which-claim')].join('\n'), [
    ...shown.map((c) => ({
      key: c.id,
      label: brief(title(c)),
      also: [title(c)],
      data: choiceData({ is: 'claim', id: c.id }, 'show', 'y'),
    })),
    ...more,
    { key: 'new', label: scene.text('button-another-badge'), control: true },
    // where there is another chat, and not only our page
    ...(scene.world.house.elsewhere('', scene.through).length > 1
      ? [{ key: 'link', label: scene.text('button-link'), control: true }]
      : []),
  ])
}

export function hearClaims(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const page = pageKey(heard.key)
  if (heard.key === 'new') chooseBadge(scene)
  else if (heard.key === 'link') giveLink(scene)
  else if (heard.key === 'mine') listClaims(scene)
  else if (page !== undefined) listClaims(scene, page)
  else if (!scene.world.mine.some((c) => c.id === heard.key)) return false
  else if (scene.claim?.id === heard.key) showClaim(scene)
  else return scene.need({ claim: heard.key })
  return true
}

/** One claim: its state in a sentence, and what the learner can do now. */
export function showClaim(scene: Scene): void {
  const claim = scene.pinned
  if (missing(scene) === 'complete') return askNext(scene)
  if (!sending(claim) && !claim.withdrawnAt) {
    scene.say(scene.varied('claim-again', { badge: scene.badgeName() }))
    return askNext(scene)
  }
  const status = statusOf(claim, claim.meaning.policy)
  const waiting = claim.endorsements.find((e) => !e.verdict && !e.withdrawnAt)
  const known = waiting ?? confirmations(claim).at(-1)
  const name = (known?.anonymous ? null : known?.name) ?? scene.text('somebody')
  const lacking = status === 'accepted' && !isWhole(claim, claim.meaning.policy)
  const lines = [
    scene.text(lacking ? 'claim-accepted-lacking' : `claim-${status}`, {
      badge: scene.badgeName(),
      name,
      words: decision(claim)?.reason ?? '',
    }),
    `${scene.world.house.publicUrl}/c/${claim.token}`,
  ]
  offer(scene, { is: 'claim', id: claim.id }, 'card', lines.join('\n'), cardOptions(scene), {}, { of: 'mine', claim: claim.id })
}

/** Nothing has left for a backend yet. */
const withdrawable = (scene: Scene): boolean => scene.pinned.issuances.length === 0

/** Somebody's word is missing, and nobody is being asked for it. */
export const asksNobody = (scene: Scene): boolean =>
  !scene.pinned.withdrawnAt &&
  confirmations(scene.pinned).length < scene.pinned.meaning.policy.endorsements &&
  !scene.pinned.endorsements.some((e) => !e.verdict && !e.withdrawnAt)

/** @param text in the learner's own words: a trainer's turn may show the card too. */
export function cardOptions(scene: Scene, text: (key: string) => string = (key) => scene.text(key)): Option[] {
  const option = (key: string, label: string): Option => ({ key, label: text(label) })
  const claim = scene.pinned
  const another = option('new', 'button-another-badge')
  if (claim.issuances.some((i) => i.state === 'issued'))
    return [claim.sharedAt ? option('hide', 'button-hide') : option('show', 'button-show-it'), another]
  const waiting = claim.endorsements.some((e) => !e.verdict && !e.withdrawnAt)
  return [
    ...(waiting ? [option('link', 'button-link-again')] : []),
    ...(asksNobody(scene) ? [option('ask', 'button-ask-another')] : []),
    another,
    ...(withdrawable(scene) ? [option('drop', 'button-withdraw')] : []),
  ]
}

export function hearCard(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  switch (heard.key) {
    case 'show':
    case 'hide':
      shareBadge(scene, heard.key === 'show')
      return true
    case 'new':
      chooseBadge(scene)
      return true
    case 'link': {
      const waiting = scene.pinned.endorsements.find((e) => !e.verdict && !e.withdrawnAt)
      // the link of a letter is for whoever reads it
      if (waiting && isByLetter(waiting)) askAnother(scene)
      else if (waiting) forwardable(scene, waiting)
      else scene.say(scene.text('already-noted'), { over: true })
      return true
    }
    case 'ask':
      if (asksNobody(scene)) askAnother(scene)
      else showClaim(scene)
      return true
    case 'drop':
      offer(scene, { is: 'claim', id: scene.pinned.id }, 'drop', scene.text('ask-withdraw', { badge: scene.badgeName() }), [
        { key: 'no', label: scene.text('button-no-keep-it') },
        { key: 'yes', label: scene.text('button-yes-withdraw') },
      ])
      return true
    default:
      return false
  }
}

export function hearWithdraw(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  if (heard.key === 'yes' && withdrawable(scene)) {
    scene.changeClaim({ withdrawnAt: scene.now, remindAt: null })
    scene.audit('withdrawn')
    scene.say(scene.text('withdrawn'))
    scene.lookAway()
  } else showClaim(scene)
  return true
}
