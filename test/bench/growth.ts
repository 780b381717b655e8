// Does a turn get dearer with the length of its conversation? The same correction, at turn 12 and at turn 200, side by side.
import { actOn } from './learner.ts'
import type { Speaker, Talk } from './conversation.ts'

export type Growth = { early: Point; late: Point; ratio: number }
/** Median milliseconds of a turn around this turn of the conversation. */
export type Point = { turn: number; ms: number }

const PAIRS = 16
const CYCLES = 4
const LATE = 200

export async function measureGrowth(talk: Talk): Promise<Growth> {
  const pairs = await Promise.all(Array.from({ length: PAIRS }, async () => ({ young: await told(talk), old: await told(talk) })))
  await Promise.all(
    pairs.map(async ({ old }) => {
      while (old.turns < LATE) await corrects(old)
    }),
  )
  const early: number[] = []
  const late: number[] = []
  const turns = { early: pairs[0]!.young.turns, late: pairs[0]!.old.turns }
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    for (const { young, old } of pairs) {
      early.push(...(await corrects(young)))
      late.push(...(await corrects(old)))
    }
  }
  const [a, b] = [median(early), median(late)]
  return { early: { turn: turns.early, ms: a }, late: { turn: turns.late, ms: b }, ratio: b / a }
}

/** Somebody who has told everything and reads the recap. */
async function told(talk: Talk): Promise<Speaker> {
  const learner = talk.person()
  await learner.does({ is: 'start', code: 'l-heure-compte' })
  await learner.goesOn((s) => s.asked().buttons.some(({ data }) => /\.recap\.yes$/.test(data)))
  return learner
}

/** « Corriger », the first answer, other words: three turns, each in milliseconds. */
async function corrects(learner: Speaker): Promise<number[]> {
  const asks = await learner.does({ is: 'text', text: 'corriger' })
  const chooses = await learner.does(actOn(learner.asked(), learner.turns)!)
  const tells = await learner.does({ is: 'text', text: 'J’ai mis deux réveils et j’ai préparé mon sac la veille au soir.' })
  return [asks.ms, chooses.ms, tells.ms]
}

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
