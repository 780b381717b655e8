// What our own receiving server says of where a mail came from (RFC 8601). Only the header fields of the server that the settings name
// are read, and of those only the topmost: anybody may write the same field further down, or under another name.
import type { MailProof } from '../model/rows.ts'

const METHODS = ['spf', 'dkim', 'dmarc'] as const
const RESULTS = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror', 'policy'] as const
type Result = (typeof RESULTS)[number]

export type Authentication = Partial<Record<(typeof METHODS)[number], Result>>

/** `fields`: values of Authentication-Results, topmost first. Undefined: the named server said nothing. */
export function authenticationOf(fields: string[], authservId: string | undefined): Authentication | undefined {
  const results = resultsOf(fields, authservId)
  if (!results) return undefined
  const said: Authentication = {}
  // several signatures: one that holds is enough
  for (const { method, result } of results) if (said[method] !== 'pass') said[method] = result
  return said
}

/** Domains whose signature holds, as the named server says. */
export const signersOf = (fields: string[], authservId: string | undefined): string[] =>
  (resultsOf(fields, authservId) ?? []).flatMap(({ method, result, part }) =>
    method === 'dkim' && result === 'pass' ? (signerIn(part) ?? []) : [],
  )

function resultsOf(fields: string[], authservId: string | undefined) {
  if (!authservId) return undefined
  const mine = fields.map((field) => withoutComments(field.slice(0, 4000))).find((field) => speaker(field) === authservId.toLowerCase())
  return mine
    ?.split(';')
    .slice(1)
    .flatMap((part) => {
      const found = /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(part)
      const method = METHODS.find((one) => one === found?.[1]?.toLowerCase())
      const result = RESULTS.find((one) => one === found?.[2]?.toLowerCase())
      return method && result ? [{ method, result, part }] : []
    })
}

/** `header.d=chantier.fr`, or the domain of `header.i=@chantier.fr`. */
const signerIn = (part: string): string | undefined =>
  (/\sheader\.d\s*=\s*([a-z0-9.-]+)/i.exec(part) ?? /\sheader\.i\s*=\s*[^\s@]*@([a-z0-9.-]+)/i.exec(part))?.[1]?.toLowerCase()

/** Our server says that whoever sent this is not who they say they are. */
export const isForged = (said: Authentication | undefined): boolean =>
  said !== undefined && (said.dmarc === 'fail' || (said.dmarc !== 'pass' && said.spf === 'fail' && said.dkim !== 'pass'))

export function proofOf(said: Authentication | undefined, domain: string, signers: string[] = []): MailProof {
  const aligned = signers.some((signer) => isOwn(signer, domain.toLowerCase()))
  return { by: 'reply', domain, checked: said !== undefined, ...said, ...(aligned && { aligned }) }
}

/** A signature counts for its own domain and for what is below it, which whoever has the domain gives out (DMARC's relaxed alignment, one way). */
const isOwn = (signer: string, domain: string): boolean => signer === domain || (signer.includes('.') && domain.endsWith(`.${signer}`))

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
