// How each prompt of a claim looks: its words and what can be tapped.
import { isForTrainers } from '../../core/model/badge.ts'
import { codeOf } from '../../core/model/claimCode.ts'
import type { Decision, Endorsement } from '../../core/model/rows.ts'
import { decision, toComplete } from '../../core/model/status.ts'
import { isBefore } from '../../core/model/time.ts'
import type { Option } from '../choice.ts'
import type { Scene } from '../scene.ts'
import { attachmentsOf, evidenceInHand } from '../claimParts.ts'
import type { Attachment } from '../vocabulary.ts'
import { talkOption } from '../talking.ts'
import { type Prompt, current, progress, questionsOf } from './missing.ts'
import { composed } from './narrative.ts'
import { offeredPieces, projectOptions } from './together.ts'

/** A question to a person: `open` takes any words, voice or picture. */
export type View = {
  text: string
  options: Option[]
  open: boolean
  /** The question alone, as it is recorded. */
  asked: string
  /** What it is about. */
  attachments?: Attachment[]
}

export const LEVELS = ['level-1', 'level-2', 'level-3', 'level-4'] as const

/** In a workshop that is not over, its trainer is one tap away from every question of the claim; what comes when the badge is there needs none. */
export function viewOf(scene: Scene, prompt: Prompt): View {
  const asked = questionOf(scene, prompt)
  const view = { ...asked, options: [...asked.options, ...talkOption(scene, prompt)] }
  const { helpTill } = scene.pinned
  if (!helpTill || prompt === 'share' || !isBefore(scene.now, helpTill)) return view
  return { ...view, options: [...view.options, helpOption(scene)] }
}

export const helpOption = (scene: Scene): Option => ({ key: 'help', label: scene.text('button-help'), control: true })

