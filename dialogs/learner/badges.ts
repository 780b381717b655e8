// Choosing a badge: by issuer where there are several, by stage, in pages of three; or by telling a moment first.
import { type Badge, isClaimable, type Issuer } from '../../core/model/badge.ts'
import { type Subject, choiceData } from '../choice.ts'
import { brief, pageKey, pageOf } from '../page.ts'
import type { Scene } from '../scene.ts'
import { plain } from '../words.ts'
import { offer } from './ask.ts'
import type { Heard } from './heard.ts'
import { openBadge } from './welcome.ts'

/** The issuers whose badges this person can choose: their structure's, or all. */
function issuersFor(scene: Scene): Issuer[] {
  const { issuers } = scene.world.house.catalogue
  const own = issuers.filter((i) => i.id === scene.world.structure?.organisationId)
  return own.length ? own : issuers
}

export function chooseBadge(scene: Scene, ack?: string): void {
  const issuers = issuersFor(scene)
  if (issuers.length === 1) chooseStage(scene, issuers[0]!, 0, ack)
  else chooseIssuer(scene, 0, ack)
}

// Where one chooses: `l.<issuer>.<prompt>`, the prompt being 'from', 'stage' or the stage's id.

function chooseIssuer(scene: Scene, page: number, ack?: string): void {
  const items = issuersFor(scene).map((i) => ({ title: i.name, key: i.id, data: choiceData({ is: 'badges', id: '' }, 'from', i.id) }))
  list(scene, { is: 'badges', id: '' }, 'from', scene.text('ask-issuer'), items, page, ack)
}

function chooseStage(scene: Scene, issuer: Issuer, page: number, ack?: string): void {
  const stages = issuer.stages.filter((s) => issuer.badges.some((b) => b.stage === s.id && isClaimable(b)))
  if (stages.length === 1) return chooseFrom(scene, issuer, stages[0]!.id, 0, ack)
  const items = stages.map((s) => ({ title: scene.of(s.name), key: s.id }))
  list(scene, { is: 'badges', id: issuer.id }, 'stage', scene.text('ask-stage'), items, page, ack)
}

function chooseFrom(scene: Scene, issuer: Issuer, stage: string, page: number, ack?: string): void {
  const items = issuer.badges.filter((b) => b.stage === stage && isClaimable(b)).map((b) => itemOf(scene, b))
  list(scene, { is: 'badges', id: issuer.id }, stage, scene.text('ask-badge'), items, page, ack)
}

type Item = { key: string; title: string; data?: string }

const itemOf = (scene: Scene, badge: Badge): Item => ({
  title: scene.of(badge.name),
  key: badge.id,
  data: choiceData({ is: 'badge', id: badge.id }, 'o', 'y'),
})

/** One page of a list: the full names in the text, the buttons in short. */
function list(scene: Scene, subject: Subject, prompt: string, question: string, items: Item[], page: number, ack?: string): void {
  const { shown, more } = pageOf(scene, items, page)
  const lines = shown.map((item, i) => `${i + 1}. ${item.title}`)
  offer(
    scene,
    subject,
    prompt,
    [...(ack ? [ack] : []), ...lines, question].join('\n'),
    [
      ...shown.map(({ key, title, data }) => ({ key, label: brief(title), also: [title], data })),
      ...more,
      { key: 'idk', label: scene.text('button-i-dont-know'), control: true },
    ],
    { moment: scene.focus?.pending?.moment },
  )
}

/** `id`: the issuer among whose badges one chooses, or none yet. */
export function hearBadges(scene: Scene, id: string, prompt: string, heard: Heard): boolean {
  if (prompt === 'moment') return hearMoment(scene, heard)
  if (heard.is !== 'option') return false
  const { catalogue } = scene.world.house
  const issuer = catalogue.issuers.find((i) => i.id === id)
  const page = pageKey(heard.key)
  if (heard.key === 'idk') askMoment(scene)
  else if (page !== undefined && prompt === 'from') chooseIssuer(scene, page)
  else if (page !== undefined && prompt === 'stage' && issuer) chooseStage(scene, issuer, page)
  else if (page !== undefined && issuer) chooseFrom(scene, issuer, prompt, page)
  else if (prompt === 'from') {
    const chosen = catalogue.issuers.find((i) => i.id === heard.key)
    if (!chosen) return false
    chooseStage(scene, chosen, 0)
  } else if (prompt === 'stage' && issuer) chooseFrom(scene, issuer, heard.key, 0)
  else {
    const found = catalogue.badge(heard.key)
    if (!found) return false
    openBadge(scene, found)
  }
  return true
}

// ---- « je ne sais pas »: a moment first

function askMoment(scene: Scene): void {
  const message = scene.say(scene.text('ask-moment'))
  scene.look({ is: 'badges', id: '' }, 'moment', { message })
}

function hearMoment(scene: Scene, heard: Heard): boolean {
  if (heard.is === 'option') return false
  const asked = scene.text('ask-moment')
  const moment =
    heard.is === 'words'
      ? { text: heard.text, asked }
      : {
          text: heard.media.caption ?? null,
          asked,
          media: { media: heard.media.media, kind: heard.media.kind, seconds: heard.media.seconds },
        }
  scene.look({ is: 'badges', id: '' }, 'suggested', { pending: { moment } })
  const badges = issuersFor(scene).flatMap((i) => i.badges.filter(isClaimable))
  const items = closest(badges, moment.text ?? '')
    .slice(0, 3)
    .map((b) => itemOf(scene, b))
  list(scene, { is: 'badges', id: '' }, 'suggested', scene.text('ask-suggested'), items, 0)
  return true
}

/** Badges whose own words come closest to what was told; the order of the catalogue decides between equals. */
function closest(badges: Badge[], told: string): Badge[] {
  const stems = new Set(stemsOf(told))
  const wordsOf = (b: Badge) =>
    [b.name, b.summary, ...b.criteria.map((c) => c.name), ...b.questions.flatMap((q) => q.example ?? [])].flatMap((t) => [t.fr, t.en])
  const score = (b: Badge) => stemsOf([...wordsOf(b), ...b.tags].join(' ')).filter((s) => stems.has(s)).length
  return badges
    .map((badge) => ({ badge, score: score(badge) }))
    .toSorted((a, b) => b.score - a.score)
    .map((s) => s.badge)
}

const stemsOf = (text: string): string[] => [
  ...new Set(
    plain(text)
      .split(' ')
      .filter((w) => w.length > 3)
      .map((w) => w.slice(0, 5)),
  ),
]
