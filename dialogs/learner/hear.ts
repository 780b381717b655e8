// Hearing: what a learner’s words, tap or picture do to the claim. Every branch ends in a recorded fact and the next question.
import { askFaq } from '../faq.ts'
import type { Scene } from '../scene.ts'
import { ask, askNext, offer } from './ask.ts'
import { hearEmail, hearStructureAddress } from './address.ts'
import { hearAudience, hearRecap, hearWitness } from './beforeSending.ts'
import { hearAddress } from './byMail.ts'
import { hearCode } from './claimCode.ts'
import { hearCard } from './claims.ts'
import { chooseCorrection, hearCorrection, hearEdit } from './correct.ts'
import { hearEvidence, hearGathered } from './evidence.ts'
import type { Heard } from './heard.ts'
import { type Prompt, missing } from './missing.ts'
import { send } from './send.ts'
import { shareBadge } from './share.ts'
import { hearAddition, hearComplete, hearLevel, hearTelling } from './telling.ts'
import { hearGive, hearTake, hearWhichProject } from './hearTogether.ts'
import { hearBelow } from './milestone.ts'
import { helpFor } from './view.ts'
import { isStory, keepMoment, learnerName, momentOf } from './welcome.ts'

/** Takes `heard` as the answer to `prompt`. False: it does not fit there. */
export function hear(scene: Scene, prompt: string, heard: Heard): boolean {
  if (prompt === 'fix') return hearCorrection(scene, heard)
  if (prompt === 'edit') return hearEdit(scene, heard)
  if (prompt === 'resume') return hearResume(scene, heard)
  if (prompt === 'address') return hearStructureAddress(scene, heard)
  if (heard.is === 'option' && heard.key === 'ex') return showExample(scene, prompt as Prompt)

  if (prompt.startsWith('q:') || prompt.startsWith('f:')) return hearTelling(scene, prompt as Prompt, heard)
  if (prompt.startsWith('c:')) return hearLevel(scene, prompt as Prompt, heard)
  if (prompt.startsWith('more:')) return hearAddition(scene, prompt as Prompt, heard)

  switch (prompt as Exclude<Prompt, `${string}:${string}`>) {
    case 'sense':
      return hearSense(scene, heard)
    case 'name':
      return hearName(scene, heard)
    case 'project':
      return hearWhichProject(scene, 'project', heard)
    case 'part':
      return hearTelling(scene, 'part', heard)
    case 'take':
      return hearTake(scene, heard)
    case 'give':
      return hearGive(scene, heard)
    case 'evidence':
      return hearEvidence(scene, heard)
    case 'gathered':
      return hearGathered(scene, heard)
    case 'below':
      return hearBelow(scene, heard)
    case 'recap':
      return hearRecap(scene, heard)
    case 'witness':
      return hearWitness(scene, heard)
    case 'audience':
      return hearAudience(scene, heard)
    case 'email':
      return hearEmail(scene, heard)
    case 'code':
      return hearCode(scene, heard)
    case 'send':
      if (heard.is !== 'option') return hearAddress(scene, heard)
      if (heard.key === 'fix') chooseCorrection(scene)
      else send(scene)
      return true
    case 'complete':
      // after a no: another badge, or the end of this claim, as on its card
      if (heard.is === 'option' && (heard.key === 'new' || heard.key === 'drop')) return hearCard(scene, heard)
      return hearComplete(scene, heard)
    case 'share':
      if (heard.is !== 'option') return false
      shareBadge(scene, heard.key === 'yes')
      return true
    default:
      return false
  }
}

function hearSense(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && heard.key === 'dip') {
    askFaq(scene, 'diploma')
    ask(scene, 'sense')
    return true
  }
  if (heard.is === 'words' && !isStory(heard.text)) return false
  scene.change({ seenAt: scene.now })
  if (heard.is === 'words') keepMoment(scene, momentOf(scene, heard.text))
  askNext(scene, { ack: heard.is === 'words' ? scene.varied('noted') : undefined })
  return true
}

function hearName(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && heard.key === 'no') {
    const message = scene.say(scene.text('ask-new-name'))
    scene.look({ is: 'claim', id: scene.pinned.id }, 'name', { message, pending: { text: '' } })
    return true
  }
  if (heard.is === 'words') {
    const name = learnerName(heard.text)
    if (!name) return false
    scene.change({ name })
  }
  scene.change({ nameConfirmed: true })
  const first = missing(scene)
  scene.say(scene.text('name-noted', { name: scene.me.name ?? '' }).concat('\n', claimIntro(scene)))
  if (first) ask(scene, first)
  return true
}

const claimIntro = (scene: Scene) => scene.text('claim-intro-1', { badge: scene.badgeName() })

function showExample(scene: Scene, prompt: Prompt): boolean {
  const example = helpFor(scene, prompt, 'example')
  if (!example) return false
  scene.say(example)
  ask(scene, prompt, { tries: scene.focus?.tries })
  return true
}

function hearResume(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && heard.key === 'review') chooseCorrection(scene)
  else if (heard.is === 'option') askNext(scene)
  else return false
  return true
}

/** « Bonjour Awa 👋 Vous étiez à la question 3. On continue ? » */
export function welcomeBack(scene: Scene, where: string): void {
  offer(scene, { is: 'claim', id: scene.pinned.id }, 'resume', where, [
    { key: 'yes', label: scene.text('button-continue'), also: ['oui'] },
    { key: 'review', label: scene.text('button-review') },
  ])
}
