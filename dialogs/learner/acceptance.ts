// Accepted without anybody who decides: by the code of the event, or as soon as all that the badge asks for is there. Both are decisions
// like any other, so that whoever reads the claim later sees what stood for them.
import { codeOf } from '../../core/model/claimCode.ts'
import { decision, isConfirmed, sending, toComplete } from '../../core/model/status.ts'
import { isBefore, plusSeconds } from '../../core/model/time.ts'
import type { Scene } from '../scene.ts'
import { recordDecision, tellLearner } from '../trainer/decided.ts'
import { undoSeconds } from './send.ts'

/** The trainer's word, given beforehand with the code. */
export function acceptByCode(scene: Scene): void {
  const { claimCode } = scene.world
  if (!claimCode || claimCode.id !== codeOf(scene.pinned) || decision(scene.pinned)) return
  recordDecision(scene, {
    by: claimCode.madeBy,
    byName: claimCode.madeByName,
    outcome: 'accepted',
    reason: null,
    through: 'code',
    codeId: claimCode.id,
  })
  tellLearner(scene, 'accepted')
}

/**
 * `automatic`: accepted once it was sent and cannot be taken back, with the words and the pieces that the badge asks for. A piece that
 * turned out to be none is asked for again. `after`: what has just come. True: it is decided now.
 */
export function acceptByItself(scene: Scene, after: 'sent' | 'word' | 'piece'): boolean {
  const claim = scene.pinned
  const { policy, evidence } = claim.meaning
  const sent = sending(claim)
  if (policy.decision !== 'automatic' || !sent || claim.withdrawnAt || decision(claim) || toComplete(claim)) return false
  // a sending that can still be taken back settles by itself
  if (after === 'piece' && isBefore(scene.now, plusSeconds(sent.at, undoSeconds(scene)))) return false
  const pieces = claim.evidence.filter((e) => e.prompt === 'evidence' && !e.removedAt)
  if (pieces.some((e) => e.state === 'fetching')) return false
  const lacks = pieces.filter((e) => e.state === 'kept').length < evidence.min
  if (!lacks && !isConfirmed(claim, policy)) return false
  recordDecision(scene, {
    by: null,
    byName: null,
    outcome: lacks ? 'to-complete' : 'accepted',
    reason: lacks ? scene.text('ready-lacks-evidence') : null,
    through: 'automatic',
  })
  tellLearner(scene, lacks ? 'to-complete' : 'accepted')
  return true
}
