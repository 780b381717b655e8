// Evidence as it comes in: pieces, albums, links, and words instead.
import { linkIn } from '../../core/model/link.ts'
import type { Evidence } from '../../core/model/rows.ts'
import { askForHelp } from '../commands.ts'
import { evidenceInHand } from '../claimParts.ts'
import type { Scene } from '../scene.ts'
import { answer } from './answer.ts'
import { ask, askNext } from './ask.ts'
import type { Heard, Media } from './heard.ts'
import { current } from './missing.ts'

export function hearEvidence(scene: Scene, heard: Heard): boolean {
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
  // whoever cannot send anything is not left alone with the request (chat-ux, rule 12)
  const tries = (scene.focus?.tries ?? 0) + 1
  if (tries >= 3) askForHelp(scene)
  ask(scene, 'evidence', { ack: scene.text('words-kept-send-a-trace'), tries: tries % 3 })
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

export function hearGathered(scene: Scene, heard: Heard): boolean {
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
  projectId: null,
  originId: null,
})

export const received = (scene: Scene, kind: Evidence['kind']): string => scene.text(`received-${kind}`)
