// Learns what a reply most looks like: multinomial logistic regression, each weight with a step of its own (Adagrad). The same replies give the
// same weights to the last bit: the order is shuffled from a fixed seed.
import { featuresOf } from '../../dialogs/tutor/understanding/learned/features.ts'
import { type Kept, likelihoods, type Model, PLACES, placeOf, READINGS } from '../../dialogs/tutor/understanding/learned/opinion.ts'
import { written } from '../../dialogs/tutor/understanding/letter.ts'
import { clausesOf } from '../../dialogs/tutor/understanding/spelling.ts'
import { composed, type Reply } from './replies.ts'

const EPOCHS = 15
const STEP = 0.3
const SHRINK = 1e-5
const SIZE = READINGS.length

type Example = { places: Int32Array; values: Float32Array; reading: number }

const examples = new Map<Reply, Example>()
function exampleOf(reply: Reply): Example {
  const known = examples.get(reply)
  if (known) return known
  const comment = written(reply.text)
  const features = [...featuresOf(clausesOf(comment, reply.learner), comment)]
  const example = {
    places: Int32Array.from(features, ([feature]) => placeOf(feature) * SIZE),
    values: Float32Array.from(features, ([, value]) => value),
    reading: READINGS.indexOf(reply.label),
  }
  examples.set(reply, example)
  return example
}

export function learn(replies: readonly Reply[]): Model {
  const weights = new Float32Array(PLACES * SIZE)
  const bias = new Float32Array(SIZE)
  const squares = new Float32Array(PLACES * SIZE).fill(0.01)
  const biasSquares = new Float32Array(SIZE).fill(1)
  const order = [...replies, ...composed(replies)].map(exampleOf)
  const random = seeded(42)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const { places, values, reading } of order) {
      const scores = Array.from(bias)
      for (let q = 0; q < places.length; q++) for (let k = 0; k < SIZE; k++) scores[k]! += weights[places[q]! + k]! * values[q]!
      const shares = likelihoods(scores)
      for (let k = 0; k < SIZE; k++) {
        const error = shares[k]! - (k === reading ? 1 : 0)
        if (Math.abs(error) < 0.001) continue
        biasSquares[k]! += error * error
        bias[k]! -= (STEP * error) / Math.sqrt(biasSquares[k]!)
        for (let q = 0; q < places.length; q++) {
          const at = places[q]! + k
          const slope = error * values[q]! + SHRINK * weights[at]!
          squares[at]! += slope * slope
          weights[at]! -= (STEP * slope) / Math.sqrt(squares[at]!)
        }
      }
    }
  }
  return { weights, bias }
}

/** Whole numbers, in base64. What is beyond the largest is cut off: few are. */
export function kept({ weights, bias }: Model): Kept {
  const largest = 2.5
  const scale = largest / 127
  const bytes = Int8Array.from(weights, (weight) => Math.round(Math.max(-largest, Math.min(largest, weight)) / scale))
  return { scale, bias: Array.from(bias), weights: Buffer.from(bytes.buffer).toString('base64') }
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[items[i], items[j]] = [items[j]!, items[i]!]
  }
}
