// A jury: several trainers of the structure, each with a word of their own. What follows from their words, and when it is certain.
//
// Deciding. More than half of the seats for one outcome: that is the decision, at the first moment at which the words still to come cannot
// change it. No half for « accepted » nor for « refused », but more than half for one of the two that are no yes: « to complete », the
// milder one, since everything stays open. An exact half for « accepted » is a tie: one trainer decides, with every word in view.
// Advising. Once all have advised: one trainer decides, with every word in view.
// Seats: as many as the policy says, and no more than trainers who may sit. A seat is nobody's: whoever comes first. After the policy's days
// those who have answered are the whole jury; where nobody has, one trainer decides. So no claim waits for a juror who never answers.
import type { Policy } from './badge.ts'
import type { ClaimTree, Outcome, Review } from './rows.ts'
import { decision, sending } from './status.ts'
import { isBefore } from './time.ts'

export type Jury = NonNullable<Policy['jury']>

/** `over`: one trainer decides. */
export type Standing = { is: 'open'; said: number; seats: number } | { is: 'decided'; outcome: Outcome } | { is: 'over'; tie: boolean }

type Judged = Pick<ClaimTree, 'personId' | 'sendings' | 'endorsements' | 'decisions' | 'juryOverAt'>

/** Nobody judges their own claim, and one person has one voice: whoever confirmed it is no juror of it. */
export const maySit = (claim: Pick<Judged, 'personId' | 'endorsements'>, person: string): boolean =>
  claim.personId !== person && !claim.endorsements.some((e) => e.endorserId === person && e.verdict === 'yes' && !e.withdrawnAt)

/** Who had a word in deciding it since it was last sent, as a juror or alone: one person has one voice, and theirs is given. */
export const hasJudged = (claim: Pick<Judged, 'sendings' | 'decisions'>, reviews: Review[], person: string): boolean => {
  const sent = sending(claim)
  return sent !== undefined && [...reviews, ...claim.decisions].some((one) => one.by === person && !isBefore(one.at, sent.at))
}

/** Words that count: since the claim was last sent, each trainer's first, of those who are trainers now and may sit. */
export function wordsOf(claim: Judged, reviews: Review[], trainers: string[]): Review[] {
  const sent = sending(claim)
  if (!sent) return []
  const seated = reviews.filter((one) => one.by && trainers.includes(one.by) && maySit(claim, one.by) && !isBefore(one.at, sent.at))
  return seated.filter((one, at) => seated.findIndex((other) => other.by === one.by) === at)
}

/** The jury's own time: it was not over since the claim was last sent, and nothing is decided. */
export function isJurysTurn(claim: Judged, policy: Policy): boolean {
  const sent = sending(claim)
  const over = claim.juryOverAt && sent && !isBefore(claim.juryOverAt, sent.at)
  return policy.jury !== undefined && sent !== undefined && !over && !decision(claim)
}

/** `due`: the policy's days are over. `able`: how many trainers may sit. */
export function standing(jury: Jury, words: Pick<Review, 'outcome'>[], able: number, due = false): Standing {
  const seats = due ? words.length : Math.min(jury.reviewers, Math.max(able, words.length))
  const open: Standing = { is: 'open', said: words.length, seats }
  if (seats === 0) return { is: 'over', tie: false }
  if (jury.says === 'advises') return words.length >= seats || able < 2 ? { is: 'over', tie: false } : open
  const found = certain(
    words.map(({ outcome }) => outcome),
    seats,
  )
  if (!found) return open
  return found === 'tie' ? { is: 'over', tie: true } : { is: 'decided', outcome: found }
}

type Found = Outcome | 'tie'

/** What the words lead to whatever the open seats say; undefined: that is not certain yet. */
function certain(words: Outcome[], seats: number): Found | undefined {
  const count = (outcome: Outcome) => words.filter((one) => one === outcome).length
  const [yes, more, no] = [count('accepted'), count('to-complete'), count('refused')]
  const open = Math.max(0, seats - words.length)
  const found = new Set<Found>()
  for (let a = 0; a <= open; a++)
    for (let b = 0; a + b <= open; b++) found.add(majority(yes + a, more + b, no + open - a - b, Math.max(seats, words.length)))
  return found.size === 1 ? [...found][0] : undefined
}

function majority(yes: number, more: number, no: number, seats: number): Found {
  if (yes * 2 > seats) return 'accepted'
  if (no * 2 > seats) return 'refused'
  return (more + no) * 2 > seats ? 'to-complete' : 'tie'
}

/** What the learner reads: the reasons of those who said it, each once; « to complete » takes those of « refused » too. */
export function reasonsOf(words: Pick<Review, 'outcome' | 'reason'>[], outcome: Outcome): string | null {
  const said = words.filter((one) => one.outcome === outcome || (outcome === 'to-complete' && one.outcome === 'refused'))
  const reasons = [...new Set(said.flatMap(({ reason }) => reason?.trim() || []))]
  return outcome === 'accepted' || reasons.length === 0 ? null : reasons.join(' ')
}
