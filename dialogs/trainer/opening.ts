// Opening a workshop: where, for which badges, until when. At most four taps, and the first button leads on.
import type { Badge, Issuer } from '../../core/model/badge.ts'
import { atLocalTime, localTime } from '../../core/model/localTime.ts'
import { type Instant, isBefore, plusSeconds } from '../../core/model/time.ts'
import { zoneOf } from '../../core/model/timeZones.ts'
import { type Option, choiceData } from '../choice.ts'
import type { Opening } from '../focus.ts'
import { offer } from '../learner/ask.ts'
import type { Heard } from '../learner/heard.ts'
import { brief, pageKey, pageOf } from '../page.ts'
import type { Scene } from '../scene.ts'
import { plain } from '../words.ts'
import type { Structure } from '../world.ts'
import { isTrainer } from './decide.ts'
import { toldApart, workshopOption } from './spokenCode.ts'
import { createWorkshop, showWorkshop } from './workshop.ts'

const SUBJECT = { is: 'opening' } as const

/** « atelier ». False: it means nothing to whoever is no trainer. */
export function openWorkshop(scene: Scene, group?: Opening['group']): boolean {
  if (!isTrainer(scene)) return false
  const { structures } = scene.world
  if (!structures.length) return scene.need({ workshops: true })
  const opening: Opening = { group, badges: [] }
  if (structures.length > 1) askStructure(scene, opening)
  else askBadge(scene, { ...opening, structure: structures[0]!.id })
  return true
}

/** Beside opening another one: the workshop that is open, with all that can be done with it. */
const openOnes = (scene: Scene): Option[] => {
  const [latest, ...others] = scene.world.workshops
  if (!latest) return []
  const label = scene.text(others.length ? 'button-see-workshops' : 'button-see-workshop')
  return [{ key: 'open', label, control: true }]
}

function showOpen(scene: Scene, page = 0): void {
  const { workshops } = scene.world
  const [only, ...others] = workshops
  if (only && !others.length) {
    if (scene.workshop?.id === only.id) showWorkshop(scene)
    else scene.need({ workshop: only.id, workshops: true })
    return
  }
  const items = workshops.map((one) => ({
    ...workshopOption(one),
    title: toldApart(one),
    data: choiceData({ is: 'workshop', id: one.id }, 'opened', 'show'),
  }))
  list(scene, 'open', 'trainer-which-workshop', items, { badges: [] }, page)
}

function hearOpen(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const page = pageKey(heard.key)
  if (page !== undefined) {
    showOpen(scene, page)
    return true
  }
  if (!scene.world.workshops.some(({ id }) => id === heard.key)) return false
  if (scene.workshop?.id !== heard.key) return scene.need({ workshop: heard.key, workshops: true })
  showWorkshop(scene)
  return true
}

export function hearOpening(scene: Scene, prompt: string, heard: Heard): boolean {
  const opening = scene.focus?.subject.is === 'opening' ? scene.focus.pending?.opening : undefined
  if (!opening || heard.is === 'media') return false
  if (prompt === 'open') return hearOpen(scene, heard)
  if (heard.is === 'option' && heard.key === 'open') {
    showOpen(scene)
    return true
  }
  if (prompt === 'structure') return hearStructure(scene, opening, heard)
  if (prompt === 'stage' || prompt === 'b') return hearBadge(scene, opening, prompt, heard)
  return prompt === 'end' && hearEnd(scene, opening, heard)
}

// ---- where

function askStructure(scene: Scene, opening: Opening, page = 0): void {
  const all = scene.world.structures.map((s, n) => ({ key: `${n}`, label: brief(s.name), also: [s.name], title: s.name }))
  list(scene, 'structure', 'trainer-workshop-structure', all, opening, page)
}

function hearStructure(scene: Scene, opening: Opening, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const page = pageKey(heard.key)
  const chosen = scene.world.structures[Number(heard.key)]
  if (page !== undefined) askStructure(scene, opening, page)
  else if (chosen) askBadge(scene, { ...opening, structure: chosen.id })
  else return false
  return true
}

