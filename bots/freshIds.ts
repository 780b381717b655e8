// What a step may call new things by: it draws nothing itself, so that it stays a function of what it is given.
import { randomBytes } from 'node:crypto'

const EACH = 16
let drawn = ''

/** Unguessable ids for one event: 128 bits each. Random bits are drawn for many events at once. */
export function freshIds(): string[] {
  const length = 32 * EACH
  if (drawn.length < length) drawn = randomBytes(16 * EACH * 64).toString('hex')
  const taken = drawn.slice(0, length)
  drawn = drawn.slice(length)
  return Array.from({ length: EACH }, (_, n) => taken.slice(n * 32, n * 32 + 32))
}
