// First contact, and the way to a badge: hello, what a badge is, which one.
import type { Badge, Issuer } from '../../core/model/badge.ts'
import { meaningOf } from '../../core/model/badge.ts'
import type { Claim, Language, SharedProject } from '../../core/model/rows.ts'
import { sending } from '../../core/model/status.ts'
import { plusSeconds } from '../../core/model/time.ts'
import type { Moment } from '../focus.ts'
import type { Scene } from '../scene.ts'
import type { Sender } from '../vocabulary.ts'
import type { OpenWorkshop, Structure } from '../world.ts'
import { uuid } from '../choice.ts'
import { ask, askNext, introduction } from './ask.ts'
import { showClaim } from './claims.ts'
import { answer } from './answer.ts'
import { takeMedia } from './evidence.ts'
import { missing, questionsOf } from './missing.ts'
import { enterProject } from './hearTogether.ts'

/** Days after which an untouched draft is remembered to its learner for the first time. */
export const REMIND_AFTER = 2 * 86400

/** Of their screen, where we speak it. */
export function languageOf(scene: Scene, { locale }: Sender): Language {
  const tag = locale?.toLowerCase()
  return tag?.startsWith('en') ? 'en' : tag?.startsWith('fr') ? 'fr' : scene.world.house.locale
}

/** Somebody whom we have never seen: a person on a channel. */
export function meetSender(scene: Scene, from: Sender): void {
  const language = languageOf(scene, from)
  const id = uuid(scene.fresh())
  scene.meet(
    {
      id,
      version: 0,
      name: learnerName(from.fullName ?? from.firstName ?? '') ?? null,
      nameConfirmed: false,
      role: null,
      language,
      address: null,
      structureId: null,
      timeZone: null,
      focus: null,
      said: {},
      email: null,
      stoppedAt: null,
      seenAt: null,
      erasedAt: null,
      createdAt: scene.now,
    },
    {
      channel: from.channel,
      externalId: from.externalId,
      personId: id,
      chat: from.chat,
      profileName: from.fullName ?? null,
      unreachableAt: null,
      seenAt: scene.now,
    },
  )
}

/** « jmappelle », « moi cé », « im »: what people say before their name. */
const INTRODUCING =
  /^(?:(?:je ?|j[’' ]?)?(?:m[’' ]?|me )ap+el\p{L}*|mon nom (?:est|c[’']est)|appel\p{L}*[- ]moi|(?:moi )?(?:c[’' ]?est|cé|c)|je suis|my name is|call me|i am|i[’']?m)\s+/iu

/** A name as people give it: one line, no sentence, at most 60 characters. Undefined: not a name. */
export function learnerName(text: string): string | undefined {
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>]/gu, ' ')
    .replace(/^(non|no)[,. ]+/i, '')
    .replace(INTRODUCING, '')
    .replace(/\s+/g, ' ')
    .trim()
  return name && name.length <= 60 && /\p{L}/u.test(name) && name.split(' ').length <= 6 ? name : undefined
}

export function sayHello(scene: Scene): void {
  scene.say(scene.text('hello'))
}

/** Opens a claim for `badge`, or takes up the one that is there. */
export function openBadge(
  scene: Scene,
  found: { badge: Badge; issuer: Issuer },
  at?: Structure | null,
  workshop?: OpenWorkshop,
  project?: SharedProject,
  /** The claim that is renewed: it does not stand in the way of a new one. */
  renews?: string,
): void {
  const { badge, issuer } = found
  const former = scene.world.mine.find((c) => c.badgeId === badge.id && !c.withdrawnAt)
  if (former && former.id !== renews) {
    if (scene.claim?.id !== former.id) return void scene.need({ claim: former.id })
    if (sending(former)) return showClaim(scene)
    // taken up in another structure's workshop, it stays the claim of the structure in which it was begun, which alone decides it
    // (core/data/followUp.ts says what the workshop sees)
    if (workshop && scene.pinned.workshopId !== workshop.id)
      scene.changeClaim({ workshopId: workshop.id, offered: workshop.projects, helpTill: helpTill(workshop) })
    scene.say(scene.varied('claim-again', { badge: scene.of(badge.name) }))
    return askNext(scene)
  }
  const moment = scene.focus?.pending?.moment
  const id = scene.freshUuid()
  const version = scene.world.house.versionOf(badge.id)
  const structure = at ?? scene.world.structure
  const claim: Claim = {
    id,
    version: 0,
    personId: scene.me.id,
    organisationId: structure?.trial ? structure.organisationId : issuer.id,
    structureId: structure?.id ?? null,
    badgeId: badge.id,
    badgeVersionId: version.id,
    token: scene.fresh(),
    language: scene.me.language,
    openedAt: scene.now,
    openedThrough: scene.through,
    witness: null,
    witnessId: null,
    audience: null,
    email: null,
    gatheredAt: null,
    narrative: null,
    digest: null,
    approvedAt: null,
    sendings: [],
    settledAt: null,
    withdrawnAt: null,
    expiredAt: null,
    revokedAt: null,
    revokedReason: null,
    validUntil: null,
    renewAt: null,
    renewsId: renews ?? null,
    sharedAt: null,
    remindAt: plusSeconds(scene.now, REMIND_AFTER),
    reminders: 0,
    touchedAt: scene.now,
    workshopId: workshop?.id ?? null,
    projectId: null,
  }
  scene.open({
    ...claim,
    meaning: meaningOf(badge, issuer),
    badgeNumber: version.number,
    learnerName: scene.me.name,
    answers: [],
    evidence: [],
    consents: [],
    endorsements: [],
    decisions: [],
    issuances: [],
    project: null,
    offered: workshop?.projects ?? [],
    helpTill: workshop ? helpTill(workshop) : null,
  })
  scene.audit('opened')
  if (project) enterProject(scene, project)
  if (moment) keepMoment(scene, moment)
  const first = missing(scene)
  if (first !== 'sense' && first !== 'name') scene.say(introduction(scene))
  if (first) ask(scene, first)
}

const helpTill = ({ closedAt, endsAt }: OpenWorkshop) => (closedAt ? null : endsAt)

/** Somebody who tells right away is not sent back to a button. */
export const isStory = (text: string): boolean => text.trim().split(/\s+/).length >= 6

export const momentOf = (scene: Scene, text: string): Moment => ({ text, asked: scene.text('ask-moment') })

/** The moment that was told before the badge was chosen answers the first question about what was done. */
export function keepMoment(scene: Scene, moment: Moment): void {
  const question = questionsOf(scene).find((q) => q.step === 'action') ?? questionsOf(scene)[0]
  if (!question) return
  const prompt = `q:${question.id}`
  if (moment.media) takeMedia(scene, prompt, { is: 'media', ...moment.media })
  answer(scene, prompt, { text: moment.text })
}
