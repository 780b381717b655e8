// GET and POST /verify: anybody may look at any badge. What they bring is read, answered, and forgotten.
import { MOST_BYTES } from '../../../core/checking/unpack.ts'
import { sameOriginOnly } from '../../server/origin.ts'
import { Refused, type Reply, type Route, type Visit } from '../../server/route.ts'
import { dateIn } from '../dates.ts'
import { languageOf } from '../language.ts'
import { pageReply } from '../layout.ts'
import { type VerifyView, verifyPage } from '../pages/verify.ts'
import type { Site } from '../site.ts'
import { openOwn, ownNames } from './own.ts'

/** The file, the pasted text, and what a form adds to them. */
const FORM_BYTES = MOST_BYTES + 1024 * 1024
const MOST_LINK = 256 * 1024

export function verifyRoutes(site: Site): Route[] {
  const own = openOwn(site)

  async function view(visit: Visit): Promise<VerifyView> {
    const language = languageOf(visit.query.get('lang'), undefined, visit.headers['accept-language'])
    return { language, date: dateIn(language, site.timeZone), now: site.now(), own: await ownNames(site) }
  }

  return [
    {
      method: 'GET',
      path: '/verify',
      handle: async (visit): Promise<Reply> =>
        pageReply(verifyPage({ ...(await view(visit)), link: visit.query.get('link')?.slice(0, 2000) })),
    },
    {
      method: 'POST',
      path: '/verify',
      pace: 'form',
      bodyLimit: FORM_BYTES,
      handle: async (visit): Promise<Reply> => {
        sameOriginOnly(visit, site.publicUrl)
        const given = await bringing(visit)
        const shown = await view(visit)
        // the libraries of signatures are many: whoever checks nothing does not load them
        const { check } = await import('../../../core/checking/index.ts')
        const checked = await check(given.what, { own, network: site.network, asked: given.go, names: shown.own })
        return pageReply(verifyPage({ ...shown, checked, link: given.link, asked: given.go }))
      },
    },
  ]
}

type Brought = { what: Uint8Array | string; link: string; go: boolean }

/** A file wins over a link. Throws a `Refused` for what no form of ours sends. */
export async function bringing(visit: Visit): Promise<Brought> {
  const type = visit.headers['content-type'] ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw new Refused(415, 'not a form')
  const bytes = await visit.bytes()
  const fields = await new Response(Buffer.from(bytes), { headers: { 'Content-Type': type } }).formData().catch((cause) => {
    throw Object.assign(new Refused(400, 'a form that cannot be read'), { cause })
  })
  const file = fields.get('file')
  const pasted = String(fields.get('link') ?? '').trim()
  if (pasted.length > MOST_LINK) throw new Refused(413, 'too much text')
  const go = fields.get('go') === 'yes'
  const hasFile = typeof file === 'object' && file !== null && file.size > 0
  // the text of a whole badge is not shown again in the form
  return { what: hasFile ? new Uint8Array(await file.arrayBuffer()) : pasted, link: pasted.length < 2000 ? pasted : '', go }
}
