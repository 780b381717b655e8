// What waits for a trainer's decision, and the decision: accepted, to complete, refused, with words that help.
import type { Outcome, Review } from '../../core/model/rows.ts'
import { decision, trainerMaySee } from '../../core/model/status.ts'
import { textMark } from '../../core/model/textMark.ts'
import { choiceData, type Option } from '../choice.ts'
import { attachmentsOf } from '../claimParts.ts'
import { offer } from '../learner/ask.ts'
import type { Heard } from '../learner/heard.ts'
import { firstName } from '../learner/view.ts'
import { brief, pageKey, pageOf } from '../page.ts'
import type { Scene } from '../scene.ts'
import { quoted } from '../tutor/request.ts'
import type { InboundEvent } from '../vocabulary.ts'
import type { PinnedClaim } from '../world.ts'
import { peopleLacking, recordDecision, tellLearner } from './decided.ts'
import { hold, holderOf, leave, minutesLeft, release } from './holding.ts'
import { isJurys, seats, speakAsJuror, standsForMe, wordsInView } from './jury.ts'
import { askReason, hearReason, isAboutReason, isReasonFor } from './reason.ts'
import { sayFlags, wordsOfWitnesses } from './witnesses.ts'

export const isTrainer = (scene: Scene): boolean => scene.world.memberships.some((m) => m.role === 'trainer')

const nameOf = (scene: Scene, claim: PinnedClaim): string => claim.learnerName ?? scene.text('somebody')

