// The dialog: (world, event) → changes. Pure, synchronous, total.
import type { Stepped } from './changes.ts'
import { optionOf, parseChoice, type Option, type Subject } from './choice.ts'
import { askAgain, askForHelp, greet, obey, promptOf } from './commands.ts'
import type { Event } from './event.ts'
import { ask } from './learner/ask.ts'
import { chooseBadge, hearBadges } from './learner/badges.ts'
import { hearCard, hearClaims, hearWithdraw, showClaim } from './learner/claims.ts'
import { askAboutEdit } from './learner/correct.ts'
import { type Heard, appendTo, gather, hear, takeMedia } from './learner/hear.ts'
import { type Prompt, missing } from './learner/missing.ts'
import { askAnother, takeBackSending } from './learner/send.ts'
import { shareBadge } from './learner/share.ts'
import { viewOf } from './learner/view.ts'
import { learnerName, meetSender, openBadge, sayHello } from './learner/welcome.ts'
import { occur } from './news.ts'
import { Scene } from './scene.ts'
import { hearDecision, hearDecisions, isTrainer } from './trainer/decide.ts'
import { hearInvite, openInvite } from './trainer/invite.ts'
import { bind, closed, listRequests, openRequest } from './tutor/request.ts'
import { hearForm, hearSettle, hearTutor } from './tutor/verdict.ts'
import type { Inbound } from './vocabulary.ts'
import { type Command, command, guess } from './words.ts'
import type { World } from './world.ts'

export function step(world: World, event: Event): Stepped {
  const scene = new Scene(world, event)
  if ('about' in event) occur(scene, event.about)
  else receive(scene, event)
  return scene.changes()
}

function receive(scene: Scene, inbound: Inbound): void {
  const { from, event } = inbound
  if (from.place === 'group') return answerGroup(scene, inbound)
  const isNew = scene.world.me === null
  if (event.is === 'reachable') return isNew ? undefined : reachable(scene, inbound, event.reachable)
  if (isNew) meetSender(scene, from)
  else refreshAccount(scene, inbound)
  if (scene.me.stoppedAt && !(event.is === 'text' && command(event.text) === 'stop')) scene.change({ stoppedAt: null })

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
      if (!found || closed(scene, found) || found.settledAt) return
      if (event.is === 'settle') {
        hearSettle(scene, id, { is: 'option', key: event.how })
        return
      }
      if (!found.endorserId) bind(scene, found)
      return hearForm(scene, id, event)
    }
    case 'share':
      if (scene.claim) shareBadge(scene, event.share)
      return
    default:
      return event satisfies never
  }
}

// ---- who and where

function reachable(scene: Scene, { from }: Inbound, now: boolean): void {
  const account = scene.me.accounts.find((a) => a.channel === from.channel && a.externalId === from.externalId)
  if (account) scene.account({ ...account, unreachableAt: now ? null : scene.now })
}

const A_DAY = 86_400_000

/** Where somebody writes from is where they are answered; written down when it changes, or once a day. */
function refreshAccount(scene: Scene, { from }: Inbound): void {
  const account = scene.me.accounts.find((a) => a.channel === from.channel && a.externalId === from.externalId)
  if (!account) return
  const latest = scene.me.accounts[0]
  const stale = Date.parse(scene.now) - Date.parse(account.seenAt) > A_DAY
  if (stale || account.chat !== from.chat || account.unreachableAt || latest !== account) {
    scene.account({ ...account, chat: from.chat, unreachableAt: null, seenAt: scene.now })
  }
}

/** Everything personal is said in private. */
function answerGroup(scene: Scene, { event, from }: Inbound): void {
  const spoken = event.is === 'start' || (event.is === 'text' && event.text.startsWith('/'))
  if (!spoken || !scene.world.house.capabilities(from.channel).chat) return
  const [link] = scene.world.house.startLinks('bonjour', from.channel)
  scene.sayInGroup(from, (text) => [text('group-private'), ...(link ? [link] : [])].join('\n'))
}

// ---- a start code

function start(scene: Scene, code: string): void {
  const { link, house } = scene.world
  if (link?.kind === 'endorse') return openRequest(scene, link.subject)
  if (link?.kind === 'trainer') return openInvite(scene)
  if (isNewcomer(scene)) sayHello(scene)
  if (link?.kind === 'badge' && scene.world.linkStructure && scene.me.structureId !== link.structureId)
    scene.change({ structureId: link.structureId })
  const found = house.catalogue.badge(link?.kind === 'badge' ? link.subject : code)
  if (found) return openBadge(scene, found, link?.kind === 'badge' ? scene.world.linkStructure : undefined)
  const lost = code.length > 0 && code !== 'bonjour'
  if (lost) scene.say(scene.text('link-over'))
  if (isNewcomer(scene)) return firstSense(scene)
  greet(scene)
}

