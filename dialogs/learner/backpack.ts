// « Mon sac »: the badges that somebody shows, together, at one address. Opened by their own yes, closed at once by a word. What is in it
// is what is shared already: opening it makes no badge public.
import type { Backpack, BackpackItem } from '../../core/model/rows.ts'
import type { Scene } from '../scene.ts'
import { offer } from './ask.ts'
import type { Heard } from './heard.ts'

const here = (scene: Scene): Backpack => scene.backpack ?? { personId: scene.me.id, token: scene.fresh(), sharedAt: null, items: null }

/** Where badges are chosen and put in order: a page of theirs, when a claim of theirs is in hand. */
const chooseAt = (scene: Scene): string[] =>
  scene.claim?.personId === scene.me.id ? [scene.text('backpack-choose'), `${scene.world.house.publicUrl}/c/${scene.claim.token}/sac`] : []

export function showBackpack(scene: Scene): void {
  const { mine } = scene.world
  const { backpack } = scene
  const another = { key: 'mine', label: scene.text('button-my-requests') }
  if (backpack?.sharedAt) {
    const lines = [scene.text('backpack-is-open'), `${scene.world.house.publicUrl}/sac/${backpack.token}`, ...chooseAt(scene)]
    return offer(scene, { is: 'self' }, 'backpack', lines.join('\n'), [
      { key: 'close', label: scene.text('button-close-backpack') },
      another,
    ])
  }
  if (!mine.some((claim) => claim.shared)) {
    const text = scene.text(mine.some((claim) => claim.issued) ? 'backpack-nothing-shared' : 'backpack-empty')
    return offer(scene, { is: 'self' }, 'menu', text, [another, { key: 'new', label: scene.text('button-another-badge') }])
  }
  offer(scene, { is: 'self' }, 'backpack', scene.text('ask-backpack'), [
    { key: 'no', label: scene.text('button-not-now'), also: ['non'] },
    { key: 'open', label: scene.text('button-show-backpack'), also: ['oui'] },
  ])
}

export function hearBackpack(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  if (heard.key === 'open') openBackpack(scene, true)
  else if (heard.key === 'close') openBackpack(scene, false)
  else if (heard.key === 'no') {
    scene.say(scene.text('backpack-not-open'))
    scene.lookAway()
  } else return false
  return true
}

export function openBackpack(scene: Scene, open: boolean): void {
  const backpack = here(scene)
  if (!open && !backpack.sharedAt) return void scene.say(scene.text('backpack-not-open'))
  // whoever had the address before it was closed does not have this one
  const token = open && !backpack.sharedAt ? scene.fresh() : backpack.token
  keep(
    scene,
    { ...backpack, token, sharedAt: open ? (backpack.sharedAt ?? scene.now) : null },
    open ? 'backpack opened' : 'backpack closed',
  )
  if (open) scene.say([scene.text('backpack-open'), `${scene.world.house.publicUrl}/sac/${token}`, ...chooseAt(scene)].join('\n'))
  else scene.say(scene.text('backpack-closed'))
  scene.lookAway()
}

/** Chosen and put in order on the page, which shows what came of it. */
export function fillBackpack(scene: Scene, items: BackpackItem[]): void {
  const own = new Set(scene.world.mine.map((claim) => claim.id))
  keep(scene, { ...here(scene), items: items.filter((item) => 'imported' in item || own.has(item.claim)) }, 'backpack filled')
}

function keep(scene: Scene, backpack: Backpack, action: string): void {
  scene.backpack = backpack
  scene.write('Backpack', backpack)
  scene.audit(action, scene.me.id)
}
