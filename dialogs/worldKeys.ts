// What the world must hold for an event: who, and what it names. Reading (core/data/read*.ts) goes by these, and by nothing else.
import type { Link } from '../core/model/rows.ts'
import { parseChoice, type Subject } from './choice.ts'
import { codeIn } from './codeIn.ts'
import type { Event } from './event.ts'
import { inHand, readFocus } from './focus.ts'
import { spokenCode } from './trainer/spokenCode.ts'
import { command } from './words.ts'

export type Keys = {
  /** Who: an account, a person, or the owner of the claim. */
  who: { account: { channel: string; externalId: string } } | { owner: true } | { person: string }
  claim?: string
  endorsement?: string
  /** A start code. */
  code?: string
  /** The private token of a claim. */
  token?: string
  /** The message that this one replies to. */
  replyTo?: { chat: string; id: string }
  waiting?: true
  workshop?: string
  /** Said aloud: « lune 42 ». */
  spoken?: string
  /** Channel and chat of a group. */
  inGroup?: string
  workshops?: true
  people?: true
  /** The workshop that I joined last, where no other is named. */
  latest?: true
  /** The other side of a hand-over. */
  other?: string
  /** A claim code: `id:…`, or as it was said. */
  claimCode?: string
  claimCodes?: true
  /** Who may be asked for help. */
  peers?: true
  /** Of them, whoever holds the badge of this claim. */
  peer?: string
  /** Somebody's request for help. */
  plea?: string
}

/** What the world must hold for this event. */
export function keysOf(event: Event): Keys {
  if ('about' in event) {
    const { about } = event
    if (about.is === 'workshop-due' || about.is === 'workshop-ahead')
      return { who: { person: about.person }, workshop: about.workshop, people: true }
    if (about.is === 'unreachable') return { who: { person: about.person }, latest: true }
    if (about.is === 'plea-due') return { who: { person: about.person }, plea: about.plea }
    if (about.is === 'jury-due' || about.is === 'jury-fewer' || about.is === 'own-word-void')
      return { who: { owner: true }, claim: about.claim, waiting: true }
    if (about.is === 'joined') return { who: { person: about.person } }
    if (about.is === 'code-opened' || about.is === 'code-over') return { who: { person: about.person }, code: about.code }
    if (about.is === 'nudge') return { who: { person: about.nudge.personId }, claim: about.claim, workshop: about.nudge.workshopId }
    return { who: { owner: true }, claim: about.claim }
  }
  const { from } = event
  const who = { account: { channel: from.channel, externalId: from.externalId } }
  const inner = event.event
  const group = from.place === 'group' ? `${from.channel}:${from.chat}` : undefined
  switch (inner.is) {
    case 'start':
      return { who, code: inner.code, inGroup: group }
    case 'verdict':
    case 'settle':
    case 'unwanted':
      return { who, code: inner.code }
    case 'decide':
    case 'look':
      return { who, claim: inner.claim, waiting: true }
    case 'make-code':
      return { who, workshops: true }
    case 'end-code':
      return { who, claimCode: `id:${inner.id}` }
    case 'share':
    case 'backpack':
      return { who, token: inner.token }
    case 'choice': {
      const choice = parseChoice(inner.data)
      if (!choice) return { who }
      if (choice.subject.is === 'claim' || choice.subject.is === 'decision')
        return { who, claim: choice.subject.id, waiting: choice.subject.is === 'decision' || undefined }
      if (choice.subject.is === 'endorsement') return { who, endorsement: choice.subject.id }
      if (choice.subject.is === 'decisions') return { who, waiting: true }
      if (choice.subject.is === 'workshop') return { who, workshop: choice.subject.id, people: choice.prompt === 'nudge' || undefined }
      if (choice.subject.is === 'opening') return { who, workshops: true }
      if (choice.subject.is === 'codes') return { who, workshops: true, claimCodes: true }
      if (choice.subject.is === 'code') return { who, claimCode: `id:${choice.subject.id}` }
      if (choice.subject.is === 'handover') return { who, other: choice.subject.id }
      if (choice.subject.is === 'peers') return { who, peers: true }
      if (choice.subject.is === 'peer') return { who, peer: choice.subject.id }
      if (choice.subject.is === 'plea') return { who, plea: choice.subject.id }
      if (choice.subject.is === 'invite') return { who, code: choice.subject.id }
      return { who }
    }
    case 'text': {
      const word = command(inner.text)
      const workshops = word === 'workshop' || word === 'nudge' || word === 'claim-code' || undefined
      return {
        who,
        spoken: from.place === 'private' ? spokenCode(inner.text) : undefined,
        workshops,
        claimCodes: word === 'claim-code' || undefined,
        peers: word === 'who-knows' || word === 'ask-me-no-more' || undefined,
        people: word === 'nudge' || undefined,
        inGroup: inner.text.startsWith('/') ? group : undefined,
        code: event.request?.code ?? codeIn(inner.text),
        waiting: word === 'waiting' || undefined,
        replyTo: event.replyTo ? { chat: `${from.channel}:${from.chat}`, id: event.replyTo } : undefined,
      }
    }
    case 'media':
      return { who, replyTo: event.replyTo ? { chat: `${from.channel}:${from.chat}`, id: event.replyTo } : undefined }
    case 'other':
      return { who, code: event.request?.code }
    case 'edited':
    case 'reachable':
      return { who }
    default:
      return inner satisfies never
  }
}

