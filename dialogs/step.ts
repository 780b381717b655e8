// The dialog: (world, event) → changes. Pure, synchronous, total.
import type { Need, Stepped } from './changes.ts'
import type { Event } from './event.ts'
import { fillBackpack, openBackpack } from './learner/backpack.ts'
import { askAboutEdit } from './learner/correct.ts'
import { shareBadge } from './learner/share.ts'
import { meetSender } from './learner/welcome.ts'
import { arrive, arrives, startListed } from './listed.ts'
import { hearMedia, hearText, repeatAfterAside } from './listen.ts'
import { occur } from './news.ts'
import { Scene } from './scene.ts'
import { answerGroup, keepTimeZone, reachable, refreshAccount } from './sender.ts'
import { start } from './start.ts'
import { endCode, makeCodeOnPage } from './trainer/claimCode.ts'
import { decideOnPage, lookOnPage } from './trainer/decide.ts'
import { hearTap } from './tap.ts'
import { bind, closed } from './tutor/request.ts'
import { noMoreLetters } from './tutor/letter.ts'
import { isStop, noteProof, turnToRequest } from './tutor/reply.ts'
import { hearForm, hearSettle } from './tutor/verdict.ts'
import type { Inbound } from './vocabulary.ts'
import { command } from './words.ts'
import type { World } from './world.ts'

/** `had`: what an earlier step of this turn needed, and what the world was then read with. */
export function step(world: World, event: Event, had: Need = {}): Stepped {
  const scene = new Scene(world, event, had)
  if ('about' in event) occur(scene, event.about)
  else receive(scene, event)
  return scene.changes()
}

function receive(scene: Scene, inbound: Inbound): void {
  const { from, event } = inbound
  if (from.place === 'group') return answerGroup(scene, inbound)
  const isNew = scene.world.me === null
  if (event.is === 'reachable') return isNew ? undefined : reachable(scene, inbound, event.reachable)
  // a page that a known trainer opened from their chat: nothing is learnt of where they write from
  if (event.is === 'decide') return isNew ? undefined : decideOnPage(scene, event)
  if (event.is === 'look') return isNew ? undefined : lookOnPage(scene, event.claim)
  if (event.is === 'make-code') return isNew ? undefined : makeCodeOnPage(scene, event)
  if (event.is === 'end-code') return isNew ? undefined : endCode(scene, event.id)
  if (isNew) meetSender(scene, from)
  else if (arrives(scene)) {
    arrive(scene, from)
    // also where a button carries the code: the link is used up by whoever it made that person
    if (event.is === 'choice') return startListed(scene)
  } else refreshAccount(scene, inbound)
  keepTimeZone(scene, from)
  if (scene.me.stoppedAt && !(event.is === 'text' && command(event.text) === 'stop')) scene.change({ stoppedAt: null })

  const { request } = inbound
  if (request && (event.is === 'text' || event.is === 'other')) {
    if (event.is === 'text' && (command(event.text) === 'stop' || isStop(event.text))) return noMoreLetters(scene)
    if (!turnToRequest(scene, { ...inbound, request })) return
  }

  switch (event.is) {
    case 'start':
      return start(scene, event.code)
    case 'text':
      return hearText(scene, inbound, event.text)
    case 'choice':
      return hearTap(scene, event.data)
    case 'media':
      return hearMedia(scene, inbound, event)
    case 'edited':
      if (!askAboutEdit(scene, inbound.messageId ?? '', event.text)) scene.say(scene.text('edit-not-taken'))
      return
    case 'other':
      scene.say(scene.text('other-kind'))
      return repeatAfterAside(scene)
    case 'verdict':
    case 'settle': {
      const id = scene.world.link?.kind === 'endorse' ? scene.world.link.subject : ''
      const found = scene.claim?.endorsements.find((e) => e.id === id)
      if (!found || found.settledAt) return
      const why = closed(scene, found)
      if (why) return scene.audit(`request refused ${why.replace('tutor-', '')}`, id)
      if (event.is === 'settle') {
        hearSettle(scene, id, { is: 'option', key: event.how })
        return
      }
      if (!found.endorserId) bind(scene, found)
      if (request) noteProof(scene, request)
      return hearForm(scene, id, event)
    }
    case 'unwanted':
      return noMoreLetters(scene)
    case 'share':
      if (scene.claim) shareBadge(scene, event.share)
      return
    case 'backpack':
      // whoever holds the link of a claim is its learner
      if (scene.claim?.personId !== scene.me.id) return
      if ('open' in event.change) openBackpack(scene, event.change.open)
      else fillBackpack(scene, event.change.items)
      return
    default:
      return event satisfies never
  }
}