export function listDecisions(scene: Scene, page = 0): void {
  const { waiting } = scene.world
  if (!waiting.length) {
    leave(scene)
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
  leave(scene)
  const { shown, more } = pageOf(scene, waiting, page)
  const line = (c: PinnedClaim) => {
    const holder = holderOf(scene, c)
    const held = holder ? ` · ${scene.text('trainer-held-short', { name: holder.name ?? scene.text('somebody') })}` : ''
    return `${nameOf(scene, c)} · ${scene.badgeName(c)}${held}`
  }
  const lines = shown.map((c, i) => `${i + 1}. ${line(c)}`)
  offer(
    scene,
    { is: 'decisions' },
    'list',
    [scene.text('trainer-waiting', { count: waiting.length }), ...lines, scene.text('trainer-which')].join('\n'),
    [...shown.map((c) => toOpen(scene, c)), ...more],
  )
}

const toOpen = (scene: Scene, claim: PinnedClaim): Option => ({
  key: claim.id,
  label: brief(nameOf(scene, claim)),
  also: [nameOf(scene, claim)],
  data: choiceData({ is: 'decision', id: claim.id }, 'open', 'see'),
})

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

/** The claim as the trainer reads it: words, levels, who confirmed, what the jury said, evidence, one question. */
export function showDecision(scene: Scene): void {
  const claim = scene.pinned
  if (!mayDecide(scene)) return done(scene)
  if (isHeld(scene)) return
  hold(scene)
  sayFlags(scene)
  const lines = [
    scene.text('trainer-claim', { learner: scene.world.owner?.name ?? '', badge: scene.badgeName() }),
    quoted(scene),
    ...wordsOfWitnesses(scene),
    ...wordsInView(scene).map((word) => wordOf(scene, word)),
    question(scene),
  ]
  const seen = trainerMaySee(claim) ? attachmentsOf(claim.evidence) : []
  // each answer is to this text: a button of an older one decides nothing
  const mark = textMark(claim)
  const options = [
    { key: `ok-${mark}`, label: scene.text('button-accept') },
    { key: `more-${mark}`, label: scene.text('button-to-complete') },
    { key: `no-${mark}`, label: scene.text('button-refuse') },
    { key: 'later', label: scene.text('button-later'), control: true },
  ]
  const message = scene.say(lines.join('\n'), {
    choices: { subject: { is: 'decision', id: claim.id }, prompt: 'decide', options },
    attachments: seen,
    page: { of: 'followed', claim: claim.id },
  })
  scene.look({ is: 'decision', id: claim.id }, 'decide', { message, pending: { options } })
}

const wordOf = (scene: Scene, { byName, outcome, reason }: Review): string =>
  scene
    .text(`trainer-advice-${outcome}`, {
      name: byName ?? scene.text('somebody'),
      words: reason ? scene.text('quote', { text: reason }) : '',
    })
    .trimEnd()

function question(scene: Scene): string {
  const { jury } = scene.pinned.meaning.policy
  if (!jury || !isJurys(scene) || seats(scene) < 2) return scene.text('trainer-decide')
  return jury.says === 'decides' ? scene.text('trainer-jury-ask-word', { seats: seats(scene) }) : scene.text('trainer-jury-ask-advice')
}

const mayDecide = (scene: Scene): boolean => scene.world.waiting.some((c) => c.id === scene.pinned.id)

/** Another trainer has it open: that is said, with the next one that is free. */
function isHeld(scene: Scene): boolean {
  const holder = holderOf(scene, scene.pinned)
  if (!holder) return false
  leave(scene)
  const next = scene.world.waiting.find((c) => c.id !== scene.pinned.id && !holderOf(scene, c))
  const text = scene.text('trainer-held', { name: holder.name ?? scene.text('somebody'), minutes: minutesLeft(scene, holder) })
  offer(scene, { is: 'decisions' }, 'list', text, [
    ...(next ? [{ ...toOpen(scene, next), label: scene.text('button-next-one') }] : []),
    { ...toOpen(scene, scene.pinned), label: scene.text('button-try-again'), control: true },
  ])
  return true
}

/** Somebody else decided, or the learner took it back: to whoever is a trainer there, what stands is said. */
function done(scene: Scene): void {
  leave(scene)
  const { structureId } = scene.pinned
  const isTheirs = scene.world.memberships.some((m) => m.role === 'trainer' && m.structureId === structureId)
  const stands = isTheirs ? decision(scene.pinned) : undefined
  const jury = isTheirs ? standsForMe(scene) : null
  if (stands && stands.by !== scene.me.id) {
    const name = stands.byName ?? scene.text('somebody')
    scene.say(scene.text(`trainer-already-${stands.outcome}`, { name, learner: firstName(scene.world.owner?.name ?? '') }))
  } else scene.say(jury ? scene.text('trainer-jury-noted', jury) : scene.text('trainer-already-decided'))
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
  if (isHeld(scene)) return true
  hold(scene)
  if (isAboutReason(prompt)) {
    if (isReasonFor(scene) && scene.focus?.pending?.read !== textMark(scene.pinned)) return showChanged(scene)
    return hearReason(scene, prompt, heard, (outcome, words) => decide(scene, outcome, words))
  }
  if (heard.is !== 'option') return false
  if (heard.key === 'later') {
    release(scene, scene.pinned.id)
    scene.say(scene.text('trainer-left'))
    scene.lookAway()
    return true
  }
  const [answer = '', mark] = heard.key.split('-')
  const outcome = ANSWERS.get(answer)
  if (!outcome) return false
  if (mark !== textMark(scene.pinned)) return showChanged(scene)
  if (outcome === 'accepted') decide(scene, outcome, null)
  else askReason(scene, outcome)
  return true
}

const ANSWERS = new Map<string, Outcome>([
  ['ok', 'accepted'],
  ['more', 'to-complete'],
  ['no', 'refused'],
])

/** The learner changed the text since: a decision counts only for what was read. */
function showChanged(scene: Scene): true {
  scene.say(scene.text('trainer-text-changed', { learner: firstName(scene.world.owner?.name ?? '') }))
  showDecision(scene)
  return true
}

/** The page of a claim is open in front of a trainer: it is theirs for some minutes, unless somebody else has it. */
export function lookOnPage(scene: Scene, claim: string): void {
  if (scene.claim?.id !== claim || !mayDecide(scene) || holderOf(scene, scene.pinned)) return
  hold(scene)
}

/**
 * Decided on the follow-up page, which says by itself what became of it: the chat of the trainer stays as it is. A claim that
 * somebody else decided meanwhile, or has open, or whose text is not the one on that page, is left alone.
 */
export function decideOnPage(scene: Scene, { claim, outcome, reason, read }: Extract<InboundEvent, { is: 'decide' }>): void {
  if (scene.claim?.id !== claim || !mayDecide(scene) || holderOf(scene, scene.pinned)) return
  if (read !== textMark(scene.pinned)) return
  const subject = scene.focus?.subject
  if (subject?.is === 'decision' && subject.id === claim) scene.lookAway()
  if (isJurys(scene)) return void speakAsJuror(scene, outcome, reason, 'page')
  release(scene, claim)
  recordDecision(scene, { by: scene.me.id, byName: scene.me.name, outcome, reason, through: 'page' })
  tellLearner(scene, outcome)
}

function decide(scene: Scene, outcome: Outcome, reason: string | null): void {
  const learner = firstName(scene.world.owner?.name ?? '')
  if (isJurys(scene)) {
    const now = speakAsJuror(scene, outcome, reason, scene.through)
    // whoever decides after the jury is told with all the others
    if (now.is === 'decided') scene.say(scene.text(`trainer-jury-${now.outcome}`, { learner, badge: scene.badgeName() }))
    else if (now.is === 'open') scene.say(scene.text('trainer-jury-noted', { said: now.said, seats: now.seats }))
    scene.lookAway()
  } else {
    release(scene, scene.pinned.id)
    recordDecision(scene, { by: scene.me.id, byName: scene.me.name, outcome, reason, through: scene.through })
    const people = peopleLacking(scene, outcome)
    scene.say(scene.text(people > 0 ? 'trainer-decided-accepted-lacking' : `trainer-decided-${outcome}`, { learner, people }))
    scene.lookAway()
    tellLearner(scene, outcome)
  }
  const others = scene.world.waiting.filter((c) => c.id !== scene.pinned.id)
  if (others.length)
    offer(scene, { is: 'decisions' }, 'list', scene.text('trainer-waiting', { count: others.length }), [
      { key: 'see', label: scene.text('button-see') },
    ])
}