const structureOf = (scene: Scene, { structure }: Opening): Structure | undefined =>
  scene.world.structures.find(({ id }) => id === structure)

/** « 17 h » is what the clock shows where the trainer is. */
const zoneHere = (scene: Scene, opening: Opening): string => zoneOf(scene.me, structureOf(scene, opening), scene.world.house.timeZone)

// ---- which badges

/** As many as one message shows are shown at once; more are grouped by stage. */
const FEW = 3

type Found = { badge: Badge; issuer: Issuer }

function badgesOf(scene: Scene, opening: Opening): Found[] {
  const { issuers } = scene.world.house.catalogue
  const at = structureOf(scene, opening)
  const own = issuers.filter((issuer) => issuer.id === at?.organisationId)
  return (own.length ? own : issuers).flatMap((issuer) => issuer.badges.map((badge) => ({ badge, issuer })))
}

const stageOf = ({ badge, issuer }: Found): string => `${issuer.id} ${badge.stage}`

function askBadge(scene: Scene, opening: Opening, page = 0): void {
  const all = badgesOf(scene, opening)
  const stages = [...new Set(all.map(stageOf))]
  if (opening.stage === undefined && all.length > FEW && stages.length > 1) {
    const title = (stage: string) => {
      const { badge, issuer } = all.find((one) => stageOf(one) === stage)!
      return scene.of(issuer.stages.find((s) => s.id === badge.stage)?.name ?? { fr: badge.stage, en: badge.stage })
    }
    const items = stages.map((stage, n) => ({ key: `${n}`, label: brief(title(stage)), also: [title(stage)], title: title(stage) }))
    return list(scene, 'stage', 'trainer-workshop-stage', items, opening, page)
  }
  offerBadges(scene, opening, opening.stage === undefined ? all : all.filter((one) => stageOf(one) === stages[opening.stage!]), page)
}

function offerBadges(scene: Scene, opening: Opening, found: Found[], page: number): void {
  const items = found.map(({ badge }) => {
    const title = scene.of(badge.name)
    return { key: badge.id, label: brief(title), also: [title], title, data: choiceData(SUBJECT, 'b', badge.id) }
  })
  list(scene, 'b', 'trainer-workshop-badge', items, opening, page)
}

function hearBadge(scene: Scene, opening: Opening, prompt: string, heard: Heard): boolean {
  const all = badgesOf(scene, opening)
  if (heard.is === 'words') {
    const said = plain(heard.text)
    const named = all.filter(({ badge }) => said.length > 2 && plain(scene.of(badge.name)).includes(said))
    if (named.length === 1) askEnd(scene, withBadge(opening, named[0]!.badge.id))
    else if (named.length) offerBadges(scene, opening, named, 0)
    return named.length > 0
  }
  if (heard.is !== 'option') return false
  const page = pageKey(heard.key)
  if (page !== undefined) askBadge(scene, opening, page)
  else if (prompt === 'stage') askBadge(scene, { ...opening, stage: Number(heard.key) })
  else if (all.some(({ badge }) => badge.id === heard.key)) askEnd(scene, withBadge(opening, heard.key))
  else return false
  return true
}

const withBadge = (opening: Opening, id: string): Opening => ({
  ...opening,
  badges: [...new Set([...opening.badges, id])],
  stage: undefined,
})

// ---- until when

const MOST_BADGES = 4
const MOST_DAYS = 30

function askEnd(scene: Scene, opening: Opening): void {
  const option = (key: string, label: string): Option => ({ key, label: scene.text(label) })
  const names = opening.badges.map((id) => scene.of(scene.world.house.catalogue.badge(id)!.badge.name))
  const options = [
    ...ends(scene, zoneHere(scene, opening)),
    ...(opening.badges.length < MOST_BADGES ? [{ ...option('add', 'button-add-badge'), control: true }] : []),
  ]
  offer(scene, SUBJECT, 'end', [...names.map((name) => `• ${name}`), scene.text('trainer-workshop-end')].join('\n'), options, { opening })
}

