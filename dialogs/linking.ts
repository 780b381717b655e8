// One person, several channels: a code that is given in one and opened in another, and a yes on both sides. Whoever opens it is asked whether
// they are who gave it; then whoever gave it is asked whether they are who opened it. So neither a code that somebody overheard nor one that
// was sent as bait makes two people one, and a trainer's or a tutor's role may go along. A « non » ends it and tells the other side nothing.
import type { Link } from '../core/model/rows.ts'
import { sending } from '../core/model/status.ts'
import { isBefore, plusSeconds } from '../core/model/time.ts'
import type { Option } from './choice.ts'
import { offer } from './learner/ask.ts'
import { firstName } from './learner/view.ts'
import { goOn } from './moving.ts'
import type { Scene } from './scene.ts'
import type { LinkedPerson, Reachable } from './world.ts'

const LINK_SECONDS = 3600

const isOpen = (scene: Scene, link: Link): boolean => !link.usedAt && link.expiresAt !== null && isBefore(scene.now, link.expiresAt)

/** What a new link is like that nobody has used. */
export const linkFor = (scene: Scene, kind: Link['kind'], code: string, subject: string, seconds: number): Link => ({
  code,
  kind,
  subject,
  structureId: null,
  name: null,
  createdAt: scene.now,
  expiresAt: plusSeconds(scene.now, seconds),
  usedAt: null,
  usedBy: null,
})

/** « relier » */
export function giveLink(scene: Scene): void {
  const { elsewhere } = scene.world.house
  const code = scene.fresh()
  const links = elsewhere(code, scene.through)
  if (links.length === 0) return void scene.say(scene.text('link-nowhere'))
  scene.write('Link', linkFor(scene, 'both-sides', code, scene.me.id, LINK_SECONDS))
  scene.audit('link asked', scene.me.id)
  scene.say([scene.text('link-given'), ...links].join('\n'))
  // alone, so that it is copied by one long press: where a link does not open, it is typed as it is
  scene.say([scene.text('link-typed'), code].join('\n'))
}

const yesOrNo = (scene: Scene): Option[] => [
  { key: 'yes', label: scene.text('button-yes') },
  { key: 'no', label: scene.text('button-no') },
]

/** As the platform says it: « Awa D. »; what somebody calls themselves in the chat could be anybody's name. */
function shortName(scene: Scene, person: Reachable): string {
  const [first, ...more] = (person.accounts[0]?.profileName ?? person.name ?? scene.text('somebody')).trim().split(/\s+/)
  return [first, ...more.slice(-1).map((last) => `${last[0]}.`)].join(' ')
}

/** A browser that was nobody's has no name yet. */
const isNamed = (person: Reachable): boolean => Boolean(person.accounts[0]?.profileName ?? person.name)

const placeOf = (person: Reachable): string => person.accounts[0]?.channel ?? 'browser'

/** Somebody opened the code, in a link or typed. */
export function openCode(scene: Scene): void {
  const { link, linked } = scene.world
  if (link!.subject === scene.me.id) return void scene.say(scene.text(link!.usedAt ? 'move-already' : 'link-own'))
  if (link!.usedAt && link!.usedBy === scene.me.id) return void scene.say(scene.text('link-answer-there'))
  if (!linked || !isOpen(scene, link!)) return void scene.say(scene.text('link-code-over'))
  const hasRole = scene.world.memberships.some(({ role }) => role !== 'learner')
  const name = shortName(scene, linked)
  const question = scene.text(hasRole ? 'link-ask-role' : 'link-ask', { name, channel: placeOf(linked), first: firstName(name) })
  offer(scene, { is: 'invite', id: link!.code }, 'both', question, yesOrNo(scene))
}

/** What whoever opened it says. */
export function hearOpener(scene: Scene, key: string): void {
  const { link, linked } = scene.world
  if (!linked || link!.subject === scene.me.id || !isOpen(scene, link!)) return openCode(scene)
  scene.lookAway()
  if (key !== 'yes') {
    scene.write('Link', { ...link!, usedAt: scene.now })
    return void scene.say(scene.text('move-declined'))
  }
  scene.write('Link', { ...link!, usedAt: scene.now, usedBy: scene.me.id })
  const code = scene.fresh()
  // kept for whoever gave the code: nobody else's yes counts
  scene.write('Link', { ...linkFor(scene, 'first-side', code, scene.me.id, LINK_SECONDS), usedBy: linked.id })
  scene.start({ id: `code-opened:${code}`, is: 'ask-first-side', person: linked.id, code })
  scene.say(scene.text('link-answer-there'))
}

