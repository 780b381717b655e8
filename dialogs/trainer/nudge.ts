// The nudge, as the trainer sees it: who will get what beforehand, one tap, and afterwards what it changed.
import type { Language } from '../../core/model/rows.ts'
import type { Instant } from '../../core/model/time.ts'
import { isBefore, plusSeconds } from '../../core/model/time.ts'
import type { Remark } from '../../core/model/plainLanguage/finding.ts'
import { checkMessage } from '../../core/model/plainLanguage/message.ts'
import { choiceData } from '../choice.ts'
import { offer } from '../learner/ask.ts'
import type { Heard } from '../learner/heard.ts'
import { brief, pageOf } from '../page.ts'
import type { Scene } from '../scene.ts'
import { isTrainer } from './decide.ts'
import { askSentence, mayLead, nextNudge, showSending } from './workshop.ts'

/** « relance », of the workshop in hand, of the group, or of the one that is open. False: it means nothing to whoever is no trainer. */
export function nudge(scene: Scene): boolean {
  if (!isTrainer(scene)) return false
  if (mayLead(scene, scene.workshop) && !scene.workshop.closedAt) return previewNudge(scene)
  const mine = scene.world.workshops
  if (!mine.length) {
    if (scene.need({ workshops: true })) return true
    scene.say(scene.text('trainer-no-workshop'))
    return true
  }
  if (mine.length === 1) return scene.need({ workshop: mine[0]!.id, people: true })
  const { shown } = pageOf(scene, mine, 0)
  const lines = shown.map(({ name }, n) => `${n + 1}. ${name}`)
  offer(
    scene,
    { is: 'self' },
    'workshops',
    [...lines, scene.text('trainer-which-workshop')].join('\n'),
    shown.map(({ id, name }) => ({ key: id, label: brief(name), also: [name], data: choiceData({ is: 'workshop', id }, 'nudge', 'see') })),
  )
  return true
}

/** How many, the sentence, and one tap. */
export function previewNudge(scene: Scene): boolean {
  const workshop = scene.workshop!
  const { group } = scene.world
  if (!group) return scene.need({ workshop: workshop.id, people: true })
  if (group.left === 0) {
    scene.say(scene.text(group.joined ? 'trainer-nudge-nobody' : 'trainer-nudge-nobody-joined'))
    return true
  }
  const lines = [
    ...(group.told ? [scene.text('trainer-nudge-result', { workshop: workshop.name, told: group.told, sent: group.sentSince })] : []),
    scene.text('trainer-nudge-preview', { count: group.left, sentence: sentenceOf(scene) }),
  ]
  offer(scene, { is: 'workshop', id: workshop.id }, 'nudge', lines.join('\n'), [
    { key: 'send', label: scene.text('button-send-nudge'), also: ['envoyer', 'send'] },
    { key: 'edit', label: scene.text('button-change-sentence') },
    { key: 'names', label: scene.text('button-see-names') },
  ])
  return true
}

const sentenceOf = (scene: Scene): string => scene.workshop?.sentence ?? scene.text('nudge-sentence')

export function hearNudge(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  switch (heard.key) {
    case 'see':
      return previewNudge(scene)
    case 'send': {
      if (!scene.world.group) return scene.need({ workshop: scene.workshop!.id, people: true })
      if (scene.workshop!.closedAt || !scene.world.group.left) return previewNudge(scene)
      sendNudges(scene)
      showSending(scene, 'trainer-nudge-sent', { count: scene.world.group.left })
      return true
    }
    case 'edit':
      askSentence(scene)
      return true
    case 'names':
      return showNames(scene)
    default:
      return false
  }
}

/** Only ever in private. */
function showNames(scene: Scene): boolean {
  const { group } = scene.world
  if (!group) return scene.need({ workshop: scene.workshop!.id, people: true })
  const line = ({ name, started }: (typeof group.names)[number]) =>
    scene.text(started ? 'trainer-name-started' : 'trainer-name-joined', { name: name ?? scene.text('somebody') })
  if (group.names.length) scene.say(group.names.map(line).join('\n'))
  return previewNudge(scene)
}

