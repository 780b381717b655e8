// Hearing: what a learner's words, tap or picture do to the claim. Every branch ends in a recorded fact and the next question.
import type { Answer, Evidence, Witness } from '../../core/model/rows.ts'
import { linkIn } from '../../core/model/link.ts'
import { askFaq } from '../faq.ts'
import type { Scene } from '../scene.ts'
import { evidenceInHand } from '../scene.ts'
import type { InboundEvent } from '../vocabulary.ts'
import { ask, askNext, offer } from './ask.ts'
import { chooseCorrection, hearCorrection, hearEdit } from './correct.ts'
import { type Prompt, additionPrompt, current, missing } from './missing.ts'
import { composed } from './narrative.ts'
import { askAnother, send } from './send.ts'
import { helpFor, viewOf } from './view.ts'
import { learnerName } from './welcome.ts'
import { shareBadge } from './share.ts'

type Media = Extract<InboundEvent, { is: 'media' }>

/** What was said to a prompt. */
export type Heard =
  | { is: 'option'; key: string }
  | { is: 'words'; text: string; messageId?: string }
  | { is: 'media'; media: Media; messageId?: string }

/** Takes `heard` as the answer to `prompt`. False: it does not fit there. */
export function hear(scene: Scene, prompt: string, heard: Heard): boolean {
  if (prompt === 'fix') return hearCorrection(scene, heard)
  if (prompt === 'edit') return hearEdit(scene, heard)
  if (prompt === 'resume') return hearResume(scene, heard)
  if (heard.is === 'option' && heard.key === 'ex') return showExample(scene, prompt as Prompt)

  if (prompt.startsWith('q:') || prompt.startsWith('f:')) return hearTelling(scene, prompt as Prompt, heard)
  if (prompt.startsWith('c:')) return hearLevel(scene, prompt as Prompt, heard)
  if (prompt.startsWith('more:')) return hearAddition(scene, prompt as Prompt, heard)

  switch (prompt as Exclude<Prompt, `${string}:${string}`>) {
    case 'sense':
      return hearSense(scene, heard)
    case 'name':
      return hearName(scene, heard)
    case 'evidence':
      return hearEvidence(scene, heard)
    case 'gathered':
      return hearGathered(scene, heard)
    case 'recap':
      return hearRecap(scene, heard)
    case 'witness':
      return hearWitness(scene, heard)
    case 'audience':
      return hearAudience(scene, heard)
    case 'email':
      return hearEmail(scene, heard)
    case 'send':
      if (heard.is !== 'option') return false
      if (heard.key === 'fix') chooseCorrection(scene)
      else send(scene)
      return true
    case 'complete':
      return hearComplete(scene, heard)
    case 'share':
      if (heard.is !== 'option') return false
      shareBadge(scene, heard.key === 'yes')
      return true
    default:
      return false
  }
}

// ---- before the first question

function hearSense(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && heard.key === 'dip') {
    askFaq(scene, 'diploma')
    ask(scene, 'sense')
    return true
  }
  if (heard.is === 'words') return false
  scene.change({ seenAt: scene.now })
  askNext(scene)
  return true
}

function hearName(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && heard.key === 'no') {
    const message = scene.say(scene.text('ask-new-name'))
    scene.look({ is: 'claim', id: scene.pinned.id }, 'name', { message, pending: { text: '' } })
    return true
  }
  if (heard.is === 'words') {
    const name = learnerName(heard.text)
    if (!name) return false
    scene.change({ name })
  }
  scene.change({ nameConfirmed: true })
  const first = missing(scene)
  scene.say(scene.text('name-noted', { name: scene.me.name ?? '' }).concat('\n', claimIntro(scene)))
  if (first) ask(scene, first)
  return true
}

const claimIntro = (scene: Scene) => scene.text('claim-intro-1', { badge: scene.badgeName() })

// ---- telling

function hearTelling(scene: Scene, prompt: Prompt, heard: Heard): boolean {
  if (heard.is === 'option') {
    if (heard.key !== 'skip') return false
    answer(scene, prompt, { skipped: true })
    askNext(scene, { ack: scene.text('skipped') })
    return true
  }
  if (heard.is === 'media') {
    takeMedia(scene, prompt, heard.media, heard.messageId)
    answer(scene, prompt, { text: heard.media.caption ?? null, source: heard.messageId })
    askNext(scene, { ack: received(scene, heard.media.kind), previous: prompt, album: heard.media.album })
    return true
  }
  answer(scene, prompt, { text: heard.text, source: heard.messageId })
  askNext(scene, { ack: scene.varied('noted'), previous: prompt })
  return true
}

function hearLevel(scene: Scene, prompt: Prompt, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const level = Number(heard.key)
  if (!(level >= 1 && level <= 4)) return false
  answer(scene, prompt, { level, text: scene.text(`level-${level}`) })
  askNext(scene, { ack: scene.varied('noted') })
  return true
}

