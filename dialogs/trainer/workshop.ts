// A workshop as its trainer handles it: created, named, its follow-ups chosen, paused, ended.
import { dateSaid } from '../../core/model/dateSaid.ts'
import { type Instant, isBefore, plusSeconds } from '../../core/model/time.ts'
import { zoneOf } from '../../core/model/timeZones.ts'
import { endNudgeAt, followUpTimes, LINK_DAYS, nextTime } from '../../core/model/workshopTimes.ts'
import type { Opening } from '../focus.ts'
import { offer, offerAside } from '../learner/ask.ts'
import type { Heard } from '../learner/heard.ts'
import { hearJoining } from '../learner/join.ts'
import { askContext, hearProject, isAboutProject } from '../project.ts'
import type { Scene } from '../scene.ts'
import type { OpenWorkshop, Structure } from '../world.ts'
import { daysSaid } from './followUpDays.ts'
import { hearNudge, hearSentence, previewNudge } from './nudge.ts'
import { clockOf, daySaid, nextDay, plan } from './schedule.ts'
import { shownCode, spokenFrom } from './spokenCode.ts'

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
    name: scene.text('trainer-workshop-name', { date: dayOf(scene, structure) }),
    badges,
    code,
    spoken,
    openedAt: scene.now,
    endsAt,
    closedAt: null,
    pausedAt: null,
    group: group ? `${group.channel}:${group.chat}` : null,
    sentence: null,
    sentenceIn: null,
    followUps: FOLLOW_UPS,
    nudgeAt: endsAt,
    tellAt: null,
    nudges: 0,
    cancelled: 0,
    boards: [],
    enrolled: false,
    structure,
    trainers: [scene.me],
    projects: [],
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
  plan(scene, endNudgeAt(scene.workshop, clockOf(scene)))
  showWorkshop(scene)
  const boards = [board(scene)]
  if (group) boards.push(publish(scene, group))
  scene.changeWorkshop({ boards: boards.flatMap((one) => one ?? []) })
}

