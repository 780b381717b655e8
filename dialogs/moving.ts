// Going on elsewhere: a link from the browser adds the account that opens it to the same person, with one yes. Everything stays where
// it was, because the conversation is computed from the claim.
import { isBefore } from '../core/model/time.ts'
import { offer } from './learner/ask.ts'
import { firstName } from './learner/view.ts'
import type { Scene } from './scene.ts'
import type { Reachable } from './world.ts'

/** Whose account this shall be; null: the link is over, or they are gone. */
function wanted(scene: Scene): Reachable | null {
  const { link, linked } = scene.world
  const good = link?.kind === 'channel' && !link.usedAt && link.expiresAt && isBefore(scene.now, link.expiresAt)
  return good ? linked : null
}

/** Whoever has claims, roles or requests of their own is somebody: two such people are not put together here. */
const isSomebody = (scene: Scene): boolean =>
  scene.world.mine.length > 0 || scene.world.memberships.length > 0 || scene.world.requests.length > 0

export function openMove(scene: Scene): void {
  const person = wanted(scene)
  const { link } = scene.world
  if (link?.subject === scene.me.id) goOn(scene, scene.me, scene.text('move-already'))
  else if (!person) scene.say(scene.text('link-over'))
  else if (isSomebody(scene)) scene.say(scene.text('move-refused'))
  else
    offer(
      scene,
      { is: 'invite', id: link!.code },
      'join',
      scene.text('move-ask', { name: firstName(person.name ?? scene.text('somebody')) }),
      [
        { key: 'yes', label: scene.text('button-yes') },
        { key: 'no', label: scene.text('button-no') },
      ],
    )
}

export function hearMove(scene: Scene, key: string): void {
  if (key === 'no') {
    scene.say(scene.text('move-declined'))
    return scene.lookAway()
  }
  const person = wanted(scene)
  if (!person || person.id === scene.me.id || isSomebody(scene)) return openMove(scene)
  const { link } = scene.world
  scene.write('Link', { ...link!, usedAt: scene.now, usedBy: person.id })
  const accounts = scene.me.accounts.map((account) => ({ ...account, personId: person.id }))
  for (const account of accounts) scene.write('Account', account)
  scene.audit('accounts joined', person.id)
  goOn(scene, { ...person, stoppedAt: null, accounts }, scene.text('move-done'))
  // whoever they seemed to be is nobody any more
  scene.change({ name: null, email: null, focus: null, erasedAt: scene.now })
}

/** One button that asks again what is missing, whatever that is. */
function goOn(scene: Scene, person: Reachable, said: string): void {
  const choices = { subject: { is: 'self' } as const, prompt: 'moved', options: [{ key: 'yes', label: scene.text('button-continue') }] }
  if (person.id === scene.me.id) scene.say(said, { choices })
  else {
    scene.say(said)
    scene.tell(person, (text) => ({
      text: text('move-go-on', { name: firstName(person.name ?? text('somebody')) }),
      choices: { ...choices, options: [{ key: 'yes', label: text('button-continue') }] },
    }))
  }
}
