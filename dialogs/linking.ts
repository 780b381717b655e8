// One person, several channels: a code that is given in one and opened in another, and a yes on both sides. Whoever opens it is asked whether
// they are who gave it; then whoever gave it is asked whether they are who opened it. So neither a code that somebody overheard nor one that
// was sent as bait makes two people one, and a trainer's or a tutor's role may go along, which both sides read. A « non » of whoever opened it
// tells the other side nothing.
import type { Link } from '../core/model/rows.ts'
import { isBefore, plusSeconds } from '../core/model/time.ts'
import { askBeside, codeIsOver, goBack } from './beside.ts'
import type { Option } from './choice.ts'
import { firstName } from './learner/view.ts'
import { settleTwice } from './linked.ts'
import type { Scene } from './scene.ts'
import { accountAt, isUnnamed, nameAt, tellIn, whereAt } from './whose.ts'
import type { Tie } from './world.ts'

const LINK_SECONDS = 3600
/** After the last moment in which it could be answered. */
const A_MINUTE = 60

export const isOpen = (scene: Scene, link: Link): boolean => {
  const { linked } = scene.world
  const newest = link.kind !== 'channel' || linked?.newest === link.code
  return newest && !link.usedAt && link.expiresAt !== null && isBefore(scene.now, link.expiresAt)
}

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
  place: scene.place,
})

/** « relier » */
export function giveLink(scene: Scene): void {
  const { elsewhere } = scene.world.house
  const code = scene.fresh()
  const links = elsewhere(code, scene.through)
  if (links.length === 0) return void scene.say(scene.text('link-nowhere'))
  scene.write('Link', linkFor(scene, 'both-sides', code, scene.me.id, LINK_SECONDS))
  scene.audit('link asked', scene.me.id)
  scene.say([scene.text('link-given', { count: links.length }), ...links].join('\n'))
  // alone, so that it is copied by one long press: where a link does not open, it is typed as it is
  scene.say([scene.text('link-typed'), code].join('\n'))
}

const yesOrNo = (scene: Scene): Option[] => [
  { key: 'yes', label: scene.text('button-yes') },
  { key: 'no', label: scene.text('button-no') },
]

/** The role that goes along, whoever of the two has it. */
const roleOf = ({ world: { tie, linked } }: Scene): Tie | undefined =>
  (['trainer', 'issuer', 'tutor'] as const).find((role) => tie === role || linked?.tie === role)

/** Somebody opened the code, in a link or typed. */
export function openCode(scene: Scene): void {
  const { link, linked, tie } = scene.world
  if (link!.subject === scene.me.id) return void scene.say(scene.text(link!.usedAt ? 'move-already' : 'link-own'))
  // what became of it stands with the question to the other side
  if (link!.usedAt && link!.usedBy === scene.me.id && link!.leadsTo && scene.need({ code: link!.leadsTo })) return
  if (!linked || !isOpen(scene, link!)) return codeIsOver(scene)
  const { place } = link!
  // a browser is anybody's: whoever is more than themself gives the code, and opens it there
  if (tie && isUnnamed(scene, linked, place)) return refuse(scene)
  const name = nameAt(scene, linked, place)
  const channel = whereAt(linked, place, scene.through)
  const role = roleOf(scene)
  const question = [
    name ? scene.text('link-from', { name, channel }) : scene.text('link-from-nameless', { channel }),
    role ? scene.text('link-role', { role }) : scene.text('link-one'),
    name ? scene.text('link-you', { first: firstName(name) }) : scene.text('link-you-nameless'),
  ]
  askBeside(scene, link!.code, scene.place, yesOrNo(scene), (choices) => scene.say(question.join(' '), { choices }))
}

function refuse(scene: Scene): void {
  scene.say(scene.text('link-from-browser'))
  goBack(scene, 'again')
}

