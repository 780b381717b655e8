// A milestone is a badge that rests on others. It is offered once they are there, asks nothing, and leaves like every claim. How far one is
// is counted each time; what its text names is kept with the claim.
import type { Badge, Groups, Issuer } from '../../core/model/badge.ts'
import { type Below, below, isInForce, progress } from '../../core/model/milestone.ts'
import { sending } from '../../core/model/status.ts'
import { choiceData, type Option } from '../choice.ts'
import { brief } from '../page.ts'
import type { Scene } from '../scene.ts'
import type { Summary } from '../world.ts'
import { askNext, offer, offerAside } from './ask.ts'
import { listClaims } from './claims.ts'
import type { Heard } from './heard.ts'

const SUBJECT = { is: 'self' } as const

/** My claims as they are now, with what this turn has recorded of the one in hand. */
const mineNow = ({ world, claim }: Scene): Summary[] =>
  world.mine.map((one) => {
    if (one.id !== claim?.id) return one
    const { revokedAt, validUntil, issuances } = claim
    return { ...one, revokedAt, validUntil, issued: issuances.some((i) => i.state === 'issued') }
  })

export const restsFor = (scene: Scene, groups: Groups, organisation: string): Below[] =>
  below(groups.badges, organisation, mineNow(scene), scene.now)

const needOf = ({ need, badges }: Groups): number => need ?? badges.length

export const isReached = (groups: Groups, rests: Below[] | null): boolean => (rests?.length ?? 0) >= needOf(groups)

export const nameOf = (scene: Scene, badge: string): string =>
  scene.of(scene.world.house.catalogue.badge(badge)?.badge.name ?? { fr: badge, en: badge })

/** What the milestone in hand rests on is counted again. True: it is not what its text said. */
export function restAgain(scene: Scene): boolean {
  const { meaning, organisationId, restsOn } = scene.pinned
  if (!meaning.groups) return false
  const rests = below(
    meaning.groups.badges.map(({ id }) => id),
    organisationId,
    mineNow(scene),
    scene.now,
  )
  if (JSON.stringify(rests) === JSON.stringify(restsOn?.map(({ claim, badge }) => ({ claim, badge })))) return false
  scene.changeClaim({ restsOn: rests })
  return true
}

/** The badge in hand may be the last one that a milestone waited for. Once it is asked for, it is offered no more. */
export function offerMilestone(scene: Scene): void {
  const { badgeId, organisationId } = scene.pinned
  const found = scene.world.house.catalogue.badge(badgeId)?.issuer.badges.find(({ id, groups }) => {
    if (!groups?.badges.includes(badgeId) || isAsked(scene, id)) return false
    return isReached(groups, restsFor(scene, groups, organisationId))
  })
  if (!found?.groups) return
  const have = restsFor(scene, found.groups, organisationId).length
  const text = scene.text('offer-milestone', { have, badge: scene.of(found.name) })
  offerAside(scene, SUBJECT, 'milestone', text, [
    askOption(found.id, scene.text('button-yes'), ['oui']),
    { key: 'later', label: scene.text('button-later'), also: ['non'] },
  ])
}

const isAsked = (scene: Scene, badge: string): boolean => scene.world.mine.some((c) => c.badgeId === badge && !c.withdrawnAt)

const askOption = (badge: string, label: string, also?: string[]): Option => ({
  key: badge,
  label,
  also,
  data: choiceData({ is: 'badge', id: badge }, 'o', 'y'),
})

/** Asked for too early: how far they are, and which badge to go on with. */
export function tellHowFar(scene: Scene, { badge, issuer }: { badge: Badge; issuer: Issuer }, rests: Below[] | null): void {
  const groups = badge.groups!
  const have = rests?.length ?? 0
  const sent = new Set(scene.world.mine.filter((c) => !c.withdrawnAt && sending(c)).map((c) => c.badgeId))
  const missing = groups.badges.filter((id) => !rests?.some((one) => one.badge === id))
  const left = missing.filter((id) => !sent.has(id)).slice(0, 3)
  const far = scene.text('milestone-far', { have, need: needOf(groups), left: needOf(groups) - have, badge: scene.of(badge.name) })
  scene.say(far)
  // all of them are asked for: somebody else's turn
  if (left.length === 0)
    return offer(scene, SUBJECT, 'menu', scene.text('milestone-waits'), [
      { key: 'mine', label: scene.text('button-my-requests') },
      { key: 'new', label: scene.text('button-another-badge') },
    ])
  const lines = left.map((id, n) => `${n + 1}. ${nameOf(scene, id)}`)
  offer(
    scene,
    { is: 'badges', id: issuer.id },
    'suggested',
    [...lines, scene.text('ask-which-first', { count: left.length })].join('\n'),
    left.map((id) => askOption(id, brief(nameOf(scene, id)), [nameOf(scene, id)])),
  )
}

/** It was begun, and one of its badges is gone. */
export function hearBelow(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  // it may be there again
  if (restAgain(scene) && isWhole(scene)) askNext(scene)
  else if (heard.key === 'mine') listClaims(scene)
  else {
    const found = scene.badge()
    if (!found?.badge.groups) return false
    tellHowFar(scene, found, scene.pinned.restsOn ?? null)
  }
  return true
}

const isWhole = ({ pinned }: Scene): boolean => (pinned.restsOn?.length ?? 0) >= (pinned.meaning.groups?.need ?? 0)

/** On one message, three sentences. */
const MOST_LINES = 3

/** « 2 sur 3 pour « … » », and the stages in which there is a badge. What is reached can be asked for. */
export function sayProgress(scene: Scene): void {
  const held = new Set(scene.world.mine.filter((c) => isInForce(c, scene.now)).map((c) => c.badgeId))
  const far = progress(scene.world.house.catalogue, held)
  const open = far.flatMap(({ milestones }) => milestones).filter(({ milestone, have }) => have > 0 && !isAsked(scene, milestone.id))
  const stages = far.flatMap((one) => one.stages).filter(({ have }) => have > 0)
  const lines = [
    ...open.map(({ milestone, have, need }) => scene.text('progress-milestone', { have, need, badge: scene.of(milestone.name) })),
    ...stages.map(({ name, have, of }) => scene.text('progress-stage', { have, of, stage: scene.of(name) })),
  ].slice(0, MOST_LINES)
  if (lines.length === 0) return
  const reached = open.find(({ milestone, reached }) => reached && scene.world.house.catalogue.badge(milestone.id))
  // without a number: a typed digit belongs to the list that follows
  const options = reached ? [{ ...askOption(reached.milestone.id, scene.text('button-ask-for-it')), control: true }] : []
  scene.say(lines.join('\n'), options.length ? { choices: { subject: SUBJECT, prompt: 'milestone', options } } : {})
}

/** Never as equivalence: the words say so each time. */
export function opensTowards(scene: Scene): string[] {
  const to = scene.badge()?.badge.groups?.opensTowards
  return to ? [scene.text('milestone-opens', { name: to.name }), to.url] : []
}
