// Two trainers do not work on the same claim: whoever opens one to decide it has it for some minutes, and the others take the next one.
// The time is data; it begins anew with each act, and ends by deciding, by leaving, by opening another claim, or by itself.
// Jurors each have a word of their own, so in the jury's time nobody has the claim alone.
import { isJurysTurn } from '../../core/model/jury.ts'
import { type Instant, isBefore, plusSeconds, secondsBetween } from '../../core/model/time.ts'
import type { Scene } from '../scene.ts'
import type { PinnedClaim } from '../world.ts'

const HOLDING_SECONDS = 10 * 60

type Holder = { name: string | null; till: Instant }

/** Another trainer who has it open now. */
export function holderOf(scene: Scene, claim: PinnedClaim): Holder | undefined {
  if (isJurysTurn(claim, claim.meaning.policy)) return undefined
  return scene.world.readings.find((one) => one.claimId === claim.id && one.personId !== scene.me.id && isBefore(scene.now, one.till))
}

/** The claim in hand is mine for some minutes from now on. */
export function hold(scene: Scene): void {
  const claim = scene.pinned
  if (isJurysTurn(claim, claim.meaning.policy)) return
  // of two who open it at once, the second steps again and finds the first
  scene.guard()
  scene.write('Reading', { personId: scene.me.id, claimId: claim.id, till: plusSeconds(scene.now, HOLDING_SECONDS) })
}

/** Free for others. */
export function leave(scene: Scene): void {
  const subject = scene.focus?.subject
  if (subject?.is === 'decision') release(scene, subject.id)
}

export const release = (scene: Scene, claimId: string): void => scene.write('Reading', { personId: scene.me.id, claimId, till: scene.now })

export const minutesLeft = (scene: Scene, { till }: Holder): number => Math.max(1, Math.ceil(secondsBetween(scene.now, till) / 60))
