// The tutor's word: one reply, said back, undone within its time, bound to the digest of what was shown.
import { hasJudged } from '../../core/model/jury.ts'
import type { Capacity, Endorsement, Verdict } from '../../core/model/rows.ts'
import { plusSeconds } from '../../core/model/time.ts'
import type { Heard } from '../learner/heard.ts'
import { offer } from '../learner/ask.ts'
import { firstName } from '../learner/view.ts'
import { learnerName } from '../learner/welcome.ts'
import type { Scene } from '../scene.ts'
import { pageKey } from '../page.ts'
import type { InboundEvent } from '../vocabulary.ts'
import { learnerOf, listRequests, showRequest } from './request.ts'
import { askOrganisation, askRole, nextAbout, organisationIn, roleCounts, takeOrganisation, takeRole, withStanding } from './standing.ts'
import { hearQuestion, offerToAsk } from './question.ts'
import { plain } from '../words.ts'
import { understand } from './understand.ts'

const get = (scene: Scene, id: string): Endorsement => scene.pinned.endorsements.find((e) => e.id === id)!

export function hearTutor(scene: Scene, id: string, prompt: string, heard: Heard): boolean {
  switch (prompt) {
    case 'open':
      showRequest(scene, id)
      return true
    case 'verdict':
    case 'sure':
      return hearVerdict(scene, id, heard, prompt)
    case 'question':
      return heard.is === 'option' ? hearQuestion(scene, id, heard.key) : hearVerdict(scene, id, heard)
    case 'missing':
      return hearMissing(scene, id, heard)
    case 'settle':
      return hearSettle(scene, id, heard)
    case 'role':
      return hearRole(scene, id, heard)
    case 'organisation':
      return hearOrganisation(scene, id, heard)
    default:
      return false
  }
}

function hearVerdict(scene: Scene, id: string, heard: Heard, prompt = 'verdict'): boolean {
  const before = get(scene, id)
  if (before.settledAt) {
    scene.say(scene.text('tutor-already', { learner: learnerOf(scene), badge: scene.badgeName() }))
    return true
  }
  // opened before they had their word in deciding it
  if (hasJudged(scene.pinned, scene.world.reviews, scene.me.id)) {
    scene.say(scene.text('tutor-has-judged', { learner: learnerOf(scene) }))
    return true
  }
  // the learner changed the text meanwhile: a word counts only for what was read
  if (before.shownDigest !== scene.pinned.digest) {
    scene.say(scene.text('tutor-text-changed', { learner: firstName(learnerOf(scene)) }))
    showRequest(scene, id)
    return true
  }
  if (heard.is === 'option') {
    const verdict = ({ yes: 'yes', not: 'not-yet', no: 'no', notme: 'not-me' } as const)[heard.key]
    if (!verdict) return false
    giveVerdict(scene, id, verdict, before.unclear)
    return true
  }
  if (heard.is === 'media') {
    askWhetherYes(scene, id, heard.media.caption || before.unclear, 'tutor-not-words')
    return true
  }
  const understood = understand(heard.text, learnerOf(scene))
  switch (understood.verdict) {
    case 'more':
      offerToAsk(scene, id, understood.comment)
      return true
    case 'condition':
    case 'unclear':
      askWhetherYes(
        scene,
        id,
        wordsSoFar(before, understood.comment, prompt),
        understood.verdict === 'condition' ? 'tutor-sure-limit' : 'tutor-sure',
      )
      return true
    case 'yes':
      // « oui » to « est-ce un oui ? » is a yes to the words before: what limits it stays with it
      giveVerdict(scene, id, 'yes', prompt === 'sure' ? joined(before.unclear, understood.comment) : understood.comment)
      return true
    case 'not-yet':
    case 'no':
    case 'not-me':
      giveVerdict(scene, id, understood.verdict, understood.comment)
      return true
    default:
      return understood satisfies never
  }
}

const joined = (...words: (string | null)[]): string | null => words.filter(Boolean).join('\n') || null

/** While we ask whether it is a yes, what limits it is not forgotten for an « ok » that comes after it. */
function wordsSoFar(before: Endorsement, words: string, prompt: string): string | null {
  if (prompt !== 'sure' || !before.unclear) return words || before.unclear
  return words.split(/\s+/).length < 3 ? before.unclear : joined(before.unclear, words)
}

