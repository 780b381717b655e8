// What happens without the learner: a file is kept or refused, a word has settled, a badge is there, a reminder is due.
// `me` is the learner here, wherever they were reached last.
import { isForTrainers } from '../core/model/badge.ts'
import type { Endorsement } from '../core/model/rows.ts'
import { decision, isConfirmed, isWhole, sending, statusOf } from '../core/model/status.ts'
import { isJurysTurn, maySit } from '../core/model/jury.ts'
import { isBefore, plusSeconds } from '../core/model/time.ts'
import type { About } from './event.ts'
import { followed, revokedThere, sayWhereItIs } from './learner/afterwards.ts'
import { ask, askNext } from './learner/ask.ts'
import { REMIND_AFTER } from './learner/welcome.ts'
import { acceptByItself } from './learner/acceptance.ts'
import { missing, remaining } from './learner/missing.ts'
import { firstName, newsOf } from './learner/view.ts'
import { isIssued, sayAndOfferAnother } from './learner/asking.ts'
import { endorsementSigned, keepEndorsements, settleLater } from './learner/later.ts'
import { askOneMore, forwardIfWhole, tellTrainers } from './learner/send.ts'
import { offerMilestone } from './learner/milestone.ts'
import { nudged } from './learner/nudged.ts'
import { linked, ownWordVoid, tellOwnWord } from './linked.ts'
import { askGiver, codeOver } from './linking.ts'
import { beginsToEnd, reissued, tellRevoked } from './learner/afterIssuing.ts'
import { askToRenew } from './learner/renew.ts'
import { pleaDue } from './plea.ts'
import type { Scene } from './scene.ts'
import { workshopAhead, workshopDue } from './trainer/nudge.ts'
import { callJury, juryDue, recountJury } from './trainer/jury.ts'
import { unreachable } from './trainer/unreachable.ts'
import { letterFailed, replyDoubted, writeLetters } from './tutor/letter.ts'
import { remindOfRequest } from './tutor/reminder.ts'

export function occur(scene: Scene, about: About): void {
  if (!scene.world.me) return
  if (about.is === 'workshop-due') return workshopDue(scene, about.at)
  if (about.is === 'workshop-ahead') return workshopAhead(scene, about.at)
  if (about.is === 'nudge') return nudged(scene, about.nudge, about.claim)
  if (about.is === 'joined') return linked(scene, about.done)
  if (about.is === 'code-opened') return askGiver(scene)
  if (about.is === 'code-over') return codeOver(scene)
  if (about.is === 'plea-due') return pleaDue(scene)
  if (about.is === 'unreachable') return unreachable(scene, about.since)
  if (!scene.claim) return
  switch (about.is) {
    case 'evidence-kept': {
      const piece = scene.claim.evidence.find((e) => e.id === about.evidence)
      if (piece?.state !== 'fetching') return
      scene.record('Evidence', { ...piece, ...about.kept, state: 'kept', media: null })
      acceptByItself(scene, 'piece')
      return
    }
    case 'evidence-refused':
      return refuse(scene, about)
    case 'verdict-settled':
      return about.late ? roleKnown(scene, about.endorsement) : settleVerdict(scene, about.endorsement, about.given)
    case 'sending-settled':
      return settleSending(scene, about.sentAt)
    case 'jury-due':
      return juryDue(scene, about.sentAt)
    case 'jury-fewer':
      return void recountJury(scene)
    case 'issuance':
      return issued(scene, about)
    case 'own-word':
      return tellOwnWord(scene)
    case 'reissued':
      return reissued(scene, about)
    case 'revoked':
      return tellRevoked(scene)
    case 'renewal':
      return askToRenew(scene, about.at)
    case 'followed':
      return followed(scene, about.issuance, about.found)
    case 'revoked-there':
      return revokedThere(scene, about.issuance)
    case 'own-word-void':
      ownWordVoid(scene, about.given)
      // where it was a decision, another trainer takes it
      if (!recountJury(scene)) decisionIsDue(scene)
      return
    case 'reminder':
      return remind(scene, about.at)
    case 'endorsement-signed':
      return endorsementSigned(scene, about.endorsement, about.credential)
    case 'letter-failed':
      return letterFailed(scene, about.endorsement, about.why)
    case 'reply-doubted':
      return replyDoubted(scene, about.endorsement)
    case 'request-reminder':
      return remindOfRequest(scene, about.endorsement, about.at)
    default:
      return about satisfies never
  }
}

