// What those who saw it said, as a trainer reads it: who they are, how that is known, and what may catch an eye.
import { flagsOf } from '../../core/model/flags.ts'
import type { Endorsement } from '../../core/model/rows.ts'
import { isProven } from '../../core/model/standing.ts'
import { verdicts } from '../../core/model/status.ts'
import { firstName } from '../learner/view.ts'
import type { Scene } from '../scene.ts'

/** Whoever gave a word, one after the other, with how they are known. */
export function wordsOfWitnesses(scene: Scene): string[] {
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
export function sayFlags(scene: Scene): void {
  const flags = flagsOf(scene.pinned, scene.world.echoes)
  const lines = verdicts(scene.pinned).flatMap((e) => {
    const what = flags.filter(({ of }) => of === e.id).map(({ is }) => scene.text(`look-${is}`))
    const name = (e.anonymous ? null : e.name) ?? scene.text('somebody')
    return what.length ? [scene.text('trainer-look', { name: firstName(name), what: what.join(', ') })] : []
  })
  if (lines.length) scene.say(lines.slice(0, 3).join('\n'))
}
