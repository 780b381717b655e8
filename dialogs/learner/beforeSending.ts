// The text read again, who was there, who may see it.
import type { Witness } from '../../core/model/rows.ts'
import type { Scene } from '../scene.ts'
import { answer, consent } from './answer.ts'
import { ask, askNext } from './ask.ts'
import { hearAddress } from './byMail.ts'
import { chooseCorrection } from './correct.ts'
import { takeMedia } from './evidence.ts'
import type { Heard } from './heard.ts'
import { chooseTutor } from './knownTutor.ts'
import { composed } from './narrative.ts'

export function hearRecap(scene: Scene, heard: Heard): boolean {
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
  ask(scene, 'recap', { previous: addToText(scene, heard), ack: scene.text('added') })
  return true
}

/** « Non c moi ki a couper lé legume »: what no question asks for is added to the text, to be read again. The prompt that it stands under. */
export function addToText(scene: Scene, heard: Exclude<Heard, { is: 'option' }>): string {
  const prompt = `add:${scene.pinned.answers.filter((a) => a.prompt.startsWith('add:')).length + 1}`
  if (heard.is === 'media') {
    takeMedia(scene, prompt, heard.media, heard.messageId)
    answer(scene, prompt, { text: heard.media.caption ?? null, source: heard.messageId })
  } else answer(scene, prompt, { text: heard.text.replace(/^(non|no|nan)[,.!]?\s+/i, ''), source: heard.messageId })
  return prompt
}

export function hearWitness(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return hearAddress(scene, heard)
  const witness: Record<string, Witness> = { tutor: 'tutor', train: 'trainer', none: 'nobody' }
  const who = witness[heard.key]
  if (!who) return false
  if (who === 'tutor' && chooseTutor(scene)) return true
  scene.changeClaim({ witness: who, witnessId: null })
  askNext(scene, { ack: who === 'nobody' ? scene.text('witness-nobody') : undefined })
  return true
}

export function hearAudience(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const audience = ({ tutor: 'tutor', train: 'trainer', all: 'everyone' } as const)[heard.key]
  if (!audience) return false
  scene.changeClaim({ audience })
  consent(scene, 'audience', audience)
  askNext(scene)
  return true
}
