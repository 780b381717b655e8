// Whose conversation the other one is, and where: as the platform says it. What somebody calls themselves could be anybody's name, and in a
// browser a name is always that.
import type { Account } from '../core/model/rows.ts'
import type { Saying, Scene } from './scene.ts'
import type { Reachable } from './world.ts'

/** Their account `channel:id`; the one that they used last, where that is not known (any more). */
export const accountAt = (person: Reachable, place: string | null | undefined): Account | undefined =>
  person.accounts.find(({ channel, externalId }) => `${channel}:${externalId}` === place) ?? person.accounts[0]

/** « Awa D. »; undefined: nobody vouches for a name there. */
export function nameAt(scene: Scene, person: Reachable, place: string | null | undefined): string | undefined {
  const account = accountAt(person, place)
  if (!account?.profileName || isUnnamed(scene, person, place)) return undefined
  const [first, ...more] = account.profileName.trim().split(/\s+/)
  return [first, ...more.slice(-1).map((last) => `${last[0]}.`)].join(' ')
}

export const isUnnamed = (scene: Scene, person: Reachable, place: string | null | undefined): boolean => {
  const account = accountAt(person, place)
  return account === undefined || scene.world.house.capabilities(account.channel).unnamed === true
}

/** The channel as the texts have it; `same`: another chat of the one in which it is said. */
export function whereAt(person: Reachable, place: string | null | undefined, here: string): string {
  const channel = accountAt(person, place)?.channel
  return channel === here ? 'same' : (channel ?? 'other')
}

/** Tells them in that account first, and only if it is lost elsewhere. */
export function tellIn(
  scene: Scene,
  person: Reachable,
  place: string | null | undefined,
  words: (text: Scene['text']) => { text: string } & Saying,
): boolean {
  const first = accountAt(person, place)
  const accounts = first ? [first, ...person.accounts.filter((one) => one !== first)] : []
  return scene.tell({ ...person, accounts }, words)
}