function hearAddition(scene: Scene, prompt: Prompt, heard: Heard): boolean {
  if (heard.is === 'option') {
    answer(scene, prompt, { skipped: true })
    askNext(scene)
    return true
  }
  if (heard.is === 'media') {
    takeMedia(scene, 'evidence', heard.media, heard.messageId)
    answer(scene, prompt, { text: heard.media.caption ?? null, source: heard.messageId })
  } else answer(scene, prompt, { text: heard.text, source: heard.messageId })
  askNext(scene, { ack: scene.text('added'), previous: prompt, album: heard.is === 'media' ? heard.media.album : undefined })
  return true
}

/** Writes the answer; an earlier one to the same prompt is superseded and kept. */
export function answer(
  scene: Scene,
  prompt: string,
  given: { text?: string | null; level?: number; skipped?: boolean; source?: string },
): void {
  const before = current(scene.pinned, prompt)
  const asked = before?.asked ?? (prompt.startsWith('add:') ? scene.text('ask-recap-more') : viewOf(scene, prompt as Prompt).asked)
  if (before) scene.record('Answer', { ...before, supersededAt: scene.now })
  const row: Answer = {
    id: scene.id('answer'),
    claimId: scene.pinned.id,
    prompt,
    asked,
    text: given.text ?? null,
    level: given.level ?? null,
    skipped: given.skipped ?? false,
    at: scene.now,
    through: scene.through,
    source: given.source ?? null,
    supersededAt: null,
  }
  scene.record('Answer', row)
}

/** A second text that was sent before our question arrived belongs to the answer before it (design.md, decision 5). */
export function appendTo(scene: Scene, prompt: string, text: string): void {
  const before = current(scene.pinned, prompt)
  if (before && !before.skipped && before.level === null)
    scene.record('Answer', { ...before, text: [before.text, text].filter(Boolean).join('\n') })
  else if (prompt !== 'evidence') answer(scene, prompt, { text })
}

// ---- evidence

function hearEvidence(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'option') {
    if (heard.key !== 'skip') return false
    scene.changeClaim({ gatheredAt: scene.now })
    askNext(scene, { ack: scene.text('skipped') })
    return true
  }
  if (heard.is === 'media') return gather(scene, heard.media, heard.messageId)
  const url = linkIn(heard.text)
  if (url && scene.pinned.meaning.evidence.kinds.includes('link')) {
    const { media: _, ...piece } = pieceOf(scene, 'evidence', 'link', heard.messageId)
    scene.record('Evidence', {
      ...piece,
      media: null,
      state: 'kept',
      url,
      caption: heard.text.replace(/\S*(https?:\/\/|www\.)\S+/i, '').trim() || null,
    })
    ask(scene, 'gathered')
    return true
  }
  // words instead of a picture: kept as an answer of their own, and the request stays
  const told = current(scene.pinned, 'add:0')
  answer(scene, 'add:0', { text: [told?.text, heard.text].filter(Boolean).join('\n'), source: heard.messageId })
  ask(scene, 'evidence', { ack: scene.text('words-kept-send-a-trace'), tries: (scene.focus?.tries ?? 0) + 1 })
  return true
}

/** One more piece. Pictures of an album are acknowledged once: each moves the message on until the last has come. */
export function gather(scene: Scene, media: Media, messageId?: string): boolean {
  const { kinds, max } = scene.pinned.meaning.evidence
  if (!kinds.includes(media.kind)) {
    ask(scene, 'evidence', { ack: scene.text('refused-not-this-kind'), tries: (scene.focus?.tries ?? 0) + 1 })
    return true
  }
  if (evidenceInHand(scene.pinned, 'evidence').length >= max) {
    ask(scene, 'gathered', { ack: scene.text('evidence-enough') })
    return true
  }
  takeMedia(scene, 'evidence', media, messageId)
  const sameAlbum = media.album !== undefined && scene.focus?.album === media.album
  const asked = scene.world.asked
  const waiting = sameAlbum && !asked?.startedAt ? scene.focus?.message : undefined
  ask(scene, 'gathered', {
    album: media.album,
    when: { delay: media.album ? 1.2 : undefined, replaces: waiting },
    editOf: sameAlbum && asked?.platformId ? asked.platformId : undefined,
  })
  return true
}

function hearGathered(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return gather(scene, heard.media, heard.messageId)
  if (heard.is === 'words') {
    if (linkIn(heard.text)) return hearEvidence(scene, heard)
    // a sentence about what was sent: its caption
    const last = evidenceInHand(scene.pinned, 'evidence').at(-1)
    if (!last || heard.text.split(/\s+/).length < 3) return false
    scene.record('Evidence', { ...last, caption: [last.caption, heard.text].filter(Boolean).join('\n') })
    ask(scene, 'gathered', { ack: scene.varied('noted') })
    return true
  }
  if (heard.key === 'more') {
    const message = scene.say(scene.text('send-another'))
    scene.look({ is: 'claim', id: scene.pinned.id }, 'gathered', { message })
    return true
  }
  scene.changeClaim({ gatheredAt: scene.now })
  askNext(scene, { previous: 'evidence' })
  return true
}