/** Has not been told what a badge is, and is here for no other reason. */
const isNewcomer = (scene: Scene): boolean =>
  !scene.me.seenAt && !scene.claim && scene.world.mine.length === 0 && scene.world.requests.length === 0 && !isTrainer(scene)

/** Without a badge yet: what a badge is, then which one. */
function firstSense(scene: Scene): void {
  const message = scene.say(scene.text('sense'), { choices: { subject: { is: 'self' }, prompt: 'sense', options: senseOptions(scene) } })
  scene.look({ is: 'self' }, 'sense', { message, pending: { options: senseOptions(scene) } })
}

const senseOptions = (scene: Scene): Option[] => [
  { key: 'yes', label: scene.text('button-yes') },
  { key: 'dip', label: scene.text('button-diploma') },
]

function hearSelf(scene: Scene, prompt: string, heard: Heard): boolean {
  const key = heard.is === 'option' ? heard.key : undefined
  switch (prompt) {
    case 'sense':
      if (key === 'dip') {
        scene.say(scene.text('faq-diploma'))
        firstSense(scene)
        return true
      }
      if (key !== 'yes') return false
      scene.change({ seenAt: scene.now })
      if (scene.me.nameConfirmed) chooseBadge(scene)
      else askName(scene)
      return true
    case 'name':
      return hearName(scene, heard)
    case 'mine':
    case 'menu':
      return hearClaims(scene, heard)
    case 'asked':
      if (key && scene.world.requests.some((r) => r.endorsement === key)) {
        scene.need({ endorsement: key })
        return true
      }
      return false
    case 'language':
      if (key !== 'fr' && key !== 'en') return false
      scene.change({ language: key })
      scene.lookAway()
      scene.say(scene.text('language-noted'))
      if (scene.world.me?.seenAt || scene.claim) askAgain(scene)
      else firstSense(scene)
      return true
    case 'forget':
      if (key === 'yes') {
        scene.say(scene.text('forgotten'))
        scene.lookAway()
        scene.change({ erasedAt: scene.now })
        scene.audit('erasure asked', scene.me.id)
        scene.start({ id: `erase:${scene.me.id}`, is: 'erase', person: scene.me.id })
      } else if (key === 'no') {
        scene.lookAway()
        scene.say(scene.text('kept'))
        askAgain(scene)
      } else return false
      return true
    default:
      return false
  }
}

function askName(scene: Scene): void {
  const name = scene.me.name
  const options: Option[] = name
    ? [
        { key: 'yes', label: scene.text('button-yes') },
        { key: 'no', label: scene.text('button-other-name') },
      ]
    : []
  const text = name ? scene.text('ask-name', { name: name.split(' ')[0]! }) : scene.text('ask-new-name')
  const message = scene.say(text, options.length ? { choices: { subject: { is: 'self' }, prompt: 'name', options } } : {})
  scene.look({ is: 'self' }, 'name', { message, pending: { options } })
}

function hearName(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'option' && heard.key === 'no') {
    const message = scene.say(scene.text('ask-new-name'))
    scene.look({ is: 'self' }, 'name', { message, pending: { options: [] } })
    return true
  }
  const name = heard.is === 'words' ? learnerName(heard.text) : scene.me.name
  if (!name) return false
  scene.change({ name, nameConfirmed: true })
  chooseBadge(scene, scene.text('name-noted', { name }))
  return true
}

// ---- words

function hearText(scene: Scene, inbound: Inbound, text: string): void {
  if (scene.world.link) return start(scene, scene.world.link.code)
  if (inbound.replyTo && turnTo(scene, scene.world.repliedTo)) return
  if (isEarly(scene, inbound) && scene.focus?.previous) return appendTo(scene, scene.focus.previous, text)

  const chosen = optionOf(text, optionsNow(scene))
  if (chosen && hearFocus(scene, { is: 'option', key: chosen.key })) return
  const word = command(text)
  if (isNewcomer(scene) && !scene.focus && !(word && FOR_ANYBODY.has(word))) {
    sayHello(scene)
    return firstSense(scene)
  }
  if (word && obey(scene, word)) return
  if (hearFocus(scene, { is: 'words', text, messageId: inbound.messageId })) return
  const guessed = guess(text)
  if (guessed && obey(scene, guessed)) return
  notUnderstood(scene)
}

