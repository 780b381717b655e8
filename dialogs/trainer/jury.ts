// A juror's word, and what the jury's words come to (core/model/jury.ts has the rule). A juror hears nothing of the others before their own.
import { isJurysTurn, maySit, reasonsOf, standing, type Standing, wordsOf } from '../../core/model/jury.ts'
import type { Outcome, Review } from '../../core/model/rows.ts'
import { isConfirmed, sending } from '../../core/model/status.ts'
import { plusSeconds } from '../../core/model/time.ts'
import { firstName } from '../learner/view.ts'
import { tellTrainers } from '../learner/send.ts'
import type { Scene } from '../scene.ts'
import { recordDecision, tellLearner } from './decided.ts'

const trainers = (scene: Scene): string[] => scene.world.trainers.map(({ id }) => id)

const able = (scene: Scene): number => trainers(scene).filter((id) => maySit(scene.pinned, id)).length

/** Words that count, with those of this turn. */
const counted = (scene: Scene, more: Review[] = []): Review[] => wordsOf(scene.pinned, [...scene.world.reviews, ...more], trainers(scene))

export const isJurys = (scene: Scene): boolean => isJurysTurn(scene.pinned, scene.pinned.meaning.policy)

/** What the jury said, for whoever decides afterwards; nothing while it is the jury's turn. */
export const wordsInView = (scene: Scene): Review[] => (scene.pinned.meaning.policy.jury && !isJurys(scene) ? counted(scene) : [])

/** How many are asked, as things stand. */
export const seats = (scene: Scene): number => Math.min(scene.pinned.meaning.policy.jury?.reviewers ?? 1, Math.max(1, able(scene)))

/** How the jury stands, for a juror who has had their word; null: they have not, or it is not the jury's turn. */
export function standsForMe(scene: Scene): { said: number; seats: number } | null {
  const words = counted(scene)
  return isJurys(scene) && words.some(({ by }) => by === scene.me.id) ? { said: words.length, seats: seats(scene) } : null
}

/** The word of whoever speaks. Their turn says what became of it, in the chat or on the page. */
export function speakAsJuror(scene: Scene, outcome: Outcome, reason: string | null, through: string): Standing {
  const { jury } = scene.pinned.meaning.policy
  const word: Review = {
    id: scene.id('review'),
    claimId: scene.pinned.id,
    by: scene.me.id,
    byName: scene.me.name,
    outcome,
    reason,
    at: scene.now,
    through,
  }
  scene.write('Review', word)
  scene.audit(`review ${outcome}`)
  // of two jurors at once, the second counts the first
  scene.guard()
  const words = counted(scene, [word])
  const now = standing(jury!, words, able(scene))
  conclude(scene, now, words, through)
  return now
}

/** Everything but the trainers' word is there: the jury's days begin. Where nobody can be a jury, one trainer decides. */
export function callJury(scene: Scene): void {
  const { jury } = scene.pinned.meaning.policy
  const sent = sending(scene.pinned)
  if (!jury || !sent || !isJurys(scene)) return
  if (standing(jury, [], able(scene)).is === 'over') return scene.changeClaim({ juryOverAt: scene.now })
  scene.start({
    id: `${scene.event.key}:jury`,
    is: 'jury-due',
    claim: scene.pinned.id,
    sentAt: sent.at,
    at: plusSeconds(scene.now, jury.days * 86400),
  })
}

/** The jury's days are over. A claim that was sent again since has a jury, and days, of its own. */
export function juryDue(scene: Scene, sentAt: string): void {
  const { jury } = scene.pinned.meaning.policy
  const sent = sending(scene.pinned)
  if (!jury || !sent || Date.parse(sent.at) !== Date.parse(sentAt) || scene.pinned.withdrawnAt || !isJurys(scene)) return
  const words = counted(scene)
  scene.audit('jury due')
  conclude(scene, standing(jury, words, able(scene), true), words, 'jury')
}

/** Who may sit has changed, or a word is void: what is left of the words may be certain now. False: it is not. */
export function recountJury(scene: Scene): boolean {
  const { policy } = scene.pinned.meaning
  if (!policy.jury || scene.pinned.withdrawnAt || !isJurys(scene) || !isConfirmed(scene.pinned, policy)) return false
  const words = counted(scene)
  const now = standing(policy.jury, words, able(scene))
  conclude(scene, now, words, 'jury')
  return now.is !== 'open'
}

function conclude(scene: Scene, now: Standing, words: Review[], through: string): void {
  switch (now.is) {
    case 'open':
      return
    case 'over':
      scene.changeClaim({ juryOverAt: scene.now })
      scene.audit(now.tie ? 'jury tied' : 'jury over')
      if (words.length === 0) tellTrainers(scene, 'trainer-jury-silent')
      else if (!now.tie) tellTrainers(scene, 'trainer-jury-advised')
      // a second voice for nobody, where there is a trainer who had none
      else if (!tellTrainers(scene, 'trainer-jury-tie', undefined, (trainer) => !words.some(({ by }) => by === trainer.id)))
        tellTrainers(scene, 'trainer-jury-tie')
      return
    case 'decided': {
      const { outcome } = now
      recordDecision(scene, { by: null, byName: nameOf(scene, words), outcome, reason: reasonsOf(words, outcome), through })
      tellLearner(scene, outcome)
      tellJurors(scene, words, outcome)
      return
    }
    default:
      now satisfies never
  }
}

/** « Le jury (Léa Roux, Karim Benali et Nora Diop) », in the language of the claim, where it is read. */
function nameOf(scene: Scene, words: Review[]): string {
  const { language } = scene.pinned
  const names = words.flatMap(({ byName }) => byName ?? [])
  const said = names.length ? new Intl.ListFormat(language).format(names) : ''
  const { texts } = scene.world.house
  return said ? texts.say(language, 'jury-of', { names: said }) : texts.say(language, 'jury')
}

/** Those who had a word in it, but for whoever speaks now: their own turn tells them. */
function tellJurors(scene: Scene, words: Review[], outcome: Outcome): void {
  const learner = firstName(scene.world.owner?.name ?? '')
  for (const juror of scene.world.trainers)
    if (juror.id !== scene.me.id && words.some(({ by }) => by === juror.id))
      scene.tell(juror, (text) => ({ text: text(`trainer-jury-${outcome}`, { learner, badge: scene.badgeName() }) }))
}