/** Whoever gave the code, when it was opened. */
export function askGiver(scene: Scene): void {
  const { link, linked } = scene.world
  if (link?.kind !== 'first-side' || link.usedBy !== scene.me.id || !linked || !isOpen(scene, link)) return
  const question = scene.text(isNamed(linked) ? 'link-opened' : 'link-opened-nameless', {
    name: shortName(scene, linked),
    channel: placeOf(linked),
  })
  offer(scene, { is: 'invite', id: link.code }, 'both', question, yesOrNo(scene))
}

/** What whoever gave it says: only now the two become one. */
export function hearGiver(scene: Scene, key: string): void {
  const { link, linked } = scene.world
  if (link!.usedBy !== scene.me.id) return void scene.say(scene.text('link-code-over'))
  if (link!.usedAt) return void scene.say(scene.text('already-noted'), { over: true })
  if (!linked || !isOpen(scene, link!)) return void scene.say(scene.text('link-code-over'))
  if (key === 'no') {
    scene.write('Link', { ...link!, usedAt: scene.now })
    scene.lookAway()
    return goOn(scene, scene.me, scene.text('move-declined'))
  }
  const { drafts, sent } = twice(scene, linked)
  const named = (ids: string[]) =>
    ids.map((id) => scene.of(scene.world.house.catalogue.badge(id)?.badge.name ?? { fr: id, en: id })).join(', ')
  if (sent.length > 0) {
    scene.write('Link', { ...link!, usedAt: scene.now })
    scene.lookAway()
    return void scene.say(scene.text('link-sent-twice', { badge: named(sent) }))
  }
  const place = { channel: placeOf(linked) }
  if (drafts.length > 0 && key !== 'here' && key !== 'there')
    return offer(scene, { is: 'invite', id: link!.code }, 'both', scene.text('link-which', { badge: named(drafts), ...place }), [
      { key: 'here', label: scene.text('button-keep-here'), also: ['ici', 'here'] },
      { key: 'there', label: scene.text('button-keep-in', place), also: [placeOf(linked), 'là-bas', 'there'] },
    ])
  scene.write('Link', { ...link!, usedAt: scene.now })
  scene.audit('people joined', linked.id)
  const from = linked.id
  scene.start({
    id: `join:${link!.code}`,
    is: 'join-people',
    kept: scene.me.id,
    from,
    drafts: key === 'there' ? 'from' : 'kept',
    both: true,
  })
  scene.say(scene.text('move-noted'))
  scene.lookAway()
}

/** The badges of two drafts, and those that both sent. */
function twice(scene: Scene, other: LinkedPerson): { drafts: string[]; sent: string[] } {
  const here = scene.world.mine.filter((claim) => !claim.withdrawnAt)
  const same = other.claims.flatMap((there) => here.filter((claim) => claim.badgeId === there.badgeId).map((claim) => ({ claim, there })))
  const badges = (which: typeof same) => [...new Set(which.map(({ there }) => there.badgeId))]
  return {
    drafts: badges(same.filter(({ claim, there }) => !sending(claim) && !there.sent)),
    sent: badges(same.filter(({ claim, there }) => sending(claim) && there.sent)),
  }
}

/** The two are one: said on both sides, which are in one hand. */
export function linked(scene: Scene, { done, voided }: { done: boolean; voided?: number }): void {
  if (!done) return void scene.say(scene.text('link-not-done'))
  if (voided) scene.say(scene.text('link-own-word'))
  scene.sayEverywhere(scene.text('move-go-on', { name: firstName(scene.me.name ?? scene.text('somebody')) }), {
    choices: { subject: { is: 'self' }, prompt: 'moved', options: [{ key: 'yes', label: scene.text('button-continue') }] },
  })
}

/** A badge that is there already is not ours to take back: its trainers weigh it. */
export function tellOwnWord(scene: Scene): void {
  for (const trainer of scene.world.trainers)
    if (trainer.id !== scene.me.id)
      scene.tell(trainer, (text) => ({
        text: text('trainer-own-word', { learner: scene.me.name ?? text('somebody'), badge: scene.badgeName() }),
      }))
}