export function takeMedia(scene: Scene, prompt: string, media: Media, messageId?: string): void {
  const piece = pieceOf(scene, prompt, media.kind, messageId)
  scene.record('Evidence', {
    ...piece,
    caption: media.caption ?? null,
    media: media.media,
    album: media.album ?? null,
    seconds: media.seconds ?? null,
  })
  scene.start({ id: `evidence:${piece.id}`, is: 'fetch-evidence', claim: scene.pinned.id, evidence: piece.id })
}

const pieceOf = (scene: Scene, prompt: string, kind: Evidence['kind'], messageId?: string): Evidence => ({
  id: scene.freshUuid(),
  claimId: scene.pinned.id,
  prompt,
  kind,
  caption: null,
  at: scene.now,
  through: scene.through,
  source: messageId ?? null,
  media: null,
  album: null,
  seconds: null,
  state: 'fetching',
  refusal: null,
  mediaType: null,
  size: null,
  sha256: null,
  sourceSha256: null,
  file: null,
  thumbnail: null,
  url: null,
  removedAt: null,
})

export const received = (scene: Scene, kind: Evidence['kind']): string => scene.text(`received-${kind}`)

// ---- the text and who may see it

function hearRecap(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'option') {
    if (heard.key === 'fix') {
      chooseCorrection(scene)
      return true
    }
    const { text, digest } = composed(scene)
    scene.changeClaim({ narrative: text, digest, approvedAt: scene.now })
    askNext(scene)
    return true
  }
  // « non c moi ki a couper lé legume »: added to the text, and read again
  const prompt = `add:${scene.pinned.answers.filter((a) => a.prompt.startsWith('add:')).length + 1}`
  if (heard.is === 'media') {
    takeMedia(scene, prompt, heard.media, heard.messageId)
    answer(scene, prompt, { text: heard.media.caption ?? null, source: heard.messageId })
  } else answer(scene, prompt, { text: heard.text.replace(/^(non|no|nan)[,.!]?\s+/i, ''), source: heard.messageId })
  ask(scene, 'recap', { ack: scene.text('added'), previous: prompt })
  return true
}

function hearWitness(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const witness: Record<string, Witness> = { tutor: 'tutor', train: 'trainer', none: 'nobody' }
  const who = witness[heard.key]
  if (!who) return false
  scene.changeClaim({ witness: who })
  askNext(scene, { ack: who === 'nobody' ? scene.text('witness-nobody') : undefined })
  return true
}

function hearAudience(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const audience = ({ tutor: 'tutor', train: 'trainer', all: 'everyone' } as const)[heard.key]
  if (!audience) return false
  scene.changeClaim({ audience })
  consent(scene, 'audience', audience)
  askNext(scene)
  return true
}

export function consent(scene: Scene, what: 'audience' | 'email' | 'share' | 'add', choice: string): void {
  const asked = what === 'add' ? '' : viewOf(scene, what).asked
  scene.record('Consent', {
    id: scene.id('consent'),
    claimId: scene.pinned.id,
    what,
    choice,
    asked,
    at: scene.now,
    through: scene.through,
    endedAt: null,
  })
}

function hearEmail(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option') {
    scene.changeClaim({ email: '' })
    consent(scene, 'email', 'no')
    askNext(scene, { ack: scene.text('no-email') })
    return true
  }
  const email = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-zA-Z]{2,}/.exec(heard.text)?.[0]
  if (!email || email.length > 200) return false
  scene.changeClaim({ email })
  consent(scene, 'email', 'yes')
  askNext(scene, { ack: scene.text('email-noted', { email }) })
  return true
}

// ---- after « pas encore »

function hearComplete(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'option' && heard.key === 'later') {
    scene.say(scene.text('paused'))
    return true
  }
  if (heard.is === 'option' && heard.key === 'other') {
    askAnother(scene)
    return true
  }
  const prompt = additionPrompt(scene.pinned)
  if (heard.is === 'option') {
    consent(scene, 'add', prompt)
    ask(scene, prompt)
    return true
  }
  return hearAddition(scene, prompt, heard)
}

// ---- helping

function showExample(scene: Scene, prompt: Prompt): boolean {
  const example = helpFor(scene, prompt, 'example')
  if (!example) return false
  scene.say(example)
  ask(scene, prompt, { tries: scene.focus?.tries })
  return true
}

function hearResume(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && heard.key === 'review') chooseCorrection(scene)
  else if (heard.is === 'option') askNext(scene)
  else return false
  return true
}

/** « Bonjour Awa 👋 Vous étiez à la question 3. On continue ? » */
export function welcomeBack(scene: Scene, where: string): void {
  offer(scene, { is: 'claim', id: scene.pinned.id }, 'resume', where, [
    { key: 'yes', label: scene.text('button-continue') },
    { key: 'review', label: scene.text('button-review') },
  ])
}
