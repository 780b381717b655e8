// Taps. A button still knows its subject when its time is over: then it says so.
import { confirmations } from '../core/model/status.ts'
import { parseChoice } from './choice.ts'
import { hearAbout } from './inFocus.ts'
import { ask } from './learner/ask.ts'
import { hearCard, hearWithdraw, showClaim } from './learner/claims.ts'
import { hear } from './learner/hear.ts'
import type { Heard } from './learner/heard.ts'
import { hearTutorChoice } from './learner/knownTutor.ts'
import { missing } from './learner/missing.ts'
import { askAnother, takeBackSending } from './learner/send.ts'
import { openBadge } from './learner/welcome.ts'
import { hearProject, isAboutProject } from './project.ts'
import type { Scene } from './scene.ts'
import { openInvite } from './trainer/invite.ts'
import { hearReply } from './tutor/question.ts'
import { openRequest } from './tutor/request.ts'

export function hearTap(scene: Scene, data: string): void {
  const tapped = parseChoice(data)
  const stale = () => scene.say(scene.text('already-noted'))
  if (!tapped) return void stale()
  const heard: Heard = { is: 'option', key: tapped.choice }
  const { subject, prompt } = tapped
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
    const found = scene.claim?.endorsements.find((e) => e.id === subject.id)
    if (!found || found.endorserId !== scene.me.id || found.withdrawnAt) return void stale()
    // answered already: only its own confirmation still counts
    if ((prompt === 'verdict' || prompt === 'sure' || prompt === 'question') && found.verdict) return void stale()
  }
  if (subject.is === 'self' && prompt === 'sense' && scene.me.seenAt) return void stale()
  if (subject.is === 'self' && prompt === 'name' && scene.me.nameConfirmed) return void stale()
  if (!hearAbout(scene, subject, prompt, heard)) stale()
}

/** A tap on a message about one of the learner's own claims; false: its time is over. */
function tapClaim(scene: Scene, id: string, prompt: string, heard: Heard & { is: 'option' }): boolean {
  if (scene.claim?.id !== id || scene.claim.personId !== scene.me.id) return false
  const now = missing(scene)
  if (isAboutProject(prompt)) return hearProject(scene, { is: 'claim', id }, prompt, heard)
  switch (prompt) {
    case 'show':
      showClaim(scene)
      return true
    case 'undo':
      takeBackSending(scene)
      return true
    case 'other':
      if (
        !scene.claim.endorsements.some((e) => e.verdict === 'not-me') ||
        scene.claim.endorsements.some((e) => !e.verdict && !e.withdrawnAt) ||
        confirmations(scene.claim).length >= scene.claim.meaning.policy.endorsements ||
        scene.claim.withdrawnAt
      )
        return false
      askAnother(scene)
      return true
    case 'reply':
      return !scene.claim.withdrawnAt && hearReply(scene, heard)
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