function askWhetherYes(scene: Scene, id: string, words: string | null, key: string): void {
  scene.record('Endorsement', { ...get(scene, id), unclear: words })
  offer(scene, { is: 'endorsement', id }, 'sure', scene.text(key), [
    { key: 'yes', label: scene.text(words ? 'button-yes-with-words' : 'button-i-confirm') },
    { key: 'not', label: scene.text('button-not-yet') },
    { key: 'notme', label: scene.text('button-not-me') },
  ])
}

/** Records the word; it settles when its undo time is over. */
export function giveVerdict(scene: Scene, id: string, verdict: Verdict, comment: string | null, capacity?: Capacity): void {
  const given = { verdict, comment, unclear: null, at: scene.now, name: scene.me.name }
  scene.record('Endorsement', {
    ...withStanding(scene, get(scene, id), capacity),
    ...given,
    shownDigest: scene.pinned.digest,
    channel: scene.through,
  })
  scene.audit(`verdict ${verdict}`, id)
  settleAt(scene, id, scene.world.house.undoSeconds(scene.pinned.openedThrough))
  if (verdict === 'not-yet' && !comment) {
    const message = scene.say(scene.text('tutor-what-is-missing', { learner: firstName(learnerOf(scene)) }), {
      choices: {
        subject: { is: 'endorsement', id },
        prompt: 'missing',
        options: [{ key: 'skip', label: scene.text('button-skip'), control: true }],
      },
    })
    scene.look({ is: 'endorsement', id }, 'missing', { message })
  } else confirmBack(scene, id)
}

/** The job that settles it: a later verdict makes a later job, and the earlier one finds nothing to do. */
function settleAt(scene: Scene, id: string, seconds: number): void {
  scene.start({ ...settling(scene, id), id: `${scene.event.key}:settle:${seconds}`, at: plusSeconds(scene.now, seconds) })
}

const settling = (scene: Scene, id: string) =>
  ({ is: 'settle-verdict', claim: scene.pinned.id, endorsement: id, given: get(scene, id).at ?? scene.now }) as const

function hearMissing(scene: Scene, id: string, heard: Heard): boolean {
  if (heard.is === 'media') return false
  if (heard.is === 'words') scene.record('Endorsement', { ...get(scene, id), comment: heard.text.trim() })
  confirmBack(scene, id)
  return true
}

/** What they said, of whom, and what becomes of it. */
function confirmBack(scene: Scene, id: string): void {
  const { verdict, comment, anonymous } = get(scene, id)
  const said = scene.text(`tutor-said-${verdict}`, { learner: learnerOf(scene), badge: scene.badgeName() })
  const shown = `tutor-${anonymous ? 'no-name' : 'name'}${comment ? '-words' : ''}-shown`
  const kept =
    verdict === 'yes' ? scene.text(shown, { learner: firstName(learnerOf(scene)) }) : comment ? scene.text('tutor-words-kept') : ''
  const text = `${said} ${kept}`.trim()
  offer(scene, { is: 'endorsement', id }, 'settle', text, [
    { key: 'done', label: scene.text('button-thats-right'), also: verdict === 'yes' ? ['oui'] : [] },
    ...(verdict === 'yes' && !anonymous ? [{ key: 'anon', label: scene.text('button-without-my-name') }] : []),
    { key: 'undo', label: scene.text('button-undo'), also: verdict === 'yes' ? ['non'] : [] },
  ])
}

/** « Non en fait… » after a yes, « oui mais… » after a no: another word, and no comment of the one before. */
function turnsRound(verdict: Verdict, text: string, learner: string): boolean {
  const now = understand(text, learner).verdict
  if (verdict === 'yes') return now === 'no' || now === 'not-yet' || now === 'not-me' || /^(non|nan|no)\b/.test(plain(text))
  return now === 'yes' || (now === 'not-me' && verdict !== 'not-me') || /^(oui|ouais|ui|wi|yes)\b/.test(plain(text))
}

