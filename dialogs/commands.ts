// The words that are understood at any moment (contract: "In the chat").
import { askFaq } from './faq.ts'
import { askTrainer } from './handover.ts'
import { ask, askInOtherWords, askNext, offer } from './learner/ask.ts'
import { showBackpack } from './learner/backpack.ts'
import { chooseBadge } from './learner/badges.ts'
import { askFoundByWord, listClaims } from './learner/claims.ts'
import { chooseCorrection, goBack } from './learner/correct.ts'
import { endAllFound } from './learner/found.ts'
import { hear, welcomeBack } from './learner/hear.ts'
import { type Prompt, missing, remaining } from './learner/missing.ts'
import { firstName, helpFor, viewOf } from './learner/view.ts'
import { giveLink } from './linking.ts'
import { whoKnows } from './peers.ts'
import { project } from './project.ts'
import type { Scene } from './scene.ts'
import { firstSense, isNewcomer } from './self.ts'
import { openCodes } from './trainer/claimCode.ts'
import { isTrainer, listDecisions } from './trainer/decide.ts'
import { showDecision } from './trainer/decide.ts'
import { openFollowUp } from './trainer/followUp.ts'
import { nudge } from './trainer/nudge.ts'
import { openWorkshop } from './trainer/opening.ts'
import { askedOfMe, isOverForMe, listRequests, showRequest } from './tutor/request.ts'
import type { Command } from './words.ts'
import type { Reachable } from './world.ts'

/** The learner's prompt in focus, when a claim of theirs is spoken about. */
export const promptOf = (scene: Scene): Prompt | null => {
  const subject = scene.focus?.subject
  return subject?.is === 'claim' && scene.claim?.id === subject.id && scene.claim.personId === scene.me.id ? missing(scene) : null
}

const isMine = (scene: Scene): boolean => scene.claim !== null && scene.claim.personId === scene.me.id

/** Does what the word asks. False: it means nothing here, and is an answer like any other. */
export function obey(scene: Scene, word: Command): boolean {
  const prompt = promptOf(scene)
  switch (word) {
    case 'help':
      askForHelp(scene)
      return true
    case 'language':
      offer(scene, { is: 'self' }, 'language', scene.text('ask-language'), [
        { key: 'fr', label: 'Français', also: ['francais', 'french'] },
        { key: 'en', label: 'English', also: ['anglais', 'english'] },
      ])
      return true
    case 'who-knows':
      whoKnows(scene)
      return true
    case 'ask-me':
      return askFoundByWord(scene)
    case 'ask-me-no-more': {
      const ended = endAllFound(scene)
      if (ended !== undefined) scene.say(scene.text(ended ? 'found-ended-all' : 'found-no'))
      if (ended !== undefined && prompt) ask(scene, prompt)
      return true
    }
    case 'stop':
      // who has no badge agreed to nothing
      if (scene.world.mine.some((claim) => claim.issued) && endAllFound(scene) === undefined) return true
      scene.say(scene.text('stopped'))
      scene.change({ stoppedAt: scene.now })
      return true
    case 'data':
      scene.say(scene.text('my-data'), { attachments: [{ is: 'archive', person: scene.me.id }] })
      scene.audit('data asked', scene.me.id)
      return true
    case 'forget':
      offer(scene, { is: 'self' }, 'forget', scene.text('ask-forget'), [
        { key: 'no', label: scene.text('button-no-keep-all') },
        { key: 'yes', label: scene.text('button-yes-forget') },
      ])
      return true
    case 'mine':
      listClaims(scene)
      return true
    case 'backpack':
      showBackpack(scene)
      return true
    case 'another':
      chooseBadge(scene)
      return true
    case 'waiting':
      if (isTrainer(scene)) listDecisions(scene)
      else if (scene.world.requests.length) listRequests(scene)
      else listClaims(scene)
      return true
    case 'follow-up':
      return openFollowUp(scene)
    case 'claim-code':
      return openCodes(scene)
    case 'workshop':
      return openWorkshop(scene)
    case 'nudge':
      return nudge(scene)
    case 'project':
      return project(scene)
    case 'link':
      giveLink(scene)
      if (prompt) ask(scene, prompt)
      return true
    case 'pause':
      scene.say(scene.text('paused'))
      return true
    case 'thanks':
      if (prompt) ask(scene, prompt, { ack: scene.text('you-are-welcome') })
      else scene.say(scene.text('you-are-welcome'))
      return true
    case 'faq-diploma':
    case 'faq-purpose':
    case 'faq-audience':
    case 'faq-cost':
    case 'faq-spelling':
      askFaq(scene, word.slice(4) as 'diploma')
      if (prompt) ask(scene, prompt)
      return true
    case 'hello':
      greet(scene)
      return true
    case 'continue':
    case 'repeat':
      askAgain(scene)
      return true
    case 'back':
      if (prompt) goBack(scene)
      else if (scene.claim && isMine(scene) && missing(scene)) askNext(scene)
      else listClaims(scene)
      return true
    case 'correct':
      if (prompt && prompt !== 'share' && prompt !== 'complete') chooseCorrection(scene)
      else listClaims(scene)
      return true
    case 'skip':
    case 'unknown': {
      if (!prompt) return false
      const view = viewOf(scene, prompt)
      if (view.options.some((o) => o.key === 'skip')) return hear(scene, prompt, { is: 'option', key: 'skip' })
      ask(scene, prompt, { ack: scene.text('needs-an-answer') })
      return true
    }
    case 'example':
    case 'lost':
      return explain(scene, prompt, word)
    default:
      return word satisfies never
  }
}

