// A project of a group: told once, by its trainer or by one of its members. Each member's claim refers to it, and everything else of
// that claim stays its own: the part, the levels, the consent, the decision, the badge.
import type { Project } from '../core/model/rows.ts'
import { sending } from '../core/model/status.ts'
import { plusSeconds } from '../core/model/time.ts'
import type { Subject } from './choice.ts'
import { askNext, offer } from './learner/ask.ts'
import type { Heard } from './learner/heard.ts'
import { askWhichProject, enterProject, hearWhichProject, leaveProject } from './learner/hearTogether.ts'
import { enrol } from './learner/join.ts'
import { missing } from './learner/missing.ts'
import { openBadge, sayHello } from './learner/welcome.ts'
import type { Scene } from './scene.ts'
import { isNewcomer } from './self.ts'
import { isTrainer } from './trainer/decide.ts'
import { mayLead } from './trainer/workshop.ts'

const LONGEST = 200
const LINK_DAYS = 180

/** What is asked about a project beside the claim or the workshop that it belongs to. */
const PROMPTS = new Set(['tell-project', 'ok-project', 'in-project', 'which-project'])
export const isAboutProject = (prompt: string): boolean => PROMPTS.has(prompt)

const ownDraft = (scene: Scene): boolean =>
  scene.claim !== null && scene.claim.personId === scene.me.id && !scene.claim.withdrawnAt && !sending(scene.claim)

/** « projet »: a trainer tells one for a workshop, a learner for the claim in hand. False: it means nothing here. */
export function project(scene: Scene): boolean {
  const about = scene.focus?.subject
  if (isTrainer(scene) && about?.is !== 'claim') {
    if (mayLead(scene, scene.workshop) && !scene.workshop.closedAt) {
      askContext(scene, { is: 'workshop', id: scene.workshop.id })
      return true
    }
    const mine = scene.world.workshops
    if (!mine.length && scene.need({ workshops: true })) return true
    // the last that was opened
    if (mine[0]) return scene.need({ workshop: mine[0].id })
  }
  if (!ownDraft(scene)) return false
  if (scene.pinned.project) showProject(scene)
  else if (scene.pinned.offered.length > 0) askWhichProject(scene, missing(scene) === 'project' ? 'project' : 'which-project')
  else askContext(scene, { is: 'claim', id: scene.pinned.id })
  return true
}

export function askContext(scene: Scene, subject: Subject): void {
  const own = subject.is === 'claim'
  const text = scene.text(own ? 'ask-project-context' : 'trainer-ask-project')
  const options = own ? [{ key: 'no', label: scene.text('button-alone'), control: true }] : []
  const message = scene.say(text, { choices: { subject, prompt: 'tell-project', options } })
  scene.look(subject, 'tell-project', { message, pending: { options } })
}

export function hearProject(scene: Scene, subject: Subject, prompt: string, heard: Heard): boolean {
  if (subject.is === 'claim' && !ownDraft(scene)) return false
  if (prompt === 'in-project') return hearMembership(scene, heard)
  if (prompt === 'which-project') {
    if (heard.is !== 'option' || heard.key !== 'new') return hearWhichProject(scene, prompt, heard)
    askContext(scene, subject)
    return true
  }
  if (heard.is === 'option' && heard.key === 'no') {
    if (subject.is !== 'claim') return false
    askNext(scene)
    return true
  }
  if (heard.is === 'option' && heard.key === 'fix') {
    askContext(scene, subject)
    return true
  }
  if (heard.is === 'option' && heard.key === 'yes') return create(scene, subject)
  if (heard.is !== 'words') return false
  const context = heard.text.replace(/\s+/g, ' ').trim().toWellFormed()
  if (context.length > LONGEST) {
    const message = scene.say(scene.text('project-too-long'))
    scene.look(subject, 'tell-project', { message, pending: { options: [] } })
    return true
  }
  // a number, or a letter or two, tells nothing
  if ((context.match(/\p{L}/gu) ?? []).length < 3) return false
  const options = [
    { key: 'yes', label: scene.text('button-yes') },
    { key: 'fix', label: scene.text('button-correct') },
  ]
  offer(scene, subject, 'ok-project', scene.text('ask-project-ok', { text: context }), options, { text: context })
  return true
}

