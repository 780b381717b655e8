// Who holds this browser's conversation: the secret in an HttpOnly cookie, of which only a digest is kept.
import { createHash } from 'node:crypto'
import { BROWSER, chatOf, type Guest, guestOf } from '../../../core/data/browser.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { Refused, type Visit } from '../../server/route.ts'
import type { Holder } from '../phones/routes.ts'
import type { Site } from '../site.ts'

const COOKIE = 'declic_chat'
const DAYS = 180
/** What the page calls its only phone. */
export const PHONE = 'mine'

/**
 * The secret of somebody who joins by a form: the form sent twice is one person, and another name typed into the same form is another.
 * `once`: 128 random bits that the form carries.
 */
export const secretFor = (once: string, name: string): string => createHash('sha256').update(`${once}\n${name}`).digest('hex').slice(0, 32)

export const secretOf = (visit: Visit): string | undefined => /^[0-9a-f]{32}$/.exec(visit.cookies[COOKIE] ?? '')?.[0]

/** Undefined `secret`: the cookie ends. Lax: whoever follows a link from their messages is still themself. */
export const chatCookie = (site: Site, secret?: string): string =>
  `${COOKIE}=${secret ?? ''}; Path=/; Max-Age=${secret ? DAYS * 24 * 3600 : 0}; HttpOnly; SameSite=Lax${site.publicUrl.startsWith('https:') ? '; Secure' : ''}`

export type Session = Guest & { secret: string; chat: string }

/** Undefined: nobody, or somebody who is forgotten. */
export async function sessionOf(site: Site, visit: Visit): Promise<Session | undefined> {
  const secret = secretOf(visit)
  if (!secret) return undefined
  const chat = chatOf(secret)
  const guest = await guestOf(site.prisma, chat)
  return guest && { ...guest, secret, chat }
}

/** Throws a `Refused` 403 for whoever is nobody, or sends from another site. */
export async function ownSession(site: Site, visit: Visit): Promise<Session> {
  if (visit.method === 'POST') sameOriginOnly(visit, site.publicUrl)
  const session = await sessionOf(site, visit)
  if (!session) throw new Refused(403, 'no session')
  return session
}

export const holderOf = ({ secret, chat }: Session): Holder => ({ session: secret, chats: { [PHONE]: chat }, names: () => ({}) })

export { BROWSER, chatOf }
