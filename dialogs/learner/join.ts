// Joining a workshop, by its link or by the code that was said aloud: enrolled, and at the right badge.
import { sending } from '../../core/model/status.ts'
import { isBefore } from '../../core/model/time.ts'
import { askForHelp, greet, obey } from '../commands.ts'
import { brief } from '../page.ts'
import type { Scene } from '../scene.ts'
import { firstSense, isNewcomer } from '../self.ts'
import { offer } from './ask.ts'
import type { Heard } from './heard.ts'
import { helpOption } from './view.ts'
import { openBadge, sayHello } from './welcome.ts'

export function joinWorkshop(scene: Scene): void {
  const { link } = scene.world
  const { enrolled, endsAt, closedAt } = scene.workshop!
  const newcomer = isNewcomer(scene)
  if (newcomer) sayHello(scene)
  if (!enrolled && link?.expiresAt && isBefore(link.expiresAt, scene.now)) {
    scene.say(scene.text('link-over'))
    return newcomer ? firstSense(scene) : greet(scene)
  }
  enrol(scene)
  // a latecomer is as welcome as the others
  if (!enrolled && (closedAt || isBefore(endsAt, scene.now))) scene.say(scene.text('workshop-over'))
  begin(scene)
}

/** The badge of the workshop, or the choice among several. */
export function begin(scene: Scene): void {
  const { badges } = scene.workshop!
  if (badges.length > 1) askWhich(scene)
  else openOne(scene, badges[0] ?? '')
}

export function enrol(scene: Scene): void {
  const { id, enrolled, structureId } = scene.workshop!
  if (enrolled) return
  scene.write('Enrolment', { workshopId: id, personId: scene.me.id, at: scene.now, through: scene.through })
  scene.change({ structureId })
  scene.audit('workshop joined', id)
  bringAlong(scene)
}

/** A claim that was sent before anybody knew where its learner is: now there is somebody to decide. */
function bringAlong(scene: Scene): void {
  const { claim, me, workshop } = scene
  const sent = claim && sending(claim)
  if (claim?.personId !== me.id || claim.structureId || !sent || claim.issuances.length) return
  if (claim.organisationId !== workshop!.organisationId) return
  scene.changeClaim({ structureId: workshop!.structureId })
  scene.start({ id: `${scene.event.key}:placed`, is: 'settle-sending', claim: claim.id, sentAt: sent.at, at: scene.now })
  scene.say(scene.text('place-found', { badge: scene.badgeName() }))
}

/** False: the catalogue does not have it any more. */
function openOne(scene: Scene, badge: string): boolean {
  const found = scene.world.house.catalogue.badge(badge)
  if (!found) scene.say(scene.text('link-over'))
  else openBadge(scene, found, scene.workshop!.structure, scene.workshop!)
  return found !== undefined
}

const optionsOf = (scene: Scene) =>
  scene.workshop!.badges.flatMap((id, n) => {
    const found = scene.world.house.catalogue.badge(id)
    const title = found && scene.of(found.badge.name)
    return title ? [{ key: `b${n}`, label: brief(title), also: [title], title }] : []
  })

function askWhich(scene: Scene): void {
  const options = optionsOf(scene)
  const lines = options.map(({ title }, n) => `${n + 1}. ${title}`)
  const short = [...options.map(({ title: _, ...option }) => option), helpOption(scene)]
  offer(scene, { is: 'workshop', id: scene.workshop!.id }, 'join', [...lines, scene.text('ask-badge')].join('\n'), short)
}

/** A badge of the list, or the button of a nudge. */
export function hearJoining(scene: Scene, heard: Heard): boolean {
  const { workshop } = scene
  if (heard.is !== 'option' || !workshop?.enrolled) return false
  if (heard.key === 'stop') return obey(scene, 'stop')
  if (heard.key === 'later') return obey(scene, 'pause')
  if (heard.key === 'help') {
    askForHelp(scene)
    return true
  }
  if (heard.key === 'go') {
    begin(scene)
    return true
  }
  const badge = workshop.badges[Number(heard.key.slice(1))]
  return badge !== undefined && openOne(scene, badge)
}
