// « Mes demandes »: where each claim stands, and what can be done with it.
import type { Endorsement } from '../../core/model/rows.ts'
import { isInForce } from '../../core/model/milestone.ts'
import { confirmations, decision, lacking, sending, statusOf, verdicts } from '../../core/model/status.ts'
import { type Option, choiceData } from '../choice.ts'
import { giveLink } from '../linking.ts'
import { brief, pageKey, pageOf } from '../page.ts'
import { whoKnows } from '../peers.ts'
import type { Scene } from '../scene.ts'
import { isByLetter } from '../tutor/letter.ts'
import type { Summary } from '../world.ts'
import { askNext, offer } from './ask.ts'
import { isWordWanted, openRequests, whoIsMissing } from './asking.ts'
import { chooseBadge } from './badges.ts'
import { askFound, foundOptions, stopBeingFound } from './found.ts'
import type { Heard } from './heard.ts'
import { opensTowards, sayProgress } from './milestone.ts'
import { missing } from './missing.ts'
import { askAnother, cancelRequests, endRequests, forwardable } from './send.ts'
import { canRenew, renew } from './renew.ts'
import { shareBadge } from './share.ts'

export function listClaims(scene: Scene, page = 0): void {
  const all = scene.world.mine.filter((c) => !c.withdrawnAt)
  if (!all.length) return chooseBadge(scene, scene.text('no-claims'))
  if (page === 0) sayProgress(scene)
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
  const [waiting] = openRequests(claim)
  const known = waiting ?? confirmations(claim).at(-1)
  const name = (known?.anonymous ? null : known?.name) ?? scene.text('somebody')
  const people = status === 'accepted' ? lacking(claim, claim.meaning.policy).people : 0
  const needed = status === 'sent' || people > 0 ? whoIsMissing(scene) : ''
  const said = people > 0 ? 'claim-accepted-lacking' : `claim-${status}`
  const lines = [
    scene.text(needed ? `claim-${status}-needed` : said, {
      badge: scene.badgeName(),
      name,
      people,
      needed,
      words: decision(claim)?.reason ?? '',
    }),
    `${scene.world.house.publicUrl}/c/${claim.token}`,
    ...chainLines(scene),
    ...opensTowards(scene),
  ]
  offer(scene, { is: 'claim', id: claim.id }, 'card', lines.join('\n'), cardOptions(scene), {}, { of: 'mine', claim: claim.id })
}

/** Who has answered, one after the other, and how. */
const chainLines = (scene: Scene): string[] =>
  verdicts(scene.pinned)
    .filter((e) => e.verdict !== 'not-me')
    .map((e, at) => `${at + 1}. ${whoSaid(scene, e)}${scene.text('colon')} ${scene.text(`chain-${e.verdict}`)}`)

/** « Paul Martin, Collègue, Le Chantier bâtir »; who keeps their name to themself keeps where they work too. */
const whoSaid = (scene: Scene, e: Endorsement): string =>
  [e.anonymous || !e.name ? scene.text('somebody') : e.name, e.role, e.anonymous ? null : e.organisation].filter(Boolean).join(', ')

/** Nothing has left for a backend yet. */
const withdrawable = (scene: Scene): boolean => scene.pinned.issuances.length === 0

/** Somebody's word is missing or would add to the badge, and nobody is being asked for it. */
export const asksNobody = ({ pinned }: Scene): boolean =>
  isWordWanted(pinned) && !pinned.endorsements.some((e) => !e.withdrawnAt && (!e.verdict || !e.settledAt))

/** @param text in the learner's own words: a trainer's turn may show the card too. */
export function cardOptions(scene: Scene, text: (key: string) => string = (key) => scene.text(key)): Option[] {
  const option = (key: string, label: string): Option => ({ key, label: text(label) })
  const claim = scene.pinned
  const another = option('new', 'button-another-badge')
  const waiting = openRequests(claim).length > 0
  const asking = [
    ...(waiting && isWordWanted(claim) ? [option('link', 'button-link-again')] : []),
    ...(waiting ? [option('cancel', 'button-cancel-request')] : []),
  ]
  if (claim.issuances.some((i) => i.state === 'issued'))
    return [
      ...(canRenew(scene) ? [option('renew', 'button-renew')] : []),
      ...(claim.revokedAt ? [] : [claim.sharedAt ? option('hide', 'button-hide') : option('show', 'button-show-it')]),
      ...asking,
      ...(asksNobody(scene) ? [option('ask', 'button-ask-later')] : []),
      another,
      ...foundOptions(scene, text),
      ...othersOption(scene, text),
    ]
  return [
    ...asking,
    ...(asksNobody(scene) ? [option('ask', 'button-ask-another')] : []),
    another,
    ...(withdrawable(scene) ? [option('drop', 'button-withdraw')] : []),
    ...othersOption(scene, text),
  ]
}

/** People of the same place who have this badge. */
const othersOption = (scene: Scene, text: (key: string) => string): Option[] =>
  scene.world.structure ? [{ key: 'who', label: text('button-who-knows'), control: true }] : []

/** « On peut me demander », typed: for the badge that is spoken about, for the only one, or for one that they choose. False: they have none. */
export function askFoundByWord(scene: Scene): boolean {
  const held = scene.world.mine.filter((one) => isInForce(one, scene.now))
  if (!held.length) return false
  const subject = scene.focus?.subject
  const chosen = held.find(({ id }) => subject?.is === 'claim' && subject.id === id) ?? (held.length === 1 ? held[0] : undefined)
  if (!chosen) listClaims(scene)
  else if (scene.claim?.id !== chosen.id) return scene.need({ claim: chosen.id })
  else if (!askFound(scene)) scene.say(scene.text('peers-no-place'))
  return true
}

export function hearCard(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  switch (heard.key) {
    case 'show':
    case 'hide':
      shareBadge(scene, heard.key === 'show')
      return true
    case 'renew':
      renew(scene)
      return true
    case 'new':
      chooseBadge(scene)
      return true
    case 'find':
      return askFound(scene)
    case 'unfind':
      return stopBeingFound(scene)
    case 'who':
      whoKnows(scene, scene.pinned.badgeId)
      return true
    case 'link': {
      const [waiting] = isWordWanted(scene.pinned) ? openRequests(scene.pinned) : []
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
    case 'cancel':
      if (!cancelRequests(scene)) scene.say(scene.text('already-noted'), { over: true })
      return true
    case 'later':
      scene.say(scene.text('kept'))
      scene.lookAway()
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
    endRequests(scene)
    scene.changeClaim({ withdrawnAt: scene.now, remindAt: null })
    scene.audit('withdrawn')
    scene.say(scene.text('withdrawn'))
    scene.lookAway()
  } else showClaim(scene)
  return true
}
