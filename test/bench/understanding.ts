// What it costs to understand one reply: all labelled replies, once to warm up and once measured.
import { understand } from '../../dialogs/tutor/understand.ts'
import { setsOfAll } from '../understanding/replies.ts'
import { median } from './growth.ts'

/** Microseconds for the reply in the middle: the slowest ones say how busy the machine is. */
export function measureUnderstanding(): number {
  const replies = setsOfAll().flatMap((set) => set.replies)
  const read = () =>
    replies.map(({ text, learner }) => {
      const from = performance.now()
      understand(text, learner ?? 'Awa Diallo')
      return (performance.now() - from) * 1000
    })
  read()
  return median(read())
}
