// A form counts once: it carries a number of its own, and the key of what it says is made from that number and its page.
import { createHash, randomBytes } from 'node:crypto'

export const newOnce = (): string => randomBytes(16).toString('hex')

/** The page's mark: tells pages apart without telling their token. */
export const markOf = (token: string): string => createHash('sha256').update(token).digest('hex').slice(0, 16)

/** `Inbound.key` of a form; a form without its number counts each time. */
export function formKey(token: string, fields: URLSearchParams): string {
  const once = /^[0-9a-f]{32}$/.exec(fields.get('once') ?? '')?.[0] ?? newOnce()
  return `page:${markOf(token)}:${once}`
}
