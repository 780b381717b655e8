// Going on elsewhere: a code adds the account that opens it to whoever gave it, with one yes, where that account is nobody's yet. Everything
// stays where it was, because the conversation is computed from the claim. The first side is told at once, and can cut it off again. Where
// either is more than that, claims, a role, words for others, both are asked (linking.ts).
import { goBack } from './beside.ts'
import { offer } from './learner/ask.ts'
import { firstName } from './learner/view.ts'
import { hearOpener, isOpen, linkFor, openCode } from './linking.ts'
import type { Scene } from './scene.ts'
import { nameAt, tellIn, whereAt } from './whose.ts'
import type { LinkedPerson, Reachable } from './world.ts'

/** As long as a message is still looked at. */
const CUT_SECONDS = 90 * 86400

/** Whose account this shall be; null: the link is over, or they are gone. */
function wanted(scene: Scene): LinkedPerson | null {
  const { link, linked } = scene.world
  return link?.kind === 'channel' && isOpen(scene, link) ? linked : null
}

/** Whoever has claims, a role, words for others or another account is somebody. */
const isSomebody = ({ world, me }: Scene): boolean =>
  world.mine.length > 0 || world.memberships.length > 0 || world.requests.length > 0 || world.tie !== null || me.accounts.length > 1

export function openMove(scene: Scene): void {
  const { link } = scene.world
  // both are asked, and the other side has not answered yet
  if (link?.leadsTo && link.usedBy === scene.me.id && link.subject !== scene.me.id) return openCode(scene)
  if (link?.subject === scene.me.id || (link?.kind === 'channel' && link.usedBy === scene.me.id))
    return goOn(scene, scene.me, scene.text('move-already'))
  const person = wanted(scene)
  if (!person) return void scene.say(scene.text('link-over'))
  if (person.tie || isSomebody(scene)) return openCode(scene)
  const question = scene.text('move-ask', { name: firstName(person.name ?? scene.text('somebody')) })
  offer(scene, { is: 'invite', id: link!.code }, 'join', question, [
    { key: 'yes', label: scene.text('button-yes') },
    { key: 'no', label: scene.text('button-no') },
  ])
}

export function hearMove(scene: Scene, prompt: string, key: string): void {
  // the other question: both are asked
  if (prompt === 'both') return hearOpener(scene, key)
  if (key === 'no') {
    scene.say(scene.text('move-declined'))
    return scene.lookAway()
  }
  const person = wanted(scene)
  if (!person || person.id === scene.me.id || person.tie || isSomebody(scene)) return openMove(scene)
  const { link } = scene.world
  scene.write('Link', { ...link!, usedAt: scene.now, usedBy: person.id })
  const accounts = scene.me.accounts.map((account) => ({ ...account, personId: person.id }))
  for (const account of accounts) scene.write('Account', account)
  scene.audit('accounts joined', person.id)
  tellGiver(scene, person)
  const { claims: _c, tie: _t, newest: _n, ...row } = person
  goOn(scene, { ...row, stoppedAt: null, accounts }, scene.text('move-done'))
  // whoever they seemed to be is nobody any more
  scene.change({ name: null, email: null, focus: null, erasedAt: scene.now })
}

/** Whoever did not mean it reads there that it happened, where, and ends it with one tap. */
function tellGiver(scene: Scene, person: LinkedPerson): void {
  const { link } = scene.world
  const code = scene.fresh()
  scene.write('Link', { ...linkFor(scene, 'added', code, person.id, CUT_SECONDS), place: link!.place ?? null, leadsTo: scene.place })
  const given = link!.place?.split(':')[0] ?? person.accounts[0]?.channel ?? ''
  const channel = whereAt(scene.me, scene.place, given)
  const name = nameAt(scene, scene.me, scene.place)
  tellIn(scene, person, link!.place, (text) => ({
    text: name ? text('move-told', { channel, name }) : text('move-told-nameless', { channel }),
    choices: {
      subject: { is: 'invite', id: code },
      prompt: 'added',
      options: [{ key: 'not-me', label: text('button-not-me'), control: true }],
    },
  }))
}

/** « Ce n’est pas moi » */
export function hearNotMe(scene: Scene): void {
  const { link } = scene.world
  if (link!.subject !== scene.me.id || !link!.leadsTo) return void scene.say(scene.text('link-over'))
  if (!isOpen(scene, link!)) return void scene.say(scene.text('already-noted'), { over: true })
  scene.write('Link', { ...link!, usedAt: scene.now, usedBy: scene.me.id })
  scene.start({ id: `cut-off:${link!.code}`, is: 'cut-off', person: scene.me.id, account: link!.leadsTo })
  scene.say(scene.text('move-cut'))
  goBack(scene, 'again')
}

/** One button that asks again what is missing, whatever that is. */
export function goOn(scene: Scene, person: Reachable, said: string): void {
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
