// A request for help, from one to another through the bot, in the shape of a hand-over: words and voices as they came, and « Répondre ». Who
// rests is not disturbed: it waits for the morning. Between the two it is first names, until whoever was asked wants no more of it.
import type { Plea } from '../core/model/rows.ts'
import { awakeFrom, isQuiet } from '../core/model/quietHours.ts'
import { isBefore, plusSeconds } from '../core/model/time.ts'
import { zoneOf } from '../core/model/timeZones.ts'
import { choiceData } from './choice.ts'
import type { Heard } from './learner/heard.ts'
import { endAllFound } from './learner/found.ts'
import { badgeTitle, peerName } from './peers.ts'
import type { Saying, Scene } from './scene.ts'
import type { Peer, Reachable, World } from './world.ts'

type Told = Exclude<Heard, { is: 'option' }>

export function sendPlea(scene: Scene, peer: Peer & { person: Reachable }, heard: Told): void {
  const zone = zoneOf(peer.person, peer.place, scene.world.house.timeZone)
  const dueAt = awakeFrom(scene.now, zone)
  const waits = isBefore(scene.now, dueAt)
  const words = heard.is === 'words' ? heard.text : (heard.media.caption ?? null)
  const media = heard.is === 'media' ? heard.media.media : null
  const first = peerName(scene, peer.name)
  const plea: Plea = {
    id: scene.freshUuid(),
    personId: scene.me.id,
    claimId: peer.claim,
    words: waits ? words : null,
    media: waits ? media : null,
    at: scene.now,
    through: scene.through,
    dueAt: waits ? dueAt : null,
    toldAt: waits ? null : scene.now,
    answeredAt: null,
    endedAt: null,
  }
  const told = waits || scene.tell(peer.person, (text) => asked(scene, { ...plea, words, media }, scene.me, peer.badgeId, text))
  if (told) {
    scene.write('Plea', plea)
    scene.audit('help asked', plea.id)
  }
  scene.say(scene.text(!told ? 'handover-unreachable' : waits ? 'peers-waits' : 'peers-sent', !told ? { name: first } : { first }))
  scene.lookAway()
}

/** As whoever is asked reads it. Its first button is the hand-over's, so that a reply to the message goes the same way. */
function asked(scene: Scene, plea: Plea, asker: Reachable, badgeId: string, text: Scene['text']): { text: string } & Saying {
  const words = plea.words ?? ''
  const args = { first: peerName(scene, asker.name, text), badge: badgeTitle(scene, badgeId), words }
  return {
    text: text(words ? 'peers-asks' : 'peers-asks-so', words ? args : { first: args.first, badge: args.badge }),
    attachments: plea.media ? [{ is: 'relay', media: plea.media }] : [],
    choices: {
      subject: { is: 'plea', id: plea.id },
      prompt: 'asked',
      options: [
        { key: 'talk', label: text('button-reply'), data: choiceData({ is: 'handover', id: asker.id }, 'talk', 'talk') },
        { key: 'later', label: text('button-later') },
        { key: 'enough', label: text('button-ask-me-no-more') },
      ],
    },
  }
}

/** It is morning. What was agreed may be over by now: then whoever asked is told. */
export function pleaDue(scene: Scene): void {
  const { plea, peer, house } = scene.world
  if (!plea?.dueAt || plea.endedAt || isBefore(scene.now, plea.dueAt)) return
  const row = { ...rowOf(plea), words: null, media: null, dueAt: null }
  if (!peer || plea.asker.erasedAt) {
    scene.write('Plea', { ...row, endedAt: scene.now })
    tellGone(scene, plea.asker)
    return
  }
  const zone = zoneOf(scene.me, peer.place, house.timeZone)
  // they have come to another zone since
  if (isQuiet(scene.now, zone)) return scene.write('Plea', { ...rowOf(plea), dueAt: awakeFrom(scene.now, zone) })
  const { text, ...saying } = asked(scene, plea, plea.asker, plea.badgeId, scene.text.bind(scene))
  scene.say(text, saying)
  scene.write('Plea', { ...row, toldAt: scene.now })
}

export function hearPlea(scene: Scene, id: string, heard: Heard): boolean {
  const { plea } = scene.world
  if (heard.is !== 'option' || plea?.id !== id || plea.holder !== scene.me.id || !plea.toldAt || plea.endedAt) return false
  if (heard.key === 'later') scene.say(scene.text('peers-later'))
  else if (heard.key === 'enough') {
    if (endAllFound(scene) === undefined) return true
    scene.write('Plea', { ...rowOf(plea), endedAt: scene.now })
    scene.say(scene.text('found-ended-all'))
    tellGone(scene, plea.asker)
  } else return false
  return true
}

const tellGone = (scene: Scene, asker: Reachable): boolean => scene.tell(asker, (text) => ({ text: text('peers-gone') }))

const rowOf = ({ asker: _asker, holder: _holder, badgeId: _badge, ...row }: NonNullable<World['plea']>): Plea => row

/** Whoever was asked for help rests: what is written now waits for a better hour, unless they wrote themselves a moment ago. */
export function mayWrite(scene: Scene, other: Reachable & { plea?: Plea }): boolean {
  const { plea } = other
  if (plea?.personId !== scene.me.id) return true
  if (plea.answeredAt && isBefore(scene.now, plusSeconds(plea.answeredAt, 3600))) return true
  return !isQuiet(scene.now, zoneOf(other, scene.world.structure, scene.world.house.timeZone))
}
