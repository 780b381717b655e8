// What waits for a trainer's decision, and the decision: accepted, to complete, refused, with words that help.
import { flagsOf } from '../../core/model/flags.ts'
import type { Endorsement, Outcome } from '../../core/model/rows.ts'
import { isProven } from '../../core/model/standing.ts'
import type { InboundEvent } from '../vocabulary.ts'
import { isWhole, trainerMaySee, verdicts } from '../../core/model/status.ts'
import { choiceData } from '../choice.ts'
import { attachmentsOf } from '../claimParts.ts'
import { offer } from '../learner/ask.ts'
import type { Heard } from '../learner/heard.ts'
import { cardOptions } from '../learner/claims.ts'
import { forwardIfWhole } from '../learner/send.ts'
import { firstName, viewOf } from '../learner/view.ts'
import { brief, pageKey, pageOf } from '../page.ts'
import type { Scene } from '../scene.ts'
import { quoted } from '../tutor/request.ts'
import type { PinnedClaim } from '../world.ts'

export const isTrainer = (scene: Scene): boolean => scene.world.memberships.some((m) => m.role === 'trainer')

export function listDecisions(scene: Scene, page = 0): void {
  const { waiting } = scene.world
  if (!waiting.length) {
    scene.say(scene.text('trainer-none-waiting'))
    return scene.lookAway()
  }
  // one alone is opened at once
  const [only] = waiting
  if (waiting.length === 1 && only) {
    if (scene.claim?.id === only.id) showDecision(scene)
    else scene.need({ claim: only.id, waiting: true })
    return
  }
  const { shown, more } = pageOf(scene, waiting, page)
  const learner = (c: PinnedClaim) => c.learnerName ?? scene.text('somebody')
  const lines = shown.map((c, i) => `${i + 1}. ${learner(c)} · ${scene.badgeName(c)}`)
  offer(
    scene,
    { is: 'decisions' },
    'list',
    [scene.text('trainer-waiting', { count: waiting.length }), ...lines, scene.text('trainer-which')].join('\n'),
    [
      ...shown.map((c) => ({
        key: c.id,
        label: brief(learner(c)),
        also: [learner(c)],
        data: choiceData({ is: 'decision', id: c.id }, 'open', 'see'),
      })),
      ...more,
    ],
  )
}

export function hearDecisions(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const page = pageKey(heard.key)
  if (heard.key === 'see' || page !== undefined) {
    listDecisions(scene, page)
    return true
  }
  if (!scene.world.waiting.some((c) => c.id === heard.key)) return false
  if (scene.claim?.id !== heard.key) return scene.need({ claim: heard.key, waiting: true })
  showDecision(scene)
  return true
}

/** The claim as the trainer reads it: words, levels, who confirmed, evidence, one question. */
export function showDecision(scene: Scene): void {
  const claim = scene.pinned
  if (!mayDecide(scene)) return done(scene)
  sayFlags(scene)
  const lines = [
    scene.text('trainer-claim', { learner: scene.world.owner?.name ?? '', badge: scene.badgeName() }),
    quoted(scene),
    ...chain(scene),
    scene.text('trainer-decide'),
  ]
  const seen = trainerMaySee(claim) ? attachmentsOf(claim.evidence) : []
  const options = [
    { key: 'ok', label: scene.text('button-accept') },
    { key: 'more', label: scene.text('button-to-complete') },
    { key: 'no', label: scene.text('button-refuse') },
  ]
  const message = scene.say(lines.join('\n'), {
    choices: { subject: { is: 'decision', id: claim.id }, prompt: 'decide', options },
    attachments: seen,
    page: { of: 'followed', claim: claim.id },
  })
  scene.look({ is: 'decision', id: claim.id }, 'decide', { message, pending: { options } })
}

/** Whoever gave a word, one after the other, with how they are known. */
function chain(scene: Scene): string[] {
  const said = verdicts(scene.pinned)
  const who = (e: Endorsement) => `${writtenBy(scene, e)} (${known(scene, e)})`
  const words = (e: Endorsement) => (e.comment ? scene.text('quote', { text: e.comment }) : '')
  if (said.length < 2) return said.map((e) => scene.text(`trainer-said-${e.verdict}`, { name: who(e), words: words(e) }))
  return said.map((e, at) => `${at + 1}. ${scene.text(`trainer-said-${e.verdict}`, { name: who(e), words: words(e) })}`)
}

const writtenBy = (scene: Scene, e: Endorsement): string =>
  [(e.anonymous ? null : e.name) ?? scene.text('somebody'), e.role, e.anonymous ? null : e.organisation].filter(Boolean).join(', ')

/** In a few words: on the structure's list, from an address or account of the organisation, or only as they said. */
function known(scene: Scene, { standing, verified, proof }: Endorsement): string {
  if (standing === 'verified')
    return scene.text(`trainer-known-${verified?.by ?? 'structure'}`, { domain: verified?.by === 'domain' ? verified.domain : '' })
  if (!proof) return scene.text('trainer-known-nobody')
  return scene.text(isProven(proof) ? 'trainer-mail-checked' : 'trainer-mail-unchecked', { domain: proof.domain })
}