/** Other words and an example, then the question again. */
function explain(scene: Scene, prompt: Prompt | null, word: 'example' | 'lost'): boolean {
  if (!prompt) return false
  const help = helpFor(scene, prompt, word === 'example' ? 'example' : 'again')
  // other words for the same question take its place
  if (help?.endsWith('?')) {
    askInOtherWords(scene, prompt, help)
    return true
  }
  if (help) scene.say(help)
  ask(scene, prompt, { ack: help ? undefined : scene.text('explain-buttons'), tries: scene.focus?.tries })
  return true
}

/** The same question once more, whoever it is for. */
export function askAgain(scene: Scene): void {
  const focus = scene.focus
  const subject = focus?.subject
  if (subject?.is === 'endorsement' && isOverForMe(scene, subject.id)) return
  if (subject?.is === 'endorsement' && askedOfMe(scene, subject.id)) return showRequest(scene, subject.id)
  if (subject?.is === 'decision' && scene.claim && scene.world.waiting.length) return showDecision(scene)
  if (isMine(scene) && missing(scene)) return askNext(scene)
  greet(scene)
}

/** « Bonjour »: where we were, or what can be begun. */
export function greet(scene: Scene): void {
  const name = firstName(scene.me.name ?? '')
  const prompt = isMine(scene) ? missing(scene) : null
  if (prompt === 'sense' || prompt === 'name' || prompt === 'complete' || prompt === 'share') return askNext(scene)
  if (prompt) {
    const { next, questions } = remaining(scene)
    const where =
      questions > 0
        ? scene.text('welcome-back', { name, at: next, badge: scene.badgeName() })
        : scene.text('welcome-back-almost', { name, badge: scene.badgeName() })
    return welcomeBack(scene, where)
  }
  if (scene.world.requests.length === 1) {
    const { endorsement } = scene.world.requests[0]!
    if (scene.claim?.endorsements.some((e) => e.id === endorsement)) return showRequest(scene, endorsement)
    return void scene.need({ endorsement })
  }
  if (scene.world.requests.length > 1) return listRequests(scene)
  if (isTrainer(scene)) {
    offer(scene, { is: 'decisions' }, 'list', scene.text('trainer-hello', { name }), [
      { key: 'see', label: scene.text('button-see-requests') },
    ])
    return
  }
  if (isNewcomer(scene)) return firstSense(scene)
  if (!scene.world.mine.length) return chooseBadge(scene, scene.me.seenAt ? scene.text('hello-again', { name }) : undefined)
  offer(scene, { is: 'self' }, 'menu', scene.text('hello-menu', { name }), [
    { key: 'mine', label: scene.text('button-my-requests') },
    { key: 'new', label: scene.text('button-another-badge') },
  ])
}

/**
 * Those of the claim in hand, where it is any business of whoever asks: theirs, one that they were asked to confirm, or one of their own
 * structure. A claim that is only left over in hand, as after a role was taken away, leads to nobody.
 */
function trainersNear(scene: Scene): Reachable[] {
  const { claim, me } = scene
  const { structureId, memberships } = { structureId: claim?.structureId, memberships: scene.world.memberships }
  const isNear =
    !claim ||
    isMine(scene) ||
    me.structureId === structureId ||
    claim.endorsements.some((e) => e.endorserId === me.id) ||
    memberships.some((m) => m.structureId === structureId)
  return isNear ? scene.world.trainers : []
}

/** The workshop whose trainer can be asked, also when it is over: where one is choosing, of the claim in hand, or joined last. True: it must be read first. */
function needsWorkshop(scene: Scene): boolean {
  const subject = scene.focus?.subject
  const chosen = subject?.is === 'workshop' ? subject.id : isMine(scene) && missing(scene) ? scene.pinned.workshopId : null
  if (chosen) return scene.workshop?.id !== chosen && scene.need({ workshop: chosen })
  return scene.need({ latest: true })
}

/** A person: the trainers of the workshop, who can be talked with; else of the structure, else the contact of the settings. */
export function askForHelp(scene: Scene): void {
  const { helpContact } = scene.world.house
  if (needsWorkshop(scene)) return
  if (scene.workshop?.enrolled && askTrainer(scene)) return scene.audit('help asked', scene.me.id)
  // after the last question nothing is being asked
  const at = isMine(scene) && missing(scene) ? remaining(scene).next : 0
  const where = at ? scene.badgeName() : ''
  const told = trainersNear(scene)
    .filter((t) => t.id !== scene.me.id)
    .filter((t) =>
      scene.tell(t, (text) => ({
        text: text(where ? 'trainer-help-asked' : 'trainer-help-asked-anywhere', {
          learner: scene.me.name ?? text('somebody'),
          badge: where,
          at,
        }),
      })),
    )
  scene.audit('help asked', scene.me.id)
  if (told.length) scene.say(scene.text('help-told', { name: told[0]!.name ?? scene.text('your-trainer') }))
  else if (helpContact) scene.say(scene.text('help-contact', { contact: helpContact }))
  else scene.say(scene.text('help-nobody'))
}
