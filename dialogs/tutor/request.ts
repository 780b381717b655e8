// A request for a word on somebody's work: opened by its link, bound to the first who starts with it, shown, answered once.
import { hasJudged } from '../../core/model/jury.ts'
import type { Endorsement } from '../../core/model/rows.ts'
import { sending } from '../../core/model/status.ts'
import { isSameMailbox } from '../../core/model/sameMailbox.ts'
import { isBefore } from '../../core/model/time.ts'
import { attachmentsOf } from '../claimParts.ts'
import type { Scene } from '../scene.ts'
import { LEVELS, firstName } from '../learner/view.ts'
import { choiceData } from '../choice.ts'
import { offer } from '../learner/ask.ts'
import { whoIsMissing } from '../learner/asking.ts'
import { brief } from '../page.ts'
import { withStanding } from './standing.ts'

/** Why a link cannot be answered through; null: it can. */
export function closed(scene: Scene, endorsement: Endorsement | undefined): string | null {
  const { claim, link, owner, me } = { claim: scene.claim, link: scene.world.link, owner: scene.world.owner, me: scene.world.me }
  if (!endorsement || !claim || claim.withdrawnAt || claim.expiredAt || claim.revokedAt || endorsement.withdrawnAt || !sending(claim))
    return 'tutor-link-over'
  if (link?.kind === 'endorse' && link.expiresAt && !isBefore(scene.now, link.expiresAt)) return 'tutor-link-over'
  if (owner && isOwn(scene, endorsement)) return 'tutor-own-claim'
  if (endorsement.endorserId && endorsement.endorserId !== me?.id) return 'tutor-taken'
  // several people are asked: one person counts once
  if (
    me &&
    !endorsement.endorserId &&
    claim.endorsements.some((e) => e.endorserId === me.id && !e.withdrawnAt && (!e.verdict || e.verdict === 'yes'))
  )
    return 'tutor-already'
  if (me && hasJudged(claim, scene.world.reviews, me.id)) return 'tutor-has-judged'
  return null
}

/** The learner themself, by any account of theirs, or by an address that is theirs: their own, the one of this badge, or either with a plus. */
function isOwn({ world: { me, owner, house }, claim }: Scene, { mailTo }: Endorsement): boolean {
  if (me?.id === owner?.id) return true
  const addresses = [owner?.email, claim?.email].filter((address) => address != null)
  const channel = house.letters?.()
  const called = addresses.flatMap((address) => house.addressee?.(address) ?? [])
  return (
    addresses.some((address) => isSameMailbox(address, me?.email) || isSameMailbox(address, mailTo)) ||
    (me?.accounts.some((account) => account.channel === channel && called.includes(account.externalId)) ?? false)
  )
}

/** The request of the claim in hand that whoever speaks opened; undefined: it was somebody else's, or the learner asks another person now. */
export const askedOfMe = (scene: Scene, id: string): Endorsement | undefined =>
  scene.claim?.endorsements.find((e) => e.id === id && e.endorserId === scene.me.id && !e.withdrawnAt)

/** Opened by whoever speaks, and over since: nothing of it is shown or taken any more. They are told. */
export function isOverForMe(scene: Scene, id: string): boolean {
  const e = askedOfMe(scene, id)
  const claim = scene.claim
  if (!e || !claim) return false
  const until = e.verdict ? null : scene.linkOf(id)?.expiresAt
  const late = until != null && !isBefore(scene.now, until)
  if (!late && !claim.withdrawnAt && !claim.expiredAt && !claim.revokedAt && (e.verdict || sending(claim))) return false
  scene.audit('request refused link-over', id)
  scene.say(scene.text('tutor-link-over'))
  scene.lookAway()
  return true
}

