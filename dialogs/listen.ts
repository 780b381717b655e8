// Words and pictures: what they mean depends on what is being talked about just now.
import { codeIn } from './codeIn.ts'
import { secondsBetween } from '../core/model/time.ts'
import { optionNamed, optionOf, parseChoice } from './choice.ts'
import { greet, obey, promptOf } from './commands.ts'
import { isBeside } from './focus.ts'
import { hearHandover, passOn } from './handover.ts'
import { hearFocus, isAsked, optionsNow, turnTo } from './inFocus.ts'
import { appendTo } from './learner/answer.ts'
import { ask, offer } from './learner/ask.ts'
import { gather, takeMedia } from './learner/evidence.ts'
import type { Heard } from './learner/heard.ts'
import { joinWorkshop } from './learner/join.ts'
import { missing } from './learner/missing.ts'
import { sayHello } from './learner/welcome.ts'
import type { Scene } from './scene.ts'
import { firstSense, isNewcomer } from './self.ts'
import { start } from './start.ts'
import { isTrainer } from './trainer/decide.ts'
import { spokenCode } from './trainer/spokenCode.ts'
import { mayLead, showWorkshop } from './trainer/workshop.ts'
import type { Inbound } from './vocabulary.ts'
import { type Command, command, guess } from './words.ts'

/** Several words with hyphens: nobody answers a question so. */
const BADGE_ID = /^[a-z0-9]+(-[a-z0-9]+)+$/

export function hearText(scene: Scene, inbound: Inbound, text: string): void {
  if (scene.world.link && codeIn(text)) return start(scene, scene.world.link.code)
  // a code alone, where links only leave it in the box to write in
  if (BADGE_ID.test(text.trim()) && scene.world.house.catalogue.badge(text.trim())) return start(scene, text.trim())
  if (scene.workshop && scene.world.workshop && spokenCode(text) === scene.workshop.spoken)
    // whoever leads it tries the code before saying it aloud
    return mayLead(scene, scene.workshop) && !scene.workshop.enrolled ? showWorkshop(scene) : joinWorkshop(scene)
  if (isBeside(scene.focus)) {
    const early = isEarly(scene, inbound) || (inbound.replyTo !== undefined && !isAbout(scene, scene.world.repliedTo))
    const chosen = early ? undefined : optionOf(text, optionsNow(scene))
    if (chosen) return void hearFocus(scene, { is: 'option', key: chosen.key })
    scene.passOver('over')
  }
  if (inHandover(scene, inbound, { is: 'words', text, messageId: inbound.messageId })) return
  if (inbound.replyTo && turnTo(scene, scene.world.repliedTo)) return
  if (isEarly(scene, inbound) && scene.focus?.previous) return appendTo(scene, scene.focus.previous, text)

  // a tutor’s « ok » or « parfait » may say only that the message was read: what is short of a button’s own words is for `understand`
  const chosen = (isWordAsked(scene) ? optionNamed : optionOf)(text, optionsNow(scene))
  if (chosen && hearFocus(scene, { is: 'option', key: chosen.key })) return
  const word = command(text)
  const thanked = word === 'thanks' && scene.world.me !== null
  if (isNewcomer(scene) && !scene.focus && !thanked && !(word && FOR_ANYBODY.has(word))) {
    sayHello(scene)
    return firstSense(scene)
  }
  if (word && obey(scene, word)) return
  if (hearFocus(scene, { is: 'words', text, messageId: inbound.messageId })) return
  const guessed = guess(text)
  if (guessed && obey(scene, guessed)) return
  notUnderstood(scene)
}

/** A reply to the very question that is in focus. */
const isAbout = ({ focus }: Scene, data: string | null): boolean =>
  data !== null && JSON.stringify(parseChoice(data)?.subject) === JSON.stringify(focus?.subject)

const isWordAsked = ({ focus }: Scene): boolean =>
  focus?.subject.is === 'endorsement' && (focus.prompt === 'verdict' || focus.prompt === 'sure')

/** What a trainer who was about to answer asks of the bot instead. */
const NOT_FOR_THE_LEARNER = new Set<Command>(['waiting', 'workshop', 'nudge', 'follow-up', 'claim-code'])

/** What ends talking with a trainer, or concerns the bot itself; everything else is for the trainer. */
const NOT_FOR_THE_TRAINER = new Set<Command>(['continue', 'stop', 'language', 'data', 'forget', 'link', 'ask-me-no-more'])

