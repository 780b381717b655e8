// When the nudges of the workshop in hand leave: by whose clock, which day is said, what comes next.
import { dateSaid } from '../../core/model/dateSaid.ts'
import type { Workshop } from '../../core/model/rows.ts'
import type { Instant } from '../../core/model/time.ts'
import { zoneOf } from '../../core/model/timeZones.ts'
import { isClosing, nextTime, tellTime } from '../../core/model/workshopTimes.ts'
import type { Scene } from '../scene.ts'

/** The time zone in which a workshop has its hours and days. */
export const clockOf = (scene: Scene): string => zoneOf(scene.me, scene.workshop?.structure, scene.world.house.timeZone)

/** « mercredi 4 mars », « mardi 1er décembre ». */
export const daySaid = (scene: Scene, at: Instant): string =>
  dateSaid(scene.me.language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: clockOf(scene) }, at)

/** What leaves by itself leaves then, and is shown to the trainer before. */
export function plan(scene: Scene, nudgeAt: Instant, more: Partial<Workshop> = {}): void {
  scene.changeWorkshop({ ...more, nudgeAt, tellAt: tellTime(scene.workshop!, nudgeAt, scene.now, clockOf(scene)) })
}

/** And what comes after that. */
export const planNext = (scene: Scene, more: Partial<Workshop>): void =>
  plan(scene, nextTime(scene.workshop!, scene.now, clockOf(scene)), more)

/** « Prochaine relance : mardi 10 mars. » */
export function nextDay(scene: Scene): string[] {
  const { nudgeAt } = scene.workshop!
  if (!nudgeAt || isClosing(scene.workshop!, nudgeAt, clockOf(scene))) return []
  return [scene.text('trainer-nudge-next', { day: daySaid(scene, nudgeAt) })]
}
