// The badge as a file: the credential (JSON), or a picture with the credential inside.
import type { ShownClaim } from '../../../core/data/pages.ts'
import type { Issuance } from '../../../core/model/rows.ts'
import { Refused, type Reply, type Visit } from '../../server/route.ts'
import type { Site } from '../site.ts'
import { fileReply } from './evidence.ts'

/** The issuance that made the badge, if there is one in force. */
export const issuedOf = ({ claim }: ShownClaim): Issuance | undefined =>
  claim.revokedAt ? undefined : claim.issuances.find((i) => i.state === 'issued')

/** `file`: `badge.json`, `badge.png` (with the credential), `badge.svg`, or `picture.png` (without). Throws a `Refused` 404. */
export async function badgeReply(site: Site, shown: ShownClaim, file: string, visit: Visit): Promise<Reply> {
  // what was signed is still what was signed: its status list says that it was taken back
  const issued = file === 'badge.json' ? shown.claim.issuances.find((i) => i.state === 'issued') : issuedOf(shown)
  if (!issued) throw new Refused(404, 'no badge yet')
  const download: Record<string, string> = visit.query.has('download')
    ? { 'Content-Disposition': `attachment; filename="${shown.meaning.badge}.${file.split('.').at(-1)}"` }
    : {}
  const claim = shown.claim.id
  switch (file) {
    case 'badge.json': {
      if (!issued.credential) break
      return credentialReply(issued.credential, download)
    }
    case 'badge.png':
    case 'picture.png': {
      const made = await site.attachment({ is: 'badge', claim, as: file === 'badge.png' ? 'file' : 'picture' })
      if (made) return fileReply(made.bytes, { 'Content-Type': 'image/png', ...download }, visit)
      break
    }
    case 'badge.svg': {
      const made = await site.badgeSvg(claim)
      if (made) return fileReply(made, { 'Content-Type': 'image/svg+xml', 'Content-Security-Policy': SVG, ...download }, visit)
    }
  }
  throw new Refused(404, 'no such file')
}

/** Verifiers read it from anywhere. */
export const credentialReply = (credential: unknown, headers: Record<string, string> = {}): Reply => ({
  status: 200,
  headers: { 'Content-Type': 'application/vc+ld+json', 'Access-Control-Allow-Origin': '*', ...headers },
  body: `${JSON.stringify(credential, null, 2)}\n`,
})

/** Ours, and still never allowed to run anything. */
const SVG = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox"
