// Whatever is being talked about hears what was said.
import { type Option, type Subject, parseChoice } from './choice.ts'
import { askForHelp, greet, obey, promptOf } from './commands.ts'
import { hearHandover } from './handover.ts'
import { ask } from './learner/ask.ts'
import { hearBadges } from './learner/badges.ts'
import { addToText } from './learner/beforeSending.ts'
import { hearAddress, hearMail } from './learner/byMail.ts'
import { hearCard, hearWithdraw } from './learner/claims.ts'
import { hear } from './learner/hear.ts'
import type { Heard } from './learner/heard.ts'
import { hearTutorChoice } from './learner/knownTutor.ts'
import { type Prompt, missing } from './learner/missing.ts'
import { hearRenew } from './learner/renew.ts'
import { takeBackSending } from './learner/send.ts'
import { viewOf } from './learner/view.ts'
import { hearProject, isAboutProject } from './project.ts'
import type { Scene } from './scene.ts'
import { hearSelf } from './self.ts'
import { hearCodes, hearOneCode } from './trainer/claimCode.ts'
import { hearDecision, hearDecisions } from './trainer/decide.ts'
import { hearInvite } from './trainer/invite.ts'
import { hearOpening } from './trainer/opening.ts'
import { hearWorkshop } from './trainer/workshop.ts'
import { giveTalk } from './talking.ts'
import { hearReply } from './tutor/question.ts'
import { askedOfMe, listRequests } from './tutor/request.ts'
import { hearTutor } from './tutor/verdict.ts'

/** What can be chosen just now: offered beside the claim, or by what is missing from it. */
export function optionsNow(scene: Scene): Option[] {
  if (scene.focus?.pending?.options) return scene.focus.pending.options
  const prompt = promptOf(scene)
  if (prompt && isAsked(scene, prompt)) return viewOf(scene, prompt).options
  if (scene.focus?.subject.is === 'endorsement') {
    return scene.focus.prompt === 'verdict' || scene.focus.prompt === 'sure'
      ? verdictWords(scene)
      : [{ key: 'skip', label: scene.text('button-skip'), control: true }]
  }
  return []
}

/** By digit or by the button's own words; « oui » with a sentence behind it is understood, not matched. */
const verdictWords = (scene: Scene): Option[] =>
  ['i-confirm', 'not-yet', 'not-me'].map((label, i) => ({ key: ['yes', 'not', 'notme'][i]!, label: scene.text(`button-${label}`) }))

/** The question was asked: it is in focus, or it was pushed. */
export const isAsked = (scene: Scene, prompt: Prompt): boolean =>
  scene.focus?.prompt === prompt || prompt === 'complete' || prompt === 'share'

/** Whatever is in focus hears it. */
export function hearFocus(scene: Scene, heard: Heard): boolean {
  const focus = scene.focus
  if (!focus) return hearWithoutFocus(scene, heard)
  return hearAbout(scene, focus.subject, focus.prompt, heard)
}

