// What a channel throws when it cannot hand over a file and trying again cannot help.
import type { Refusal } from './rows.ts'

/** Thrown by `Channel.fetchMedia`. Whatever else it throws may be tried again. */
export class MediaRefused extends Error {
  readonly refusal: Extract<Refusal, 'too-big' | 'lost'>

  constructor(refusal: 'too-big' | 'lost', why: string, options?: ErrorOptions) {
    super(why, options)
    this.name = 'MediaRefused'
    this.refusal = refusal
  }
}