/** Links whose subject is somebody who may be whoever opens them. */
const PEOPLE_LINKS = new Set<Link['kind']>(['channel', 'both-sides', 'first-side', 'added'])

/** What the world must hold of workshops, once it is known whom we talk with; null: nothing, as in most turns. */
export function workshopKeys(
  keys: Pick<Keys, 'workshop' | 'spoken' | 'inGroup' | 'workshops' | 'people' | 'latest' | 'other'>,
  link: Link | null,
  focus: unknown,
): {
  workshop: string | null
  code: string | null
  spoken: string | null
  group: string | null
  mine: boolean
  people: boolean
  latest: boolean
  other: string | null
  linked: string | null
  project: string | null
} | null {
  const subject = inHand(readFocus(focus))?.subject
  const code = link?.kind === 'workshop' ? link.code : null
  const workshop = keys.workshop ?? (subject?.is === 'workshop' && !code && !keys.spoken && !keys.inGroup ? subject.id : null)
  const other = keys.other ?? (subject?.is === 'handover' ? subject.id : null)
  const linked = link && PEOPLE_LINKS.has(link.kind) ? link.subject : null
  const project = link?.kind === 'project' ? link.subject : null
  const mine = keys.workshops === true || subject?.is === 'opening' || subject?.is === 'codes'
  if (!workshop && !code && !keys.spoken && !keys.inGroup && !mine && !keys.latest && !other && !linked && !project) return null
  return {
    workshop,
    code,
    spoken: keys.spoken ?? null,
    group: keys.inGroup ?? null,
    mine,
    people: keys.people ?? false,
    latest: keys.latest ?? false,
    other,
    linked,
    project,
  }
}

/** What the world must hold of claim codes; null: nothing, as in most turns. */
export function codeKeys(
  keys: Pick<Keys, 'claimCode' | 'claimCodes'>,
  link: Link | null,
  focus: unknown,
): { id: string | null; spoken: string | null; mine: boolean } | null {
  const subject = (focus as { subject?: Subject } | null)?.subject
  const asked = keys.claimCode
  const id = asked?.startsWith('id:')
    ? asked.slice(3)
    : asked
      ? null
      : link?.kind === 'claim-code'
        ? link.subject
        : subject?.is === 'code'
          ? subject.id
          : null
  const spoken = asked && !asked.startsWith('id:') ? asked : null
  const mine = keys.claimCodes === true || subject?.is === 'codes'
  return id || spoken || mine ? { id, spoken, mine } : null
}

/** What the world must hold of those who may be asked for help; null: nothing, as in most turns. */
export function peerKeys(
  keys: Pick<Keys, 'peers' | 'peer' | 'plea'>,
  focus: unknown,
): { claim: string | null; plea: string | null } | null {
  const subject = (focus as { subject?: Subject } | null)?.subject
  const claim = keys.peer ?? (subject?.is === 'peer' ? subject.id : null)
  const plea = keys.plea ?? null
  return keys.peers || claim || plea || subject?.is === 'peers' ? { claim, plea } : null
}