/** The plan is one statement of a job; the group hears of it at once, with counts. */
function sendNudges(scene: Scene): void {
  const { id, nudges } = scene.workshop!
  tellGroup(scene)
  scene.start({ id: `${scene.event.key}:plan`, is: 'plan-nudges', workshop: id, round: nudges })
  scene.changeWorkshop({ nudges: nudges + 1, nudgeAt: nextNudge(scene), pausedAt: null })
  scene.audit('nudge sent', id)
}

/** One warm word at the end, with counts; follow-ups are between the bot and each learner. */
function tellGroup(scene: Scene): void {
  const { group, nudges } = scene.workshop!
  const { joined, sent } = scene.world.group!
  if (!group || nudges > 0) return
  const colon = group.indexOf(':')
  const place = { channel: group.slice(0, colon), chat: group.slice(colon + 1) }
  scene.sayInGroup(place, (text) => text(sent ? 'group-nudge' : 'group-nudge-none', { joined, sent }))
}

// ---- the sentence

export function hearSentence(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'words') return false
  const { language } = scene.me
  const sentence = typeset(heard.text, language)
  const lead = scene.text('nudge', { name: scene.text('somebody'), questions: 2, minutes: 3, sentence: '' }).trim()
  const errors = checkMessage(sentence, { language, reader: 'learner', lead }).filter(({ severity }) => severity === 'error')
  if (errors.length || !sentence) {
    const advice = errors.slice(0, 1).map((error) => `${scene.text(adviceOf(error))} `)
    const message = scene.say(`${advice.join('')}${scene.text('trainer-nudge-ask-other')}`)
    scene.look({ is: 'workshop', id: scene.workshop!.id }, 'sentence', { message, pending: { options: [] } })
    return true
  }
  scene.changeWorkshop({ sentence, sentenceIn: language })
  return previewNudge(scene)
}

/** As a printer would set what was typed on a phone: nobody is corrected for a space or an apostrophe. */
function typeset(text: string, language: Language): string {
  const words = text.replace(/\s+/g, ' ').trim().replaceAll('...', '…').replaceAll("'", '’')
  if (language !== 'fr') return words
  return words
    .replace(/"([^"]*)"|[“«] ?([^”»]*?) ?[”»]/g, (_, plain, curly) => `«\u00a0${(plain ?? curly).trim()}\u00a0»`)
    .replace(/(?<=[\p{L}\p{N})»]) ?([;:!?])(?=\s|$|[!?])/gu, '\u00a0$1')
}

/** What the finding means to somebody who wrote one sentence on a phone. */
const ADVICE: Record<string, string> = {
  length: 'trainer-sentence-long',
  sentences: 'trainer-sentence-many',
  'sentence-length': 'trainer-sentence-long',
  question: 'trainer-sentence-question',
  emoji: 'trainer-sentence-emoji',
}
const adviceOf = ({ rule }: Remark): string => ADVICE[rule] ?? 'trainer-sentence-words'

// ---- by itself, at its time

/** The workshop is over, or it is time for a follow-up, or for its closing: what the last nudge changed is told first. */
export function workshopDue(scene: Scene, at: Instant): void {
  const workshop = scene.workshop
  const { group } = scene.world
  if (!workshop || !group || workshop.closedAt || !workshop.nudgeAt || Date.parse(workshop.nudgeAt) !== Date.parse(at)) return
  if (workshop.nudges > 0 && group.told > 0)
    scene.say(scene.text('trainer-nudge-result', { workshop: workshop.name, told: group.told, sent: group.sentSince }))
  if (isClosing(workshop, at)) {
    scene.changeWorkshop({ closedAt: scene.now, nudgeAt: null, spoken: null })
    return
  }
  // whoever walks in later scans the picture: what is said aloud is free for others a day after the end
  if (workshop.nudges > 0) scene.changeWorkshop({ spoken: null })
  if (group.left === 0) {
    if (group.joined) tellGroup(scene)
    scene.changeWorkshop({ nudgeAt: nextNudge(scene), nudges: workshop.nudges + 1 })
    if (group.joined) scene.say(scene.text('trainer-nudge-nobody'))
    return
  }
  sendNudges(scene)
  showSending(scene, 'trainer-nudge-due', { count: group.left })
}

const isClosing = ({ endsAt, followUps }: { endsAt: Instant; followUps: number[] }, at: Instant): boolean =>
  isBefore(plusSeconds(endsAt, Math.max(0, ...followUps) * 86400), at)