function questionOf(scene: Scene, prompt: Prompt): View {
  const text = scene.text.bind(scene)
  const option = (key: string, label: string, also?: string[]): Option => ({ key, label: text(label), also })
  const control = (key: string, label: string): Option => ({ key, label: text(label), control: true })
  const closed = (words: string, ...options: Option[]): View => ({ text: words, options, open: false, asked: words })
  const open = (words: string, ...options: Option[]): View => ({ text: words, options, open: true, asked: words })

  if (prompt.startsWith('q:') || prompt.startsWith('f:')) return questionView(scene, prompt)
  if (prompt.startsWith('c:')) {
    const criterion = scene.pinned.meaning.criteria.find((c) => `c:${c.id}` === prompt)!
    const name = scene.of(scene.badge()?.badge.criteria.find((c) => c.id === criterion.id)?.name ?? criterion.name)
    const levels = LEVELS.map((label, i) => option(String(i + 1), label))
    return withProgress(scene, prompt, closed(text('ask-level', { criterion: name }), ...levels, control('ex', 'button-explain')))
  }
  if (prompt.startsWith('more:')) return open(text('ask-more'), control('skip', 'button-nothing'))

  switch (prompt as Exclude<Prompt, `${string}:${string}`>) {
    case 'sense':
      return closed(text('sense'), option('yes', 'button-yes'), option('dip', 'button-diploma'))
    case 'name':
      return scene.me.name
        ? closed(text('ask-name', { name: firstName(scene.me.name) }), option('yes', 'button-yes'), option('no', 'button-other-name'))
        : open(text('ask-new-name'))
    case 'project': {
      const { lines, options } = projectOptions(scene)
      return { ...closed([...lines, text('ask-project')].join('\n'), ...options), asked: text('ask-project') }
    }
    case 'part':
      return withProgress(scene, prompt, open(text('ask-part', { text: scene.pinned.project?.context ?? '' })))
    case 'take': {
      const offered = offeredPieces(scene)
      const view = closed(text('ask-take', { count: offered.length }), option('yes', 'button-yes'), option('no', 'button-no'))
      return { ...view, attachments: attachmentsOf(offered) }
    }
    case 'give':
      return closed(text('ask-give'), option('mine', 'button-just-me'), option('all', 'button-whole-group'))
    case 'evidence': {
      const rule = scene.badge()?.badge.evidence
      const helpers = [
        ...(rule?.example ? [control('ex', 'button-example')] : []),
        ...(scene.pinned.meaning.evidence.min === 0 ? [control('skip', 'button-skip')] : []),
      ]
      return withProgress(scene, prompt, open(rule ? scene.of(rule.ask) : text('ask-evidence'), ...helpers))
    }
    case 'gathered':
      return closed(text('ask-gathered', { pieces: pieces(scene) }), option('yes', 'button-that-is-all'), option('more', 'button-another'))
    case 'below':
      return closed(text('ask-below', belowLeft(scene)), option('new', 'button-another-badge'), option('mine', 'button-my-requests'))
    case 'recap': {
      const told = composed(scene).text
      if (scene.pinned.meaning.groups)
        return closed(
          text('ask-recap-milestone', { text: told }),
          option('yes', 'button-thats-me'),
          option('later', 'button-later', ['non']),
        )
      return told
        ? closed(text('ask-recap', { text: told }), option('yes', 'button-thats-me'), option('fix', 'button-correct'))
        : open(text('ask-recap-empty'))
    }
    case 'witness':
      return closed(
        text('ask-witness'),
        option('tutor', 'button-my-tutor'),
        option('train', 'button-my-trainer'),
        option('none', 'button-i-dont-know'),
      )
    case 'audience': {
      const { policy } = scene.pinned.meaning
      const byTrainer = scene.pinned.witness === 'trainer'
      if (policy.endorsements === 0 && !isForTrainers(policy))
        return closed(
          text('ask-audience'),
          option('tutor', 'button-nobody-else'),
          option('train', 'button-my-trainer'),
          option('all', 'button-everyone'),
        )
      const narrowest = policy.endorsements > 0 ? [option('tutor', byTrainer ? 'button-just-my-trainer' : 'button-just-my-tutor')] : []
      const trainer =
        byTrainer && narrowest.length ? [] : [option('train', narrowest.length ? 'button-also-my-trainer' : 'button-just-my-trainer')]
      return closed(text('ask-audience'), ...narrowest, ...trainer, option('all', 'button-everyone'))
    }
    case 'email':
      // known from the structure's list: used for this badge only after this yes, and another may be written
      if (scene.me.email)
        return open(
          text('ask-known-email', { email: scene.me.email }),
          option('known', 'button-yes', ['oui']),
          control('skip', 'button-no'),
        )
      return open(text('ask-email'), control('skip', 'button-no-email'))
    case 'code':
      return closed(text('ask-code'), option('skip', 'button-no-code', ['non']), option('yes', 'button-yes', ['oui']))
    case 'send':
      return closed(
        text('ask-send'),
        option('yes', sendLabel(scene), ['envoyer', 'send', 'j’envoie', 'oui']),
        option('fix', 'button-correct', ['non']),
      )
    case 'complete': {
      const asked = toComplete(scene.pinned) ?? decision(scene.pinned)
      const by = asked && 'outcome' in asked ? asked.byName : asked?.anonymous ? null : asked?.name
      // it stands between marks, in a sentence of ours
      const words = asked && 'outcome' in asked ? asked.reason?.replace(asked.through === 'automatic' ? /$/ : /\.\s*$/, '') : asked?.comment
      const told = text(answerKey(asked), { name: by ?? text('somebody'), words: words ?? '' })
      if (asked && 'outcome' in asked && asked.outcome === 'refused')
        return closed(
          told,
          option('yes', 'button-tell', ['oui']),
          option('later', 'button-later', ['non']),
          option('new', 'button-another-badge'),
          option('drop', 'button-withdraw'),
        )
      return closed(
        told,
        option('yes', 'button-yes'),
        option('later', 'button-later'),
        // a trainer's decision is not somebody else's to give
        ...(asked && 'outcome' in asked ? [] : [option('other', 'button-ask-another')]),
      )
    }
    case 'share':
      return closed(text('ask-share'), option('no', 'button-not-now', ['non']), option('yes', 'button-show-it', ['oui']))
    default:
      throw new Error(`no view for ${prompt}`)
  }
}

