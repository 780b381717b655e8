// Who answers: in which role, for which organisation, and whether that is known or only said. Worked out anew with every word they give,
// so that a reply whose sender was checked counts even where the request was opened elsewhere.
import { CAPACITIES, type Capacity, type Endorsement } from '../../core/model/rows.ts'
import { standingOf } from '../../core/model/standing.ts'
import { confirmations, lackingFrom } from '../../core/model/status.ts'
import type { Option } from '../choice.ts'
import { offer } from '../learner/ask.ts'
import { isIssued } from '../learner/asking.ts'
import type { Heard } from '../learner/heard.ts'
import { firstName } from '../learner/view.ts'
import { learnerName } from '../learner/welcome.ts'
import type { Scene } from '../scene.ts'
import { SPEECHES } from '../texts.ts'
import { plain } from '../words.ts'
import { learnerOf } from './request.ts'

/** The endorsement with what is known and said of whoever speaks. `chosen`: from a list, beside words of their own. */
export function withStanding(scene: Scene, e: Endorsement, chosen?: Capacity): Endorsement {
  const { memberships, house } = scene.world
  const { event } = scene
  const { structureId, meaning } = scene.pinned
  const tenant = 'from' in event ? event.directory : undefined
  const { role, organisation } = scene.me
  const standing = standingOf(
    { structureId, issuer: meaning.issuer },
    { memberships, proof: e.proof, mailed: Boolean(e.mailedAt), tenant },
    {
      capacity: chosen ?? capacityNamed(scene, role) ?? (e.role === role ? (e.capacity ?? null) : null),
      organisation: organisation ?? null,
    },
    house.catalogue,
    structureName(scene),
  )
  return { ...e, role, ...standing }
}

/** The structure of the claim, by name: the world knows it by the link, by whoever speaks, or the catalogue does. */
export function structureName(scene: Scene): string | null {
  const { structureId } = scene.pinned
  const { linkStructure, structure, house } = scene.world
  const listed = house.catalogue.issuers.flatMap(({ structures }) => structures)
  return [linkStructure, structure, ...listed].find((one) => one && one.id === structureId)?.name ?? null
}

/** The role that a button names, in whatever language it was tapped or written; other words are nobody's role in a policy. */
function capacityNamed(scene: Scene, role: string | null): Capacity | null {
  if (!role) return null
  const said = plain(role)
  const { texts } = scene.world.house
  const labels = (key: string) => SPEECHES.map((speech) => plain(texts.say(speech, key)))
  return CAPACITIES.find((capacity) => labels(`role-${capacity}`).includes(said)) ?? null
}

/** Roles of which somebody must still confirm, whoever this one turns out to be. */
const wanted = (scene: Scene, id: string): Capacity[] => {
  const given = confirmations(scene.pinned).filter((e) => e.id !== id)
  return isIssued(scene.pinned) ? [] : lackingFrom(given, scene.pinned.meaning.policy).roles
}

/** A badge that waits for a role cannot go on before it is known which one this is. */
export const roleCounts = (scene: Scene, id: string): boolean => wanted(scene, id).length > 0

const FIRST = 4
/** The commonest first. */
const COMMON: Capacity[] = ['tutor', 'colleague', 'manager', 'trainer', 'association']
const ROLES: Capacity[] = ['tutor', 'manager', 'colleague', 'trainer', 'association']

/** What is asked of them once, after their word; null: nothing. */
export function nextAbout(scene: Scene, e: Endorsement): 'role' | 'organisation' | null {
  if (e.verdict === 'not-me') return null
  if (!scene.me.role) return 'role'
  const ask = e.verdict === 'yes' && !e.anonymous && e.standing === 'declared' && scene.me.organisation == null
  return ask ? 'organisation' : null
}

/** The order never tells which one the badge waits for: only that it is among those that are seen at once. */
export function askRole(scene: Scene, id: string, page = 0): void {
  const needed = wanted(scene, id)
  const others = COMMON.filter((capacity) => !needed.includes(capacity))
  const first = [...needed, ...others].slice(0, FIRST)
  const shown = ROLES.filter((capacity) => first.includes(capacity) === (page % 2 === 0))
  const options: Option[] = [
    ...shown.map((capacity) => ({ key: capacity, label: scene.text(`role-${capacity}`) })),
    { key: `p${(page + 1) % 2}`, label: scene.text('button-more'), control: true, also: ['suite', 'plus', 'autre', 'more'] },
  ]
  offer(scene, { is: 'endorsement', id }, 'role', scene.text('tutor-ask-role', { learner: firstName(learnerOf(scene)) }), options)
}

export const askOrganisation = (scene: Scene, id: string): void =>
  offer(scene, { is: 'endorsement', id }, 'organisation', scene.text('tutor-ask-organisation'), [
    { key: 'skip', label: scene.text('button-skip'), control: true },
  ])

/** Their role, by a button or in their own words; false: it was neither. */
export function takeRole(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && !CAPACITIES.some((capacity) => capacity === heard.key)) return false
  const role = heard.is === 'option' ? scene.text(`role-${heard.key}`) : learnerName(heard.text)
  if (!role) return false
  scene.change({ role })
  return true
}

export function takeOrganisation(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media' || (heard.is === 'option' && heard.key !== 'skip')) return false
  const organisation = heard.is === 'option' ? '' : organisationIn(heard.text)
  if (organisation === undefined) return false
  scene.change({ organisation })
  return true
}

/** One line, as it was written; no address and no link. */
export function organisationIn(text: string): string | undefined {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length >= 2 && line.length <= 100 && !/https?:|www\.|@/i.test(line) ? line : undefined
}
