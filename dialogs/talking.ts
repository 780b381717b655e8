// Where a channel has no microphone, an open question carries « Parler »: one tap gives a link that opens the same conversation where one
// can speak. It works once, for a quarter of an hour, and a newer one ends it; how many are asked is decided where it is opened (moving.ts).
import type { Option } from './choice.ts'
import type { Prompt } from './learner/missing.ts'
import { linkFor } from './linking.ts'
import type { Scene } from './scene.ts'

const TALK_SECONDS = 900

/** What is told in one's own words, or shown; a name or an address is not said aloud. */
const isTold = (prompt: Prompt): boolean => prompt === 'part' || prompt === 'evidence' || /^(q|f|more):/.test(prompt)

export const talkOption = (scene: Scene, prompt: Prompt): Option[] =>
  isTold(prompt) && scene.world.house.speaking('', scene.through) !== undefined
    ? [{ key: 'talk', label: scene.text('button-talk'), control: true }]
    : []

/** The question stays open, here and there. False: one can speak here. */
export function giveTalk(scene: Scene): boolean {
  const code = scene.fresh()
  const link = scene.world.house.speaking(code, scene.through)
  if (!link) return false
  scene.write('Link', linkFor(scene, 'channel', code, scene.me.id, TALK_SECONDS))
  scene.audit('talk asked', scene.me.id)
  scene.say([scene.text('talk-link'), link].join('\n'))
  return true
}