/** What even somebody who has not begun can ask for. */
const FOR_ANYBODY = new Set<Command>(['help', 'language', 'stop', 'data', 'forget'])

/** What can be chosen just now: offered beside the claim, or by what is missing from it. */
function optionsNow(scene: Scene): Option[] {
  if (scene.focus?.pending?.options) return scene.focus.pending.options
  const prompt = promptOf(scene)
  if (prompt && isAsked(scene, prompt)) return viewOf(scene, prompt).options
  if (scene.focus?.subject.is === 'endorsement') {
    return scene.focus.prompt === 'verdict' || scene.focus.prompt === 'sure'
      ? verdictWords(scene)
      : [{ key: 'skip', label: scene.text('button-skip'), control: true }]
  }
  return []
}

/** By digit or by the button's own words; « oui » with a sentence behind it is understood, not matched. */
const verdictWords = (scene: Scene): Option[] =>
  ['i-confirm', 'not-yet', 'not-me'].map((label, i) => ({ key: ['yes', 'not', 'notme'][i]!, label: scene.text(`button-${label}`) }))

/** The question was asked: it is in focus, or it was pushed. */
const isAsked = (scene: Scene, prompt: Prompt): boolean => scene.focus?.prompt === prompt || prompt === 'complete' || prompt === 'share'

/** Whatever is in focus hears it. */
function hearFocus(scene: Scene, heard: Heard): boolean {
  const focus = scene.focus
  if (!focus) return hearWithoutFocus(scene, heard)
  return hearAbout(scene, focus.subject, focus.prompt, heard)
}

function hearAbout(scene: Scene, subject: Subject, prompt: string, heard: Heard): boolean {
  switch (subject.is) {
    case 'claim': {
      if (scene.claim?.id !== subject.id || scene.claim.personId !== scene.me.id) return false
      if (prompt === 'card') return hearCard(scene, heard)
      if (prompt === 'drop') return hearWithdraw(scene, heard)
      if (prompt === 'undo') return heard.is === 'option' ? takeBack(scene) : hearWithoutFocus(scene, heard)
      if (prompt === 'fix' || prompt === 'edit' || prompt === 'resume') return hear(scene, prompt, heard)
      const now = missing(scene)
      if (!now) return false
      if (isAsked(scene, now)) return hear(scene, now, heard)
      // the question that was in focus is not missing any more: the catalogue or the program changed
      ask(scene, now)
      return true
    }
    case 'endorsement':
      return scene.claim?.endorsements.some((e) => e.id === subject.id) ? hearTutor(scene, subject.id, prompt, heard) : false
    case 'decision':
      return scene.claim?.id === subject.id && hearDecision(scene, prompt, heard)
    case 'decisions':
      return hearDecisions(scene, heard)
    case 'badges':
      return hearBadges(scene, subject.id, prompt, heard)
    case 'invite':
      if (heard.is !== 'option' || !scene.world.link) return false
      hearInvite(scene, heard.key)
      return true
    case 'badge':
      return false
    case 'self':
      return hearSelf(scene, prompt, heard)
    default:
      return subject satisfies never
  }
}

/** Nothing is being talked about: the only open request, a question that was pushed, else a greeting. */
function hearWithoutFocus(scene: Scene, heard: Heard): boolean {
  const now = scene.claim?.personId === scene.me.id ? missing(scene) : null
  if (now === 'complete' || now === 'share') return hear(scene, now, heard)
  if (now) {
    greet(scene)
    return true
  }
  if (scene.world.requests.length === 1) {
    const id = scene.world.requests[0]!.endorsement
    if (scene.claim?.endorsements.some((e) => e.id === id)) return hearTutor(scene, id, 'verdict', heard)
    scene.need({ endorsement: id })
    return true
  }
  if (scene.world.requests.length > 1) {
    listRequests(scene)
    return true
  }
  greet(scene)
  return true
}

/** A reply to one of our messages means that message, whatever is in focus. True: its subject must be read first. */
function turnTo(scene: Scene, data: string | null): boolean {
  const meant = data ? parseChoice(data) : undefined
  if (!meant || JSON.stringify(scene.focus?.subject) === JSON.stringify(meant.subject)) return false
  const { subject } = meant
  if (subject.is === 'endorsement') {
    if (scene.claim?.endorsements.some((e) => e.id === subject.id)) scene.look(subject, meant.prompt)
    else scene.need({ endorsement: subject.id })
  } else if (subject.is === 'claim' || subject.is === 'decision') {
    if (scene.claim?.id === subject.id) scene.look(subject, meant.prompt)
    else scene.need({ claim: subject.id, waiting: subject.is === 'decision' || undefined })
  }
  return scene.isShort
}