/** What may catch an eye is said before the claim, in a sentence for each whom it is about; it blocks nothing. */
function sayFlags(scene: Scene): void {
  const flags = flagsOf(scene.pinned, scene.world.echoes)
  const lines = verdicts(scene.pinned).flatMap((e) => {
    const what = flags.filter(({ of }) => of === e.id).map(({ is }) => scene.text(`look-${is}`))
    const name = (e.anonymous ? null : e.name) ?? scene.text('somebody')
    return what.length ? [scene.text('trainer-look', { name: firstName(name), what: what.join(', ') })] : []
  })
  if (lines.length) scene.say(lines.slice(0, 3).join('\n'))
}

const mayDecide = (scene: Scene): boolean => scene.world.waiting.some((c) => c.id === scene.pinned.id)

const done = (scene: Scene): void => {
  scene.say(scene.text('trainer-already-decided'))
  scene.lookAway()
}

export function hearDecision(scene: Scene, prompt: string, heard: Heard): boolean {
  if (!mayDecide(scene)) {
    done(scene)
    return true
  }
  if (prompt === 'open') {
    showDecision(scene)
    return true
  }
  if (prompt === 'reason') {
    if (heard.is !== 'words') return false
    decide(scene, scene.focus?.pending?.outcome ?? 'to-complete', heard.text.trim())
    return true
  }
  if (heard.is !== 'option') return false
  if (heard.key === 'ok') {
    decide(scene, 'accepted', null)
    return true
  }
  const outcome = heard.key === 'more' ? 'to-complete' : heard.key === 'no' ? 'refused' : undefined
  if (!outcome) return false
  const message = scene.say(scene.text(`trainer-why-${outcome}`, { learner: firstName(scene.world.owner?.name ?? '') }))
  scene.look({ is: 'decision', id: scene.pinned.id }, 'reason', { message, pending: { outcome } })
  return true
}

/**
 * Decided on the follow-up page, which says by itself what became of it: the chat of the trainer stays as it is. A claim that
 * somebody else decided meanwhile is left alone.
 */
export function decideOnPage(scene: Scene, { claim, outcome, reason }: Extract<InboundEvent, { is: 'decide' }>): void {
  if (scene.claim?.id !== claim || !mayDecide(scene)) return
  record(scene, outcome, reason, 'page')
  const subject = scene.focus?.subject
  if (subject?.is === 'decision' && subject.id === claim) scene.lookAway()
  tellLearner(scene, outcome)
}

function decide(scene: Scene, outcome: Outcome, reason: string | null): void {
  record(scene, outcome, reason, scene.through)
  const said = isLacking(scene, outcome) ? 'trainer-decided-accepted-lacking' : `trainer-decided-${outcome}`
  scene.say(scene.text(said, { learner: firstName(scene.world.owner?.name ?? '') }))
  scene.lookAway()
  tellLearner(scene, outcome)
  const others = scene.world.waiting.filter((c) => c.id !== scene.pinned.id)
  if (others.length)
    offer(scene, { is: 'decisions' }, 'list', scene.text('trainer-waiting', { count: others.length }), [
      { key: 'see', label: scene.text('button-see') },
    ])
}

function record(scene: Scene, outcome: Outcome, reason: string | null, through: string): void {
  scene.record('Decision', {
    id: scene.id('decision'),
    claimId: scene.pinned.id,
    by: scene.me.id,
    byName: scene.me.name,
    outcome,
    reason,
    at: scene.now,
    through,
  })
  scene.audit(`decision ${outcome}`)
  if (outcome === 'accepted') forwardIfWhole(scene)
}

/** Accepted, and still without the word of whoever was there: the badge waits for it. */
const isLacking = (scene: Scene, outcome: Outcome): boolean => outcome === 'accepted' && !isWhole(scene.pinned, scene.pinned.meaning.policy)

function tellLearner(scene: Scene, outcome: Outcome): void {
  const { owner } = scene.world
  const lacking = isLacking(scene, outcome)
  if (owner && owner.id !== scene.me.id) {
    scene.tell(owner, (text) => {
      if (lacking) {
        const news = text('news-accepted-lacking', { name: scene.me.name ?? text('your-trainer') })
        const options = cardOptions(scene, text).filter((o) => o.key === 'link' || o.key === 'ask')
        return { text: news, choices: { subject: { is: 'claim', id: scene.pinned.id }, prompt: 'card', options } }
      }
      if (outcome === 'accepted')
        return { text: text('news-accepted', { name: scene.me.name ?? text('your-trainer'), badge: scene.badgeName() }) }
      const view = viewOf(scene, 'complete')
      return { text: view.text, choices: { subject: { is: 'claim', id: scene.pinned.id }, prompt: 'complete', options: view.options } }
    })
  }
}
