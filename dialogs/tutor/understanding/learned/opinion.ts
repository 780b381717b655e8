// What a reply most looks like, among the replies that it was learnt from (test/understanding/): how likely each reading is. A sum of weights, one
// for each feature and reading; features share places by their hash. Pure, no I/O after import.
import { type Features, featuresOf } from './features.ts'
import learned from './weights.json' with { type: 'json' }

export const READINGS = ['yes', 'not-yet', 'no', 'not-me', 'condition', 'more', 'unclear'] as const
export type Reading = (typeof READINGS)[number]

/** How likely each reading is; together 1. */
export type Opinion = Readonly<Record<Reading, number>>

/** `weights`: for each of `PLACES` places, one for each reading, in their order. */
export type Model = { bias: ArrayLike<number>; weights: ArrayLike<number> }

export const PLACES = 1 << 14
const SIZE = READINGS.length

/** As it is kept: whole numbers from -127 to 127 in base64, to be multiplied by `scale`. */
export type Kept = { scale: number; bias: number[]; weights: string }

export function opened({ scale, bias, weights }: Kept): Model {
  const bytes = Int8Array.from(atob(weights), (char) => char.charCodeAt(0))
  return { bias, weights: Float32Array.from(bytes, (byte) => byte * scale) }
}

export const LEARNED: Model = opened(learned)

/** FNV-1a. */
export function placeOf(feature: string): number {
  let hash = 2166136261
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 16777619)
  return ((hash ^ (hash >>> 15)) >>> 0) & (PLACES - 1)
}

export function opinionOf(clauses: readonly string[], comment: string, model: Model = LEARNED): Opinion {
  const scores = READINGS.map((_, k) => model.bias[k]!)
  for (const [feature, value] of featuresOf(clauses, comment)) {
    const at = placeOf(feature) * SIZE
    for (let k = 0; k < SIZE; k++) scores[k]! += model.weights[at + k]! * value
  }
  const shares = likelihoods(scores)
  return Object.fromEntries(READINGS.map((reading, k) => [reading, shares[k]!])) as Record<Reading, number>
}

export function likelihoods(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - most))
  const sum = shares.reduce((a, b) => a + b, 0)
  return shares.map((share) => share / sum)
}

/** Why: what spoke most for a reading and against it, strongest first. For whoever asks; nothing depends on it. */
export function reasonsFor(reading: Reading, features: Features, model: Model = LEARNED): { feature: string; weight: number }[] {
  const k = READINGS.indexOf(reading)
  return [...features]
    .map(([feature, value]) => {
      const at = placeOf(feature) * SIZE
      let mean = 0
      for (let other = 0; other < SIZE; other++) mean += model.weights[at + other]! / SIZE
      return { feature, weight: value * (model.weights[at + k]! - mean) }
    })
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}