/** In which words a learner hears what came instead of a yes: a no of a trainer or a jury is told as one. */
function answerKey(asked: Decision | Endorsement | undefined): string {
  if (!asked) return 'news-to-complete'
  if ('verdict' in asked) return newsOf(asked)
  if (asked.through === 'automatic') return 'news-lacks'
  return `${asked.outcome === 'refused' ? 'news-refused' : 'news-to-complete'}${asked.reason ? '-words' : ''}`
}

/** How a learner hears of « pas encore » and of « non »: a no is told as one, and leads on as well. */
export const newsOf = ({ verdict, comment }: Pick<Endorsement, 'verdict' | 'comment'>): string =>
  `${verdict === 'no' ? 'news-no' : 'news-to-complete'}${comment ? '-words' : ''}`

function questionView(scene: Scene, prompt: Prompt): View {
  const id = prompt.slice(2)
  const question = questionsOf(scene).find((q) => q.id === id)!
  const skip: Option[] = question.optional ? [{ key: 'skip', label: scene.text('button-skip'), control: true }] : []
  if (prompt.startsWith('f:')) {
    const words = scene.of(question.followUp!)
    return { text: words, options: skip, open: true, asked: words }
  }
  const example: Option[] = question.example ? [{ key: 'ex', label: scene.text('button-example'), control: true }] : []
  // another wording for whoever has been asked before
  const words = scene.of(question.ask[scene.world.mine.filter((c) => c.openedAt < scene.pinned.openedAt).length % question.ask.length]!)
  return withProgress(scene, prompt, { text: words, options: [...example, ...skip], open: true, asked: words })
}

/** « Question 2 sur 6. … » */
const withProgress = (scene: Scene, prompt: Prompt, view: View): View => {
  const at = progress(scene, prompt)
  return at ? { ...view, text: `${scene.text('progress', at)} ${view.text}` } : view
}

/** What a milestone that was begun has lost since. */
const belowLeft = (scene: Scene): { badge: string; left: number } => ({
  badge: scene.badgeName(),
  left: (scene.pinned.meaning.groups?.need ?? 0) - (scene.pinned.restsOn?.length ?? 0),
})

const sendLabel = (scene: Scene): string => {
  const { policy } = scene.pinned.meaning
  if (policy.endorsements > 0) return scene.pinned.witness === 'trainer' ? 'button-send-trainer' : 'button-send-tutor'
  return isForTrainers(policy) && !codeOf(scene.pinned) ? 'button-send-trainer' : 'button-send'
}

/** « 3 photos », « 1 photo et 1 vocal »: what has come in as evidence. */
export function pieces(scene: Scene): string {
  const counts = new Map<string, number>()
  for (const piece of evidenceInHand(scene.pinned, 'evidence')) counts.set(piece.kind, (counts.get(piece.kind) ?? 0) + 1)
  const parts = [...counts].map(([kind, count]) => scene.text(`pieces-${kind}`, { count }))
  return parts.length < 2 ? (parts[0] ?? '') : scene.text('pieces-and', { first: parts.slice(0, -1).join(', '), last: parts.at(-1)! })
}

export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/** Words that help: the question in other words, with an example. */
export function helpFor(scene: Scene, prompt: Prompt, how: 'example' | 'again'): string | undefined {
  const question = prompt.startsWith('q:') || prompt.startsWith('f:') ? questionsOf(scene).find((q) => q.id === prompt.slice(2)) : undefined
  if (question) {
    if (how === 'example') return question.example && scene.of(question.example)
    return question.again ? scene.of(question.again) : question.example && scene.of(question.example)
  }
  if (prompt === 'evidence') {
    const example = scene.badge()?.badge.evidence?.example
    return example && scene.of(example)
  }
  if (prompt.startsWith('c:')) {
    const criterion = scene.pinned.meaning.criteria.find((c) => `c:${c.id}` === prompt)
    return criterion?.levels.map((level, i) => `${i + 1}. ${scene.of(level)}`).join('\n')
  }
  return undefined
}

/** What a prompt is called in a list of answers: the question's last sentence, or the criterion. */
export function titleOf(scene: Scene, prompt: string): string {
  const answer = current(scene.pinned, prompt)
  const asked = answer?.asked ?? ''
  const last = asked.match(/[^.!?…]+[?？]?\s*$/)?.[0] ?? asked
  return last.trim()
}