/** What whoever opened it says. */
export function hearOpener(scene: Scene, key: string): void {
  const { link, linked, tie } = scene.world
  if (!linked || link!.subject === scene.me.id || !isOpen(scene, link!)) return openCode(scene)
  if (key !== 'yes') {
    scene.write('Link', { ...link!, usedAt: scene.now })
    scene.say(scene.text('move-declined'))
    return goBack(scene, 'again')
  }
  if (tie && isUnnamed(scene, linked, link!.place)) return refuse(scene)
  const code = scene.fresh()
  scene.write('Link', { ...link!, usedAt: scene.now, usedBy: scene.me.id, leadsTo: code })
  // kept for whoever gave the code: nobody else's yes counts
  const question = linkFor(scene, 'first-side', code, scene.me.id, LINK_SECONDS)
  scene.write('Link', { ...question, usedBy: linked.id, leadsTo: link!.place ?? null })
  scene.start({ id: `code-opened:${code}`, is: 'ask-first-side', person: linked.id, code })
  scene.start({ id: `code-over:${code}`, is: 'code-over', person: scene.me.id, code, at: plusSeconds(question.expiresAt!, A_MINUTE) })
  scene.say(scene.text('link-answer-there'))
  goBack(scene)
}

/** Whoever opened a code opens it again, or starts with the code of the question: how it stands. */
export function openQuestion(scene: Scene): void {
  const { link } = scene.world
  if (link!.usedBy === scene.me.id && link!.subject !== scene.me.id) return askGiver(scene)
  if (link!.subject !== scene.me.id || !isOpen(scene, link!)) return codeIsOver(scene)
  scene.say(scene.text('link-answer-there'))
}

/** Whoever gave the code, when it was opened: in the chat in which they gave it. */
export function askGiver(scene: Scene): void {
  const { link, linked } = scene.world
  if (link?.kind !== 'first-side' || link.usedBy !== scene.me.id || !linked || linked.id === scene.me.id || !isOpen(scene, link)) return
  const { me } = scene
  const given = accountAt(me, link.leadsTo)
  const account = given && !given.unreachableAt ? given : me.accounts.find((one) => !one.unreachableAt)
  if (!account) return
  const name = nameAt(scene, linked, link.place)
  const channel = whereAt(linked, link.place, account.channel)
  const role = roleOf(scene)
  const question = [
    name ? scene.text('link-opened', { name, channel }) : scene.text('link-opened-nameless', { channel }),
    ...(role ? [scene.text('link-role', { role })] : []),
    scene.text('link-you-nameless'),
  ]
  const place = `${account.channel}:${account.externalId}`
  askBeside(scene, link.code, place, yesOrNo(scene), (choices) => scene.sayIn(account, question.join(' '), { choices }))
}

/** What whoever gave it says: only now the two become one. */
export function hearGiver(scene: Scene, key: string): void {
  const { link, linked } = scene.world
  if (link!.usedBy !== scene.me.id) return codeIsOver(scene)
  // each opened the code of the other, and the other way round was faster
  if (link!.subject === scene.me.id) {
    scene.say(scene.text('move-already'))
    return goBack(scene, 'again')
  }
  if (link!.usedAt) return void scene.say(scene.text('already-noted'), { over: true })
  if (!linked || !isOpen(scene, link!) || (linked.tie && isUnnamed(scene, scene.me, link!.leadsTo))) return codeIsOver(scene)
  if (key !== 'no') return settleTwice(scene, linked, key)
  scene.write('Link', { ...link!, usedAt: scene.now })
  tellIn(scene, linked, link!.place, (text) => ({ text: text('link-said-no') }))
  scene.say(scene.text('move-declined'))
  goBack(scene, 'again')
}

/** Nobody has answered in time: whoever opened the code hears of it. */
export function codeOver(scene: Scene): void {
  const { link } = scene.world
  if (link?.kind !== 'first-side' || link.subject !== scene.me.id || link.usedAt || isOpen(scene, link)) return
  scene.write('Link', { ...link, usedAt: scene.now })
  const account = accountAt(scene.me, link.place)
  if (account) scene.sayIn(account, scene.text('link-no-answer'))
}