/** Opens a request: the first person who starts with its link is the one who answers. */
export function openRequest(scene: Scene, id: string): void {
  const found = scene.claim?.endorsements.find((e) => e.id === id)
  const why = closed(scene, found)
  if (why) {
    scene.audit(`request refused ${why.replace('tutor-', '')}`, id)
    scene.say(scene.text(why, { learner: learnerOf(scene), badge: scene.claim ? scene.badgeName() : '' }))
    return
  }
  if (!found!.endorserId) bind(scene, found!)
  showRequest(scene, id)
}

/** Opening binds in a chat; on the page only answering does. */
export function bind(scene: Scene, endorsement: Endorsement): void {
  scene.record('Endorsement', {
    ...withStanding(scene, endorsement),
    endorserId: scene.me.id,
    boundAt: scene.now,
    channel: scene.through,
    name: scene.me.name,
  })
  scene.audit('request opened', endorsement.id)
}

/** Who asks, for which badge, their words, their evidence, and one question. */
export function showRequest(scene: Scene, id: string): void {
  const endorsement = scene.pinned.endorsements.find((e) => e.id === id)!
  if (endorsement.settledAt) {
    scene.say(scene.text('tutor-already', { learner: learnerOf(scene), badge: scene.badgeName() }))
    return
  }
  scene.record('Endorsement', { ...endorsement, shownDigest: scene.pinned.digest })
  const text = [
    openingOf(scene, scene.text.bind(scene)),
    quoted(scene),
    scene.text('tutor-ask', { learner: firstName(learnerOf(scene)) }),
  ].join('\n')
  const message = scene.say(text, {
    choices: { subject: { is: 'endorsement', id }, prompt: 'verdict', options: verdictOptions(scene.text.bind(scene)) },
    attachments: attachmentsOf(scene.pinned.evidence),
  })
  scene.look({ is: 'endorsement', id }, 'verdict', { message })
}

export const verdictOptions = (text: Scene['text']) => [
  { key: 'yes', label: text('button-i-confirm') },
  { key: 'not', label: text('button-not-yet') },
  { key: 'notme', label: text('button-not-me') },
]

export const learnerOf = (scene: Scene): string => scene.world.owner?.name ?? scene.text('somebody')

/** Who asks, for which badge, and whose word it waits for where not everybody's will do. */
export function openingOf(scene: Scene, text: Scene['text']): string {
  const needed = whoIsMissing(scene, text)
  return text(needed ? 'tutor-request-needed' : 'tutor-request', { learner: learnerOf(scene), badge: scene.badgeName(), needed })
}

/** The learner's text, and where they see themself. */
export function quoted(scene: Scene): string {
  const claim = scene.pinned
  const levels = claim.meaning.criteria.flatMap((c) => {
    const level = claim.answers.findLast((a) => a.prompt === `c:${c.id}` && !a.supersededAt)?.level
    const label = level ? LEVELS[level - 1] : undefined
    return label ? [`${scene.of(c.name)}${scene.text('colon')} ${scene.text(label)}.`] : []
  })
  const project = claim.project ? [scene.text('tutor-project', { text: claim.project.context })] : []
  return [...project, scene.text('quote', { text: claim.narrative ?? '' }), ...levels].join('\n')
}

/** Several wait: choose one, so that a bare "ok" never lands on the wrong one. */
export function listRequests(scene: Scene): void {
  const shown = scene.world.requests.slice(0, 4)
  const title = (r: (typeof shown)[number]) =>
    scene.text('tutor-request-of', {
      learner: r.learner ?? '',
      badge: scene.of(scene.world.house.catalogue.badge(r.badgeId)?.badge.name ?? { fr: r.badgeId, en: r.badgeId }),
    })
  offer(
    scene,
    { is: 'self' },
    'asked',
    [...shown.map((r, i) => `${i + 1}. ${title(r)}`), scene.text('tutor-which')].join('\n'),
    shown.map((r) => ({
      key: r.endorsement,
      label: brief(firstName(r.learner ?? '?')),
      data: choiceData({ is: 'endorsement', id: r.endorsement }, 'open', 'see'),
    })),
  )
}
