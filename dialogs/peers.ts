// « Qui sait faire ? »: people of one's own place who agreed to be asked, by badge, by their first name. Nothing else of them is said.
import { MOST_PLEAS } from '../core/model/found.ts'
import { choiceData } from './choice.ts'
import { offer } from './learner/ask.ts'
import type { Heard } from './learner/heard.ts'
import { firstName } from './learner/view.ts'
import { brief, pageKey, pageOf } from './page.ts'
import { sendPlea } from './plea.ts'
import type { Scene } from './scene.ts'
import { isTrainer } from './trainer/decide.ts'
import type { Peer } from './world.ts'

export const peerName = (scene: Scene, name: string | null, text = scene.text.bind(scene)): string =>
  firstName(name ?? '') || text('somebody')

export const badgeTitle = (scene: Scene, badgeId: string): string =>
  scene.of(scene.world.house.catalogue.badge(badgeId)?.badge.name ?? { fr: badgeId, en: badgeId })

/** Who has a page of ours only cannot be told anything. */
const canHear = (scene: Scene, { channels }: Peer): boolean =>
  channels.some((name) => {
    const { chat, letters } = scene.world.house.capabilities(name)
    return chat && !letters
  })

const peersOf = (scene: Scene, badgeId?: string): Peer[] =>
  scene.world.peers.filter((peer) => (badgeId === undefined || peer.badgeId === badgeId) && canHear(scene, peer))

/** `badgeId`: of this badge alone. */
export function whoKnows(scene: Scene, badgeId?: string): void {
  if (!scene.world.sought && scene.need({ peers: true })) return
  const { places } = scene.world
  const menu = [
    { key: 'mine', label: scene.text('button-my-requests') },
    { key: 'new', label: scene.text('button-another-badge') },
  ]
  if (!places.length) return offer(scene, { is: 'self' }, 'menu', scene.text('peers-no-place'), menu)
  if (!peersOf(scene, badgeId).length) {
    if (isTrainer(scene)) return void scene.say(scene.text('trainer-peers-nobody'))
    return offer(scene, { is: 'self' }, 'menu', scene.text('peers-nobody'), menu)
  }
  if (badgeId) listPeople(scene, badgeId)
  else listBadges(scene)
}

function listBadges(scene: Scene, page = 0): void {
  const badges = [...new Set(peersOf(scene).map((peer) => peer.badgeId))]
  const { shown, more } = pageOf(scene, badges, page)
  const titles = shown.map((id) => badgeTitle(scene, id))
  offer(
    scene,
    { is: 'peers', id: '' },
    'b',
    [...titles.map((title, n) => `${n + 1}. ${title}`), scene.text('ask-peers-badge')].join('\n'),
    [...shown.map((key, n) => ({ key, label: brief(titles[n]!), also: [titles[n]!] })), ...more],
  )
}

function listPeople(scene: Scene, badgeId: string, page = 0): void {
  const { shown, more } = pageOf(scene, peersOf(scene, badgeId), page)
  const names = shown.map((peer) => peerName(scene, peer.name))
  const lines = [
    `${badgeTitle(scene, badgeId)}${scene.text('colon')}`,
    ...names.map((name, n) => `${n + 1}. ${name}`),
    scene.text('ask-peers-whom'),
  ]
  offer(scene, { is: 'peers', id: badgeId }, 'w', lines.join('\n'), [
    ...shown.map(({ claim }, n) => ({
      key: claim,
      label: brief(scene.text('peers-ask', { first: names[n]! })),
      also: [names[n]!],
      data: choiceData({ is: 'peer', id: claim }, 'ask', 'y'),
    })),
    ...more,
  ])
}

export function hearPeers(scene: Scene, id: string, prompt: string, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const page = pageKey(heard.key)
  if (prompt === 'b') {
    if (page !== undefined) listBadges(scene, page)
    else whoKnows(scene, heard.key)
    return true
  }
  if (prompt !== 'w') return false
  if (page !== undefined) listPeople(scene, id, page)
  else if (!peersOf(scene, id).some((peer) => peer.claim === heard.key)) return false
  else if (scene.world.peer?.claim !== heard.key) return scene.need({ peer: heard.key })
  else return hearPeer(scene, heard.key, 'ask', heard)
  return true
}

/** « Demander à Awa », and then what is asked. */
export function hearPeer(scene: Scene, id: string, prompt: string, heard: Heard): boolean {
  if (prompt !== 'ask') return false
  if (heard.is === 'option' && heard.key === 'no') {
    scene.say(scene.text('kept'))
    scene.lookAway()
    return true
  }
  const { peer } = scene.world
  if (peer?.claim !== id || !canHear(scene, peer)) {
    // stopped since, or never there for whoever asks
    scene.say(scene.text('peers-gone'))
    scene.lookAway()
  } else if (scene.world.pleasToday >= MOST_PLEAS) {
    scene.say(scene.text('peers-enough', { count: MOST_PLEAS }))
    scene.lookAway()
  } else if (heard.is === 'option') askWhat(scene)
  else sendPlea(scene, peer, heard)
  return true
}

function askWhat(scene: Scene): void {
  const { claim, name } = scene.world.peer!
  const options = [{ key: 'no', label: scene.text('button-not-now'), control: true }]
  offer(scene, { is: 'peer', id: claim }, 'ask', scene.text('ask-peers-what', { first: peerName(scene, name) }), options)
}