/** First other words and an example, then the buttons alone, then a person (chat-ux, rule 12). */
function notUnderstood(scene: Scene): void {
  const tries = (scene.focus?.tries ?? 0) + 1
  const prompt = promptOf(scene)
  if (tries >= 3) {
    askForHelp(scene)
    if (scene.focus) scene.look(scene.focus.subject, scene.focus.prompt, { ...scene.focus, tries: 0 })
    return
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

/**
 * Sent before our question arrived, so it belongs to the answer before: taken in before the question left, or, by the platform's
 * own order, written before it (design.md, decision 5).
 */
function isEarly(scene: Scene, inbound: Inbound): boolean {
  const { asked } = scene.world
  if (!scene.focus?.message || !asked) return false
  if (!asked.startedAt || Date.parse(inbound.receivedAt) < Date.parse(asked.startedAt)) return true
  if (!asked.platformId || !asked.platformAt || !inbound.messageId || !inbound.platformAt) return false
  return Number(inbound.messageId) < Number(asked.platformId) && Date.parse(inbound.platformAt) < Date.parse(asked.platformAt)
}

// ---- taps

function hearTap(scene: Scene, data: string): void {
  const tapped = parseChoice(data)
  const stale = () => scene.say(scene.text('already-noted'))
  if (!tapped) return void stale()
  const heard: Heard = { is: 'option', key: tapped.choice }
  const { subject, prompt } = tapped
  if (subject.is === 'claim') return tapClaim(scene, subject.id, prompt, heard) ? undefined : void stale()
  if (subject.is === 'badge') {
    const found = scene.world.house.catalogue.badge(subject.id)
    return found ? openBadge(scene, found) : void stale()
  }
  if (subject.is === 'invite' && prompt === 'open') {
    if (scene.world.link?.kind === 'endorse') return openRequest(scene, scene.world.link.subject)
    return openInvite(scene)
  }
  if (subject.is === 'endorsement') {
    const found = scene.claim?.endorsements.find((e) => e.id === subject.id)
    if (!found || found.endorserId !== scene.me.id || found.withdrawnAt) return void stale()
    // answered already: only its own confirmation still counts
    if ((prompt === 'verdict' || prompt === 'sure') && found.verdict) return void stale()
  }
  if (subject.is === 'self' && prompt === 'sense' && scene.me.seenAt) return void stale()
  if (subject.is === 'self' && prompt === 'name' && scene.me.nameConfirmed) return void stale()
  if (!hearAbout(scene, subject, prompt, heard)) stale()
}

/** A tap on a message about one of the learner's own claims; false: its time is over. */
function tapClaim(scene: Scene, id: string, prompt: string, heard: Heard & { is: 'option' }): boolean {
  if (scene.claim?.id !== id || scene.claim.personId !== scene.me.id) return false
  const now = missing(scene)
  switch (prompt) {
    case 'show':
      showClaim(scene)
      return true
    case 'undo':
      return takeBack(scene)
    case 'other':
      if (
        !scene.claim.endorsements.some((e) => e.verdict === 'not-me') ||
        scene.claim.endorsements.some((e) => !e.verdict && !e.withdrawnAt)
      )
        return false
      askAnother(scene)
      return true
    case 'card':
      return hearCard(scene, heard)
    case 'drop':
      return hearWithdraw(scene, heard)
    case 'share':
      return scene.claim.issuances.some((i) => i.state === 'issued') && hear(scene, 'share', heard)
    case 'resume':
      if (!now) return false
      if (heard.key === 'stop') return obey(scene, 'stop')
      if (heard.key === 'later') return obey(scene, 'pause')
      return hear(scene, prompt, heard)
    case 'fix':
    case 'edit':
      return now !== null && now !== 'share' && now !== 'complete' && hear(scene, prompt, heard)
    default:
      return now === prompt && hear(scene, prompt, heard)
  }
}

function takeBack(scene: Scene): boolean {
  takeBackSending(scene)
  return true
}

// ---- pictures and voices

function hearMedia(scene: Scene, inbound: Inbound, media: Extract<Inbound['event'], { is: 'media' }>): void {
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
function repeatAfterAside(scene: Scene): void {
  const prompt = promptOf(scene)
  if (prompt) ask(scene, prompt, { tries: scene.focus?.tries, previous: scene.focus?.previous })
  else if (isNewcomer(scene) && !scene.focus) firstSense(scene)
  else if (!scene.focus) greet(scene)
}
