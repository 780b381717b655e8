// Answers and consents, as they are recorded.
import type { Answer, Consent } from '../../core/model/rows.ts'
import { evidenceInHand } from '../claimParts.ts'
import type { Scene } from '../scene.ts'
import { type Prompt, current } from './missing.ts'
import { viewOf } from './view.ts'

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
  else {
    // words about what was sent: its caption
    const last = evidenceInHand(scene.pinned, 'evidence').at(-1)
    if (last) scene.record('Evidence', { ...last, caption: [last.caption, text].filter(Boolean).join('\n') })
  }
}

/** `words`: as it was asked, where no prompt of the claim says it. */
export function consent(scene: Scene, what: Consent['what'], choice: string, words?: string): void {
  const asked = words ?? (what === 'add' || what === 'found' ? '' : viewOf(scene, what).asked)
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
