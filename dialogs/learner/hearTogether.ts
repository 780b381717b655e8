// A claim that tells one part of what a group did: choosing the project, and the evidence that its members give to each other.
//
// Whoever takes a piece of another member has it as a piece of their own claim, with the same file and under their own consent. So
// nothing that another member does later, correcting, leaving or being forgotten, reaches this claim.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Evidence, SharedProject } from '../../core/model/rows.ts'
import { uuid } from '../choice.ts'
import { evidenceInHand } from '../claimParts.ts'
import { pageKey } from '../page.ts'
import type { Scene } from '../scene.ts'
import { plain } from '../words.ts'
import { consent } from './answer.ts'
import { askNext, offer } from './ask.ts'
import type { Heard } from './heard.ts'
import { current, missing } from './missing.ts'
import { hearTelling } from './telling.ts'
import { agreed, offeredPieces, ownPieces, projectOptions } from './together.ts'

export function enterProject(scene: Scene, project: SharedProject): void {
  // a part in another project is not the part in this one
  const former = current(scene.pinned, 'part')
  if (former) scene.record('Answer', { ...former, supersededAt: scene.now })
  scene.changeClaim({ projectId: project.id, project: { ...project, members: project.members + 1 } })
  scene.audit('project joined', project.id)
}

/** The learner's own words stay; what the group gave goes back, and what they gave is offered to nobody from now on. */
export function leaveProject(scene: Scene): void {
  const { project } = scene.pinned
  for (const piece of scene.pinned.evidence) {
    if (piece.originId && !piece.removedAt) scene.record('Evidence', { ...piece, removedAt: scene.now })
    else if (piece.projectId) scene.record('Evidence', { ...piece, projectId: null })
  }
  for (const given of scene.pinned.consents)
    if ((given.what === 'take' || given.what === 'give') && !given.endedAt) scene.record('Consent', { ...given, endedAt: scene.now })
  scene.changeClaim({ projectId: null, project: null })
  // whoever left is not asked again which of the projects it was
  if (!agreed(scene, 'project')) consent(scene, 'project', 'no')
  if (!evidenceInHand(scene.pinned, 'evidence').length) scene.changeClaim({ gatheredAt: null })
  scene.audit('project left', project?.id ?? null)
}

// ---- which project

/** `prompt`: `project` where it is asked first of all, `which-project` where the learner asks for it later. */
export function askWhichProject(scene: Scene, prompt: 'project' | 'which-project', page = 0): void {
  const { lines, options } = projectOptions(scene, page)
  const own = prompt === 'project' ? [] : [{ key: 'new', label: scene.text('button-another-project'), control: true }]
  offer(scene, { is: 'claim', id: scene.pinned.id }, prompt, [...lines, scene.text('ask-project')].join('\n'), [...options, ...own])
}

export function hearWhichProject(scene: Scene, prompt: 'project' | 'which-project', heard: Heard): boolean {
  if (heard.is === 'words') return hearNamed(scene, prompt, heard)
  if (heard.is !== 'option') return false
  const page = pageKey(heard.key)
  if (page !== undefined) {
    askWhichProject(scene, prompt, page)
    return true
  }
  const chosen = scene.pinned.offered.find(({ id }) => id.startsWith(heard.key))
  if (chosen && heard.key.length === 8) enterProject(scene, { ...chosen, members: 0, pieces: [] })
  else if (heard.key !== 'no') return false
  else if (prompt === 'project') consent(scene, 'project', 'no')
  askNext(scene)
  return true
}

/** A project by some of its words; or, where it is asked first, somebody who tells another moment right away. */
function hearNamed(scene: Scene, prompt: 'project' | 'which-project', heard: Heard & { is: 'words' }): boolean {
  const said = plain(heard.text)
  const named = scene.pinned.offered.filter(({ context }) => said.length > 2 && plain(context).includes(said))
  if (named.length === 1) {
    enterProject(scene, { ...named[0]!, members: 0, pieces: [] })
    askNext(scene)
    return true
  }
  if (prompt !== 'project' || said.split(' ').length < 4) return false
  consent(scene, 'project', 'no')
  const next = missing(scene)
  if (next?.startsWith('q:')) return hearTelling(scene, next, heard)
  askNext(scene)
  return true
}

// ---- evidence for all

export function hearTake(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const taken = heard.key === 'yes' ? offeredPieces(scene) : []
  consent(scene, 'take', heard.key === 'yes' ? 'yes' : 'no')
  for (const piece of taken) scene.record('Evidence', copyOf(scene, piece))
  askNext(scene, { ack: taken.length ? scene.text('added') : undefined })
  return true
}

export function hearGive(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const all = heard.key === 'all'
  consent(scene, 'give', all ? 'yes' : 'no')
  if (all) for (const piece of ownPieces(scene)) scene.record('Evidence', { ...piece, projectId: scene.pinned.projectId })
  askNext(scene, { ack: all ? scene.text('given-to-group') : undefined })
  return true
}

/** The same id whenever it is taken by this claim, so that taking it twice is taking it once. */
function copyOf(scene: Scene, piece: Evidence): Evidence {
  const id = uuid(bytesToHex(sha256(utf8ToBytes(`${scene.pinned.id} ${piece.id}`))).slice(0, 32))
  const told = { caption: piece.caption, album: null, source: null, media: null }
  return { ...piece, ...told, id, claimId: scene.pinned.id, at: scene.now, through: scene.through, projectId: null, originId: piece.id }
}
