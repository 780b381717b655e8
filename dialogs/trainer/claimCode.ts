// « code »: a claim code is made for a badge, shown, and ended. Whoever has it was there, so the trainer's yes is given beforehand.
import type { Badge } from '../../core/model/badge.ts'
import { dateSaid } from '../../core/model/dateSaid.ts'
import { type Instant, isBefore, plusSeconds } from '../../core/model/time.ts'
import { zoneOf } from '../../core/model/timeZones.ts'
import { choiceData, type Option } from '../choice.ts'
import { offer } from '../learner/ask.ts'
import type { Heard } from '../learner/heard.ts'
import { brief, pageKey, pageOf } from '../page.ts'
import type { Scene } from '../scene.ts'
import type { InboundEvent } from '../vocabulary.ts'
import type { KnownCode, Structure } from '../world.ts'
import { isTrainer } from './decide.ts'
import { endFor, ends, hourSaid } from './opening.ts'
import { claimCodeFrom, shownCode } from './spokenCode.ts'

const CODES = { is: 'codes' } as const
/** After its end a link still says that it is over. */
const KEPT_SECONDS = 60 * 86400

type Making = { structure?: string; badge?: string }

/** « code ». False: it means nothing to whoever is no trainer. */
export function openCodes(scene: Scene): boolean {
  if (!isTrainer(scene)) return false
  if (!scene.world.structures.length) return scene.need({ workshops: true, claimCodes: true })
  if (scene.world.claimCodes.length) listCodes(scene)
  else make(scene, {})
  return true
}

function listCodes(scene: Scene, page = 0): void {
  const { shown, more } = pageOf(scene, scene.world.claimCodes, page)
  const lines = shown.map((code, n) => `${n + 1}. ${shownCode(code.spoken)} · ${nameOf(scene, code.badgeId)}`)
  offer(scene, CODES, 'list', [...lines, scene.text('trainer-code-which')].join('\n'), [
    ...shown.map((code) => ({
      key: code.id,
      label: brief(shownCode(code.spoken)),
      also: [shownCode(code.spoken)],
      data: choiceData({ is: 'code', id: code.id }, 'shown', 'see'),
    })),
    ...more,
    { key: 'new', label: scene.text('button-new-code'), control: true },
  ])
}

const nameOf = (scene: Scene, badge: string): string =>
  scene.of(scene.world.house.catalogue.badge(badge)?.badge.name ?? { fr: badge, en: badge })

/** Badges of its organisation that are given by a code. */
function badgesOf(scene: Scene, structure: Structure | undefined): Badge[] {
  const { issuers } = scene.world.house.catalogue
  const own = issuers.filter((issuer) => issuer.id === structure?.organisationId)
  return (own.length ? own : issuers).flatMap((issuer) => issuer.badges.filter(({ policy }) => policy.decision === 'code'))
}

/** What is still to be chosen, where there is something to choose. */
function make(scene: Scene, making: Making, page = 0): void {
  const able = scene.world.structures.filter((one) => badgesOf(scene, one).length > 0)
  const structure = able.find(({ id }) => id === making.structure) ?? (able.length === 1 ? able[0] : undefined)
  if (!able.length) {
    scene.say(scene.text('trainer-code-no-badge'))
    return scene.lookAway()
  }
  if (!structure)
    return list(
      scene,
      'where',
      'trainer-code-where',
      able.map(({ id, name }) => [id, name]),
      making,
      page,
    )
  const badges = badgesOf(scene, structure)
  const badge = badges.find(({ id }) => id === making.badge) ?? (badges.length === 1 ? badges[0] : undefined)
  const chosen = { structure: structure.id, badge: badge?.id }
  if (!badge)
    return list(
      scene,
      'which',
      'trainer-code-badge',
      badges.map(({ id, name }) => [id, scene.of(name)]),
      chosen,
      page,
    )
  offer(scene, CODES, 'until', scene.text('trainer-code-until', { badge: scene.of(badge.name) }), ends(scene, zoneIn(scene, structure)), {
    code: chosen,
  })
}

const zoneIn = (scene: Scene, structure: Structure): string => zoneOf(scene.me, structure, scene.world.house.timeZone)

function list(scene: Scene, prompt: 'where' | 'which', question: string, all: [string, string][], code: Making, page: number): void {
  const { shown, more } = pageOf(scene, all, page)
  const options: Option[] = shown.map(([key, title]) => ({ key, label: brief(title), also: [title] }))
  offer(
    scene,
    CODES,
    prompt,
    [...shown.map(([, title], n) => `${n + 1}. ${title}`), scene.text(question)].join('\n'),
    [...options, ...more],
    {
      code,
    },
  )
}