function create(scene: Scene, subject: Subject): boolean {
  const context = scene.focus?.prompt === 'ok-project' ? scene.focus.pending?.text : undefined
  const at = subject.is === 'workshop' ? scene.workshop : null
  if (!context || (subject.is === 'workshop' && !at) || (subject.is === 'claim' && scene.pinned.project)) return false
  const row: Project = {
    id: scene.freshUuid(),
    structureId: at?.structureId ?? scene.claim?.structureId ?? null,
    workshopId: at?.id ?? null,
    badgeId: at ? at.badges[0]! : scene.pinned.badgeId,
    openedBy: scene.me.id,
    context,
    language: scene.me.language,
    code: scene.fresh(),
    openedAt: scene.now,
  }
  scene.write('Project', row)
  scene.write('Link', {
    code: row.code,
    kind: 'project',
    subject: row.id,
    structureId: row.structureId,
    name: null,
    createdAt: scene.now,
    expiresAt: plusSeconds(scene.now, LINK_DAYS * 86400),
    usedAt: null,
    usedBy: null,
  })
  scene.audit('project opened', row.id)
  if (at) {
    offer(scene, subject, 'opened', scene.text('trainer-project-noted'), [
      { key: 'project', label: scene.text('button-another-project'), control: true },
      { key: 'nudge', label: scene.text('button-nudge'), control: true },
    ])
    return true
  }
  enterProject(scene, { ...row, members: 0, pieces: [] })
  invite(scene, row)
  askNext(scene)
  return true
}

/** The message that a member passes on to the others, alone, so that it can be forwarded as it is. */
function invite(scene: Scene, { code, context }: Project): void {
  const { startLinks, publicUrl } = scene.world.house
  // what is only tried out is not shown to others
  const page = scene.world.structure?.trial ? [] : [`${publicUrl}/w/${code}`]
  scene.say(scene.text('project-forward-this'))
  scene.say([scene.text('project-invitation', { text: context }), ...startLinks(code, scene.through), ...page].join('\n'))
}

/** The project of the claim in hand: with how many, inviting, leaving. */
function showProject(scene: Scene): void {
  const { project: shared, id } = scene.pinned
  const lines = [scene.text('project-is', { text: shared!.context }), scene.text('project-members', { count: shared!.members })]
  offer(scene, { is: 'claim', id }, 'in-project', `${lines.join('\n')} ${scene.text('ask-go-on')}`, [
    { key: 'go', label: scene.text('button-continue'), also: ['oui'] },
    { key: 'link', label: scene.text('button-invite') },
    { key: 'leave', label: scene.text('button-leave-project') },
  ])
}

function hearMembership(scene: Scene, heard: Heard): boolean {
  const shared = scene.pinned.project
  if (heard.is !== 'option' || !shared) return false
  if (heard.key === 'link') invite(scene, shared)
  if (heard.key === 'leave') {
    leaveProject(scene)
    askNext(scene, { ack: scene.text('project-left') })
  } else askNext(scene)
  return true
}

/** The link of a project: its badge, with the claim in it. Whoever tells of another project already stays there. */
export function joinProject(scene: Scene): void {
  const shared = scene.world.project!
  const { badgeId } = shared
  const found = scene.world.house.catalogue.badge(badgeId)
  if (isNewcomer(scene)) sayHello(scene)
  if (!found) {
    scene.say(scene.text('link-over'))
    return
  }
  const at = scene.world.linkStructure
  if (at && !scene.me.structureId) scene.change({ structureId: at.id })
  // a project of a workshop is joined with the workshop
  if (scene.workshop && !scene.workshop.closedAt) enrol(scene)
  const former = scene.world.mine.find((c) => c.badgeId === badgeId && !c.withdrawnAt)
  if (!former) return openBadge(scene, found, at, scene.workshop ?? undefined, shared)
  if (scene.claim?.id !== former.id) return void scene.need({ claim: former.id })
  if (sending(former) || scene.pinned.project) return openBadge(scene, found)
  enterProject(scene, shared)
  askNext(scene, { ack: scene.text('project-joined') })
}
