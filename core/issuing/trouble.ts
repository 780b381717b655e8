// What an exchange that brought no result means for the claim, the same for every backend.
import type { z } from 'zod'
import type { Reply } from './exchange.ts'
import type { Trouble } from './port.ts'

/**
 * What it means to ask again. `harmless`: the platform recognises a repetition, or was only read from. `looked-up`: what was asked for is
 * looked for first. `never`: it might be done twice.
 */
export type Again = 'harmless' | 'looked-up' | 'never'

/** After an answer was lost, a look-up is given this many seconds: what arrived late must be found by it. */
const SETTLING = 60

/** Undefined: it was taken, and the answer is to be read. */
export function troubleOf(reply: Reply, again: Again): Trouble | undefined {
  if (reply.is === 'never-left') return { state: 'retry', why: reply.why }
  if (reply.is === 'lost') return perhapsDone(reply.why, again)
  const { status, retryAfter: after } = reply
  if (status >= 200 && status < 300) return undefined
  if (status === 401 || status === 403) return { state: 'locked-out', why: `our credentials were refused with ${status}` }
  // said before anything was done: too many, too early, too slow, closed
  if (status === 408 || status === 425 || status === 429 || status === 503) return { state: 'retry', why: `answered ${status}`, after }
  if (status >= 500) {
    const trouble = perhapsDone(`answered ${status}`, again)
    return trouble.state === 'retry' && after !== undefined ? { ...trouble, after } : trouble
  }
  return { state: 'failed', why: `refused with ${status}` }
}

/** The answer's JSON in the shape that was agreed; undefined: it is not. */
export function readAs<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Taken with 2xx, and nobody can read what was answered: cut short, a page of somebody's proxy, another version. */
export const unreadable = (status: number, again: Again): Trouble =>
  perhapsDone(`took it with ${status}, but its answer is not the JSON that was agreed`, again)

function perhapsDone(why: string, again: Again): Trouble {
  switch (again) {
    case 'harmless':
      return { state: 'retry', why }
    case 'looked-up':
      return { state: 'retry', why, after: SETTLING }
    case 'never':
      return { state: 'unknown', why }
    default:
      return again satisfies never
  }
}
