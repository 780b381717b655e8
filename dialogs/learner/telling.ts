// Answers to questions, levels, and what is added after « pas encore ».
import type { Scene } from '../scene.ts'
import { answer, consent } from './answer.ts'
import { ask, askNext } from './ask.ts'
import { received, takeMedia } from './evidence.ts'
import type { Heard } from './heard.ts'
import { type Prompt, additionPrompt } from './missing.ts'
import { askAnother } from './send.ts'

export function hearTelling(scene: Scene, prompt: Prompt, heard: Heard): boolean {
  if (heard.is === 'option') {
    if (heard.key !== 'skip') return false
    answer(scene, prompt, { skipped: true })
    askNext(scene, { ack: scene.text('skipped') })
    return true
  }
  if (heard.is === 'media') {
    takeMedia(scene, prompt, heard.media, heard.messageId)
    answer(scene, prompt, { text: heard.media.caption ?? null, source: heard.messageId })
    askNext(scene, { ack: received(scene, heard.media.kind), previous: prompt, album: heard.media.album })
    return true
  }
  answer(scene, prompt, { text: heard.text, source: heard.messageId })
  askNext(scene, { ack: scene.varied('noted'), previous: prompt })
  return true
}

export function hearLevel(scene: Scene, prompt: Prompt, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const level = Number(heard.key)
  if (!(level >= 1 && level <= 4)) return false
  answer(scene, prompt, { level, text: scene.text(`level-${level}`) })
  askNext(scene, { ack: scene.varied('noted') })
  return true
}

export function hearAddition(scene: Scene, prompt: Prompt, heard: Heard): boolean {
  if (heard.is === 'option') {
    answer(scene, prompt, { skipped: true })
    askNext(scene)
    return true
  }
  if (heard.is === 'media') {
    takeMedia(scene, 'evidence', heard.media, heard.messageId)
    answer(scene, prompt, { text: heard.media.caption ?? null, source: heard.messageId })
  } else answer(scene, prompt, { text: heard.text, source: heard.messageId })
  askNext(scene, { ack: scene.text('added'), previous: prompt, album: heard.is === 'media' ? heard.media.album : undefined })
  return true
}

export function hearComplete(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'option' && heard.key === 'later') {
    scene.say(scene.text('paused'))
    return true
  }
  if (heard.is === 'option' && heard.key === 'other') {
    askAnother(scene)
    return true
  }
  const prompt = additionPrompt(scene.pinned)
  if (heard.is === 'option') {
    consent(scene, 'add', prompt)
    ask(scene, prompt)
    return true
  }
  return hearAddition(scene, prompt, heard)
}
