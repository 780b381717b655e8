// Who looks at the tab, from page to page. Teams shows our pages in a frame of its own site, so:
// - the cookie is SameSite=None, or a browser would not send it from inside that frame; Secure, because None demands it;
// - and Partitioned (CHIPS): browsers that refuse cookies of third parties keep this one, and it lives in the frame of Teams alone. Neither
//   another site that frames us nor our own pages in a window of their own ever get it, so the door that None opens leads to Teams only.
//   What a form may do is still asked twice: POSTs come from our own pages or are refused (bots/server/origin.ts).
// - A token in a header instead would have needed a page made by script: links, forms, pictures and sounds carry no header.
// A browser that keeps no such cookie (or no cookie) is told so by the door (assets/tab/door.js), and the chat gives a link for a window.
import { SESSION_SECONDS } from '../../../core/data/trainerSession.ts'
import { redirect, type Reply, type Visit } from '../../server/route.ts'
import type { Theme } from '../layout.ts'
import type { Site } from '../site.ts'

const SESSION = '__Host-declic-tab'
/** What the page looks like, so that a dark page is dark from its first instant. Written by the pages too (assets/tab/host.js). */
const THEME = 'declic_theme'
const WHERE = 'Path=/; Secure; SameSite=None; Partitioned'
/** The cookie outlives its session: whoever comes back is let in again through Teams, and not shown a closed door. */
const KEPT_SECONDS = 60 * SESSION_SECONDS

const THEMES: Theme[] = ['default', 'dark', 'contrast']
export const themeOf = (value: unknown): Theme => THEMES.find((theme) => theme === value) ?? 'default'

export const tabCookies = (secret: string, theme: Theme): string[] => [
  `${SESSION}=${secret}; Max-Age=${KEPT_SECONDS}; HttpOnly; ${WHERE}`,
  `${THEME}=${theme}; ${WHERE}`,
]

/** The cookie as it came: whether it is still good is for the database to say. */
export function tabOf(visit: Visit): { secret: string; theme: Theme } | undefined {
  const secret = /^[0-9a-f]{32}$/.exec(visit.cookies[SESSION] ?? '')?.[0]
  return secret ? { secret, theme: themeOf(visit.cookies[THEME]) } : undefined
}

export type TabPage = 'follow-up' | 'claims'

export const inFrame = (visit: Visit): boolean => visit.headers['sec-fetch-dest'] === 'iframe'

/** For whoever is in Teams without a good session: the tab's door, which leads back here. Undefined: they are not in Teams. */
export function toDoor(site: Site, visit: Visit, page: TabPage, here: string): Reply | undefined {
  if (!site.tab) return undefined
  // a phone shows the tab in a window of its own, without a frame
  const inTeams = inFrame(visit) || (visit.headers['sec-fetch-dest'] === 'document' && tabOf(visit) !== undefined)
  return inTeams ? redirect(`/teams/${page}?to=${encodeURIComponent(here)}`) : undefined
}
