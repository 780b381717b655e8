// A start code: a badge, a request, an invitation, or nothing yet.
import { greet } from './commands.ts'
import { startWithCode } from './learner/claimCode.ts'
import { joinWorkshop } from './learner/join.ts'
import { startListed } from './listed.ts'
import { openBadge, sayHello } from './learner/welcome.ts'
import type { Scene } from './scene.ts'
import { firstSense, isNewcomer } from './self.ts'
import { openInvite } from './trainer/invite.ts'
import { openCode } from './linking.ts'
import { openMove } from './moving.ts'
import { joinProject } from './project.ts'
import { openRequest } from './tutor/request.ts'

export function start(scene: Scene, code: string): void {
  const { link, house } = scene.world
  if (link?.kind === 'endorse') return openRequest(scene, link.subject)
  if (link?.kind === 'workshop' && scene.workshop) return joinWorkshop(scene)
  if (link?.kind === 'project' && scene.world.project) return joinProject(scene)
  if (link?.kind === 'trainer' || link?.kind === 'tutor' || link?.kind === 'issuer') return openInvite(scene)
  if (link?.kind === 'roster') return startListed(scene)
  if (link?.kind === 'channel') return openMove(scene)
  if (link?.kind === 'both-sides') return openCode(scene)
  if (link?.kind === 'claim-code' && scene.world.claimCode) return startWithCode(scene, scene.world.claimCode)
  // where an app is installed before a link opens, the greeting was said a moment ago
  if (isNewcomer(scene) && !scene.focus) sayHello(scene)
  if (link?.kind === 'badge' && scene.world.linkStructure && scene.me.structureId !== link.structureId)
    scene.change({ structureId: link.structureId })
  const found = house.catalogue.badge(link?.kind === 'badge' ? link.subject : code)
  if (found) return openBadge(scene, found, link?.kind === 'badge' ? scene.world.linkStructure : undefined)
  const lost = code.length > 0 && code !== 'bonjour'
  if (lost) {
    scene.audit('link refused', null)
    scene.say(scene.text('link-over'))
  }
  if (isNewcomer(scene)) return firstSense(scene)
  greet(scene)
}
