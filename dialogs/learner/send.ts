// Sending: one fact, one sentence that says so, and the message for the tutor in the same breath.
import { isForTrainers } from '../../core/model/badge.ts'
import { codeOf } from '../../core/model/claimCode.ts'
import type { Endorsement } from '../../core/model/rows.ts'
import { decision, isOfThisText, isWhole, lacking, lackingFrom, sending, toComplete } from '../../core/model/status.ts'
import { isBefore, plusSeconds } from '../../core/model/time.ts'
import type { Scene } from '../scene.ts'
import { acceptByCode } from './acceptance.ts'
import type { Reachable } from '../world.ts'
import { askNext, offer } from './ask.ts'
import { isIssued, isWordWanted, openRequests, whoIsMissing } from './asking.ts'
import { byMailOption, minutesUntil } from './byMail.ts'
import type { Heard } from './heard.ts'
import { askKnownTutor } from './knownTutor.ts'
import { restAgain } from './milestone.ts'
import { isByLetter } from '../tutor/letter.ts'
import { FIRST_REMINDER } from '../tutor/reminder.ts'

const LINK_DAYS = 180

export function send(scene: Scene): void {
  // a badge below may have gone, or come, since the text was read
  if (restAgain(scene)) return askNext(scene)
  const claim = scene.pinned
  // whoever made its code stands for the decision, and must be known
  const code = codeOf(claim)
  if (code && scene.world.claimCode?.id !== code && scene.need({ claimCode: `id:${code}` })) return
  const { policy } = claim.meaning
  const seconds = undoSeconds(scene)
  scene.changeClaim({ sendings: [...claim.sendings, { at: scene.now, through: scene.through }], remindAt: null })
  scene.audit('sent')
  scene.start({
    id: `${scene.event.key}:settle`,
    is: 'settle-sending',
    claim: claim.id,
    sentAt: scene.now,
    at: plusSeconds(scene.now, seconds),
  })

  // the tutor who was asked already looks at the new text through the same link
  const request = policy.endorsements > 0 ? requestAgain(scene) : undefined

  // a known tutor has it in their chat already
  const known = request?.standing === 'verified' ? request.name : null
  const byMail = request !== undefined && isByLetter(request)
  const text = byMail
    ? scene.text('sent-by-mail', { minutes: minutesUntil(scene, plusSeconds(scene.now, seconds)) })
    : known
      ? scene.text('sent-to-tutor', { name: known })
      : scene.text(request ? 'sent-forward-this' : isForTrainers(policy) && !code && claim.structureId ? 'sent-to-trainer' : 'sent')
  const byLink = request && !known && !byMail
  offer(scene, { is: 'claim', id: claim.id }, 'undo', text, [
    ...(byLink ? byMailOption(scene) : []),
    { key: 'undo', label: scene.text('button-undo'), control: true },
  ])
  if (byLink) forwardable(scene, request)
  if (code) acceptByCode(scene)
  // nobody could ever decide: the first workshop that they join takes it up (join.ts)
  else if (isForTrainers(policy) && !claim.structureId) scene.say(scene.text('sent-without-place'))
}

/** Whoever was asked is asked about this text, if they have not confirmed it; who is still missing is asked through a new link. */
function requestAgain(scene: Scene): Endorsement | undefined {
  const asked = scene.pinned.endorsements.filter((e) => !e.withdrawnAt && e.verdict !== 'not-me')
  const latest = asked.filter((e, at) => !e.endorserId || asked.findLastIndex((other) => other.endorserId === e.endorserId) === at)
  const open = latest.flatMap((e) => (e.verdict === 'yes' && isOfThisText(scene.pinned, e) ? [] : [renew(scene, e)])).at(-1)
  if (open) return open
  return lackingFrom(latest, scene.pinned.meaning.policy).people > 0 ? requestEndorsement(scene) : undefined
}

/** Somebody confirmed, and the badge asks for more people than that: another link, for another person. */
export function askOneMore(scene: Scene): void {
  const claim = scene.pinned
  if (isIssued(claim) || !isWordWanted(claim)) return
  if (claim.endorsements.some((e) => !e.withdrawnAt && (!e.verdict || !e.settledAt))) return
  const request = requestEndorsement(scene)
  sayForward(scene)
  forwardable(scene, request)
}

