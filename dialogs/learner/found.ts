// « On peut me demander »: whoever holds a badge may be asked for help by people of one place. By a yes of its own to words that say who
// will see what; over at once by one tap or word, and with the badge.
import { isOf } from '../../core/model/found.ts'
import type { Consent } from '../../core/model/rows.ts'
import { isBefore } from '../../core/model/time.ts'
import type { Option } from '../choice.ts'
import type { Scene } from '../scene.ts'
import type { Structure } from '../world.ts'
import { consent } from './answer.ts'
import { offer } from './ask.ts'
import type { Heard } from './heard.ts'

/** Where they may be found for the badge in hand. Undefined: it is not in force, there is no such place, or a trial's badge is not of it. */
function placeFor(scene: Scene): Structure | undefined {
  const { structure, memberships, house } = scene.world
  const { personId, organisationId, issuances, revokedAt, withdrawnAt, expiredAt, validUntil } = scene.pinned
  if (!structure || personId !== scene.me.id || revokedAt || withdrawnAt || expiredAt) return undefined
  if (!issuances.some((i) => i.state === 'issued') || (validUntil && !isBefore(scene.now, validUntil))) return undefined
  const isTheirs = structure.trial
    ? organisationId === structure.organisationId
    : house.catalogue.issuers.some(({ id }) => id === organisationId)
  return isTheirs && isOf(structure.id, scene.me, memberships, scene.pinned) ? structure : undefined
}

const agreed = (scene: Scene): Consent | undefined => scene.pinned.consents.findLast((c) => c.what === 'found' && !c.endedAt)

/** On the card of a badge: under its choices, as none of them leads here by itself. */
export function foundOptions(scene: Scene, text: (key: string) => string): Option[] {
  const place = scene.pinned.personId === scene.me.id ? placeFor(scene) : undefined
  if (!place) return []
  const key = agreed(scene)?.choice === place.id ? 'unfind' : 'find'
  return [{ key, label: text(key === 'find' ? 'button-ask-me' : 'button-ask-me-no-more'), control: true }]
}

const terms = (scene: Scene, { name }: Structure): string => scene.text('ask-found', { structure: name })

/** The words of the question are kept with it: a yes is to them, and to no others. */
export function askFound(scene: Scene): boolean {
  const place = placeFor(scene)
  if (!place) return false
  const asked = terms(scene, place)
  const options = [
    { key: 'no', label: scene.text('button-not-now'), also: ['non'] },
    { key: 'yes', label: scene.text('button-yes'), also: ['oui'] },
  ]
  offer(scene, { is: 'claim', id: scene.pinned.id }, 'found', asked, options, { text: asked })
  return true
}

export function hearFound(scene: Scene, heard: Heard): boolean {
  if (heard.is !== 'option') return false
  const place = placeFor(scene)
  if (heard.key !== 'yes' || !place) {
    if (heard.key === 'yes') return false
    scene.say(scene.text('found-no'))
    scene.lookAway()
    return heard.key === 'no'
  }
  const { focus } = scene
  const here = focus?.subject.is === 'claim' && focus.subject.id === scene.pinned.id && focus.prompt === 'found'
  // they have joined another place since, or changed the language: the yes was to other words
  if (!here || focus.pending?.text !== terms(scene, place)) return askFound(scene)
  if (agreed(scene)?.choice !== place.id) {
    // a yes is for one place: whoever has moved on says where they are found now
    endFound(scene)
    consent(scene, 'found', place.id, focus.pending.text)
    scene.audit('found agreed')
  }
  scene.say(scene.text('found-yes'))
  scene.lookAway()
  return true
}

/** For the badge in hand. */
export function endFound(scene: Scene): boolean {
  const before = agreed(scene)
  if (!before) return false
  scene.record('Consent', { ...before, endedAt: scene.now })
  scene.audit('found ended')
  return true
}

export function stopBeingFound(scene: Scene): boolean {
  scene.say(scene.text(endFound(scene) ? 'found-ended' : 'found-no'))
  scene.lookAway()
  return true
}

/** For every badge, with what they were asked and is still open. Undefined: it must be read first; 0: there was nothing to end. */
export function endAllFound(scene: Scene): number | undefined {
  if (!scene.world.sought && scene.need({ peers: true })) return undefined
  const { agreed: all, pleas } = scene.world
  for (const one of all) {
    if (scene.claim?.id === one.claimId) endFound(scene)
    else scene.write('Consent', { ...one, endedAt: scene.now })
  }
  for (const plea of pleas) scene.write('Plea', { ...plea, words: null, media: null, dueAt: null, endedAt: scene.now })
  // of two turns, one that agrees and one that ends, the second reads again
  if (all.length) scene.change({})
  if (all.length) scene.audit('found ended', scene.me.id)
  return all.length
}