/** In two hours, at five, in a week. */
export function ends(scene: Scene, timeZone: string): Option[] {
  const { hour } = localTime(scene.now, timeZone)
  const option = (key: string, label: string): Option => ({ key, label: scene.text(label) })
  return [
    option('2h', 'button-in-two-hours'),
    hour < 15 ? option('evening', 'button-at-five') : option('tomorrow', 'button-tomorrow-at-five'),
    option('week', 'button-in-a-week'),
  ]
}

function hearEnd(scene: Scene, opening: Opening, heard: Heard): boolean {
  if (heard.is === 'option' && heard.key === 'add') {
    askBadge(scene, opening)
    return true
  }
  const endsAt =
    heard.is === 'option'
      ? endOf(scene, opening, heard.key)
      : heard.is === 'words'
        ? hourSaid(scene, zoneHere(scene, opening), heard.text)
        : undefined
  const structure = structureOf(scene, opening)
  if (!endsAt || !structure) return false
  createWorkshop(scene, { ...opening, structure, endsAt })
  return true
}

function endOf(scene: Scene, opening: Opening, key: string): Instant | undefined {
  return endFor(scene, zoneHere(scene, opening), key)
}

/** What a button of « when does it end » means. */
export function endFor(scene: Scene, timeZone: string, key: string): Instant | undefined {
  if (key === '2h') return plusSeconds(scene.now, 2 * 3600)
  if (key === 'evening') return atLocalTime(scene.now, timeZone, { hour: 17 })
  if (key === 'tomorrow') return atLocalTime(scene.now, timeZone, { hour: 17, days: 1 })
  if (key === 'week') return atLocalTime(scene.now, timeZone, { hour: 17, days: 7 })
  return undefined
}

/** « 16h30 », « à 16 heures », « midi », « dans 3 heures », « dans 3 jours »: today, or tomorrow where it is past. */
export function hourSaid(scene: Scene, timeZone: string, text: string): Instant | undefined {
  const said = plain(text)
  const wait = /\b(?:dans|in) (\d{1,2}) ?(?:h|heures?|hours?)\b/.exec(said)
  if (wait) return plusSeconds(scene.now, Number(wait[1]) * 3600)
  const days = /\b(\d{1,2}) (jours?|days?)\b/.exec(said)
  if (days) return Number(days[1]) <= MOST_DAYS ? atLocalTime(scene.now, timeZone, { hour: 17, days: Number(days[1]) }) : undefined
  const [, hours, minutes] = /\bmidi\b|\bnoon\b/.test(said) ? ['', '12'] : (/\b(\d{1,2}) ?(?:h|heures?| )? ?([0-5]\d)?\b/.exec(said) ?? [])
  const hour = Number(hours)
  if (hours === undefined || hour > 23) return undefined
  const at = { hour, minute: Number(minutes ?? 0) }
  const today = atLocalTime(scene.now, timeZone, at)
  return isBefore(scene.now, today) ? today : atLocalTime(scene.now, timeZone, { ...at, days: 1 })
}

// ----

type Item = Option & { title: string }

/** One page of a list: the full names in the text, the buttons in short. */
function list(scene: Scene, prompt: string, question: string, items: Item[], opening: Opening, page: number): void {
  const { shown, more } = pageOf(scene, items, page)
  const lines = shown.map(({ title }, n) => `${n + 1}. ${title}`)
  const options = shown.map(({ title: _, ...option }): Option => option)
  const open = page === 0 && prompt !== 'open' && !opening.badges.length ? openOnes(scene) : []
  offer(scene, SUBJECT, prompt, [...lines, scene.text(question)].join('\n'), [...options, ...more, ...open], { opening })
}