/** The request and its link; by letter, if the learner gave an address. */
export function requestEndorsement(scene: Scene): Endorsement {
  const claim = scene.pinned
  // who was there has answered: whoever is asked now is somebody else
  const later = isIssued(claim)
  const code = scene.fresh()
  const unbound: Endorsement = {
    id: scene.freshUuid(),
    claimId: claim.id,
    asked: claim.witness === 'trainer' && !later ? 'trainer' : 'tutor',
    askedAt: scene.now,
    endorserId: null,
    boundAt: null,
    name: null,
    role: null,
    organisation: null,
    standing: 'declared',
    anonymous: false,
    channel: null,
    shownDigest: null,
    verdict: null,
    comment: null,
    unclear: null,
    at: null,
    settledAt: null,
    withdrawnAt: null,
    credential: null,
    mailTo: claim.witnessMail ?? null,
    remindAt: plusSeconds(scene.now, FIRST_REMINDER),
    reminders: 0,
  }
  if (claim.witnessMail) scene.changeClaim({ witnessMail: null })
  const endorsement = (unbound.mailTo ? undefined : askKnownTutor(scene, unbound)) ?? unbound
  scene.record('Endorsement', endorsement)
  scene.write('Link', {
    code,
    kind: 'endorse',
    subject: endorsement.id,
    structureId: claim.structureId,
    name: null,
    createdAt: scene.now,
    expiresAt: plusSeconds(scene.now, LINK_DAYS * 86400),
    usedAt: null,
    usedBy: null,
  })
  scene.codes.set(endorsement.id, code)
  scene.audit('request made', endorsement.id)
  // the last missing word must be a trainer's: those whom the structure knows are asked without anybody passing on a link
  const { people, roles } = lacking(scene.pinned, scene.pinned.meaning.policy)
  const trainers = !later && people === 1 && roles.includes('trainer')
  if (endorsement.asked === 'trainer' || trainers || (claim.witness === 'nobody' && !later))
    tellTrainers(scene, claim.witness === 'nobody' && !trainers ? 'trainer-find-somebody' : 'trainer-asked', code)
  return endorsement
}

/** « Pas encore » was answered, or the text changed: the same person is asked again, and their former word stays in the history. */
function renew(scene: Scene, before: Endorsement): Endorsement {
  if (before.verdict === null) return before
  const id = scene.freshUuid()
  // the address goes with the request that is open
  if (before.mailTo) scene.record('Endorsement', { ...before, mailTo: null })
  const renewed: Endorsement = {
    ...before,
    id,
    askedAt: scene.now,
    shownDigest: null,
    verdict: null,
    comment: null,
    unclear: null,
    at: null,
    settledAt: null,
    credential: null,
    mailedAt: null,
    proof: null,
    remindAt: plusSeconds(scene.now, FIRST_REMINDER),
    reminders: 0,
  }
  scene.record('Endorsement', renewed)
  const link = scene.linkOf(before.id)
  if (link) scene.write('Link', { ...link, subject: id })
  const tutor = scene.world.endorsers.find((p) => p.id === before.endorserId)
  const learner = scene.me.name ?? ''
  if (tutor && !isByLetter(renewed)) {
    scene.tell(tutor, (text) => ({
      text: text('tutor-asked-again', { learner, badge: scene.badgeName() }),
      choices: { subject: { is: 'endorsement', id }, prompt: 'open', options: [{ key: 'see', label: text('button-see') }] },
    }))
  }
  if (link) scene.codes.set(id, link.code)
  return renewed
}

/** The message that the learner passes on, alone, so that it can be forwarded as it is. */
export function forwardable(scene: Scene, request: Endorsement): void {
  const code = scene.codes.get(request.id) ?? scene.linkOf(request.id)?.code
  if (!code) return
  const { startLinks, publicUrl } = scene.world.house
  const links = [...startLinks(code, scene.through), `${publicUrl}/e/${code}`]
  const needed = whoIsMissing(scene)
  const words = scene.text(needed ? 'forward-this-needed' : 'forward-this', { learner: scene.me.name ?? '', needed })
  scene.say([words, ...links].join('\n'))
}

/** Another person is asked instead: a request that nobody has answered is withdrawn, its link ends. */
export function askAnother(scene: Scene): void {
  // a word that was given stands, also while it can still be taken back
  for (const e of openRequests(scene.pinned)) withdraw(scene, e)
  scene.changeClaim({ witnessId: null })
  const request = requestEndorsement(scene)
  // only a witness's « pas encore » is left behind by it: what trainers and jurors said of the same words stands
  if (!isIssued(scene.pinned) && !decision(scene.pinned) && toComplete(scene.pinned))
    scene.changeClaim({ sendings: [...scene.pinned.sendings, { at: scene.now, through: scene.through }] })
  sayForward(scene, isIssued(scene.pinned) ? 'forward-later' : 'sent-forward-this')
  forwardable(scene, request)
  scene.lookAway()
}

/** « Ne plus demander »: whoever was asked cannot answer any more, and somebody else can be. */
export function cancelRequests(scene: Scene): boolean {
  if (!endRequests(scene)) return false
  const options = [
    { key: 'ask', label: scene.text('button-ask-another') },
    { key: 'later', label: scene.text('button-not-now'), also: ['non'] },
  ]
  offer(scene, { is: 'claim', id: scene.pinned.id }, 'card', scene.text('request-cancelled'), options)
  return true
}

