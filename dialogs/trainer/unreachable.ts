// A learner has blocked us, or removed the app, and is nowhere else: their trainer, who sees them, hears of it once, by day. With the
// learner's next word all is well again, and another block is another message.
import { isQuiet } from '../../core/model/quietHours.ts'
import { zoneOf } from '../../core/model/timeZones.ts'
import { type Instant, plusSeconds } from '../../core/model/time.ts'
import { nextHours } from '../../core/model/workshopTimes.ts'
import type { Scene } from '../scene.ts'
import type { Reachable } from '../world.ts'

/** Whoever comes back within the hour has tidied up, or tried the button. */
const GRACE = 3600

/** `me` became unreachable in this turn. */
export function noticeUnreachable(scene: Scene): void {
  const at = plusSeconds(scene.now, GRACE)
  scene.start({ id: `${scene.event.key}:unreachable`, is: 'unreachable', person: scene.me.id, since: scene.now, at })
}

export function unreachable(scene: Scene, since: Instant): void {
  if (!isOutOfReach(scene, since) || !needsSomebody(scene)) return
  const { workshop, world } = scene
  const told = (workshop?.trainers.length ? workshop.trainers : world.trainers).filter((trainer) => trainer.id !== scene.me.id)
  if (!told.length) return
  const zone = (trainer: Reachable) => zoneOf(trainer, workshop?.structure ?? world.structure, world.house.timeZone)
  const awake = told.filter((trainer) => !isQuiet(scene.now, zone(trainer)))
  if (!awake.length) {
    const at = nextHours(scene.now, zone(told[0]!))
    scene.start({ id: `${scene.event.key}:again`, is: 'unreachable', person: scene.me.id, since, at })
    return
  }
  // one of them, who can be reached, is enough
  awake.find((trainer) =>
    scene.tell(trainer, (text) => ({ text: text('trainer-unreachable', { learner: scene.me.name ?? text('somebody') }) })),
  )
}

/** Still so, everywhere, and this was the last of the ways to them: each way that is lost asks. */
function isOutOfReach({ me, world }: Scene, since: Instant): boolean {
  const ways = me.accounts.filter(({ channel }) => world.house.capabilities(channel).chat)
  const lost = ways.map(({ unreachableAt }) => (unreachableAt ? Date.parse(unreachableAt) : Number.POSITIVE_INFINITY))
  return lost.length > 0 && Math.max(...lost) === Date.parse(since)
}

/** A learner, with something that is not finished; who said stop, or asked to be forgotten, wants no more. */
function needsSomebody({ me, world }: Scene): boolean {
  if (me.stoppedAt || me.erasedAt || world.memberships.some(({ role }) => role !== 'learner')) return false
  const open = world.mine.filter(({ withdrawnAt }) => !withdrawnAt)
  return open.length === 0 || open.some(({ issued }) => !issued)
}