export function hearCodes(scene: Scene, prompt: string, heard: Heard): boolean {
  if (!isTrainer(scene) || heard.is === 'media') return false
  const making = scene.focus?.subject.is === 'codes' ? (scene.focus.pending?.code ?? {}) : {}
  const page = heard.is === 'option' ? pageKey(heard.key) : undefined
  if (prompt === 'until') return hearUntil(scene, making, heard)
  if (heard.is !== 'option') return false
  switch (prompt) {
    case 'list':
      if (page !== undefined) listCodes(scene, page)
      else if (heard.key === 'new') make(scene, {})
      else if (scene.world.claimCodes.some(({ id }) => id === heard.key)) return showNamed(scene, heard.key)
      else return false
      return true
    case 'where':
      make(scene, page === undefined ? { structure: heard.key } : making, page)
      return true
    case 'which':
      make(scene, page === undefined ? { ...making, badge: heard.key } : making, page)
      return true
    default:
      return false
  }
}

function showNamed(scene: Scene, id: string): boolean {
  if (scene.world.claimCode?.id !== id) return scene.need({ claimCode: `id:${id}` })
  showCode(scene, scene.world.claimCode)
  return true
}

function hearUntil(scene: Scene, { structure, badge }: Making, heard: Heard): boolean {
  const at = scene.world.structures.find(({ id }) => id === structure)
  if (!at || !badge || heard.is === 'media') return false
  const zone = zoneIn(scene, at)
  const endsAt = heard.is === 'option' ? endFor(scene, zone, heard.key) : hourSaid(scene, zone, heard.text)
  const made = endsAt && create(scene, at, badge, endsAt)
  if (!made) return false
  showCode(scene, made)
  return true
}

/** Undefined: the badge is not given by a code there. */
function create(scene: Scene, structure: Structure, badgeId: string, endsAt: Instant): KnownCode | undefined {
  if (!badgesOf(scene, structure).some(({ id }) => id === badgeId) || !isBefore(scene.now, endsAt)) return undefined
  const [id, code, spoken] = [scene.freshUuid(), scene.fresh(), claimCodeFrom(scene.fresh())]
  const workshop = scene.world.workshops.find((one) => one.structureId === structure.id && one.badges.includes(badgeId))
  const row = {
    id,
    code,
    spoken,
    badgeId,
    structureId: structure.id,
    workshopId: workshop?.id ?? null,
    madeBy: scene.me.id,
    madeByName: scene.me.name,
    madeAt: scene.now,
    endsAt,
    endedAt: null,
  }
  scene.write('ClaimCode', row)
  scene.write('Link', {
    code,
    kind: 'claim-code',
    subject: id,
    structureId: structure.id,
    name: null,
    createdAt: scene.now,
    expiresAt: plusSeconds(endsAt, KEPT_SECONDS),
    usedAt: null,
    usedBy: null,
  })
  scene.audit('claim code made', id)
  return { ...row, used: 0, structure: structure.name }
}

/** What is said aloud, what is scanned, until when, how often it was used. */
function showCode(scene: Scene, code: KnownCode): void {
  const until = dateSaid(
    scene.me.language,
    {
      ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
      timeZone: zoneOf(scene.me, null, scene.world.house.timeZone),
    },
    code.endsAt,
  )
  const lines = [
    scene.text('trainer-code-open', { code: shownCode(code.spoken), badge: nameOf(scene, code.badgeId) }),
    scene.text('trainer-code-till', { day: until }),
    scene.text('trainer-code-used', { count: code.used }),
    ...scene.world.house.startLinks(code.code, scene.through).slice(0, 1),
  ]
  const subject = { is: 'code', id: code.id } as const
  const options = [{ key: 'end', label: scene.text('button-end-code'), control: true }]
  const message = scene.say(lines.join('\n'), {
    attachments: [{ is: 'code-poster', code: code.id }],
    choices: { subject, prompt: 'shown', options },
    lasting: true,
  })
  scene.look(subject, 'shown', { message, pending: { options } })
}

/** A code of a structure where they are a trainer, and of no other. */
const mine = (scene: Scene, id: string): KnownCode | undefined => {
  const { claimCode, memberships } = scene.world
  const leads = memberships.some((m) => m.role === 'trainer' && m.structureId === claimCode?.structureId)
  return claimCode?.id === id && leads ? claimCode : undefined
}

export function hearOneCode(scene: Scene, id: string, heard: Heard): boolean {
  const code = mine(scene, id)
  if (!code || heard.is !== 'option') return false
  if (heard.key === 'see') showCode(scene, code)
  else if (heard.key === 'end') {
    endCode(scene, id)
    scene.say(scene.text('trainer-code-ended', { code: shownCode(code.spoken), count: code.used }))
    scene.lookAway()
  } else return false
  return true
}

/** From now on nobody is accepted with it; whoever has given it already stays so. */
export function endCode(scene: Scene, id: string): void {
  const code = mine(scene, id)
  if (!code || code.endedAt) return
  const { used: _used, structure: _structure, ...row } = code
  scene.write('ClaimCode', { ...row, endedAt: scene.now })
  scene.audit('claim code ended', id)
}

/** Made on the follow-up page, which shows it by itself. */
export function makeCodeOnPage(scene: Scene, { badge, structure, endsAt }: Extract<InboundEvent, { is: 'make-code' }>): void {
  const at = scene.world.structures.find(({ id }) => id === structure)
  if (at && isTrainer(scene)) create(scene, at, badge, endsAt)
}