/** Whoever was asked and has not answered cannot any more, and is told. False: nobody was. */
export function endRequests(scene: Scene): boolean {
  const open = openRequests(scene.pinned)
  for (const e of open) {
    withdraw(scene, e)
    scene.audit('request cancelled', e.id)
    tellCancelled(scene, e)
  }
  return open.length > 0
}

/** Whoever had opened it waits for nothing; a letter that was never answered needs no second one. */
function tellCancelled(scene: Scene, e: Endorsement): void {
  const tutor = scene.world.endorsers.find((p) => p.id === e.endorserId)
  const learner = scene.me.name ?? ''
  if (tutor) scene.tell(tutor, (text) => ({ text: text('tutor-cancelled', { learner, badge: scene.badgeName() }) }))
}

/** What goes before a link to pass on; by letter, where that is possible. Without `key`: one more is needed, and who it must be. */
function sayForward(scene: Scene, key?: string): void {
  const who = whoIsMissing(scene)
  const text = key ? scene.text(key) : who ? `${who} ${scene.text('forward-them')}` : scene.text('forward-to-one-more')
  const options = byMailOption(scene)
  const subject = { is: 'claim', id: scene.pinned.id } as const
  scene.say(text, options.length ? { choices: { subject, prompt: 'mail', options } } : {})
}

/** Nobody answered: somebody else is asked, or the learner waits. */
export function hearUnanswered(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option' || !openRequests(scene.pinned).length || !isWordWanted(scene.pinned)) return false
  if (heard.key === 'another') askAnother(scene)
  else scene.say(scene.text('kept'))
  return true
}

export function withdraw(scene: Scene, e: Endorsement): void {
  scene.record('Endorsement', { ...e, withdrawnAt: scene.now, remindAt: null })
  const link = scene.linkOf(e.id)
  if (link) scene.write('Link', { ...link, expiresAt: scene.now })
}

/** « Annuler », within the undo time: a draft again, as if it had never left. */
export function takeBackSending(scene: Scene): void {
  const sent = sending(scene.pinned)
  if (!sent) return askNext(scene, { ack: scene.text('already-noted') })
  const answered = scene.pinned.endorsements.some((e) => e.verdict && !e.withdrawnAt && e.at && !isBefore(e.at, sent.at))
  if (answered || !isBefore(scene.now, plusSeconds(sent.at, undoSeconds(scene)))) {
    scene.say(scene.text('too-late-to-undo'))
    return
  }
  scene.changeClaim({ sendings: [...scene.pinned.sendings.slice(0, -1), { ...sent, takenBackAt: scene.now }] })
  for (const e of scene.pinned.endorsements) {
    if (e.verdict || e.withdrawnAt) continue
    // it is not asked for again when the claim is sent anew
    if (isByLetter(e)) scene.changeClaim({ witnessMail: e.mailTo })
    withdraw(scene, e)
  }
  scene.audit('taken back')
  askNext(scene, { ack: scene.text('taken-back') })
}

/** The undo time of a sending is over, or a verdict has settled: if the policy's facts are there, the claim leaves. */
export function forwardIfWhole(scene: Scene): boolean {
  const claim = scene.pinned
  if (claim.withdrawnAt || claim.issuances.length > 0 || !isWhole(claim, claim.meaning.policy)) return false
  const sent = sending(claim)!
  // it is on its way already: a second job would try again what an operator must look at
  if (claim.settledAt && !isBefore(claim.settledAt, sent.at)) return true
  const over = plusSeconds(sent.at, undoSeconds(scene))
  scene.changeClaim({ settledAt: scene.now })
  scene.start({ id: `forward:${claim.id}`, is: 'forward', claim: claim.id, at: isBefore(scene.now, over) ? over : undefined })
  return true
}

/** Tells the trainers of the learner's structure; with a code they can open the request, else the list of what waits. */
export function tellTrainers(scene: Scene, key: string, code?: string, whom: (trainer: Reachable) => boolean = () => true): boolean {
  const learner = scene.world.owner ?? scene.me
  const told = scene.world.trainers
    .filter((t) => t.id !== learner.id && whom(t))
    .map((trainer) =>
      scene.tell(trainer, (text) => ({
        text: text(key, { learner: learner.name ?? '', badge: scene.badgeName() }),
        choices: {
          subject: code ? { is: 'invite', id: code } : { is: 'decisions' },
          prompt: code ? 'open' : 'list',
          options: [{ key: 'see', label: text('button-see') }],
        },
        page: { of: 'followed', claim: scene.pinned.id },
      })),
    )
  return told.includes(true)
}

export const undoSeconds = (scene: Scene): number => scene.world.house.undoSeconds(scene.pinned.openedThrough)
