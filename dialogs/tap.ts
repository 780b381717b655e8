// Taps. A button still knows its subject when its time is over: then it says so.
import { parseChoice, type Subject } from './choice.ts'
import { askForHelp } from './commands.ts'
import { isOtherSide } from './handover.ts'
import { hearAbout } from './inFocus.ts'
import { ask } from './learner/ask.ts'
import { isWordWanted, openRequests } from './learner/asking.ts'
import { hearMail } from './learner/byMail.ts'
import { hearCard, hearWithdraw, showClaim } from './learner/claims.ts'
import { hear } from './learner/hear.ts'
import type { Heard } from './learner/heard.ts'
import { hearTutorChoice } from './learner/knownTutor.ts'
import { missing } from './learner/missing.ts'
import { hearRenew } from './learner/renew.ts'
import { askAnother, hearUnanswered, takeBackSending } from './learner/send.ts'
import { openBadge } from './learner/welcome.ts'
import { hearProject, isAboutProject } from './project.ts'
import type { Scene } from './scene.ts'
import { giveTalk } from './talking.ts'
import { openInvite } from './trainer/invite.ts'
import { mayLead } from './trainer/workshop.ts'
import { hearReply } from './tutor/question.ts'
import { askedOfMe, openRequest } from './tutor/request.ts'

export function hearTap(scene: Scene, data: string): void {
  const tapped = parseChoice(data)
  if (!tapped) return void scene.say(scene.text('already-noted'), { over: true })
  const { subject, prompt } = tapped
  const stale = () => scene.say(scene.text(isForeign(scene, subject, prompt) ? 'not-yours' : 'already-noted'), { over: true })
  if (subject.is === 'decision' && isForeign(scene, subject, prompt)) return void stale()
  const heard: Heard = { is: 'option', key: tapped.choice }
  if (subject.is === 'claim') return tapClaim(scene, subject.id, prompt, heard) ? undefined : void stale()
  if (subject.is === 'badge') {
    const found = scene.world.house.catalogue.badge(subject.id)
    return found ? openBadge(scene, found) : void stale()
  }
  if (subject.is === 'invite' && prompt === 'open') {
    if (scene.world.link?.kind === 'endorse') return openRequest(scene, scene.world.link.subject)
    return openInvite(scene)
  }
  if (subject.is === 'endorsement') {
    const found = askedOfMe(scene, subject.id)
    if (!found) return void stale()
    // answered already: only its own confirmation still counts
    if ((prompt === 'verdict' || prompt === 'sure' || prompt === 'question') && found.verdict) return void stale()
  }
  if (subject.is === 'self' && prompt === 'sense' && scene.me.seenAt) return void stale()
  if (subject.is === 'self' && prompt === 'name' && scene.me.nameConfirmed) return void stale()
  if (!hearAbout(scene, subject, prompt, heard)) stale()
}

/** A button that somebody else was given: nothing of theirs is told, nor done. */
function isForeign(scene: Scene, subject: Subject, prompt: string): boolean {
  const { claim, workshop, me } = scene
  switch (subject.is) {
    case 'claim':
      return claim?.id === subject.id && claim.personId !== me.id
    case 'decision':
      return claim?.id === subject.id && !scene.world.memberships.some((m) => m.role === 'trainer' && m.structureId === claim.structureId)
    case 'endorsement':
      return claim?.endorsements.some((e) => e.id === subject.id && e.endorserId !== me.id) ?? false
    case 'workshop':
      return workshop?.id === subject.id && (prompt === 'join' ? !workshop.enrolled : !mayLead(scene, workshop))
    case 'handover':
      return !isOtherSide(scene, subject.id)
    default:
      return false
  }
}

/** A tap on a message about one of the learner's own claims; false: its time is over. */
function tapClaim(scene: Scene, id: string, prompt: string, heard: Heard & { is: 'option' }): boolean {
  // renewed since, through another button: what was begun is gone on with
  if (prompt === 'renew' && scene.claim?.renewsId === id && scene.claim.personId === scene.me.id) {
    showClaim(scene)
    return true
  }
  if (scene.claim?.id !== id || scene.claim.personId !== scene.me.id) return false
  const now = missing(scene)
  if (heard.key === 'help') {
    askForHelp(scene)
    return true
  }
  if (heard.key === 'talk') return giveTalk(scene)
  if (isAboutProject(prompt)) return hearProject(scene, { is: 'claim', id }, prompt, heard)
  switch (prompt) {
    case 'show':
      showClaim(scene)
      return true
    case 'undo':
      if (heard.is === 'option' && heard.key === 'mail') return hearMail(scene, heard)
      takeBackSending(scene)
      return true
    case 'mail':
      return hearMail(scene, heard)
    case 'unanswered':
      return hearUnanswered(scene, heard)
    case 'other':
      if (
        !scene.claim.endorsements.some((e) => e.verdict === 'not-me') ||
        openRequests(scene.claim).length > 0 ||
        !isWordWanted(scene.claim)
      )
        return false
      askAnother(scene)
      return true
    case 'reply':
      return !scene.claim.withdrawnAt && hearReply(scene, heard)
    case 'renew':
      return hearRenew(scene, heard)
    case 'card':
      return hearCard(scene, heard)
    case 'drop':
      return hearWithdraw(scene, heard)
    case 'tutor':
      return now === 'witness' && hearTutorChoice(scene, heard)
    case 'share':
      return scene.claim.issuances.some((i) => i.state === 'issued') && hear(scene, 'share', heard)
    case 'resume':
      if (!now) return false
      return hearAbout(scene, { is: 'claim', id }, prompt, heard)
    case 'address':
      return now === 'email' && hear(scene, prompt, heard)
    case 'fix':
    case 'edit':
      return now !== null && now !== 'share' && now !== 'complete' && hear(scene, prompt, heard)
    default:
      if (now === prompt) return hear(scene, prompt, heard)
      // the question on the screen is not missing any more: the catalogue or the program changed
      if (!now || scene.focus?.prompt !== prompt || scene.focus.subject.is !== 'claim' || scene.focus.subject.id !== id) return false
      ask(scene, now)
      return true
  }
}