export function hearAbout(scene: Scene, subject: Subject, prompt: string, heard: Heard): boolean {
  switch (subject.is) {
    case 'claim': {
      if (scene.claim?.id !== subject.id || scene.claim.personId !== scene.me.id) return false
      if (heard.is === 'option' && heard.key === 'help') {
        askForHelp(scene)
        return true
      }
      if (heard.is === 'option' && heard.key === 'talk') return giveTalk(scene)
      if (prompt === 'card') return hearCard(scene, heard)
      if (prompt === 'renew') return hearRenew(scene, heard)
      if (prompt === 'reply') return hearReply(scene, heard)
      if (prompt === 'drop') return hearWithdraw(scene, heard)
      if (prompt === 'tutor' && missing(scene) === 'witness') return hearTutorChoice(scene, heard)
      if (isAboutProject(prompt)) return hearProject(scene, subject, prompt, heard)
      if (prompt === 'mail') return hearMail(scene, heard)
      if (prompt === 'undo') {
        if (heard.is === 'option' && heard.key === 'mail') return hearMail(scene, heard)
        if (heard.is !== 'option') return hearAddress(scene, heard) || hearWithoutFocus(scene, heard)
        takeBackSending(scene)
        return true
      }
      if (prompt === 'resume' && heard.is === 'option' && heard.key === 'later') return obey(scene, 'pause')
      if (prompt === 'resume' && heard.is === 'option' && heard.key === 'stop') return obey(scene, 'stop')
      // told right away: it answers what is still asked
      if (prompt === 'resume' && heard.is !== 'option') return tellsOn(scene, heard)
      if (prompt === 'address' && missing(scene) === 'email') return hear(scene, prompt, heard)
      if (prompt === 'fix' || prompt === 'edit' || prompt === 'resume') return hear(scene, prompt, heard)
      const now = missing(scene)
      if (!now) return false
      if (isAsked(scene, now)) return hear(scene, now, heard)
      // the question that was in focus is not missing any more: the catalogue or the program changed, and what was told is kept
      if (heard.is !== 'option' && /^[qf]:/.test(prompt)) ask(scene, now, { previous: addToText(scene, heard), ack: scene.text('added') })
      else ask(scene, now)
      return true
    }
    case 'endorsement':
      return askedOfMe(scene, subject.id) ? hearTutor(scene, subject.id, prompt, heard) : false
    case 'decision':
      return scene.claim?.id === subject.id && hearDecision(scene, prompt, heard)
    case 'decisions':
      return hearDecisions(scene, heard)
    case 'codes':
      return hearCodes(scene, prompt, heard)
    case 'code':
      return hearOneCode(scene, subject.id, heard)
    case 'badges':
      return hearBadges(scene, subject.id, prompt, heard)
    case 'invite':
      // while somebody is at a question: what is no yes or no to this is the answer to that
      if (prompt === 'both' && heard.is !== 'option') return answersTheClaim(scene, heard)
      if (heard.is !== 'option' || !scene.world.link) return false
      hearInvite(scene, heard.key)
      return true
    case 'badge':
      return false
    case 'opening':
      return hearOpening(scene, prompt, heard)
    case 'workshop':
      return hearWorkshop(scene, subject.id, prompt, heard)
    case 'handover':
      return hearHandover(scene, subject.id, prompt, heard)
    case 'self':
      return hearSelf(scene, prompt, heard)
    default:
      return subject satisfies never
  }
}

function answersTheClaim(scene: Scene, heard: Heard): boolean {
  const now = scene.claim?.personId === scene.me.id ? missing(scene) : null
  scene.lookAway()
  if (!now || now === 'complete' || now === 'share') return false
  scene.look({ is: 'claim', id: scene.pinned.id }, now)
  return hear(scene, now, heard)
}

/** « On continue ? » was asked, and the answer to the open question came instead. */
function tellsOn(scene: Scene, heard: Heard): boolean {
  const now = missing(scene)
  return now !== null && viewOf(scene, now).open && hear(scene, now, heard)
}

/** Nothing is being talked about: the only open request, a question that was pushed, else a greeting. */
function hearWithoutFocus(scene: Scene, heard: Heard): boolean {
  const now = scene.claim?.personId === scene.me.id ? missing(scene) : null
  if (now === 'complete' || now === 'share') return hear(scene, now, heard)
  if (now) {
    greet(scene)
    return true
  }
  if (scene.world.requests.length === 1) {
    const id = scene.world.requests[0]!.endorsement
    if (scene.claim?.endorsements.some((e) => e.id === id)) return hearTutor(scene, id, 'verdict', heard)
    scene.need({ endorsement: id })
    return true
  }
  if (scene.world.requests.length > 1) {
    listRequests(scene)
    return true
  }
  greet(scene)
  return true
}

/** A reply to one of our messages means that message, whatever is in focus. True: its subject must be read first. */
export function turnTo(scene: Scene, data: string | null): boolean {
  const meant = data ? parseChoice(data) : undefined
  if (!meant || JSON.stringify(scene.focus?.subject) === JSON.stringify(meant.subject)) return false
  const { subject } = meant
  if (subject.is === 'endorsement') {
    if (scene.claim?.endorsements.some((e) => e.id === subject.id)) scene.look(subject, meant.prompt)
    else scene.need({ endorsement: subject.id })
  } else if (subject.is === 'claim' || subject.is === 'decision') {
    if (scene.claim?.id === subject.id) scene.look(subject, meant.prompt)
    else scene.need({ claim: subject.id, waiting: subject.is === 'decision' || undefined })
  }
  return scene.isShort
}
