// Both sides said yes. What both have of one badge is settled first; then a job makes them one (core/data/joinPeople.ts), and everybody whom
// it concerns hears what became of it.
import { sending } from '../core/model/status.ts'
import { askBeside, goBack } from './beside.ts'
import { choiceData } from './choice.ts'
import { asksNobody } from './learner/claims.ts'
import { askAnother } from './learner/send.ts'
import { firstName } from './learner/view.ts'
import type { Scene } from './scene.ts'
import { tellIn, whereAt } from './whose.ts'
import type { LinkedPerson, Summary } from './world.ts'

/** A badge that both have: what becomes of the two. */
type Twice = { badge: string; here: Summary; there: LinkedPerson['claims'][number] }

const isSent = ({ here }: Twice) => sending(here) !== undefined
const isDraftHere = (one: Twice) => !isSent(one) && !one.here.issued
const isDraftThere = ({ there }: Twice) => !there.sent && !there.issued

const named = (scene: Scene, which: Twice[]): string =>
  [...new Set(which.map(({ badge }) => badge))]
    .map((id) => scene.of(scene.world.house.catalogue.badge(id)?.badge.name ?? { fr: id, en: id }))
    .join(', ')

/** `key`: the yes of whoever gave the code, or which of two drafts they keep. */
export function settleTwice(scene: Scene, other: LinkedPerson, key: string): void {
  const link = scene.world.link!
  const mine = scene.world.mine.filter((claim) => !claim.withdrawnAt)
  const twice = other.claims.flatMap((there) =>
    mine.filter(({ badgeId }) => badgeId === there.badgeId).map((here) => ({ badge: there.badgeId, here, there })),
  )
  // a badge that is there stays, on both sides too
  const inTheWay = twice.filter((one) => isSent(one) && one.there.sent && !one.here.issued && !one.there.issued)
  if (inTheWay.length > 0) return stop(scene, other, inTheWay)
  const drafts = twice.filter((one) => isDraftHere(one) && isDraftThere(one))
  if (drafts.length > 0 && key !== 'here' && key !== 'there') {
    const channel = whereAt(other, link.place, scene.through)
    const options = [
      { key: 'here', label: scene.text('button-keep-here'), also: ['ici', 'here'] },
      { key: 'there', label: scene.text('button-keep-in', { channel }), also: [channel, 'là-bas', 'there'] },
    ]
    const question = scene.text('link-which', { badge: named(scene, drafts) })
    return askBeside(scene, link.code, scene.place, options, (choices) => scene.say(question, { choices }))
  }
  const gone = twice.filter((one) => isDraftHere(one) !== isDraftThere(one))
  scene.write('Link', { ...link, usedAt: scene.now })
  scene.audit('people joined', other.id)
  const from = key === 'there'
  scene.start({ id: `join:${link.code}`, is: 'join-people', kept: scene.me.id, from: other.id, drafts: from ? 'from' : 'kept', both: true })
  if (gone.length > 0) {
    scene.say(scene.text('link-draft-gone', { badge: named(scene, gone) }))
    tellIn(scene, other, link.place, (text) => ({ text: text('link-draft-gone', { badge: named(scene, gone) }) }))
  }
  scene.say(scene.text('move-noted'))
  goBack(scene)
  const dropped = [...(from ? drafts : []), ...gone.filter(isDraftHere)]
  const { focus } = scene
  if (focus?.subject.is === 'claim' && dropped.some(({ here }) => here.id === scene.pinned.id)) scene.lookAway()
}

/** Two that were sent stay two until one of them is withdrawn, here or there, while that can be done. */
function stop(scene: Scene, other: LinkedPerson, twice: Twice[]): void {
  const link = scene.world.link!
  scene.write('Link', { ...link, usedAt: scene.now })
  const here = twice.find((one) => !one.here.left)
  const key = here ? 'link-sent-twice' : twice.some(({ there }) => !there.left) ? 'link-sent-twice-there' : 'link-sent-twice-wait'
  const options = here
    ? [{ key: 'y', label: scene.text('button-see'), data: choiceData({ is: 'claim', id: here.here.id }, 'show', 'y') }]
    : []
  scene.say(
    scene.text(key, { badge: named(scene, twice) }),
    options.length ? { choices: { subject: { is: 'self' }, prompt: 'mine', options } } : {},
  )
  tellIn(scene, other, link.place, (text) => ({ text: text('link-sent-twice-other', { badge: named(scene, twice) }) }))
  goBack(scene)
}

/** The two are one: said on both sides, which are in one hand. Or they could not become one, which each of them hears. */
export function linked(scene: Scene, done: boolean): void {
  if (!done) return void scene.say(scene.text('link-not-done'))
  scene.sayEverywhere(scene.text('move-go-on', { name: firstName(scene.me.name ?? scene.text('somebody')) }), {
    choices: { subject: { is: 'self' }, prompt: 'moved', options: [{ key: 'yes', label: scene.text('button-continue') }] },
  })
}

/** A word for oneself counts no more, and the claim goes on: somebody else can be asked. Whoever had only been asked is just asked no more. */
export function ownWordVoid(scene: Scene, given: boolean): void {
  const { focus, pinned } = scene
  if (pinned.withdrawnAt || !sending(pinned) || scene.me.stoppedAt) return
  const asks = asksNobody(scene)
  if (given) {
    const options = asks ? [{ key: 'ask', label: scene.text('button-ask-another') }] : []
    const choices = { subject: { is: 'claim', id: pinned.id } as const, prompt: 'card', options }
    return scene.sayEverywhere(scene.text('link-own-word', { badge: scene.badgeName() }), asks ? { choices } : {})
  }
  if (!asks) return
  askAnother(scene)
  if (focus) scene.look(focus.subject, focus.prompt, focus)
}

/** A badge that is there already is not ours to take back: its trainers weigh it. */
export function tellOwnWord(scene: Scene): void {
  for (const trainer of scene.world.trainers)
    if (trainer.id !== scene.me.id)
      scene.tell(trainer, (text) => ({
        text: text('trainer-own-word', { learner: scene.me.name ?? text('somebody'), badge: scene.badgeName() }),
      }))
}
