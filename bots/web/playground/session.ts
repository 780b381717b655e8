// A session of the playground: three phones that one browser holds, known by an HttpOnly cookie. This machine only.
import { randomBytes } from 'node:crypto'
import { sameOriginOnly } from '../../server/origin.ts'
import { Refused, type Visit } from '../../server/route.ts'
import { isLocal } from '../../server/visit.ts'

const COOKIE = 'declic_playground'
const MONTH = 30 * 24 * 3600

export const newSession = (): string => randomBytes(16).toString('hex')

export const sessionOf = (visit: Visit): string | undefined => /^[0-9a-f]{32}$/.exec(visit.cookies[COOKIE] ?? '')?.[0]

export const sessionCookie = (session: string): string => `${COOKIE}=${session}; Path=/; Max-Age=${MONTH}; HttpOnly; SameSite=Strict`

/** From this machine, under one of its own names: another site's name that points here (DNS rebinding) is refused. */
export function localOnly(visit: Visit): void {
  const host = (visit.headers.host ?? '').replace(/:\d+$/, '')
  if (!isLocal(visit) || !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(host)) throw new Refused(404, 'the playground is local')
}

/** The session that a request of our own page belongs to. Throws a `Refused` 403 for any other. */
export function ownSession(visit: Visit, publicUrl: string): string {
  localOnly(visit)
  if (visit.method === 'POST') sameOriginOnly(visit, publicUrl)
  const session = sessionOf(visit)
  if (!session) throw new Refused(403, 'no session')
  return session
}
