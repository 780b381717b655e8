// What our own receiving server says of where a mail came from (RFC 8601). Only the header fields of the server that the settings name
// are read, and of those only the topmost: anybody may write the same field further down, or under another name.
import type { MailProof } from '../model/rows.ts'

const METHODS = ['spf', 'dkim', 'dmarc'] as const
const RESULTS = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror', 'policy'] as const
type Result = (typeof RESULTS)[number]

export type Authentication = Partial<Record<(typeof METHODS)[number], Result>>

/** `fields`: values of Authentication-Results, topmost first. Undefined: the named server said nothing. */
export function authenticationOf(fields: string[], authservId: string | undefined): Authentication | undefined {
  if (!authservId) return undefined
  const mine = fields.map((field) => withoutComments(field.slice(0, 4000))).find((field) => speaker(field) === authservId.toLowerCase())
  if (mine === undefined) return undefined
  const said: Authentication = {}
  for (const part of mine.split(';').slice(1)) {
    const found = /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(part)
    const method = METHODS.find((one) => one === found?.[1]?.toLowerCase())
    const result = RESULTS.find((one) => one === found?.[2]?.toLowerCase())
    // several signatures: one that holds is enough
    if (method && result && said[method] !== 'pass') said[method] = result
  }
  return said
}

/** Our server says that whoever sent this is not who they say they are. */
export const isForged = (said: Authentication | undefined): boolean =>
  said !== undefined && (said.dmarc === 'fail' || (said.dmarc !== 'pass' && said.spf === 'fail' && said.dkim !== 'pass'))

export const proofOf = (said: Authentication | undefined, domain: string): MailProof => ({
  by: 'reply',
  domain,
  checked: said !== undefined,
  ...said,
})

const speaker = (field: string): string | undefined => /^\s*([^\s;/]+)(?:[\s/]+\d+)?\s*(?:;|$)/.exec(field)?.[1]?.toLowerCase()

/** Without comments in parentheses, nested or not; and what senders may have put between quotation marks divides nothing. */
function withoutComments(field: string): string {
  let depth = 0
  let quoted = false
  let kept = ''
  for (let at = 0; at < field.length; at++) {
    const letter = field[at]!
    if (letter === '\\') at++
    else if (letter === '"' && depth === 0) quoted = !quoted
    else if (quoted) kept += letter === ';' || letter === '=' ? ' ' : letter
    else if (letter === '(') depth++
    else if (letter === ')' && depth > 0) depth--
    else if (depth === 0) kept += letter
  }
  return kept
}
