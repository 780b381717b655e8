// The nudge, as the trainer sees it: who will get what beforehand, one tap, and afterwards what it changed.
import type { Language } from '../../core/model/rows.ts'
import type { Instant } from '../../core/model/time.ts'
import { isBefore, plusSeconds } from '../../core/model/time.ts'
import { localTime } from '../../core/model/localTime.ts'
import { isClosing, isTrainerPresent, nextHours } from '../../core/model/workshopTimes.ts'
import type { Remark } from '../../core/model/plainLanguage/finding.ts'
import { checkMessage } from '../../core/model/plainLanguage/message.ts'
import { choiceData, type Option } from '../choice.ts'
import { offer, offerAside } from '../learner/ask.ts'
import type { Heard } from '../learner/heard.ts'
import { pageOf } from '../page.ts'
import type { Scene } from '../scene.ts'
import { isTrainer } from './decide.ts'
import { toldApart, workshopOption } from './spokenCode.ts'
import { clockOf, daySaid, nextDay, planNext } from './schedule.ts'
import { askSentence, mayLead, sayEnded, showSending } from './workshop.ts'

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
  const lines = shown.map((one, n) => `${n + 1}. ${toldApart(one)}`)
  offer(
    scene,
    { is: 'self' },
    'workshops',
    [...lines, scene.text('trainer-which-workshop')].join('\n'),
    shown.map((one) => ({ ...workshopOption(one), data: choiceData({ is: 'workshop', id: one.id }, 'nudge', 'see') })),
  )
  return true
}

/** How many, what they will read, and one tap. */
export function previewNudge(scene: Scene): boolean {
  const workshop = scene.workshop!
  const { group } = scene.world
  if (workshop.closedAt) return sayEnded(scene)
  if (!group) return scene.need({ workshop: workshop.id, people: true })
  if (group.left === 0) {
    scene.say([...resultOf(scene), scene.text(group.joined ? 'trainer-nudge-nobody' : 'trainer-nudge-nobody-joined')].join('\n'))
    return true
  }
  const lines = [
    ...resultOf(scene),
    scene.text('trainer-nudge-preview', { count: group.left }),
    ...asTheyReadIt(scene),
    scene.text('trainer-nudge-ask-send'),
  ]
  const [send, names, edit, skip] = optionsOf(scene, 'button-send-nudge')
  // what leaves today by itself can be left out
  const isSoon = workshop.nudgeAt && isBefore(workshop.nudgeAt, plusSeconds(scene.now, 12 * 3600)) && !isPast(scene)
  const options = [send!, edit!, names!, ...(isSoon ? [skip!] : [])]
  offer(scene, { is: 'workshop', id: workshop.id }, 'nudge', lines.join('\n'), options, {}, { of: 'followed' })
  return true
}

const isPast = (scene: Scene): boolean => isClosing(scene.workshop!, scene.workshop!.nudgeAt!, clockOf(scene))

const optionsOf = (scene: Scene, send: string): Option[] => [
  { key: 'send', label: scene.text(send), also: ['envoyer', 'send'] },
  { key: 'names', label: scene.text('button-see-names') },
  { key: 'edit', label: scene.text('button-change-sentence') },
  { key: `skip${scene.workshop!.nudges}`, label: scene.text('button-not-this-time') },
]

/** What the last nudge that reached somebody changed; and how many messages of the last are not known to have arrived, if there are any. */
function resultOf(scene: Scene): string[] {
  const { name } = scene.workshop!
  const { told, sentSince, lost } = scene.world.group!
  return [
    ...(told ? [scene.text('trainer-nudge-result', { workshop: name, told, sent: sentSince })] : []),
    ...(lost ? [scene.text('trainer-nudge-lost', { count: lost })] : []),
  ]
}

/** As each of them reads it, with their own name and numbers; in the words of the badge's issuer. A sentence is only for who reads its language. */
function asTheyReadIt(scene: Scene): string[] {
  const { sentence, sentenceIn, badges } = scene.workshop!
  const { texts, catalogue } = scene.world.house
  const { language } = scene.me
  const speech = language === 'fr' && catalogue.badge(badges[0] ?? '')?.issuer.address === 'tu' ? 'fr-tu' : language
  const hello = texts.say(speech, 'nudge-hello', { name: scene.text('trainer-their-name') })
  const own = sentenceIn === language ? sentence : null
  const read = texts.say(speech, 'nudge', { hello, questions: '…', minutes: '…', sentence: own ?? texts.say(speech, 'nudge-sentence') })
  return [scene.text('quote', { text: read }), ...(sentence ? [scene.text('trainer-nudge-other-language')] : [])]
}