/** The learner is looking at this claim, or at nothing: a push may ask its question as the next one. */
const isFree = (scene: Scene): boolean => {
  const subject = scene.focus?.subject
  return !subject || subject.is === 'self' || ('id' in subject && subject.id === scene.pinned.id)
}

function refuse(scene: Scene, about: Extract<About, { is: 'evidence-refused' }>): void {
  const piece = scene.pinned.evidence.find((e) => e.id === about.evidence)
  if (piece?.state !== 'fetching') return
  scene.record('Evidence', { ...piece, state: 'refused', refusal: about.why, media: null })
  const draft = !sending(scene.pinned)
  if (draft && piece.prompt === 'evidence') scene.changeClaim({ gatheredAt: null })
  // an answer that was only this file is asked again
  const answered = scene.pinned.answers.find(
    (a) => a.prompt === piece.prompt && !a.supersededAt && !a.text && a.level === null && !a.skipped,
  )
  if (draft && answered) scene.record('Answer', { ...answered, supersededAt: scene.now })
  const sorry = scene.text(`refused-${about.why}`)
  if (draft && isFree(scene)) askNext(scene, { ack: sorry })
  else scene.say(sorry)
  acceptByItself(scene, 'piece')
}

// ---- a tutor's word

function settleVerdict(scene: Scene, id: string, given?: string): void {
  const endorsement = scene.pinned.endorsements.find((e) => e.id === id)
  if (!endorsement?.verdict || !endorsement.at || endorsement.settledAt || endorsement.withdrawnAt) return
  // undone meanwhile, and said anew: that word has its own time
  if (given && Date.parse(given) !== Date.parse(endorsement.at)) return
  scene.record('Endorsement', { ...endorsement, settledAt: scene.now })
  scene.audit('verdict settled', id)
  if (scene.pinned.withdrawnAt || scene.pinned.revokedAt) return
  if (isIssued(scene.pinned)) return settleLater(scene, endorsement)
  tellVerdict(scene, endorsement)
  if (endorsement.verdict !== 'yes' || acceptByItself(scene, 'word') || forwardIfWhole(scene)) return
  decisionIsDue(scene)
  askOneMore(scene)
}

/** The word had settled, and did not do by itself; now it is known in which role it was given. */
function roleKnown(scene: Scene, id: string): void {
  const e = scene.pinned.endorsements.find((one) => one.id === id)
  if (e?.verdict !== 'yes' || !e.settledAt || e.withdrawnAt || scene.pinned.withdrawnAt || isIssued(scene.pinned)) return
  if (!forwardIfWhole(scene)) decisionIsDue(scene)
}

function tellVerdict(scene: Scene, e: Endorsement): void {
  const name = e.anonymous ? scene.text('somebody') : (e.name ?? scene.text('somebody'))
  switch (e.verdict) {
    case 'yes':
      // no good news where somebody has said no since
      if (decision(scene.pinned)?.outcome === 'refused') return void scene.say(scene.text('news-confirmed-refused', { name }))
      scene.say(scene.text(e.comment ? 'news-confirmed-words' : 'news-confirmed', { name, words: e.comment ?? '' }))
      return
    case 'not-yet':
    case 'no':
      if (isFree(scene) && missing(scene) === 'complete') ask(scene, 'complete')
      else scene.say(scene.text(newsOf(e), { name, words: e.comment ?? '' }))
      return
    case 'not-me':
      return sayAndOfferAnother(scene, scene.text('news-not-me', { name }))
    case null:
      return
    default:
      e.verdict satisfies never
  }
}

function settleSending(scene: Scene, sentAt: string): void {
  const sent = sending(scene.pinned)
  if (!sent || Date.parse(sent.at) !== Date.parse(sentAt)) return
  // a letter cannot be taken back: it waits until the sending cannot be either
  writeLetters(scene)
  if (!acceptByItself(scene, 'sent') && !forwardIfWhole(scene)) decisionIsDue(scene)
}

