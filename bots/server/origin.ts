// Forms are taken from our own pages only. The links that lead to them are secrets, and the cookies SameSite: this is one lock more.
import { Refused, type Visit } from './route.ts'

/** Throws a `Refused` 403 for a POST that another site made the browser send. */
export function sameOriginOnly(visit: Visit, publicUrl: string): void {
  const site = visit.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return
    throw new Refused(403, 'from another site')
  }
  // Older browsers, and pages over plain http. Our pages send no referrer, so their forms may say « Origin: null ».
  const origin = visit.headers.origin
  if (origin === undefined || origin === 'null') return
  if (origin === new URL(publicUrl).origin || hostOf(origin) === visit.headers.host) return
  throw new Refused(403, 'from another site')
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