/** A reply to what the other side wrote goes to them, whatever is in focus; while the learner talks with a trainer, all they write does. */
function inHandover(scene: Scene, inbound: Inbound, heard: Exclude<Heard, { is: 'option' }>): boolean {
  const meant = inbound.replyTo && scene.world.repliedTo ? parseChoice(scene.world.repliedTo) : undefined
  if (meant?.subject.is === 'handover') {
    passOn(scene, meant.subject.id, heard)
    return true
  }
  const { focus } = scene
  if (focus?.subject.is !== 'handover') return false
  if (heard.is === 'words') {
    const word = command(heard.text)
    if (word && NOT_FOR_THE_LEARNER.has(word) && focus.prompt === 'once' && isTrainer(scene)) return false
    if ((word && NOT_FOR_THE_TRAINER.has(word)) || heard.text.trim() === '1') return false
  }
  return hearHandover(scene, focus.subject.id, focus.prompt, heard)
}

/** What even somebody who has not begun can ask for. */
const FOR_ANYBODY = new Set<Command>(['help', 'language', 'stop', 'data', 'forget'])

/** Messages that may lie between a text and the question that it comes too early for. */
const MOST_BETWEEN = 30

/**
 * Sent before our question arrived, so it belongs to the answer before: taken in before the question left, or, by the platform's
 * own order, written before it (design.md, decision 5).
 */
function isEarly(scene: Scene, inbound: Inbound): boolean {
  const { asked } = scene.world
  if (scene.passedOver) return false
  if (!scene.focus?.message || !asked) return false
  if (!asked.startedAt || Date.parse(inbound.receivedAt) < Date.parse(asked.startedAt)) return true
  if (!asked.platformId || !asked.platformAt || !inbound.messageId || !inbound.platformAt) return false
  // a platform keeps an event for a day at most: an older time is no time
  if (secondsBetween(inbound.platformAt, inbound.receivedAt) > 25 * 3600) return false
  // platforms count in whole seconds, so the ids decide within one; ids far apart are not of one count
  const before = Number(asked.platformId) - Number(inbound.messageId)
  return before > 0 && before <= MOST_BETWEEN && Date.parse(inbound.platformAt) <= Date.parse(asked.platformAt)
}

export function hearMedia(scene: Scene, inbound: Inbound, media: Extract<Inbound['event'], { is: 'media' }>): void {
  if (inHandover(scene, inbound, { is: 'media', media, messageId: inbound.messageId })) return
  if (inbound.replyTo && turnTo(scene, scene.world.repliedTo)) return
  const { focus } = scene
  if (isNewcomer(scene) && !scene.focus) {
    sayHello(scene)
    return firstSense(scene)
  }
  // the rest of an album, or what was sent before our question arrived, belongs to the answer before
  const rest = media.album !== undefined && focus?.album === media.album
  if (
    focus?.previous &&
    focus.prompt !== 'gathered' &&
    (rest || isEarly(scene, inbound)) &&
    scene.claim?.personId === scene.me.id &&
    missing(scene)
  ) {
    if (focus.previous === 'evidence') gather(scene, media, inbound.messageId)
    else takeMedia(scene, focus.previous, media, inbound.messageId)
    return
  }
  if (hearFocus(scene, { is: 'media', media, messageId: inbound.messageId })) return
  scene.say(scene.text('media-not-now'))
  repeatAfterAside(scene)
}

/** The question that was open is still open. */
export function repeatAfterAside(scene: Scene): void {
  const prompt = promptOf(scene)
  if (prompt) ask(scene, prompt, { tries: scene.focus?.tries, previous: scene.focus?.previous })
  else if (isNewcomer(scene) && !scene.focus) firstSense(scene)
  else if (!scene.focus) greet(scene)
}

/** First other words and an example, then the buttons alone, then a person (chat-ux, rule 12). */
function notUnderstood(scene: Scene): void {
  const tries = (scene.focus?.tries ?? 0) + 1
  const prompt = promptOf(scene)
  if (tries >= 3) {
    return offer(scene, { is: 'self' }, 'person', scene.text('offer-a-person'), [
      { key: 'go', label: scene.text('button-continue') },
      { key: 'help', label: scene.text('button-a-person') },
    ])
  }
  if (prompt && isAsked(scene, prompt))
    return ask(scene, prompt, { ack: scene.text(tries === 1 ? 'not-understood' : 'use-buttons'), tries })
  const options = optionsNow(scene)
  if (scene.focus && options.length) {
    scene.say(scene.text(tries === 1 ? 'not-understood-choose' : 'use-buttons'), {
      choices: { subject: scene.focus.subject, prompt: scene.focus.prompt, options },
    })
    scene.look(scene.focus.subject, scene.focus.prompt, { ...scene.focus, tries })
    return
  }
  greet(scene)
}
