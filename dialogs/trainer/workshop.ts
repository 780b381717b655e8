// A workshop as its trainer handles it: created, named, its follow-ups chosen, paused, ended.
import { localTime } from '../../core/model/localTime.ts'
import { type Instant, isBefore, plusSeconds } from '../../core/model/time.ts'
import type { Opening } from '../focus.ts'
import { offer } from '../learner/ask.ts'
import type { Heard } from '../learner/heard.ts'
import { hearJoining } from '../learner/join.ts'
import type { Scene } from '../scene.ts'
import type { OpenWorkshop, Structure } from '../world.ts'
import { hearNudge, hearSentence, previewNudge } from './nudge.ts'
import { shownCode, spokenFrom } from './spokenCode.ts'

const LINK_DAYS = 180
/** Days after the end on which who has not finished is written to, unless the trainer chooses others. */
const FOLLOW_UPS = [1, 7]
const LONGEST_NAME = 60

export const mayLead = (scene: Scene, workshop: OpenWorkshop | null): workshop is OpenWorkshop =>
  workshop !== null && scene.world.memberships.some((m) => m.role === 'trainer' && m.structureId === workshop.structureId)

type Wanted = Omit<Opening, 'structure'> & { structure: Structure; endsAt: Instant }

export function createWorkshop(scene: Scene, { structure, badges, endsAt, group }: Wanted): void {
  const [id, code, spoken] = [scene.freshUuid(), scene.fresh(), spokenFrom(scene.fresh())]
  scene.workshop = {
    id,
    version: 0,
    structureId: structure.id,
    organisationId: structure.organisationId,
    openedBy: scene.me.id,
    name: scene.text('trainer-workshop-name', { date: dayOf(scene) }),
    badges,
    code,
    spoken,
    openedAt: scene.now,
    endsAt,
    closedAt: null,
    pausedAt: null,
    group: group ? `${group.channel}:${group.chat}` : null,
    sentence: null,
    followUps: FOLLOW_UPS,
    nudgeAt: endsAt,
    nudges: 0,
    boards: [],
    enrolled: false,
    structure,
    opener: scene.me,
  }
  scene.write('Link', {
    code,
    kind: 'workshop',
    subject: id,
    structureId: structure.id,
    name: null,
    createdAt: scene.now,
    expiresAt: plusSeconds(endsAt, LINK_DAYS * 86400),
    usedAt: null,
    usedBy: null,
  })
  scene.audit('workshop opened', id)
  showWorkshop(scene)
  const boards = [board(scene)]
  if (group) boards.push(publish(scene, group))
  scene.changeWorkshop({ boards: boards.flatMap((one) => one ?? []) })
}

/** The picture to project, what is said aloud, and what can be done. */
function showWorkshop(scene: Scene): void {
  const workshop = scene.workshop!
  const subject = { is: 'workshop', id: workshop.id } as const
  const option = (key: string, label: string) => ({ key, label: scene.text(label), control: true })
  const options = [option('nudge', 'button-nudge'), option('name', 'button-rename'), option('days', 'button-follow-ups')]
  const message = scene.say([opened(scene, scene.text.bind(scene)), ...linksOf(scene, scene.text.bind(scene))].join('\n'), {
    attachments: [{ is: 'poster', workshop: workshop.id }],
    choices: { subject, prompt: 'opened', options },
    lasting: true,
  })
  scene.look(subject, 'opened', { message, pending: { options } })
}

const opened = (scene: Scene, text: Scene['text']): string =>
  text('trainer-workshop-open', { workshop: scene.workshop!.name, code: shownCode(scene.workshop!.spoken) })

/** The link of the chat; and the page for who has no Telegram: its address can be said aloud too. */
function linksOf(scene: Scene, text: Scene['text']): string[] {
  const { code, spoken, structure } = scene.workshop!
  const { startLinks, publicUrl } = scene.world.house
  const links = startLinks(code, scene.through).slice(0, 1)
  // what is only tried out is not shown to others
  if (structure.trial) return links
  return [...links, text('trainer-workshop-page', { link: `${publicUrl}/w/${spoken?.replace(' ', '-') ?? code}` })]
}

const NOBODY = { joined: 0, started: 0, sent: 0 }

/** The message that shows the live count; a worker edits it. */
function board(scene: Scene) {
  const [place] = scene.me.accounts
  const outbox = scene.say(scene.text('trainer-board', NOBODY))
  if (!outbox || !place) return undefined
  return { to: `${place.channel}:${place.chat}`, outbox, language: scene.me.language, counts: NOBODY, at: scene.now }
}

/** The group gets the picture and a count of its own; no names. */
function publish(scene: Scene, group: NonNullable<Opening['group']>) {
  scene.sayInGroup(group, (text) => [opened(scene, text), ...linksOf(scene, text)].join('\n'), {
    attachments: [{ is: 'poster', workshop: scene.workshop!.id }],
  })
  const outbox = scene.sayInGroup(group, (text) => text('trainer-board', NOBODY))
  return { to: `${group.channel}:${group.chat}`, outbox, language: scene.me.language, counts: NOBODY, at: scene.now }
}

