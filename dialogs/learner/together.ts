// What a group did together, as one of its members' claims holds it.
import type { Consent, Evidence } from '../../core/model/rows.ts'
import type { Option } from '../choice.ts'
import { evidenceInHand } from '../claimParts.ts'
import { brief, pageOf } from '../page.ts'
import type { Scene } from '../scene.ts'

/** What a learner said about it, and did not take back by leaving. */
export const agreed = (scene: Scene, what: Consent['what']): Consent | undefined =>
  scene.pinned.consents.find((c) => c.what === what && !c.endedAt)

/** What the others gave to all, as far as the badge's rule leaves room for it. */
export function offeredPieces(scene: Scene): Evidence[] {
  const { project, evidence, meaning } = scene.pinned
  const room = meaning.evidence.max - evidenceInHand(scene.pinned, 'evidence').length
  return (project?.pieces ?? [])
    .filter((piece) => meaning.evidence.kinds.includes(piece.kind) && !evidence.some((e) => e.originId === piece.id && !e.removedAt))
    .slice(0, Math.max(0, room))
}

/** What this learner sent themself, and could give to all. */
export const ownPieces = (scene: Scene): Evidence[] => evidenceInHand(scene.pinned, 'evidence').filter((e) => e.originId === null)

/** One page of the projects that were offered: in full in the text, in short on the buttons. */
export function projectOptions(scene: Scene, page = 0): { lines: string[]; options: Option[] } {
  const { shown, more } = pageOf(scene, scene.pinned.offered, page)
  return {
    lines: shown.map(({ context }, n) => `${n + 1}. ${context}`),
    options: [
      ...shown.map(({ id, context }) => ({ key: id.slice(0, 8), label: brief(context), also: [context] })),
      ...more,
      { key: 'no', label: scene.text('button-none-of-them'), control: true, also: ['aucun', 'non', 'none'] },
    ],
  }
}
