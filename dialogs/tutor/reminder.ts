// Whoever was asked for a word is reminded, at most twice; then the learner is offered somebody else. A request never vanishes silently.
import type { Endorsement } from '../../core/model/rows.ts'
import { sending } from '../../core/model/status.ts'
import { plusSeconds } from '../../core/model/time.ts'
import type { Scene } from '../scene.ts'
import { learnerOf } from './request.ts'
import { isByLetter, writeLetter } from './letter.ts'

const DAY = 86400
export const FIRST_REMINDER = 3 * DAY
const NEXT = 5 * DAY
const MOST = 2

/** The hours are kept by whoever calls (chat-ux, rule 14). */
export function remindOfRequest(scene: Scene, id: string, at: string): void {
  const e = scene.pinned.endorsements.find((one) => one.id === id)
  if (!e?.remindAt || Date.parse(e.remindAt) !== Date.parse(at)) return
  const reminders = e.reminders ?? 0
  const over = Boolean(e.verdict || e.withdrawnAt || scene.pinned.withdrawnAt || scene.pinned.expiredAt || !sending(scene.pinned))
  if (!over && reminders < MOST && remind(scene, e)) {
    const now = scene.pinned.endorsements.find((one) => one.id === id)!
    scene.record('Endorsement', { ...now, reminders: reminders + 1, remindAt: plusSeconds(scene.now, NEXT) })
    scene.audit('request reminded', id)
    return
  }
  scene.record('Endorsement', { ...e, remindAt: null })
  if (!over) offerSomebodyElse(scene)
}

function remind(scene: Scene, e: Endorsement): boolean {
  if (isByLetter(e)) return writeLetter(scene, e, 'tutor-reminder')
  const tutor = scene.world.endorsers.find((p) => p.id === e.endorserId)
  const learner = learnerOf(scene)
  return (
    tutor !== undefined &&
    scene.tell(tutor, (text) => ({
      text: text('tutor-reminder', { learner, badge: scene.badgeName() }),
      choices: { subject: { is: 'endorsement', id: e.id }, prompt: 'open', options: [{ key: 'see', label: text('button-see') }] },
    }))
  )
}

function offerSomebodyElse(scene: Scene): void {
  scene.say(scene.text('news-no-answer', { badge: scene.badgeName() }), {
    choices: {
      subject: { is: 'claim', id: scene.pinned.id },
      prompt: 'unanswered',
      options: [
        { key: 'another', label: scene.text('button-ask-another') },
        { key: 'wait', label: scene.text('button-wait') },
      ],
    },
  })
}
