// GET /b/:id and its files: public while the learner shares the badge, unknown before and after.
import { claimById, type ShownClaim } from '../../../core/data/pages.ts'
import { renewalOf } from '../../../core/data/renewal.ts'
import { Refused, type Reply, type Route, type Visit } from '../../server/route.ts'
import { dateIn } from '../dates.ts'
import { languageOf } from '../language.ts'
import { pageReply } from '../layout.ts'
import { badgePage } from '../pages/badge.ts'
import type { Site } from '../site.ts'
import { badgeReply, credentialReply, issuedOf } from './badgeFile.ts'
import { evidenceReply } from './evidence.ts'

const FILES: Record<string, string> = { json: 'badge.json', png: 'badge.png', svg: 'badge.svg' }

export function badgeRoutes(site: Site): Route[] {
  return [
    {
      method: 'GET',
      path: '/b/:id',
      handle: async (visit) => {
        const [, id, ending] = /^([^.]+)(?:\.([a-z]+))?$/.exec(visit.params.id!) ?? []
        const shown = await sharedClaim(site, id ?? '')
        if (ending === undefined) return read(site, visit, shown)
        return badgeReply(site, shown, FILES[ending] ?? '', visit)
      },
    },
    {
      method: 'GET',
      path: '/b/:id/endorsements/:file',
      handle: async (visit) => endorsementReply(await sharedClaim(site, visit.params.id!), visit.params.file!),
    },
    {
      method: 'GET',
      path: '/b/:id/evidence/:piece',
      pace: 'none',
      handle: async (visit) => {
        const shown = await sharedClaim(site, visit.params.id!)
        if (!forEveryone(shown)) throw new Refused(404, 'not for everyone')
        return evidenceReply(site, shown, visit, visit.params.piece)
      },
    },
  ]
}

/** The same 404 whether the badge is private or does not exist. */
export async function sharedClaim(site: Site, id: string): Promise<ShownClaim> {
  const shown = await claimById(site.prisma, id)
  if (!shown?.claim.sharedAt || !(issuedOf(shown) || shown.claim.revokedAt)) throw new Refused(404, 'not shared')
  return shown
}

/** One word, signed by itself: as public as the badge, and no longer. */
function endorsementReply(shown: ShownClaim, file: string): Reply {
  const id = /^([0-9a-f-]{36})\.json$/.exec(file)?.[1]
  const found = shown.claim.endorsements.find((e) => e.id === id)
  if (!found?.credential || found.verdict !== 'yes' || !found.settledAt || found.withdrawnAt || !issuedOf(shown))
    throw new Refused(404, 'no such endorsement')
  return credentialReply(found.credential)
}

const forEveryone = ({ claim }: ShownClaim): boolean => claim.audience === 'everyone'

async function read(site: Site, visit: Visit, shown: ShownClaim): Promise<Reply> {
  const language = languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language'])
  const page = badgePage({
    shown,
    language,
    address: `/b/${shown.claim.id}`,
    publicUrl: site.publicUrl,
    date: dateIn(language, site.timeZone),
    withEvidence: forEveryone(shown),
    now: site.now(),
    renewal: await renewalOf(site.prisma, shown.claim),
  })
  return pageReply(page)
}