/** « 21 novembre ». */
function dayOf(scene: Scene): string {
  const { year, month, day } = localTime(scene.now, scene.world.house.timeZone)
  const format = new Intl.DateTimeFormat(scene.me.language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return format.format(Date.UTC(year, month - 1, day))
}

export function hearWorkshop(scene: Scene, id: string, prompt: string, heard: Heard): boolean {
  if (scene.workshop?.id !== id) return scene.need({ workshop: id })
  if (prompt === 'join') return hearJoining(scene, heard)
  if (!mayLead(scene, scene.workshop)) return false
  switch (prompt) {
    case 'name':
      return hearName(scene, heard)
    case 'sentence':
      return hearSentence(scene, heard)
    case 'days':
      return hearDays(scene, heard)
    case 'nudge':
      return hearNudge(scene, heard)
    case 'opened':
    case 'sending':
      return hearControl(scene, heard)
    default:
      return false
  }
}

function hearControl(scene: Scene, heard: Heard): boolean {
  const named = heard.is === 'words' ? /^(?:nom|name)\s+(.+)/i.exec(heard.text.trim()) : null
  if (named) return rename(scene, named[1]!)
  if (heard.is !== 'option') return false
  switch (heard.key) {
    case 'nudge':
      return previewNudge(scene)
    case 'name':
      ask(scene, 'name', 'trainer-workshop-ask-name')
      return true
    case 'days':
      askDays(scene)
      return true
    case 'pause':
      scene.changeWorkshop({ pausedAt: scene.now })
      showSending(scene, 'trainer-nudge-paused')
      return true
    case 'resume':
      scene.changeWorkshop({ pausedAt: null })
      showSending(scene, 'trainer-nudge-resumed')
      return true
    case 'halt':
      scene.changeWorkshop({ closedAt: scene.now, nudgeAt: null, pausedAt: null, spoken: null })
      scene.audit('workshop ended', scene.workshop!.id)
      scene.say(scene.text('trainer-nudge-ended', { workshop: scene.workshop!.name }))
      scene.lookAway()
      return true
    default:
      return false
  }
}

/** What can be done while nudges are on their way. */
export function showSending(scene: Scene, key: string, args: Record<string, string | number> = {}): void {
  const workshop = scene.workshop!
  const option = (name: string, label: string, also: string[]) => ({ key: name, label: scene.text(label), control: true, also })
  offer(scene, { is: 'workshop', id: workshop.id }, 'sending', scene.text(key, { workshop: workshop.name, ...args }), [
    workshop.pausedAt ? option('resume', 'button-continue', ['reprendre']) : option('pause', 'button-pause', ['attendre']),
    option('halt', 'button-halt', ['arrêter', 'arret', 'stop', 'annuler']),
  ])
}

function ask(scene: Scene, prompt: string, key: string): void {
  const message = scene.say(scene.text(key))
  scene.look({ is: 'workshop', id: scene.workshop!.id }, prompt, { message, pending: { options: [] } })
}

export const askSentence = (scene: Scene): void => ask(scene, 'sentence', 'trainer-nudge-ask-sentence')

const hearName = (scene: Scene, heard: Heard): boolean => heard.is === 'words' && rename(scene, heard.text)

function rename(scene: Scene, words: string): boolean {
  const name = words.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).toWellFormed()
  if (!name) return false
  scene.changeWorkshop({ name })
  showWorkshop(scene)
  return true
}

const DAYS: Record<string, number[]> = { both: [1, 7], week: [7], tomorrow: [1], none: [] }

function askDays(scene: Scene): void {
  const options = Object.keys(DAYS).map((key) => ({ key, label: scene.text(`button-follow-ups-${key}`) }))
  offer(scene, { is: 'workshop', id: scene.workshop!.id }, 'days', scene.text('trainer-workshop-ask-days'), options)
}

function hearDays(scene: Scene, heard: Heard): boolean {
  const followUps = heard.is === 'option' ? DAYS[heard.key] : undefined
  if (!followUps) return false
  scene.changeWorkshop({ followUps })
  if (scene.workshop!.nudges > 0 && !scene.workshop!.closedAt) scene.changeWorkshop({ nudgeAt: nextNudge(scene) })
  scene.say(scene.text('trainer-workshop-days-noted'))
  scene.lookAway()
  return true
}

/** When this workshop is looked at again: its end, a follow-up, or, two days after the last of them, its closing. */
export function nextNudge(scene: Scene): Instant {
  const { endsAt, followUps } = scene.workshop!
  const times = [endsAt, ...followUps.map((days) => plusSeconds(endsAt, days * 86400))]
  // one that comes within half a day of what was just sent is that one
  const soon = plusSeconds(scene.now, 12 * 3600)
  return (
    times.find((time) => isBefore(soon, time)) ?? plusSeconds(isBefore(times.at(-1)!, scene.now) ? scene.now : times.at(-1)!, 2 * 86400)
  )
}
