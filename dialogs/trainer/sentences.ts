// Ready-made sentences for a decision, in the words of whoever reads them: what is missing from this claim, then those of the badge and
// of the structure, then the usual ones.
import type { Badge, Localized, Meaning, StructureFile } from '../../core/model/badge.ts'
import type { ClaimTree } from '../../core/model/rows.ts'
import { isThin, speaksOfGroupOnly } from '../learner/missing.ts'
import { localized, type Speech, type Texts } from '../texts.ts'

/** `key`: the same for the same sentence, so that a page and a button find it again. */
export type Sentence = { key: string; text: string }

export type Told = {
  claim: Pick<ClaimTree, 'answers' | 'evidence'>
  meaning: Pick<Meaning, 'evidence'>
  badge?: Pick<Badge, 'reasons'>
  structure?: Pick<StructureFile, 'reasons'>
}

/** Of what the claim lacks: more than that is a second message to a learner. */
const MOST_LACKS = 2
const MOST = 4

/** At most four, those that fit this claim first. */
export function sentencesFor(outcome: 'to-complete' | 'refused', told: Told, speech: Speech, texts: Texts): Sentence[] {
  const own = (prefix: string, list: Localized[] = []) => list.map((text, n) => ({ key: `${prefix}${n}`, text: localized(text, speech) }))
  const of = outcome === 'refused' ? ('refuse' as const) : ('complete' as const)
  const ready = (keys: string[]) => keys.map((key) => ({ key, text: texts.say(speech, `ready-${key}`) }))
  const lacks = outcome === 'refused' ? [] : lackingFrom(told, speech, texts).slice(0, MOST_LACKS)
  const all = [
    ...lacks,
    ...own('b', told.badge?.reasons?.[of]),
    ...own('s', told.structure?.reasons?.[of]),
    ...ready(outcome === 'refused' ? ['other-moment', 'other-badge', 'talk'] : ['own', 'evidence', 'where', 'result']),
  ]
  return all.filter((one, at) => all.findIndex((other) => other.key === one.key) === at).slice(0, MOST)
}

function lackingFrom({ claim, meaning }: Told, speech: Speech, texts: Texts): Sentence[] {
  const kept = claim.evidence.filter((e) => e.state === 'kept' && !e.removedAt)
  const found: Sentence[] = []
  if (kept.length < Math.max(1, meaning.evidence.min)) {
    const { kinds } = meaning.evidence
    const key = kinds.includes('photo') && kinds.includes('voice') ? 'lacks-photo' : 'lacks-evidence'
    found.push({ key: 'evidence', text: texts.say(speech, `ready-${key}`) })
  }
  const told = claim.answers.filter((a) => !a.supersededAt && a.text && !a.skipped)
  if (told.length > 0 && speaksOfGroupOnly(told.flatMap((a) => a.text!.toLowerCase().split(/\s+/))))
    found.push({ key: 'own', text: texts.say(speech, 'ready-lacks-own') })
  const thin = claim.answers.find(
    (a) =>
      a.prompt.startsWith('q:') &&
      !a.supersededAt &&
      (a.skipped || isThin(a, claim.evidence, 'first')) &&
      !claim.answers.some((f) => f.prompt === `f:${a.prompt.slice(2)}` && !f.supersededAt && !f.skipped),
  )
  const question = thin?.asked.match(/[^.!?…]+[?？]\s*$/)?.[0].trim()
  if (thin && question) found.push({ key: `q-${thin.prompt.slice(2)}`, text: texts.say(speech, 'ready-lacks-answer', { text: question }) })
  return found
}