/** Everything but the trainer's decision is there: tell the trainers. */
function decisionIsDue(scene: Scene): void {
  const { policy } = scene.pinned.meaning
  const due = isForTrainers(policy) && isConfirmed(scene.pinned, policy) && !decision(scene.pinned)
  if (!due) return
  callJury(scene)
  if (!isJurysTurn(scene.pinned, policy)) return void tellTrainers(scene, 'trainer-one-waits')
  const key = policy.jury?.says === 'advises' ? 'trainer-advice-waits' : 'trainer-jury-waits'
  tellTrainers(scene, key, undefined, (trainer) => maySit(scene.pinned, trainer.id))
}

// ---- a backend's answer

function issued(scene: Scene, about: Extract<About, { is: 'issuance' }>): void {
  const before = scene.pinned.issuances.find((i) => i.id === about.issuance.id)
  if (before?.state === 'issued') return
  // withdrawn or taken back while it was about to leave
  if (!before && (scene.pinned.withdrawnAt || !isWhole(scene.pinned, scene.pinned.meaning.policy))) return
  scene.record('Issuance', about.issuance)
  scene.audit(`issuance ${about.issuance.state}`)
  if (about.issuance.state !== 'issued') return
  keepEndorsements(scene, about.issuance)
  beginsToEnd(scene, about.issuance)
  const { publicUrl } = scene.world.house
  const claim = scene.pinned.id
  const page = `${publicUrl}/c/${scene.pinned.token}`
  scene.say([scene.text('news-badge', { badge: scene.badgeName() }), page].join('\n'), {
    attachments: [
      { is: 'badge', claim, as: 'picture' },
      { is: 'badge', claim, as: 'file' },
    ],
  })
  sayWhereItIs(scene, about.issuance)
  // first the badge that is there, then what it makes possible
  if (isFree(scene)) ask(scene, 'share')
  else offerMilestone(scene)
}

// ---- a reminder

const NEXT_REMINDER = 5 * 86400
const MOST = 2

/** While a workshop has follow-ups to come, they are the reminders: this one comes after them, if it is still needed. */
function isLookedAfter(scene: Scene): boolean {
  const { workshopId } = scene.pinned
  if (!workshopId) return false
  if (scene.workshop?.id !== workshopId && scene.need({ workshop: workshopId })) return true
  const { nudgeAt, closedAt } = scene.workshop ?? {}
  if (!nudgeAt || closedAt) return false
  const after = plusSeconds(nudgeAt, NEXT_REMINDER)
  // one that waits for its trainer holds up nobody for ever
  if (!isBefore(scene.now, after)) return false
  scene.putOff(after)
  return true
}

/** At most two for a claim; one whose question was answered meanwhile says nothing (chat-ux, rule 14). */
function remind(scene: Scene, at: string): void {
  const claim = scene.pinned
  if (!claim.remindAt || Date.parse(claim.remindAt) !== Date.parse(at)) return
  // whoever was here since is not reminded of what they were just doing
  const rested = plusSeconds(claim.touchedAt, claim.reminders ? NEXT_REMINDER : REMIND_AFTER)
  if (isBefore(scene.now, rested) && statusOf(claim, claim.meaning.policy) === 'draft') {
    scene.putOff(rested)
    return
  }
  if (isLookedAfter(scene)) return
  const silent = scene.me.stoppedAt !== null || statusOf(claim, claim.meaning.policy) !== 'draft' || claim.reminders >= MOST
  const reminders = claim.reminders + 1
  scene.changeClaim({ reminders, remindAt: silent || reminders >= MOST ? null : plusSeconds(scene.now, NEXT_REMINDER) })
  if (silent || isBefore(scene.now, at)) return
  const left = remaining(scene)
  const options = [
    { key: 'yes', label: scene.text('button-continue'), also: ['oui'] },
    { key: 'later', label: scene.text('button-later'), also: ['non'] },
    { key: 'stop', label: scene.text('button-stop') },
  ]
  const subject = { is: 'claim', id: claim.id } as const
  const message = scene.say(
    scene.text(left.questions > 0 ? 'reminder' : 'reminder-almost', {
      name: firstName(scene.me.name ?? ''),
      badge: scene.badgeName(),
      questions: left.questions,
      minutes: left.minutes,
    }),
    { choices: { subject, prompt: 'resume', options } },
  )
  // a typed « oui » answers this, not the question of some days ago
  if (isFree(scene)) scene.look(subject, 'resume', { message, pending: { options } })
}
