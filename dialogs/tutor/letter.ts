// A request that goes to an address: the same words as in a chat, in one letter. And what comes of letters.
import type { Endorsement, MailProblem } from '../../core/model/rows.ts'
import { sending } from '../../core/model/status.ts'
import { plusSeconds } from '../../core/model/time.ts'
import { attachmentsOf } from '../claimParts.ts'
import { firstName } from '../learner/view.ts'
import type { Scene } from '../scene.ts'
import { learnerOf, openingOf, quoted, verdictOptions } from './request.ts'
import { FIRST_REMINDER } from './reminder.ts'

/** Letters of requests whose undo time is over and that have not been written yet. */
export function writeLetters(scene: Scene): void {
  for (const e of scene.pinned.endorsements) if (isDue(e)) writeLetter(scene, e)
}

/** It goes to an address, and letters arrive there. The address itself is erased later (core/data/mail.ts). */
export const isByLetter = (e: Pick<Endorsement, 'mailTo' | 'mailProblem'>): boolean => Boolean(e.mailTo) && !e.mailProblem

const isDue = (e: Endorsement): boolean => isByLetter(e) && !e.mailedAt && !e.verdict && !e.withdrawnAt

/** What they will have read is this text. `opening`: the first line, where it is not a first letter. */
export function writeLetter(scene: Scene, e: Endorsement, opening?: string): boolean {
  const learner = learnerOf(scene)
  const written = scene.writeTo(e.id, (text) => ({
    text: [
      opening ? text(opening, { learner, badge: scene.badgeName() }) : openingOf(scene, text),
      quoted(scene),
      text('tutor-ask', { learner: firstName(learner) }),
    ].join('\n'),
    choices: { subject: { is: 'endorsement', id: e.id }, prompt: 'verdict', options: verdictOptions(text) },
    // only what the learner has said that others may see
    attachments: scene.pinned.audience ? attachmentsOf(scene.pinned.evidence) : [],
  }))
  if (!written) return false
  const first = !e.mailedAt
  scene.record('Endorsement', {
    ...e,
    shownDigest: scene.pinned.digest,
    mailedAt: e.mailedAt ?? scene.now,
    ...(first && { remindAt: plusSeconds(scene.now, FIRST_REMINDER), reminders: 0 }),
  })
  if (first) scene.audit('letter written', e.id)
  return true
}

/** It did not arrive, or they want no letters: another way is offered. The request stays, and its link can be passed on. */
export function letterFailed(scene: Scene, id: string, why: MailProblem): void {
  if (!endLetters(scene, id, why)) return
  const options = otherWays(scene.text.bind(scene))
  const subject = { is: 'claim', id: scene.pinned.id } as const
  const message = scene.say(scene.text(why === 'unwanted' ? 'news-mail-unwanted' : 'news-mail-failed'), {
    choices: { subject, prompt: 'mail', options },
  })
  const now = scene.focus?.subject
  if (!now || now.is === 'self' || ('id' in now && now.id === scene.pinned.id))
    scene.look(subject, 'mail', { message, pending: { options } })
}

/** « STOP », or the page of the letter: nothing is sent to this address any more, and the learner is told kindly. */
export function noMoreLetters(scene: Scene): void {
  scene.change({ stoppedAt: scene.now })
  scene.audit('letters unwanted', scene.me.id)
  const id = scene.world.link?.kind === 'endorse' ? scene.world.link.subject : ''
  if (!scene.claim || !scene.world.owner || !endLetters(scene, id, 'unwanted')) return
  const subject = { is: 'claim', id: scene.pinned.id } as const
  scene.tell(scene.world.owner, (text) => ({
    text: text('news-mail-unwanted'),
    choices: { subject, prompt: 'mail', options: otherWays(text) },
  }))
}

/** False: there is nothing to end, or nobody to tell. */
function endLetters(scene: Scene, id: string, why: MailProblem): boolean {
  const e = scene.pinned.endorsements.find((one) => one.id === id)
  if (!e || !isByLetter(e) || e.withdrawnAt || e.verdict) return false
  scene.record('Endorsement', { ...e, mailProblem: why, remindAt: null })
  scene.audit(`letter failed ${why}`, id)
  return !scene.pinned.withdrawnAt && sending(scene.pinned) !== undefined
}

const otherWays = (text: Scene['text']) => [
  { key: 'other', label: text('button-other-address') },
  { key: 'link', label: text('button-give-link') },
]

/** Whoever we asked is told, once, that an answer came which does not count; whoever sent it is told nothing. */
export function replyDoubted(scene: Scene, id: string): void {
  const e = scene.pinned.endorsements.find((one) => one.id === id)
  if (!e || !isByLetter(e) || e.withdrawnAt || e.settledAt || !sending(scene.pinned)) return
  scene.audit('reply doubted', id)
  scene.writeTo(id, (text) => ({
    text: text('tutor-reply-doubted'),
    choices: { subject: { is: 'endorsement', id }, prompt: 'verdict', options: verdictOptions(text) },
  }))
}
