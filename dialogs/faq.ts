// Answers to what everybody asks, at any moment: the issuer's own, else the program's.
import type { Faq } from '../core/model/badge.ts'
import type { Scene } from './scene.ts'

export function askFaq(scene: Scene, what: keyof Faq): void {
  const issuer = scene.claim ? scene.world.house.catalogue.badge(scene.claim.badgeId)?.issuer : undefined
  const own = issuer?.faq[what]
  scene.say(own ? scene.of(own) : scene.text(`faq-${what}`))
}
