// The badge is there, and lives on: it ends one day, more people confirm it, or whoever issued it takes it back.
import type { Issuance } from '../../core/model/rows.ts'
import type { About } from '../event.ts'
import type { Scene } from '../scene.ts'
import { renewalTime } from './renew.ts'

/** As the credential was signed: that is what verifiers read. */
export function beginsToEnd(scene: Scene, issuance: Issuance): void {
  const { validUntil } = (issuance.credential ?? {}) as { validUntil?: unknown }
  if (typeof validUntil !== 'string' || Number.isNaN(Date.parse(validUntil))) return
  scene.changeClaim({ validUntil, renewAt: renewalTime(scene.now, validUntil) })
}

/** What is signed, by our own issuer, and in force. */
const inForce = (scene: Scene): Issuance | undefined =>
  scene.pinned.revokedAt ? undefined : scene.pinned.issuances.find((i) => i.state === 'issued' && i.backend === 'builtin')

/** A word that came after the badge: it is signed again with it. Other backends keep what they issued. */
export function reissueLater(scene: Scene): void {
  if (inForce(scene)) scene.start({ id: `${scene.event.key}:reissue`, is: 'reissue', claim: scene.pinned.id })
}

/** The same badge under the same id: the former signature is superseded, and nothing is said, since the word itself was told. */
export function reissued(scene: Scene, { issuance: id, credential }: Extract<About, { is: 'reissued' }>): void {
  const issuance = inForce(scene)
  if (issuance?.id !== id) return
  scene.record('Issuance', { ...issuance, credential, reissuedAt: scene.now })
  scene.audit('reissued')
}

/** Kindly, and at once, with the reason: what they told stays theirs, and there is somebody to ask. */
export function tellRevoked(scene: Scene): void {
  const { revokedAt, revokedReason, token } = scene.pinned
  if (!revokedAt) return
  const news = scene.text(revokedReason ? 'news-revoked-words' : 'news-revoked', { badge: scene.badgeName(), words: revokedReason ?? '' })
  scene.say([news, `${scene.world.house.publicUrl}/c/${token}`].join('\n'))
  scene.say(scene.text('news-revoked-after'))
}