export function hearNudge(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const skip = /^skip(\d+)$/.exec(heard.key)
  if (skip) return skipNudge(scene, Number(skip[1]))
  switch (heard.key) {
    case 'see':
      return previewNudge(scene)
    case 'send': {
      const { group } = scene.world
      if (!group) return scene.need({ workshop: scene.workshop!.id, people: true })
      if (!group.left || scene.workshop!.closedAt) return previewNudge(scene)
      // given in the trainer's presence, the first one is for now; a follow-up waits for the hours in which people are written to
      const from = scene.workshop!.nudges ? nextHours(scene.now, clockOf(scene)) : scene.now
      const waits = from !== scene.now
      sendNudges(scene, scene.workshop!.nudges)
      showSending(scene, waits ? 'trainer-nudge-waits' : 'trainer-nudge-sent', { count: group.left, day: daySaid(scene, from) })
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

/** What would leave by itself does not, this once. False: it has left, or was left out already. */
function skipNudge(scene: Scene, nudges: number): boolean {
  const workshop = scene.workshop!
  if (workshop.nudges !== nudges || workshop.closedAt || !workshop.nudgeAt) return false
  planNext(scene, { nudges: nudges + 1, cancelled: nudges + 1 })
  scene.audit('nudge left out', workshop.id)
  scene.say([scene.text('trainer-nudge-skipped', { workshop: workshop.name }), ...nextDay(scene)].join(' '))
  scene.lookAway()
  return true
}

/** Only ever in private. */
function showNames(scene: Scene): boolean {
  const { group } = scene.world
  if (!group) return scene.need({ workshop: scene.workshop!.id, people: true })
  const line = ({ name, started }: (typeof group.names)[number]) =>
    scene.text(started ? 'trainer-name-started' : 'trainer-name-joined', { name: name ?? scene.text('somebody') })
  const more = group.left - group.names.length
  const lines = [...group.names.map(line), ...(more > 0 ? [scene.text('trainer-names-more', { count: more })] : [])]
  if (lines.length) scene.say(lines.join('\n'))
  return previewNudge(scene)
}

/** The plan is one statement of a job; the group hears of it at once, with counts. */
function sendNudges(scene: Scene, round: number): void {
  const { id } = scene.workshop!
  tellGroup(scene)
  scene.start({ id: `${scene.event.key}:plan`, is: 'plan-nudges', workshop: id, round })
  planNext(scene, { nudges: round + 1, pausedAt: null })
  scene.audit('nudge sent', id)
}

/** One warm word at the end, with counts; follow-ups are between the bot and each learner. */
function tellGroup(scene: Scene): void {
  const { group, nudges, cancelled, endsAt } = scene.workshop!
  const { joined, sent } = scene.world.group!
  // the first that really leaves, also where one was left out before
  const isFirst = nudges === 0 || (nudges === cancelled && isBefore(scene.now, plusSeconds(endsAt, 12 * 3600)))
  if (!group || !isFirst) return
  const colon = group.indexOf(':')
  const place = { channel: group.slice(0, colon), chat: group.slice(colon + 1) }
  scene.sayInGroup(place, (text) => text(sent ? 'group-nudge' : 'group-nudge-none', { joined, sent }))
}

// ---- the sentence

export function hearSentence(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'words') return false
  const { language } = scene.me
  const sentence = typeset(heard.text, language)
  const lead = scene
    .text('nudge', { hello: scene.text('nudge-hello', { name: scene.text('somebody') }), questions: 2, minutes: 3, sentence: '' })
    .trim()
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

/** What will leave by itself, before it does: how many, what they read, and four ways on. */
export function workshopAhead(scene: Scene, at: Instant): void {
  const workshop = scene.workshop
  const { group } = scene.world
  if (!workshop?.tellAt || !workshop.nudgeAt || !group || workshop.closedAt || Date.parse(workshop.tellAt) !== Date.parse(at)) return
  scene.changeWorkshop({ tellAt: null })
  if (group.left === 0) return
  const { hour, minute } = localTime(workshop.nudgeAt, clockOf(scene))
  const time = `${hour}:${String(minute).padStart(2, '0')}`
  const lines = [scene.text('trainer-nudge-ahead', { workshop: workshop.name, count: group.left, time }), ...asTheyReadIt(scene)]
  offerAside(scene, { is: 'workshop', id: workshop.id }, 'nudge', lines.join('\n'), optionsOf(scene, 'button-send-now'))
}

/** The workshop is over, or it is time for a follow-up, or for its closing: what the last nudge changed is told first. */
export function workshopDue(scene: Scene, at: Instant): void {
  const workshop = scene.workshop
  const { group } = scene.world
  if (!workshop || !group || workshop.closedAt || !workshop.nudgeAt || Date.parse(workshop.nudgeAt) !== Date.parse(at)) return
  const result = workshop.nudges > 0 ? resultOf(scene) : []
  if (result.length) scene.say(result.join(' '))
  if (isClosing(workshop, at, clockOf(scene))) {
    scene.changeWorkshop({ closedAt: scene.now, nudgeAt: null, tellAt: null, spoken: null })
    return
  }
  // whoever walks in later scans the picture: what is said aloud is free for others a day after the end
  if (workshop.nudges > 0) scene.changeWorkshop({ spoken: null })
  // only the nudge of the day on which the trainer is there is no reminder, and knows no hours (chat-ux, rule 14)
  const round = workshop.nudges || (isTrainerPresent(workshop, clockOf(scene)) ? 0 : 1)
  if (group.left === 0) {
    if (group.joined) tellGroup(scene)
    planNext(scene, { nudges: round + 1 })
    if (group.joined) scene.say(scene.text('trainer-nudge-nobody'))
    return
  }
  sendNudges(scene, round)
  showSending(scene, 'trainer-nudge-due', { count: group.left }, true)
}