/** The picture to project, what is said aloud, and what can be done. */
export function showWorkshop(scene: Scene): void {
  const workshop = scene.workshop!
  const subject = { is: 'workshop', id: workshop.id } as const
  const option = (key: string, label: string) => ({ key, label: scene.text(label), control: true })
  const options = [
    option('nudge', 'button-nudge'),
    option('name', 'button-rename'),
    option('days', 'button-follow-ups'),
    option('project', 'button-project'),
    option('halt', 'button-end-workshop'),
  ]
  const message = scene.say([opened(scene, scene.text.bind(scene)), ...linksOf(scene, scene.text.bind(scene))].join('\n'), {
    attachments: [{ is: 'poster', workshop: workshop.id }],
    choices: { subject, prompt: 'opened', options },
    lasting: true,
    page: { of: 'followed' },
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
const dayOf = (scene: Scene, structure: Structure): string =>
  dateSaid(
    scene.me.language,
    { day: 'numeric', month: 'long', timeZone: zoneOf(scene.me, structure, scene.world.house.timeZone) },
    scene.now,
  )

export function hearWorkshop(scene: Scene, id: string, prompt: string, heard: Heard): boolean {
  if (scene.workshop?.id !== id) return scene.need({ workshop: id })
  if (prompt === 'join') return hearJoining(scene, heard)
  if (!mayLead(scene, scene.workshop)) return false
  if (isAboutProject(prompt)) return hearProject(scene, { is: 'workshop', id }, prompt, heard)
  switch (prompt) {
    case 'name':
      return hearName(scene, heard)
    case 'sentence':
      return hearSentence(scene, heard)
    case 'days':
      return hearDays(scene, heard)
    case 'nudge':
      return hearNudge(scene, heard)
    case 'end':
      return hearEnd(scene, heard)
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
  const drop = /^drop(\d+)$/.exec(heard.key)
  if (drop) return dropNudge(scene, Number(drop[1]))
  switch (heard.key) {
    case 'show':
      showWorkshop(scene)
      return true
    case 'nudge':
      return previewNudge(scene)
    case 'name':
      ask(scene, 'name', 'trainer-workshop-ask-name')
      return true
    case 'days':
      askDays(scene)
      return true
    case 'project':
      askContext(scene, { is: 'workshop', id: scene.workshop!.id })
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
      offer(
        scene,
        { is: 'workshop', id: scene.workshop!.id },
        'end',
        scene.text('trainer-workshop-ask-end', { workshop: scene.workshop!.name }),
        [
          { key: 'no', label: scene.text('button-no-keep-workshop') },
          { key: 'yes', label: scene.text('button-yes-end-workshop') },
        ],
      )
      return true
    default:
      return false
  }
}

/** Nothing more is sent for it. */
export function sayEnded(scene: Scene): boolean {
  scene.say(scene.text('trainer-nudge-ended', { workshop: scene.workshop!.name }))
  scene.lookAway()
  return true
}

/** For good; what is said aloud is free for others. */
function hearEnd(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const { id, name } = scene.workshop!
  scene.lookAway()
  if (heard.key === 'yes') {
    scene.changeWorkshop({ closedAt: scene.now, nudgeAt: null, tellAt: null, pausedAt: null, spoken: null })
    scene.audit('workshop ended', id)
  }
  scene.say(scene.text(heard.key === 'yes' ? 'trainer-nudge-ended' : 'trainer-workshop-kept', { workshop: name }))
  return true
}

/** What still waits of the nudges up to this one does not leave; follow-ups stay. */
function dropNudge(scene: Scene, nudges: number): boolean {
  const { name, cancelled, closedAt } = scene.workshop!
  if (closedAt) return false
  scene.changeWorkshop({ cancelled: Math.max(cancelled, nudges), pausedAt: null })
  scene.audit('nudge dropped', scene.workshop!.id)
  scene.say([scene.text('trainer-nudge-dropped', { workshop: name }), ...nextDay(scene)].join(' '))
  scene.lookAway()
  return true
}

/** What can be done while nudges are on their way. `aside`: it comes by itself. */
export function showSending(scene: Scene, key: string, args: Record<string, string | number> = {}, aside = false): void {
  const workshop = scene.workshop!
  const say = aside ? offerAside : offer
  const option = (name: string, label: string, also: string[]) => ({ key: name, label: scene.text(label), control: true, also })
  say(scene, { is: 'workshop', id: workshop.id }, 'sending', scene.text(key, { workshop: workshop.name, ...args }), [
    workshop.pausedAt ? option('resume', 'button-continue', ['reprendre']) : option('pause', 'button-pause', ['attendre']),
    option(`drop${workshop.nudges}`, 'button-drop', ['arrêter', 'arret', 'stop', 'annuler']),
    option('halt', 'button-end-workshop', ['terminer', 'finir', 'fin']),
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

function askDays(scene: Scene, ack?: string): void {
  const options = Object.keys(DAYS).map((key) => ({ key, label: scene.text(`button-follow-ups-${key}`) }))
  offer(
    scene,
    { is: 'workshop', id: scene.workshop!.id },
    'days',
    [ack, scene.text('trainer-workshop-ask-days')].filter(Boolean).join(' '),
    options,
  )
}

/** A follow-up counts as one of two reminders: a third would reach nobody. */
const MOST_FOLLOW_UPS = 2

function hearDays(scene: Scene, heard: Heard): boolean {
  const workshop = scene.workshop!
  const followUps =
    heard.is === 'option' ? DAYS[heard.key] : heard.is === 'words' ? daysSaid(heard.text, workshop.endsAt, clockOf(scene)) : undefined
  if (workshop.closedAt) return sayEnded(scene)
  if (!followUps) return false
  if (followUps.length > MOST_FOLLOW_UPS) {
    askDays(scene, scene.text('trainer-workshop-days-two'))
    return true
  }
  scene.changeWorkshop({ followUps })
  if (workshop.nudges > 0) plan(scene, nextTime(scene.workshop!, scene.now, clockOf(scene)))
  const coming = followUpTimes(scene.workshop!, clockOf(scene)).filter((time) => isBefore(scene.now, time))
  const day = new Intl.ListFormat(scene.me.language).format(coming.map((time) => daySaid(scene, time)))
  scene.say(scene.text(coming.length ? 'trainer-workshop-days' : 'trainer-workshop-days-none', { count: coming.length, day }))
  scene.lookAway()
  return true
}