export function hearSettle(scene: Scene, id: string, heard: Heard): boolean {
  const now = get(scene, id)
  if (heard.is === 'media') return false
  if (heard.is === 'words') {
    if (now.verdict && !now.settledAt && turnsRound(now.verdict, heard.text, learnerOf(scene))) {
      scene.record('Endorsement', { ...now, verdict: null, comment: null, at: null, anonymous: false })
      scene.audit('verdict undone', id)
      if (now.verdict === 'yes') return hearVerdict(scene, id, heard)
      askWhetherYes(scene, id, heard.text.trim(), 'tutor-sure')
      return true
    }
    // another sentence about the same: kept with the first
    if (heard.text.split(/\s+/).length < 3 || now.settledAt) return false
    scene.record('Endorsement', { ...now, comment: [now.comment, heard.text].filter(Boolean).join('\n') })
    confirmBack(scene, id)
    return true
  }
  if (now.settledAt || !now.verdict) {
    if (heard.key === 'done' && now.settledAt) return afterwards(scene, id)
    scene.say(scene.text(now.settledAt ? 'tutor-too-late' : 'already-noted'), { over: true })
    return true
  }
  if (heard.key === 'undo') {
    scene.record('Endorsement', { ...now, verdict: null, comment: null, at: null, anonymous: false })
    scene.audit('verdict undone', id)
    scene.say(scene.text('tutor-undone'))
    showRequest(scene, id)
    return true
  }
  if (heard.key === 'anon') {
    scene.record('Endorsement', { ...now, anonymous: true })
    confirmBack(scene, id)
    return true
  }
  if (heard.key !== 'done') return false
  // the word settles with the role, where the badge waits for one; by its undo time in any case
  const first = nextAbout(scene, now)
  if (!(first === 'role' && now.verdict === 'yes' && roleCounts(scene, id))) settleAt(scene, id, 0)
  return afterwards(scene, id)
}

/** The role and the organisation are asked once, after the word; then what else waits. */
function afterwards(scene: Scene, id: string): boolean {
  const next = nextAbout(scene, get(scene, id))
  if (next === 'role') askRole(scene, id)
  else if (next === 'organisation') askOrganisation(scene, id)
  else {
    scene.say(scene.text('tutor-thanks'))
    moreRequests(scene, id)
  }
  return true
}

function hearRole(scene: Scene, id: string, heard: Heard): boolean {
  const page = heard.is === 'option' ? pageKey(heard.key) : undefined
  if (page !== undefined) {
    askRole(scene, id, page)
    return true
  }
  const before = get(scene, id)
  const counts = before.verdict === 'yes' && roleCounts(scene, id)
  if (!takeRole(scene, heard)) return false
  scene.record('Endorsement', withStanding(scene, before))
  if (counts && !before.settledAt) settleAt(scene, id, 0)
  // it settled by its undo time, and was told so, before the role was known
  if (counts && before.settledAt) scene.start({ ...settling(scene, id), id: `${scene.event.key}:role`, late: true, at: scene.now })
  return afterwards(scene, id)
}

function hearOrganisation(scene: Scene, id: string, heard: Heard): boolean {
  if (!takeOrganisation(scene, heard)) return false
  // pages show what is known today; what is signed already holds what was known then
  scene.record('Endorsement', withStanding(scene, get(scene, id)))
  return afterwards(scene, id)
}

function moreRequests(scene: Scene, id: string): void {
  const others = scene.world.requests.filter((r) => r.endorsement !== id)
  if (others.length) listRequests(scene)
  else scene.lookAway()
}

type TutorForm = Omit<Extract<InboundEvent, { is: 'verdict' }>, 'is' | 'code'>

/** The form of the page: the same facts, in one go. */
export function hearForm(scene: Scene, id: string, form: TutorForm): void {
  // the learner changed the text while it was being read: the page shows the new one
  if (form.digest !== undefined && form.digest !== (scene.pinned.digest ?? '')) return
  const name = learnerName(form.name ?? '') ?? scene.me.name
  const chosen = form.capacity
  const role = learnerName(form.role ?? '') ?? (chosen ? scene.text(`role-${chosen}`) : scene.me.role)
  const organisation = organisationIn(form.organisation ?? '') ?? scene.me.organisation ?? null
  scene.change({ name, role, organisation })
  giveVerdict(scene, id, form.verdict, form.comment?.trim() || null, chosen)
  const { device, network } = form.traces ?? {}
  const traces = device || network ? { ...(device && { device }), ...(network && { network }) } : null
  if (form.anonymous || traces) scene.record('Endorsement', { ...get(scene, id), anonymous: form.anonymous ?? false, traces })
}
