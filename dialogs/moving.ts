// Going on elsewhere: a link from the browser adds the account that opens it to the same person, with one yes. Everything stays where
// it was, because the conversation is computed from the claim. Somebody who has claims here already becomes one person with whoever claims
// there: a job does that (core/data/joinPeople.ts), because it moves all that the other has.
import { sending } from '../core/model/status.ts'
import { isBefore } from '../core/model/time.ts'
import { offer } from './learner/ask.ts'
import { firstName } from './learner/view.ts'
import type { Scene } from './scene.ts'
import type { LinkedPerson, Reachable } from './world.ts'

/** Whose account this shall be; null: the link is over, or they are gone. */
function wanted(scene: Scene): LinkedPerson | null {
  const { link, linked } = scene.world
  const good = link?.kind === 'channel' && !link.usedAt && link.expiresAt && isBefore(scene.now, link.expiresAt)
  return good ? linked : null
}

/** Whoever has claims, roles or requests of their own is somebody. */
const isSomebody = (scene: Scene): boolean =>
  scene.world.mine.length > 0 || scene.world.memberships.length > 0 || scene.world.requests.length > 0

/** What both have begun: the badges of two drafts. Null: they cannot become one person by a tap. */
function shared(scene: Scene, other: LinkedPerson): string[] | null {
  const { mine, memberships, requests } = scene.world
  // a link may come from anybody: nobody hands their role, or what they are asked to confirm, to a browser by one tap
  if (other.tied || requests.length > 0 || memberships.some(({ role }) => role !== 'learner')) return null
  const here = mine.filter((claim) => !claim.withdrawnAt)
  const same = other.claims.flatMap((there) => here.filter((claim) => claim.badgeId === there.badgeId).map((claim) => ({ claim, there })))
  if (same.some(({ claim, there }) => sending(claim) && there.sent)) return null
  return [...new Set(same.filter(({ claim, there }) => !sending(claim) && !there.sent).map(({ there }) => there.badgeId))]
}

export function openMove(scene: Scene): void {
  const person = wanted(scene)
  const { link } = scene.world
  if (link?.subject === scene.me.id || (link?.kind === 'channel' && link.usedBy === scene.me.id))
    return goOn(scene, scene.me, scene.text('move-already'))
  if (!person) return void scene.say(scene.text('link-over'))
  const both = isSomebody(scene)
  if (both && !shared(scene, person)) return void scene.say(scene.text('move-refused'))
  const question = scene.text(both ? 'move-ask-both' : 'move-ask', { name: firstName(person.name ?? scene.text('somebody')) })
  offer(scene, { is: 'invite', id: link!.code }, 'join', question, [
    { key: 'yes', label: scene.text('button-yes') },
    { key: 'no', label: scene.text('button-no') },
  ])
}

export function hearMove(scene: Scene, key: string): void {
  if (key === 'no') {
    scene.say(scene.text('move-declined'))
    return scene.lookAway()
  }
  const person = wanted(scene)
  if (!person || person.id === scene.me.id) return openMove(scene)
  if (isSomebody(scene)) return becomeOne(scene, person, key)
  const { link } = scene.world
  scene.write('Link', { ...link!, usedAt: scene.now, usedBy: person.id })
  const accounts = scene.me.accounts.map((account) => ({ ...account, personId: person.id }))
  for (const account of accounts) scene.write('Account', account)
  scene.audit('accounts joined', person.id)
  // whoever did not mean it reads there that it happened
  scene.tell(person, (text) => ({ text: text('move-told') }))
  const { claims: _c, tied: _t, ...row } = person
  goOn(scene, { ...row, stoppedAt: null, accounts }, scene.text('move-done'))
  // whoever they seemed to be is nobody any more
  scene.change({ name: null, email: null, focus: null, erasedAt: scene.now })
}

/** Two who both have claims: which of two drafts of one badge stays is asked, everything else is kept. */
function becomeOne(scene: Scene, person: LinkedPerson, key: string): void {
  const twice = shared(scene, person)
  if (!twice) return openMove(scene)
  const { link } = scene.world
  if (twice.length > 0 && key !== 'here' && key !== 'there') {
    const badge = twice.map((id) => scene.of(scene.world.house.catalogue.badge(id)?.badge.name ?? { fr: id, en: id })).join(', ')
    return offer(scene, { is: 'invite', id: link!.code }, 'join', scene.text('move-which', { badge }), [
      { key: 'here', label: scene.text('button-keep-here'), also: ['ici', 'here'] },
      { key: 'there', label: scene.text('button-keep-there'), also: ['navigateur', 'browser'] },
    ])
  }
  scene.write('Link', { ...link!, usedAt: scene.now, usedBy: scene.me.id })
  // where they said so is where they are told
  const place = scene.me.accounts.find(({ channel }) => channel === scene.through)
  if (place) scene.account({ ...place, seenAt: scene.now })
  scene.audit('people joined', person.id)
  scene.start({
    id: `join:${link!.code}`,
    is: 'join-people',
    kept: scene.me.id,
    from: person.id,
    drafts: key === 'there' ? 'from' : 'kept',
  })
  scene.say(scene.text('move-noted'))
  scene.lookAway()
}

/** The job has come back. */
export function joined(scene: Scene, done: boolean): void {
  if (done) goOn(scene, scene.me, scene.text('move-go-on', { name: firstName(scene.me.name ?? scene.text('somebody')) }))
  else scene.say(scene.text('move-refused'))
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
