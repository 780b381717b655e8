// The same badge as Open Badges 2.0, for backpacks that read no other: hosted here, so it is there while it is shared, and gone when it is not.
import { meaningOfVersion } from '../../../core/data/pages.ts'
import type { ShownClaim } from '../../../core/data/pages.ts'
import { json, Refused, type Reply, type Route, type Visit } from '../../server/route.ts'
import type { Site } from '../site.ts'
import { sharedClaim } from './badge.ts'
import { issuedOf } from './badgeFile.ts'
import { fileReply } from './evidence.ts'
import { PUBLIC } from './issuer.ts'

const JSON_LD = 'application/ld+json; charset=utf-8'
/** Never out of a cache: unsharing takes effect at once. */
const SHARED = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin', 'Content-Type': JSON_LD }

export function hostedRoutes(site: Site): Route[] {
  const assertion = (ending: 'json' | 'png' | 'svg'): Route => ({
    method: 'GET',
    path: `/b/:id/assertion.${ending}`,
    handle: async (visit) => assertionReply(site, await sharedClaim(site, visit.params.id!), ending, visit),
  })
  return [
    assertion('json'),
    assertion('png'),
    assertion('svg'),
    { method: 'GET', path: '/badges/:organisation/:file', handle: (visit) => classReply(site, visit) },
    { method: 'GET', path: '/issuers/:file', handle: (visit) => issuerReply(site, visit) },
  ]
}

async function assertionReply(site: Site, shown: ShownClaim, ending: 'json' | 'png' | 'svg', visit: Visit): Promise<Reply> {
  const { openBadges2, bakePng, bakeSvg } = await import('../../../core/issuing/builtin/index.ts')
  const { claim } = shown
  const issued = issuedOf(shown)?.credential
  if (claim.revokedAt && ending === 'json')
    return json(openBadges2.revokedAssertionOf(site.publicUrl, claim.id, claim.revokedReason), SHARED, 410)
  if (!issued) throw new Refused(404, 'no badge of ours')
  const made = openBadges2.assertionOf({ claim, number: shown.badgeNumber, issued, publicUrl: site.publicUrl })
  const download: Record<string, string> = visit.query.has('download')
    ? { 'Content-Disposition': `attachment; filename="${claim.badgeId}-2.${ending}"` }
    : {}
  switch (ending) {
    case 'json':
      return json(made, { ...SHARED, ...download })
    case 'png': {
      const picture = await site.attachment({ is: 'badge', claim: claim.id, as: 'picture' })
      if (!picture) break
      return fileReply(bakePng(picture.bytes, made, '2.0'), { 'Content-Type': 'image/png', ...download }, visit)
    }
    case 'svg': {
      const drawn = await site.badgeSvg(claim.id)
      if (!drawn) break
      const bytes = Buffer.from(bakeSvg(Buffer.from(drawn).toString('utf8'), made, '2.0'))
      return fileReply(bytes, { 'Content-Type': 'image/svg+xml', 'Content-Security-Policy': STILL_SVG, ...download }, visit)
    }
    default:
      return ending satisfies never
  }
  throw new Refused(404, 'no such file')
}

const STILL_SVG = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox"

/** What a badge means is nobody’s secret: it says nothing of whoever has it. */
async function classReply(site: Site, visit: Visit): Promise<Reply> {
  const { openBadges2, renderBadge } = await import('../../../core/issuing/builtin/index.ts')
  const { organisation: id, file } = visit.params
  const named = openBadges2.parseClassFile(file!)
  const organisation = named && (await site.issuer.organisation(id!))
  const meaning = organisation && (await meaningOfVersion(site.prisma, named.badge, named.number))
  if (!meaning || (meaning.issuer !== id && !organisation.trial)) throw new Refused(404, 'no such badge')
  const { badge: today } = site.catalogue.badge(named.badge) ?? {}
  if (named.ending === 'json') {
    const name = { organisation: id!, badge: named.badge, number: named.number, language: named.language }
    const from = { publicUrl: site.publicUrl, organisation, tags: today?.tags ?? [], alignment: today?.alignment ?? [] }
    return json(openBadges2.badgeClassOf(name, meaning, from), { ...PUBLIC, 'Content-Type': JSON_LD })
  }
  const picture = today?.picture ?? { colour: '#1f5f5b', pictogram: 'star' }
  const ribbon = organisation.trial ? 'essai' : undefined
  const png = renderBadge({ ...picture, name: meaning.name[named.language], issuer: organisation.name, ribbon })
  return { status: 200, headers: { ...PUBLIC, 'Content-Type': 'image/png' }, body: png }
}

async function issuerReply(site: Site, visit: Visit): Promise<Reply> {
  const { openBadges2 } = await import('../../../core/issuing/builtin/index.ts')
  const id = /^([a-z0-9-]{1,56})\.json$/.exec(visit.params.file!)?.[1]
  const organisation = id && (await site.issuer.organisation(id))
  if (!organisation) throw new Refused(404, 'no such issuer')
  return json(openBadges2.hostedIssuerOf(site.publicUrl, organisation), { ...PUBLIC, 'Content-Type': JSON_LD })
}
