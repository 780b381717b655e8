// The learner's own words, put one after the other. Nothing is invented and nothing is corrected: a capital, a full stop.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { belowNamed } from '../../core/model/milestone.ts'
import type { Scene } from '../scene.ts'
import type { Args } from '../texts.ts'
import { evidenceInHand } from '../claimParts.ts'
import { current, questionsOf } from './missing.ts'

/** The text, and the digest of what a tutor is shown with it: text, levels, pieces of evidence, the group's project. */
export const composed = (scene: Scene): { text: string; digest: string } => scene.once('composed', () => compose(scene))

function compose(scene: Scene): { text: string; digest: string } {
  const claim = scene.pinned
  // in the order that the claim pins: a catalogue that changes does not change what was approved
  const order = ['part', ...[...claim.meaning.questions, ...questionsOf(scene)].flatMap((q) => [`q:${q.id}`, `f:${q.id}`])]
  const told = claim.answers.filter((a) => !a.supersededAt && !a.skipped && a.level === null)
  const rank = (prompt: string) => (order.includes(prompt) ? order.indexOf(prompt) : order.length)
  const words = told
    .toSorted((a, b) => rank(a.prompt) - rank(b.prompt))
    .map((a) => sentence(a.text ?? '') || spoken(scene, a.prompt))
    .filter(Boolean)
  const text = [...(claim.meaning.groups ? [belowTold(scene)] : []), ...words].join(' ')
  const levels = claim.meaning.criteria.map((c) => `${c.id}=${current(claim, `c:${c.id}`)?.level ?? ''}`)
  const pieces = evidenceInHand(claim)
    .map((e) => e.id)
    .toSorted()
  const shown = [
    claim.badgeVersionId,
    text,
    levels,
    pieces,
    ...(claim.project ? [claim.project.context] : []),
    ...(claim.restsOn ? [claim.restsOn.map((one) => one.claim)] : []),
  ]
  return { text, digest: bytesToHex(sha256(utf8ToBytes(JSON.stringify(shown)))) }
}

/** « J’ai 3 badges : … »: in the claim's own language, by the names that it pins. */
function belowTold({ pinned, world }: Scene): string {
  const text = (key: string, args: Args) => world.house.texts.say(pinned.language, key, args)
  const names = belowNamed(pinned.meaning, pinned.restsOn ?? [], pinned.language).map(({ name }) => text('milestone-name', { badge: name }))
  const last = names.at(-1) ?? ''
  const badges = names.length < 2 ? last : text('pieces-and', { first: names.slice(0, -1).join(', '), last })
  return text('milestone-told', { count: names.length, badges })
}

const sentence = (text: string): string => {
  const said = text.trim()
  if (!said) return ''
  const capital = said[0]!.toLocaleUpperCase('fr') + said.slice(1)
  return /[\p{L}\p{N}\p{Pe}\p{Pf}]$/u.test(capital) ? `${capital}.` : capital
}

/** A voice note stands in the text as what it is: it is not written down by a machine. */
function spoken(scene: Scene, prompt: string): string {
  const piece = evidenceInHand(scene.pinned, prompt)[0]
  if (!piece) return ''
  // in the claim's own language: what was approved stays as it is when the person speaks another
  return scene.world.house.texts.say(scene.pinned.language, `piece-${piece.kind}`, { seconds: piece.seconds ?? 0 })
}
